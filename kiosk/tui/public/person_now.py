"""A person now."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Container, Horizontal
from textual.widget import Widget

from kiosk.pages.person_now import PersonNowPage
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.button import Button
from kiosk.tui.widgets.card import RoleCard
from kiosk.tui.widgets.words import Facts, Title


class PersonNowScreen(PageScreen[PersonNowPage]):
    """Who is in, by role and room; who comes later; the office."""

    def body(self) -> Iterable[Widget]:
        """Title, cards, facts, ask without words."""
        page, art = self.page, self.look.art
        yield Title(page.title, page.subtitle, classes="title")
        width = 30 if self.lobby else 21
        cards = [RoleCard(card, art.number(card.room, width), hint=str(n)) for n, card in enumerate(page.cards, 1)]
        yield Container(*cards, classes="people" if cards else "people -none")
        quiet = Button(page.quiet, hint="4", classes="-quiet")
        facts = Facts(page.facts, at=19 if self.lobby else 15, gap=self.lobby)
        if self.lobby:
            yield Horizontal(facts, quiet, classes="foot")
            return
        way = [Button(page.way, hint="5")] if page.way else []
        yield facts
        yield Horizontal(quiet, *way, classes="actions")
