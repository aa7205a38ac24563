"""The form: sections that fold, fields to write in, and what families will see."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from kiosk.domain.errors import KioskError
from kiosk.pages.staff.form import FieldLine, FormPage, SectionLine, form_page
from kiosk.pages.staff.hours_week import Stroke, redrawn
from kiosk.pages.staff.parts import StaffAsk, StaffRoute
from kiosk.pages.staff.problem_words import refusal_words
from kiosk.pages.staff.saved import saved_words
from kiosk.services.form_fields import SECTIONS, SectionId
from kiosk.services.form_hours import FormHours
from kiosk.tui.staff.base import StaffLook
from kiosk.tui.staff.drawing import Drawn
from kiosk.tui.staff.form_families import FamilyCard
from kiosk.tui.staff.form_parts import DayLine, FormFoot, FormRows
from kiosk.tui.staff.form_writing import FormWriting
from kiosk.tui.widgets.staff_rows import StaffRows
from kiosk.tui.widgets.text_field import TextField
from kiosk.tui.widgets.words import Title, Words


class FormScreen(FormWriting):
    """One listing while somebody writes it. Every letter is kept as a draft."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", show=False, priority=True, id="form.save"),
        Binding("ctrl+k", "check", show=False, priority=True, id="form.check"),
        Binding("ctrl+z", "undo", show=False, priority=True, id="form.undo"),
        Binding("ctrl+f", "preview", show=False, priority=True, id="form.preview"),
        Binding("ctrl+t", "hours", show=False, priority=True, id="form.hours"),
        Binding("ctrl+o", "both", show=False, priority=True, id="form.both"),
        Binding("ctrl+d", "discard", show=False, priority=True, id="form.discard"),
        *(
            Binding(str(number), f"section({number})", show=False, id=f"form.section{number}")
            for number in range(1, 10)
        ),
    ]
    ACTIONS: ClassVar[frozenset[str]] = FormWriting.ACTIONS | {
        "save", "check", "undo", "preview", "hours", "both", "discard", "section",
    }  # fmt: skip

    def __init__(self, ask: StaffAsk, route: StaffRoute, look: StaffLook) -> None:
        self.opened: SectionId | None = _section_of(route.detail)
        self._is_elsewhere = False
        """The draft is being changed on another screen."""
        super().__init__(ask, route, look)

    def build(self, ask: StaffAsk) -> FormPage:
        """The form as it stands."""
        return form_page(ask, self.form, self.opened, self.standing)

    def body(self) -> Iterable[Widget]:
        """Title, lines, the field that is written in, and what families see."""
        page = self.page
        if self.look.wide:
            yield Title(page.title, page.subtitle, classes="title")
        yield Horizontal(FormRows(page), FamilyCard(page.families), classes="columns")
        yield Words("", style="name", classes="label")
        yield TextField(classes="writing")
        yield Words(page.note, style="quiet", classes="note")
        yield FormFoot(page)

    def show(self) -> None:
        """Newer words in the same lines."""
        rows, foot = self.query_one(FormRows), self.query_one(FormFoot)
        rows.page = foot.page = self.page
        rows.changed()
        foot.show()
        self.query_one(FamilyCard).update(self.page.families)
        self._show_note()

    def on_mount(self) -> None:
        """The first line has the keys; the field is hidden until one is written in."""
        self._begin(SECTIONS.index(self.opened) + 1 if self.opened is not None else 0)

    async def recompose(self) -> None:
        """The same place in the form for another size, and the same words in its field."""
        cursor = self.query_one(FormRows).cursor
        await super().recompose()
        self._begin(cursor)
        if self.writing is not None:
            self.write_in(self.writing)

    def _begin(self, cursor: int) -> None:
        self.query_one(".writing", TextField).display = False
        rows = self.query_one(FormRows)
        rows.cursor = cursor
        rows.focus()

    @on(StaffRows.Chosen)
    def choose(self, event: StaffRows.Chosen) -> None:
        """Open a section, write in a field, or turn a choice."""
        event.stop()
        chosen = self.query_one(FormRows).flat[event.index]
        if isinstance(chosen, SectionLine):
            self.action_section(chosen.number)
        elif isinstance(chosen, DayLine):
            self._draw(chosen.day, "gap", 0)
        elif chosen.field.kind == "hours":
            self.action_hours(chosen.field.path)
        elif not self.ask.desk.who.may_change:
            self.again(self.page.only_look)
        elif chosen.field.kind in ("choice", "flag"):
            self.doing(lambda: self.form.turn(chosen.field))
        else:
            self.write_in(chosen)

    def help_topic(self) -> str:
        """The field that is written in or stands on the yellow line, else the section."""
        rows = self.query_one(FormRows)
        here = self.writing or rows.flat[rows.cursor]
        if isinstance(here, FieldLine):
            return here.field.path
        return f"section.{here.id}" if isinstance(here, SectionLine) else "section.hours"

    def action_section(self, number: int) -> None:
        """Open the section of that number, and fold the other; once more folds it too."""
        section = SECTIONS[number - 1]
        self.opened = None if self.opened == section else section
        self.again()
        rows = self.query_one(FormRows)
        rows.cursor = number - 1 + (1 if self.opened else 0)
        rows.changed()

    @on(Drawn)
    def draw(self, event: Drawn) -> None:
        """A day of the week becomes another one."""
        event.stop()
        self._draw(event.day, event.what, event.way)

    @on(StaffRows.Moved)
    def move(self, event: StaffRows.Moved) -> None:
        """On a day of the week other keys work."""
        event.stop()
        self._show_note()

    def _draw(self, day: int, what: Stroke, way: int) -> None:
        week = self.page.week
        if not self.ask.desk.who.may_change:
            self.again(self.page.only_look)
        elif week is not None:
            hours = FormHours(self.ask.desk, self.form)
            listing = hours.listing()
            rows = redrawn(listing.schedules, week, day, what, way, self.ask.today)
            self.doing(lambda: hours.put(rows, listing.schedule_exceptions))

    def _show_note(self) -> None:
        """What is to be known about the line that has the keys."""
        rows = self.query_one(FormRows)
        note = self.page.draw_hint if isinstance(rows.flat[rows.cursor], DayLine) else self.page.note
        self.query_one(".note", Words).update(self.said or self.problem_here() or note)

    def action_save(self) -> None:
        """Keep it, and say what families see now."""
        if not self.form.is_changed or not self.ask.desk.who.may_change:
            return
        try:
            saved = self.form.save()
        except KioskError as error:
            self.again(refusal_words(self.ask, error))
            return
        self.post_message(self.Left(saved_words(self.ask, saved)))

    def action_check(self) -> None:
        """A person checked it today; saving then keeps that."""
        self.doing(lambda: self.form.check(self.ask.today))

    def action_undo(self) -> None:
        """Take the last thing typed back."""
        self.doing(lambda: self.form.undo() or None)

    def action_discard(self) -> None:
        """Give up what was typed: once more within the same screen brings it back by undo."""
        self.doing(self.form.discard)

    def action_preview(self) -> None:
        """The family's page of what stands here."""
        self.action_open("preview", self.form.id)

    def action_hours(self, line: str = "") -> None:
        """Type or draw the hours: all of them, or one line. They go into the same draft."""
        self.form.keep()
        self._is_elsewhere = True
        self.action_open("hours", self.form.id, line)

    def action_both(self) -> None:
        """What somebody else saved meanwhile, beside what is typed here."""
        if self.form.id:
            self.form.keep()
            self._is_elsewhere = True
            self.action_open("meanwhile", self.form.id)

    def again(self, said: str = "") -> None:
        """Build the page again; back from the hours with what was taken there."""
        if self._is_elsewhere:
            self._is_elsewhere = False
            self.form.follow()
        super().again(said)

    def action_leave(self) -> None:
        """From a field back to the lines; from the lines out. What is not saved stays a draft, and it says so."""
        if self.writing is not None:
            self.stop_writing()
            return
        self.post_message(self.Left(self.page.left))


def _section_of(detail: str) -> SectionId | None:
    """The section that a field named by a job stands in."""
    return {"schedules": "hours", "sign_up": "sign-up"}.get(detail)  # type: ignore[return-value]  # ids of sections
