"""The school year at the desk: a letter on a day is kept at once, and taken back by one key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from kiosk.domain.calendar import DayKind, SchoolCalendar, SpecialDay
from kiosk.domain.errors import ChangedElsewhere, KioskError, NoSuch
from kiosk.domain.school_days import KINDS, SHORT
from kiosk.pages.staff.parts import StaffAsk, StaffRoute
from kiosk.pages.staff.problem_words import refusal_words
from kiosk.pages.staff.year_asks import (
    bounds_questions,
    file_question,
    reason_questions,
    time_question,
    year_questions,
)
from kiosk.pages.staff.year_words import (
    change_words,
    no_reason,
    no_time,
    nothing_to_undo,
    only_look,
    undone_words,
    was_quicker,
)
from kiosk.services.public_holidays import next_bounds
from kiosk.services.school_year import YearChange
from kiosk.services.year_desk import all_are, entry_on
from kiosk.tui.staff.base import StaffLook
from kiosk.tui.staff.year_moves import YearMoves
from kiosk.tui.widgets.staff_prompt import StaffPrompt


class YearScreen(YearMoves):
    """What changes the chosen days, and what is typed for it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "kind('no-school')", show=False, id="year.no-school"),
        Binding("e", "kind('early-dismissal')", show=False, id="year.early"),
        Binding("l", "kind('delayed-opening')", show=False, id="year.late"),
        Binding("s", "kind('snow-day')", show=False, id="year.snow"),
        Binding("delete,backspace", "clear", show=False, id="year.clear"),
        Binding("t", "time", show=False, id="year.time"),
        Binding("r", "reason", show=False, id="year.reason"),
        Binding("b", "bounds", show=False, id="year.bounds"),
        Binding("y", "begin", show=False, id="year.begin"),
        Binding("i", "file", show=False, id="year.file"),
        Binding("ctrl+z", "undo", show=False, id="year.undo"),
    ]
    ACTIONS: ClassVar[frozenset[str]] = YearMoves.ACTIONS | {
        "kind", "clear", "time", "reason", "bounds", "begin", "file", "undo",
    }  # fmt: skip

    def __init__(self, ask: StaffAsk, route: StaffRoute, look: StaffLook) -> None:
        self.entry: SpecialDay | None = None
        """The entry that a reason or a time is being typed for."""
        super().__init__(ask, route, look)

    def action_kind(self, kind: DayKind) -> None:
        """The letter of a kind: the days become of it, or ordinary again when they all are of it already."""
        calendar, view = self._to_change(), self.view
        if calendar is None or kind not in KINDS:
            return
        if kind == "snow-day" and view.first == view.last == self.ask.today:
            self.action_open("snow-day")
        elif all_are(calendar, kind, view.first, view.last):
            self._change(lambda: self.year.clear(calendar, view.first, view.last, kind))
        elif kind in SHORT:
            self.prompt.ask(kind, [time_question(self.ask, calendar, kind)], view.first.isoformat())
            self._asking()
        else:
            self._change(lambda: self.year.put(calendar, kind, view.first, view.last))

    def action_clear(self) -> None:
        """Ordinary days again."""
        calendar, view = self._to_change(), self.view
        if calendar is not None:
            self._change(lambda: self.year.clear(calendar, view.first, view.last))

    def action_time(self) -> None:
        """Another time for a short day."""
        calendar = self._to_change()
        self.entry = entry_on(calendar, self.view.cursor) if calendar else None
        if calendar is None or self.entry is None or self.entry.kind not in SHORT:
            self._tell(no_time(self.ask), calendar)
            return
        question = time_question(self.ask, calendar, self.entry.kind, self.entry.at)
        self.prompt.ask("time", [question], self.entry.from_.isoformat())
        self._asking()

    def action_reason(self) -> None:
        """Why the day is different, in each language."""
        calendar = self._to_change()
        self.entry = entry_on(calendar, self.view.cursor) if calendar else None
        if self.entry is None:
            self._tell(no_reason(self.ask), calendar)
            return
        self.prompt.ask("reason", reason_questions(self.ask, self.entry), self.entry.from_.isoformat())
        self._asking()

    def action_bounds(self) -> None:
        """First and last day, and the bells."""
        calendar = self._to_change()
        if calendar is not None:
            self.prompt.ask("bounds", bounds_questions(self.ask, calendar))
            self._asking()

    def action_begin(self) -> None:
        """A new school year, from the public holidays: shown before it is taken."""
        if self._may_change():
            first, last = next_bounds(self.page.calendar, self.ask.today)
            self.prompt.ask("begin", year_questions(self.ask, first, last))
            self._asking()

    def action_file(self) -> None:
        """The school's calendar file: shown before it is taken."""
        if self._to_change() is not None:
            self.prompt.ask("file", [file_question(self.ask)])
            self._asking()

    def action_undo(self) -> None:
        """Take back the last change, then the one before."""
        if not self._may_change():
            return
        try:
            undone = self.year.undo()
        except NoSuch:
            self.again(nothing_to_undo(self.ask))
            return
        except KioskError as error:
            self.again(refusal_words(self.ask, error))
            return
        self.again(undone_words(self.ask, undone.difference, undone.by))

    @on(StaffPrompt.Answered)
    def answered(self, event: StaffPrompt.Answered) -> None:
        """Everything was typed: keep it, or show first what it would do."""
        event.stop()
        self._not_asking()
        answers, entry, calendar, view = event.answers, self.entry, self.page.calendar, self.view
        if event.about in ("file", "begin"):
            self.asking.taken()
        if event.about == "file":
            self.action_open("calendar-file", answers[0])
        elif event.about == "begin":
            self.action_open("calendar-year", "..".join(answers))
        elif calendar is None:
            self.again()
        elif event.about == "bounds":
            first, last = map(date.fromisoformat, answers[:2])
            self._change(lambda: self.year.set_bounds(first, last, answers[2], answers[3]))
        elif event.about == "time" and entry is not None:
            self._change(lambda: self.year.set_time(entry, answers[0]))
        elif event.about == "reason" and entry is not None:
            codes = self.ask.desk.center.settings.languages
            self._change(lambda: self.year.set_reason(entry, dict(zip(codes, answers, strict=True))))
        else:
            kind = next(each for each in SHORT if each == event.about)
            self._change(lambda: self.year.put(calendar, kind, view.first, view.last, answers[0]))

    @on(StaffPrompt.Dropped)
    def dropped(self, event: StaffPrompt.Dropped) -> None:
        """Nothing is changed."""
        event.stop()
        self._not_asking()
        self.again()

    def action_leave(self) -> None:
        """From a line that is typed back to the year; from a run of days to one; from there out."""
        if self.prompt.is_asking:
            self.prompt.drop()
        elif self.marking or self.view.anchor is not None:
            self.marking = False
            self._go(self.view.cursor, keep=False)
        else:
            self.post_message(self.Left())

    def _change(self, work: Callable[[], YearChange]) -> None:
        """Do it, and say what it came to; when somebody else was quicker, show that instead."""
        try:
            change = work()
        except ChangedElsewhere:
            self.again(was_quicker(self.ask))
            return
        except KioskError as error:
            self.again(refusal_words(self.ask, error))
            return
        self.marking = False
        self.asking.taken()
        self.view = replace(self.view, anchor=None)
        self.again(change_words(self.ask, change.difference))

    def _may_change(self) -> bool:
        if self.prompt.is_asking:
            return False
        if not self.ask.desk.who.may_change:
            self.again(only_look(self.ask))
            return False
        return True

    def _to_change(self) -> SchoolCalendar | None:
        """The year, if this person may change it now."""
        return self.page.calendar if self._may_change() else None

    def _tell(self, words: str, calendar: SchoolCalendar | None) -> None:
        if calendar is not None:
            self.again(words)

    def _asking(self) -> None:
        self._show_about(False)

    def _not_asking(self) -> None:
        self._show_about(True)
        self.set_focus(None)

    def _show_about(self, shown: bool) -> None:
        for part in self.query(".about, .hints"):
            part.display = shown
