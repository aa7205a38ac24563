"""The days in a listing that staff are told of before they pass: sign-ups, and until when its hours are known."""

from __future__ import annotations

from datetime import date

from kiosk.domain.listing import Listing
from kiosk.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Window:
    """When one may sign up."""

    opens: date | None = None
    closes: date | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """Until when a row of hours is known; None for as long as it holds."""

    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class DueDates:
    """All of them, named as in a listing: they are read from it without reading the rest."""

    by_appointment: bool = False
    sign_up: Window | None = None
    schedules: tuple[Known, ...] = ()

    @property
    def says_when(self) -> bool:
        """Whether families can be told when, or how to find out."""
        return bool(self.schedules) or self.by_appointment or self.sign_up is not None

    @property
    def known_until(self) -> date | None:
        """The last day of its hours, when none of them is known for longer."""
        ends = [row.valid_to for row in self.schedules]
        return None if None in ends else max((end for end in ends if end is not None), default=None)


def dates_of(listing: Listing) -> DueDates:
    """The same from a listing that was read."""
    joining = listing.sign_up
    sign_up = Window(joining.opens, joining.closes) if joining is not None else None
    return DueDates(listing.by_appointment, sign_up, tuple(Known(row.valid_to) for row in listing.schedules))
