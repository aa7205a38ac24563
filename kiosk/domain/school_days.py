"""The school year being edited: special days put in, taken away, counted and compared, each a new calendar.

One day has at most one of a kind: what is put stands in place of what was there. Who says that a day ends early says
that there is school, so that a holiday on it goes; and a holiday takes the short days it covers. A snow day lies over
all of them and leaves them as they are: when it goes, the day is what it was.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from kiosk.domain.calendar import DayKind, SchoolCalendar, SpecialDay, school_day
from kiosk.domain.clock_time import MIDNIGHT, minutes
from kiosk.domain.errors import Refused
from kiosk.domain.values import dataclass

KINDS: tuple[DayKind, ...] = ("no-school", "early-dismissal", "delayed-opening", "snow-day")
SNOW: tuple[DayKind, ...] = ("snow-day",)
SHORT: tuple[DayKind, ...] = ("early-dismissal", "delayed-opening")
LONGEST = 200
"""Days of one entry: the longest summer is shorter. What is longer is a slip of the pen."""
LONGEST_YEAR = 400
MOST = 1000
"""Entries of one school year."""
REASON = 120
"""Signs of a reason: it stands on one line of a family's screen."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Written:
    """A school year as it stands in its file: the text, and the calendar families go by."""

    text: str
    calendar: SchoolCalendar | None
    is_whole: bool = True
    """Whether the calendar is all that the text says; else a mistake stands in it."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What was taken away and what was put, between two calendars; `bounds`: its first, last day or bells differ."""

    removed: tuple[SpecialDay, ...] = ()
    added: tuple[SpecialDay, ...] = ()
    bounds: bool = False

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.removed or self.added or self.bounds)


def check_day(day: SpecialDay) -> None:
    """`Refused` with a sentence when this can be no special day."""
    if day.to < day.from_:
        raise Refused(f"{day.from_} to {day.to} ends before it begins. Nothing was changed.").coded("upside-down")
    if (day.to - day.from_).days >= LONGEST:
        said = f"{day.from_} to {day.to} is too long for one entry. Nothing was changed. Look at the year."
        raise Refused(said).coded("entry-too-long", n=LONGEST)
    at = minutes(day.at)
    if day.kind in SHORT and (at is None or at >= MIDNIGHT):
        raise Refused("A short day needs its own time. Nothing was changed. Write it as 12:45.").coded("no-time")
    if any(len(text) > REASON for text in day.reason.values()):
        said = f"The reason is too long. Nothing was changed. Say it in {REASON} letters."
        raise Refused(said).coded("reason-too-long", n=REASON)


def check_year(calendar: SchoolCalendar) -> None:
    """`Refused` with a sentence when this can be no school year."""
    first, last = calendar.first_day, calendar.last_day
    if last < first:
        raise Refused(f"The last day ({last}) is before the first ({first}). Nothing was changed.").coded("upside-down")
    if (last - first).days > LONGEST_YEAR:
        raise Refused(f"{first} to {last} is longer than a school year. Nothing was changed.").coded("year-too-long")
    check_room(calendar)
    starts, ends = minutes(calendar.starts_at), minutes(calendar.dismisses_at)
    if starts is None or ends is None or starts >= ends:
        said = "School has to start before it ends. Nothing was changed. Write both times as 08:30 and 15:00."
        raise Refused(said).coded("bells")
    for day in calendar.days:
        check_day(day)


def check_room(calendar: SchoolCalendar) -> None:
    """`Refused` when there are more entries than a year has room for."""
    if len(calendar.days) > MOST:
        said = f"A school year has room for {MOST} entries. Nothing was changed. Take old ones away first."
        raise Refused(said).coded("year-full", n=MOST)


def put(calendar: SchoolCalendar, day: SpecialDay) -> SchoolCalendar:
    """The calendar with `day` in it, in order of time. The same calendar when that changes nothing."""
    check_day(day)
    rest = list(_without(calendar.days, day.from_, day.to, gives_way(day.kind)))
    at = max((place for place, each in enumerate(rest, 1) if each.from_ <= day.from_), default=0)
    days = (*rest[:at], day, *rest[at:])
    return calendar if _same(calendar.days, days) else replace(calendar, days=days)


def gives_way(kind: DayKind) -> tuple[DayKind, ...]:
    """The kinds that go from a day where one of this kind is put."""
    if kind == "no-school":
        return (kind, *SHORT)
    return (kind, "no-school") if kind in SHORT else (kind,)


def take(calendar: SchoolCalendar, first: date, last: date, kinds: Collection[DayKind] = KINDS) -> SchoolCalendar:
    """The calendar without special days of these kinds from `first` to `last`; what reaches out of there stays."""
    days = tuple(_without(calendar.days, first, last, kinds))
    return calendar if days == calendar.days else replace(calendar, days=days)


def touching(
    calendar: SchoolCalendar | None, first: date, last: date, kinds: Collection[DayKind] = KINDS
) -> tuple[SpecialDay, ...]:
    """The special days that touch the days from `first` to `last`, as they stand in the calendar."""
    days = calendar.days if calendar else ()
    return tuple(day for day in days if day.kind in kinds and day.from_ <= last and day.to >= first)


def difference(before: SchoolCalendar | None, after: SchoolCalendar | None) -> Difference:
    """What makes `after` of `before`."""
    old, new = list(before.days if before else ()), list(after.days if after else ())
    removed, added = list(old), []
    for day in new:
        if day in removed:
            removed.remove(day)
        else:
            added.append(day)
    return Difference(tuple(removed), tuple(added), _bounds(before) != _bounds(after))


def taken_back(calendar: SchoolCalendar, change: Difference) -> SchoolCalendar:
    """The calendar without what `change` put, and with what it took away: whatever else was changed since stays."""
    days = list(calendar.days)
    for day in change.added:
        if day in days:
            days.remove(day)
    missing = [day for day in change.removed if day not in days]
    for day in missing:
        at = max((place for place, each in enumerate(days, 1) if each.from_ <= day.from_), default=0)
        days.insert(at, day)
    return replace(calendar, days=tuple(days))


def school_days(calendar: SchoolCalendar) -> int:
    """How many days of the year have school."""
    return sum(school_day(calendar, day).has_school is True for day in days_of(calendar.first_day, calendar.last_day))


def days_of(first: date, last: date) -> Iterator[date]:
    """Each day from `first` to `last`, both included."""
    day = first
    while day <= last:
        yield day
        if day == date.max:
            return
        day += _DAY


def _without(days: Iterable[SpecialDay], first: date, last: date, kinds: Collection[DayKind]) -> Iterator[SpecialDay]:
    for day in days:
        if day.kind not in kinds or day.from_ > last or day.to < first:
            yield day
            continue
        if day.from_ < first:
            yield replace(day, to=first - _DAY)
        if day.to > last:
            yield replace(day, from_=last + _DAY)


def _same(one: Iterable[SpecialDay], other: Iterable[SpecialDay]) -> bool:
    """Whether two lists have the same days, in whatever order."""
    left = list(other)
    for day in one:
        if day not in left:
            return False
        left.remove(day)
    return not left


def _bounds(calendar: SchoolCalendar | None) -> tuple[object, ...]:
    if calendar is None:
        return ()
    return calendar.first_day, calendar.last_day, calendar.starts_at, calendar.dismisses_at
