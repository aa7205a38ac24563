"""The first screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from kiosk.pages.attract import AttractPage
from kiosk.tui.plain import line, padded
from kiosk.tui.public.base import Look, PageScreen
from kiosk.tui.widgets.band import BandWords
from kiosk.tui.widgets.bar import Bar
from kiosk.tui.widgets.card import AnswerCard
from kiosk.tui.widgets.words import BigText, Words

PICTURES_WIDTH, TODAY_COLUMN = 117, 56


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
        width, most, rows = (116, 1, 6) if self.lobby else (76, 2, 5)
        letters = art.title_lines(page.title, width, most)
        if letters:
            yield BigText([row for line in letters for row in line[:rows]], classes="question")
        else:
            yield Words(page.title, style="name")
        yield Words(page.subtitle, classes="what")
        if self.lobby:
            pictures = [art.picture(name) for name in page.pictograms]
            yield BigText(side_by_side(pictures, PICTURES_WIDTH), style="picture", classes="pictures")
        starts = [AnswerCard(start, hint=str(n)) for n, start in enumerate(page.starts, 1)]
        yield Horizontal(*starts, classes="starts")
        yield Words(page.today_title, style="name", classes="today-title")
        yield Today(*page.today, classes="today")

    async def present(self, page: AttractPage, look: Look) -> None:
        """The clock and the lines of today change in place: a finger may lie on a start, and few parts change."""
        if look != self.look or replace(page, frame=self.page.frame, today=self.page.today) != self.page:
            await super().present(page, look)
            return
        self.page = page
        self.query_one(BandWords).update(page.frame, page.frame.school, page.frame.center)
        self.query_one(Today).update(*page.today)


class Today(Words):
    """What is on now: side by side in the lobby, else one below the other."""

    def lines(self, width: int, height: int) -> list[Content]:
        """Each whole, in a column of its own or on a line of its own."""
        plain = self.style_of("plain")
        if height > 1:
            return [line((words, plain)) for words in self.paragraphs[:height]]
        return [line().join(padded([(words, plain)], TODAY_COLUMN) for words in self.paragraphs)]


def side_by_side(pictures: Sequence[Sequence[str]], width: int) -> list[str]:
    """Pictures in a row, each at the left of an equal share of the width: one part for all, which is up sooner."""
    rows = [""] * max(map(len, pictures), default=0)
    for number, picture in enumerate(pictures):
        left = width * number // len(pictures)
        rows = [row.ljust(left) + drawn for row, drawn in zip(rows, picture, strict=True)]
    return rows
