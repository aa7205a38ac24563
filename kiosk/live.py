"""A school's two files while the kiosk runs: each read again when one `stat` says that it changed, if it is good."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from kiosk.config import (
    CALENDAR,
    SETTINGS,
    Setup,
    Stamp,
    Year,
    keep_last_good,
    load_school,
    load_setup,
    load_year,
    stamp_of,
)
from kiosk.domain.calendar import SchoolCalendar
from kiosk.domain.errors import NotSaved
from kiosk.domain.settings import Settings
from kiosk.school_file import SchoolProblem


class LiveYear:
    """The calendar as it is now, read again only when one `stat` of its file differs.

    A file that is gone, empty or wrong changes nothing: families go on with the last good one.
    """

    def __init__(self, data: Path, year: Year) -> None:
        """`year`: what was read at the start."""
        self._data = data
        self._calendar = year.calendar
        self._seen = year.stamp

    def __call__(self) -> SchoolCalendar | None:
        """The calendar: the same value again while it did not change."""
        stamp = stamp_of(self._data / CALENDAR)
        if stamp != self._seen:
            self._seen = stamp
            year = load_year(self._data)
            if year.is_whole and year.text.strip() and year.calendar != self._calendar:
                self._calendar = year.calendar
        return self._calendar

    def changed(self) -> bool:
        """Whether there is something new to read: one `stat`."""
        return stamp_of(self._data / CALENDAR) != self._seen


class LiveSettings:
    """The settings as they are now, read again only when one `stat` of their file differs.

    A file that is gone, empty or wrong changes nothing: the kiosk goes on with the last good one.
    """

    def __init__(self, data: Path, setup: Setup) -> None:
        """`setup`: what was read at the start."""
        self._data = data
        self._settings = setup.settings
        self._seen = setup.stamp

    def __call__(self) -> Settings:
        """The settings: the same value again while they did not change."""
        if self.changed():
            setup = load_setup(self._data)
            self._seen = setup.stamp
            if setup.is_whole and setup.text.strip() and setup.settings != self._settings:
                self._settings = setup.settings
                with suppress(NotSaved):  # a lobby account may be allowed to read only: it runs all the same
                    keep_last_good(self._data, setup)
        return self._settings

    def changed(self) -> bool:
        """Whether there is something new to read: one `stat`."""
        return stamp_of(self._data / SETTINGS) != self._seen


class Mistakes:
    """What is wrong in the two files; read again only when one `stat` of each says so."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._seen: tuple[Stamp | None, ...] = ()
        self._found: tuple[SchoolProblem, ...] = ()

    def __call__(self) -> tuple[SchoolProblem, ...]:
        """What is wrong now."""
        stamps = tuple(stamp_of(self._data / name) for name in (SETTINGS, CALENDAR))
        if stamps != self._seen:
            self._found = load_school(self._data).problems
            self._seen = stamps
        return self._found
