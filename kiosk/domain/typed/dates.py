"""Dates as they are typed: `Jan 31`, `31 de enero de 2027`, `1/31`, `Dec 24 to Jan 2`, `Nov 26 and 27`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kiosk.domain.typed.letters import Piece

_CENTURY = 2000
_TO = ("to", "dash", "until")
_AND = ("and", "comma")
_TIMES = ("part", "minutes", *_TO)
"""What follows a number that is a time, not a day."""


class TypedDate(NamedTuple):
    """A date as it was typed: the ways to read its month and day, its year and its weekday if it says them."""

    ways: tuple[tuple[int, int], ...]
    year: int | None
    weekday: int | None
    piece: Piece
    """From where to where it was typed."""


class TypedRange(NamedTuple):
    """From a date to a date, both included; one day has no `last`."""

    first: TypedDate
    last: TypedDate | None


def skipped(found: Sequence[Piece], at: int, *kinds: str) -> int:
    """The place of the next piece that says something, `kinds` passed over too."""
    while at < len(found) and found[at].kind in ("fill", *kinds):
        at += 1
    return at


def kind_at(found: Sequence[Piece], at: int) -> str:
    """The kind of the piece at a place; empty past the end."""
    return found[at].kind if at < len(found) else ""


def date_at(found: Sequence[Piece], at: int, wanted: bool = False) -> tuple[TypedDate, int] | None:
    """The date that starts here, and the place behind it. `wanted`: what stands before asks for one (`until 9 Dec`)."""
    weekday = found[at].means if kind_at(found, at) == "day" else None
    first = skipped(found, at + 1, "comma") if weekday is not None else at
    kind = kind_at(found, first)
    after = first + 1
    year: int | None = None
    ways: tuple[tuple[int, int], ...]
    if kind == "iso":
        year, month, day = found[first].means
        ways = ((month, day),)
    elif kind == "numeric":
        one, other, *years = found[first].means
        ways = tuple({(one, other), (other, one)})
        year = years[0] % _CENTURY + _CENTURY if years else None
    else:
        read = _in_words(found, first, wanted or weekday is not None)
        if read is None:
            return None
        ways, after = ((read[0], read[1]),), read[2]
        year, after = _year_at(found, after)
    return TypedDate(ways, year, weekday, Piece("date", None, found[at].start, found[after - 1].end)), after


def ranges_at(found: Sequence[Piece], at: int, wanted: bool = False) -> tuple[list[TypedRange], int] | None:
    """Dates and ranges of dates that start here, and the place behind them."""
    before_month = _before_month(found, at, wanted)
    if before_month is not None:
        return before_month
    read = date_at(found, at, wanted)
    if read is None:
        return None
    ranges = [TypedRange(read[0], None)]
    at = read[1]
    while True:
        joined = kind_at(found, at)
        following = skipped(found, at + 1)
        if joined in _TO and ranges[-1].last is None:
            end = date_at(found, following, wanted=True) or _bare_at(found, following, ranges[-1].first)
            if end is None:
                return ranges, at
            ranges[-1], at = TypedRange(ranges[-1].first, end[0]), end[1]
        elif joined in _AND:
            another = date_at(found, following, wanted=True)
            if another is None and kind_at(found, following + 1) not in _TIMES:
                another = _bare_at(found, following, ranges[-1].last or ranges[-1].first)
            if another is None:
                return ranges, at
            ranges, at = [*ranges, TypedRange(another[0], None)], another[1]
        else:
            return ranges, at


def _in_words(found: Sequence[Piece], at: int, wanted: bool) -> tuple[int, int, int] | None:
    """`Jan 31`, `31 de enero`; without `of` where a date is wanted or has its year: `8-4 Dec 9` is no 4 December."""
    if kind_at(found, at) == "month":
        day = skipped(found, at + 1)
        number = _day_at(found, day)
        return None if number is None else (found[at].means, number, day + 1)
    number = _day_at(found, at)
    month = skipped(found, at + 1)
    if number is None or kind_at(found, month) != "month":
        return None
    is_sure = wanted or _year_at(found, month + 1)[0] is not None
    if month == at + 1 and (not is_sure or _day_at(found, month + 1) is not None):
        return None
    return found[month].means, number, month + 1


def _day_at(found: Sequence[Piece], at: int) -> int | None:
    """The day of a month as a number (`31`, `1st`); 45 too, which is then named as no date."""
    if kind_at(found, at) in ("number", "place") and 0 <= found[at].means < 100:
        return int(found[at].means)
    return None


def _year_at(found: Sequence[Piece], at: int) -> tuple[int | None, int]:
    """The year behind a day and its month, and the place behind it."""
    following = skipped(found, at, "comma")
    if kind_at(found, following) == "number" and found[following].means >= _CENTURY:
        return int(found[following].means), following + 1
    return None, at


def _bare_at(found: Sequence[Piece], at: int, before: TypedDate) -> tuple[TypedDate, int] | None:
    """A day in the month of the date before it: the 27 of `Nov 26 and 27`."""
    number = _day_at(found, at)
    if number is None or len(before.ways) > 1:
        return None
    year, after = _year_at(found, at + 1)
    piece = Piece("date", None, found[at].start, found[after - 1].end)
    return TypedDate(((before.ways[0][0], number),), year or before.year, None, piece), after


def _before_month(found: Sequence[Piece], at: int, wanted: bool) -> tuple[list[TypedRange], int] | None:
    """Days in front of their month: `24-26 Dec`, `26 y 27 de noviembre`."""
    days = [at]
    joins: list[str] = []
    while _day_at(found, days[-1]) is not None and kind_at(found, days[-1] + 1) in ("to", "dash", *_AND):
        joins.append(found[days[-1] + 1].kind)
        days.append(skipped(found, days[-1] + 2))
    read = _in_words(found, days[-1], wanted)
    if not joins or read is None or kind_at(found, days[-1]) == "month":
        return None
    year, after = _year_at(found, read[2])
    ranges: list[TypedRange] = []
    for place, join in zip(days, ("and", *joins), strict=True):
        number = _day_at(found, place) or 0
        day = TypedDate(((read[0], number),), year, None, found[place])
        if join in _AND:
            ranges.append(TypedRange(day, None))
        elif ranges[-1].last is None:
            ranges[-1] = TypedRange(ranges[-1].first, day)
        else:
            return None
    return ranges, after
