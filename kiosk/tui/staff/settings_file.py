"""The screen that reads the settings' file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget

from kiosk.pages.staff.parts import StaffAsk
from kiosk.pages.staff.settings_file import FileLine, SettingsFilePage, settings_file_page
from kiosk.tui.plain import line, wrap
from kiosk.tui.staff.base import StaffScreen
from kiosk.tui.widgets.staff_reading import Reading
from kiosk.tui.widgets.words import Title, Words

NUMBERS = 7
"""Cells of the column of numbers."""


class FileLines(Reading):
    """The lines, each as many rows as it takes."""

    def __init__(self, lines: Sequence[FileLine]) -> None:
        super().__init__(classes="reading card")
        self.text = lines

    def rows(self, width: int) -> Sequence[Content]:
        """A wrong line in bold with its mark, what is wrong below it."""
        rows: list[Content] = []
        for each in self.text:
            style = self.style_of("name" if each.wrong else "plain")
            mark = f"{each.number:>4} {'►' if each.wrong else ' '} " if each.number else " " * NUMBERS
            for place, words in enumerate(wrap(each.words, max(10, width - NUMBERS)) or [""]):
                rows.append(line((mark if place == 0 else " " * NUMBERS, self.style_of("quiet")), (words, style)))
        return rows


class SettingsFileScreen(StaffScreen[SettingsFilePage]):
    """Lines to read."""

    def build(self, ask: StaffAsk) -> SettingsFilePage:
        """The file as it stands."""
        return settings_file_page(ask)

    def body(self) -> Iterable[Widget]:
        """Title, lines, a note."""
        if self.look.wide:
            yield Title(self.page.title, self.page.subtitle, classes="title")
        yield FileLines(self.page.lines)
        yield Words(self.page.note, style="quiet", classes="note")

    def on_mount(self) -> None:
        """Arrows turn the lines, and the first wrong one is seen."""
        lines = self.query_one(FileLines)
        lines.focus()
        lines.top = max(0, next((place for place, each in enumerate(lines.text) if each.wrong), 0) - 3)

    def show(self) -> None:
        """Newer lines in the same place."""
        lines = self.query_one(FileLines)
        lines.text = self.page.lines
        lines.refresh()
        self.query_one(".note", Words).update(self.page.note)
