"""A field to type in, with every way closed that would take what is typed out of the kiosk."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input

from kiosk.domain.text import clean_text

LONGEST = 10_000
"""Signs that are pasted at once."""


class TextField(Input, inherit_bindings=False):
    """One line of text. No clipboard of the terminal, no blinking cursor (it would send bytes), no hidden keys."""

    ALLOW_SELECT: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "cursor_left", show=False, id="field.left"),
        Binding("right", "cursor_right", show=False, id="field.right"),
        Binding("ctrl+left", "cursor_left_word", show=False, id="field.word-left"),
        Binding("ctrl+right", "cursor_right_word", show=False, id="field.word-right"),
        Binding("home,ctrl+a", "home", show=False, id="field.home"),
        Binding("end,ctrl+e", "end", show=False, id="field.end"),
        Binding("backspace", "delete_left", show=False, id="field.erase"),
        Binding("delete", "delete_right", show=False, id="field.delete"),
        Binding("ctrl+u", "delete_left_all", show=False, id="field.erase-all"),
        Binding("enter", "submit", show=False, id="field.enter"),
    ]

    def __init__(self, value: str = "", *, classes: str = "", longest: int = 0) -> None:
        super().__init__(_one_line(value), classes=classes, max_length=longest, select_on_focus=False, compact=True)
        self.cursor_blink = False

    def _on_paste(self, event: events.Paste) -> None:
        """What is pasted is cleaned, and is one line."""
        event.stop()
        event.prevent_default()
        self.insert_text_at_cursor(_one_line(event.text)[:LONGEST])

    def copy_selection(self) -> None:
        """Nothing goes to the terminal's clipboard."""


def _one_line(text: str) -> str:
    return " ".join(clean_text(text).split())
