"""Screens of the desk that are lines to read: the preview, the history, the questions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Literal

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from kiosk.domain.errors import KioskError
from kiosk.pages.staff.lines import LinesPage, TextLine, history_page, preview_page, questions_page
from kiosk.pages.staff.parts import StaffAsk
from kiosk.pages.staff.saved import saved_words
from kiosk.services.form import Form
from kiosk.tui.plain import cut, line, wrap
from kiosk.tui.staff.base import StaffScreen
from kiosk.tui.widgets.staff_rows import StaffRows
from kiosk.tui.widgets.words import Title, Words

NAMES = 32
"""Cells of the column of names."""


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
        name, words, strong = self._rows()[index]
        style = self.style_of("name" if strong else "plain")
        if not any(each.name for each in self.text):
            return [line("  ", (words, style))]
        return [line("  ", (cut(name, NAMES - 2).ljust(NAMES), self.style_of("name")), (words, style))]

    def _rows(self) -> list[tuple[str, str, bool]]:
        has_names = any(each.name for each in self.text)
        width = max(10, self.outer_size.width - 6 - (NAMES if has_names else 0))
        rows: list[tuple[str, str, bool]] = []
        for each in self.text:
            for place, words in enumerate(wrap(each.words, width) or [""]):
                rows.append((each.name if place == 0 else "", words, each.strong))
        return rows


class LinesScreen(StaffScreen[LinesPage]):
    """Title, lines, a note."""

    def body(self) -> Iterable[Widget]:
        """The parts, top to bottom."""
        if self.look.wide:
            yield Title(self.page.title, self.page.subtitle, classes="title")
        yield TextRows(self.page.lines)
        yield Words(self.page.note, style="quiet", classes="note")

    def show(self) -> None:
        """Newer lines in the same place."""
        rows = self.query_one(TextRows)
        rows.text = self.page.lines
        rows.changed()
        self.query_one(".note", Words).update(self.said or self.page.note)

    def on_mount(self) -> None:
        """The lines have the keys."""
        self.query_one(TextRows).focus()


class PreviewScreen(LinesScreen):
    """What families will read."""

    def build(self, ask: StaffAsk) -> LinesPage:
        """From the draft, as far as it was typed."""
        return preview_page(ask, Form(ask.desk, self.route.about))


class HistoryScreen(LinesScreen):
    """What changed, and the way back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("u", "undo", show=False, id="history.undo")]
    ACTIONS: ClassVar[frozenset[str]] = StaffScreen.ACTIONS | {"undo"}

    def build(self, ask: StaffAsk) -> LinesPage:
        """The revisions of the listing."""
        return history_page(ask, self.route.about)

    def action_undo(self) -> None:
        """Take the last change back."""
        if self.ask.desk.who.may_change:
            try:
                saved = self.ask.desk.editing.undo(self.route.about, self.ask.desk.who.name)
            except KioskError as error:
                self.again(str(error))
                return
            self.again(saved_words(self.ask, saved))


class QuestionScreen(LinesScreen):
    """Mine or theirs, one key to take either."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "take('mine')", show=False, id="question.mine"),
        Binding("t", "take('theirs')", show=False, id="question.theirs"),
    ]
    ACTIONS: ClassVar[frozenset[str]] = StaffScreen.ACTIONS | {"take"}

    def build(self, ask: StaffAsk) -> LinesPage:
        """The first question that is open."""
        return questions_page(ask, self.route.about)

    def action_take(self, which: str) -> None:
        """Decide it."""
        found = [each for each in self.ask.desk.records.questions() if each.id == self.route.about]
        if found and self.ask.desk.who.may_change:
            take: Literal["mine", "theirs"] = "mine" if which == "mine" else "theirs"
            try:
                saved = self.ask.desk.editing.answer(found[:1], take, self.ask.desk.who.name)
            except KioskError as error:
                self.again(str(error))
                return
            self.again(saved_words(self.ask, saved))
