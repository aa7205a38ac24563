"""Who else is at the desk, and who has which listing open: seen within seconds, and gone as soon."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from kiosk.domain.seat import Seat
from kiosk.services.who import Who

LOOK = 1.0
"""Seconds between looks at whether those who were here are still running."""


class SeatFiles(Protocol):
    """Where open screens are told of."""

    def stamp(self) -> object:
        """Something that differs once somebody came, left or opened another listing."""

    def sit(self, seat: Seat) -> None:
        """Say that this screen is open, and with what."""

    def beat(self) -> None:
        """Give a sign of life, if one is due."""

    def leave(self) -> None:
        """This screen is closed."""

    def others(self) -> list[Seat]:
        """Every other screen that is open."""


class WindowFiles(SeatFiles, Protocol):
    """The same, where each screen can be told from the others."""

    @property
    def token(self) -> str:
        """What this screen is known by."""

    def is_open(self, token: str) -> bool:
        """Whether the screen of that token is open now."""


class Presence:
    """This desk among the others. A reader looks, and nobody is told of one: it writes nothing."""

    def __init__(
        self, seats: WindowFiles, who: Who, clock: Callable[[], datetime], steady: Callable[[], float] = time.monotonic
    ) -> None:
        self._seats = seats
        self._who = who
        self._clock = clock
        self._steady = steady
        self._mine: Seat | None = None
        self._stamp: object = None
        self._looked: float | None = None
        self._others: tuple[Seat, ...] = ()

    @property
    def token(self) -> str:
        """What this window is known by among all that are open."""
        return self._seats.token

    def is_open(self, token: str) -> bool:
        """Whether the window of that token is open now."""
        return self._seats.is_open(token)

    def at(self, listing: str) -> None:
        """This desk has that listing open to be written; empty for none."""
        if not self._who.may_change or (self._mine is not None and self._mine.listing == listing):
            return
        self._mine = Seat(by=self._who.name, listing=listing, since=self._clock() if listing else None)
        self._seats.sit(self._mine)

    def look(self) -> bool:
        """Whether somebody came, left or opened another listing since the last look. Cheap: made for every tick."""
        self._seats.beat()
        stamp, now = self._seats.stamp(), self._steady()
        if stamp == self._stamp and self._looked is not None and now - self._looked < LOOK:
            return False
        others = tuple(self._seats.others())
        self._stamp, self._looked = self._seats.stamp(), now
        was, self._others = self._others, others
        return set(was) != set(others)

    def leave(self) -> None:
        """This desk is closed."""
        if self._mine is not None:
            self._mine = None
            self._seats.leave()

    def others(self) -> tuple[str, ...]:
        """The accounts of the other desks, each once, in order."""
        return tuple(sorted({seat.by for seat in self._others if seat.kind == "desk" and seat.by}))

    def writing(self, listing: str) -> tuple[Seat, ...]:
        """The other desks that have that listing open, who came first first."""
        found = [seat for seat in self._others if seat.kind == "desk" and listing and seat.listing == listing]
        return tuple(sorted(found, key=lambda seat: (seat.since.timestamp() if seat.since else 0.0, seat.by)))

    def lobby(self) -> Seat | None:
        """A lobby's screen on this directory, one that answers before one that does not; None when none is seen."""
        found = [seat for seat in self._others if seat.kind == "lobby"]
        return max(found, key=lambda seat: seat.answers, default=None)
