"""The history of one listing: changes at the left, the chosen one in full beside them, and the ways back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget

from kiosk.domain.errors import KioskError
from kiosk.domain.kept import Altered, Saved
from kiosk.pages.staff.history import HistoryLine, HistoryPage, history_page
from kiosk.pages.staff.parts import StaffAsk, StaffRoute
from kiosk.pages.staff.problem_words import refusal_words
from kiosk.pages.staff.saved import saved_words
from kiosk.services.going_back import put_back, undo_change
from kiosk.services.past import Past
from kiosk.tui.plain import cut, line
from kiosk.tui.staff.base import StaffLook, StaffScreen
from kiosk.tui.widgets.note import Note
from kiosk.tui.widgets.staff_detail import Detail
from kiosk.tui.widgets.staff_rows import StaffRows
from kiosk.tui.widgets.words import Title, Words

WHEN, WHO = 16, 10
"""Cells of the columns."""


class HistoryRows(StaffRows):
    """A change on one line: when, who, what."""

    def __init__(self, lines: Sequence[HistoryLine]) -> None:
        super().__init__(classes="rows card")
        self.text = lines

    @property
    def count(self) -> int:
        """How many changes."""
        return len(self.text)

    def row(self, index: int, width: int, *, focused: bool) -> Sequence[Content]:
        """One line, on the focus's ground where it is chosen."""
        each = self.text[index]
        name, plain = self.inks(focused=focused)
        quiet = plain if focused else self.style_of("quiet")
        room = width - WHEN - WHO - 3
        words = cut(each.words, room)
        when, who = cut(each.when, WHEN - 1).ljust(WHEN), cut(each.who, WHO - 1).ljust(WHO)
        first = line((f"  {when}", plain), (who, quiet), (words.ljust(room + 1), name))
        return [first, *[line()] * (self.TALL - 1)]


class AiryHistoryRows(HistoryRows):
    """The same with air between them, where there is room."""

    TALL: ClassVar[int] = 2


class HistoryScreen(StaffScreen[HistoryPage]):
    """What changed, and the ways back. Each of them adds a change, so none of them loses anything."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "undo", show=False, id="history.undo"),
        Binding("r", "put_back", show=False, id="history.put_back"),
    ]
    ACTIONS: ClassVar[frozenset[str]] = StaffScreen.ACTIONS | {"undo", "put_back", "whole"}

    def __init__(self, ask: StaffAsk, route: StaffRoute, look: StaffLook) -> None:
        self.past = Past(ask.desk.records, route.about)
        self.chosen = 0
        super().__init__(ask, route, look)

    def build(self, ask: StaffAsk) -> HistoryPage:
        """The versions as they are now."""
        return history_page(ask, self.route.about, self.past.versions(), self.chosen)

    def body(self) -> Iterable[Widget]:
        """The changes, and the chosen one beside or below."""
        page = self.page
        if self.look.wide:
            yield Title(page.title, page.subtitle, classes="title")
            yield Horizontal(AiryHistoryRows(page.lines), Detail(page.detail), classes="columns")
        else:
            yield HistoryRows(page.lines)
            yield Detail(page.detail)
        yield Note(self.said or ("" if self.look.wide else page.note), style="plain", classes="note")

    def show(self) -> None:
        """Newer changes in the same rows."""
        rows = self.query_one(HistoryRows)
        rows.text = self.page.lines
        rows.cursor = self.chosen
        rows.changed()
        self.query_one(Detail).update(self.page.detail)
        self.query_one(".note", Words).update(self.said or ("" if self.look.wide else self.page.note))

    def begin(self) -> None:
        """The changes have the keys."""
        rows = self.query_one(HistoryRows)
        rows.cursor = self.chosen
        rows.focus()

    @on(StaffRows.Moved)
    def choose(self, event: StaffRows.Moved) -> None:
        """Another change is told in full."""
        event.stop()
        self.chosen = event.index
        self.again()

    @on(StaffRows.Chosen)
    def show_whole(self, event: StaffRows.Chosen) -> None:
        """The listing as it was then."""
        event.stop()
        self.action_whole()

    def action_whole(self) -> None:
        """The listing as families read it after this change."""
        version = self._version()
        if version is not None and version.after is not None:
            self.action_open("preview", self.route.about, version.version.rev)

    def action_undo(self) -> None:
        """Take this one change out again."""
        self._go(lambda version: undo_change(self.ask.desk, version, is_newest=self.chosen == 0))

    def action_put_back(self) -> None:
        """The whole listing as it was after this change."""
        self._go(lambda version: put_back(self.ask.desk, version))

    def _go(self, way: Callable[[Altered], Saved]) -> None:
        version = self._version()
        if version is None or not self.ask.desk.who.may_change:
            return
        try:
            saved = way(version)
        except KioskError as error:
            self.again(refusal_words(self.ask, error))
            return
        self.chosen = 0
        self.again(saved_words(self.ask, saved))

    def _version(self) -> Altered | None:
        """The one that the focus is on, also where its move and the next key came in one bunch."""
        self.chosen = self.query_one(HistoryRows).cursor
        versions = self.past.versions()
        return versions[self.chosen] if self.chosen < len(versions) else None
