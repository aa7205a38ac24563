"""Which language."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Container, Horizontal, Vertical
from textual.widget import Widget

from kiosk.pages.language import LanguagePage
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.card import BigCard
from kiosk.tui.widgets.words import BigText, Title, Words


class LanguageScreen(PageScreen[LanguagePage]):
    """Each language by its own name in big letters; below, that an interpreter is free."""

    def body(self) -> Iterable[Widget]:
        """Title, languages, interpreter."""
        page, art = self.page, self.look.art
        yield Title(page.title, page.subtitle, classes="title")
        width = 54 if self.lobby else 34
        cards = [
            BigCard(choice, art.title(choice.big) if art.name(choice.big, width) else (), hint=str(n))
            for n, choice in enumerate(page.languages, 1)
        ]
        yield Container(*cards, classes="languages")
        words = Vertical(
            Words(page.another, style="name", classes="another"), Words(*page.interpreter, classes="interpreter")
        )
        sign = [BigText(art.picture("talk"), style="sign", classes="sign")] if self.lobby else []
        yield Horizontal(*sign, words, classes="foot")
