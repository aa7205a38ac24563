"""One change of many listings, in three steps: what, to what, and the preview of each before all are saved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from kiosk.domain.errors import KioskError
from kiosk.pages.staff.bulk import BulkPage, Changing, bulk_page, nothing_words, saved_words, undone_words
from kiosk.pages.staff.bulk_words import bulk_titles, choice_lines, hint, typed
from kiosk.pages.staff.parts import StaffAsk, StaffRoute
from kiosk.pages.staff.problem_words import refusal_words
from kiosk.services.bulk import plan, save, undo
from kiosk.services.bulk_fields import field_of
from kiosk.tui.plain import cells, cut, line
from kiosk.tui.staff.asking import AskingLine, AskingScreen
from kiosk.tui.staff.base import StaffLook, StaffScreen
from kiosk.tui.widgets.note import Note
from kiosk.tui.widgets.staff_rows import StaffRows
from kiosk.tui.widgets.text_field import TextField
from kiosk.tui.widgets.words import Title, Words

WIDE, NARROW = 42, 30
"""Cells of the column of names."""


class BulkRows(StaffRows):
    """Things to choose, or listings with what becomes of each."""

    def __init__(self, page: BulkPage, room: int) -> None:
        super().__init__(classes="rows card")
        self.page = page
        self.room = room

    @property
    def count(self) -> int:
        """How many lines."""
        return len(self.page.rows)

    def row(self, index: int, width: int, *, focused: bool) -> Sequence[Content]:
        """One line; the one of the cursor stands on the focus's ground."""
        each = self.page.rows[index]
        name = self.style_of("chosen" if focused else "name")
        plain = self.style_of("chosen" if focused and each.strong else "chosen-plain" if focused else
                              "name" if each.strong else "plain")  # fmt: skip
        room = self.room if any(row.words for row in self.page.rows) else width
        named = cut(each.name, room - 3)
        words = cut(each.words, max(1, width - room - 1))
        filler = " " * max(0, width - room - cells(words))
        return [line((f"  {named}" + " " * (room - 2 - cells(named)), name), (words + filler, plain))]


class BulkScreen(AskingScreen[BulkPage]):
    """The steps after each other on one screen; nothing is changed before the last one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", show=False, priority=True, id="bulk.save"),
        Binding("u", "undo", show=False, id="bulk.undo"),
    ]
    ACTIONS: ClassVar[frozenset[str]] = StaffScreen.ACTIONS | {"choose", "save", "undo"}

    def __init__(self, ask: StaffAsk, route: StaffRoute, look: StaffLook) -> None:
        self.changing = Changing(tuple(dict.fromkeys(route.about.split())))
        super().__init__(ask, route, look)

    def build(self, ask: StaffAsk) -> BulkPage:
        """The step it is at."""
        return bulk_page(ask, self.changing)

    def body(self) -> Iterable[Widget]:
        """Title, lines, a line to write in, a note."""
        page = self.page
        if self.look.wide:
            yield Title(page.title, page.subtitle, classes="title")
        yield BulkRows(page, WIDE if self.look.wide else NARROW)
        yield AskingLine(self.kept)
        yield Note(page.note, style="quiet", classes="note")

    def show(self) -> None:
        """The next step in the same place."""
        rows = self.query_one(BulkRows)
        rows.page = self.page
        rows.changed()
        self.query_one(".note", Words).update(self.said or self.page.note)

    def begin(self) -> None:
        """The lines have the keys."""
        self.query_one(BulkRows).focus()

    @on(StaffRows.Chosen)
    def choose_line(self, event: StaffRows.Chosen) -> None:
        """What to change, or to what."""
        event.stop()
        self.action_choose()

    def action_choose(self) -> None:
        """Go on with the line of the cursor."""
        rows = self.query_one(BulkRows)
        if not self.page.rows or not self.ask.desk.who.may_change:
            return
        chosen = self.page.rows[rows.cursor].id
        if self.changing.stage == "what":
            self._take_field(chosen)
        elif self.changing.stage == "value":
            self._preview(chosen)

    def _take_field(self, id: str) -> None:
        field = field_of(id)
        if field is None:
            return
        self.changing = replace(self.changing, stage="value", field=field, plan=None)
        if field.kind == "none":
            self._preview({"assured_date": self.ask.today.isoformat(), "assurer": self.ask.desk.who.name})
            return
        self.query_one(BulkRows).cursor = 0
        self.again()
        if field.kind not in ("choice", "need", "support"):
            self.query_one(AskingLine).ask(bulk_titles(self.ask)[field.id], "", hint(self.ask, field), field.id)
        elif not choice_lines(self.ask, field, self.changing.ids):
            self._start_again(nothing_words(self.ask))

    @on(TextField.Submitted)
    def take_typed(self, event: TextField.Submitted) -> None:
        """Read what was typed; what cannot be read stays, with what is wrong."""
        event.stop()
        field = self.changing.field
        if field is None:
            return
        read = typed(self.ask, field, event.value)
        if read.problem:
            self.query_one(AskingLine).refuse(read.problem)
            return
        self._preview(read.value)

    @on(TextField.Changed)
    def typing(self, event: TextField.Changed) -> None:
        """Nothing is read before Enter."""
        event.stop()

    def _preview(self, value: object) -> None:
        self._close()
        field = self.changing.field
        if field is None:
            return
        try:
            made = plan(self.ask.desk, self.changing.ids, field, value)
        except KioskError as error:
            self._start_again(refusal_words(self.ask, error))
            return
        self.changing = replace(self.changing, stage="preview", plan=made)
        self.query_one(BulkRows).cursor = 0
        self.again()

    def action_save(self) -> None:
        """Save all of them, as one change."""
        made = self.changing.plan
        if made is None or self.changing.stage != "preview" or not self.ask.desk.who.may_change:
            return
        try:
            saved = save(self.ask.desk, made)
        except KioskError as error:
            self.again(refusal_words(self.ask, error))
            return
        self.changing = replace(self.changing, stage="done")
        self.query_one(AskingLine).taken()
        questions = sum(1 for each in saved if each.outcome == "question")
        self.again(saved_words(self.ask, len(saved), len(made.left_out), questions))

    def action_undo(self) -> None:
        """Take the last change of many back, all of it; once more makes it again."""
        if not self.ask.desk.who.may_change:
            return
        try:
            undone = undo(self.ask.desk)
        except KioskError as error:
            self.again(refusal_words(self.ask, error))
            return
        if self.changing.stage == "preview":
            self._start_again("")
        self.again(undone_words(self.ask, undone))

    def action_leave(self) -> None:
        """A step back; from the first one, or when all is saved, to the list."""
        if self.changing.stage in ("what", "done"):
            self.post_message(self.Left(self.said))
        else:
            self._start_again("")

    def _start_again(self, said: str) -> None:
        self._close()
        field = self.changing.field
        self.changing = Changing(self.changing.ids)
        self.again(said)
        rows = self.query_one(BulkRows)
        rows.cursor = next((at for at, row in enumerate(self.page.rows) if field and row.id == field.id), 0)
        rows.changed()

    def _close(self) -> None:
        self.query_one(AskingLine).close()
        self.query_one(BulkRows).focus()
