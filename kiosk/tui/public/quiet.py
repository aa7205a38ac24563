"""Ask without words."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from kiosk.pages.quiet import QuietPage
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.button import Button
from kiosk.tui.widgets.words import BigText, Words


class QuietScreen(PageScreen[QuietPage]):
    """A card to show to any adult; it says nothing about why."""

    def body(self) -> Iterable[Widget]:
        """The card and two buttons."""
        page, art = self.page, self.look.art
        lines = art.title_lines(page.please, 108 if self.lobby else 70, 1)
        please: Widget = BigText(lines[0]) if lines else Words(page.please, style="name")
        please.add_class("please")
        digits = art.number(page.room, 30)
        word = art.title(page.room_word)
        words: list[Widget] = [
            Words(page.show, style="name"),
            Words(page.no_why),
            Words(page.way, classes="way"),
        ]
        room = Horizontal(
            BigText(word, style="blue", classes="word"),
            BigText(digits, style="blue", classes="digits") if digits else Words(page.room, style="name"),
            *([Vertical(*words, classes="words")] if self.lobby else []),
            classes="room",
        )
        small = [] if self.lobby else words[:2]
        yield Vertical(
            please,
            Words("     ".join(page.others), style="name", classes="others"),
            room,
            *small,
            Words(page.staff, style="quiet", classes="staff"),
            classes="card",
        )
        call = [Button(page.call, hint="2")] if page.call else []
        yield Horizontal(Button(page.bigger, hint="1"), *call, classes="actions")
