"""The parts of the screen for hours: what was read, the drawn week, the rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from kiosk.pages.staff.hours import HoursPage
from kiosk.pages.staff.hours_lines import ReadLine
from kiosk.pages.staff.hours_week import Stroke
from kiosk.tui.plain import Part, cells, cut, line, padded, wrap
from kiosk.tui.staff.bars import Bars
from kiosk.tui.staff.drawing import Drawn, strokes
from kiosk.tui.widgets.leaf import Leaf
from kiosk.tui.widgets.staff_rows import StaffRows

WIDE = (3, 20, 25, 22)
"""Cells of number, days, times, days of the school; what is left is for short days and the rest."""
NARROW = (2, 17, 21, 16)


class Heading(Leaf):
    """A quiet name at the left, what the keys do at the right."""

    def __init__(self, name: str, hint: str, classes: str) -> None:
        super().__init__(classes=classes)
        self.words = (name, hint)

    def update(self, name: str, hint: str) -> None:
        """Other words in the same place."""
        if self.words != (name, hint):
            self.words = (name, hint)
            self.refresh()

    def lines(self, width: int, height: int) -> list[Content]:
        """One line."""
        name, hint = self.words
        quiet = self.style_of("quiet")
        return [padded([(f" {name}", quiet)], width, right=[(cut(hint, width - cells(name) - 3), quiet), " "])]


class ReadingPanel(Leaf):
    """What was read: a line each; what was not read stands on its ground."""

    def __init__(self, page: HoursPage) -> None:
        super().__init__(classes="panel card")
        self.page = page

    def lines(self, width: int, height: int) -> list[Content]:
        """As many lines as there is room for, what is wrong first where there are too many."""
        found = [(each, self._drawn(each, width)) for each in self.page.reading]
        count = sum(len(drawn) for _, drawn in found)
        if count > height:
            found.sort(key=lambda pair: not pair[0].label)
        air = [line()] if count + len(found) <= height else []
        return [each for _, drawn in found for each in (*air, *drawn)][:height]

    def _drawn(self, each: ReadLine, width: int) -> list[Content]:
        if each.label:
            label = line("   ", *self.label_parts(each.label, "care"))
            room = width - label.cell_length - 2
            first, *rest = wrap(each.words, room) or [""]
            strong = self.style_of("name")
            return [label + line(" ", (first, strong)), *(line(" " * 4, (words, strong)) for words in rest)]
        if each.words:
            return [line("   ", (words, self.style_of("quiet"))) for words in wrap(each.words, width - 4)]
        return [_columns(self, each, width, chosen=False)]


class HoursRows(StaffRows):
    """The rows, then the days that differ."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("delete,backspace", "erase", show=False, id="hours.erase")]

    class Erased(Message):
        """Somebody takes a line away."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, page: HoursPage) -> None:
        super().__init__(classes="hours-rows card")
        self.page = page

    @property
    def count(self) -> int:
        """How many lines."""
        return len(self.page.lines)

    def row(self, index: int, width: int, *, focused: bool) -> Sequence[Content]:
        """One line in its columns."""
        return [_columns(self, self.page.lines[index], width, chosen=focused)]

    def action_erase(self) -> None:
        """Take the line of the cursor away."""
        if self.count:
            self.post_message(self.Erased(self.cursor))


class WeekPanel(Leaf, can_focus=True):
    """Seven lines of bars on an axis of hours. Arrows choose a day and move its ends."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "day(-1)", show=False, id="week.up"),
        Binding("down", "day(1)", show=False, id="week.down"),
        Binding("enter", "draw('gap', 0)", show=False, id="week.gap"),
        *strokes("week"),
    ]

    def __init__(self, page: HoursPage, day: int) -> None:
        super().__init__(classes="panel week card")
        self.page = page
        self.day = day

    def lines(self, width: int, height: int) -> list[Content]:
        """The axis, then a line a day; air between them where there is room."""
        week = self.page.week
        bars = Bars(self, week, width, indent=3)
        chosen = self.day if self.has_focus else None
        days = (bars.day(number, chosen=number == chosen) for number in range(len(week.days)))
        return [bars.axis(), *days][:height]

    def action_day(self, by: int) -> None:
        """Choose another day."""
        self.day = max(0, min(self.day + by, len(self.page.week.days) - 1))
        self.refresh()

    def action_draw(self, what: Stroke, way: int) -> None:
        """Draw the day otherwise."""
        self.post_message(Drawn(self.day, what, way))

    def on_click(self, event: events.Click) -> None:
        """A tap chooses a day."""
        event.stop()
        self.day = max(0, min(event.y - 1, len(self.page.week.days) - 1))
        self.refresh()


def _columns(part: Leaf, each: ReadLine, width: int, *, chosen: bool) -> Content:
    """Number, days and times in bold, days of the school, short days."""
    rooms = WIDE if width >= 100 else NARROW
    name = part.style_of("chosen" if chosen else "name")
    plain = part.style_of("chosen-plain" if chosen else "plain")
    parts: list[Part] = [(f" {each.number}".ljust(rooms[0] + 1), plain)]
    used = rooms[0] + 1
    rest = (each.days, each.times, each.on, each.short_days)
    for place, words in enumerate(rest):
        last = place == len(rest) - 1 or not any(rest[place + 1 :])
        wanted = max(rooms[place + 1], cells(words) + 2) if place < len(rooms) - 1 else 0
        room = width - used if last else wanted
        parts.append((_fitting(words, max(1, room - 1)).ljust(room), name if place < 2 else plain))
        used += room
    return padded(parts, width)


def _fitting(words: str, room: int) -> str:
    """The words in so many cells; where they are too long, the parts that fit whole."""
    while cells(words) > room and " · " in words:
        words = words.rpartition(" · ")[0]
    return cut(words, room)
