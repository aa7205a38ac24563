"""One listing: its first step, its facts, and the code to leave with."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.pages.parts import Choice, Code, Fact, Page, State, Step, silent


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingPage(Page):
    """Everything a family needs to use one listing today."""

    number: str
    """`No. 214`."""
    state: State
    checked: str
    step: Step
    lead: str
    alert: str
    nearest: Choice | None
    """When it is full: its nearest equal with room."""
    facts: tuple[Fact, ...]
    no_phone: Fact
    notes: tuple[str, ...]
    """Such as `Shown in English.`"""
    code_for: str
    """`Show the code for`."""
    code: Code | None
    codes: tuple[Choice, ...]
    """The kinds of code, the one shown is `selected`; at most four."""
    add: Choice
    more: Choice
    """All the facts on a page of their own."""
    quiet: Choice | None
    """For a sensitive listing: ask without saying it."""
    bigger: Choice | None
    """The same code on its own screen."""
    pictogram: str = silent("")
    band_title: str = silent("")
    """The neutral title for a sensitive listing."""
    big: str = silent("")
    number_short: str = silent("")
    papers_line: str = silent("")
    """One sentence for big text."""
    no_phone_line: str = silent("")
