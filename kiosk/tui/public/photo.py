"""My list, to photograph."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from kiosk.pages.photo import PhotoPage
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.words import Facts, Title, Words


class PhotoScreen(PageScreen[PhotoPage]):
    """Plain lines on a white card."""

    def body(self) -> Iterable[Widget]:
        """Title, lines, foot."""
        page = self.page
        yield Title(page.title, page.subtitle, classes="title")
        yield Facts(page.lines, at=12, gap=self.lobby and len(page.lines) < 6)
        yield Words(page.foot, style="quiet", classes="foot")
