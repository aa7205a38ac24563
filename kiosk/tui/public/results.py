"""The listings that answer a need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.containers import Container, Horizontal, Vertical
from textual.widget import Widget

from kiosk.pages.parts import Choice
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

    def body(self) -> Iterable[Widget]:
        """In big text three rows and, on the rail, a way to the toggles."""
        page = self.page
        rows = list(list_rows(page.rows, self.look.art, large=self.large))
        rail = [] if page.empty else list(turns(page.turning))
        if self.large:
            choices = [Button(page.choices)] if page.choices else []
            yield Horizontal(Vertical(*rows, *self._empty(page.empty)), Vertical(*choices, *rail, classes="rail"))
            yield Words(f"{page.title}: {page.subtitle}", style="quiet", classes="foot")
            return
        yield Horizontal(Title(page.title, page.subtitle), Words(page.turning.where, style="quiet", classes="where"))
        yield Container(*(Toggle(toggle) for toggle in page.toggles), classes="toggles")
        if page.empty:
            yield from self._empty(page.empty)
            return
        notes = [Words(*page.notes, style="quiet", classes="notes")] if page.notes else []
        yield Horizontal(Vertical(*rows, *notes, classes="rows"), Vertical(*rail, classes="rail"), classes="list")

    @property
    def band_subtitle(self) -> bool:
        """At 80 columns how many there are is said in the band."""
        return True

    def _empty(self, empty: Empty | None) -> Iterable[Widget]:
        if empty is None:
            return
        lifts = [TextCard(lift) for lift in empty.lift[:2]]
        yield Title(empty.why, empty.turn, classes="why")
        yield Horizontal(*lifts, classes="lifts")
        yield Title(empty.ask, empty.ask_words, classes="ask")


def list_rows(rows: Sequence[Choice], art: Art, *, large: bool) -> Iterable[Touch]:
    """The rows of a list, numbered by the digits that choose them."""
    for number, row in enumerate(rows, 1):
        if large:
            yield BigRow(row, art.name(row.big, 94), hint=str(number))
        else:
            yield Row(row, hint=str(number))
