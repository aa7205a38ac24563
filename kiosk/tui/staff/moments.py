"""The moments that everything can be taken back to. One is chosen, shown, and only then gone back to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget

from kiosk.domain.kept import Moment
from kiosk.pages.staff.moments import MOST, MomentLine, MomentsPage, moments_page
from kiosk.pages.staff.parts import StaffAsk, StaffRoute
from kiosk.tui.plain import cut, line
from kiosk.tui.staff.base import StaffLook, StaffScreen
from kiosk.tui.widgets.note import Note
from kiosk.tui.widgets.staff_rows import StaffRows
from kiosk.tui.widgets.words import Title, Words


class MomentRows(StaffRows):
    """A moment on one line."""

    def __init__(self, lines: Sequence[MomentLine]) -> None:
        super().__init__(classes="rows card")
        self.text = lines

    @property
    def count(self) -> int:
        """How many."""
        return len(self.text)

    def row(self, index: int, width: int, *, focused: bool) -> Sequence[Content]:
        """Number, when, who, what."""
        each = self.text[index]
        name, plain = self.inks(focused=focused)
        room = width - 43
        return [
            line(
                (f"{each.when:>7}  ", plain),
                (cut(each.at, 15).ljust(17), plain),
                (cut(each.who, 15).ljust(17), plain),
                (cut(each.words, room).ljust(room), name),
            )
        ]


class MomentsScreen(StaffScreen[MomentsPage]):
    """Read once for each change of the listings: the log is long."""

    ACTIONS: ClassVar[frozenset[str]] = StaffScreen.ACTIONS | {"choose"}

    def __init__(self, ask: StaffAsk, route: StaffRoute, look: StaffLook) -> None:
        self._seq = -1
        self._moments: tuple[Moment, ...] = ()
        super().__init__(ask, route, look)

    def build(self, ask: StaffAsk) -> MomentsPage:
        """The newest ones."""
        seq = ask.desk.records.load().seq
        if seq != self._seq:
            self._seq, self._moments = seq, tuple(islice(ask.desk.records.moments(), MOST))
        return moments_page(ask, self._moments)

    def body(self) -> Iterable[Widget]:
        """Title, moments, a note."""
        if self.look.wide:
            yield Title(self.page.title, self.page.subtitle, classes="title")
        yield MomentRows(self.page.lines)
        yield Note(self.said or self.page.note, style="quiet", classes="note")

    def show(self) -> None:
        """Newer moments in the same rows."""
        rows = self.query_one(MomentRows)
        rows.text = self.page.lines
        rows.changed()
        self.query_one(".note", Words).update(self.said or self.page.note)

    def begin(self) -> None:
        """The moments have the keys."""
        self.query_one(MomentRows).focus()

    def action_choose(self) -> None:
        """The moment that has the focus."""
        self.query_one(MomentRows).action_choose()

    @on(StaffRows.Chosen)
    def choose(self, event: StaffRows.Chosen) -> None:
        """Show what going back to it would change."""
        event.stop()
        self.action_open("arrivals", "", str(self.page.lines[event.index].when))
