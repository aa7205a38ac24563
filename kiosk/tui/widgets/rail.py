"""The rail at the right of a list that pages: Before over More."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from kiosk.pages.parts import Choice, Paged
from kiosk.tui.plain import line, padded
from kiosk.tui.widgets.leaf import Leaf, Touch


class Turn(Touch):
    """One end of the rail: an arrow with its word, and how many are left."""

    def lines(self, width: int, height: int) -> list[Content]:
        """Centred; on a single row word and key stand side by side."""
        choice = self.choice
        arrow = "▼" if self.has_class("-more") else "▲"
        name = self.style_of("name")
        if height == 1:
            hint = f"  {self.shown_hint}" if self.shown_hint else ""
            return [padded([" ", (f"{arrow} {choice.label}", name), (hint, self.style_of("plain"))], width)]
        words = [self.centered([(f"{arrow} {choice.label}", name)], width)]
        if choice.note:
            words.append(self.centered([(choice.note, name)], width))
        above = max(0, (height - 1 - len(words) + 1) // 2)
        rows = [*[line()] * above, *words, *[line()] * (height - above - len(words))]
        if self.shown_hint:
            rows[0] = self.centered([], width, hint=self.shown_hint)
        return rows


class NoTurn(Leaf):
    """An end of the rail that leads nowhere now: it leaves its place empty."""

    def lines(self, width: int, height: int) -> list[Content]:
        """Nothing."""
        return []


def turns(paged: Paged) -> Iterator[Leaf]:
    """Before and More, each in its place even where it is not offered."""
    for name, choice, hint in (("-before", paged.before, "PgUp"), ("-more", paged.more, "PgDn")):
        yield _turn(choice, hint, name)


def _turn(choice: Choice | None, hint: str, name: str) -> Leaf:
    if choice is None:
        return NoTurn(classes=f"turn {name}")
    return Turn(choice, hint=hint, classes=f"turn {name}")
