"""The listings that answer a need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from textual.containers import Container, Horizontal, Vertical
from textual.widget import Widget

from kiosk.pages.parts import Choice, Paged
from kiosk.pages.results import Empty, ResultsPage
from kiosk.tui.art import Art
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.button import Button, Toggle
from kiosk.tui.widgets.card import TextCard
from kiosk.tui.widgets.leaf import Touch
from kiosk.tui.widgets.rail import turns
from kiosk.tui.widgets.row import BigRow, Row
from kiosk.tui.widgets.words import Title, Words


class ResultsScreen(PageScreen[ResultsPage]):
    """Toggles, rows, and the rail that turns them."""

    FIRST: ClassVar[str] = "Row, BigRow, TextCard"

    def body(self) -> Iterable[Widget]:
        """In big text three rows and, on the rail, a way to the toggles."""
        page = self.page
        rows = list(list_rows(page.rows, self.look.art, large=self.look.size.large, width=94 if self.lobby else 72))
        rail = [] if page.empty else list(turns(page.turning))
        if self.large:
            choices = [Button(page.choices)] if page.choices else []
            yield Horizontal(Vertical(*rows, *self._empty(page.empty)), Vertical(*choices, *rail, classes="rail"))
            yield Words(f"{page.title}: {page.subtitle}", style="quiet", classes="foot")
            return
        yield list_head(self, page.turning)
        yield Container(*(Toggle(toggle) for toggle in page.toggles), classes="toggles")
        if page.empty:
            yield from self._empty(page.empty)
            return
        notes = [Words(*page.notes, style="quiet", classes="notes")] if page.notes else []
        side = [Vertical(*rail, classes="rail")] if self.lobby else []
        yield Horizontal(Vertical(*rows, *notes, classes="rows"), *side, classes="list")

    def _empty(self, empty: Empty | None) -> Iterable[Widget]:
        if empty is None:
            return
        lifts = [TextCard(lift) for lift in empty.lift[:2]]
        yield Title(empty.why, empty.turn, classes="why")
        yield Horizontal(*lifts, classes="lifts")
        yield Title(empty.ask, empty.ask_words, classes="ask")


def list_head(screen: PageScreen[Any], turning: Paged) -> Horizontal:
    """The row above a list: its title in the lobby; at 80 columns where one is in it, and how to turn it."""
    page = screen.page
    if screen.lobby:
        return Horizontal(Title(page.title, page.subtitle), classes="head")
    where = Words(page.subtitle or turning.where, style="quiet", classes="where")
    return Horizontal(where, *turns(turning), classes="head")


def list_rows(rows: Sequence[Choice], art: Art, *, large: bool, width: int = 94) -> Iterable[Touch]:
    """The rows of a list, numbered by the digits that choose them."""
    for number, row in enumerate(rows, 1):
        if large:
            yield BigRow(row, art.name(row.big, width), hint=str(number))
        else:
            yield Row(row, hint=str(number))
