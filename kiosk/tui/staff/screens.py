"""Which screen draws which part of the desk: read when it is first opened."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from kiosk.pages.staff.parts import ScreenName
from kiosk.tui.staff.base import StaffScreen

SCREENS: dict[ScreenName, tuple[str, str]] = {
    "bulk": ("bulk", "BulkScreen"),
    "calendar": ("year", "YearScreen"),
    "calendar-day": ("year_lines", "DayScreen"),
    "calendar-file": ("year_lines", "CalendarFileScreen"),
    "calendar-year": ("year_lines", "NewYearScreen"),
    "commands": ("commands", "CommandsScreen"),
    "snow-day": ("snow_day", "SnowDayScreen"),
    "arrivals": ("arrivals", "ArrivalsScreen"),
    "desk": ("today", "TodayScreen"),
    "files": ("files", "FilesScreen"),
    "form": ("form", "FormScreen"),
    "guide": ("guide", "GuideScreen"),
    "help": ("help", "HelpScreen"),
    "hours": ("hours", "HoursScreen"),
    "history": ("history", "HistoryScreen"),
    "keys": ("keys", "KeysScreen"),
    "lobby": ("lobby", "LobbyScreen"),
    "meanwhile": ("meanwhile", "MeanwhileScreen"),
    "moments": ("moments", "MomentsScreen"),
    "preview": ("lines", "PreviewScreen"),
    "question": ("question", "QuestionScreen"),
    "round": ("round", "RoundScreen"),
    "list": ("listings", "ListScreen"),
    "settings": ("settings", "SettingsScreen"),
    "settings-file": ("settings_file", "SettingsFileScreen"),
    "shelf": ("shelf", "ShelfScreen"),
}
"""Name -> module of this package, class."""


def screen_class(name: ScreenName) -> type[StaffScreen[Any]]:
    """The class of a screen."""
    module, kind = SCREENS[name]
    found = getattr(import_module(f"kiosk.tui.staff.{module}"), kind)
    assert isinstance(found, type)
    assert issubclass(found, StaffScreen)
    return found
