"""A row of a list: name and what it is, whether it is open, where and for how much."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from kiosk.pages.parts import Choice
from kiosk.tui.plain import Part, cells, cut, line, padded
from kiosk.tui.widgets.leaf import Touch

_LOBBY = (45, 74)
_SMALL = (43, 0)


class Row(Touch):
    """Four rows: air, name · state · place, note · cost, the edge. Columns stand under each other in a list."""

    def lines(self, width: int, height: int) -> list[Content]:
        """Two lines of words in columns."""
        lobby = self.screen.has_class("-lobby")
        state_at, place_at = (_LOBBY[0], _LOBBY[1]) if lobby else (width * _SMALL[0] // 76, 0)
        choice = self.choice
        state = self.state_parts(choice.state, short=not lobby) if choice.state else []
        name: list[Part] = [(cut(choice.label, state_at - 3), self.style_of("name"))]
        note: list[Part] = [(cut(choice.because or choice.note, state_at - 3), self.style_of("quiet"))]
        if lobby:
            right = width - place_at - 1
            first = self._columns(name, state, [(cut(choice.place, right), self.style_of("plain"))], width)
            second = self._columns(
                note, [(cut(choice.detail, width - state_at - 2), self.style_of("quiet"))], [], width
            )
        else:
            first = padded([*self._at(name, 2, state_at), *state], width)
            place = (cut(choice.place or choice.detail, width - state_at - 1), self.style_of("plain"))
            second = padded([*self._at(note, 2, state_at), place], width)
        return [line(), first, second, *[line()] * (height - 3)]

    def _at(self, parts: list[Part], start: int, until: int) -> list[Part]:
        """Parts from column `start`, filled with blanks to column `until`."""
        used = start + line(*parts).cell_length
        return [" " * start, *parts, " " * max(1, until - used)]

    def _columns(self, left: list[Part], middle: list[Part], right: list[Part], width: int) -> Content:
        state_at, place_at = _LOBBY
        gap = max(1, place_at - state_at - line(*middle).cell_length)
        return padded([*self._at(left, 2, state_at), *middle, " " * gap, *right], width)


KEY_HIGH = 3
"""Rows of the least that can be touched; a row of an answer that is higher takes two lines of words."""


class ShortRow(Touch):
    """A row of search: one line of words over its edge; two columns of them in the lobby."""

    def lines(self, width: int, height: int) -> list[Content]:
        """Name, state, and the place where there is room for it."""
        choice = self.choice
        if height > KEY_HIGH:
            state = self.state_parts(choice.state, short=True) if choice.state else []
            name_line = line("  ", (cut(choice.label, width - 4), self.style_of("name")))
            return [line(), name_line, line("  ", *state), *[line()] * (height - 3)]
        lobby = self.screen.has_class("-lobby")
        state_at = 31 if lobby else width * 34 // 76
        start = 2 if lobby else 1
        name: list[Part] = [" " * start, (cut(choice.label, state_at - start - 1), self.style_of("name"))]
        gap = " " * max(1, state_at - line(*name).cell_length)
        state = self.state_parts(choice.state, short=True) if choice.state else []
        left: list[Part] = [*name, gap, *state]
        place = "" if lobby else self._place(width - line(*left).cell_length - 3)
        words = padded(left, width, right=[(f"{place} ", self.style_of("quiet"))] if place else [])
        above = max(0, (height - 1) // 2)
        return [*[line()] * above, words, *[line()] * (height - above - 1)]

    def _place(self, room: int) -> str:
        """The place, or the first part of it that says where, if there is room for it."""
        places = (self.choice.place, self.choice.place.partition(",")[0])
        return next((place for place in places if cells(place) <= room), "")


class BigRow(Touch):
    """A row in big text: a short name in big letters, then state and place in one line."""

    def __init__(self, choice: Choice, letters: Sequence[str], *, hint: str = "", classes: str = "") -> None:
        super().__init__(choice, hint=hint, classes=classes)
        self.letters = letters
        """Five rows of half blocks; empty when the name does not fit in big letters."""

    def lines(self, width: int, height: int) -> list[Content]:
        """The letters (or the whole name in bold), and under them what can be done now."""
        choice = self.choice
        state = self.state_parts(choice.state, words="name") if choice.state else []
        under = padded(["  ", *state, "   ", (choice.place, self.style_of("plain"))], width)
        rows = [padded(["  ", (row, self.style_of("plain"))], width) for row in self.letters]
        rows = rows or [line(), line(), padded(["  ", (choice.label, self.style_of("name"))], width), line(), line()]
        return [*rows, under, *[line()] * (height - len(rows) - 1)]
