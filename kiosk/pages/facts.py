"""All facts of one listing, turned like a list."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.pages.parts import Choice, Fact, Page, Paged, State


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsPage(Page):
    """Every fact, the exceptions ahead and the week, where the listing's own page has no room for them."""

    number: str
    state: State
    facts: tuple[Fact, ...]
    turning: Paged
    week: Choice | None
