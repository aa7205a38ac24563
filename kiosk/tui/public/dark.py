"""The dark screen of quiet hours."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.app import ComposeResult
from textual.widget import Widget

from kiosk.pages.dark import DarkPage
from kiosk.pages.route import Go, Route
from kiosk.tui.public.base import Look, PageScreen
from kiosk.tui.widgets.words import Words


class DarkScreen(PageScreen[DarkPage]):
    """A few grey words on black. Any touch or key wakes it; F1 leads to the numbers."""

    def compose(self) -> ComposeResult:
        """No band, no bar, no clock: nothing that shines and nothing that changes."""
        yield from self.body()

    def body(self) -> Iterable[Widget]:
        """How to start, and the numbers."""
        yield Words(*self.page.starts, self.page.help_now, center=True, classes="resting")

    async def present(self, page: DarkPage, look: Look) -> None:
        """The minute turned: nothing of it is shown."""
        is_same = (page.starts, page.help_now, look) == (self.page.starts, self.page.help_now, self.look)
        if is_same:
            self.page = page
        else:
            await super().present(page, look)

    def leads_to(self, event: events.Key) -> Go:
        """Any key too."""
        return Route("attract")

    def on_click(self, event: events.Click) -> None:
        """Anywhere."""
        event.stop()
        self.want(Route("attract"))
