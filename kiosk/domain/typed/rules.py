"""Rules of a row in typed hours: from when, until when, every how many weeks, on which days of the school."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from kiosk.domain.typed.dates import TypedDate, TypedRange, date_at, kind_at, skipped
from kiosk.domain.typed.letters import Piece
from kiosk.domain.typed.notes import Notes
from kiosk.domain.typed.years import resolved, resolved_range

MOST_TURNS = 52
"""The longest interval, in weeks or months."""
_TO = ("to", "dash", "until")


class Turn(NamedTuple):
    """Each how many weeks or months; `unit` is empty where the days tell which."""

    every: int
    unit: str = ""


class Rule(NamedTuple):
    """One field of a row (`until`, `dtstart`, `interval`, ...) and its value; no value when it could not be read."""

    name: str
    value: date | Turn | str | None
    piece: Piece
    leads: bool = False
    """It can only be about the days behind it: `every other Tue`."""


_Read = tuple[list[Rule], int]


def rules_at(found: Sequence[Piece], at: int, notes: Notes) -> _Read | None:
    """The rules that start here, and the place behind them."""
    kind = found[at].kind
    if kind == "valid":
        return _bounds(found, skipped(found, at + 1), notes, ("valid_from", "valid_to"))
    if kind in ("from", "until", "to"):
        return _bounds(found, at, notes, ("dtstart", "until"))
    if kind in ("other", "turn", "every"):
        return _turn(found, at, notes)
    if kind == "short":
        return [Rule("short_days", found[at].means, found[at])], at + 1
    return None


def _bounds(found: Sequence[Piece], at: int, notes: Notes, names: tuple[str, str]) -> _Read | None:
    """`from Jan 12`, `from Jan 12 to Mar 30`, `until Mar 30`, `thru Mar 30`."""
    kind = kind_at(found, at)
    following = skipped(found, at + 1)
    read = date_at(found, following, wanted=True) if kind in ("from", "until", "to") else None
    if read is None:
        return _without_day(found, at, following, notes, names)
    first, after = read
    if kind != "from":
        return [_bound(names[1], first, notes)], after
    if kind_at(found, after) in _TO:
        end = date_at(found, skipped(found, after + 1), wanted=True)
        if end is not None:
            both = resolved_range(TypedRange(first, end[0]), notes)
            days = both if both is not None else (None, None)
            pieces = (first.piece, end[0].piece)
            return [Rule(*each) for each in zip(names, days, pieces, strict=True)], end[1]
    return [_bound(names[0], first, notes)], after


def _bound(name: str, typed: TypedDate, notes: Notes) -> Rule:
    return Rule(name, resolved(typed, notes, notes.today), typed.piece)


def _without_day(found: Sequence[Piece], at: int, following: int, notes: Notes, names: tuple[str, str]) -> _Read | None:
    """`until January`, which has no day."""
    if kind_at(found, at) not in ("from", "until") or kind_at(found, following) != "month":
        return None
    notes.problem("no-day", found[following])
    return [Rule(names[kind_at(found, at) == "until"], None, found[following])], following + 1


def _turn(found: Sequence[Piece], at: int, notes: Notes) -> _Read | None:
    """`every other Tue`, `every 2 weeks`, `cada dos martes`, `every 3rd month`."""
    first, kind = found[at], found[at].kind
    if kind == "turn":
        return [Rule("interval", Turn(first.means, "WEEKLY"), first)], at + 1
    count, after = (first.means, at) if kind == "other" else (None, skipped(found, at + 1))
    if kind_at(found, after) in ("number", "place") and kind == "every":
        count = found[after].means
    unit = skipped(found, after + 1)
    units = {"weeks": "WEEKLY", "months": "MONTHLY"}
    if count is None or (found[after].kind == "place" and kind_at(found, unit) not in units):
        return None
    if kind_at(found, unit) not in (*units, "day", "days", "place"):
        return None
    is_days = kind_at(found, unit) not in units
    last = found[after] if is_days else found[unit]
    piece = Piece("turn", None, first.start, last.end)
    turn: Turn | None = Turn(count, units.get(kind_at(found, unit), ""))
    if not 1 <= count <= MOST_TURNS:
        notes.problem("bad-interval", piece)
        turn = None
    return [Rule("interval", turn, piece, leads=is_days)], unit if is_days else unit + 1
