"""What a bundle brings, or what going back changes: shown first, listing by listing, then done, and undone, by key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget

from kiosk.domain.errors import Refused
from kiosk.pages.staff.arrivals import (
    ArrivalLine,
    ArrivalsPage,
    Journey,
    arrival_lines,
    arrivals_page,
    changed_since,
    file_name,
    restored_words,
    sheet_problem,
)
from kiosk.pages.staff.files import doing_words
from kiosk.pages.staff.moments import moment_name
from kiosk.pages.staff.parts import StaffAsk, StaffRoute
from kiosk.services.luggage import Step, is_sheet
from kiosk.services.sheet_reading import SheetReading
from kiosk.services.take_home import Arrival, Taken
from kiosk.tui.plain import cut, line
from kiosk.tui.staff.base import StaffLook
from kiosk.tui.staff.working import WorkingScreen
from kiosk.tui.widgets.note import Note
from kiosk.tui.widgets.staff_detail import Detail
from kiosk.tui.widgets.staff_rows import StaffRows
from kiosk.tui.widgets.words import Title, Words

NAME = 26
"""Cells of the names, where what differs stands beside them."""


class ArrivalRows(StaffRows):
    """A listing on one line: what becomes of it, its number, its name, the first thing that differs."""

    def __init__(self, page: ArrivalsPage) -> None:
        super().__init__(classes="rows card")
        self.page = page

    @property
    def count(self) -> int:
        """How many listings."""
        return len(self.page.lines)

    def row(self, index: int, width: int, *, focused: bool) -> Sequence[Content]:
        """One line, on the focus's ground where it is chosen."""
        each: ArrivalLine = self.page.lines[index]
        name, plain = self.inks(focused=focused)
        label = line(("  ", plain), *self.label_parts(each.label.text, each.label.tone))
        gap = max(1, 14 - label.cell_length)
        first = label + line((" " * gap + each.number.ljust(6), plain))
        room = width - first.cell_length
        names = NAME if room >= 2 * NAME else room  # beside what is told in full, the name is enough
        rest = cut(each.words, room - names).ljust(room - names)
        return [first + line((cut(each.name, names - 2).ljust(names), name), (rest, plain))]


class ArrivalsScreen(WorkingScreen[ArrivalsPage]):
    """The route is about a file, or names a moment (the number of a change) as its detail."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "take", show=False, id="arrivals.take"),
        Binding("u", "undo", show=False, id="arrivals.undo"),
        Binding("q", "questions", show=False, id="arrivals.questions"),
    ]
    ACTIONS: ClassVar[frozenset[str]] = WorkingScreen.ACTIONS | {"take", "undo", "questions"}

    def __init__(self, ask: StaffAsk, route: StaffRoute, look: StaffLook) -> None:
        self.luggage = ask.desk.luggage()
        self.when: int | Path | None = None
        if route.detail.isdecimal():
            self.when = int(route.detail)
        elif route.detail == "back":
            self.when = Path(route.about)
        self.bundle: Any = None
        self.sheet: SheetReading | None = None
        self.journey = Journey(name=self._named(ask, route), goes_back=self.when is not None)
        self._undo: int | None = None
        self._seq = -1
        """The last change when the undo was noted: after another one it would undo that too."""
        self._lines: tuple[ArrivalLine, ...] = ()
        super().__init__(ask, route, look)

    def build(self, ask: StaffAsk) -> ArrivalsPage:
        """As far as it is."""
        return arrivals_page(ask, replace(self.journey, busy=self.busy), self._lines)

    def body(self) -> Iterable[Widget]:
        """The listings, the chosen one beside or below, a note."""
        page = self.page
        if self.look.wide:
            yield Title(page.title, page.subtitle, classes="title")
            yield Horizontal(ArrivalRows(page), Detail(page.detail), classes="columns")
        else:
            yield ArrivalRows(page)
            yield Detail(page.detail)
        yield Note(self.said or page.note, style="go", classes="note")

    def show(self) -> None:
        """Newer words in the same places."""
        rows = self.query_one(ArrivalRows)
        rows.page = self.page
        rows.changed()
        self.query_one(Detail).update(self.page.detail)
        self.query_one(".note", Words).update(self.said or self.page.note)

    def on_mount(self) -> None:
        """Read it, and show what it brings."""
        self.start("read", doing_words(self.ask, "read", self.journey.name), self._read)

    def begin(self) -> None:
        """The lines have the keys."""
        rows = self.query_one(ArrivalRows)
        rows.cursor = self.journey.chosen
        rows.focus()

    def _read(self, step: Step) -> list[Arrival]:
        if self.when is not None:
            return self.luggage.would_restore(self.when)
        file = Path(self.route.about)
        if is_sheet(file):
            self.sheet = self.luggage.read_sheet(file)
            problem = sheet_problem(self.ask, self.sheet)
            if problem:
                raise Refused(problem)
            return self.luggage.sheet_brings(self.sheet)
        self.bundle = self.luggage.read(file, step)
        return self.luggage.brings(self.bundle)

    def _take(self) -> Taken:
        """What comes, taken in."""
        who = self.ask.desk.who.name
        if self.sheet is not None:
            return self.luggage.take_sheet(self.sheet, who)
        return self.luggage.take_in(self.bundle, who)

    def finished(self, work: str, outcome: Any, problem: str) -> None:
        """What was read is shown; what was done is said."""
        if problem:
            self.journey = replace(self.journey, problem=problem)
        elif work == "read":
            self.journey = replace(self.journey, coming=tuple(outcome))
            self._lines = arrival_lines(self.ask, outcome)
        elif work == "undo":
            self._undo = None
            self.journey = replace(self.journey, may_undo=False)
            self.again(restored_words(self.ask, outcome))
            return
        else:
            self._undo, self._seq = outcome.undo, self.ask.desk.records.load().seq
            self.journey = replace(self.journey, done=outcome, may_undo=outcome.undo is not None, problem="")
        self.again()

    @on(StaffRows.Moved)
    def choose(self, event: StaffRows.Moved) -> None:
        """Another listing is told in full."""
        event.stop()
        self.journey = replace(self.journey, chosen=event.index)
        self.again(self.said)

    @on(StaffRows.Chosen)
    def stay(self, event: StaffRows.Chosen) -> None:
        """Nothing more is behind a line: what it brings stands beside it."""
        event.stop()

    def action_take(self) -> None:
        """Take all of it in, or all of it back."""
        journey, who = self.journey, self.ask.desk.who
        if not journey.coming or journey.done is not None or not who.may_change:
            return
        when = self.when
        if when is not None:
            self.start("take", doing_words(self.ask, "go-back"), lambda _: self.luggage.restore(when, who.name))
        else:
            self.start("take", doing_words(self.ask, "take"), lambda _: self._take())

    def action_undo(self) -> None:
        """All of it as it was before; not where somebody has changed something since, which would go too."""
        undo, who = self._undo, self.ask.desk.who
        if undo is None or not who.may_change:
            return
        if self.ask.desk.records.load().seq != self._seq:
            self.again(changed_since(self.ask))
            return
        self.start("undo", doing_words(self.ask, "undo"), lambda _: self.luggage.restore(undo, who.name))

    def action_questions(self) -> None:
        """The first question that is left."""
        done = self.journey.done
        if isinstance(done, Taken) and done.questions:
            self.action_open("question", done.questions[0].id, done.questions[0].field)

    def _named(self, ask: StaffAsk, route: StaffRoute) -> str:
        if isinstance(self.when, int):
            moment = next((each for each in self.luggage.moments() if each.when == self.when), None)
            return moment_name(ask, moment, self.when)
        return file_name(Path(route.about))
