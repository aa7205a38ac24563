"""The screen that reads on the desk what families see in the lobby now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget

from kiosk.pages.staff.lobby import LobbyLine, LobbyPage, lobby_page
from kiosk.pages.staff.parts import StaffAsk
from kiosk.tui.plain import line, wrap
from kiosk.tui.staff.base import StaffScreen
from kiosk.tui.widgets.staff_reading import Reading
from kiosk.tui.widgets.words import Title, Words


class LobbyLines(Reading):
    """The lines, each as many rows as its words take."""

    def __init__(self, lines: Sequence[LobbyLine]) -> None:
        super().__init__(classes="reading card")
        self.text = lines

    def rows(self, width: int) -> Sequence[Content]:
        """Heads in bold, all else plain."""
        rows: list[Content] = []
        for each in self.text:
            style = self.style_of("name" if each.strong else "plain")
            rows += [line("  ", (words, style)) for words in wrap(each.words, max(10, width - 4)) or [""]]
        return rows


class LobbyScreen(StaffScreen[LobbyPage]):
    """Lines to read, the same minute as in the lobby."""

    def build(self, ask: StaffAsk) -> LobbyPage:
        """As families see it now."""
        return lobby_page(ask)

    def body(self) -> Iterable[Widget]:
        """Title, lines, a note."""
        if self.look.wide:
            yield Title(self.page.title, self.page.subtitle, classes="title")
        yield LobbyLines(self.page.lines)
        yield Words(self.page.note, style="quiet", classes="note")

    def begin(self) -> None:
        """Arrows turn the lines."""
        self.query_one(LobbyLines).focus()

    def show(self) -> None:
        """Newer lines in the same place."""
        lines = self.query_one(LobbyLines)
        lines.text = self.page.lines
        lines.refresh()
        self.query_one(".note", Words).update(self.page.note)
