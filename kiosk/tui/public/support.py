"""One school-based support."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from kiosk.pages.support import SupportPage
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.button import Button
from kiosk.tui.widgets.words import BigText, Facts, StateLine, Title, Words


class SupportScreen(PageScreen[SupportPage]):
    """What it is, facts, a sentence to say, and the listings that offer it."""

    def body(self) -> Iterable[Widget]:
        """Head, facts, buttons."""
        page = self.page
        head = Vertical(
            Title(page.title, page.subtitle if self.lobby else "", classes="name"),
            StateLine(page.state, classes="state"),
            Words(page.what, classes="what"),
            classes="head",
        )
        if self.lobby:
            sign = BigText(self.look.art.picture(page.pictogram), style="sign", classes="sign")
            yield Horizontal(sign, head, classes="top")
        else:
            yield StateLine(page.state, classes="state")
            yield Words(page.what, classes="what")
        yield Facts(page.facts, at=18 if self.lobby else 13, gap=self.lobby)
        yield Words(page.say, *page.notes, style="name", classes="say")
        code = [Button(page.code, hint="3")] if page.code else []
        yield Horizontal(
            Button(page.listings, hint="1", classes="-listings"),
            Button(page.person, hint="2", classes="-person"),
            *code,
            classes="actions",
        )
