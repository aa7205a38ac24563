"""The two cards of the shelf's screen: the things with their three words, and the roles with what was said of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.message import Message
from textual.style import Style

from kiosk.pages.staff.shelf import RoleLine, ThingLine
from kiosk.tui.plain import Part, cells, cut, line, wrap
from kiosk.tui.widgets.staff_rows import StaffRows

NAME_AT = 5
"""Cells before a name: its key stands there."""


class CardRows(StaffRows):
    """Rows of three lines, the last one blank: it may lie below the card's edge."""

    TALL: ClassVar[int] = 3

    def __init__(self, empty: str, classes: str) -> None:
        super().__init__(classes=classes)
        self.empty = empty

    def lines(self, width: int, height: int) -> list[Content]:
        """The rows; where there are none, how to add one."""
        if self.count:
            return super().lines(width, height)
        return [line("  ", (cut(self.empty, width - 4), self.style_of("quiet")))]

    def _fitting(self, height: int) -> int:
        return max(1, (height + 1) // self.TALL)


class ThingRows(CardRows):
    """The shelf. A tap on a word says it."""

    class Said(Message):
        """One of the three words was tapped."""

        def __init__(self, index: int, state: int) -> None:
            super().__init__()
            self.index = index
            self.state = state

    def __init__(self, things: Sequence[ThingLine], empty: str) -> None:
        super().__init__(empty, "things rows")
        self.things = things

    @property
    def count(self) -> int:
        """How many things."""
        return len(self.things)

    def on_mount(self) -> None:
        """The shelf has the keys first."""
        self.focus()

    def row(self, index: int, width: int, *, focused: bool) -> Sequence[Content]:
        """Key, name, the three words; when it was said stands behind or below."""
        thing = self.things[index]
        name, plain = self.inks(focused=focused)
        start, slot = self._words_at(thing, width)
        parts: list[Part] = [(f"  {thing.key or ' '}  ", plain)]
        parts += _column(thing.name, start - NAME_AT, name)
        for at, word in enumerate(thing.words):
            said = self.label_parts(thing.label.text, thing.label.tone) if thing.label and at == thing.state else []
            parts += [*(said or [(f" {word} ", plain)]), (" " * (slot - cells(word) - 2), plain)]
        if _is_wide(width):
            return [_whole([*parts, ("  ", plain), (thing.said, plain)], width, plain), line(), line()]
        quiet = self.style_of("quiet")
        return [_whole(parts, width, plain), line(" " * NAME_AT, (cut(thing.said, width - NAME_AT), quiet)), line()]

    def on_click(self, event: events.Click) -> None:
        """A tap on one of the words says it; anywhere else it is as for all rows."""
        index = self.top + event.y // self.TALL
        if index < self.count and event.y % self.TALL == 0:
            thing = self.things[index]
            start, slot = self._words_at(thing, self.size.width)
            state, into = divmod(event.x - start, slot)
            if 0 <= state < len(thing.words) and into < cells(thing.words[state]) + 2:
                event.stop()
                event.prevent_default()
                self._go_to(index)
                self.focus()
                self.post_message(self.Said(index, state))

    def _words_at(self, thing: ThingLine, width: int) -> tuple[int, int]:
        """Where the first of the words begins, and the cells that each has."""
        slot = max(6, *(cells(word) + 2 for word in thing.words))
        return (20 if _is_wide(width) else width - 1 - 3 * slot), slot


class RoleRows(CardRows):
    """Who is here: role, room, what was said; the languages below."""

    def __init__(self, roles: Sequence[RoleLine], empty: str, notes: Sequence[str]) -> None:
        super().__init__(empty, "roles rows")
        self.roles = roles
        self.notes = notes

    @property
    def count(self) -> int:
        """How many roles."""
        return len(self.roles)

    def lines(self, width: int, height: int) -> list[Content]:
        """The rows, and what holds for all of them where there is room."""
        rows = super().lines(width, height)
        used = self.count * self.TALL if self.count else 2
        if used + len(self.notes) <= height:
            quiet = self.style_of("quiet")
            rows = [*rows[:used], *[line()] * (used - len(rows)), *(line("  ", (note, quiet)) for note in self.notes)]
        return rows

    def row(self, index: int, width: int, *, focused: bool) -> Sequence[Content]:
        """Key, role and room, label and until when; then the languages."""
        role = self.roles[index]
        name, plain = self.inks(focused=focused)
        quiet = self.style_of("quiet")
        is_wide = _is_wide(width)
        label_at, short_at = (34, 34) if is_wide else self._columns(width)
        room_at = 22 if is_wide else label_at
        has_room = is_wide and cells(role.role) < room_at - NAME_AT
        parts: list[Part] = [(f"  {role.key or ' '}  ", plain)]
        parts += _column(role.role, (room_at if has_room else label_at) - NAME_AT, name)
        if has_room:
            parts += _column(role.room, label_at - room_at, plain)
        label = self.label_parts(role.label.text, role.label.tone) if role.label else []
        below = " · ".join(filter(None, (role.room if is_wide and not has_room else "", role.languages)))
        if is_wide:
            gap = " " * max(1, 8 - line(*label).cell_length)
            first = [*parts, *label, (gap, plain), (role.words, plain)]
            return [_whole(first, width, plain), line(" " * NAME_AT, (cut(below, width - NAME_AT), quiet)), line()]
        if not label:
            label, short = [(role.short, plain)], ""
        else:
            short = role.short
        spoken, more = (*wrap(below, short_at - NAME_AT), "", "")[:2]
        second = [" " * NAME_AT, *_column(spoken, short_at + 1 - NAME_AT, quiet), (short, self.style_of("plain"))]
        return [_whole([*parts, *label], width, plain), line(*second), line(" " * NAME_AT, (more, quiet))]

    def _columns(self, width: int) -> tuple[int, int]:
        """At 80 columns: where labels begin, as far right as names need and labels let them; and where hours do."""
        labels = [cells(each.label.text) + 2 if each.label else cells(each.short) for each in self.roles]
        names = max(cells(each.role) for each in self.roles)
        hours = min(22, width - 1 - max(cells(each.short) for each in self.roles))
        return max(hours, min(NAME_AT + names + 1, width - 1 - max(labels))), hours


def _is_wide(width: int) -> bool:
    return width > 50


def _column(words: str, width: int, style: Style) -> list[Part]:
    """Words in a column: what is too long ends where the column does, a blank before the next."""
    fitting = line(words).truncate(width - 1).plain
    return [(fitting, style), (" " * (width - cells(fitting)), style)]


def _whole(parts: Sequence[Part], width: int, ground: Style) -> Content:
    """A line that fills its width, so that the ground of the focus does too."""
    filler = " " * max(0, width - line(*parts).cell_length)
    return line(*parts, (filler, ground))
