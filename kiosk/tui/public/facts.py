"""All facts of one listing."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Container, Horizontal, Vertical
from textual.widget import Widget

from kiosk.pages.facts import FactsPage
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.button import Button
from kiosk.tui.widgets.rail import turns
from kiosk.tui.widgets.words import Facts, StateLine, Title


class FactsScreen(PageScreen[FactsPage]):
    """Facts with air between them, turned like a list."""

    def body(self) -> Iterable[Widget]:
        """Title, state, facts, the week, every kind of code."""
        page = self.page
        yield Title(page.title, page.number, classes="title")
        yield StateLine(page.state, classes="state")
        week = [Button(page.week, classes="week")] if page.week else []
        facts = Facts(page.facts, at=20 if self.lobby else 14, gap=self.lobby)
        yield Horizontal(facts, Vertical(*week, *turns(page.turning), classes="rail"), classes="list")
        yield Container(*(Button(code, hint=str(n)) for n, code in enumerate(page.codes, 1)), classes="codes")
