"""One school-based support: what it is, for whom, what it costs, how to ask here."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.pages.parts import Choice, Fact, Page, State, silent


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportPage(Page):
    """In at most three touches from Home."""

    state: State
    what: str
    facts: tuple[Fact, ...]
    say: str
    """A sentence to say, in quotation marks."""
    listings: Choice
    """The listings that offer it; the main choice."""
    person: Choice
    code: Choice | None
    """A code that calls or opens the public page."""
    notes: tuple[str, ...] = ()
    pictogram: str = silent("school")
