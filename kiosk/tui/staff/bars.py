"""A drawn week at the desk: an axis of hours, and for each day its bars from opening to closing."""

from __future__ import annotations

from textual.content import Content

from kiosk.pages.staff.hours_week import DrawnDay, DrawnWeek
from kiosk.tui.plain import Part, cells, cut, line
from kiosk.tui.widgets.leaf import Leaf

WIDEST = 6.0
"""Cells an hour, at most."""
_WHOLE = 4.0
"""Cells an hour from which on each hour takes the same."""
_TOTAL = 8
"""Cells for the hours of a day at the right end."""


class Bars:
    """Draws one week on a part of the screen, `width` cells wide, in that part's inks."""

    def __init__(self, part: Leaf, week: DrawnWeek, width: int, *, indent: int, air: int = 3) -> None:
        self._part = part
        self._week = week
        self._width = width
        self._indent = indent
        self._left = indent + max(cells(day.name) for day in week.days) + air
        hour = min(WIDEST, (width - self._left - _TOTAL) * 60 / (week.last - week.first))
        self._hour = float(int(hour)) if hour >= _WHOLE else hour
        columns = {self._column(minute) for minute, _ in week.marks}
        self._dots = "".join("·" if column in columns else " " for column in range(width))

    def axis(self, head: str = "") -> Content:
        """The numbers of the hours, behind what stands at the left."""
        drawn = ""
        for minute, mark in self._week.marks:
            column = self._column(minute) - len(mark) // 2
            if column >= max(cells(head) + bool(head), cells(drawn) + bool(drawn)):
                drawn = drawn.ljust(column) + mark
        return line((drawn[cells(head) : self._width], self._part.style_of("quiet")))

    def day(self, number: int, *, chosen: bool) -> Content:
        """One day: its name, its bars, how many hours that is."""
        day, quiet = self._week.days[number], self._part.style_of("quiet")
        name = self._part.style_of("chosen" if chosen else "name")
        parts: list[Part] = [" " * self._indent, (f" {day.name} ", name)]
        parts.append(" " * (self._left - self._indent - 2 - cells(day.name)))
        at = self._left
        for bar in day.bars:
            start, end = self._column(bar.start), self._column(bar.end)
            style = self._part.style_of("chosen" if chosen else "open")
            parts += [(self._dots[at:start], quiet), (_bar(bar.opens, bar.closes, max(1, end - start)), style)]
            at = max(start + 1, end)
        total = line((f" {day.total} ", self._part.style_of("plain")))
        room = max(0, self._width - at - total.cell_length)
        return line(*parts) + self._rest(day, self._dots[at : at + room].ljust(room)) + total

    def _rest(self, day: DrawnDay, dots: str) -> Content:
        """What is right of the last bar: dots for the hours, or the word that says why no bar is there."""
        quiet = self._part.style_of("quiet")
        if day.bars:
            return line((dots, quiet))
        word = cut(day.empty, len(dots) - 2)
        return line((f"  {word} ", self._part.style_of("plain")), (dots[cells(word) + 3 :], quiet))

    def _column(self, minute: int) -> int:
        return self._left + round((minute - self._week.first) * self._hour / 60)


def _bar(opens: str, closes: str, width: int) -> str:
    """Both times at the ends of a bar; in a short one those that fit."""
    if cells(opens) + cells(closes) + 3 <= width:
        return f" {opens}{' ' * (width - cells(opens) - cells(closes) - 2)}{closes} "
    return opens.ljust(width) if cells(opens) <= width else " " * width
