"""A drawn week: a column a day, a bar from opening to closing with both times in it."""

from __future__ import annotations

from textual.content import Content
from textual.style import Style

from kiosk.pages.today import Bar, DayColumn, Week
from kiosk.tui.plain import cells, line, padded, wrap
from kiosk.tui.widgets.leaf import Leaf


class WeekChart(Leaf):
    """The title and place, the days, the bars, and below them which days differ and why."""

    AXIS = 9
    """Columns of the axis at the left, two blanks before the bars included."""

    def __init__(self, week: Week, classes: str = "") -> None:
        super().__init__(classes=classes)
        self.week = week

    def lines(self, width: int, height: int) -> list[Content]:
        """Title, days, as many rows of bars as there is room for, the note."""
        week = self.week
        name = self.style_of("name")
        room = width - 4
        notes = wrap(week.note, room, 2) if week.note else []
        tall = height > 16
        title = padded(["  ", (week.title, name)], width, right=[(week.place, self.style_of("plain")), "  "])
        air = [line()] if tall else []
        chart_rows = max(3, height - 4 - len(notes) - 3 * len(air))
        rows = [self._row(y, chart_rows, width) for y in range(chart_rows)]
        foot = [line("  ", (words, self.style_of("plain"))) for words in notes]
        return [*air, title, *air, line(*self._days(width)), line(), *rows, line(), *foot]

    def _pitch(self, width: int) -> int:
        return max(4, (width - self.AXIS + 1) // max(1, len(self.week.days)))

    def _days(self, width: int) -> list[tuple[str, Style]]:
        pitch = self._pitch(width)
        parts = [(" " * self.AXIS, self.style_of("plain"))]
        for day in self.week.days:
            style = self.style_of("today" if day.is_today else "name")
            parts += [(day.label[: pitch - 2].center(pitch - 2), style), ("  ", self.style_of("plain"))]
        return parts

    def _span(self) -> tuple[int, int]:
        marks = [minute for minute, _ in self.week.axis]
        ends = [edge for day in self.week.days for bar in day.bars for edge in (bar.start, bar.end)]
        return min([*marks, *ends], default=480), max([*marks, *ends], default=960)

    def _minute_row(self, minute: int, rows: int) -> int:
        first, last = self._span()
        return round((minute - first) * (rows - 1) / max(1, last - first))

    def _row(self, y: int, rows: int, width: int) -> Content:
        pitch = self._pitch(width)
        drawn = line(self._axis(y, rows))
        for day in self.week.days:
            drawn += self._cell(day, y, rows, pitch - 2) + line("  ")
        return drawn

    def _axis(self, y: int, rows: int) -> tuple[str, Style]:
        week = self.week
        if week.now is not None and self._minute_row(week.now, rows) == y and 0 <= y < rows:
            return f"{week.now_word} ►".rjust(self.AXIS - 1).ljust(self.AXIS), self.style_of("touch")
        word = next((word for minute, word in week.axis if self._minute_row(minute, rows) == y), "")
        return word.rjust(self.AXIS - 2).ljust(self.AXIS), self.style_of("quiet")

    def _cell(self, day: DayColumn, y: int, rows: int, width: int) -> Content:
        for bar in day.bars:
            first, last = self._minute_row(bar.start, rows), max(self._minute_row(bar.end, rows) - 1, 0)
            last = max(first, last) if bar.end != self._span()[1] else max(first, rows - 1)
            if first <= y <= last:
                return line((self._time(bar, y, first, last).center(width), self.style_of("open")))
        if day.bars:
            return line(" " * width)
        word = day.closed if y == rows // 2 else ""
        style = self.style_of("shut") if word else self.style_of("none")
        return line((word[:width].center(width), style)) if cells(word) <= width else line(" " * width)

    def _time(self, bar: Bar, y: int, first: int, last: int) -> str:
        """The opening time near the top of the bar, the closing time near its foot; both in a short one."""
        if last - first < 1:
            return f"{bar.opens}-{bar.closes}"
        inset = 1 if last - first >= 4 else 0
        if y == first + inset:
            return bar.opens
        return bar.closes if y == last - inset else ""
