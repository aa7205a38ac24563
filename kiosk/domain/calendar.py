"""The school's calendar: which days are school days, which are short, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from kiosk.domain.listing import LocalText

DayKind = Literal["no-school", "early-dismissal", "delayed-opening", "snow-day"]


def _none() -> dict[str, str]:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialDay:
    """A day or range (both included) of one kind, with its own time and its reason.

    `at` is the dismissal of an early dismissal or the start of a delayed opening, `HH:MM`: it belongs to the day, not
    to the kind, so two short days may have two times.
    """

    from_: date
    to: date
    kind: DayKind
    at: str = ""
    reason: LocalText = field(default_factory=_none)


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolCalendar:
    """One school year: first and last day (both included), the ordinary bells, and the days that are different."""

    first_day: date
    last_day: date
    starts_at: str = "08:30"
    dismisses_at: str = "15:00"
    days: tuple[SpecialDay, ...] = ()
