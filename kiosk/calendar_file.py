"""`calendar.toml` as the desk changes it: read again and written whole, by one editor at a time."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from kiosk.config import CALENDAR, keep_last_good, load_year, write_text
from kiosk.domain.calendar import SchoolCalendar
from kiosk.domain.errors import NotSaved, Refused
from kiosk.domain.school_days import Written
from kiosk.school_file import read_calendar

BROKEN = "calendar.broken.toml"
"""Where a file lies aside that could not be read when it was written anew."""
LARGEST = 256 * 1024
"""Bytes of the file."""


class CalendarFile:
    """The school year's file in one data directory."""

    def __init__(self, data: Path, hold: Callable[[str], AbstractContextManager[object]]) -> None:
        """`hold`: one editor at a time; it is given who that is."""
        self._data = data
        self._hold = hold

    def held(self, by: str) -> AbstractContextManager[object]:
        """Whoever changes the file holds it meanwhile; `Busy` names who has it."""
        return self._hold(by)

    def read(self) -> Written:
        """What stands in the file now."""
        year = load_year(self._data)
        return Written(year.text, year.calendar, year.is_whole)

    def meaning(self, text: str) -> SchoolCalendar | None:
        """The calendar in a text that stood in the file before."""
        return read_calendar(text, CALENDAR)[0]

    def draft(self, stands: Written, calendar: SchoolCalendar) -> str:
        """The file's text with `calendar` in place of what stands there now. Comments stay.

        Where the file has a mistake in it, a new one goes on from what families see.
        """
        from kiosk.calendar_text import edited, fresh

        return edited(stands.text, stands.calendar, calendar) if stands.is_whole else fresh(calendar)

    def write(self, stands: Written, text: str) -> None:
        """Put a text in place of what stands there, whole or not at all. A file with a mistake in it is laid aside."""
        from kiosk.calendar_text import HEAD

        if len(text.encode()) > LARGEST:
            said = "The calendar is too long to keep. Nothing was changed. Take old days away first."
            raise Refused(said).coded("calendar-too-long")
        if not stands.is_whole:
            write_text(self._data / BROKEN, stands.text)
        write_text(self._data / CALENDAR, text if text.strip() else HEAD)
        with suppress(NotSaved):  # the calendar itself is written
            keep_last_good(self._data, load_year(self._data))
