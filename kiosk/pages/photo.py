"""My list as a screen that is good to photograph."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.pages.parts import Fact, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoPage(Page):
    """Large plain lines: number, name, when, where, phone."""

    lines: tuple[Fact, ...]
    foot: str
