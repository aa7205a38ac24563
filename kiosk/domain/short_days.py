"""What an early dismissal or a delayed opening does to one row's hours."""

from __future__ import annotations

from typing import Literal

from kiosk.domain.calendar import SchoolCalendar, SchoolDay
from kiosk.domain.clock_time import MIDNIGHT, Span, minutes

ShortDays = Literal["shortened", "moved", "cancelled", "as-usual"]
Hours = tuple[bool, Span | None]
"""Whether the row runs that day, and its span; runs without a span means that nobody knows its times."""

_OFF: Hours = (False, None)
_TIMES_NOT_KNOWN: Hours = (True, None)
_NEVER = 3 * MIDNIGHT
"""Later than any hours that start on the day."""


def on_short_day(span: Span, short_days: ShortDays, school: SchoolDay, calendar: SchoolCalendar) -> Hours:
    """The hours of a row on a day that starts late, ends early or both; on any other day, as they were.

    * `as-usual`: nothing changes.
    * `cancelled`: the row is off, whether the day starts late or ends early.
    * `shortened`: the row runs only while there is school to run in: from the late start, until the dismissal. What
      lies wholly outside is off.
    * `moved`, early dismissal: what is not over by then starts at the dismissal and keeps its length. What is over by
      then (care before school) stays.
    * `moved`, delayed opening: what ends by the ordinary first bell keeps its distance to the bell, so care before
      school still ends when school starts. What else starts before the late start, starts then and keeps its length.
      What starts later stays.
    """
    if short_days == "as-usual" or not (school.late or school.early):
        return True, span
    if short_days == "cancelled":
        return _OFF
    late = minutes(school.late.at) if school.late else 0
    early = minutes(school.early.at) if school.early else _NEVER
    if late is None or early is None:
        return _TIMES_NOT_KNOWN
    if short_days == "shortened":
        rest = Span(max(span.start, late), min(span.end, early))
        return (True, rest) if rest.start < rest.end else _OFF
    return True, _at_dismissal(_at_late_start(span, late, calendar), early)


def _at_late_start(span: Span, late: int, calendar: SchoolCalendar) -> Span:
    bell = minutes(calendar.starts_at)
    if bell is not None and span.end <= bell:
        return _begin(span, span.start + max(0, late - bell))
    return _begin(span, max(span.start, late))


def _at_dismissal(span: Span, early: int) -> Span:
    return _begin(span, early) if span.end > early else span


def _begin(span: Span, start: int) -> Span:
    return Span(start, start + span.end - span.start)
