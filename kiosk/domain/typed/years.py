"""Which day a typed date is.

A date without its year is the next such date, today included, and the end of a range the next after its start. A range
that may be running, or to come in the next year, is asked; so is `3/4`, which is March 4 or April 3.
"""

from __future__ import annotations

from datetime import date

from kiosk.domain.listing import WEEK
from kiosk.domain.typed.dates import TypedDate, TypedRange
from kiosk.domain.typed.notes import Notes

_LEAP_YEARS = 8
"""From one February 29 to the next, at most."""


def resolved(typed: TypedDate, notes: Notes, not_before: date, note: bool = True) -> date | None:
    """The date that was meant; None when there is no such date, or two, and that is noted."""
    found = sorted({day for way in typed.ways if (day := _next(way, typed.year, not_before)) is not None})
    if len(found) != 1:
        notes.problem("which-date" if found else "bad-date", typed.piece, None, *(day.isoformat() for day in found))
        return None
    day = found[0]
    if typed.weekday is not None and day.weekday() != typed.weekday:
        notes.problem("wrong-weekday", typed.piece, None, WEEK[day.weekday()])
        return None
    if typed.year is None and note:
        notes.fill("year", typed.piece, day.isoformat())
    return day


def resolved_range(typed: TypedRange, notes: Notes) -> tuple[date, date] | None:
    """Both days of a range, the same for one day; None when they cannot be told, and that is noted."""
    first = resolved(typed.first, notes, notes.today, note=False)
    if first is None:
        return None
    last = first
    if typed.last is not None:
        start = notes.today if typed.last.year else first
        end = resolved(typed.last, notes, start, note=False)
        begun = None if end is None else _begun(typed.first, typed.last, notes, first, end)
        if end is None or begun is None:
            return None
        first, last = begun, end
    for each, day in ((typed.first, first), (typed.last, last)):
        if each is not None and each.year is None:
            notes.fill("year", each.piece, day.isoformat())
    return first, last


def _begun(typed: TypedDate, end: TypedDate, notes: Notes, first: date, last: date) -> date | None:
    """The first day of a range, which may lie before today; None when it cannot be told, and that is noted."""
    if last < first:
        if typed.year is None:
            return _before(first, last) or first
        notes.problem("upside-down", typed.piece, end.piece)
        return None
    if typed.year is None and end.year is None:
        near = _next((last.month, last.day), None, notes.today)
        began = _before(first, near) if near is not None and near < first else None
        if began is not None:
            notes.problem("which-year", typed.piece, end.piece, f"{began}/{near}", f"{first}/{last}")
            return None
    return first


def _before(day: date, last: date) -> date | None:
    """The last such day of a year by `last`."""
    for year in (last.year, last.year - 1):
        found = _next((day.month, day.day), year, date.min)
        if found is not None and found <= last:
            return found
    return None


def _next(way: tuple[int, int], year: int | None, not_before: date) -> date | None:
    """The date with this month and day: in its year, else the next one; None when there is none."""
    for each in (year,) if year is not None else range(not_before.year, not_before.year + _LEAP_YEARS + 1):
        try:
            day = date(each, *way)
        except ValueError:
            continue
        if year is not None or day >= not_before:
            return day
    return None
