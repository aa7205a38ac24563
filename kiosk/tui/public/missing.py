"""What stands where a listing was that is gone."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Horizontal
from textual.widget import Widget

from kiosk.pages.missing import MissingPage
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.button import Button
from kiosk.tui.widgets.words import Title, Words


class MissingScreen(PageScreen[MissingPage]):
    """One sentence, whom to ask, and two ways on."""

    def body(self) -> Iterable[Widget]:
        """Title, words, buttons."""
        page = self.page
        yield Title(page.title, classes="title")
        yield Words(*page.lines, classes="what")
        yield Horizontal(
            Button(page.person, hint="1", classes="-person"),
            Button(page.search, hint="2", classes="-search"),
            classes="actions",
        )
