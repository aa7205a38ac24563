"""Take it home: the sticks that are in, and one key each to write, take in, back up, go back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from kiosk.domain.errors import KioskError
from kiosk.pages.staff.files import (
    Doing,
    FileLine,
    FilesPage,
    backed_up_words,
    doing_words,
    files_page,
    typed_words,
    wrote_words,
)
from kiosk.pages.staff.parts import StaffAsk, StaffRoute
from kiosk.pages.staff.problem_words import refusal_words
from kiosk.services.luggage import Step, Use
from kiosk.services.sticks import Stick
from kiosk.tui.plain import cells, cut, line
from kiosk.tui.staff.asking import AskingLine
from kiosk.tui.staff.base import StaffLook
from kiosk.tui.staff.kept_lines import KeptLines
from kiosk.tui.staff.working import WorkingScreen
from kiosk.tui.widgets.note import Note
from kiosk.tui.widgets.staff_rows import StaffRows
from kiosk.tui.widgets.text_field import TextField
from kiosk.tui.widgets.words import Title, Words

LOOK = 2.0
"""Seconds between looks for sticks."""


class FileRows(StaffRows):
    """Sticks, and under each the files on it; words where none is in."""

    def __init__(self, page: FilesPage) -> None:
        super().__init__(classes="rows card")
        self.page = page

    @property
    def count(self) -> int:
        """How many lines."""
        return len(self.page.lines)

    def row(self, index: int, width: int, *, focused: bool) -> Sequence[Content]:
        """Name, what it is, when it was written, how large."""
        each = self.page.lines[index]
        name, plain = self.inks(focused=focused)
        if each.is_stick:
            left, right = f"  {cut(each.name, width - 34)}", f"{each.what}  "
            return [line((left, name), (right.rjust(width - cells(left)), plain))]
        size = each.size.rjust(10) if width > 90 else ""
        room = width - 34 - len(size)
        return [
            line(
                (f"      {cut(each.name, room - 1).ljust(room)}", name),
                (each.what.ljust(12), plain),
                (each.when.ljust(14), plain),
                (f"{size}  ", plain),
            )
        ]

    def lines(self, width: int, height: int) -> list[Content]:
        """What to do where there is no stick."""
        if self.page.none:
            words = [line((f"  {words}", self.style_of("plain"))) for words in self.page.none]
            return [*words, *[line()] * (height - len(words))][:height]
        return super().lines(width, height)


class FilesScreen(WorkingScreen[FilesPage]):
    """Looks for sticks every two seconds; nothing is drawn where nothing changed."""

    class Found(Message):
        """The sticks that are in."""

        def __init__(self, sticks: tuple[Stick, ...]) -> None:
            super().__init__()
            self.sticks = sticks

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "write", show=False, id="files.write"),
        Binding("i", "take_in", show=False, id="files.take_in"),
        Binding("b", "back_up", show=False, id="files.back_up"),
        Binding("r", "open('moments')", show=False, id="files.moments"),
        Binding("p", "type", show=False, id="files.type"),
    ]
    ACTIONS: ClassVar[frozenset[str]] = WorkingScreen.ACTIONS | {"write", "take_in", "back_up", "type"}

    def __init__(self, ask: StaffAsk, route: StaffRoute, look: StaffLook) -> None:
        self.luggage = ask.desk.luggage()
        self.found: tuple[Stick, ...] | None = None
        self.typing, self._proposed = False, ""
        self.kept = KeptLines(ask, route.screen, lambda: self.ask)
        self._looking = False
        super().__init__(ask, route, look)

    def build(self, ask: StaffAsk) -> FilesPage:
        """What is there."""
        return files_page(ask, self.found, self.busy)

    def body(self) -> Iterable[Widget]:
        """Title, sticks, a line to type a place in, a note."""
        page = self.page
        if self.look.wide:
            yield Title(page.title, page.subtitle, classes="title")
        yield FileRows(page)
        yield Note(self.said or page.note, style="go", classes="note")
        yield AskingLine(self.kept)

    def show(self) -> None:
        """Newer lines in the same place."""
        rows = self.query_one(FileRows)
        rows.page = self.page
        rows.changed()
        self.query_one(".note", Words).update(self.page.note or self.said)

    def begin(self) -> None:
        """The lines have the keys."""
        self.query_one(FileRows).focus()

    def on_mount(self) -> None:
        """Sticks are looked for from now on."""
        self.look_for_sticks()
        self.set_interval(LOOK, self.look_for_sticks)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Back here: something may have been put in, or written, meanwhile."""
        super().on_screen_resume(event)
        self.look_for_sticks()

    async def recompose(self) -> None:
        """The same place for another size, and the same words in the line that is typed."""
        await super().recompose()
        if self.typing:
            self.action_type(self._proposed)

    def look_for_sticks(self) -> None:
        """In a thread: a stick may be slow, or half out."""
        if not self._looking and self.is_current:
            self._looking = True
            self.run_worker(self._look, thread=True, exit_on_error=False, group="look")

    def _look(self) -> None:
        self.post_message(self.Found(self.luggage.sticks()))

    @on(Found)
    def show_sticks(self, event: Found) -> None:
        """Those that are in now."""
        event.stop()
        self._looking = False
        is_first = self.found is None
        if event.sticks != self.found:
            self.found = event.sticks
            self.again(self.said)
        if is_first and self.route.detail == "backup":
            self.action_back_up()

    def finished(self, work: str, outcome: Any, problem: str) -> None:
        """Say what it came to, and look again at what lies there now."""
        if problem:
            self.again(problem)
        else:
            path, count = outcome
            is_bundle = work == "write"
            self.again(wrote_words(self.ask, path, count) if is_bundle else backed_up_words(self.ask, path))
        self.look_for_sticks()

    # What one key does

    @on(StaffRows.Chosen)
    def choose(self, event: StaffRows.Chosen) -> None:
        """A stick: write to it. A file: what it brings, or what going back to it changes."""
        event.stop()
        each = self.page.lines[event.index]
        self.use(each.path / self.luggage.bundle_name() if each.is_stick else each.path, each.use)

    def use(self, path: Path, use: Use) -> None:
        """Do what can be done at a place."""
        if self.busy is not None or not self.ask.desk.who.may_change:
            return
        if use in ("write", "back-up"):
            work = self._write if use == "write" else self._back_up
            doing: Doing = "write" if use == "write" else "back-up"
            words = doing_words(self.ask, doing, path.parent.name or "/")
            self.start(use, words, lambda step: work(path, step))
        else:
            self.action_open("arrivals", str(path), "back" if use == "go-back" else "")

    def _write(self, path: Path, step: Step) -> tuple[Path, int]:
        return path, self.luggage.export(path, step)

    def _back_up(self, path: Path, _: Step) -> tuple[Path, int]:
        self.luggage.back_up(path)
        return path, 0

    def action_write(self) -> None:
        """All listings to the stick that the focus is on."""
        self._at_stick(self.luggage.bundle_name(), "write")

    def action_back_up(self) -> None:
        """A backup to the stick that the focus is on."""
        self._at_stick(self.luggage.backup_name(self.ask.today), "back-up")

    def action_take_in(self) -> None:
        """What the bundle that the focus is on brings; else the newest of them."""
        bundles = [each for each in self.page.lines if each.use == "take-in"]
        here = self._line()
        if here in bundles:
            self.use(here.path, "take-in")
        elif bundles:
            self.use(bundles[0].path, "take-in")
        else:
            self.action_type()

    def _line(self) -> FileLine | None:
        place = self.query_one(FileRows).cursor
        return self.page.lines[place] if place < len(self.page.lines) else None

    def _at_stick(self, name: str, use: Use) -> None:
        here = self._line()
        if here is not None:
            self.use(here.stick / name, use)
        else:
            self.action_type(f"~/{name}")

    # Another place

    def action_type(self, value: str = "~/") -> None:
        """Type a place; below it stands what Enter does there."""
        if self.busy is None and self.ask.desk.who.may_change:
            self.typing, self._proposed = True, value
            self.query_one(".note", Words).display = False
            hint = typed_words(self.ask, self.luggage, value)
            self.query_one(AskingLine).ask(self.page.place, value, hint, f"place {value}")

    @on(TextField.Changed)
    def hint(self, event: TextField.Changed) -> None:
        """What Enter would do."""
        event.stop()
        if self.typing:
            self.query_one(AskingLine).refuse(typed_words(self.ask, self.luggage, event.value))

    @on(TextField.Submitted)
    def take(self, event: TextField.Submitted) -> None:
        """Do it; where nothing can be done, the reason stays and so does what was typed."""
        event.stop()
        try:
            path, use = self.luggage.place(event.value)
        except KioskError as error:
            self.query_one(AskingLine).refuse(refusal_words(self.ask, error))
            return
        self.query_one(AskingLine).taken()
        self._stop_typing()
        self.use(path, use)

    def action_leave(self) -> None:
        """From the line back to the sticks; from there out."""
        if self.typing:
            self._stop_typing()
        else:
            super().action_leave()

    def _stop_typing(self) -> None:
        self.typing = False
        self.query_one(AskingLine).close()
        self.query_one(".note", Words).display = True
        self.query_one(FileRows).focus()
