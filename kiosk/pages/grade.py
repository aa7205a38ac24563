"""Which grade or age: asked once, when a list is to be for one child."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.pages.parts import Choice, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class GradePage(Page):
    """Not in school yet, PK to 12, and any age."""

    grades: tuple[Choice, ...]
    any_grade: Choice
