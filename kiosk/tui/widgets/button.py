"""A button: one to three words in the middle of a card, with its key in the corner."""

from __future__ import annotations

from textual.content import Content

from kiosk.tui.plain import cells, line, wrap
from kiosk.tui.widgets.leaf import Touch


class Button(Touch):
    """Three rows (or more), ten columns or more. Its label takes one line, or two where it is narrow."""

    def lines(self, width: int, height: int) -> list[Content]:
        """The label in the middle of the rows above the edge; two lines start at the top."""
        label = self.choice.label
        if self.choice.short and cells(label) > width - 4:
            label = self.choice.short
        if self.choice.selected:
            label = f"✓ {label}"
        room = height - 1
        words = wrap(label, max(1, width - 2), room)
        notes = wrap(self.choice.note, max(1, width - 2), room - len(words)) if self.choice.note else []
        first = max(0, (room - len(words) - len(notes) + 1) // 2)
        rows = [line()] * first
        rows += [self.centered([(words_, self.style_of("name"))], width) for words_ in words]
        rows += [self.centered([(note, self.style_of("plain"))], width) for note in notes]
        rows += [line()] * (height - len(rows))
        if self.shown_hint:
            top = [(words[0], self.style_of("name"))] if first == 0 else []
            rows[0] = self.centered(top, width, hint=self.shown_hint)
        return rows


class Toggle(Touch):
    """A choice that is on or off, and how many it leaves: on is blue, with a tick.

    Its card starts half a row lower than a button's, so that a row of toggles stands clear of the title above.
    """

    def lines(self, width: int, height: int) -> list[Content]:
        """One line in the lobby; two at 80 columns."""
        choice = self.choice
        name, quiet = self.style_of("name"), self.style_of("quiet")
        tick = "✓ " if choice.selected else ""
        if self.screen.has_class("-lobby"):
            gap = "  " if cells(f"{tick}{choice.label}  {choice.number}") <= width else " "
            return [line(), self.centered([(tick + choice.label, name), (gap + choice.number, quiet)], width), line()]
        words = wrap(choice.short or choice.label, width - 3, 2)
        last = [(f"{tick}{words[-1]}", name), (f" {choice.number}" if choice.number else "", quiet)]
        rows = [*([(row, name)] for row in words[:-1]), last]
        return [*([line()] * (2 - len(rows))), *(self.centered(row, width) for row in rows), line()]
