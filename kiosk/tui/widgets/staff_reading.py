"""Lines to read at the desk, turned by arrows and pages: keys, help, the guide. Nothing in them is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content

from kiosk.tui.plain import line
from kiosk.tui.widgets.leaf import Leaf


class Reading(Leaf, can_focus=True):
    """Shows the rows from `top` on. Subclasses make the rows for a width."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "read(-1)", show=False, id="reading.up"),
        Binding("down", "read(1)", show=False, id="reading.down"),
        Binding("pageup", "turn(-1)", show=False, id="reading.page-up"),
        Binding("pagedown,space", "turn(1)", show=False, id="reading.page-down"),
        Binding("home", "read(-100000)", show=False, id="reading.first"),
        Binding("end", "read(100000)", show=False, id="reading.last"),
    ]

    def __init__(self, classes: str = "") -> None:
        super().__init__(classes=classes)
        self.top = 0

    def rows(self, width: int) -> Sequence[Content]:
        """All rows, however many."""
        raise NotImplementedError

    @property
    def height_seen(self) -> int:
        """How many rows are seen at once."""
        return max(1, self.outer_size.height - self.styles.padding.height)

    def lines(self, width: int, height: int) -> list[Content]:
        """The rows that are seen."""
        rows = list(self.rows(width))
        self.top = max(0, min(self.top, len(rows) - height))
        seen = rows[self.top : self.top + height]
        return [*seen, *[line()] * (height - len(seen))]

    def action_read(self, rows: int) -> None:
        """So many rows further."""
        most = len(self.rows(self.outer_size.width - self.styles.padding.width)) - self.height_seen
        top = max(0, min(self.top + rows, most))
        if top != self.top:
            self.top = top
            self.refresh()

    def action_turn(self, way: int) -> None:
        """A page further."""
        self.action_read(way * max(1, self.height_seen - 1))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel turns."""
        event.stop()
        self.action_read(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel turns."""
        event.stop()
        self.action_read(-3)
