"""A line to write in below a screen: what is asked, the words, and how to write them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from kiosk.pages.staff.parts import StaffAsk, StaffPage, StaffRoute
from kiosk.tui.staff.base import StaffLook, StaffScreen
from kiosk.tui.staff.kept_lines import KeptLines
from kiosk.tui.widgets.text_field import TextField
from kiosk.tui.widgets.words import Words

P = TypeVar("P", bound=StaffPage)
LONGEST = 200
"""Signs of one answer."""


class AskingLine(Vertical):
    """Hidden until something is asked. The field says when it is answered; each letter is kept until it is taken."""

    def __init__(self, lines: KeptLines) -> None:
        super().__init__(classes="asking")
        self.is_asking = self.display = False
        self.lines = lines
        self._place = 0
        self._proposed: tuple[str, ...] = ("",)
        self._found, self._offer = "", ""
        """What stands there now; while it was typed before, words that say when."""
        self._words = ("", "")

    def compose(self) -> ComposeResult:
        """The question, the field, a hint."""
        yield Words("", style="name", classes="label")
        yield TextField(classes="writing", longest=LONGEST)
        yield Words("", style="quiet", classes="hint")

    def ask(self, label: str, value: str, hint: str, prompt: str, before: Sequence[str] = ()) -> None:
        """Ask for one line; `value` stands in it where nothing was typed there before.

        `prompt` names what is asked. `before`: its lines above this one, as they were answered.
        """
        if not before:
            self.lines.open(prompt)
        self._place, self._proposed = len(before), (*before, value)
        self._found, self._offer = self.lines.at(self._place, value)
        self._words = (label, hint)
        self._open()

    def go_on(self, other: AskingLine) -> None:
        """Ask what another line asked, which stood here before the screen took another size."""
        if other.is_asking:
            self._place, self._proposed, self._words = other._place, other._proposed, other._words
            self._found, self._offer = other._found, other._offer
            self._open()

    def _open(self) -> None:
        self.is_asking = self.display = True
        field = self.query_one(TextField)
        field.value = self._found
        field.cursor_position = len(field.value)
        self.put(*self._words)
        field.focus()

    def put(self, label: str, hint: str) -> None:
        """The same question in other words."""
        self._words = (label, hint)
        self.query_one(".label", Words).update(label)
        self.query_one(".hint", Words).update(self._offer or hint)

    def refuse(self, why: str) -> None:
        """Say what is wrong with the answer; what was typed stays."""
        self.query_one(".hint", Words).update(f"{self._offer} {why}".strip())

    @on(TextField.Changed)
    def typed(self, event: TextField.Changed) -> None:
        """Each letter is kept. What it means is for the screen to say."""
        if self.is_asking and event.value != self._found:
            self._found = event.value
            if self._offer:
                self._offer = ""
                self.put(*self._words)
            self.lines.write(self._place, event.value, self._proposed)

    def taken(self) -> None:
        """It is kept where it belongs, or given up on purpose."""
        self.lines.taken()

    def close(self) -> None:
        """Nothing is asked any more; what was typed and not taken is there again the next time."""
        self.is_asking = self.display = False


class AskingScreen(StaffScreen[P]):
    """A screen with such a line. Another size draws it by other parts; what is asked goes on there."""

    def __init__(self, ask: StaffAsk, route: StaffRoute, look: StaffLook) -> None:
        self.kept = KeptLines(ask, route.screen, lambda: self.ask)
        super().__init__(ask, route, look)

    async def recompose(self) -> None:
        """Its parts anew, and the line as it stood."""
        before = self.query_one(AskingLine)
        await super().recompose()
        self.query_one(AskingLine).go_on(before)
