"""The liaison's guide: two pages under each other, turned by arrows, by pages and by their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from kiosk.pages.staff.guide import GuideSheet, GuideView, StepLine, TaskLines, guide_page
from kiosk.pages.staff.parts import StaffAsk
from kiosk.tui.plain import cells, line, wrap
from kiosk.tui.staff.aside import AsideScreen
from kiosk.tui.widgets.staff_reading import Reading, SheetHead
from kiosk.tui.widgets.words import Words

KEYS = 16
"""Cells of the column of keys."""
WIDEST = 100
"""Cells of a line of the guide: longer ones are hard to follow."""


class GuideRows(Reading):
    """Titles, tasks, and their steps: keys at the left, what they do at the right."""

    def __init__(self, page: GuideView) -> None:
        super().__init__(classes="card sheet")
        self.page = page

    def rows(self, width: int) -> Sequence[Content]:
        """All pages, one under the other."""
        width = min(width, WIDEST)
        return [row for sheet in self.page.sheets for row in self._sheet_rows(sheet, width)]

    def first_row(self, sheet: int) -> int:
        """Where a page begins."""
        width = min(self.outer_size.width - self.styles.padding.width, WIDEST)
        return sum(len(self._sheet_rows(each, width)) for each in self.page.sheets[:sheet])

    def _sheet_rows(self, sheet: GuideSheet, width: int) -> list[Content]:
        rows = [line((sheet.title, self.style_of("name"))), *(line(words) for words in wrap(sheet.about, width))]
        for task in sheet.tasks:
            rows += [line(), *self._task_rows(task, width)]
        return [*rows, line()]

    def _task_rows(self, task: TaskLines, width: int) -> list[Content]:
        rows = [line((task.name, self.style_of("name")))]
        for step in task.steps:
            rows += self._step_rows(step, width)
        return rows

    def _step_rows(self, step: StepLine, width: int) -> list[Content]:
        """What it does, and behind it or below it what is then seen."""
        at = max(KEYS, cells(step.keys) + 2)
        room = width - at
        words = wrap(step.words, room)
        behind = step.shows if words and cells(words[-1]) + 2 + cells(step.shows) <= room else ""
        below = wrap(step.shows, room) if step.shows and not behind else []
        quiet = self.style_of("quiet")
        texts = [line(each) for each in words]
        if behind:
            texts[-1] = texts[-1] + line("  ", (behind, quiet))
        texts += [line((each, quiet)) for each in below]
        keys = line((step.keys + " " * (at - cells(step.keys)), self.style_of("touch")))
        return [(keys if place == 0 else line(" " * at)) + text for place, text in enumerate(texts)]


class GuideScreen(AsideScreen[GuideView]):
    """Shows the guide."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "sheet(0)", show=False, id="guide.one"),
        Binding("2", "sheet(1)", show=False, id="guide.two"),
    ]
    ACTIONS: ClassVar[frozenset[str]] = AsideScreen.ACTIONS | {"sheet", "turn"}

    def build(self, ask: StaffAsk) -> GuideView:
        """The guide in the reader's language."""
        return guide_page(ask)

    def body(self) -> Iterable[Widget]:
        """A head where there is room, the text, and whether it is another language's."""
        if self.look.wide:
            yield SheetHead(self.page.title, self.page.closes)
        yield GuideRows(self.page)
        yield Words(self.page.note, style="quiet", classes="note")

    def show(self) -> None:
        """In another language."""
        for head in self.query(SheetHead):
            head.update(self.page.title, self.page.closes)
        rows = self.query_one(GuideRows)
        rows.page = self.page
        rows.refresh()
        self.query_one(".note", Words).update(self.page.note)

    def begin(self) -> None:
        """Arrows turn the text."""
        self.query_one(GuideRows).focus()

    def action_sheet(self, sheet: int) -> None:
        """To where a page begins."""
        rows = self.query_one(GuideRows)
        rows.action_read(rows.first_row(sheet) - rows.top)

    def action_turn(self, way: int) -> None:
        """A screenful further."""
        self.query_one(GuideRows).action_turn(way)
