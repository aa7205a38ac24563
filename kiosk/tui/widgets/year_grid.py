"""The months of a school year as cards, each day with its letter on its ground."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.message import Message

from kiosk.pages.staff.year import LegendLine
from kiosk.pages.staff.year_grid import DayCell, Ground, Month
from kiosk.tui.plain import Part, line
from kiosk.tui.widgets.leaf import Leaf

_INKS: dict[Ground, str] = {
    "plain": "plain", "shut": "shut", "care": "care", "snow": "today", "today": "today", "out": "quiet",
}  # fmt: skip
_NO_GROUND: dict[Ground, str] = {**_INKS, "snow": "name", "today": "name"}
"""Without colour only what is chosen is drawn the other way round."""
_HEAD = 2
"""Rows before the weeks: the name, the letters."""
_LEFT = 2


class YearGrid(Container):
    """As many month cards as fit, and in the lobby's form what the letters mean."""

    class Picked(Message):
        """A tap on a day; `far` when it is the other end of a run of days."""

        def __init__(self, day: date, *, far: bool) -> None:
            super().__init__()
            self.day = day
            self.far = far

    def __init__(self, months: Sequence[Month], legend: Sequence[LegendLine], places: int, *, wide: bool) -> None:
        super().__init__(classes="year-grid")
        self.months = months
        self.legend = legend
        self.places = places
        self.wide = wide

    def compose(self) -> ComposeResult:
        """A card for each place; those without a month are air."""
        for place in range(self.places):
            yield MonthCard(self._month(place), wide=self.wide)
        if self.wide:
            yield Legend(self.legend)

    def update(self, months: Sequence[Month], legend: Sequence[LegendLine]) -> None:
        """Other months in the same places."""
        self.months, self.legend = months, legend
        for place, card in enumerate(self.query(MonthCard)):
            card.update(self._month(place))
        for shown in self.query(Legend):
            shown.update(legend)

    def _month(self, place: int) -> Month | None:
        return self.months[place] if place < len(self.months) else None


class MonthCard(Leaf):
    """One month: three cells a day in the lobby's form, four at 80 columns."""

    def __init__(self, month: Month | None, *, wide: bool) -> None:
        super().__init__(classes="month")
        self.month = month
        self.cell = 3 if wide else 4
        self.above = 1 if wide else 0
        self.set_class(month is not None, "card")

    def update(self, month: Month | None) -> None:
        """Another month in the same place."""
        if month != self.month:
            self.month = month
            self.set_class(month is not None, "card")
            self.refresh()

    def lines(self, width: int, height: int) -> list[Content]:
        """Name, letters, weeks."""
        if self.month is None:
            return [line()] * height
        left, gap = " " * _LEFT, " " * (self.cell - 3)
        letters = gap.join(f" {letter} " for letter in self.month.letters)
        rows = [line()] * self.above
        rows += [line(left, (self.month.name, self.style_of("name"))), line(left, (letters, self.style_of("quiet")))]
        rows += [line(left, *(part for cell in week for part in self._parts(cell, gap))) for week in self.month.weeks]
        return [*rows, *[line()] * height][:height]

    def _parts(self, cell: DayCell | None, gap: str) -> list[Part]:
        if cell is None:
            return ["   ", gap]
        bare = self.screen.has_class("-no-color")
        text = cell.text
        if bare and cell.ground == "today":
            text = f"{text[:2]}‹"
        chosen = "reversed" if self.app.theme.endswith("-16") else "chosen"  # of sixteen colours one is yellow
        ink = chosen if cell.is_chosen else (_NO_GROUND if bare else _INKS)[cell.ground]
        return [(text, self.style_of(ink)), gap]

    def on_click(self, event: events.Click) -> None:
        """A tap on a day."""
        event.stop()
        week, day = event.y - self.above - _HEAD, (event.x - _LEFT) // self.cell
        if self.month is None or not 0 <= week < len(self.month.weeks) or not 0 <= day < len(self.month.weeks[week]):
            return
        cell = self.month.weeks[week][day]
        if cell is not None:
            self.post_message(YearGrid.Picked(cell.day, far=event.shift))


class Legend(Leaf):
    """What the letters mean, each on its ground."""

    def __init__(self, legend: Sequence[LegendLine]) -> None:
        super().__init__(classes="legend")
        self.legend = legend

    def update(self, legend: Sequence[LegendLine]) -> None:
        """In other words."""
        self.legend = legend
        self.refresh()

    def lines(self, width: int, height: int) -> list[Content]:
        """Every other line."""
        inks = _NO_GROUND if self.screen.has_class("-no-color") else _INKS
        rows = [line()]
        for each in self.legend:
            rows += [line(" ", (each.text, self.style_of(inks[each.ground])), f" {each.words}"), line()]
        return [*rows, *[line()] * height][:height]
