"""How the form is laid out: on the wide one fields, week and what families see; at 80 columns the lines alone."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from kiosk.pages.staff.form import FieldLine, FormPage, SectionLine, form_page
from kiosk.pages.staff.parts import StaffAsk, StaffRoute
from kiosk.services.form_fields import SECTIONS, SectionId
from kiosk.tui.staff.base import StaffLook
from kiosk.tui.staff.form_families import FamilyCard
from kiosk.tui.staff.form_parts import DayLine, FormFoot, FormRows, Line
from kiosk.tui.staff.form_sheet import FormSheet
from kiosk.tui.staff.form_week import FormWeek, HoursHead
from kiosk.tui.staff.form_writing import FormWriting
from kiosk.tui.widgets.staff_rows import StaffRows
from kiosk.tui.widgets.text_field import TextField
from kiosk.tui.widgets.words import Title, Words


class FormLayout(FormWriting):
    """Its parts, which of them has the keys, and what is said of the line they stand on."""

    def __init__(self, ask: StaffAsk, route: StaffRoute, look: StaffLook) -> None:
        self.opened: SectionId | None = _section_of(route.detail)
        self._is_elsewhere = False
        """The draft is being changed on another screen."""
        super().__init__(ask, route, look)

    def build(self, ask: StaffAsk) -> FormPage:
        """The form as it stands."""
        return form_page(ask, self.form, self.opened)

    def body(self) -> Iterable[Widget]:
        """Title, lines, the field that is written in, and what families see."""
        page = self.page
        if self.look.wide:
            yield Title(page.title, page.subtitle, classes="title")
            side = Vertical(
                HoursHead(page),
                FormWeek(page),
                Words(page.note, style="quiet", classes="note side-note"),
                Words(page.families.title, style="quiet", classes="families-title"),
                FamilyCard(page.families),
                classes="hours-side",
            )
            yield Horizontal(FormSheet(page, "sheet-rows"), side, TextField(classes="writing"), classes="columns")
            return
        yield FormRows(page)
        yield Words("", style="name", classes="label")
        yield TextField(classes="writing")
        yield Words(page.note, style="quiet", classes="note")
        yield FormFoot(page)

    def show(self) -> None:
        """Newer words in the same lines."""
        rows = self.query_one(FormRows)
        rows.page = self.page
        rows.changed()
        for part in (*self.query(FormFoot), *self.query(HoursHead), *self.query(FormWeek)):
            part.page = self.page
            part.refresh()
        for card in self.query(FamilyCard):
            card.update(self.page.families)
        if self.writing is not None:
            self.lay_field()
        self._show_note()

    def on_mount(self) -> None:
        """The first line has the keys; the field is hidden until one is written in."""
        self.query_one(".writing", TextField).display = False
        rows = self.query_one(FormRows)
        rows.focus()
        if self.opened is not None:
            self._go_into(self.opened)

    async def recompose(self) -> None:
        """The same place in the form for another size, and the same words in its field."""
        old = self.query_one(FormRows)
        here: Line = old.flat[old.cursor]
        day = next((week.day for week in self.query(FormWeek) if week.has_focus), None)
        await super().recompose()
        self.query_one(".writing", TextField).display = False
        rows = self.query_one(FormRows)
        rows.cursor = rows.place_of(here if day is None else DayLine(day))
        rows.focus()
        if isinstance(here, DayLine):
            for week in self.query(FormWeek):
                week.day = here.day
                week.focus()
        if self.writing is not None:
            self.write_in(self.writing)

    def help_topic(self) -> str:
        """The field that is written in or stands on the yellow line, else the section."""
        rows = self.query_one(FormRows)
        here = self.writing or rows.flat[rows.cursor]
        if any(week.has_focus for week in self.query(FormWeek)):
            return "section.hours"
        if isinstance(here, FieldLine):
            return here.field.path
        return f"section.{here.id}" if isinstance(here, SectionLine) else "section.hours"

    def action_section(self, number: int) -> None:
        """Open the section of that number, and fold the other; once more folds it too."""
        section = SECTIONS[number - 1]
        self.opened = None if self.opened == section else section
        self.again()
        self._go_into(section)

    def _go_into(self, section: SectionId) -> None:
        """To a section's first line, the week of the hours before its fields; to its head where it was folded."""
        rows = self.query_one(FormRows)
        rows.cursor = self._head(section) + (1 if self.opened == section else 0)
        rows.changed()
        week = next(iter(self.query(FormWeek)), None)
        if week is not None and self.opened == section == "hours" and self.page.week is not None:
            week.day = 0
            week.focus()
        elif self.writing is None:
            rows.focus()
        self._show_note()

    def _head(self, section: SectionId) -> int:
        lines = self.query_one(FormRows).flat
        return next(at for at, each in enumerate(lines) if isinstance(each, SectionLine) and each.id == section)

    @on(FormWeek.Past)
    def past_the_week(self, event: FormWeek.Past) -> None:
        """From the week to the lines: those of the hours where they are open."""
        event.stop()
        rows = self.query_one(FormRows)
        if self.opened == "hours":
            rows.cursor = self._head("hours") + (1 if event.way > 0 else 0)
            rows.changed()
        rows.focus()

    def on_descendant_focus(self) -> None:
        """Other keys work on the week than on the lines."""
        if self.query(FormRows):
            self._show_note()

    @on(StaffRows.Moved)
    def move(self, event: StaffRows.Moved) -> None:
        """On a day of the week other keys work."""
        event.stop()
        self._show_note()

    def _show_note(self) -> None:
        """What is to be known about the line that has the keys."""
        rows = self.query_one(FormRows)
        on_week = any(week.has_focus for week in self.query(FormWeek))
        is_day = on_week or isinstance(rows.flat[rows.cursor], DayLine)
        problem = "" if on_week else self.problem_here()
        self.query_one(".note", Words).update(
            self.said or problem or (self.page.draw_hint if is_day else self.page.note)
        )


def _section_of(detail: str) -> SectionId | None:
    """The section that a field named by a job stands in."""
    return {"schedules": "hours", "sign_up": "sign-up"}.get(detail)  # type: ignore[return-value]  # ids of sections
