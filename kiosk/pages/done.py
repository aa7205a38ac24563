"""I'm done: one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.pages.parts import Page, silent


@dataclass(frozen=True, slots=True, kw_only=True)
class DonePage(Page):
    """`title` in big letters; the first screen comes back in `seconds`."""

    lines: tuple[str, ...]
    big: tuple[str, ...] = silent(())
    seconds: int = silent(8)
