"""What the terminal is sent: a terminal that is gone, or takes nothing more, never holds up the kiosk."""

from __future__ import annotations

import os

MOST_KEPT = 65_536
"""Bytes that are gathered before they are sent."""


class Outlet:
    """The terminal as a file to write to. What a lost terminal cannot take is dropped, without an error."""

    encoding = "utf-8"

    def __init__(self, fileno: int) -> None:
        self._fileno = fileno
        self._gathered = bytearray()
        self._is_lost = False

    def fileno(self) -> int:
        """The number of the file behind it."""
        return self._fileno

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return os.isatty(self._fileno)

    def write(self, text: str) -> int:
        """Gather text to be sent; a sign that is no character is sent as a question mark."""
        self._gathered += text.encode(self.encoding, "replace")
        if len(self._gathered) > MOST_KEPT:
            self.flush()
        return len(text)

    def flush(self) -> None:
        """Send what was gathered: no buffer of Python's own is held that would be locked when the program ends."""
        left = memoryview(bytes(self._gathered))
        self._gathered.clear()
        while left and not self._is_lost:
            try:
                left = left[os.write(self._fileno, left) :]
            except OSError:
                self._is_lost = True
