"""The right column of the first page: what the lobby shows now, and what was opened there today."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from kiosk.pages.staff.lobby_facts import Bar, LobbySide
from kiosk.tui.plain import cells, cut, line, padded
from kiosk.tui.widgets.leaf import Leaf
from kiosk.tui.widgets.words import Title, Words

BAR_AT = 20
"""Cells before the bars: numbers and names."""


class Pairs(Leaf):
    """Quiet names in a column, and what each is."""

    def __init__(self, pairs: Sequence[tuple[str, str]]) -> None:
        super().__init__(classes="pairs")
        self.pairs = pairs

    def update(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Others in the same place."""
        self.pairs = pairs
        self.refresh()

    def lines(self, width: int, height: int) -> list[Content]:
        """A line each."""
        room = max((cells(name) for name, _ in self.pairs), default=0) + 2
        quiet = self.style_of("quiet")
        shown = [(name, cut(words, width - room)) for name, words in self.pairs][:height]
        return [line((name, quiet), " " * (room - cells(name)), words) for name, words in shown]


class Bars(Leaf):
    """A listing a line: number, name, bar, count."""

    def __init__(self, bars: Sequence[Bar]) -> None:
        super().__init__(classes="bars")
        self.bars = bars

    def update(self, bars: Sequence[Bar]) -> None:
        """Other bars in the same place."""
        self.bars = bars
        self.refresh()

    def lines(self, width: int, height: int) -> list[Content]:
        """Each bar is half a line high."""
        blue = self.style_of("blue")
        rows = []
        for bar in self.bars[:height]:
            number = f"{bar.number} "
            name = f"{number}{cut(bar.name, BAR_AT - 1 - cells(number))}"
            blank = " " * max(1, BAR_AT - cells(name))
            rows.append(padded([name, blank, ("▄" * bar.cells, blue)], width, right=[bar.times]))
        return rows


class LobbyColumn(Vertical):
    """Two cards."""

    def __init__(self, side: LobbySide) -> None:
        super().__init__(classes="side")
        self._side = side

    def compose(self) -> ComposeResult:
        """What is shown now, then the counts."""
        side = self._side
        yield Vertical(Title(side.title, classes="lobby-title"), Pairs(side.facts), classes="lobby card")
        yield Vertical(
            Title(side.opened_title, classes="opened-title"),
            Bars(side.opened),
            Words(side.opened_note, style="quiet", classes="opened-note"),
            classes="opened card",
        )

    def update(self, side: LobbySide) -> None:
        """As it is now."""
        self._side = side
        self.query_one(".lobby-title", Title).update(side.title)
        self.query_one(Pairs).update(side.facts)
        self.query_one(".opened-title", Title).update(side.opened_title)
        self.query_one(Bars).update(side.opened)
        self.query_one(".opened-note", Words).update(side.opened_note)
