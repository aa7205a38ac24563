"""The way to a room."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from kiosk.pages.room import RoomPage
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.button import Button
from kiosk.tui.widgets.words import BigText, StateLine, Words


class RoomScreen(PageScreen[RoomPage]):
    """The number as large as the screen allows; the way in numbered steps."""

    @property
    def band_title(self) -> str:
        """The room is on the card; the band leaves its place empty."""
        return ""

    def body(self) -> Iterable[Widget]:
        """The card, the way, a code that calls."""
        page, art = self.page, self.look.art
        word = BigText(art.title(page.room_word), style="blue", classes="word")
        factor, width = (3, 74) if self.lobby else (2, 41)
        digits = art.number(page.room, width, factor) or art.number(page.room, width)
        room: Widget = BigText(digits, style="blue", classes="digits") if digits else Words(page.room, style="name")
        call = [Button(page.call, hint="1")] if page.call else []
        if self.lobby:
            steps = [f"{number}  {words}" for number, words in enumerate(page.steps, 1)]
            side: list[Widget] = [
                Words(page.from_here, style="name", classes="from"),
                Words(*(row for step in steps for row in (step, "")), classes="steps"),
                Words(page.access, classes="access"),
                StateLine(page.state, classes="state"),
                Words(page.who, page.languages, classes="who"),
                *call,
            ]
            yield Horizontal(Vertical(word, room, classes="card"), Vertical(*side, classes="side"), classes="columns")
            return
        until = page.state.words if page.state else ""
        left = Vertical(
            word, Words(until, style="name"), Words(page.who, page.languages, classes="who"), classes="left"
        )
        way = Words(" ".join((*page.steps, page.access)), classes="way")
        yield Vertical(Horizontal(left, room, classes="top"), way, classes="card")
        yield Horizontal(*call, classes="actions")
