"""Screens of the desk that are shut where somebody else set it up so: those that read or write a file by its path."""

from __future__ import annotations

from kiosk.pages.staff.parts import ScreenName, StaffAsk

FILE_SCREENS: frozenset[ScreenName] = frozenset({"files", "moments", "arrivals", "calendar-file"})
"""`kiosk staff --no-files` leaves out these and where they lead: over SSH no file is reached but the listings."""


def shut_words(ask: StaffAsk) -> str:
    """Said in place of such a screen."""
    return ask.words.say("Files are shut here. Use them at the center's own computer.")
