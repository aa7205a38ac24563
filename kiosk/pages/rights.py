"""Cards families do not know to ask for, each one idea."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.pages.parts import Choice, Fact, Page, silent


@dataclass(frozen=True, slots=True, kw_only=True)
class RightsPage(Page):
    """A plain page: what is true, what to say, whom to ask, and the listings behind it."""

    lead: str
    facts: tuple[Fact, ...]
    say: str
    listings: Choice
    person: Choice
    pictogram: str = silent("heart")
