"""A snow day today: two lists, and one of two things to do, the safe one in focus."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from kiosk.domain.errors import KioskError, NoSuch
from kiosk.pages.parts import State
from kiosk.pages.staff.parts import StaffAsk, StaffRoute
from kiosk.pages.staff.problem_words import refusal_words
from kiosk.pages.staff.snow_day import Short, SnowDayPage, short_question, snow_day_page
from kiosk.pages.staff.year_words import change_words, nothing_to_undo, undone_words
from kiosk.services.school_year import YearChange
from kiosk.tui.plain import Part, cells, cut, line, padded, wrap
from kiosk.tui.staff.base import StaffLook, StaffScreen
from kiosk.tui.staff.kept_lines import KeptLines
from kiosk.tui.widgets.leaf import Leaf
from kiosk.tui.widgets.name_columns import NameColumns
from kiosk.tui.widgets.staff_bar import StaffKey
from kiosk.tui.widgets.staff_prompt import Asking, StaffPrompt
from kiosk.tui.widgets.words import Title


class BigKey(StaffKey, can_focus=True):
    """One of the two things to do, large enough to be seen from a door."""

    def lines(self, width: int, height: int) -> list[Content]:
        """Its key in the corner, its words in the middle."""
        rows = [line()] * height
        rows[0] = padded([], width, right=[(f"{self.key.key} ", self.style_of("quiet"))])
        label = self.key.label if cells(self.key.label) <= width - 2 else self.key.short or self.key.label
        rows[(height - 1) // 2] = self.centered([(cut(label, width), self.style_of("name"))], width)
        return rows


class HomeSays(Leaf):
    """What families see on Home, and the way back."""

    def __init__(self, page: SnowDayPage, said: str) -> None:
        super().__init__(classes="home")
        self.page = page
        self.said = said

    def lines(self, width: int, height: int) -> list[Content]:
        """Two lines: quiet names, then words; what was done stands in place of the second, or of both."""
        page = self.page
        room = max(cells(page.home), cells(page.undo), 0) + 4
        quiet, notice = self.style_of("quiet"), page.notice
        first: list[Part] = [(page.home.ljust(room), quiet), *self._notice(notice)]
        second: list[Part] = [(page.undo.ljust(room), quiet), page.undo_words]
        said = wrap(self.said, width, height) if self.said else []
        told = [line((words, self.style_of("name"))) for words in said]
        return told if len(told) > 1 else [line(*first), *(told or [line(*second)])]

    def _notice(self, notice: State) -> list[Part]:
        return [*self.label_parts(notice.label, notice.tone), (f"  {notice.words}", self.style_of("name"))]


class SnowDayScreen(StaffScreen[SnowDayPage]):
    """What closes, what stays open, and one key to do it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "close", show=False, id="snow.close"),
        Binding("u,ctrl+z", "undo", show=False, id="snow.undo"),
        Binding("l", "short('delayed-opening')", show=False, id="snow.late"),
        Binding("e", "short('early-dismissal')", show=False, id="snow.early"),
        Binding("c", "open('calendar')", show=False, id="snow.calendar"),
        Binding("left,right", "other", show=False, id="snow.other"),
        Binding("pagedown", "turn(1)", show=False, id="snow.more"),
        Binding("pageup", "turn(-1)", show=False, id="snow.before"),
    ]
    ACTIONS: ClassVar[frozenset[str]] = StaffScreen.ACTIONS | {"close", "undo", "short", "other", "turn"}

    def __init__(self, ask: StaffAsk, route: StaffRoute, look: StaffLook) -> None:
        self.snow = ask.desk.snow_day()
        self.asking = Asking(KeptLines(ask, route.screen, lambda: self.ask))
        super().__init__(ask, route, look)

    def build(self, ask: StaffAsk) -> SnowDayPage:
        """Today as it is now."""
        return snow_day_page(ask, self.snow)

    def body(self) -> Iterable[Widget]:
        """Two cards, what Home says, two large keys; a line that is typed stands in their place."""
        page = self.page
        if self.look.wide:
            yield Title(page.title, page.subtitle, classes="title")
        closes, stays = page.closes, page.stays
        yield Horizontal(
            NameColumns(closes.title, closes.names, closes.note, page.more, columns=2, classes="closes"),
            NameColumns(stays.title, stays.names, stays.note, page.more, columns=1, classes="stays"),
            classes="lists",
        )
        yield HomeSays(page, self.said)
        choices = Horizontal(BigKey(page.main), BigKey(page.safe), classes="choices")
        asking = Vertical(StaffPrompt(self.asking), classes="asking")
        choices.display, asking.display = not self.asking.about, bool(self.asking.about)
        yield choices
        yield asking

    def on_mount(self) -> None:
        """The safe choice has the focus."""
        self._safe.focus()

    def show(self) -> None:
        """Today as it is now."""
        page = self.page
        for name, shown in ((".closes", page.closes), (".stays", page.stays)):
            self.query_one(name, NameColumns).update(shown.title, shown.names, shown.note, page.more)
        home = self.query_one(HomeSays)
        home.page, home.said = page, self.said
        home.refresh()
        main, safe = self.query(BigKey)
        main.show(page.main)
        safe.show(page.safe)

    @property
    def _safe(self) -> BigKey:
        return self.query(BigKey).last()

    @property
    def _is_asking(self) -> bool:
        return self.query_one(StaffPrompt).is_asking

    def action_other(self) -> None:
        """The other of the two."""
        if not self._is_asking:
            main, safe = self.query(BigKey)
            (main if safe.has_focus and not main.disabled else safe).focus()

    def action_turn(self, way: int) -> None:
        """The next of what closes, and of what stays open."""
        for names in self.query(NameColumns):
            names.turn(way)

    def action_close(self) -> None:
        """Today is a snow day now."""
        if not self.page.main.off and self.page.main.action == "close":
            self._do(lambda: self.snow.close(self.ask.desk.who.name))

    def action_undo(self) -> None:
        """Today is what it was before."""
        view_is_snow = self.page.main.action == "undo"
        if self._may_change():
            work = self.snow.undo if view_is_snow else self.snow.lengthen
            self._do(lambda: work(self.ask.desk.who.name), undone=True)

    def action_short(self, kind: Short) -> None:
        """School ends early today, or starts late: when?"""
        if kind in ("early-dismissal", "delayed-opening") and self._may_change() and self._can_be_short:
            self._show_choices(False)
            self.query_one(StaffPrompt).ask(
                kind, [short_question(self.ask, self.snow, kind)], self.ask.today.isoformat()
            )

    @property
    def _can_be_short(self) -> bool:
        return any(key.action.startswith("short") and not key.off for key in self.page.keys)

    @on(StaffPrompt.Answered)
    def answered(self, event: StaffPrompt.Answered) -> None:
        """Keep it."""
        event.stop()
        self._show_choices(True)
        kind: Short = "early-dismissal" if event.about == "early-dismissal" else "delayed-opening"
        self._do(lambda: self.snow.shorten(kind, event.answers[0], self.ask.desk.who.name))

    @on(StaffPrompt.Dropped)
    def dropped(self, event: StaffPrompt.Dropped) -> None:
        """Nothing is changed."""
        event.stop()
        self._show_choices(True)

    def action_leave(self) -> None:
        """From a line that is typed back to the two choices; from there out."""
        prompt = self.query_one(StaffPrompt)
        if prompt.is_asking:
            prompt.drop()
        else:
            self.post_message(self.Left(self.said))

    def _show_choices(self, shown: bool) -> None:
        self.query_one(".choices").display = shown
        self.query_one(".asking").display = not shown
        if shown:
            self._safe.focus()

    def _may_change(self) -> bool:
        return self.ask.desk.who.may_change and not self._is_asking

    def _do(self, work: Callable[[], YearChange], *, undone: bool = False) -> None:
        try:
            change = work()
        except NoSuch:
            self.again(nothing_to_undo(self.ask))
            return
        except KioskError as error:
            self.again(refusal_words(self.ask, error))
            return
        if undone and change.is_change:
            said = undone_words(self.ask, change.difference, self.ask.desk.who.name)
        else:
            said = change_words(self.ask, change.difference)
        self.asking.taken()
        self._safe.focus()
        self.again(said)
