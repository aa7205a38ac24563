"""Short numbers: each listing has one from 101 up, for life, and it is not given again for 400 days after."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

FIRST = 101
TOMBSTONE_DAYS = 400


class Numbers:
    """The numbers that are in use, and the next one that is free."""

    def __init__(self, taken: Iterable[int]) -> None:
        self._taken = set(taken)
        self._next = FIRST

    def take(self, number: int) -> bool:
        """Mark a number as in use; False when it was already."""
        if number in self._taken:
            return False
        self._taken.add(number)
        return True

    def give(self) -> int:
        """The smallest free number, which is then in use."""
        while not self.take(self._next):
            self._next += 1
        return self._next


def is_past(at: str, now: datetime) -> bool:
    """Whether a tombstone of that moment (ISO 8601) may go: its number may be given again."""
    return datetime.fromisoformat(at) + timedelta(days=TOMBSTONE_DAYS) < now
