"""`calendar.toml` as the desk changes it: read again and written whole, by one editor at a time."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from kiosk.config import CALENDAR, Year, keep_last_good, load_year, write_text
from kiosk.domain.calendar import SchoolCalendar
from kiosk.domain.errors import NotSaved, Refused

BROKEN = "calendar.broken.toml"
"""Where a file lies aside that could not be read when it was written anew."""
LARGEST = 256 * 1024
"""Bytes of the file."""


class CalendarFile:
    """The school year's file in one data directory."""

    def __init__(self, data: Path, hold: Callable[[str], AbstractContextManager[object]]) -> None:
        """`hold`: one editor at a time; it is given who that is."""
        self._data = data
        self.hold = hold

    def read(self) -> Year:
        """What stands in the file now."""
        return load_year(self._data)

    def write(self, year: Year, calendar: SchoolCalendar) -> str:
        """Write `calendar` in place of the `year` that was read just now, and answer with the file's new text.

        Comments stay. A file with a mistake in it is laid aside, and the new one goes on from what families see.
        """
        from kiosk.calendar_text import edited, fresh

        if year.is_whole:
            text = edited(year.text, year.calendar, calendar)
        else:
            write_text(self._data / BROKEN, year.text)
            text = fresh(calendar)
        return self.put_back(text)

    def put_back(self, text: str) -> str:
        """Write a text that stood in the file before."""
        if len(text.encode()) > LARGEST:
            raise Refused("The calendar is too long to keep. Nothing was changed. Take old days away first.")
        write_text(self._data / CALENDAR, text)
        with suppress(NotSaved):  # the calendar itself is written
            keep_last_good(self._data)
        return text
