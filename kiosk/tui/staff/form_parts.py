"""The parts of the form: its lines, the week that is drawn among them, and what families will see."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from kiosk.domain.values import dataclass
from kiosk.pages.staff.form import FieldLine, FormPage, SectionLine
from kiosk.pages.staff.hours_week import Stroke
from kiosk.tui.plain import cells, cut, line, padded
from kiosk.tui.staff.bars import Bars
from kiosk.tui.staff.drawing import Drawn, strokes
from kiosk.tui.widgets.leaf import Leaf
from kiosk.tui.widgets.staff_rows import StaffRows


@dataclass(frozen=True, slots=True)
class DayLine:
    """A weekday of the drawn week, Monday 0."""

    day: int


Line = SectionLine | FieldLine | DayLine
_VALUES_AT, _HOURS_AT = 42, 11
"""Where values begin; a row of hours, which is long, right behind its number."""
_LEAST = 4
"""Cells of a value that stay to be seen beside what is wrong with it."""


class FormRows(StaffRows):
    """Sections, and the fields of the one that is open."""

    BINDINGS: ClassVar[list[BindingType]] = strokes("form")

    def __init__(self, page: FormPage, classes: str = "rows card") -> None:
        super().__init__(classes=classes)
        self.page = page

    @property
    def flat(self) -> list[Line]:
        """Every line, top to bottom."""
        lines: list[Line] = []
        for section in self.page.sections:
            lines.append(section)
            if section.id == "hours" and section.fields and self.page.week is not None:
                lines += [DayLine(day) for day in range(len(self.page.week.days))]
            lines += section.fields
        return lines

    def place_of(self, wanted: Line) -> int:
        """Where a line stands here that was drawn on another size, or before; else where its section does."""
        lines = self.flat
        for index, each in enumerate(lines):
            if type(each) is type(wanted) and _key(each) == _key(wanted):
                return index
        return next((index for index, each in enumerate(lines) if isinstance(each, SectionLine)), 0)

    @property
    def count(self) -> int:
        """How many lines."""
        return len(self.flat)

    def row(self, index: int, width: int, *, focused: bool) -> Sequence[Content]:
        """One line; the one of the cursor stands on the focus's ground."""
        each = self.flat[index]
        name, plain = self.inks(focused=focused)
        if isinstance(each, DayLine):
            return [self._bars(width).day(each.day, chosen=focused)]
        if isinstance(each, SectionLine):
            sign = "▼" if each.fields else "►"
            head = f" {each.number} {sign} {each.title}"
            room = width - 34 - len(each.mark) - 2
            summary = "" if each.fields else cut(each.summary, max(0, room)).rstrip(" ·")
            if each.id == "hours" and each.fields and self.page.week is not None:
                return [line((head, name)) + self._bars(width).axis(head)]
            mark = self.style_of("chosen" if focused else "name" if each.is_wrong else "go")
            filler = " " * max(0, width - max(32, cells(head)) - cells(summary) - cells(each.mark) - 1)
            left = [(head.ljust(32), name), (f"{summary}{filler}", plain)]
            return [padded(left, width, right=[(f"{each.mark} ", mark)])]
        column = _HOURS_AT if each.field.kind == "hours" and each.value else _VALUES_AT
        right = cut(each.problem, min(width // 2, width - column - _LEAST - 2)) if each.problem else ""
        label = _label(each.label, column - 8)
        value = cut(each.value.replace("\n", " "), max(_LEAST, width - column - 2 - cells(right)))
        ink = self.style_of("chosen" if focused else "name" if each.changed else "plain")
        filler = " " * max(0, width - column - cells(value) - cells(right))
        return [line((f"       {label}".ljust(column), plain), (value, ink), (filler, plain), (right, name))]

    def action_draw(self, what: Stroke, way: int) -> None:
        """Draw the day of the cursor otherwise."""
        each = self.flat[self.cursor]
        if isinstance(each, DayLine):
            self.post_message(Drawn(each.day, what, way))

    def _bars(self, width: int) -> Bars:
        assert self.page.week is not None
        return Bars(self, self.page.week, width, indent=6)


class FormFoot(Leaf):
    """What families will see, in one line."""

    def __init__(self, page: FormPage) -> None:
        super().__init__(classes="foot")
        self.page = page

    def show(self) -> None:
        """Newer words."""
        self.refresh()

    def lines(self, width: int, height: int) -> list[Content]:
        """Words, the state on its ground, the first step."""
        page = self.page
        parts = [(f" {page.families_see}  ", self.style_of("quiet"))]
        label = line(*parts)
        side = page.families
        if side.state is not None:
            label = label + line(*self.state_parts(side.state))
        return [label + line("  ", (cut(side.step, max(0, width - label.cell_length - 3)), self.style_of("go")))]


def _key(each: Line) -> object:
    if isinstance(each, FieldLine):
        return each.field.path
    return each.id if isinstance(each, SectionLine) else each.day


def _label(words: str, room: int) -> str:
    """A field's name in so many cells; which language it is in stays to be seen."""
    if cells(words) <= room or not words.endswith(")"):
        return cut(words, room)
    name, _, language = words.rpartition(" (")
    return f"{cut(name, room - cells(language) - 2)} ({language}"
