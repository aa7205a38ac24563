"""Which hours of a listing fall on a date: rows, short days, exceptions and the school calendar put together.

What beats what, from the top:

1. A status other than `active`: nothing.
2. An exception of the listing: the last one listed whose range holds the day. It stands for the whole day and over the
   school calendar: who writes an exception knows of the calendar. It says other hours even where no row has any.
3. The school calendar, for rows that follow the school: snow day over no school over short days.
4. The rows, each within its series (`dtstart` to `until`) and while it is valid (`valid_from` to `valid_to`).

A span over midnight belongs, whole, to the day it starts on: a holiday or an exception on the next day does not cut
it, and one on its own day takes all of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date
from typing import Literal
from zoneinfo import ZoneInfo

from kiosk.domain.calendar import DayKind, SchoolCalendar, SchoolDay, ordinary_day, school_day
from kiosk.domain.clock_time import Interval, Span, on_the_clock, span
from kiosk.domain.listing import Listing, LocalText, Schedule, ScheduleException
from kiosk.domain.recurrence import recurs
from kiosk.domain.short_days import on_short_day
from kiosk.domain.values import dataclass

__all__ = ["Closure", "DayHours", "Interval", "exception_on", "hours_on", "ordinary_hours_on"]


@dataclass(frozen=True, slots=True)
class Closure:
    """Why a day's hours differ from the ordinary ones: closed, shortened, moved or opened by this."""

    reason: LocalText
    kind: Literal["exception"] | DayKind


@dataclass(frozen=True, slots=True)
class DayHours:
    """The hours of one date: the intervals that *start* on it, in order.

    `known` is False when nothing speaks for the whole day (no row is valid, or the school calendar ends before);
    `times_known` is False when it is open that day at times nobody wrote down. Outside its intervals such a day is
    neither open nor closed. `closed_by` says why the day differs, also when it is not closed.
    """

    day: date
    intervals: tuple[Interval, ...]
    closed_by: Closure | None
    known: bool
    times_known: bool

    @property
    def clear(self) -> bool:
        """Whether the whole day is known, so that outside its intervals it is closed."""
        return self.known and self.times_known


@dataclass(frozen=True, slots=True)
class _RowDay:
    """What one row says of one day: whether it says anything, whether it runs (None: it may), and when if known."""

    speaks: bool = True
    runs: bool | None = False
    span: Span | None = None


_OFF = _RowDay()
_SILENT = _RowDay(speaks=False)
_MAY_RUN = _RowDay(runs=None)


def hours_on(listing: Listing, day: date, calendar: SchoolCalendar | None, zone: ZoneInfo) -> DayHours:
    """The hours of `listing` that start on `day`."""
    if listing.status != "active":
        return DayHours(day, (), None, known=True, times_known=True)
    exception = exception_on(listing, day)
    if exception is not None:
        return _by_exception(exception, day, zone)
    school = school_day(calendar, day) if calendar and _follow_school(listing.schedules) else None
    rows = [_row_on(row, day, calendar, school) for row in listing.schedules]
    closed_by = None
    if calendar and school and school.special:
        usual = ordinary_day(calendar, day)
        if rows != [_row_on(row, day, calendar, usual) for row in listing.schedules]:
            closed_by = Closure(school.special.reason, school.special.kind)
    return _together(rows, day, closed_by, zone)


def ordinary_hours_on(listing: Listing, day: date, calendar: SchoolCalendar | None, zone: ZoneInfo) -> DayHours:
    """The hours `day` would have if nothing about it were special: no exception, no special day of the school."""
    school = ordinary_day(calendar, day) if calendar else None
    return _together([_row_on(row, day, calendar, school) for row in listing.schedules], day, None, zone)


def exception_on(listing: Listing, day: date) -> ScheduleException | None:
    """The exception that governs `day`: of those whose range holds it, the last one listed."""
    for exception in reversed(listing.schedule_exceptions):
        if exception.from_ <= day <= exception.to:
            return exception
    return None


def _by_exception(exception: ScheduleException, day: date, zone: ZoneInfo) -> DayHours:
    closed_by = Closure(exception.reason, "exception")
    if exception.closed:
        return DayHours(day, (), closed_by, known=True, times_known=True)
    hours = span(exception.opens_at, exception.closes_at)
    return _together([_RowDay(runs=True, span=hours)], day, closed_by, zone)


def _follow_school(rows: Iterable[Schedule]) -> bool:
    return any(row.on != "any-day" or row.short_days != "as-usual" for row in rows)


def _row_on(row: Schedule, day: date, calendar: SchoolCalendar | None, school: SchoolDay | None) -> _RowDay:
    """What `row` says of `day`.

    Before its series starts and after it ends, a row says for certain that it is not on; while it is not valid it says
    nothing. Where the school calendar does not reach, a row that follows the school may run.
    """
    if (row.until is not None and day > row.until) or (row.dtstart is not None and day < row.dtstart):
        return _OFF
    if (row.valid_to is not None and day > row.valid_to) or (row.valid_from is not None and day < row.valid_from):
        return _SILENT
    comes_round = recurs(row, day)
    if comes_round is False:
        return _OFF
    if row.on != "any-day":
        if school is None and row.on == "no-school-days":
            return _SILENT
        if school is not None and school.has_school is None:
            return _MAY_RUN
        if school is not None and school.has_school != (row.on == "school-days"):
            return _OFF
    if comes_round is None:
        return _MAY_RUN
    hours = span(row.opens_at, row.closes_at)
    if hours is None or school is None or calendar is None:
        return _RowDay(runs=True, span=hours)
    runs, hours = on_short_day(hours, row.short_days, school, calendar)
    return _RowDay(runs=runs, span=hours)


def _together(rows: list[_RowDay], day: date, closed_by: Closure | None, zone: ZoneInfo) -> DayHours:
    """A day from what its rows say: one that speaks is enough to know it, one that may run is enough not to."""
    spans = {row.span for row in rows if row.span}
    intervals = [interval for each in spans for interval in on_the_clock(day, each, zone)]
    if len(intervals) > 1:
        intervals.sort(key=lambda interval: interval.start.astimezone(UTC))
    return DayHours(
        day,
        tuple(intervals),
        closed_by,
        known=any(row.speaks for row in rows) and all(row.runs is not None for row in rows),
        times_known=all(row.span is not None for row in rows if row.runs),
    )
