"""The school year drawn as months, and moved over by arrows: what the screen that changes it stands on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from kiosk.pages.staff.parts import StaffAsk, StaffRoute
from kiosk.pages.staff.year import SMALL_MONTHS, WIDE_MONTHS, YearPage, year_page
from kiosk.pages.staff.year_grid import YearView, clamped, opening_view, stepped, turned
from kiosk.pages.staff.year_words import from_here
from kiosk.services.year_desk import YearDesk
from kiosk.tui.plain import cells
from kiosk.tui.staff.base import StaffLook, StaffScreen
from kiosk.tui.staff.kept_lines import KeptLines
from kiosk.tui.widgets.note import Note
from kiosk.tui.widgets.staff_prompt import Asking, StaffPrompt
from kiosk.tui.widgets.words import Title, Words
from kiosk.tui.widgets.year_grid import YearGrid

_MOVES = {"left": -1, "right": 1, "up": -5, "down": 5}
"""Key -> weekdays."""
_DAY_CELLS = 13


class YearMoves(StaffScreen[YearPage]):
    """Months, and below them what the chosen day is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"move({days})", show=False, id=f"year.{key}") for key, days in _MOVES.items()),
        *(Binding(f"shift+{key}", f"stretch({days})", show=False, id=f"year.to-{key}") for key, days in _MOVES.items()),
        Binding("pageup", "turn(-1)", show=False, id="year.month-before"),
        Binding("pagedown", "turn(1)", show=False, id="year.month-after"),
        Binding("home", "jump(-1)", show=False, id="year.first"),
        Binding("end", "jump(1)", show=False, id="year.last"),
        Binding("space", "mark", show=False, id="year.from-here"),
        Binding("enter", "which", show=False, id="year.which"),
    ]
    ACTIONS: ClassVar[frozenset[str]] = StaffScreen.ACTIONS | {"move", "stretch", "turn", "jump", "mark", "which"}

    def __init__(self, ask: StaffAsk, route: StaffRoute, look: StaffLook) -> None:
        self.year = YearDesk(ask.desk.school_year(), ask.desk.who.name, ask.desk.speeches())
        self.view = YearView(ask.today)
        self.marking = False
        """Moving takes the days on the way along: from where Space was pressed."""
        self.asking = Asking(KeptLines(ask, route.screen, lambda: self.ask))
        calendar = self.year.calendar()
        if calendar is not None:
            self.view = opening_view(calendar, ask.today, _room(look.wide))
        super().__init__(ask, route, look)

    def build(self, ask: StaffAsk) -> YearPage:
        """The year as it stands in the file now."""
        calendar, families = self.year.calendar(), ask.desk.center.calendar
        if calendar == families:
            calendar = families  # the very same value, of which much is worked out already
        if calendar is not None:
            anchor = clamped(calendar, self.view.anchor) if self.view.anchor else None
            self.view = replace(self.view, cursor=clamped(calendar, self.view.cursor), anchor=anchor)
        page = year_page(ask, calendar, self.view)
        self.view = page.view
        return page

    def body(self) -> Iterable[Widget]:
        """Months, then the chosen day, or the line that is typed in its place."""
        page, wide = self.page, self.look.wide
        if wide:
            yield Title(page.title, page.subtitle, classes="title")
        yield YearGrid(page.months, page.legend, _room(wide), wide=wide)
        about = Horizontal(
            self._day(Words(page.day, style="name", classes="day")),
            Vertical(
                Words(page.what, style="name", classes="what"),
                Words(page.does, style="plain", classes="does"),
                classes="about-day",
            ),
            classes="about",
        )
        hints = self._hints(Note(style="quiet", classes="hints"))
        about.display = hints.display = not self.asking.about
        yield about
        yield hints
        yield StaffPrompt(self.asking)

    def _third(self) -> str:
        """What was done, whole; else keys, and at 80 columns what the letters mean."""
        page = self.page
        if page.calendar is None:
            return self.said or page.none
        return self.said or (page.hints if self.look.wide else page.legend_line)

    def show(self) -> None:
        """The year as it is now."""
        page = self.page
        self.query_one(YearGrid).update(page.months, page.legend)
        self._day(self.query_one(".day", Words))
        self.query_one(".what", Words).update(page.what)
        self.query_one(".does", Words).update(page.does)
        self._hints(self.query_one(".hints", Words))

    def _day(self, words: Words) -> Words:
        """The chosen day in its column, or a run of days in a wider one."""
        words.update(self.page.day)
        words.styles.width = max(_DAY_CELLS, cells(self.page.day) + 2)
        return words

    def _hints(self, words: Words) -> Words:
        """Keys, or in bold what was done."""
        words.style = "name" if self.said else "quiet"
        words.update(self._third())
        return words

    @property
    def prompt(self) -> StaffPrompt:
        """The line that is typed."""
        return self.query_one(StaffPrompt)

    def action_move(self, days: int) -> None:
        """Another day has the cursor; from where Space was pressed, those on the way are chosen."""
        self._step(lambda day: stepped(day, days), keep=self.marking)

    def action_stretch(self, days: int) -> None:
        """Another day, and those on the way are chosen."""
        self._step(lambda day: stepped(day, days), keep=True)

    def action_turn(self, months: int) -> None:
        """The same day of another month."""
        self._step(lambda day: turned(day, months), keep=self.marking)

    def _step(self, way: Callable[[date], date], *, keep: bool) -> None:
        calendar = self.page.calendar
        if calendar is not None and not self.asking.about:
            self._go(clamped(calendar, way(self.view.cursor)), keep=keep)

    def action_jump(self, way: int) -> None:
        """The first or the last day of school."""
        calendar = self.page.calendar
        if calendar is not None and not self.asking.about:
            self._go(clamped(calendar, calendar.first_day if way < 0 else calendar.last_day), keep=self.marking)

    def action_mark(self) -> None:
        """From here: the days up to where one moves are chosen. Once more lets go."""
        if not self.asking.about:
            self.marking = not self.marking
            self._go(self.view.cursor, keep=False)
            self.again(from_here(self.ask) if self.marking else "")

    @on(YearGrid.Picked)
    def pick(self, event: YearGrid.Picked) -> None:
        """A tap on a day; with Shift the run up to it. On the day that has the cursor: which listings change."""
        event.stop()
        if self.asking.about:
            self.prompt.drop()
        if event.day == self.view.cursor and not event.far:
            self.action_which()
        else:
            self._go(event.day, keep=event.far or self.marking)

    def _go(self, day: date, *, keep: bool) -> None:
        anchor = (self.view.anchor or self.view.cursor) if keep else None
        self.view = replace(self.view, cursor=day, anchor=anchor)
        self.again()

    def action_which(self) -> None:
        """Which listings the day changes."""
        if self.page.calendar is not None and not self.asking.about:
            self.action_open("calendar-day", self.view.cursor.isoformat())


def _room(wide: bool) -> int:
    return WIDE_MONTHS if wide else SMALL_MONTHS
