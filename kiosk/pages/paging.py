"""The turning of a list that is longer than the screen: Before, More, and where one stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from kiosk.pages.parts import Choice, Paged
from kiosk.pages.reader import Ask

Item = TypeVar("Item")


def turned(ask: Ask, items: Sequence[Item], rows: int = 0) -> tuple[Sequence[Item], Paged]:
    """The items of this screenful and the turning. `rows` a screenful, the size's own when 0.

    A list may have grown shorter since its address was made: past its end, the last screenful is shown.
    """
    rows = rows or ask.size.list_rows
    last = max(0, (len(items) - 1) // rows)
    part = min(max(0, ask.route.part), last)
    shown = items[part * rows : (part + 1) * rows]
    if last == 0:
        return shown, Paged()
    left = len(items) - part * rows - len(shown)
    where = ask.words.say(
        "{first} to {last} of {all}", first=part * rows + 1, last=part * rows + len(shown), all=len(items)
    )
    note = ask.words.count("({n} left)", "({n} left)", left)
    return shown, Paged(before=_before(ask, part), more=_more(ask, part, note) if left else None, where=where)


def turning_between(ask: Ask, part: int, parts: int) -> Paged:
    """The turning of something that comes in `parts` screenfuls, whatever is on them."""
    if parts <= 1:
        return Paged()
    where = ask.words.say("{part} of {parts}", part=part + 1, parts=parts)
    return Paged(before=_before(ask, part), more=_more(ask, part, "") if part + 1 < parts else None, where=where)


def _before(ask: Ask, part: int) -> Choice | None:
    return Choice(go=replace(ask.route, part=part - 1), label=ask.words.say("Before")) if part else None


def _more(ask: Ask, part: int, note: str) -> Choice:
    return Choice(go=replace(ask.route, part=part + 1), label=ask.words.say("More"), note=note)
