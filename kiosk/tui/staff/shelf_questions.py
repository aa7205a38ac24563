"""What the shelf's screen asks: a thing to add, a role, until when somebody is here."""

from __future__ import annotations

from textual import on

from kiosk.domain.errors import KioskError
from kiosk.pages.staff.parts import StaffAsk, StaffRoute
from kiosk.pages.staff.problem_words import refusal_words
from kiosk.pages.staff.shelf import ShelfPage
from kiosk.pages.staff.shelf_asks import Asked, next_of, questions
from kiosk.tui.staff.asking import AskingLine, AskingScreen
from kiosk.tui.staff.base import StaffLook
from kiosk.tui.staff.shelf_rows import CardRows
from kiosk.tui.widgets.text_field import TextField


class ShelfQuestions(AskingScreen[ShelfPage]):
    """The half of the screen that asks, one line after another. The other half knows the cards."""

    def __init__(self, ask: StaffAsk, route: StaffRoute, look: StaffLook) -> None:
        self.asked: Asked | None = None
        self.asked_at = ""
        """The card that had the focus before something was asked."""
        self.last = ""
        """The card of the last thing that was done here."""
        super().__init__(ask, route, look)

    @property
    def card(self) -> str:
        """The card that has the focus, or had it before something was asked."""
        raise NotImplementedError

    def may(self) -> bool:
        """Whether this person may change anything; if not, it is said."""
        raise NotImplementedError

    def action_add(self) -> None:
        """A thing for the shelf, or a role: whichever card has the focus."""
        if self.asked is None and self.may():
            self.put(Asked("role" if self.card == ".roles" else "thing"))

    @on(TextField.Submitted)
    def answer(self, event: TextField.Submitted) -> None:
        """On to the next question; after the last one it is kept."""
        event.stop()
        if self.asked is None:
            return
        try:
            following = next_of(self.ask, self.asked, event.value)
        except KioskError as error:
            self.query_one(AskingLine).refuse(refusal_words(self.ask, error))
            return
        if following is None:
            self.query_one(AskingLine).taken()
            self.last = ".things" if self.asked.kind == "thing" else ".roles"
            self.again()
        self.put(following)

    def begin(self) -> None:
        """The line that is typed has its place; where none is, the cards have it."""
        self._make_room()

    def action_leave(self) -> None:
        """From a question back to the cards; from there out."""
        if self.asked is not None:
            self.put(None)
        else:
            super().action_leave()

    def put(self, asked: Asked | None) -> None:
        """Ask that, or nothing any more."""
        self.asked_at = self.card
        self.asked = asked
        self._make_room()
        line = self.query_one(AskingLine)
        if asked is not None:
            line.ask(*self.question(asked), f"{asked.kind} {asked.about}", asked.answers)
        else:
            line.close()
            self.query_one(self.asked_at, CardRows).focus()

    def _make_room(self) -> None:
        """The line stands where else it says what families read."""
        for part in self.query(".below, .note"):
            part.display = self.asked is None

    def question(self, asked: Asked) -> tuple[str, str, str]:
        """Its words, what stands in its line, and how to write it."""
        every = questions(self.ask, asked)
        question = every[len(asked.answers)]
        return f"{question.label}  {len(asked.answers) + 1}/{len(every)}", question.value, question.hint
