"""The first screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.widget import Widget

from kiosk.pages.attract import AttractPage
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.band import BandWords
from kiosk.tui.widgets.bar import Bar
from kiosk.tui.widgets.card import AnswerCard
from kiosk.tui.widgets.words import BigText, Words


class AttractScreen(PageScreen[AttractPage]):
    """A question in big letters, a row of pictures, and a place to start in each language."""

    OFFERS: ClassVar[frozenset[str]] = frozenset({"help"})

    def compose(self) -> ComposeResult:
        """Its band has no buttons: the languages stand below."""
        with Container(classes="stage"):
            yield BandWords(self.page.frame, self.page.frame.school, self.page.frame.center)
            with Vertical(classes="body"):
                yield from self.body()
            yield Bar(self.page.frame, offers=self.OFFERS)

    def body(self) -> Iterable[Widget]:
        """Question, what there is, pictures, starts, today."""
        page, art = self.page, self.look.art
        width = 116 if self.lobby else 76
        letters = art.title_lines(page.title, width, 1 if self.lobby else 2)
        if letters:
            yield Vertical(*(BigText(rows, classes="line") for rows in letters), classes="question")
        else:
            yield Words(page.title, style="name")
        yield Words(page.subtitle, classes="what")
        shown = page.pictograms[: 8 if self.lobby else 5]
        with_pictures = [BigText(art.picture(name), style="picture", classes="picture") for name in shown]
        yield Horizontal(*with_pictures, classes="pictures")
        starts = [AnswerCard(start, hint=str(n)) for n, start in enumerate(page.starts, 1)]
        yield Horizontal(*starts, classes="starts")
        yield Words(page.today_title, style="name", classes="today-title")
        yield Container(*(Words(words) for words in page.today), classes="today")
