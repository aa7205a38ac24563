"""The neutral board that *Hide this* leaves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.containers import Vertical
from textual.widget import Widget

from kiosk.pages.board import BoardPage
from kiosk.pages.route import Go, Route
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.words import BigText, Facts, Words


class BoardScreen(PageScreen[BoardPage]):
    """The day in big letters, lunch, what is on. Any touch or key starts anew."""

    OFFERS: ClassVar[frozenset[str]] = frozenset({"help"})

    def body(self) -> Iterable[Widget]:
        """One card."""
        page, art = self.page, self.look.art
        lines = art.title_lines(page.title, 110 if self.lobby else 72, 1 if self.lobby else 2)
        words: list[Widget] = [BigText(rows, classes="line") for rows in lines]
        words = words or [Words(page.title, style="name")]
        day = Vertical(*words, classes="day")
        starts = Words("   ".join(page.starts), style="quiet", classes="starts")
        yield Vertical(day, Facts(page.lines, at=20 if self.lobby else 14, gap=self.lobby), starts, classes="card")

    def leads_to(self, event: events.Key) -> Go:
        """Any key too."""
        return Route("attract")

    def on_click(self, event: events.Click) -> None:
        """Anywhere."""
        event.stop()
        self.want(Route("attract"))
