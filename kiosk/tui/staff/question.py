"""One thing that two people changed differently: mine, theirs and before side by side, one key to take either."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from kiosk.domain.errors import KioskError
from kiosk.domain.kept import Question, Saved
from kiosk.domain.steps import steps_of
from kiosk.pages.staff.parts import StaffAsk, StaffRoute
from kiosk.pages.staff.path_words import plain_path
from kiosk.pages.staff.problem_words import refusal_words
from kiosk.pages.staff.question import QuestionPage, question_page
from kiosk.pages.staff.saved import saved_words
from kiosk.services.going_back import take_before
from kiosk.tui.staff.base import StaffLook, StaffScreen
from kiosk.tui.widgets.note import Note
from kiosk.tui.widgets.staff_side import JoinedRows, Side
from kiosk.tui.widgets.words import Title, Words


class SidesScreen(StaffScreen[QuestionPage]):
    """Mine, theirs and before side by side, place after place. Subclasses say what is asked and what a key does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "take('mine')", show=False, id="sides.mine"),
        Binding("t", "take('theirs')", show=False, id="sides.theirs"),
        Binding("right", "next(1)", show=False, id="sides.next"),
        Binding("left", "next(-1)", show=False, id="sides.previous"),
    ]
    ACTIONS: ClassVar[frozenset[str]] = StaffScreen.ACTIONS | {"take", "next"}

    def body(self) -> Iterable[Widget]:
        """Title, field, three cards, what was put together, a note."""
        page = self.page
        if self.look.wide:
            yield Title(page.title, page.subtitle, classes="title")
        yield Words(page.field, style="name", classes="field")
        if self.look.wide or not page.cards:
            yield Words(page.explains, style="quiet", classes="explains")
        yield Horizontal(*(Side(card) for card in page.cards), classes="sides")
        yield Words(page.joined_title, style="quiet", classes="joined-title")
        yield JoinedRows(page.joined)
        yield Note(self.said or page.note, style="quiet", classes="note")

    def show(self) -> None:
        """The next question in the same place; without one, only words are left."""
        page = self.page
        sides = list(self.query(Side))
        if len(sides) != len(page.cards):
            self.refresh(recompose=True)
            return
        for side, card in zip(sides, page.cards, strict=True):
            side.show(card)
        self.query_one(".field", Words).update(page.field)
        for words in self.query(".explains").results(Words):
            words.update(page.explains)
        self.query_one(".joined-title", Words).update(page.joined_title)
        self.query_one(JoinedRows).update(page.joined)
        self.query_one(".note", Words).update(self.said or page.note)

    def begin(self) -> None:
        """The first card has the keys."""
        for side in self.query(Side):
            side.focus()
            break


class QuestionScreen(SidesScreen):
    """Goes through the open questions of one listing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "take('before')", show=False, id="question.before"),
        Binding("e", "write", show=False, id="question.write"),
    ]
    ACTIONS: ClassVar[frozenset[str]] = SidesScreen.ACTIONS | {"write"}

    def __init__(self, ask: StaffAsk, route: StaffRoute, look: StaffLook) -> None:
        self.place = 0
        fields = [each.field for each in _open(ask, route.about)]
        if route.detail in fields:
            self.place = fields.index(route.detail)
        super().__init__(ask, route, look)

    def build(self, ask: StaffAsk) -> QuestionPage:
        """The question that is in front."""
        questions = _open(ask, self.route.about)
        self.place = max(0, min(self.place, len(questions) - 1))
        return question_page(ask, self.route.about, questions, self.place)

    def action_next(self, way: int) -> None:
        """Another question of the same listing."""
        count = len(_open(self.ask, self.route.about))
        if count > 1:
            self.place = (self.place + way) % count
            self.again()

    def action_write(self) -> None:
        """The form, at that field; what is written there stands, and both that were asked about stay in the history."""
        question = self._question()
        if question is not None and question.field and self.ask.desk.who.may_change:
            self.action_open("form", self.route.about, plain_path(steps_of(question.field)).partition(".")[0])

    def action_take(self, which: str) -> None:
        """Decide it."""
        question = self._question()
        if question is None or not self.ask.desk.who.may_change:
            return
        try:
            saved = self._take(question, which)
        except KioskError as error:
            self.again(refusal_words(self.ask, error))
            return
        self.again(saved_words(self.ask, saved))

    def _take(self, question: Question, which: str) -> Saved:
        desk = self.ask.desk
        if which == "before":
            return take_before(desk, question)
        return desk.editing.answer([question], "mine" if which == "mine" else "theirs", desk.who.name)

    def _question(self) -> Question | None:
        questions = _open(self.ask, self.route.about)
        return questions[self.place] if self.place < len(questions) else None


def _open(ask: StaffAsk, id: str) -> list[Question]:
    """The questions that are open about a listing."""
    return [each for each in ask.desk.records.questions() if each.id == id]
