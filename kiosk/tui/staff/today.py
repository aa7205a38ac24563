"""The first screen of the desk: what needs you today."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from kiosk.pages.staff.parts import StaffAsk
from kiosk.pages.staff.today import JobLine, TodayPage, today_page
from kiosk.tui.plain import cells, cut, line
from kiosk.tui.staff.base import StaffScreen
from kiosk.tui.staff.lobby_side import LobbyColumn
from kiosk.tui.widgets.note import Note
from kiosk.tui.widgets.staff_rows import StaffRows
from kiosk.tui.widgets.words import Title, Words


class JobRows(StaffRows):
    """A job on two lines: its number and label before what is the matter, then what to do."""

    TALL: ClassVar[int] = 3

    def __init__(self, jobs: Sequence[JobLine]) -> None:
        super().__init__(classes="jobs card")
        self.jobs = jobs

    @property
    def count(self) -> int:
        """How many jobs."""
        return len(self.jobs)

    def row(self, index: int, width: int, *, focused: bool) -> Sequence[Content]:
        """Two lines and a blank one."""
        job = self.jobs[index]
        label = line(*self.label_parts(job.label.text, job.label.tone))
        gap = " " * max(1, 13 - label.cell_length)
        words = cut(job.words, width - 19)
        first = line(f" {index + 1:>2} ", "") + label + line(gap, (words, self.style_of("name")))
        do = f" {job.do}  › "
        blank = " " * (16 if cells(do) <= width - 16 else 4)
        return [first, line(blank, (do, self.style_of("chosen" if focused else "touch"))), line()]


class TodayScreen(StaffScreen[TodayPage]):
    """Jobs at the left; at the right what the lobby shows now."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "open('form')", show=False, id="today.new"),
        Binding("f,slash", "open('list')", show=False, id="today.find"),
        Binding("h", "open('shelf')", show=False, id="today.shelf"),
        Binding("s", "open('snow-day')", show=False, id="today.snow_day"),
        Binding("c", "open('calendar')", show=False, id="today.calendar"),
        Binding("r", "open('round')", show=False, id="today.round"),
        Binding("i", "open('files')", show=False, id="today.files"),
        Binding("g", "open('settings')", show=False, id="today.settings"),
        Binding("l", "open('lobby')", show=False, id="today.lobby"),
        Binding("q", "leave", show=False, id="today.leave"),
        *(Binding(str(number), f"job({number})", show=False, id=f"today.job{number}") for number in range(1, 10)),
    ]
    ACTIONS: ClassVar[frozenset[str]] = StaffScreen.ACTIONS | {"job"}

    def build(self, ask: StaffAsk) -> TodayPage:
        """The jobs as they are now."""
        return today_page(ask)

    def body(self) -> Iterable[Widget]:
        """Title, jobs, and the lobby."""
        page = self.page
        if not self.look.wide:
            yield JobRows(page.jobs)
            yield Words(page.lobby.line, style="plain", classes="lobby-line")
            yield Note(self.said or page.all_well, style="go", classes="well")
            return
        yield Title(page.title, page.subtitle, classes="title")
        well = Note(self.said or page.all_well, style="go", classes="well")
        yield Horizontal(Vertical(JobRows(page.jobs), well, classes="left"), LobbyColumn(page.lobby), classes="columns")

    def show(self) -> None:
        """Newer jobs in the same rows."""
        rows = self.query_one(JobRows)
        rows.jobs = self.page.jobs
        rows.changed()
        self.query_one(".well", Words).update(self.said or self.page.all_well)
        for column in self.query(LobbyColumn):
            column.update(self.page.lobby)
        for words in self.query(".lobby-line").results(Words):
            words.update(self.page.lobby.line)

    def begin(self) -> None:
        """The first job has the focus."""
        self.query_one(JobRows).focus()

    @on(StaffRows.Chosen)
    def choose(self, event: StaffRows.Chosen) -> None:
        """Go where a job is mended."""
        event.stop()
        self.action_job(event.index + 1)

    def action_job(self, number: int) -> None:
        """The job of that number."""
        if number <= len(self.page.jobs):
            go = self.page.jobs[number - 1].go
            if go.screen != self.route.screen:  # a job that is done elsewhere says where
                self.post_message(self.Opened(go))
