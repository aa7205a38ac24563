"""A line to be typed at the desk, one question after another, and under it what is read from it so far."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message

from kiosk.pages.staff.asked import Answer, Question
from kiosk.tui.plain import cells
from kiosk.tui.widgets.text_field import TextField
from kiosk.tui.widgets.words import Words


class Lines(Protocol):
    """Where what is typed at a prompt is kept until it is taken."""

    def open(self, prompt: str) -> None:
        """A prompt is opened."""

    def at(self, place: int, proposed: str) -> tuple[str, str]:
        """What stands in a line at first; and where it was typed before, words that say when."""

    def write(self, place: int, text: str, proposed: Sequence[str]) -> None:
        """A line stands so now."""

    def taken(self) -> None:
        """Nothing is left of it."""


class Asking:
    """What is being asked on a screen, and what was typed so far: it outlives the line it is typed in.

    A terminal that takes another size has its screen drawn by other parts; what was typed is there again. Whatever
    ends the program, `lines` has it.
    """

    def __init__(self, lines: Lines) -> None:
        self.about = ""
        """What it is asked for; empty while nothing is asked."""
        self.questions: Sequence[Question] = ()
        self.answers: list[str] = []
        self.typed = ""
        self.offer = ""
        """When it was typed, where it stood there from before."""
        self._lines = lines

    @property
    def question(self) -> Question:
        """The one that is being answered."""
        return self.questions[len(self.answers)]

    def begin(self, about: str, questions: Sequence[Question], of: str) -> None:
        """Ask these, the first one now. `of`: of which day or thing it is asked."""
        self.about, self.questions, self.answers = about, questions, []
        self._lines.open(f"{about} {of}")
        self.turn()

    def turn(self) -> None:
        """What stands in the line at first: what was left there before, else what is proposed."""
        self.typed, self.offer = self._lines.at(len(self.answers), self.question.value)

    def write(self, typed: str) -> None:
        """So far it is typed now."""
        if typed != self.typed:
            self.typed, self.offer = typed, ""
            self._lines.write(len(self.answers), typed, [each.value for each in self.questions])

    def read(self) -> Answer:
        """What is read from what was typed."""
        return self.question.read(self.typed, tuple(self.answers))

    def end(self) -> tuple[str, tuple[str, ...]]:
        """Nothing is asked any more: what it was asked for, and the answers."""
        about, self.about = self.about, ""
        return about, tuple(self.answers)

    def taken(self) -> None:
        """The answers are kept where they belong."""
        self._lines.taken()


class StaffPrompt(Vertical):
    """Hidden until it asks."""

    class Answered(Message):
        """Every question has its answer. `about` is what they were asked for."""

        def __init__(self, about: str, answers: tuple[str, ...]) -> None:
            super().__init__()
            self.about = about
            self.answers = answers

    class Dropped(Message):
        """Nothing is to be changed."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(classes="prompt")
        self.asking = asking
        self.display = bool(asking.about)

    def compose(self) -> ComposeResult:
        """Label and field, what is read, what the keys do."""
        yield Horizontal(Words("", style="name", classes="prompt-label"), TextField(classes="prompt-field"))
        yield Words("", style="name", classes="prompt-said")
        yield Words("", style="quiet", classes="prompt-hint")

    def on_mount(self) -> None:
        """Go on with what was being asked before the screen was drawn anew."""
        if self.is_asking:
            self._show()

    @property
    def is_asking(self) -> bool:
        """Whether a line is being typed."""
        return bool(self.asking.about)

    def ask(self, about: str, questions: Sequence[Question], of: str = "") -> None:
        """Ask these, the first one now. `of`: of which day or thing it is asked."""
        self.asking.begin(about, questions, of)
        self.display = True
        self._show(fresh=True)

    def drop(self) -> None:
        """Stop asking; what was typed is kept for the next time."""
        self._stop()
        self.post_message(self.Dropped())

    def _show(self, *, fresh: bool = False) -> None:
        question, field = self.asking.question, self.query_one(TextField)
        label = self.query_one(".prompt-label", Words)
        label.update(question.label)
        label.styles.width = cells(question.label) + 2
        with self.prevent(TextField.Changed):
            field.max_length = question.longest
            field.value = self.asking.typed
        field.cursor_position = len(field.value)
        if fresh and question.fresh and not self.asking.offer:
            field.action_select_all()
        field.focus()
        self._say()

    def _say(self) -> Answer:
        answer = self.asking.read()
        self.query_one(".prompt-said", Words).update(answer.said)
        self.query_one(".prompt-hint", Words).update(self.asking.offer or self.asking.question.hint)
        return answer

    def _stop(self) -> tuple[str, tuple[str, ...]]:
        self.display = False
        return self.asking.end()

    @on(TextField.Changed)
    def typed(self, event: TextField.Changed) -> None:
        """What is read shows with every letter."""
        event.stop()
        if self.is_asking:
            self.asking.write(event.value)
            self._say()

    @on(TextField.Submitted)
    def take(self, event: TextField.Submitted) -> None:
        """On to the next question, or done; what cannot be read stays there."""
        event.stop()
        if not self.is_asking:
            return
        self.asking.write(event.value)
        answer = self._say()
        if not answer.is_read:
            return
        self.asking.answers.append(answer.value)
        if len(self.asking.answers) < len(self.asking.questions):
            self.asking.turn()
            self._show(fresh=True)
            return
        self.post_message(self.Answered(*self._stop()))

    def on_key(self, event: events.Key) -> None:
        """Escape drops it; up goes back to the question before."""
        if event.key == "escape" and self.is_asking:
            event.stop()
            event.prevent_default()
            self.drop()
        elif event.key == "up" and self.is_asking and self.asking.answers:
            event.stop()
            self.asking.answers.pop()
            self.asking.turn()
            self._show(fresh=True)
