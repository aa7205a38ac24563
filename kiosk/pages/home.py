"""Home: six pictures, and the day's notice when there is one."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.pages.parts import Choice, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage(Page):
    """Six tiles with pictures, then Search, Today and My list."""

    notice: Choice | None
    """Only when true, such as a day without school ahead: its state label and a question."""
    tiles: tuple[Choice, ...]
    actions: tuple[Choice, ...]
