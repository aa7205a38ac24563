"""The neutral board that Hide this leaves: today at school, and nothing of the visit."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.pages.parts import Fact, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardPage(Page):
    """`title` is the day in big letters."""

    lines: tuple[Fact, ...]
    starts: tuple[str, ...]
    """Touch anywhere to start, in every language."""
