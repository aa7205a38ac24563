"""Where each screen of the desk can be opened: about a listing, about a day, or about nothing."""

from __future__ import annotations

from kiosk.pages.staff.parts import ScreenName, StaffRoute
from kiosk.tui.staff.screens import SCREENS, screen_class

FOOD_SHELF = "food-shelf"
ABOUT_A_LISTING: frozenset[ScreenName] = frozenset(
    {"form", "hours", "history", "question", "meanwhile", "preview", "bulk"}
)
OTHERS: dict[ScreenName, str] = {
    "calendar-day": "2026-11-24",
    "calendar-file": "nowhere.ics",
    "calendar-year": "2027-08-30..2028-06-09",
    "arrivals": "nowhere.frc",
}
"""What the others are about."""


def route_of(name: ScreenName, listing: str = FOOD_SHELF) -> StaffRoute:
    """A screen as somebody would open it."""
    return StaffRoute(name, listing if name in ABOUT_A_LISTING else OTHERS.get(name, ""))


def own_screens() -> list[ScreenName]:
    """The screens that do something, not those that only tell of the one below."""
    return [name for name in SCREENS if not screen_class(name).ASIDE]
