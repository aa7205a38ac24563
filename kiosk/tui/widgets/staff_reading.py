"""Lines to read at the desk, turned by arrows and pages: keys, help, the guide. Nothing in them is chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content

from kiosk.pages.staff.keys import KeyLine
from kiosk.tui.plain import cells, line, padded, wrap
from kiosk.tui.widgets.leaf import Leaf

KEYS = 11
"""Cells of a column of keys."""


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


class SheetHead(Leaf):
    """The blue head of a sheet over the screen: its title, and what closes it."""

    def __init__(self, title: str, closes: str) -> None:
        super().__init__(classes="sheet-head")
        self.words = (title, closes)

    def update(self, title: str, closes: str) -> None:
        """Other words in the same place."""
        self.words = (title, closes)
        self.refresh()

    def lines(self, width: int, height: int) -> list[Content]:
        """One line in the middle."""
        title, closes = self.words
        plain = self.style_of("plain")
        return [line(), padded([(title, self.style_of("name"))], width, right=[(closes, plain)]), line()]


def key_rows(part: Leaf, lines: Iterable[KeyLine], width: int, keys_wide: int = KEYS) -> list[Content]:
    """Keys in a column, and what each does beside them."""
    rows: list[Content] = []
    for each in lines:
        at = max(keys_wide, cells(each.keys) + 1)
        keys = (each.keys + " " * (at - cells(each.keys)), part.style_of("touch"))
        for place, words in enumerate(wrap(each.words, width - at - 1) or [""]):
            rows.append(line(keys if place == 0 else " " * at, words))
    return rows


def side_by_side(left: Sequence[Content], right: Sequence[Content], at: int) -> list[Content]:
    """Two columns, the second one from cell `at` on."""
    pairs = zip_longest(left, right, fillvalue=line())
    return [one + line(" " * max(0, at - one.cell_length)) + other for one, other in pairs]
