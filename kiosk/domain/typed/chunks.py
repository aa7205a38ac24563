"""The items of typed hours in chunks, as commas and ends part them; in each it is clear what every item is for.

In a chunk `on` is left only where it says which days (`school days 3-6`), and `dates` only where they have other hours.
All else of that kind has become a `rule`. `gap` is a closing within a day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kiosk.domain.typed.letters import Piece
from kiosk.domain.typed.notes import Notes
from kiosk.domain.typed.rules import Rule
from kiosk.domain.typed.years import resolved_range

Chunk = list[Piece]
TARGETS = ("days", "dates", "on")
"""Kinds of items that say which days."""


def clauses(items: Sequence[Piece]) -> list[list[Chunk]]:
    """The chunks, in clauses that a semicolon or a full stop ends. An `and` between hours and days parts them too."""
    found: list[list[Chunk]] = [[[]]]
    before = ""
    for place, item in enumerate(items):
        following = items[place + 1].kind if place + 1 < len(items) else ""
        is_parting = before in ("hours", "rule") and following in (*TARGETS, "closed", "lunch", "appointment")
        if item.kind == "end":
            found.append([[]])
        elif item.kind == "comma" or (item.kind == "and" and is_parting):
            found[-1].append([])
        elif item.kind != "and":
            found[-1][-1].append(item)
        before = item.kind
    return [[chunk for chunk in clause if chunk] for clause in found if any(clause)]


def shape(chunk: Sequence[Piece]) -> str:
    """Which days and hours a chunk has, in order: `TS` for `Mon 8-4`, `ST` for `8-4 Mon`."""
    return "".join("T" if item.kind in TARGETS else "S" for item in chunk if item.kind in (*TARGETS, "hours"))


def sorted_out(chunk: Chunk, following: Chunk | None, notes: Notes) -> Chunk:
    """A chunk with its dates and its days of the school told apart: which have hours, and which are rules."""
    told: Chunk = []
    for place, item in enumerate(chunk):
        others = [each for each in chunk if each is not item]
        if item.kind == "on" and not _says_which(chunk, place):
            told.append(replace(item, kind="rule", means=Rule("on", item.means[0], item)))
        elif item.kind == "dates" and _is_bound(chunk, place, others, following):
            days = resolved_range(item.means[0], notes)
            for name, day in zip(("dtstart", "until"), days or (None, None), strict=True):
                told.append(replace(item, kind="rule", means=Rule(name, day, item)))
        else:
            told.append(item)
    return told


def _kind(chunk: Sequence[Piece], place: int) -> str:
    return chunk[place].kind if 0 <= place < len(chunk) else ""


def _says_which(chunk: Chunk, place: int) -> bool:
    """Whether days of the school stand for days: right before hours of their own, or where no other days are."""
    if _kind(chunk, place + 1) == "hours" and _kind(chunk, place - 1) not in TARGETS:
        return True
    kinds = {item.kind for item in chunk}
    return not kinds & {"days", "dates"} and ("hours" in kinds or not chunk[place].means[1])


def _is_bound(chunk: Chunk, place: int, others: Chunk, following: Chunk | None) -> bool:
    """Whether dates are from when until when, not days with other hours: `Tue 3-5 Jan 12 to Mar 30`."""
    ranges = chunk[place].means
    if len(ranges) != 1 or ranges[0].last is None or _kind(chunk, place + 1) == "hours":
        return False
    if any(item.kind in ("days", "on") for item in others):
        return True
    return _kind(chunk, place - 1) != "hours" and (following is None or shape(following) != "S")
