"""How often each listing was opened, a count a listing a day: what the lobby adds up, and what staff read of it.

Nothing else is ever noted: not who, not in which order, not at what time. A listing that is marked as private is not
counted at all, for a count of one can tell of a person where two people stand in a lobby.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from kiosk.domain.errors import KioskError
from kiosk.domain.values import dataclass

BATCH = 15 * 60
"""Seconds of the clock that are written together, from one quarter of an hour to the next."""
MOST = 20_000
"""Listings of a batch."""


class TallyFiles(Protocol):
    """Where the counts lie."""

    def add(self, day: date, counts: Mapping[str, int]) -> None:
        """Add a batch to a day's counts."""

    def on(self, day: date) -> Mapping[str, int]:
        """A day's counts by listing."""

    def days(self) -> Sequence[date]:
        """The days that have counts, oldest first."""


def _in_background(seconds: float, work: Callable[[], None]) -> None:
    timer = threading.Timer(seconds, work)
    timer.daemon = True
    timer.start()


class Counter:
    """Adds up in memory what families open, and writes it a batch at a time, away from the screen."""

    def __init__(
        self,
        files: TallyFiles,
        clock: Callable[[], datetime],
        later: Callable[[float, Callable[[], None]], None] = _in_background,
    ) -> None:
        """`later`: does something after so many seconds."""
        self._files = files
        self._clock = clock
        self._later = later
        self._lock = threading.Lock()
        self._writing = threading.Lock()
        self._waiting: dict[date, dict[str, int]] = {}
        self._is_due = False

    def note(self, listing: str) -> None:
        """A family opened a listing."""
        now = self._clock()
        with self._lock:
            day = self._waiting.setdefault(now.date(), {})
            if listing in day or len(day) < MOST:
                day[listing] = day.get(listing, 0) + 1
            was_due, self._is_due = self._is_due, True
        if not was_due:
            self._later(BATCH - now.timestamp() % BATCH, self.flush)

    def flush(self) -> None:
        """Write what was added up. A lobby that may not write keeps nothing: it is thrown away."""
        with self._lock:
            waiting, self._waiting, self._is_due = self._waiting, {}, False
        with self._writing:
            for day, counts in waiting.items():
                try:
                    self._files.add(day, counts)
                except KioskError:
                    return


@dataclass(frozen=True, slots=True)
class Opened:
    """How often a listing was opened."""

    listing: str
    times: int


class OpenedListings:
    """The counts, as staff read them."""

    def __init__(self, files: TallyFiles) -> None:
        self._files = files

    def on(self, day: date) -> tuple[Opened, ...]:
        """A day's counts, the most opened first."""
        counts = self._files.on(day)
        return tuple(Opened(id, counts[id]) for id in sorted(counts, key=lambda id: (-counts[id], id)))

    def since(self, first: date) -> dict[date, Mapping[str, int]]:
        """The counts of each day from one on that has any, oldest first."""
        return {day: self._files.on(day) for day in self._files.days() if day >= first}
