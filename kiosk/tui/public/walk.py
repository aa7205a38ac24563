"""One question of the guided walk."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget

from kiosk.pages.walk import WalkPage
from kiosk.tui.plain import line
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.button import Button
from kiosk.tui.widgets.card import AnswerCard
from kiosk.tui.widgets.leaf import Leaf
from kiosk.tui.widgets.words import BigText, Title, Words


class Progress(Leaf):
    """A bar a question: blue for those asked."""

    def __init__(self, asked: int, of: int) -> None:
        super().__init__()
        self.asked = asked
        self.of = of

    def lines(self, width: int, height: int) -> list[Content]:
        """One row."""
        done, ahead = self.style_of("touch"), self.style_of("ahead")
        return [line(*(part for n in range(self.of) for part in (("━━━━", done if n < self.asked else ahead), " ")))]


class WalkScreen(PageScreen[WalkPage]):
    """The question in big letters, four answers, the rest as buttons, Skip last."""

    def body(self) -> Iterable[Widget]:
        """Title, question, answers."""
        page, art = self.page, self.look.art
        yield Title(page.title, page.subtitle, classes="title")
        yield Progress(page.asked, page.of)
        lines = art.title_lines(page.question, 114, 1) if self.lobby else ()
        yield BigText(lines[0], classes="question") if lines else Words(page.question, style="name", classes="question")
        big = self.lobby and all(art.name(answer.big, 26) for answer in page.answers)
        answers = [
            AnswerCard(answer, art.title(answer.big) if big else (), hint=str(n))
            for n, answer in enumerate(page.answers, 1)
        ]
        yield Horizontal(*answers, classes="answers")
        others = [Button(other, hint=str(n)) for n, other in enumerate(page.others, len(answers) + 1)]
        yield Horizontal(*others, Button(page.skip, hint="0"), classes="others")
