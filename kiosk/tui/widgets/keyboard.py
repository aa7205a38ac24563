"""The on-screen keyboard: one widget that draws every key, so that it mounts at once and no tap falls between keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from kiosk.domain.values import dataclass
from kiosk.tui.plain import line
from kiosk.tui.widgets.leaf import Leaf

KEY_ROWS = 3
"""A key's height in rows, its edge included."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key: what it types, what stands on it, and the columns it takes."""

    char: str
    label: str
    left: int
    width: int


class Keyboard(Leaf, can_focus=True):
    """Ten columns of keys: digits, then the letters of the language; Space takes the room that is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1,0)", show=False, id="keyboard.left"),
        Binding("right", "step(1,0)", show=False, id="keyboard.right"),
        Binding("up", "step(0,-1)", show=False, id="keyboard.up"),
        Binding("down", "step(0,1)", show=False, id="keyboard.down"),
        Binding("enter", "press", show=False, id="keyboard.press"),
    ]

    class Typed(Message):
        """A key was touched."""

        def __init__(self, char: str) -> None:
            super().__init__()
            self.char = char

    class Left(Message):
        """The focus went past the edge: up (-1), down (1) or to the right (0)."""

        def __init__(self, way: int) -> None:
            super().__init__()
            self.way = way

    def __init__(self, letters: Sequence[str], space: str) -> None:
        super().__init__()
        self.letters = letters
        """The rows of the keyboard, each a string of single keys."""
        self.space = space
        self.at = (0, 0)
        """The key in focus: its place in its row, and its row."""
        self.pressed: Key | None = None

    def keys(self, width: int) -> list[list[Key]]:
        """The keys row by row, in a box of `width` columns: ten pitches wide, at least three columns a key."""
        pitch = max(4, (width + 2) // 10)
        key = pitch - (2 if pitch >= 10 else 1)
        rows = []
        for index, letters in enumerate(self.letters):
            row = [Key(char.casefold(), char, place * pitch, key) for place, char in enumerate(letters)]
            if index == len(self.letters) - 1:
                left = len(letters) * pitch
                row.append(Key(" ", self.space, left, max(key, 9 * pitch + key - left)))
            rows.append(row)
        return rows

    def lines(self, width: int, height: int) -> list[Content]:
        """Three rows a key: air, the letter, the edge."""
        rows: list[Content] = []
        for y, keys in enumerate(self.keys(width)):
            rows += [self._line(keys, y, part) for part in range(KEY_ROWS)]
        return rows[:height]

    def _line(self, keys: Sequence[Key], y: int, part: int) -> Content:
        drawn = line()
        for x, key in enumerate(keys):
            face = "key-focus" if self.at == (x, y) and self._focus_shown else "key"
            if key == self.pressed:
                face = "key-pressed"
            text = (" ", key.label, "▁" if face != "key-focus" else "▄")[part]
            words = text * key.width if part == KEY_ROWS - 1 else text.center(key.width)
            style = self.style_of(face if part < KEY_ROWS - 1 else f"{face}-edge")
            drawn += line(" " * (key.left - drawn.cell_length), (words, style))
        return drawn

    @property
    def _focus_shown(self) -> bool:
        return self.has_focus and self.screen.has_class("-keys")

    def key_at(self, x: int, y: int) -> Key | None:
        """The key at a cell; a gap belongs to the key at its left, so a tap is never lost."""
        rows = self.keys(self.size.width)
        if not 0 <= y // KEY_ROWS < len(rows):
            return None
        return next((key for key in reversed(rows[y // KEY_ROWS]) if key.left <= x), None)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A key goes down; it types when the finger lifts on it."""
        self.pressed = self.key_at(event.x, event.y)
        self.refresh()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """A key comes up: it types if the finger is still on it."""
        pressed, self.pressed = self.pressed, None
        self.refresh()
        if pressed is not None and pressed == self.key_at(event.x, event.y):
            self.post_message(self.Typed(pressed.char))

    def on_leave(self) -> None:
        """The finger slid away."""
        self.pressed = None
        self.refresh()

    def action_step(self, x: int, y: int) -> None:
        """Moves the focus to the next key; past the edge it leaves the keyboard."""
        rows = self.keys(self.size.width)
        column, row = self.at[0] + x, self.at[1] + y
        if not 0 <= row < len(rows):
            self.post_message(self.Left(y))
            return
        if column >= len(rows[row]) and x > 0:
            self.post_message(self.Left(0))
            return
        self.at = (max(0, min(column, len(rows[row]) - 1)), row)
        self.refresh()

    def action_press(self) -> None:
        """Types the key in focus."""
        column, row = self.at
        self.post_message(self.Typed(self.keys(self.size.width)[row][column].char))
