"""A code that calls."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from kiosk.pages.call_code import CallCodePage
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.button import Button
from kiosk.tui.widgets.qr_code import QrCode
from kiosk.tui.widgets.words import BigText, Title, Words

LOBBY_VERSION, SMALL_VERSION = 5, 3


class CallCodeScreen(PageScreen[CallCodePage]):
    """The number twice as large, what it is for, and the code."""

    def body(self) -> Iterable[Widget]:
        """Two columns."""
        page, art = self.page, self.look.art
        width = 68 if self.lobby else 35
        digits = art.number(page.number, width, 2 if self.lobby else 1) or art.number(page.number, width)
        big: Widget = (
            BigText(digits, classes="digits") if digits else Words(page.number, style="name", classes="digits")
        )
        others = [Button(other, hint=str(n)) for n, other in enumerate(page.others[: 5 if self.lobby else 3], 1)]
        left = [
            *([Title(page.title, classes="title")] if self.lobby else []),
            big,
            Words(page.name, style="name", classes="for"),
            Words(page.note, classes="note"),
            Words(*page.keeps, style="quiet", classes="keeps"),
            Words(page.code_for if self.lobby else "", style="quiet", classes="code-for"),
            Horizontal(*others, classes="actions"),
        ]
        code, drawn = self.matrix_for(page.code, LOBBY_VERSION if self.lobby else SMALL_VERSION)
        right: list[Widget] = [QrCode(code or page.code, drawn, captions=self.lobby, classes="code")]
        if not self.lobby:
            right.append(Words(page.code.does_short or page.code.does, style="quiet", center=True, classes="opens"))
        yield Horizontal(Vertical(*left, classes="left"), Vertical(*right, classes="right"), classes="columns")
