"""Later: a part of the kiosk that is made when it is first asked for, so that it costs no family a start."""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock
from typing import Generic, TypeVar

T = TypeVar("T")


class Later(Generic[T]):
    """Gives the same thing to whoever asks. The screen and the thread that reads ahead may ask at one time."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._made: T | None = None
        self._turn = RLock()

    @property
    def is_made(self) -> bool:
        """Whether somebody asked for it before."""
        return self._made is not None

    def __call__(self) -> T:
        """The thing itself."""
        if self._made is None:
            with self._turn:
                if self._made is None:
                    self._made = self._make()
        return self._made
