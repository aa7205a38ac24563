"""A line to be typed at the desk, one question after another, and under it what is read from it so far."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message

from kiosk.pages.staff.asked import Answer, Question
from kiosk.tui.plain import cells
from kiosk.tui.widgets.text_field import TextField
from kiosk.tui.widgets.words import Words


class StaffPrompt(Vertical):
    """Hidden until it asks. What was typed and not taken is there again when the same question is asked next."""

    class Answered(Message):
        """Every question has its answer. `about` is what they were asked for."""

        def __init__(self, about: str, answers: tuple[str, ...]) -> None:
            super().__init__()
            self.about = about
            self.answers = answers

    class Dropped(Message):
        """Nothing is to be changed."""

    def __init__(self, classes: str = "") -> None:
        super().__init__(classes=f"prompt {classes}")
        self.display = False
        self.about = ""
        self._questions: Sequence[Question] = ()
        self._answers: list[str] = []
        self._unfinished: dict[tuple[str, str], str] = {}

    def compose(self) -> ComposeResult:
        """Label and field, what is read, what the keys do."""
        yield Horizontal(Words("", style="name", classes="prompt-label"), TextField(classes="prompt-field"))
        yield Words("", style="name", classes="prompt-said")
        yield Words("", style="quiet", classes="prompt-hint")

    @property
    def is_asking(self) -> bool:
        """Whether a line is being typed."""
        return bool(self.about)

    def ask(self, about: str, questions: Sequence[Question]) -> None:
        """Ask these, the first one now."""
        self.about, self._questions, self._answers = about, questions, []
        self.display = True
        self._show()

    def drop(self) -> None:
        """Stop asking; what was typed is kept for the next time."""
        field = self.query_one(TextField)
        if field.value != self._question.value:
            self._unfinished[self.about, self._question.label] = field.value
        self._stop()
        self.post_message(self.Dropped())

    @property
    def _question(self) -> Question:
        return self._questions[len(self._answers)]

    def _show(self) -> None:
        question, field = self._question, self.query_one(TextField)
        label = self.query_one(".prompt-label", Words)
        label.update(question.label)
        label.styles.width = cells(question.label) + 2
        self.query_one(".prompt-hint", Words).update(question.hint)
        with self.prevent(TextField.Changed):
            field.max_length = question.longest
            field.value = self._unfinished.pop((self.about, question.label), question.value)
        field.cursor_position = len(field.value)
        if question.fresh:
            field.action_select_all()
        field.focus()
        self._say()

    def _say(self) -> Answer:
        answer = self._question.read(self.query_one(TextField).value, tuple(self._answers))
        self.query_one(".prompt-said", Words).update(answer.said)
        return answer

    def _stop(self) -> None:
        self.about = ""
        self.display = False

    @on(TextField.Changed)
    def typed(self, event: TextField.Changed) -> None:
        """What is read shows with every letter."""
        event.stop()
        if self.is_asking:
            self._say()

    @on(TextField.Submitted)
    def take(self, event: TextField.Submitted) -> None:
        """On to the next question, or done; what cannot be read stays there."""
        event.stop()
        if not self.is_asking:
            return
        answer = self._say()
        if not answer.is_read:
            return
        self._answers.append(answer.value)
        if len(self._answers) < len(self._questions):
            self._show()
            return
        about, answers = self.about, tuple(self._answers)
        self._stop()
        self.post_message(self.Answered(about, answers))

    def on_key(self, event: events.Key) -> None:
        """Escape drops it; up goes back to the question before."""
        if event.key == "escape" and self.is_asking:
            event.stop()
            event.prevent_default()
            self.drop()
        elif event.key == "up" and self._answers:
            event.stop()
            self._answers.pop()
            self._show()
