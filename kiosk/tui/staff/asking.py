"""A line to write in below a screen: what is asked, the words, and how to write them."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from kiosk.tui.widgets.text_field import TextField
from kiosk.tui.widgets.words import Words

LONGEST = 200
"""Signs of one answer."""


class AskingLine(Vertical):
    """Hidden until something is asked. The field says when it is answered."""

    def compose(self) -> ComposeResult:
        """The question, the field, a hint."""
        yield Words("", style="name", classes="label")
        yield TextField(classes="writing", longest=LONGEST)
        yield Words("", style="quiet", classes="hint")

    def on_mount(self) -> None:
        """Nothing is asked yet."""
        self.display = False

    def ask(self, label: str, value: str, hint: str) -> None:
        """Ask for one line; `value` is what stands in it."""
        self.display = True
        self.put(label, hint)
        field = self.query_one(TextField)
        field.value = value
        field.cursor_position = len(value)
        field.focus()

    def put(self, label: str, hint: str) -> None:
        """The same question in other words."""
        self.query_one(".label", Words).update(label)
        self.query_one(".hint", Words).update(hint)

    def refuse(self, why: str) -> None:
        """Say what is wrong with the answer; what was typed stays."""
        self.query_one(".hint", Words).update(why)

    def close(self) -> None:
        """Nothing is asked any more."""
        self.display = False
