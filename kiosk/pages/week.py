"""The hours of one listing, a week at a time."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.pages.parts import Page, Paged
from kiosk.pages.today import Week


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPage(Page):
    """The week that holds `route.detail` (an ISO date)."""

    week: Week
    turning: Paged
