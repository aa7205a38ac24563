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
    say, left = ask.words.say, len(items) - part * rows - len(shown)
    before = Choice(go=replace(ask.route, part=part - 1), label=say("Before")) if part else None
    more = None
    if left:
        more = Choice(
            go=replace(ask.route, part=part + 1), label=say("More"), note=ask.words.count("({n} left)", "({n} left)", left)
        )
    where = say("{first} to {last} of {all}", first=part * rows + 1, last=part * rows + len(shown), all=len(items))
    return shown, Paged(before=before, more=more, where=where)
