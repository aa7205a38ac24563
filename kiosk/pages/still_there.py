"""Still there? More time is always given."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.pages.parts import Choice, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class StillTherePage(Page):
    """`title` in big letters and the seconds left in block digits."""

    lines: tuple[str, ...]
    more_time: Choice
    done: Choice
