"""What families will see, in the two lines of the card at the foot of the wide form."""

from __future__ import annotations

from textual.content import Content

from kiosk.pages.staff.form_families import FamilySide
from kiosk.tui.plain import cells, cut, line, padded
from kiosk.tui.widgets.leaf import Leaf

STATE_AT = 30
"""The column of the state; further left where what it costs takes more room."""
NARROWEST = 18


class FamilyCard(Leaf):
    """The name, the state on its ground, what it costs; below them the first step. It follows each letter."""

    def __init__(self, side: FamilySide) -> None:
        super().__init__(classes="families card")
        self.side = side

    def update(self, side: FamilySide) -> None:
        """Newer words in the same place."""
        if side != self.side:
            self.side = side
            self.refresh()

    def lines(self, width: int, height: int) -> list[Content]:
        """Two lines."""
        side, name, plain = self.side, self.style_of("name"), self.style_of("plain")
        label = line(*self.state_parts(side.state)) if side.state is not None else line()
        room = max(NARROWEST, min(STATE_AT, width - label.cell_length - cells(side.detail) - 2))
        named = cut(side.name, room - 2)
        state = line((named, name), " " * (room - cells(named))) + label
        detail = cut(side.detail, max(0, width - state.cell_length - 2))
        filler = " " * max(0, width - state.cell_length - cells(detail))
        first = state + line((f"{filler}{detail}", plain))
        return [first, padded([(cut(side.step, width), self.style_of("go"))], width)]
