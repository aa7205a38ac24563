"""Any command, by its name: one types some of it, and Enter does it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget

from kiosk.pages.staff.commands import Command, CommandsPage, Finder, commands_page
from kiosk.pages.staff.parts import StaffAsk, StaffRoute
from kiosk.tui.plain import cells, cut, line
from kiosk.tui.staff.app import StaffApp
from kiosk.tui.staff.aside import AsideScreen
from kiosk.tui.staff.base import StaffLook
from kiosk.tui.widgets.staff_rows import StaffRows
from kiosk.tui.widgets.text_field import TextField
from kiosk.tui.widgets.words import Title, Words


class CommandRows(StaffRows, can_focus=False):
    """A command a line, its key at the right end. The field above keeps the keys."""

    def __init__(self, found: Sequence[Command]) -> None:
        super().__init__(classes="rows card")
        self.found = found

    @property
    def count(self) -> int:
        """How many were found."""
        return len(self.found)

    def row(self, index: int, width: int, *, focused: bool) -> Sequence[Content]:
        """One line; the marked one stands on the focus's ground."""
        each, marked = self.found[index], index == self.cursor
        name = self.style_of("chosen" if marked else "name")
        words = f"  {cut(each.words, width - 14)}"
        key = f"{each.key}  "
        blank = " " * max(0, width - cells(words) - cells(key))
        return [line((words + blank, name), (key, self.style_of("chosen" if marked else "touch")))]


class CommandsScreen(AsideScreen[CommandsPage]):
    """A field, and what it finds."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", show=False, id="commands.choose"),
        Binding("up", "move(-1)", show=False, id="commands.up"),
        Binding("down", "move(1)", show=False, id="commands.down"),
        Binding("pageup", "turn(-1)", show=False, id="commands.page-up"),
        Binding("pagedown", "turn(1)", show=False, id="commands.page-down"),
    ]
    ACTIONS: ClassVar[frozenset[str]] = AsideScreen.ACTIONS | {"choose", "move", "turn"}

    def __init__(self, ask: StaffAsk, route: StaffRoute, look: StaffLook) -> None:
        self.typed = ""
        self.finder: Finder | None = None
        self._finder_for: object = None
        super().__init__(ask, route, look)

    def build(self, ask: StaffAsk) -> CommandsPage:
        """What the words typed find now."""
        standing = ask.words, ask.desk.records.load().seq
        if self.finder is None or self._finder_for != standing:
            has_both = self.app.theme in ("day", "night", "day-256", "night-256")
            screens = self.app.offered if isinstance(self.app, StaffApp) else frozenset()
            offered = {*screens, *(("night",) if has_both else ())}
            self.finder = Finder(ask, self.below.build(ask).keys, offered)
            self._finder_for = standing
        return commands_page(ask, self.finder.find(self.typed))

    def body(self) -> Iterable[Widget]:
        """Title, field, what was found, a note."""
        page = self.page
        if self.look.wide:
            yield Title(page.title, page.subtitle, classes="title")
        yield Horizontal(
            Words(page.find, style="quiet", classes="find"), TextField(self.typed, classes="words"), classes="finding"
        )
        yield CommandRows(page.found)
        yield Words(page.note, style="quiet", classes="note")

    def show(self) -> None:
        """What is found now."""
        rows = self.query_one(CommandRows)
        rows.found = self.page.found
        rows.changed()
        self.query_one(".note", Words).update(self.page.note)
        self.query_one(".find", Words).update(self.page.find)

    def begin(self) -> None:
        """One types at once."""
        self.query_one(TextField).focus()

    @on(TextField.Changed)
    def find(self, event: TextField.Changed) -> None:
        """Other words, other commands: the nearest is marked."""
        event.stop()
        self.typed = event.value
        self.query_one(CommandRows).cursor = 0
        self.again()

    @on(TextField.Submitted)
    def choose_found(self, event: TextField.Submitted) -> None:
        """Enter in the field does what is marked."""
        event.stop()
        self.action_choose()

    @on(StaffRows.Chosen)
    def choose_line(self, event: StaffRows.Chosen) -> None:
        """So does a tap on it."""
        event.stop()
        self.action_choose()

    def action_move(self, by: int) -> None:
        """Mark another line."""
        self.query_one(CommandRows).action_move(by)

    def action_turn(self, way: int) -> None:
        """A page of lines further."""
        self.query_one(CommandRows).action_turn(way)

    def action_choose(self) -> None:
        """Do it: open what it leads to, or run it on the screen below."""
        if self.page.found:
            command = self.page.found[self.query_one(CommandRows).cursor]
            if command.go is not None:
                self.post_message(self.Opened(command.go))
            else:
                self.post_message(self.Run(command.act))
