"""The list of all listings: a line each, found as one types."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget

from kiosk.pages.parts import State
from kiosk.pages.staff.listings import Listed, ListingLine, ListPage, line_of, list_page, roster_of
from kiosk.pages.staff.parts import StaffAsk, StaffRoute
from kiosk.services.roster import COLUMNS, Column, Roster
from kiosk.tui.aside import aside
from kiosk.tui.plain import Part, cells, cut, line
from kiosk.tui.staff.base import StaffLook, StaffScreen
from kiosk.tui.widgets.leaf import Leaf
from kiosk.tui.widgets.note import Note
from kiosk.tui.widgets.staff_rows import StaffRows
from kiosk.tui.widgets.text_field import TextField
from kiosk.tui.widgets.words import Title, Words

WIDE = (5, 8, 32, 16, 29, 9, 13, 6)
"""Cells of tick, number, name, need, now, places, checked, Spanish; a column of none is not shown."""
NARROW = (4, 6, 28, 0, 25, 0, 13, 0)
_HOUR = re.compile(r".*\d:\d\d")
"""Up to an hour, without which half of the day it is in."""


def columns_of(widths: Sequence[int]) -> tuple[Column, ...]:
    """The columns that are shown, in the order of their numbers."""
    return tuple(column for column, room in zip(COLUMNS, widths[1:], strict=True) if room)


class ListingRows(StaffRows):
    """The lines; they are made when they are seen."""

    def __init__(self, ask: StaffAsk, page: ListPage, wide: bool) -> None:
        super().__init__(classes="listings card")
        self.ask = ask
        self.page = page
        self.widths = WIDE if wide else NARROW

    @property
    def count(self) -> int:
        """How many listings were found."""
        return len(self.page.entries)

    def row(self, index: int, width: int, *, focused: bool) -> Sequence[Content]:
        """One line; the row of the cursor is marked whether it has the keys or the field does."""
        shown = line_of(self.ask, self.page, self.page.entries[index])
        marked = index == self.cursor
        return [_row(self, shown, width, self.widths, marked=marked)]


class Heads(Leaf):
    """The columns' numbers and names; the one it is sorted by has a mark."""

    def __init__(self, page: ListPage, wide: bool) -> None:
        super().__init__(classes="heads")
        self.page = page
        self.widths = WIDE if wide else NARROW

    def lines(self, width: int, height: int) -> list[Content]:
        """One line."""
        sorting, shown = self.page.listed.sorting, columns_of(self.widths)
        parts: list[Part] = [" " * self.widths[0]]
        for column, name, room in zip(COLUMNS, self.page.columns, self.widths[1:], strict=True):
            if room:
                mark = (" ▼" if sorting.backwards else " ▲") if column == sorting.column else ""
                style = self.style_of("name" if mark else "quiet")
                gap = 2 if column == shown[-1] else 3
                words = f"{shown.index(column) + 1} {cut(name, room - gap - cells(mark))}{mark}"
                parts.append((words + " " * max(0, room - cells(words)), style))
        return [line(*parts)]


class ListScreen(StaffScreen[ListPage]):
    """A field to find in, the columns, the lines."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", show=False, id="list.open"),
        Binding("up", "move(-1)", show=False, id="list.up"),
        Binding("down", "move(1)", show=False, id="list.down"),
        *(Binding(f"alt+{number}", f"sort({number})", show=False, id=f"list.sort{number}") for number in range(1, 8)),
    ]
    ACTIONS: ClassVar[frozenset[str]] = StaffScreen.ACTIONS | {
        "choose", "select", "select_all", "copy", "bulk", "history", "sort", "move",
    }  # fmt: skip
    LETTERS: ClassVar[dict[str, str]] = {
        "space": "select", "a": "select_all", "d": "copy", "b": "bulk", "n": "open('form')", "v": "history",
    }  # fmt: skip
    """Keys that act while the lines have the focus; in the field they are typed."""

    def __init__(self, ask: StaffAsk, route: StaffRoute, look: StaffLook) -> None:
        self.listed = Listed(only=route.detail)
        self.roster: Roster = roster_of(ask)
        self.roster_words = ask.words
        super().__init__(ask, route, look)

    def build(self, ask: StaffAsk) -> ListPage:
        """The list, from the listings as they stand."""
        if ask.desk.records.load().seq != self.roster.seq or ask.words is not self.roster_words:
            self.roster, self.roster_words = roster_of(ask), ask.words
        return list_page(ask, self.roster, self.listed)

    def body(self) -> Iterable[Widget]:
        """Title, field, columns, lines, notes."""
        page, wide = self.page, self.look.wide
        if wide:
            yield Title(page.title, page.subtitle, classes="title")
        yield Horizontal(
            Words(page.find, style="quiet", classes="find"), TextField(self.listed.words, classes="words"),
            Words(page.order, style="quiet", classes="order"), classes="finding",
        )  # fmt: skip
        yield Heads(page, wide)
        yield ListingRows(self.ask, page, wide)
        yield Note(*self._notes, style="quiet", classes="notes")

    def show(self) -> None:
        """Newer lines in the same place."""
        heads, rows = self.query_one(Heads), self.query_one(ListingRows)
        heads.page = rows.page = self.page
        rows.ask = self.ask
        heads.refresh()
        rows.changed()
        self.query_one(".order", Words).update(self.page.order)
        self.query_one(".notes", Words).update(*self._notes)

    @property
    def _notes(self) -> Sequence[str]:
        """What the last thing done came to, whole; else what can be done, as far as there is room."""
        return (self.said,) if self.said else self.page.notes if self.look.wide else self.page.notes[:1]

    def on_mount(self) -> None:
        """Work out beside the keys how every listing stands now: sorting a long list by it would else take seconds."""
        directory, now = self.ask.desk.center.directory, self.ask.now
        self.run_worker(aside(lambda: directory.warm(now)), group="ahead", exit_on_error=False)

    def begin(self) -> None:
        """One types at once."""
        self.query_one(TextField).focus()

    @on(TextField.Changed)
    def find(self, event: TextField.Changed) -> None:
        """Narrow the list to what was typed."""
        event.stop()
        self._list(replace(self.listed, words=event.value))

    @on(TextField.Submitted)
    def choose_found(self, event: TextField.Submitted) -> None:
        """Enter in the field opens the line that is marked."""
        event.stop()
        self.action_choose()

    @on(StaffRows.Chosen)
    def choose_line(self, event: StaffRows.Chosen) -> None:
        """Open it."""
        event.stop()
        self.action_choose()

    def on_key(self, event: events.Key) -> None:
        """A letter on the lines acts, or goes on in the field."""
        rows = self.query_one(ListingRows)
        if not rows.has_focus:
            return
        if event.key in self.LETTERS:
            event.stop()
            self.run_worker(self.run_action(self.LETTERS[event.key]))
        elif event.is_printable and event.character and event.key != "question_mark":
            event.stop()
            field = self.query_one(TextField)
            field.focus()
            field.insert_text_at_cursor(event.character)

    def action_move(self, by: int) -> None:
        """From the field into the lines, and back from the first one."""
        rows = self.query_one(ListingRows)
        if rows.has_focus:
            return
        rows.focus()
        rows.action_move(by)

    def action_choose(self) -> None:
        """Open the listing of the marked line."""
        if (id := self._marked()) is not None:
            self.action_open("form", id)

    def action_select(self) -> None:
        """Select the marked line, or let it go."""
        if (id := self._marked()) is not None:
            self._list(replace(self.listed, selected=self.listed.selected ^ {id}))

    def action_select_all(self) -> None:
        """Select all that are listed now; when all are, let them go."""
        shown = frozenset(entry.kept.id for entry in self.page.entries)
        selected = self.listed.selected
        self._list(replace(self.listed, selected=selected - shown if shown <= selected else selected | shown))

    def action_bulk(self) -> None:
        """Change one thing of all that are selected, or of the marked line when none is."""
        marked = self._marked()
        ids = sorted(self.listed.selected) or ([marked] if marked is not None else [])
        if ids and self.ask.desk.who.may_change:
            self.action_open("bulk", " ".join(ids))

    def action_copy(self) -> None:
        """Begin a new listing that is like this one."""
        if (id := self._marked()) is not None:
            self.action_open("form", id, "copy")

    def action_history(self) -> None:
        """What changed of the marked line, and undo."""
        if (id := self._marked()) is not None:
            self.action_open("history", id)

    def action_sort(self, number: int) -> None:
        """By the shown column of that number; again, from the other end."""
        shown = columns_of(WIDE if self.look.wide else NARROW)
        if number <= len(shown):
            self._list(replace(self.listed, sorting=self.listed.sorting.by(shown[number - 1])))

    def _marked(self) -> str | None:
        rows = self.query_one(ListingRows)
        return self.page.entries[rows.cursor].kept.id if self.page.entries else None

    def _list(self, listed: Listed) -> None:
        self.listed = listed
        self.again()


def _row(part: Leaf, shown: ListingLine, width: int, widths: Sequence[int], *, marked: bool) -> Content:
    """One line in its columns; the marked one stands on the focus's ground. What is due is bold."""
    name = part.style_of("chosen" if marked else "name")
    plain = part.style_of("chosen-plain" if marked else "plain")
    tick, number, named, need, now, places, checked, spanish = widths
    left: list[Part] = [(("✓" if shown.selected else "").rjust(tick - 2).ljust(tick), name)]
    left += [(_cell(shown.number, number), plain), (_cell(shown.name, named), name), (_cell(shown.need, need), plain)]
    label = line(*part.label_parts(shown.now.label, shown.now.tone))
    after = _after(shown.now, now - label.cell_length - 2)
    with_due = f"{shown.checked}  {shown.due}"
    day = with_due if shown.due and cells(with_due) <= checked else shown.checked
    rest: list[Part] = [
        (_cell(f" {after}", now - label.cell_length), plain),
        (_cell(shown.places, places), plain),
        (_cell(day, checked, gap=0), name if shown.due else plain),
        (_cell(shown.spanish, spanish, gap=0), name if shown.lacks else plain),
    ]
    whole = line(*left) + label + line(*rest)
    return whole + line((" " * max(0, width - whole.cell_length), plain))


def _after(state: State, room: int) -> str:
    """The words after a label that fit whole: the long ones, the short ones, the day or the hour alone."""
    short = state.words_short or state.words
    hour = _HOUR.match(short)
    for words in (state.words, short, short.rpartition(",")[0], hour[0] if hour else ""):
        if words and cells(words) <= room:
            return words
    return cut(short, room) if room > 0 else ""


def _cell(words: str, room: int, gap: int = 1) -> str:
    """Words in a column of so many cells, the last of them a gap."""
    short = cut(words, max(0, room - gap)) if cells(words) > room - gap else words
    return short[:room] + " " * (room - cells(short))
