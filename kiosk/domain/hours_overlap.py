"""Rows of hours that are open at the same time: one of the two is a slip."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from kiosk.domain.clock_time import MIDNIGHT, Span, span
from kiosk.domain.listing import Schedule
from kiosk.domain.recurrence import recurs

_WEEK, _YEAR = 7, 366
"""Days. Within a year each place in the month meets each other that it can; longer intervals get two years."""


def overlaps(rows: Sequence[Schedule], today: date) -> Iterator[tuple[int, int]]:
    """Pairs of rows, by their places, that are open at the same time on some day from `today` on.

    A row is paired with the first before it that it overlaps, not with each.
    """
    for later, row in enumerate(rows):
        for earlier in range(later):
            if overlap(rows[earlier], row, today):
                yield earlier, later
                break


def overlap(one: Schedule, other: Schedule, today: date) -> bool:
    """Whether two rows are ever open at the same time."""
    first, second = span(one.opens_at, one.closes_at), span(other.opens_at, other.closes_at)
    if first is None or second is None or {one.on, other.on} == {"school-days", "no-school-days"}:
        return False
    for days_later in (-1, 0, 1):
        moved = Span(second.start + days_later * MIDNIGHT, second.end + days_later * MIDNIGHT)
        if first.start < moved.end and moved.start < first.end and _meet(one, other, days_later, today):
            return True
    return False


def _meet(one: Schedule, other: Schedule, days_later: int, today: date) -> bool:
    """Whether `other` ever comes round so many days after `one`, while both run."""
    later = timedelta(days=days_later)
    starts = [one.dtstart, one.valid_from, *(day and day - later for day in (other.dtstart, other.valid_from))]
    ends = [one.until, one.valid_to, *(day and day - later for day in (other.until, other.valid_to))]
    first = max([today, *(day for day in starts if day is not None)])
    last = min([first + _reach(one, other), *(day for day in ends if day is not None)])
    days = (first + timedelta(days=off) for off in range((last - first).days + 1))
    return any(recurs(one, day) and recurs(other, day + later) for day in days)


def _reach(one: Schedule, other: Schedule) -> timedelta:
    """How long to look."""
    if one.interval > 1 or other.interval > 1:
        return timedelta(days=2 * _YEAR)
    return timedelta(days=_WEEK if one.freq == other.freq == "WEEKLY" else _YEAR)
