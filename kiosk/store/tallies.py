"""How often each listing was opened, a count a listing a day: one small note a day, and none of it older than a year.

Nothing in it tells who, in which order or at what time: counts come in batches, and each file is dated to its day.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from kiosk.domain.ids import is_id
from kiosk.store.notes import FOLDER as NOTES
from kiosk.store.notes import Notes

FOLDER = "opened"
KEPT_DAYS = 400
"""A year, and a month to look back at it."""
_MOST = 1_000_000
"""No listing is opened more often in a day: what says so was written by hand."""


class Tallies:
    """The notes of one directory."""

    def __init__(self, directory: Path, hold: Callable[[str], AbstractContextManager[object]]) -> None:
        """`hold`: one at a time adds; it is given who that is."""
        self._notes = Notes(directory)
        self._folder = directory / NOTES / FOLDER
        self._hold = hold

    def add(self, day: date, counts: Mapping[str, int], by: str = "lobby") -> None:
        """Add a batch to a day's counts, and let go of days that are too old. Refused or kept as a whole."""
        with self._hold(by):
            known = self.on(day)
            after = {id: known.get(id, 0) + counts.get(id, 0) for id in known.keys() | counts.keys()}
            self._notes.write(FOLDER, day.isoformat(), dict(sorted(after.items())))
            for old in self.days():
                if old <= day - timedelta(days=KEPT_DAYS):
                    self._notes.remove(FOLDER, old.isoformat())
            self._forget_when(day)

    def on(self, day: date) -> dict[str, int]:
        """A day's counts by listing; what is no count is left out."""
        note = self._notes.read(FOLDER, day.isoformat()) or {}
        return {
            id: count
            for id, count in note.items()
            if is_id(id) and isinstance(count, int) and not isinstance(count, bool) and 0 < count <= _MOST
        }

    def days(self) -> list[date]:
        """The days that have counts, oldest first."""
        return sorted(self._days())

    def _days(self) -> Iterator[date]:
        for name in self._notes.names(FOLDER):
            with contextlib.suppress(ValueError):
                yield date.fromisoformat(name)

    def _forget_when(self, day: date) -> None:
        """Date the file and its folder to the day itself: when a family was here is nobody's business."""
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()
        for path in (self._folder / f"{day.isoformat()}.json", self._folder):
            with contextlib.suppress(OSError):
                os.utime(path, (noon, noon))
