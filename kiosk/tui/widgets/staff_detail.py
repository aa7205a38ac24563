"""What is told beside a list: names above words, hours as bars; in two columns where there is little room."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from kiosk.pages.staff.detail import DetailLine
from kiosk.pages.staff.hours_change import Bar
from kiosk.tui.plain import Part, cells, line, wrap
from kiosk.tui.widgets.leaf import Leaf

NAMES = 9
"""Cells of the column of names, at least."""


class Detail(Leaf):
    """Lines that cannot be chosen."""

    def __init__(self, told: Sequence[DetailLine], classes: str = "detail") -> None:
        super().__init__(classes=classes)
        self.told = tuple(told)

    def update(self, told: Sequence[DetailLine]) -> None:
        """Others in the same place."""
        if tuple(told) != self.told:
            self.told = tuple(told)
            self.refresh()

    def lines(self, width: int, height: int) -> list[Content]:
        """As many as there is room for."""
        if self.screen.has_class("-lobby"):
            return [row for each in self.told for row in self._tall(each, width)][:height]
        told = [each for each in self.told if not each.wide_only]
        room = max((cells(each.name) + 2 for each in told if each.name), default=0)
        return [row for each in told for row in self._flat(each, width, max(NAMES, room))][:height]

    def _tall(self, each: DetailLine, width: int) -> list[Content]:
        rows = [line((each.name, self.style_of("quiet")))] if each.name else []
        rows += [line((words, self.style_of(each.style))) for words in wrap(each.words, width) if each.words]
        if each.bars:
            rows.append(line(*bar_parts(self, each.bars, width, is_now=each.is_now)))
        return rows or [line()]

    def _flat(self, each: DetailLine, width: int, names: int) -> list[Content]:
        style, quiet = self.style_of(each.style), self.style_of("quiet")
        if not each.name:
            return [line((words, style)) for words in wrap(each.words, width)]
        rows = wrap(each.words, max(8, width - names)) or [""]
        return [
            line((each.name.ljust(names) if place == 0 else " " * names, quiet), (words, style))
            for place, words in enumerate(rows)
        ]


def bar_parts(leaf: Leaf, bars: Sequence[Bar], width: int, *, is_now: bool) -> list[Part]:
    """Openings side by side, each with the times at its ends where they fit."""
    parts: list[Part] = []
    at = 0
    for bar in bars:
        start = max(at, round(bar.start * width))
        long = max(1, min(width, round((bar.start + bar.length) * width)) - start)
        room = long - cells(bar.first) - cells(bar.last) - 3
        words = f" {bar.first}{' ' * (room + 1)}{bar.last} " if room >= 0 else ""
        parts += [" " * (start - at), (words.ljust(long)[:long], leaf.style_of("open" if is_now else "shut"))]
        at = start + long
    return parts
