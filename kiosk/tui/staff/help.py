"""Help: what the field in focus means, what the screen below is for, and its keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget

from kiosk.pages.staff.help import HelpPage, help_page
from kiosk.pages.staff.parts import StaffAsk, StaffRoute
from kiosk.tui.plain import line, wrap
from kiosk.tui.staff.aside import AsideScreen
from kiosk.tui.staff.base import StaffLook
from kiosk.tui.staff.key_table import keys_of
from kiosk.tui.widgets.staff_reading import Reading, SheetHead, key_rows, side_by_side


class HelpRows(Reading):
    """Paragraphs, then keys in two columns."""

    def __init__(self, page: HelpPage) -> None:
        super().__init__(classes="card sheet")
        self.page = page

    def rows(self, width: int) -> Sequence[Content]:
        """The field or part first, then the screen, then its keys."""
        page, half = self.page, width // 2
        quiet = self.style_of("quiet")
        rows = [line((page.name, self.style_of("name")))]
        for words, style in ((page.means, "plain"), (page.example, "name"), (page.standard, "quiet")):
            rows += self._paragraph(words, width, style)
        if page.means:
            rows.append(line())
        rows += [*self._paragraph(page.about, width, "plain"), line(), line((page.keys_title, quiet))]
        middle = (len(page.lines) + 1) // 2
        left, right = key_rows(self, page.lines[:middle], half), key_rows(self, page.lines[middle:], width - half)
        return [*rows, *side_by_side(left, right, half)]

    def _paragraph(self, words: str, width: int, style: str) -> list[Content]:
        return [line((each, self.style_of(style))) for each in wrap(words, width)] if words else []


class HelpScreen(AsideScreen[HelpPage]):
    """Help on the screen below, as it was when help was asked for."""

    def __init__(self, ask: StaffAsk, route: StaffRoute, look: StaffLook) -> None:
        self.topic: str | None = None
        super().__init__(ask, route, look)

    def build(self, ask: StaffAsk) -> HelpPage:
        """Help in the reader's language."""
        below = self.below
        if self.topic is None:
            self.topic = below.help_topic()
        page = below.build(ask)
        return help_page(ask, below.route.screen, self.topic, page.title, keys_of(below), page.keys)

    def body(self) -> Iterable[Widget]:
        """A head where there is room, and the text."""
        if self.look.wide:
            yield SheetHead(self.page.title, self.page.closes)
        yield HelpRows(self.page)

    def show(self) -> None:
        """In another language."""
        for head in self.query(SheetHead):
            head.update(self.page.title, self.page.closes)
        rows = self.query_one(HelpRows)
        rows.page = self.page
        rows.refresh()

    def on_mount(self) -> None:
        """Arrows turn the text."""
        self.query_one(HelpRows).focus()
