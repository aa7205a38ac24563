"""A card with a title and many short lines in columns, turned where they are more than fit."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from kiosk.tui.plain import Part, cells, cut, line, wrap
from kiosk.tui.widgets.leaf import Leaf

_LEFT = 2


class NameColumns(Leaf):
    """Lines run down the first column, then down the next."""

    def __init__(self, title: str, names: Sequence[str], note: str, more: str, *, columns: int, classes: str) -> None:
        super().__init__(classes=f"{classes} card")
        self.words = (title, names, note, more)
        self.columns = columns
        self.top = 0

    def update(self, title: str, names: Sequence[str], note: str, more: str) -> None:
        """Others in the same place."""
        if (title, names, note, more) != self.words:
            self.words = (title, names, note, more)
            self.top = 0
            self.refresh()

    def turn(self, way: int) -> None:
        """The next lines, or those before."""
        fitting, count = self._rows(self.outer_size.height) * self.columns, len(self.words[1])
        top = self.top + way * max(1, fitting)
        if 0 <= top < count:
            self.top = top
            self.refresh()

    def lines(self, width: int, height: int) -> list[Content]:
        """Title, an empty row, the lines, and at the bottom what is said of them."""
        title, names, note, more = self.words
        above, rows = self._above, self._rows(height)
        seen = names[self.top : self.top + rows * self.columns]
        per = min(rows, -(-len(seen) // self.columns)) if len(names) <= rows * self.columns else rows
        room = (width - _LEFT) // self.columns
        lines = [line()] * above
        lines += [line(" " * _LEFT, (title, self.style_of("name"))), line()]
        for row in range(per):
            parts: list[Part] = [" " * _LEFT]
            for column in range(self.columns):
                place = column * per + row
                text = cut(seen[place], room - 1) if place < len(seen) else ""
                parts.append(text + " " * (room - cells(text)))
            lines.append(line(*parts))
        lines = [*lines, *[line()] * height][:height]
        if len(names) > len(seen) and more:
            note = f"{self.top + 1}-{self.top + len(seen)} / {len(names)}   {more}"
        if note and (self.screen.has_class("-lobby") or len(names) > len(seen)):
            said = wrap(note, width - 2 * _LEFT, 1)[0]
            lines[height - above - 1] = line(" " * _LEFT, (said, self.style_of("quiet")))
        return lines

    @property
    def _above(self) -> int:
        return 1 if self.screen.has_class("-lobby") else 0

    def _rows(self, height: int) -> int:
        """Rows for lines: what title, note and the air between them leave."""
        return max(1, height - 2 * self._above - 2 - (2 if self.screen.has_class("-lobby") else 1))
