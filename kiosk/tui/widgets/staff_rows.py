"""Lines of the desk that have the focus one at a time, moved by arrows: jobs, listings, versions, questions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.style import Style

from kiosk.tui.plain import line
from kiosk.tui.widgets.leaf import Leaf


class StaffRows(Leaf, can_focus=True):
    """Draws only the rows that are seen, so ten thousand cost what ten do. Subclasses draw one row.

    `cursor` is the row that has the focus, `top` the first one that is seen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False, id="rows.up"),
        Binding("down", "move(1)", show=False, id="rows.down"),
        Binding("pageup", "turn(-1)", show=False, id="rows.page-up"),
        Binding("pagedown", "turn(1)", show=False, id="rows.page-down"),
        Binding("home", "move(-1000000)", show=False, id="rows.first"),
        Binding("end", "move(1000000)", show=False, id="rows.last"),
        Binding("enter", "choose", show=False, id="rows.choose"),
    ]
    TALL: ClassVar[int] = 1
    """Lines that one row takes."""

    class Chosen(Message):
        """A row was chosen, by Enter or by a tap."""

        def __init__(self, rows: StaffRows, index: int) -> None:
            super().__init__()
            self.rows = rows
            self.index = index

    class Moved(Message):
        """Another row has the focus."""

        def __init__(self, rows: StaffRows, index: int) -> None:
            super().__init__()
            self.rows = rows
            self.index = index

    def __init__(self, classes: str = "") -> None:
        super().__init__(classes=classes)
        self.cursor = 0
        self.top = 0

    @property
    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def row(self, index: int, width: int, *, focused: bool) -> Sequence[Content]:
        """The lines of one row, `TALL` of them."""
        raise NotImplementedError

    def inks(self, *, focused: bool) -> tuple[Style, Style]:
        """The styles of names and of all else in a row; both on the ground of the focus where the row has it."""
        return self.style_of("chosen" if focused else "name"), self.style_of("chosen-plain" if focused else "plain")

    def changed(self) -> None:
        """The rows are others now: keep the cursor among them, and draw."""
        self.cursor = max(0, min(self.cursor, self.count - 1))
        self._keep_in_view()
        self.refresh()

    def lines(self, width: int, height: int) -> list[Content]:
        """The rows from the top one on that fit."""
        self._keep_in_view(height)
        rows: list[Content] = []
        for index in range(self.top, min(self.count, self.top + self._fitting(height))):
            rows += self.row(index, width, focused=self.has_focus and index == self.cursor)
        return [*rows, *[line()] * (height - len(rows))][:height]

    def action_move(self, by: int) -> None:
        """Move the focus by so many rows."""
        self._go_to(self.cursor + by)

    def action_turn(self, way: int) -> None:
        """Move it by a screenful."""
        self._go_to(self.cursor + way * max(1, self._fitting(self.outer_size.height) - 1))

    def action_choose(self) -> None:
        """Choose the row that has the focus."""
        if self.count:
            self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """A tap puts the focus on a row; on the row that has it, it chooses."""
        event.stop()
        index = self.top + event.y // self.TALL
        if index < self.count:
            was = self.cursor
            self._go_to(index)
            if index == was:
                self.action_choose()

    def on_mouse_scroll_down(self) -> None:
        """The wheel moves the rows."""
        self.action_move(3)

    def on_mouse_scroll_up(self) -> None:
        """The wheel moves the rows."""
        self.action_move(-3)

    def _go_to(self, index: int) -> None:
        index = max(0, min(index, self.count - 1))
        if index != self.cursor:
            self.cursor = index
            self._keep_in_view()
            self.refresh()
            self.post_message(self.Moved(self, index))

    def _fitting(self, height: int) -> int:
        return max(1, height // self.TALL)

    def _keep_in_view(self, height: int = 0) -> None:
        fitting = self._fitting(height or self.outer_size.height or 1)
        if self.cursor < self.top:
            self.top = self.cursor
        elif self.cursor >= self.top + fitting:
            self.top = self.cursor - fitting + 1
        self.top = max(0, min(self.top, self.count - fitting))
