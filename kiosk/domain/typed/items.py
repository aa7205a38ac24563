"""Typed hours as a list of items: days, dates, hours, rules, what is closed, and what parts them.

Each item is a `Piece` whose `kind` is one of

* `days` (`TypedDays`), `dates` (a list of `TypedRange`), `hours` (`TypedSpan`), `rule` (`Rule`);
* `on` (a pair: days of the school, and whether `only` or `on` stands before it);
* `closed`, `lunch`, `holidays`, `reason` (`LocalText`), `appointment` (whether one is needed);
* `and`, `comma`, `end`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kiosk.domain.clock_time import MIDNIGHT, Span
from kiosk.domain.typed.dates import kind_at, ranges_at, skipped
from kiosk.domain.typed.days import DayOf, TypedDays, days_at
from kiosk.domain.typed.letters import Piece
from kiosk.domain.typed.notes import Notes
from kiosk.domain.typed.rules import rules_at
from kiosk.domain.typed.spans import TypedSpan, span_at
from kiosk.domain.typed.words import EVERY_DAY

_ITSELF = ("closed", "lunch", "holidays", "appointment", "and", "comma", "end")
_FILLING = ("only", "weekly")
"""Kinds that say nothing where they are left over."""
_DAYS = ("day", "days", "group", "on")
_TIMES = ("number", "time", "noon", "midnight", "part")

EACH_DAY = TypedDays(tuple(DayOf(day, is_loose=True) for day in EVERY_DAY))
_Read = tuple[list[Piece], int]
"""Items, and the place behind them."""


def items(found: Sequence[Piece], notes: Notes) -> list[Piece]:
    """The items, in order. What is left over and says something is noted as not understood, neighbours as one."""
    listed: list[Piece] = []
    left: list[Piece] = []
    at = 0
    while at < len(found):
        read = _item_at(found, at, notes, listed) or _between(found, at, notes)
        if read is None:
            left.append(found[at])
            at += 1
            continue
        if read[0] and left:
            notes.problem("not-understood", left[0], left[-1])
            left = []
        listed += read[0]
        at = read[1]
    if left:
        notes.problem("not-understood", left[0], left[-1])
    return listed


def _item_at(found: Sequence[Piece], at: int, notes: Notes, before: Sequence[Piece]) -> _Read | None:
    """What starts here."""
    piece = found[at]
    if piece.kind == "fill":
        return [], at + 1
    if piece.kind in _ITSELF:
        return [piece], at + 1
    if piece.kind == "except":
        return [Piece("closed", None, piece.start, piece.end)], at + 1
    if piece.kind == "all-week":
        always = TypedSpan((Span(0, MIDNIGHT),), piece)
        return [replace(piece, kind="days", means=EACH_DAY), replace(piece, kind="hours", means=always)], at + 1
    if piece.kind == "reason" and _is_closed(before):
        return _reason(found, at, notes)
    if (rules := rules_at(found, at, notes)) is not None:
        return [Piece("rule", rule, piece.start, found[rules[1] - 1].end) for rule in rules[0]], rules[1]
    is_wanted = bool(before) and (before[-1].kind in ("closed", "reason") or found[at - 1].kind == "only")
    if (dates := ranges_at(found, at, is_wanted)) is not None:
        return _item("dates", found, at, *dates)
    if (days := days_at(found, at, notes)) is not None:
        return _item("days", found, at, *days)
    if (on := _on_at(found, at)) is not None:
        return on
    span = span_at(found, at, notes)
    return None if span is None else _item("hours", found, at, *span)


def _item(kind: str, found: Sequence[Piece], at: int, means: object, after: int) -> _Read:
    return [Piece(kind, means, found[at].start, found[after - 1].end)], after


def _on_at(found: Sequence[Piece], at: int) -> _Read | None:
    """`school days`, `only on school days`, `school days only`."""
    place = skipped(found, at, "only", "every")
    if kind_at(found, place) != "on":
        return None
    is_only = any(piece.kind == "only" for piece in found[at:place])
    after = place + 1
    if kind_at(found, after) == "only" and kind_at(found, after + 1) not in _TIMES:
        is_only, after = True, after + 1
    return [Piece("on", (found[place].means, is_only), found[at].start, found[after - 1].end)], after


def _reason(found: Sequence[Piece], at: int, notes: Notes) -> _Read:
    """What stands behind `closed ... for`, up to a comma, an end or a date."""
    after = at + 1
    while kind_at(found, after) not in ("", "comma", "end", "from", "until", "iso", "numeric", "month"):
        after += 1
    end = found[after - 1].end
    language = "es" if notes.text[found[at].start].casefold() == "p" else "en"  # por, para; for, because of
    reason = {language: notes.text[found[at].end : end].strip()}
    return [Piece("reason", reason, found[at].start, end)], after


def _is_closed(before: Sequence[Piece]) -> bool:
    """Whether the last items are what is closed."""
    last = next((item.kind for item in reversed(before) if item.kind not in ("dates", "hours", "rule")), "")
    return last == "closed"


def _between(found: Sequence[Piece], at: int, notes: Notes) -> _Read | None:
    """What people put between the items, and what only half says something, which is noted."""
    kind, following = kind_at(found, at), kind_at(found, skipped(found, at + 1))
    if kind in _FILLING or (kind == "from" and following in _DAYS):
        return [], at + 1
    if kind == "slash" or (kind == "dash" and following not in _TIMES):
        return [replace(found[at], kind="comma")], at + 1
    if kind == "dash" and (at == 0 or found[at - 1].kind in (*_DAYS, "fill", "comma", "end")):
        return [], at + 1
    if kind in ("month", "of-month"):
        notes.problem("no-day" if kind == "month" else "which-week", found[at])
        return [], at + 1
    return None
