"""What a terminal under 80 x 24 still shows: the numbers to call."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.widget import Widget

from kiosk.pages.help_now import HelpNowPage
from kiosk.pages.parts import Page
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.words import Words


class TinyScreen(PageScreen[Page]):
    """Help-now numbers in plain lines, the most urgent first."""

    def compose(self) -> ComposeResult:
        """No band and no bar: there is no room."""
        yield from self.body()

    def body(self) -> Iterable[Widget]:
        """A line a number, as many as there is room for."""
        page = self.page
        if not isinstance(page, HelpNowPage):
            return
        numbers = [f"{card.number}  {card.title}" for card in page.cards]
        others = [f"{row.number}  {row.title}" for row in page.rows]
        yield Words(*numbers, *others, f"{page.adult}. {page.adult_where}", style="name", classes="tiny")
