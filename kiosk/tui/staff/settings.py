"""The settings at the desk: a line each, written in place, kept in the school's own file with its comments."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from kiosk.domain.errors import KioskError
from kiosk.pages.staff.parts import StaffAsk, StaffRoute
from kiosk.pages.staff.problem_words import refusal_words
from kiosk.pages.staff.setting_edit import NotKept, SettingEdit, seen_of
from kiosk.pages.staff.settings import (
    SettingLine,
    SettingsPage,
    said_of,
    settings_keys,
    settings_page,
)
from kiosk.services.school_settings import Set
from kiosk.services.setting_values import shipped
from kiosk.tui.staff.asking import AskingLine, AskingScreen
from kiosk.tui.staff.base import StaffLook, StaffScreen
from kiosk.tui.staff.setting_rows import Meaning, SettingRows, WrongLine
from kiosk.tui.widgets.note import Note
from kiosk.tui.widgets.staff_bar import StaffBar
from kiosk.tui.widgets.staff_rows import StaffRows
from kiosk.tui.widgets.text_field import TextField
from kiosk.tui.widgets.words import Title, Words


class SettingsScreen(AskingScreen[SettingsPage]):
    """Lines at the left, below them what is wrong in the file, or the field; at the right what a line means."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "ship", show=False, id="settings.ship"),
        Binding("ctrl+z", "undo", show=False, id="settings.undo"),
        Binding("l", "open('lobby')", show=False, id="settings.lobby"),
        Binding("o", "open('settings-file')", show=False, id="settings.file"),
    ]
    ACTIONS: ClassVar[frozenset[str]] = StaffScreen.ACTIONS | {"choose", "ship", "mend", "undo"}

    def __init__(self, ask: StaffAsk, route: StaffRoute, look: StaffLook) -> None:
        self.writing: SettingEdit | None = None
        """The line that is written in."""
        self._leaves = False
        """Escape was pressed once on words that are not kept."""
        super().__init__(ask, route, look)

    def build(self, ask: StaffAsk) -> SettingsPage:
        """The file as it stands."""
        return settings_page(ask)

    def body(self) -> Iterable[Widget]:
        """Title, lines, meaning; below the lines what is wrong, or the field."""
        page = self.page
        below = [WrongLine(page), Note(page.note, style="quiet", classes="note"), AskingLine(self.kept)]
        if self.look.wide:
            yield Title(page.title, page.subtitle, classes="title")
            left = Vertical(SettingRows(page.lines), *below, classes="left card")
            yield Horizontal(left, Meaning(page.lines[0]), classes="columns")
            return
        yield Vertical(SettingRows(page.lines), classes="left card")
        yield from below

    def begin(self) -> None:
        """The lines have the keys."""
        self.query_one(SettingRows).focus()
        self._below()
        self._tell()

    def show(self) -> None:
        """Newer lines in the same places; what is being written stays."""
        rows, wrong = self.query_one(SettingRows), self.query_one(WrongLine)
        rows.settings, wrong.page = self.page.lines, self.page
        rows.changed()
        wrong.refresh()
        self._below()
        self._tell()

    @property
    def _line(self) -> SettingLine:
        return self.page.lines[self.query_one(SettingRows).cursor]

    def _tell(self) -> None:
        """What the line in focus means, and what the last thing came to."""
        line = self._line
        for meaning in self.query(Meaning):
            meaning.update(line)
        is_told = not line.problem or self.page.wrong.endswith(line.problem)
        short = f"{line.label}: {line.means if is_told else line.problem}"
        self.query_one(".note", Words).update(self.said or (self.page.note if self.look.wide else short))
        self.query_one(StaffBar).update(
            settings_keys(self.ask, can_be_read=self.page.can_be_read, writing=self.writing is not None)
        )

    @on(StaffRows.Moved)
    def move(self, event: StaffRows.Moved) -> None:
        """Another line has the focus; not while one is written in."""
        event.stop()
        if self.writing is not None:
            self._back_to_field()
            return
        self.said = ""
        self._tell()

    # Writing a line

    @on(StaffRows.Chosen)
    def choose(self, event: StaffRows.Chosen) -> None:
        """Write in the line."""
        event.stop()
        if self.writing is not None:
            self._back_to_field()
        else:
            self.action_choose()

    def _back_to_field(self) -> None:
        """A tap on the lines takes no word that is not kept."""
        rows = self.query_one(SettingRows)
        items = [line.item for line in self.page.lines]
        if self.writing is not None and self.writing.line.item in items:
            rows.cursor = items.index(self.writing.line.item)
        rows.changed()
        self.query_one(TextField).focus()

    def action_choose(self) -> None:
        """Open the field of the line in focus; while it is open, keep what stands in it."""
        if self.writing is not None:
            self._keep(self.query_one(TextField).value)
        elif self._may():
            self._open(self._line)

    def _open(self, line: SettingLine) -> None:
        self.writing, self._leaves, self.said = SettingEdit(self.ask, line), False, ""
        self._below()
        self.query_one(AskingLine).ask(line.label, line.typed, line.write, line.item.id)
        self._tell()

    @on(TextField.Changed)
    def take(self, event: TextField.Changed) -> None:
        """What it would be, or what is wrong with it, as it is typed."""
        event.stop()
        if self.writing is not None:
            self._leaves = False
            self.query_one(AskingLine).refuse(self.writing.words(self.ask, event.value))

    @on(TextField.Submitted)
    def done(self, event: TextField.Submitted) -> None:
        """Keep it."""
        event.stop()
        self._keep(event.value)

    def _keep(self, typed: str) -> None:
        if self.writing is None or not self._may():
            return
        kept = self.writing.keep(self.ask, typed)
        if isinstance(kept, NotKept):
            self.query_one(AskingLine).refuse(kept.why)
            return
        self._close()
        self._done(kept)

    def action_leave(self) -> None:
        """From the field back to the lines, once more when it has words that are not kept; from the lines out."""
        if self.writing is None:
            super().action_leave()
            return
        if self.query_one(TextField).value != self.writing.line.typed and not self._leaves:
            self._leaves = True
            self.query_one(AskingLine).refuse(self.page.not_kept)
            return
        self._close()
        self.again()

    def _close(self) -> None:
        self.writing = None
        asking = self.query_one(AskingLine)
        asking.taken()
        asking.close()
        self._below()
        self.query_one(SettingRows).focus()
        self._tell()

    def _below(self) -> None:
        """The field takes the place of what is wrong and of the note."""
        writing = self.writing is not None
        self.query_one(".note").display = not writing
        self.query_one(WrongLine).display = not writing and bool(self.page.wrong_line)

    # One key each

    def action_ship(self) -> None:
        """As it was when the kiosk was shipped; where the file cannot be read, the last good one."""
        if not self.page.can_be_read:
            self.action_mend()
            return
        line, values = self._line, shipped(self._line.item)
        if values is None:
            self.again(self.page.school_says)
            return
        seen = seen_of(self.ask, line.item)
        self._do(lambda: self.ask.desk.settings().change(values, seen, self.ask.desk.who.name))

    def action_mend(self) -> None:
        """Put the last good file back; what stands there now is laid aside."""
        if not self.page.can_be_read:
            self._do(lambda: self.ask.desk.settings().mend(self.ask.desk.who.name))

    def action_undo(self) -> None:
        """Take the last change back; once more, and it is there again."""
        self._do(lambda: self.ask.desk.settings().undo(self.ask.desk.who.name))

    def _do(self, work: Callable[[], Set]) -> None:
        if self.writing is not None or not self._may():
            return
        try:
            done = work()
        except KioskError as error:
            self.again(refusal_words(self.ask, error))
            return
        self._done(done)

    def _done(self, done: Set) -> None:
        self.ask.desk.center.keep_up()
        self.again(said_of(self.ask, done.keys, done.wrong))

    def _may(self) -> bool:
        if not self.ask.desk.who.may_manage:
            self.again(self.page.only_look)
        return self.ask.desk.who.may_manage
