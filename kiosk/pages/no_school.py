"""No school that day: who has my child?"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.pages.parts import Choice, Page, Paged


@dataclass(frozen=True, slots=True, kw_only=True)
class NoSchoolPage(Page):
    """Days as toggles, then what is open that day."""

    toggles: tuple[Choice, ...]
    rows: tuple[Choice, ...]
    notes: tuple[str, ...]
    ask: str
    empty: str
    turning: Paged
