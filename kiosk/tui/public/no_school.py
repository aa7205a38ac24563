"""No school that day: who has my child?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.containers import Container, Horizontal, Vertical
from textual.widget import Widget

from kiosk.pages.no_school import NoSchoolPage
from kiosk.tui.public.base import PageScreen
from kiosk.tui.public.results import list_head, list_rows
from kiosk.tui.widgets.button import Toggle
from kiosk.tui.widgets.rail import turns
from kiosk.tui.widgets.words import Words


class NoSchoolScreen(PageScreen[NoSchoolPage]):
    """Days as toggles, then what is open that day."""

    FIRST: ClassVar[str] = "Row"

    def body(self) -> Iterable[Widget]:
        """Like a list of results, with whom to ask at its foot."""
        page = self.page
        yield list_head(self, page.turning)
        yield Container(*(Toggle(toggle) for toggle in page.toggles), classes="toggles")
        large = self.look.size.large and not self.lobby
        rows = list(list_rows(page.rows, self.look.art, large=large, width=72))
        empty = [Words(page.empty, style="name", classes="empty")] if page.empty else []
        foot = [Words(*page.notes, style="quiet", classes="notes"), Words(page.ask, style="name", classes="ask")]
        side = [Vertical(*turns(page.turning), classes="rail")] if self.lobby else []
        yield Horizontal(Vertical(*rows, *empty, *foot, classes="rows"), *side, classes="list")
