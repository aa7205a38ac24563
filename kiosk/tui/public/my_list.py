"""My list."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from kiosk.pages.my_list import MyListPage
from kiosk.tui.plain import cells, cut, line, padded
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.button import Button
from kiosk.tui.widgets.leaf import Touch
from kiosk.tui.widgets.qr_code import QrCode
from kiosk.tui.widgets.rail import turns
from kiosk.tui.widgets.words import Title, Words

LOBBY_VERSION, SMALL_VERSION = 6, 3


class ListedRow(Touch):
    """A listing of one's own: name and number, state and room."""

    def lines(self, width: int, height: int) -> list[Content]:
        """Two lines."""
        choice = self.choice
        name, plain = self.style_of("name"), self.style_of("plain")
        state = self.state_parts(choice.state, short=True) if choice.state else []
        first = padded(["  ", (cut(choice.label, width - 14), name)], width, right=[(choice.number, name), "  "])
        place = choice.place if line(*state).cell_length + cells(choice.place) + 5 <= width else ""
        return [line(), first, padded(["  ", *state], width, right=[(place, plain), "  "]), line()]


class MyListScreen(PageScreen[MyListPage]):
    """Rows with *Take off*, the numbers in a line, and the code at the right."""

    def body(self) -> Iterable[Widget]:
        """Two columns, or one sentence when the list is empty."""
        page = self.page
        if not page.rows:
            yield Title(page.title, classes="title")
            yield Words(page.nothing, style="name", classes="nothing")
            return
        yield Horizontal(Vertical(*self._left(), classes="left"), Vertical(*self._right(), classes="right"))

    def _left(self) -> Iterable[Widget]:
        page = self.page
        if self.lobby:
            yield Title(page.title, page.subtitle, classes="title")
        for number, (row, take) in enumerate(zip(page.rows, page.takes, strict=False), 1):
            yield Horizontal(ListedRow(row, hint=str(number)), Button(take, classes="-take"), classes="listed")
        if page.turning.before or page.turning.more:
            yield Horizontal(*turns(page.turning), classes="turns")
        yield Title(page.numbers, page.say, classes="numbers")
        if self.lobby and len(page.rows) < _FULL:
            yield Words(*page.goes_away, style="quiet", classes="goes-away")
        buttons = [page.dates, page.photo, page.clear] if self.lobby else [page.dates, page.photo]
        yield Horizontal(*(Button(choice) for choice in buttons), classes="actions")

    def _right(self) -> Iterable[Widget]:
        page = self.page
        code = page.codes[page.code_index] if page.codes else None
        shown, drawn = self.matrix_for(code, LOBBY_VERSION if self.lobby else SMALL_VERSION)
        if shown is None:
            return
        yield QrCode(shown, drawn, captions=self.lobby, classes="code")
        if page.next_code:
            yield Button(page.next_code, classes="-next")
        elif not self.lobby:
            yield Words(shown.does_short or shown.does, style="quiet", center=True, classes="opens")


_FULL = 4
