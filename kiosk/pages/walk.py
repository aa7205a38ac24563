"""One question of the guided walk."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.pages.parts import Choice, Page, silent


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkPage(Page):
    """`question` in big letters; every question can be skipped, and Back keeps the answers."""

    question: str
    answers: tuple[Choice, ...]
    """Four at most; `big` in big letters, `note` below."""
    others: tuple[Choice, ...]
    skip: Choice
    asked: int = silent(1)
    of: int = silent(4)
