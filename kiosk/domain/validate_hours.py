"""Whether rows of hours, and the days that differ, can be read: an unreadable one would show as *hours not known*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.domain.clock_time import minutes
from kiosk.domain.listing import Schedule, ScheduleException
from kiosk.domain.problems import Problem

_DAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")
"""A weekday, for MONTHLY with its place in the month (RFC 5545 byday)."""


def row_problems(row: Schedule, path: str) -> Iterator[Problem]:
    """What is wrong with one row of a schedule."""
    yield from _times(row, path)
    yield from _days(row, path)
    if not 1 <= row.interval <= 52:
        yield Problem(f"{path}.interval", "bad-interval", str(row.interval))
    elif row.interval > 1 and row.dtstart is None:
        yield Problem(f"{path}.dtstart", "no-start", str(row.interval))
    if row.dtstart and row.until and row.until < row.dtstart:
        yield Problem(f"{path}.until", "upside-down", str(row.dtstart), str(row.until))
    if row.valid_from and row.valid_to and row.valid_to < row.valid_from:
        yield Problem(f"{path}.valid_to", "upside-down", str(row.valid_from), str(row.valid_to))


def exception_problems(exception: ScheduleException, path: str) -> Iterator[Problem]:
    """What is wrong with one day or range that differs."""
    if exception.to < exception.from_:
        yield Problem(f"{path}.to", "upside-down", str(exception.from_), str(exception.to))
    yield from _times(exception, path)
    if exception.closed and (exception.opens_at or exception.closes_at):
        yield Problem(f"{path}.closed", "closed-with-hours")


def _times(hours: Schedule | ScheduleException, path: str) -> Iterator[Problem]:
    for name, written in (("opens_at", hours.opens_at), ("closes_at", hours.closes_at)):
        if written and minutes(written) is None:
            yield Problem(f"{path}.{name}", "bad-time", written)
    if hours.closes_at and not hours.opens_at:
        yield Problem(f"{path}.opens_at", "no-opening-time", hours.closes_at)
    if hours.opens_at and not hours.closes_at:
        yield Problem(f"{path}.closes_at", "no-closing-time", hours.opens_at)


def _days(row: Schedule, path: str) -> Iterator[Problem]:
    is_monthly = row.freq == "MONTHLY"
    for place, written in enumerate(row.byday):
        day = _DAY.fullmatch(written)
        if day is None:
            yield Problem(f"{path}.byday[{place}]", "bad-byday", written)
        elif day[1] and not is_monthly:
            yield Problem(f"{path}.byday[{place}]", "byday-weekly", written)
    for place, number in enumerate(row.bymonthday):
        if not 1 <= abs(number) <= 31:
            yield Problem(f"{path}.bymonthday[{place}]", "bad-month-day", str(number))
    if row.bymonthday and not is_monthly:
        yield Problem(f"{path}.bymonthday", "month-days-weekly")
    follows_school = row.on != "any-day" and not is_monthly  # such a row means Monday to Friday
    if row.opens_at and not (row.byday or row.bymonthday or row.dtstart or follows_school):
        yield Problem(f"{path}.byday", "no-days")
