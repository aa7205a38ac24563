"""Screens over the school year: which listings a day changes, a calendar file and a new year before they are taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from kiosk.domain.calendar import DayKind, SchoolCalendar
from kiosk.domain.errors import ChangedElsewhere, KioskError, NoSuch, Refused
from kiosk.domain.feed import Feed
from kiosk.domain.school_days import SHORT
from kiosk.pages.staff.lines import LinesPage
from kiosk.pages.staff.parts import StaffAsk, StaffRoute
from kiosk.pages.staff.problem_words import refusal_words
from kiosk.pages.staff.year_asks import time_question
from kiosk.pages.staff.year_lines import day_page, file_page, new_year_page, no_year_page, problem_page
from kiosk.pages.staff.year_words import change_words, goes_on, no_file, only_look, was_quicker
from kiosk.services.public_holidays import new_year
from kiosk.services.school_import import Preview, Usual, preview
from kiosk.services.school_year import YearChange
from kiosk.services.year_desk import YearDesk
from kiosk.tui.staff.base import StaffLook
from kiosk.tui.staff.kept_lines import KeptLines
from kiosk.tui.staff.lines import LinesScreen
from kiosk.tui.widgets.staff_prompt import Asking, StaffPrompt


class DayScreen(LinesScreen):
    """Which listings a day changes."""

    def build(self, ask: StaffAsk) -> LinesPage:
        """By the year as it stands now."""
        calendar = ask.desk.school_year().calendar()
        return day_page(ask, calendar, date.fromisoformat(self.route.about)) if calendar else no_year_page(ask)


class TakingScreen(LinesScreen):
    """Something that is shown first, and taken by one key as it was shown."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("y", "take", show=False, id="year.take")]
    ACTIONS: ClassVar[frozenset[str]] = LinesScreen.ACTIONS | {"take"}

    def __init__(self, ask: StaffAsk, route: StaffRoute, look: StaffLook) -> None:
        self.year = YearDesk(ask.desk.school_year(), ask.desk.who.name, ask.desk.speeches())
        super().__init__(ask, route, look)

    def action_take(self) -> None:
        """Take it, and say on the year's own screen what it came to."""
        raise NotImplementedError

    def _take(self, work: Callable[[], YearChange]) -> None:
        if not self.ask.desk.who.may_change:
            self.again(only_look(self.ask))
            return
        try:
            change = work()
        except ChangedElsewhere:
            self.again(was_quicker(self.ask))
        except KioskError as error:
            self.again(self.refused(error))
        else:
            self.post_message(self.Left(change_words(self.ask, change.difference)))

    def refused(self, error: KioskError) -> str:
        """Why it was not taken."""
        return refusal_words(self.ask, error)


class NewYearScreen(TakingScreen):
    """A school year with the public holidays of the region, before it begins. `about`: first day, `..`, last day."""

    def build(self, ask: StaffAsk) -> LinesPage:
        """The year as it would be."""
        return new_year_page(ask, self._made(ask))

    def action_take(self) -> None:
        """Begin it."""
        self._take(lambda: self.year.begin(self._made(self.ask)))

    def refused(self, error: KioskError) -> str:
        """Mostly that the year before goes on."""
        calendar = self.year.calendar()
        if isinstance(error, Refused) and calendar is not None and calendar.last_day >= self.ask.today:
            return goes_on(self.ask, calendar)
        return super().refused(error)

    def _made(self, ask: StaffAsk) -> SchoolCalendar:
        first, last = map(date.fromisoformat, self.route.about.split(".."))
        region = ask.desk.center.settings.region
        return new_year(region, first, last, ask.desk.speeches(), self.year.calendar())


class CalendarFileScreen(TakingScreen):
    """A school's calendar file, before it is taken. `about`: its path."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "usual('early-dismissal')", show=False, id="file.early"),
        Binding("l", "usual('delayed-opening')", show=False, id="file.late"),
    ]
    ACTIONS: ClassVar[frozenset[str]] = TakingScreen.ACTIONS | {"usual"}

    def __init__(self, ask: StaffAsk, route: StaffRoute, look: StaffLook) -> None:
        self.usual = Usual()
        self.feed: Feed | None = None
        self.problem = ""
        self.found: Preview | None = None
        self.asking = Asking(KeptLines(ask, route.screen, lambda: self.ask))
        super().__init__(ask, route, look)

    def build(self, ask: StaffAsk) -> LinesPage:
        """What the file would change in the year as it stands now."""
        calendar = self.year.calendar()
        if calendar is None:
            return no_year_page(ask)
        self.found = self._read(ask, calendar)
        if self.found is None:
            return problem_page(ask, self.problem)
        return file_page(ask, self.found, self.usual, self.route.about)

    def _read(self, ask: StaffAsk, calendar: SchoolCalendar) -> Preview | None:
        """The file is read once: a stick may be gone by the time it is taken."""
        try:
            if self.feed is None:
                self.feed = ask.desk.read_feed(self.route.about, calendar)
            return preview(self.feed, calendar, self.usual, ask.desk.speeches())
        except (NoSuch, Refused) as error:
            self.problem = no_file(ask, self.route.about, is_there=isinstance(error, Refused))
            return None

    def body(self) -> Iterable[Widget]:
        """The lines, and the line that is typed."""
        for part in super().body():
            part.display = not (self.asking.about and part.has_class("note"))
            yield part
        yield StaffPrompt(self.asking)

    def action_usual(self, kind: DayKind) -> None:
        """The time of the file's short days that say none."""
        calendar, prompt = self.year.calendar(), self.query_one(StaffPrompt)
        if calendar is not None and self.found is not None and not prompt.is_asking and kind in SHORT:
            stands = self.usual.early if kind == "early-dismissal" else self.usual.late
            self.query_one(".note").display = False
            prompt.ask(kind, [time_question(self.ask, calendar, kind, stands)], self.route.about)

    @on(StaffPrompt.Answered)
    def answered(self, event: StaffPrompt.Answered) -> None:
        """Read the file again with that time."""
        event.stop()
        self.asking.taken()
        if event.about == "early-dismissal":
            self.usual = Usual(event.answers[0], self.usual.late)
        else:
            self.usual = Usual(self.usual.early, event.answers[0])
        self._back_to_lines()

    @on(StaffPrompt.Dropped)
    def dropped(self, event: StaffPrompt.Dropped) -> None:
        """As it was."""
        event.stop()
        self._back_to_lines()

    def _back_to_lines(self) -> None:
        self.query_one(".note").display = True
        self.query_one(".rows").focus()
        self.again()

    def action_take(self) -> None:
        """Take what is shown."""
        found = self.found
        if found is not None and found.days and not self.query_one(StaffPrompt).is_asking:
            self._take(lambda: self.year.take_in(found))

    def action_leave(self) -> None:
        """From a line that is typed back to the file; from there back to the year."""
        prompt = self.query_one(StaffPrompt)
        if prompt.is_asking:
            prompt.drop()
        else:
            self.post_message(self.Left())
