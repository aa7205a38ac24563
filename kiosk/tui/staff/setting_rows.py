"""The parts of the settings screen: the lines, what one means, and what is wrong in the file."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from kiosk.pages.staff.settings import SettingLine, SettingsPage
from kiosk.tui.plain import cells, cut, line, wrap
from kiosk.tui.widgets.leaf import Leaf
from kiosk.tui.widgets.staff_rows import StaffRows

NAMES, MOST = 18, 26
"""Cells of the column of names, at least and at most."""


class SettingRows(StaffRows):
    """A setting a line: its name, then its value."""

    def __init__(self, lines: Sequence[SettingLine]) -> None:
        super().__init__(classes="rows")
        self.settings = lines

    @property
    def count(self) -> int:
        """How many settings."""
        return len(self.settings)

    def row(self, index: int, width: int, *, focused: bool) -> Sequence[Content]:
        """One line; what is wrong with it stands at its end."""
        each = self.settings[index]
        marked = index == self.cursor  # also while its field has the keys
        quiet, name = (self.style_of(style) for style in (("chosen-plain", "chosen") if marked else ("quiet", "name")))
        names = min(MOST, max(NAMES, *(cells(other.label) + 4 for other in self.settings)))
        mark = " ▲" if each.problem else ""
        left = f"  {cut(each.label, names - 3)}"
        value = cut(each.value, max(4, width - names - 1 - cells(mark))) + mark
        gap, rest = names - cells(left), width - names - cells(value)
        return [line((left + " " * gap, quiet), (value, name), (" " * max(0, rest), quiet))]


class Meaning(Leaf):
    """What the setting in focus does, how it is written, and the facts about it."""

    def __init__(self, each: SettingLine) -> None:
        super().__init__(classes="meaning card")
        self.each = each

    def update(self, each: SettingLine) -> None:
        """Another setting."""
        if each != self.each:
            self.each = each
            self.refresh()

    def lines(self, width: int, height: int) -> list[Content]:
        """Name, paragraphs, facts."""
        each = self.each
        plain, quiet, name = (self.style_of(style) for style in ("plain", "quiet", "name"))
        rows = [line((each.label, name)), line()]
        for paragraph in (each.means, each.write, each.problem):
            style = name if paragraph == each.problem else plain
            rows += [*(line((words, style)) for words in wrap(paragraph, width)), line()] if paragraph else []
        room = max((cells(fact) for fact, _ in each.facts), default=0) + 2
        for fact, words in each.facts:
            first, *rest = wrap(words, max(8, width - room)) or [""]
            rows.append(line((fact + " " * (room - cells(fact)), quiet), (first, plain)))
            rows += [line(" " * room, (more, plain)) for more in rest]
        return rows[:height]


class WrongLine(Leaf):
    """The first bad line of the file, and what the lobby does meanwhile; nothing when all is well."""

    def __init__(self, page: SettingsPage) -> None:
        super().__init__(classes="wrong")
        self.page = page

    def lines(self, width: int, height: int) -> list[Content]:
        """The line's number on its ground, what is wrong, and below it what goes on."""
        page = self.page
        if not page.wrong_line:
            return [line()]
        label = line(*self.label_parts(page.wrong_line, "care"))
        room = max(8, width - label.cell_length - 2)
        said = wrap(page.wrong, room, max(1, height - 1)) or [""]
        blank = " " * (label.cell_length + 2)
        rows = [label + line("  ", (said[0], self.style_of("name")))]
        rows += [line(blank, (words, self.style_of("name"))) for words in said[1:]]
        return [*rows, line(blank, (page.goes_on, self.style_of("quiet")))][:height]
