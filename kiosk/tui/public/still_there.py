"""Still there?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.containers import Horizontal
from textual.widget import Widget

from kiosk.pages.route import Act, Go
from kiosk.pages.still_there import StillTherePage
from kiosk.tui.public.base import Look, PageScreen
from kiosk.tui.widgets.button import Button
from kiosk.tui.widgets.words import BigText, Words


class StillThereScreen(PageScreen[StillTherePage]):
    """The seconds left, and more time as the main choice. Any touch or key gives more time."""

    OFFERS: ClassVar[frozenset[str]] = frozenset({"help", "hide", "done"})

    def body(self) -> Iterable[Widget]:
        """Question and seconds, words, two buttons."""
        page, art = self.page, self.look.art
        lines = art.title_lines(page.title, 60 if self.lobby else 52, 1)
        title: Widget = BigText(lines[0]) if lines else Words(page.title, style="name")
        title.add_class("question")
        yield Horizontal(title, BigText(art.number(page.subtitle, 16), style="blue", classes="seconds"), classes="head")
        yield Words(*page.lines, classes="words")
        yield Horizontal(Button(page.more_time, classes="-more"), Button(page.done, classes="-done"), classes="actions")

    @property
    def band_subtitle(self) -> bool:
        """The seconds stand below."""
        return False

    async def present(self, page: StillTherePage, look: Look) -> None:
        """Fewer seconds left: only they are drawn again."""
        self.page, self.look = page, look
        self.query_one(".seconds", BigText).update(look.art.number(page.subtitle, 16))
        self.query_one(".words", Words).update(*page.lines)

    def leads_to(self, event: events.Key) -> Go | None:
        """Any key but the one that chooses gives more time."""
        return None if event.key in {"enter", "space"} else Act("more-time")

    def miss(self, event: events.InputEvent) -> None:
        """Whoever pressed something just before the question came is still there."""
        if isinstance(event, events.Key | events.MouseDown):
            self.want(Act("more-time"))

    def on_click(self, event: events.Click) -> None:
        """A touch beside the buttons too."""
        event.stop()
        self.want(Act("more-time"))

    def on_mouse_scroll_down(self) -> None:
        """So does a scroll."""
        self.want(Act("more-time"))
