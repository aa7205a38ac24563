"""The card beside the form: what families will read, as far as it goes on the card."""

from __future__ import annotations

from textual.content import Content

from kiosk.pages.parts import State
from kiosk.pages.staff.form_families import FamilySide
from kiosk.pages.staff.lines import TextLine
from kiosk.tui.plain import line, wrap
from kiosk.tui.widgets.leaf import Leaf

NARROWEST = 8
"""Cells for the words behind a state's label, at least."""


class FamilyCard(Leaf):
    """Draws the lines under each other; hidden while there are none to show."""

    def __init__(self, side: FamilySide | None) -> None:
        super().__init__(classes="families card")
        self.side = side
        self.display = side is not None

    def update(self, side: FamilySide | None) -> None:
        """Newer lines in the same place."""
        if side != self.side:
            self.side = side
            self.display = side is not None
            self.refresh()

    def lines(self, width: int, height: int) -> list[Content]:
        """The title, then the lines; at the end of those that are cut short the key that shows all."""
        if self.side is None:
            return []
        rows = [line((self.side.title, self.style_of("quiet"))), line()]
        rows += [row for each in self.side.lines for row in self._rows(each, width)]
        if len(rows) <= height:
            return [*rows, *[line()] * (height - len(rows))]
        return [*rows[: height - 2], line(), line((self.side.all_by, self.style_of("quiet")))]

    def _rows(self, each: TextLine, width: int) -> list[Content]:
        if each.state is not None:
            return self._state_rows(each.state, width)
        style = self.style_of("name" if each.strong else "plain")
        return [line((words, style)) for words in wrap(each.words, width)]

    def _state_rows(self, state: State, width: int) -> list[Content]:
        """The label on its ground, its words beside it, wrapped behind it."""
        label = line(*self.label_parts(state.label, state.tone))
        at = label.cell_length + 1
        first, *more = wrap(state.words, max(NARROWEST, width - at)) or [""]
        name = self.style_of("name")
        return [label + line(" ", (first, name)), *(line(" " * at, (words, name)) for words in more)]
