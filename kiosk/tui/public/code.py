"""A code on a screen of its own."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from kiosk.pages.code import CodePage
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.button import Button
from kiosk.tui.widgets.qr_code import QrCode
from kiosk.tui.widgets.words import BigText, Facts, Title, Words

LOBBY_VERSION, SMALL_VERSION = 6, 3


class CodeScreen(PageScreen[CodePage]):
    """How to scan at the left, the code at the right. What fits nowhere is said in words."""

    @property
    def band_title(self) -> str:
        """The band at 80 columns has room for a name, not for what the code does too."""
        return self.page.band_title or self.page.title

    def body(self) -> Iterable[Widget]:
        """Steps, facts, buttons; the code."""
        page = self.page
        code, drawn = self.matrix_for(page.code, LOBBY_VERSION if self.lobby else SMALL_VERSION)
        steps = [f"{number}  {words}" for number, words in enumerate(page.steps, 1)]
        sign = [BigText(self.look.art.picture(page.pictogram), style="sign", classes="sign")] if self.lobby else []
        how = Words(*(line for step in steps for line in ((step, "") if self.lobby else (step,))), classes="steps")
        left: list[Widget] = [
            Title(page.title, classes="title"),
            Horizontal(*sign, how if drawn else Words(page.too_big, classes="steps"), classes="how"),
            Facts(page.facts, at=17 if self.lobby else 15, gap=self.lobby),
            Horizontal(
                Button(page.smaller, classes="-smaller"),
                *(Button(choice) for choice in (page.add, page.turning.more or page.turning.before) if choice),
                classes="actions",
            ),
        ]
        right = QrCode(code or page.code, drawn, captions=False, classes="code")
        yield Horizontal(Vertical(*left, classes="left"), Vertical(right, classes="right"), classes="columns")
