"""How school can help: the fifteen supports."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.pages.parts import Choice, Page, Paged


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportsPage(Page):
    """One choice for each support; `is_open` when it is at this school."""

    supports: tuple[Choice, ...]
    legend_here: str
    legend_else: str
    foot: str
    turning: Paged
