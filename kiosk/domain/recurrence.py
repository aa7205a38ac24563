"""Recurrence: on which dates a row of hours comes round. The counting is `dateutil.rrule`'s."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from dateutil.rrule import MO, MONTHLY, WEEKLY, rrule, weekday

from kiosk.domain.listing import WEEK, Schedule

WORKDAYS = WEEK[:5]
BYDAY = re.compile(rf"([+-]?[1-5])?({'|'.join(WEEK)})")
"""A weekday, or one with its place in the month (`-1FR`)."""


class Pattern(NamedTuple):
    """How a row comes round, without its bounds: rows of many listings share one, and so the work of counting it.

    `phase` says which weeks or months of an `interval` are meant; it is all that is left of `dtstart`.
    """

    freq: str
    interval: int
    phase: int
    byday: tuple[str, ...]
    bymonthday: tuple[int, ...]


def weekdays(row: Schedule) -> tuple[str, ...]:
    """The weekdays of a row, those it does not name too; empty when it goes by the day of the month, or nobody knows.

    A weekly row that follows the school and names no day means every day from Monday to Friday that the school gives
    it; any other that names none recurs on the weekday of its `dtstart` (RFC 5545).
    """
    if row.byday or row.bymonthday or row.freq != "WEEKLY":
        return row.byday
    if row.on != "any-day":
        return WORKDAYS
    return (WEEK[row.dtstart.weekday()],) if row.dtstart is not None else ()


def recurs(row: Schedule, day: date) -> bool | None:
    """Whether `row` comes round on `day`, its bounds left aside; None when the row does not say enough to know."""
    byday = weekdays(row)
    bymonthday = row.bymonthday or ((row.dtstart.day,) if row.dtstart is not None and not byday else ())
    return _recurs(row.freq, row.interval, byday, bymonthday, row.dtstart, day)


def _recurs(
    freq: str, interval: int, byday: tuple[str, ...], bymonthday: tuple[int, ...], dtstart: date | None, day: date
) -> bool | None:
    pattern = _pattern(freq, interval, byday, bymonthday, dtstart)
    if pattern is None:
        return None
    if dtstart is None and interval > 1:
        return None if _has(day, pattern._replace(interval=1)) else False
    return _has(day, pattern)


@lru_cache(maxsize=4096)
def _pattern(
    freq: str, interval: int, byday: tuple[str, ...], bymonthday: tuple[int, ...], dtstart: date | None
) -> Pattern | None:
    """The pattern of a row, None when it names no day, or one that cannot be read or fits nothing.

    A place in the month (`1SA`) says nothing in a weekly row: that is a slip, and nobody can know which was meant.
    """
    read = [BYDAY.fullmatch(each) for each in byday]
    placed = any(match and match[1] for match in read)
    readable = all(read) and all(1 <= abs(number) <= 31 for number in bymonthday)
    if interval < 1 or not (byday or bymonthday) or not readable or (freq == "WEEKLY" and placed):
        return None
    phase = _turn(freq, dtstart) % interval if dtstart is not None else 0
    return Pattern(freq, interval, phase, byday, bymonthday)


def _turn(freq: str, day: date) -> int:
    """The number of `day`'s week (they start on Monday, ISO 8601) or of its month."""
    return (day.toordinal() - 1) // 7 if freq == "WEEKLY" else day.year * 12 + day.month - 1


def _has(day: date, pattern: Pattern) -> bool:
    return bool(dates(pattern, day.year) >> _place(day) & 1)


def _place(day: date) -> int:
    """Which day of its year it is, from 0."""
    return day.toordinal() - date(day.year, 1, 1).toordinal()


@lru_cache(maxsize=4096)
def dates(pattern: Pattern, year: int) -> int:
    """The dates in `year` on which `pattern` comes round, a bit a day, which takes a hundredth of a set's memory.

    Worked out once for all rows that share it. The first and the last year that Python can count have none: rrule steps
    over their edge.
    """
    if not MINYEAR < year < MAXYEAR:
        return 0
    start = datetime(year, 1, 1)  # noqa: DTZ001  rrule counts days; the zone comes in with the times of day
    if pattern.freq == "WEEKLY":
        start -= timedelta(days=start.weekday())
    behind = (_turn(pattern.freq, start) - pattern.phase) % pattern.interval
    if pattern.freq == "WEEKLY":
        start -= timedelta(weeks=behind)
    else:
        months = start.year * 12 - behind
        start = start.replace(year=months // 12, month=months % 12 + 1)
    plain = [each for each in pattern.byday if len(each) == 2]
    placed = [each for each in pattern.byday if len(each) > 2]
    groups = [group for group in (plain, placed) if group] or [[]]
    return sum(1 << place for place in {each for group in groups for each in _counted(pattern, group, start, year)})


def _counted(pattern: Pattern, byday: list[str], start: datetime, year: int) -> Iterator[int]:
    """What rrule counts. It takes plain weekdays *and* places in the month as both needed: hence one kind at a time."""
    rule = rrule(
        MONTHLY if pattern.freq == "MONTHLY" else WEEKLY,
        dtstart=start,
        until=datetime(year, 12, 31),  # noqa: DTZ001  rrule counts days; the zone comes in with the times of day
        interval=pattern.interval,
        wkst=MO,
        byweekday=[weekday_of(each) for each in byday] or None,
        bymonthday=pattern.bymonthday or None,
    )
    return (_place(found) for found in rule if found.year == year)


def weekday_of(written: str) -> weekday:
    """`-1FR` as rrule takes it."""
    day = weekday(WEEK.index(written[-2:]))
    return day(int(written[:-2])) if len(written) > 2 else day
