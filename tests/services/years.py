"""A school year in a real file, or in one that is only text, for tests of what changes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from pathlib import Path

from kiosk.calendar_file import CalendarFile
from kiosk.calendar_text import edited
from kiosk.config import CALENDAR
from kiosk.domain.calendar import SchoolCalendar
from kiosk.domain.school_days import Written
from kiosk.school_file import read_calendar
from kiosk.services.school_year import SchoolYear
from kiosk.store.lock import Lock
from kiosk.store.notes import Notes
from tests.services.schools import NOW

BY_HAND = """\
# The year, as Ana wrote it.
first_day = "2026-08-31"
last_day = "2027-06-11"

# Holidays.

[[days]]
from = "2026-11-26"
to = "2026-11-27"
kind = "no-school"
reason = { en = "Thanksgiving", es = "Día de Acción de Gracias" }

# Half days.

[[days]]
from = "2026-12-11"
to = "2026-12-11"
kind = "early-dismissal"
at = "11:40"
"""


def school_year(data: Path, now: datetime = NOW, text: str | None = BY_HAND) -> SchoolYear:
    """The school year in a directory, which begins with `text` in its file."""
    if text is not None and not (data / CALENDAR).exists():
        (data / CALENDAR).write_text(text, "utf-8")
    lock = Lock(data / "calendar.lock", what="The calendar is")
    return SchoolYear(CalendarFile(data, lambda by: lock.held(by, "now")), Notes(data), lambda: now)


class PaperFile:
    """The file as text alone: nothing waits for a disk."""

    def __init__(self, text: str = BY_HAND) -> None:
        self.text = text

    def held(self, by: str) -> AbstractContextManager[object]:
        """Nobody else is there."""
        return nullcontext(by)

    def read(self) -> Written:
        """What stands in it."""
        return Written(self.text, self.meaning(self.text))

    def meaning(self, text: str) -> SchoolCalendar | None:
        """The calendar in a text."""
        return read_calendar(text, CALENDAR)[0]

    def draft(self, stands: Written, calendar: SchoolCalendar) -> str:
        """The text with another calendar in it."""
        return edited(stands.text, stands.calendar, calendar)

    def write(self, stands: Written, text: str) -> None:
        """Put a text in its place."""
        assert stands.text == self.text
        self.text = text


class PaperNotes:
    """Notes in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], dict[str, object]] = {}

    def read(self, folder: str, name: str) -> dict[str, object] | None:
        """A note."""
        return self.kept.get((folder, name))

    def names(self, folder: str) -> list[str]:
        """The names of a folder's notes."""
        return sorted(name for there, name in self.kept if there == folder)

    def all(self, folder: str) -> Iterator[tuple[str, dict[str, object]]]:
        """Every note of a folder."""
        return ((name, self.kept[folder, name]) for name in self.names(folder))

    def write(self, folder: str, name: str, note: Mapping[str, object]) -> None:
        """Keep a note."""
        self.kept[folder, name] = dict(note)

    def remove(self, folder: str, name: str) -> None:
        """Let a note go."""
        self.kept.pop((folder, name), None)

    def stamp(self, folder: str, name: str) -> object:
        """Which note it is."""
        note = self.kept.get((folder, name))
        return None if note is None else id(note)
