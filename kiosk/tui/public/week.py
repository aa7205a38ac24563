"""The hours of one listing, a week at a time."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from kiosk.pages.week import WeekPage
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.rail import turns
from kiosk.tui.widgets.week import WeekChart
from kiosk.tui.widgets.words import Title


class WeekScreen(PageScreen[WeekPage]):
    """The week, and the rail to the one before and after."""

    def body(self) -> Iterable[Widget]:
        """Title, chart, rail."""
        page = self.page
        yield Title(page.title, page.subtitle, classes="title")
        rail = Vertical(*turns(page.turning), classes="rail")
        yield Horizontal(WeekChart(page.week), rail, classes="list")
