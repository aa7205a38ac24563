"""Screens of the desk that are lines to read: what families will read, and what they read once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget

from kiosk.pages.parts import State
from kiosk.pages.staff.lines import LinesPage, TextLine, preview_page, version_page
from kiosk.pages.staff.parts import StaffAsk
from kiosk.services.form import Form
from kiosk.tui.plain import cells, cut, line, wrap
from kiosk.tui.staff.base import StaffScreen
from kiosk.tui.widgets.note import Note
from kiosk.tui.widgets.staff_rows import StaffRows
from kiosk.tui.widgets.words import Title, Words

NAMES = 32
"""Cells of the column of names, at most."""


class TextRows(StaffRows):
    """The lines, each as many rows as its words take."""

    def __init__(self, lines: Sequence[TextLine]) -> None:
        super().__init__(classes="rows card")
        self.text = lines

    @property
    def count(self) -> int:
        """How many rows, at the width it has."""
        return len(self._rows())

    def row(self, index: int, width: int, *, focused: bool) -> Sequence[Content]:
        """One row."""
        name, words, strong, state = self._rows()[index]
        if state is not None:
            label = line("  ", *self.label_parts(state.label, state.tone))
            told = cut(state.words, max(0, width - label.cell_length - 1))
            return [label + line(" ", (told, self.style_of("name")))]
        style = self.style_of("name" if strong else "plain")
        names = self._names
        if not names:
            return [line("  ", (words, style))]
        name = cut(name, names - 2)
        return [line("  ", (name + " " * (names - cells(name)), self.style_of("name")), (words, style))]

    @property
    def _names(self) -> int:
        """Cells of the column of names: as many as the longest takes, 0 where there is none."""
        longest = max((cells(each.name) for each in self.text), default=0)
        return min(NAMES, longest + 2) if longest else 0

    def _rows(self) -> list[tuple[str, str, bool, State | None]]:
        width = max(10, self.outer_size.width - 6 - self._names)
        rows: list[tuple[str, str, bool, State | None]] = []
        for each in self.text:
            if each.state is not None and not self._names and cells(each.words) + 2 <= width:
                rows.append(("", each.words, each.strong, each.state))
                continue
            for place, words in enumerate(wrap(each.words, width) or [""]):
                rows.append((each.name if place == 0 else "", words, each.strong, None))
        return rows


class LinesScreen(StaffScreen[LinesPage]):
    """Title, lines, a note."""

    def body(self) -> Iterable[Widget]:
        """The parts, top to bottom."""
        if self.look.wide:
            yield Title(self.page.title, self.page.subtitle, classes="title")
        yield TextRows(self.page.lines)
        yield Note(self.page.note, style="quiet", classes="note")

    def show(self) -> None:
        """Newer lines in the same place."""
        rows = self.query_one(TextRows)
        rows.text = self.page.lines
        rows.changed()
        self.query_one(".note", Words).update(self.said or self.page.note)

    def begin(self) -> None:
        """The lines have the keys."""
        self.query_one(TextRows).focus()


class PreviewScreen(LinesScreen):
    """What families will read."""

    def build(self, ask: StaffAsk) -> LinesPage:
        """From the draft, as far as it was typed; or from the past, where the route names a revision."""
        if self.route.detail:
            versions = ask.desk.records.altered(self.route.about)
            version = next((each for each in versions if each.version.rev == self.route.detail), None)
            if version is not None:
                return version_page(ask, version)
        return preview_page(ask, Form(ask.desk, self.route.about))
