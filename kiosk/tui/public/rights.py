"""A card families do not know to ask for."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from kiosk.pages.rights import RightsPage
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.button import Button
from kiosk.tui.widgets.words import BigText, Facts, Title, Words


class RightsScreen(PageScreen[RightsPage]):
    """What is true, what to say, whom to ask."""

    def body(self) -> Iterable[Widget]:
        """Like a support's page."""
        page = self.page
        words = Words(page.lead, classes="what")
        if self.lobby:
            sign = BigText(self.look.art.picture(page.pictogram), style="sign", classes="sign")
            head = Vertical(Title(page.title, page.subtitle, classes="name"), words, classes="head")
            yield Horizontal(sign, head, classes="top")
        else:
            yield words
        yield Facts(page.facts, at=18 if self.lobby else 13, gap=self.lobby)
        yield Words(page.say, style="name", classes="say")
        yield Horizontal(
            Button(page.listings, hint="1", classes="-listings"),
            Button(page.person, hint="2", classes="-person"),
            classes="actions",
        )
