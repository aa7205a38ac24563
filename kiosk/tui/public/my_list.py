"""My list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from kiosk.pages.my_list import MyListPage
from kiosk.pages.parts import Choice
from kiosk.tui.plain import Part, cells, cut, line, padded
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.button import Button
from kiosk.tui.widgets.leaf import Touch
from kiosk.tui.widgets.qr_code import QrCode
from kiosk.tui.widgets.rail import turns
from kiosk.tui.widgets.words import Title, Words

LOBBY_VERSION, SMALL_VERSION = 6, 3
WORDS_AT = 49
"""The column of the words beside big letters."""


class ListedRow(Touch):
    """A listing of one's own: name and number, state and room."""

    def lines(self, width: int, height: int) -> list[Content]:
        """Two lines."""
        choice = self.choice
        name, plain = self.style_of("name"), self.style_of("plain")
        state = self.state_parts(choice.state, short=True) if choice.state else []
        room = width - cells(choice.number) - 6
        label = choice.label if cells(choice.label) <= room else choice.big or choice.label
        first = padded(["  ", (cut(label, room), name)], width, right=[(choice.number, name), "  "])
        place = choice.place if line(*state).cell_length + cells(choice.place) + 5 <= width else ""
        right: list[Part] = [(place, plain), "  "] if place else []
        return [line(), first, padded(["  ", *state], width, right=right), line()]


class BigListedRow(ListedRow):
    """The same in big text: a short name in big letters, number, state and room at its right."""

    def __init__(self, choice: Choice, letters: Sequence[str], *, hint: str = "") -> None:
        super().__init__(choice, hint=hint)
        self.letters = letters

    def lines(self, width: int, height: int) -> list[Content]:
        """Letters from the first row, words from the second."""
        choice = self.choice
        name = self.style_of("name")
        if not self.letters:
            return [line(), *super().lines(width, height)]
        state = self.state_parts(choice.state, short=True) if choice.state else []
        if WORDS_AT + line(*state).cell_length > width and choice.state:
            state = self.label_parts(choice.state.label, choice.state.tone)
        right: list[Sequence[Part]] = [[], [(choice.number, name)], state, [(choice.place, name)], []]
        rows = []
        for letters, words in zip(self.letters, right, strict=True):
            left = line("  ", (letters, self.style_of("plain")))
            rows.append(left + line(" " * max(1, WORDS_AT - left.cell_length), *words))
        return [*rows, line()]


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
            if self.large:
                yield BigListedRow(row, self.look.art.name(row.big, WORDS_AT - 3), hint=str(number))
                continue
            yield Horizontal(ListedRow(row, hint=str(number)), Button(take, classes="-take"), classes="listed")
        if page.turning.before or page.turning.more:
            yield Horizontal(*turns(page.turning), classes="turns")
        yield Title(page.numbers, page.say, classes="numbers")
        if self.lobby and not self.large and len(page.rows) < _FULL:
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
