"""A tile: a road sign with its words, the largest thing to touch."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from kiosk.pages.parts import Choice
from kiosk.tui.plain import Part, line, padded, wrap
from kiosk.tui.widgets.leaf import Touch


class Tile(Touch):
    """A blue panel with a pictogram, then the name, an empty row and one note. It draws its own lower edge."""

    def __init__(self, choice: Choice, picture: Sequence[str], *, hint: str = "", classes: str = "") -> None:
        super().__init__(choice, hint=hint, classes=classes)
        self.picture = picture
        """Rows of half blocks, twelve cells wide."""

    def lines(self, width: int, height: int) -> list[Content]:
        """The panel and the words, centred by height."""
        small = not self.screen.has_class("-lobby")
        panel = 14 if small else 16
        room = width - panel
        words = self._words(room, height - 1, small=small)
        above = max(0, (height - len(words)) // 2) if not small else max(0, (height - 1 - len(words)) // 2 + 1)
        top = max(0, (height - len(self.picture)) // 2)
        left = (panel - 12) // 2
        rows = []
        for y in range(height):
            art = self.picture[y - top] if 0 <= y - top < len(self.picture) else " " * 12
            sign: Part = (" " * left + art + " " * (panel - 12 - left), self.style_of("sign"))
            if y == height - 1 and self.gutter.bottom == 0:
                rows.append(line(sign, (self._edge * room, self.style_of("edge"))))
                continue
            parts = words[y - above] if 0 <= y - above < len(words) else []
            hint = [(f"{self.shown_hint} ", self.style_of("quiet"))] if y == 0 and self.shown_hint else []
            rows.append(line(sign) + padded([" " if small else "  ", *parts], room, right=hint))
        return rows

    @property
    def _edge(self) -> str:
        return "▄" if self.has_focus and self.screen.has_class("-keys") else "▁"

    def _words(self, room: int, most: int, *, small: bool) -> list[list[Part]]:
        choice = self.choice
        label = (small and choice.short) or choice.label
        name: list[list[Part]] = [
            [(words, self.style_of("name"))] for words in wrap(label, room - (1 if small else 4), 3)
        ]
        if small or not choice.note:
            return name
        if choice.is_open:
            note: list[Part] = [("● ", self.style_of("go")), (choice.note, self.style_of("go"))]
            return [*name, [], note][:most]
        notes: list[list[Part]] = [[(words, self.style_of("quiet"))] for words in wrap(choice.note, room - 3, 2)]
        return [*name, [], *notes][:most]


class BigTile(Touch):
    """A tile for big text: the panel, a short name in big letters, and the whole name below."""

    def __init__(
        self, choice: Choice, picture: Sequence[str], letters: Sequence[str], *, hint: str = "", classes: str = ""
    ) -> None:
        super().__init__(choice, hint=hint, classes=classes)
        self.picture = picture
        self.letters = letters

    def lines(self, width: int, height: int) -> list[Content]:
        """The panel, the letters from the top, the name in one line under them."""
        panel = 16
        room = width - panel
        top = max(0, (height - len(self.picture)) // 2)
        rows = []
        for y in range(height):
            art = self.picture[y - top] if 0 <= y - top < len(self.picture) else " " * 12
            sign: Part = (f"  {art}  ", self.style_of("sign"))
            if y == height - 1 and self.gutter.bottom == 0:
                edge = "▄" if self.has_focus and self.screen.has_class("-keys") else "▁"
                rows.append(line(sign, (edge * room, self.style_of("edge"))))
            elif y < len(self.letters):
                rows.append(line(sign) + padded([" ", (self.letters[y], self.style_of("plain"))], room))
            elif y == len(self.letters):
                rows.append(line(sign) + padded([" ", (self.choice.label, self.style_of("quiet"))], room))
            else:
                rows.append(line(sign))
        return rows
