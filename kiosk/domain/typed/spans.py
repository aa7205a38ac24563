"""Spans of hours in typed hours: `8-4`, `3:15-5pm`, `de 3 a 5 de la tarde`, `between 9 and noon`, `24 hours`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from kiosk.domain.clock_time import MIDNIGHT, Span
from kiosk.domain.typed.dates import kind_at, skipped
from kiosk.domain.typed.halves import NOON, Part, TypedTime, in_part, readings, typed_time
from kiosk.domain.typed.letters import Piece
from kiosk.domain.typed.notes import Notes

_TO = ("to", "dash", "until")
TIMES = ("number", "time", "noon", "midnight")
"""Kinds of pieces that are a time."""
_QUARTER = 4
"""`cuarto` is a quarter, and the fourth."""


class TypedSpan(NamedTuple):
    """A span as it was typed: all that it can mean, and whether it says so itself or a rule does.

    It means nothing when it cannot be read, which is noted, or when it says that nobody knows the times.
    """

    ways: tuple[Span, ...]
    piece: Piece
    is_said: bool = True
    has_times: bool = True


_Read = tuple[TypedSpan, int]
"""A span, and the place behind it."""


def span_at(found: Sequence[Piece], at: int, notes: Notes) -> _Read | None:
    """The span that starts here."""
    piece = found[at]
    if piece.kind == "all-day":
        return TypedSpan((Span(0, MIDNIGHT),), piece), at + 1
    if piece.kind == "no-times":
        return TypedSpan((), piece, has_times=False), at + 1
    begin = skipped(found, at, "part", "from", "between", "to")
    if kind_at(found, begin) not in TIMES:
        return None
    between = any(each.kind == "between" for each in found[at:begin])
    part = next((each.means for each in found[at:begin] if each.kind == "part"), None)
    start, after = time_at(found, begin, notes, part, is_start=True)
    second = _second(found, after, between)
    if second is None:
        if start is not None:
            notes.problem("no-end", found[begin], found[after - 1])
        return TypedSpan((), found[begin]), after
    end, after = time_at(found, second, notes)
    whole = Piece("span", None, found[begin].start, found[after - 1].end)
    if start is None or end is None:
        return TypedSpan((), whole), after
    ways = readings(start, end)
    if not ways:
        notes.problem("no-length", whole)
    return TypedSpan(ways, whole, is_said=start.how == end.how == "said"), after


def _second(found: Sequence[Piece], at: int, between: bool) -> int | None:
    """Where the closing time stands: behind `to`, behind `closes`, for `between` behind `and`."""
    following = skipped(found, at, "comma", "and")
    if kind_at(found, following) == "closes":
        at = following
    elif kind_at(found, at) not in ((*_TO, "and") if between else _TO):
        return None
    at = skipped(found, at + 1)
    return at if kind_at(found, at) in TIMES else None


def time_at(
    found: Sequence[Piece], at: int, notes: Notes, part: Part | None = None, is_start: bool = False
) -> tuple[TypedTime | None, int]:
    """A time, with the part of the day before or behind it; None when there is no such time, which is noted."""
    time, after = _plain_time(found[at]), at + 1
    minutes, after = _minutes_at(found, after)
    if time is not None and minutes:
        is_whole = not time.may[0] % 60
        time = replace(time, may=tuple(minute + minutes for minute in time.may)) if is_whole else None
    behind = skipped(found, after)
    if kind_at(found, behind) == "part":
        part, after = found[behind].means, behind + 1
    if time is not None and part is not None:
        time = in_part(time, part)
    if time is None or (is_start and time.may == (MIDNIGHT,)):
        notes.problem("bad-time", found[at], found[after - 1])
        return None, after
    return time, after


def _minutes_at(found: Sequence[Piece], at: int) -> tuple[int, int]:
    """`y media`, `y cuarto`: the minutes past the hour, and the place behind them."""
    if kind_at(found, at) == "minutes":
        return int(found[at].means), at + 1
    is_quarter = kind_at(found, at) == "and" and kind_at(found, at + 1) == "place" and found[at + 1].means == _QUARTER
    if is_quarter and kind_at(found, at + 2) not in ("day", "place", "and", "comma"):
        return 15, at + 2
    return 0, at


def _plain_time(piece: Piece) -> TypedTime | None:
    if piece.kind == "noon":
        return TypedTime((NOON,), "said")
    if piece.kind == "midnight":
        return TypedTime((0,), "said")
    if piece.kind == "time":
        time: TypedTime | None = piece.means
        return time
    number = piece.means
    if number >= 100:  # 2030, which could have been a year
        return typed_time(number // 100, number % 100)
    return typed_time(number, 0, padded=number < 10 and piece.end - piece.start == 2)
