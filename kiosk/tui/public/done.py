"""I'm done: one sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.widget import Widget

from kiosk.pages.done import DonePage
from kiosk.pages.route import Go, Route
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.bar import Bar
from kiosk.tui.widgets.words import BigText, Words


class DoneScreen(PageScreen[DonePage]):
    """Nothing about you was kept. The first screen comes back by itself, or at a touch."""

    OFFERS: ClassVar[frozenset[str]] = frozenset({"help"})
    BAND: ClassVar[bool] = False

    def compose(self) -> ComposeResult:
        """No band: only the school's name."""
        with Container(classes="stage"):
            yield Words(self.page.frame.school, style="name", classes="school")
            with Vertical(classes="body"):
                yield from self.body()
            yield Bar(self.page.frame, offers=self.OFFERS)

    def body(self) -> Iterable[Widget]:
        """The sentence in big letters, and what the phone keeps."""
        page, art = self.page, self.look.art
        lines = art.title_lines(page.title, 90 if self.lobby else 70, 3)
        if lines:
            yield Vertical(*(BigText(rows, classes="line") for rows in lines), classes="letters")
        else:
            yield Words(page.title, style="name", classes="letters")
        yield Words(
            *(row for words in page.lines for row in ((words, "") if self.lobby else (words,))), classes="words"
        )

    def leads_to(self, event: events.Key) -> Go:
        """Any key too."""
        return Route("attract")

    def on_click(self, event: events.Click) -> None:
        """Anywhere."""
        event.stop()
        self.want(Route("attract"))
