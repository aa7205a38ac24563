"""The toggles of a result as a page of their own, for big text."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.pages.parts import Choice, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoicesPage(Page):
    """Six toggles in big letters (`big`, `note` how many are left), then show or lift them all."""

    toggles: tuple[Choice, ...]
    show: Choice
    all_off: Choice
