"""The Directory: every question a family's screen asks about listings, answered from one frozen snapshot."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from kiosk.domain.calendar import SchoolCalendar
from kiosk.domain.kept import Kept, Snapshot
from kiosk.domain.listing import Listing
from kiosk.domain.needs import Need
from kiosk.domain.opening import Opening
from kiosk.services.protocols import Reader


@dataclass(frozen=True, slots=True)
class Count:
    """How many listings a need has, how many of them are open now, and until when the last of those is."""

    listings: int
    open: int
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Lift:
    """A toggle that, turned off alone, gives something: how many, and the first of them."""

    toggle: str
    left: int
    first: Kept


@dataclass(frozen=True, slots=True)
class Toggled:
    """A list after its toggles: what is left, in order; what each toggle would leave; what to lift when empty."""

    kepts: tuple[Kept, ...]
    left: dict[str, int]
    """Toggle id -> how many are left with it on as well (for one that is on: how many are left now)."""
    lifts: tuple[Lift, ...]
    """Only when `kepts` is empty; the one that gives most first."""


@dataclass(frozen=True, slots=True)
class OnToday:
    """Something at this school on one day: when, or that it is called off and why."""

    kept: Kept
    start: datetime | None
    """None when it is off, or when only the day is known."""
    end: datetime | None
    off: bool
    reason: dict[str, str]
    """Why this day differs (LocalText), empty on an ordinary day."""


class Directory:
    """The read side. Listings whose status is not `active` are hidden everywhere but in `get`."""

    def __init__(
        self,
        load: Callable[[], Snapshot],
        calendar: SchoolCalendar | None,
        zone: ZoneInfo,
        needs: Sequence[Need],
    ) -> None: ...

    def warm(self, now: datetime) -> None:
        """Read every listing and its opening ahead of need; made for a thread in the background."""

    def is_warm(self, now: datetime) -> bool:
        """Whether counts are at hand; a few hundred listings always are."""

    def all(self) -> tuple[Kept, ...]: ...

    def get(self, ref: str) -> Kept | None:
        """One listing by id or number, whatever its status; None when there is no such listing."""

    def by_need(self, need_id: str) -> tuple[Kept, ...]: ...

    def by_support(self, support_id: str) -> tuple[Kept, ...]: ...

    def opening(self, kept: Kept, now: datetime) -> Opening: ...

    def order(self, kepts: Iterable[Kept], now: datetime) -> tuple[Kept, ...]:
        """What can be used now first."""

    def count(self, need_id: str, now: datetime) -> Count | None:
        """For a tile; None while a very large directory is still being read."""

    def toggled(self, kepts: Iterable[Kept], toggles: Collection[str], reader: Reader, now: datetime) -> Toggled: ...

    def today(self, day: date) -> tuple[OnToday, ...]: ...

    def open_on(self, day: date) -> tuple[OnToday, ...]: ...

    def nearest_equal(self, listing: Listing, today: date) -> Kept | None: ...
