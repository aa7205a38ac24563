"""The rows and exceptions that groups of typed hours become."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from kiosk.domain.clock_time import MIDNIGHT, Span
from kiosk.domain.listing import Schedule, ScheduleException
from kiosk.domain.typed.days import DayOf, in_order, left_open
from kiosk.domain.typed.groups import Group
from kiosk.domain.typed.halves import settled
from kiosk.domain.typed.letters import Piece
from kiosk.domain.typed.notes import Notes
from kiosk.domain.typed.rules import Turn
from kiosk.domain.typed.spans import TypedSpan
from kiosk.domain.typed.years import resolved_range

Times = tuple[str, str]
"""`opens_at` and `closes_at` as a row has them."""
Closed = tuple[tuple[DayOf, ...], Piece]
"""Weekdays that are closed, and the piece of text that says so."""


def times(span: Span) -> Times:
    """A span as a row writes it: `08:00`, `16:00`; midnight at the end of the day is `24:00`."""
    closes = span.end if span.end <= MIDNIGHT else span.end - MIDNIGHT
    return f"{span.start // 60:02}:{span.start % 60:02}", f"{closes // 60:02}:{closes % 60:02}"


def rows_of(group: Group, closed: Sequence[Closed], notes: Notes) -> Iterator[tuple[Schedule, Piece]]:
    """The rows of a group, each with the piece of text that says its hours."""
    days: tuple[DayOf, ...] = tuple(group.days)
    for off, piece in closed:
        days = left_open(days, off, piece, piece, notes)
    which: list[dict[str, Any]] = []
    weekly = in_order(day.code for day in days if not day.place)
    if weekly or all(item.kind == "on" for item in group.targets):
        which.append({"freq": "WEEKLY", "byday": weekly})
    if placed := in_order(day.code for day in days if day.place):
        which.append({"freq": "MONTHLY", "byday": placed})
    if group.month_days:
        which.append({"freq": "MONTHLY", "bymonthday": tuple(sorted(set(group.month_days)))})
    fields = _fields(group, {each["freq"] for each in which}, notes)
    spans = list(_times_of(group, notes))
    for days_of in which:
        for (opens_at, closes_at), piece in spans:
            yield Schedule(opens_at=opens_at, closes_at=closes_at, **days_of, **fields), piece


def exceptions_of(group: Group, notes: Notes) -> Iterator[tuple[ScheduleException, Piece]]:
    """The dates of a group with their other hours, each with the piece of text that says when."""
    for rule in group.rules.values():
        notes.problem("not-understood", rule.piece)
    spans = list(_times_of(group, notes))
    if len(spans) > 1:
        notes.problem("one-span", group.targets[0], spans[-1][1])
    for typed in group.ranges if len(spans) == 1 else ():
        days = resolved_range(typed, notes)
        if days is not None:
            (opens_at, closes_at), _ = spans[0]
            other = ScheduleException(from_=days[0], to=days[1], closed=False, opens_at=opens_at, closes_at=closes_at)
            yield other, typed.first.piece


def _times_of(group: Group, notes: Notes) -> Iterator[tuple[Times, Piece]]:
    """The spans of a group, once each has one reading; the closings between taken out of them."""
    known = [typed for typed in group.hours if typed.ways]
    open_: list[tuple[Span, Piece]] = []
    for typed, ways in zip(known, settled([typed.ways for typed in known]), strict=True):
        if _is_sure(typed, ways, notes):
            open_.append((ways[0], typed.piece))
    for gap in group.gaps:
        inside = [
            (place, way)
            for place, (span, _) in enumerate(open_)
            for way in gap.ways
            if span.start < way.start and way.end < span.end
        ]
        if len(inside) != 1:
            found = _written(way for _, way in inside)
            notes.problem("which-half" if inside else "gap-outside", gap.piece, None, *found)
            continue
        place, way = inside[0]
        span, piece = open_[place]
        _is_sure(gap, (way,), notes)
        open_[place : place + 1] = [(Span(span.start, way.start), piece), (Span(way.end, span.end), piece)]
    yield from ((times(span), piece) for span, piece in open_)
    yield from ((("", ""), typed.piece) for typed in group.hours if not typed.has_times)


def _is_sure(typed: TypedSpan, ways: tuple[Span, ...], notes: Notes) -> bool:
    if len(ways) > 1:
        notes.problem("which-half", typed.piece, None, *_written(ways))
        return False
    if not typed.is_said:
        notes.fill("half", typed.piece, *_written(ways))
    return True


def _written(spans: Iterable[Span]) -> Iterator[str]:
    return ("-".join(times(span)) for span in spans)


def _fields(group: Group, freqs: set[str], notes: Notes) -> dict[str, Any]:
    """The fields that the rules of a group give its rows."""
    fields: dict[str, Any] = {name: rule.value for name, rule in group.rules.items() if rule.value is not None}
    turn = fields.pop("interval", None)
    if isinstance(turn, Turn):
        piece = group.rules["interval"].piece
        if turn.unit == "MONTHLY" and "WEEKLY" in freqs:
            notes.problem("which-week", piece)
        elif len(freqs) > 1 or (turn.unit == "WEEKLY" and "MONTHLY" in freqs):
            notes.problem("bad-interval", piece)
        elif turn.every > 1 and "dtstart" not in group.rules:
            notes.problem("no-start", piece)
        fields["interval"] = turn.every
    _in_order(group, ("dtstart", "until"), notes)
    _in_order(group, ("valid_from", "valid_to"), notes)
    return fields


def _in_order(group: Group, names: tuple[str, str], notes: Notes) -> None:
    first, last = (group.rules[name].value if name in group.rules else None for name in names)
    if not isinstance(last, date):
        return
    if last < notes.today:
        notes.problem("over", group.rules[names[1]].piece)
    elif isinstance(first, date) and last < first:
        notes.problem("upside-down", group.rules[names[1]].piece)
