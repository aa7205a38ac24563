"""A code on a screen of its own, with how to scan it."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.pages.parts import Choice, Code, Fact, Page, silent


@dataclass(frozen=True, slots=True, kw_only=True)
class CodePage(Page):
    """`title` says what the code is for (neutral for a sensitive listing)."""

    steps: tuple[str, ...]
    code: Code
    facts: tuple[Fact, ...]
    """Opens; No phone?; No internet?"""
    smaller: Choice
    add: Choice | None
    too_big: str
    """What to do when even this screen cannot hold it."""
    pictogram: str = silent("phone")
