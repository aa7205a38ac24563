"""The parts of the round's screen: the steps done, the card with the number, what to ask, the large keys."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from kiosk.pages.staff.parts import GAP, Key
from kiosk.pages.staff.round import Called, RoundPage
from kiosk.tui.art import Art
from kiosk.tui.plain import Part, cells, cut, line, padded, wrap
from kiosk.tui.widgets.leaf import Leaf
from kiosk.tui.widgets.staff_bar import StaffKey
from kiosk.tui.widgets.staff_rows import StaffRows

DIGITS = 5
"""Rows of a large number."""
STEP = 5
"""Cells of one step, its gap included."""


class Steps(Leaf):
    """A short line for each listing of the round, those that are done and the one on the screen in blue."""

    def __init__(self, page: RoundPage) -> None:
        super().__init__(classes="steps")
        self.page = page

    def lines(self, width: int, height: int) -> list[Content]:
        """One line; a round too long for it is one bar."""
        page = self.page
        gone = min(page.of, page.at + (page.called is not None))
        if page.of * STEP > width:
            share = width * gone // max(1, page.of)
            return [line(("━" * share, self.style_of("blue")), ("─" * (width - share), self.style_of("quiet")))]
        parts: list[Part] = []
        for place in range(page.of):
            done = place < gone
            parts += [(("━" if done else "─") * (STEP - 1), self.style_of("blue" if done else "quiet")), " "]
        return [line(*parts)]


class CallCard(Leaf):
    """The name, when it was last checked, and the number in large digits."""

    def __init__(self, page: RoundPage, art: Art) -> None:
        super().__init__(classes="call card")
        self.page = page
        self.art = art

    def lines(self, width: int, height: int) -> list[Content]:
        """The name's line, the digits, what stands beside the number."""
        called = self.page.called
        if called is None:
            return []
        wide = self.screen.has_class("-lobby")
        checked = called.checked if wide else called.checked_short
        if cells(called.name) + cells(called.number) + cells(checked) + 5 > width:
            checked = called.checked_short
        room = width - cells(called.number) - cells(checked) - 5
        head: list[Part] = [(cut(called.name, room), self.style_of("name"))]
        head += ["   ", (called.number, self.style_of("quiet"))]
        top = padded(head, width, right=[(checked, self.style_of("quiet"))])
        return [top, line(), *self._number(called, width)][:height]

    def _number(self, called: Called, width: int) -> Sequence[Content]:
        """The digits and, where there is room, the note beside them; else the note after the name's line."""
        name, quiet = self.style_of("name"), self.style_of("quiet")
        lead, digits = self._digits(called.dial, width)
        if not digits:
            words = [called.dial, *wrap(called.dial_note, width)]
            return [line((each, name)) for each in words if each]
        drawn = max(cells(row) for row in digits) + cells(lead)
        beside = wrap(called.dial_note, width - drawn - 3, DIGITS) if width - drawn > 20 else []
        rows: list[Content] = []
        for place, row in enumerate(digits):
            before = lead if place == len(digits) - 1 else " " * cells(lead)
            note = beside[place - DIGITS] if len(beside) >= DIGITS - place else ""
            gap = " " * (drawn - cells(lead) - cells(row))
            rows.append(line((before, name), row, gap, "   " if note else "", (note, quiet)))
        return rows

    def _digits(self, dial: str, width: int) -> tuple[str, tuple[str, ...]]:
        """The number drawn large; where it is too long, its first part stays small before it."""
        digits = self.art.number(dial, width) if cells(dial) and self._fits(dial, width) else ()
        if digits or "-" not in dial:
            return "", digits or self.art.number(dial, width)
        first, rest = dial.split("-", 1)
        lead = f"{first}-"
        while "-" in rest and not self._fits(rest, width - cells(lead)):
            first, rest = rest.split("-", 1)
            lead = f"{lead}{first}-"
        lead += " "
        return lead, self.art.number(rest, width - cells(lead))

    def _fits(self, dial: str, width: int) -> bool:
        """Whether all of it, dashes too, has room."""
        return len(self.art.number(dial.replace("-", "0"), width)) > 0


class Asking(Leaf):
    """What to ask, in bold; below it what families see now."""

    def __init__(self, page: RoundPage) -> None:
        super().__init__(classes="asking")
        self.page = page

    def lines(self, width: int, height: int) -> list[Content]:
        """Two names at the left, their words at the right; what families see is never pushed out."""
        page, called = self.page, self.page.called
        if called is None:
            return []
        at = max(cells(page.ask), cells(page.see)) + 2
        quiet, name = self.style_of("quiet"), self.style_of("name")
        asks = wrap(" ".join(called.asks), width - at, height)
        if len(apart := [row for words in self._apart(called) for row in wrap(words, width - at)]) < height - 1:
            asks = apart
        heads = [page.ask, *[""] * height]
        rows = [line((head.ljust(at), quiet), (words, name)) for head, words in zip(heads, asks, strict=False)]
        rows = [*rows[: height - 2], line()]
        return [*rows, line((page.see.ljust(at), quiet)) + self._seen(called, width - at)]

    def _apart(self, called: Called) -> Sequence[str]:
        """The first question on a line of its own, where there is room."""
        return [*called.asks[:1], " ".join(called.asks[1:])]

    def _seen(self, called: Called, width: int) -> Content:
        state = line(*self.state_parts(called.state)) + line("  ") if called.state is not None else line()
        return state + line(cut(called.sees, max(0, width - state.cell_length)))


class HeardRows(StaffRows):
    """At the end: each name, and what was heard."""

    def __init__(self, page: RoundPage) -> None:
        super().__init__(classes="heard card")
        self.page = page

    @property
    def count(self) -> int:
        """How many were called."""
        return len(self.page.lines)

    def row(self, index: int, width: int, *, focused: bool) -> Sequence[Content]:
        """One line."""
        name, words = self.page.lines[index]
        half = width // 2 if self.screen.has_class("-lobby") else 30
        return [line((f" {cut(name, half - 2)}".ljust(half), self.style_of("name")), cut(words, width - half))]


class LargeKey(StaffKey, can_focus=True):
    """An answer: its word in the middle of a large card. None leaves a gap."""

    def __init__(self, key: Key | None) -> None:
        super().__init__(key or GAP)

    def turn(self, key: Key | None) -> None:
        """Another answer in the same place, or none."""
        if (key or GAP) != self.key:
            self.show(key or GAP)

    def lines(self, width: int, height: int) -> list[Content]:
        """The key in the corner, the word in the middle of the rows above the edge."""
        label = self.key.label if cells(self.key.label) <= width - 2 else self.key.short or self.key.label
        hint = padded([], width, right=[(f"{self.key.key} ", self.style_of("quiet"))])
        word = self.centered([(cut(label, width), self.style_of("name"))], width)
        above = max(0, (height - 1) // 2 - 1)
        return [hint, *[line()] * above, word, *[line()] * max(0, height - above - 2)][:height]
