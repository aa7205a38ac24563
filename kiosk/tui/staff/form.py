"""The form: sections that fold, fields to write in, and what families will see."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from kiosk.domain.errors import KioskError
from kiosk.pages.staff.form import SectionLine
from kiosk.pages.staff.hours_week import Stroke, redrawn
from kiosk.pages.staff.problem_words import refusal_words
from kiosk.pages.staff.saved import saved_words
from kiosk.services.form_hours import FormHours
from kiosk.tui.staff.drawing import Drawn
from kiosk.tui.staff.form_layout import FormLayout
from kiosk.tui.staff.form_parts import DayLine, FormRows
from kiosk.tui.widgets.staff_rows import StaffRows


class FormScreen(FormLayout):
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
    ACTIONS: ClassVar[frozenset[str]] = FormLayout.ACTIONS | {
        "save", "check", "undo", "preview", "hours", "both", "discard", "section",
    }  # fmt: skip

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

    @on(Drawn)
    def draw(self, event: Drawn) -> None:
        """A day of the week becomes another one."""
        event.stop()
        self._draw(event.day, event.what, event.way)

    def _draw(self, day: int, what: Stroke, way: int) -> None:
        week = self.page.week
        if not self.ask.desk.who.may_change:
            self.again(self.page.only_look)
        elif week is not None:
            hours = FormHours(self.ask.desk, self.form)
            listing = hours.listing()
            rows = redrawn(listing.schedules, week, day, what, way, self.ask.today)
            self.doing(lambda: hours.put(rows, listing.schedule_exceptions))

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
