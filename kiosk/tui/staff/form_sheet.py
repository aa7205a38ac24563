"""The fields of the wide form under each other: a name, a white line with what stands there, what is wrong with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.style import Style

from kiosk.domain.values import dataclass
from kiosk.pages.staff.form import FieldLine, SectionLine
from kiosk.tui.plain import cells, cut, line, wrap
from kiosk.tui.staff.form_parts import FormRows, Line

PAIRED = {"location.room": 11, "cost_options[0].amount": 17}
"""Of the fields that change most, those that the next one stands beside, and how many cells they take."""
GAP = 2
MOST, MOST_WRITTEN = 2, 8
"""Lines of one text, and of what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line of the form is drawn: its first row, its column, its cells."""

    y: int
    x: int
    width: int
    rows: int
    value_at: int
    """The row of what stands in it, counted from `y`."""


class FormSheet(FormRows):
    """The fields that change most and, below them, the sections; once a section is open, the sections alone."""

    is_writing = False
    """The line of the cursor is written in: a longer text is seen as a whole below the field."""

    @property
    def flat(self) -> list[Line]:
        """Every line, top to bottom. The week stands beside them."""
        lines: list[Line] = [*self.page.essentials]
        for section in self.page.sections:
            lines += [section, *section.fields]
        return lines

    def places(self) -> list[Place]:
        """Where each line stands."""
        width, places, y, x = self.outer_size.width, list[Place](), 0, 0
        lines = self.flat
        for index, each in enumerate(lines):
            if isinstance(each, SectionLine):
                above = 1 if index and isinstance(lines[index - 1], FieldLine) and not self.page.essentials else 0
                y += above
                places.append(Place(y, 0, width, 1, 0))
                y += 1
                continue
            paired = PAIRED.get(_path(each)) if self.page.essentials and index < len(self.page.essentials) else None
            room = paired or width - x
            rows = 1 + len(self._value(index, room)) + len(self._below(each, room))
            places.append(Place(y, x, room, rows, 1))
            if paired:
                x = paired + GAP
            else:
                beside = places[-2].rows if x else 0
                y, x = y + max(rows, beside) + 1, 0
        return places

    def row(self, index: int, width: int, *, focused: bool) -> Sequence[Content]:
        """The rows of one line in its place."""
        each = self.flat[index]
        if isinstance(each, SectionLine):
            return [self._section(each, width, focused=focused)]
        assert isinstance(each, FieldLine)
        ground = self.style_of("chosen" if focused else "field-changed" if each.changed else "field")
        ends = "[]" if self.screen.has_class("-no-color") and not focused else "  "
        values = [
            line((f"{ends[0]}{words}{' ' * (width - 2 - cells(words))}{ends[1]}", ground))
            for words in self._value(index, width)
        ]
        below = [line((words, style)) for words, style in self._below(each, width)]
        return [line((cut(each.label, width), self.style_of("quiet"))), *values, *below]

    def _section(self, each: SectionLine, width: int, *, focused: bool) -> Content:
        name, plain = self.inks(focused=focused)
        head = f"{each.number} {'▼' if each.fields else '►'} {each.title}"
        mark = self.style_of("chosen" if focused else "name" if each.is_wrong else "go")
        words = cut(each.mark, max(0, width - cells(head) - 2))
        filler = " " * (width - cells(head) - cells(words) - 1)
        return line((head, name), (filler, plain), (f"{words} ", mark))

    def _value(self, index: int, width: int) -> list[str]:
        each = self.flat[index]
        value = each.value if isinstance(each, FieldLine) else ""
        most = MOST_WRITTEN if self.is_writing and index == self.cursor else MOST
        return wrap(value.replace("\n", " "), width - 2, most) or [""]

    def _below(self, each: Line, width: int) -> list[tuple[str, Style]]:
        """What is wrong, else what is good."""
        if not isinstance(each, FieldLine):
            return []
        if each.problem:
            return [(words, self.style_of("name")) for words in wrap(each.problem, width, MOST)]
        return [(each.good, self.style_of("go"))] if each.good else []

    def lines(self, width: int, height: int) -> list[Content]:
        """The rows from the top one on, lines beside each other put together."""
        self._keep_in_view(height)
        grid: dict[int, list[tuple[int, Content]]] = defaultdict(list)
        for index, place in enumerate(self.places()):
            focused = self.has_focus and index == self.cursor
            for down, drawn in enumerate(self.row(index, place.width, focused=focused)):
                grid[place.y + down].append((place.x, drawn))
        return [_joined(grid[y]) for y in range(self.top, self.top + height)]

    def place_of_value(self) -> tuple[int, int, int]:
        """Column, row and cells of what stands in the line of the cursor, as it is seen now."""
        self._keep_in_view()
        place = self.places()[self.cursor]
        return place.x, place.y + place.value_at - self.top, place.width

    def action_turn(self, way: int) -> None:
        """A screenful on, or back."""
        places = self.places()
        wanted = places[self.cursor].y + way * max(1, self.outer_size.height - 2)
        self._go_to(min(range(len(places)), key=lambda index: abs(places[index].y - wanted)))

    def on_click(self, event: events.Click) -> None:
        """A tap puts the focus on a line; on the line that has it, it chooses."""
        event.stop()
        y = event.y + self.top
        for index, place in enumerate(self.places()):
            if place.y <= y < place.y + place.rows and place.x <= event.x < place.x + place.width:
                was = self.cursor
                self._go_to(index)
                if index == was:
                    self.action_choose()
                return

    def _keep_in_view(self, height: int = 0) -> None:
        height = height or self.outer_size.height or 1
        places = self.places()
        place = places[min(self.cursor, len(places) - 1)]
        if place.y < self.top:
            self.top = place.y
        elif place.y + place.rows > self.top + height:
            self.top = place.y + place.rows - height
        self.top = max(0, min(self.top, places[-1].y + places[-1].rows - height))


def _path(each: Line) -> str:
    return each.field.path if isinstance(each, FieldLine) else ""


def _joined(parts: Sequence[tuple[int, Content]]) -> Content:
    """Parts at their columns in one line."""
    whole = line()
    for x, part in sorted(parts, key=lambda each: each[0]):
        whole = whole + line(" " * max(0, x - whole.cell_length)) + part
    return whole
