"""Today at this school, and the clinic's week."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from kiosk.pages.parts import Choice
from kiosk.pages.today import TodayItem, TodayPage
from kiosk.tui.plain import Part, cells, cut, line, padded
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.card import NoticeCard
from kiosk.tui.widgets.leaf import Leaf
from kiosk.tui.widgets.rail import turns
from kiosk.tui.widgets.week import WeekChart
from kiosk.tui.widgets.words import Title, Words


class TodayBoard(Leaf):
    """What is on today: its state or its time, its name, and where."""

    def __init__(self, items: Sequence[TodayItem], ahead: Sequence[str]) -> None:
        super().__init__(classes="board")
        self.items = items
        self.ahead = ahead

    def lines(self, width: int, height: int) -> list[Content]:
        """Three rows an item while there is room, else two, else one; the days ahead at the foot."""
        foot = [
            line("  ", (cut(words, width - 4), self.style_of("name" if n == 0 else "plain")))
            for n, words in enumerate(self.ahead)
        ]
        room = height - 1 - len(foot) - 2
        pitch = max(1, min(3, room // max(1, len(self.items))))
        rows: list[Content] = [line()]
        for item in self.items[:room]:
            rows += self._item(item, width, pitch)
        rows = rows[: height - len(foot) - 1]
        return [*rows, *[line()] * (height - len(foot) - 1 - len(rows)), *foot]

    def _item(self, item: TodayItem, width: int, pitch: int) -> list[Content]:
        mark = (
            self.label_parts(item.state.label, item.state.tone) if item.state else [(item.time, self.style_of("name"))]
        )
        column = 13
        gap = " " * max(1, column - 2 - line(*mark).cell_length)
        until = item.until if pitch < 3 and item.until else ""
        right: list[Part] = [(until or item.place, self.style_of("quiet" if item.off else "plain")), "  "]
        style = self.style_of("quiet" if item.off else "name")
        room = width - column - line(*right).cell_length - 1
        name = cut(item.name if cells(item.name) <= room else item.short or item.name, room)
        rows = [padded(["  ", *mark, gap, (name, style)], width, right=right)]
        if pitch == 3:
            rows.append(line(" " * column, (item.until, self.style_of("plain"))))
        return [*rows, *[line()] * (pitch - len(rows))]


class TodayScreen(PageScreen[TodayPage]):
    """The board at the left, the week at the right; a short day is said above both."""

    def body(self) -> Iterable[Widget]:
        """Title, banner, board and week, the question about the day ahead."""
        page = self.page
        yield Title(page.title, page.subtitle, classes="title")
        if page.banner:
            yield Words(page.banner, style="name", classes="banner")
        link = [NoticeCard(_one_line(page.link), hint="1", classes="link")] if page.link else []
        rail = [t for t in turns(page.turning) if page.turning.before or page.turning.more]
        left = Vertical(TodayBoard(page.items, page.ahead), *link, Horizontal(*rail, classes="turns"), classes="left")
        week = [WeekChart(page.week)] if page.week and self.lobby else []
        yield Horizontal(left, *week, classes="columns")


def _one_line(choice: Choice) -> Choice:
    return Choice(go=choice.go, label=choice.label)
