"""The form while one of its fields is written in: each letter goes into the draft, and what is wrong shows at once."""

from __future__ import annotations

from collections.abc import Callable

from textual import on

from kiosk.domain.errors import KioskError
from kiosk.pages.staff.form import FieldLine, FormPage
from kiosk.pages.staff.form_values import shown_value, typed_value
from kiosk.pages.staff.parts import StaffAsk, StaffRoute
from kiosk.pages.staff.problem_words import refusal_words
from kiosk.services.form import Form
from kiosk.tui.staff.base import StaffLook, StaffScreen
from kiosk.tui.staff.form_parts import FormRows
from kiosk.tui.staff.form_sheet import FormSheet
from kiosk.tui.widgets.text_field import TextField
from kiosk.tui.widgets.words import Words


class FormWriting(StaffScreen[FormPage]):
    """The field below the lines, hidden until one of them is written in."""

    def __init__(self, ask: StaffAsk, route: StaffRoute, look: StaffLook) -> None:
        self.form = Form(ask.desk, route.about, copy=route.detail == "copy")
        self.writing: FieldLine | None = None
        super().__init__(ask, route, look)

    def write_in(self, chosen: FieldLine) -> None:
        """Write in a field: what stands in it stands below, the cursor behind it."""
        self.writing = chosen
        field = self.query_one(".writing", TextField)
        for label in self.query(".label").results(Words):
            label.update(chosen.label)
        with self.prevent(TextField.Changed):
            field.value = shown_value(self.ask, self.form, chosen.field)
        field.display = True
        field.cursor_position = len(field.value)
        self.lay_field()
        field.focus()

    def lay_field(self) -> None:
        """On the wide form the field lies over the line it writes in."""
        for sheet in self.query(FormSheet):
            sheet.is_writing = True
            column, row, width = sheet.place_of_value()
            field = self.query_one(".writing", TextField)
            field.styles.offset = (column + sheet.styles.margin.left, row)
            field.styles.width = width

    @on(TextField.Changed)
    def take(self, event: TextField.Changed) -> None:
        """Every letter goes into the draft, and what is wrong with it shows at once."""
        event.stop()
        if self.writing is not None:
            field = self.writing.field
            self.doing(lambda: self.form.set(field, event.value, lambda: typed_value(self.ask, field, event.value)))

    @on(TextField.Submitted)
    def done(self, event: TextField.Submitted) -> None:
        """On to the next field."""
        event.stop()
        self.stop_writing()
        self.query_one(FormRows).action_move(1)

    def stop_writing(self) -> None:
        """Back to the lines."""
        self.writing = None
        for label in self.query(".label").results(Words):
            label.update("")
        self.query_one(".writing", TextField).display = False
        for sheet in self.query(FormSheet):
            sheet.is_writing = False
        self.query_one(FormRows).focus()
        self.again()

    def doing(self, work: Callable[[], object]) -> None:
        """Do something to the form and show it, or say why it cannot be done."""
        try:
            work()
        except KioskError as error:
            self.again(refusal_words(self.ask, error))
            return
        self.again()

    def problem_here(self) -> str:
        """What is wrong with the field that is written in, or that has the cursor."""
        rows = self.query_one(FormRows)
        here = self.writing or rows.flat[rows.cursor]
        if not isinstance(here, FieldLine):
            return ""
        path = here.field.path
        lines = (each for section in self.page.sections for each in section.fields)
        return next((each.problem for each in lines if each.field.path == path), "")
