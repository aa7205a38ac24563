"""The week of the wide form: the hours in words, and under them seven days that are drawn by keys."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from kiosk.pages.staff.form import FormPage
from kiosk.pages.staff.hours_week import Stroke
from kiosk.tui.plain import line, wrap
from kiosk.tui.staff.bars import Bars
from kiosk.tui.staff.drawing import Drawn, strokes
from kiosk.tui.widgets.leaf import Leaf

DAYS = 7
AIR = 7
"""Cells from the names of the days to the first hour."""


class HoursHead(Leaf):
    """`Hours`, and how they follow the school."""

    def __init__(self, page: FormPage) -> None:
        super().__init__(classes="hours-head")
        self.page = page

    def lines(self, width: int, height: int) -> list[Content]:
        """One line."""
        head = self.page.hours
        return [line((f"{head.title}   ", self.style_of("quiet")), (head.follows, self.style_of("plain")))]


class FormWeek(Leaf, can_focus=True):
    """Arrows choose a day and move its ends. Past the first and the last day the fields have the keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "day(-1)", show=False, id="week.up"),
        Binding("down", "day(1)", show=False, id="week.down"),
        Binding("enter", "draw('gap', 0)", show=False, id="week.gap"),
        *strokes("week"),
    ]

    class Past(Message):
        """The keys go on to the fields: those before the week, or those behind it."""

        def __init__(self, way: int) -> None:
            super().__init__()
            self.way = way

    def __init__(self, page: FormPage) -> None:
        super().__init__(classes="week card")
        self.page = page
        self.day = 0

    def lines(self, width: int, height: int) -> list[Content]:
        """The hours in words, the axis, a line a day with air below it."""
        name = self.style_of("name")
        said = [line(" ", (words, name)) for words in self._said(width)]
        if self.page.week is None:
            return said
        bars = Bars(self, self.page.week, width, indent=0, air=AIR)
        rows = [*said, bars.axis()]
        for number in range(DAYS):
            rows += [bars.day(number, chosen=self.has_focus and number == self.day), line()]
        return rows[:height]

    def _said(self, width: int) -> list[str]:
        return wrap(self.page.hours.said, width - 2, 2)

    def action_day(self, by: int) -> None:
        """Another day; past the ends to the fields."""
        if 0 <= self.day + by < DAYS:
            self.day += by
            self.refresh()
        else:
            self.post_message(self.Past(by))

    def action_draw(self, what: Stroke, way: int) -> None:
        """Draw the day otherwise."""
        self.post_message(Drawn(self.day, what, way))

    def on_click(self, event: events.Click) -> None:
        """A tap chooses a day."""
        event.stop()
        first = len(self._said(self.outer_size.width - self.styles.padding.width)) + 1
        self.day = max(0, min((event.y - first) // 2, DAYS - 1))
        self.refresh()
