"""The lobby's screen while it is open: the desk sees that it works, and what families open is added up."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType

from kiosk.domain.seat import Seat
from kiosk.services.opened import Counter
from kiosk.services.presence import SeatFiles


class Lobby:
    """Opened and closed with the screen. Nothing is written before the screen stands."""

    def __init__(self, seats: SeatFiles, counter: Counter | None) -> None:
        """`counter`: None where openings are not counted."""
        self._seats = seats
        self._counter = counter
        self._is_seen = False

    def __enter__(self) -> Lobby:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._counter is not None:
            self._counter.flush()
        self._seats.leave()

    def count(self, listing: str) -> None:
        """A family opened a listing."""
        if self._counter is not None:
            self._counter.note(listing)

    def watching(self, changed: Callable[[], bool]) -> Callable[[], bool]:
        """The same question, asked all the time by a screen that works: each time is a sign of life."""

        def asked() -> bool:
            if self._is_seen:
                self._seats.beat()
            else:
                self._is_seen = True
                self._seats.sit(Seat(kind="lobby"))
            return changed()

        return asked
