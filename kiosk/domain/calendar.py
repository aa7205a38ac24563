"""The school's calendar: which days are school days, which are short, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field
from datetime import date
from functools import lru_cache
from typing import Literal

from kiosk.domain.listing import LocalText
from kiosk.domain.values import dataclass

DayKind = Literal["no-school", "early-dismissal", "delayed-opening", "snow-day"]

SATURDAY = 5
YEAR = 365
"""How many days one calendar speaks for, from its first day on and back from its last."""


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

    def touches(self, day: date) -> bool:
        """Whether `day` is in the range."""
        return self.from_ <= day <= self.to


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolCalendar:
    """One school year: first and last day (both included), the ordinary bells, and the days that are different."""

    first_day: date
    last_day: date
    starts_at: str = "08:30"
    dismisses_at: str = "15:00"
    days: tuple[SpecialDay, ...] = ()

    def __hash__(self) -> int:
        """Agrees with equality, and lets what was worked out for a day be kept; reasons cannot be hashed."""
        return hash((self.first_day, self.last_day, self.starts_at, self.dismisses_at, len(self.days)))

    def speaks_for(self, day: date) -> bool:
        """Whether this calendar knows anything about `day`: its year and the vacations on both sides, no further.

        The vacation ends where another school year must have begun, a year after this one's first day. What that
        year's holidays are, nobody has said: an old calendar must not open a door on Labor Day.
        """
        number = day.toordinal()
        return self.last_day.toordinal() - YEAR < number < self.first_day.toordinal() + YEAR


CalendarNow = Callable[[], SchoolCalendar | None]
"""The calendar as it is now: the same value again while it did not change, None while there is none."""


@dataclass(frozen=True, slots=True)
class SchoolDay:
    """What the calendar says of one date.

    `has_school` is None where the calendar does not reach. `closed` is the no-school or snow day that governs;
    `late` and `early` are its delayed opening and its early dismissal: one day may have both.
    """

    has_school: bool | None
    closed: SpecialDay | None = None
    late: SpecialDay | None = None
    early: SpecialDay | None = None

    @property
    def special(self) -> SpecialDay | None:
        """The special day to name: what closes the day, else what shortens its end, else its start."""
        return self.closed or self.early or self.late


@lru_cache(maxsize=4096)
def school_day(calendar: SchoolCalendar, day: date) -> SchoolDay:
    """What `calendar` says of `day`: snow day over no school over short days; of one kind, the last one listed."""
    found: dict[DayKind, SpecialDay] = {special.kind: special for special in calendar.days if special.touches(day)}
    closed = found.get("snow-day") or found.get("no-school")
    if closed:
        return SchoolDay(False, closed=closed)
    ordinary = ordinary_day(calendar, day)
    if not ordinary.has_school:
        return ordinary
    return SchoolDay(True, late=found.get("delayed-opening"), early=found.get("early-dismissal"))


def ordinary_day(calendar: SchoolCalendar, day: date) -> SchoolDay:
    """What `calendar` would say of `day` if no day were special: school from Monday to Friday, first to last day."""
    if day.weekday() >= SATURDAY:
        return SchoolDay(False)
    if calendar.first_day <= day <= calendar.last_day:
        return SchoolDay(True)
    return SchoolDay(False if calendar.speaks_for(day) else None)


def special_day(calendar: SchoolCalendar | None, day: date) -> SpecialDay | None:
    """The special day that governs `day`, None on ordinary days: snow day over no school over short days."""
    return school_day(calendar, day).special if calendar else None


def is_school_day(calendar: SchoolCalendar | None, day: date) -> bool | None:
    """Whether there is school on `day`; None without a calendar and where the calendar does not reach."""
    return school_day(calendar, day).has_school if calendar else None


def days_ahead(calendar: SchoolCalendar | None, start: date, days: int) -> tuple[SpecialDay, ...]:
    """The special days that touch the `days` days from `start` on, in order of their first day: for notices."""
    return tuple(sorted(_touching(calendar, start, days), key=lambda special: (special.from_, special.to)))


def _touching(calendar: SchoolCalendar | None, start: date, days: int) -> Iterator[SpecialDay]:
    first, end = start.toordinal(), start.toordinal() + days
    for special in calendar.days if calendar else ():
        if special.from_.toordinal() < end and special.to.toordinal() >= first:
            yield special
