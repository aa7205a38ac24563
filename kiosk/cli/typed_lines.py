"""Lines that a visitor types, from any terminal or pipe: patient, in any encoding, and never spinning."""

from __future__ import annotations

import os
import select
from typing import Protocol

CHUNK = 4096
LONGEST = 10_000
"""Bytes of a line without an end: what is more is no answer to any question here."""


class Lines(Protocol):
    """Where answers come from."""

    def next(self, seconds: float | None) -> str:
        """The next line, without its end. `TimeoutError` after a silence that long, `EOFError` after the last line."""


class TypedLines:
    """Lines from a file descriptor. A byte that is no UTF-8 is a sign nobody understands, and ends nothing."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._held = b""

    def next(self, seconds: float | None) -> str:
        """The next line; a last one without an end counts too."""
        while b"\n" not in self._held:
            if len(self._held) > LONGEST:
                self._held = b""
            chunk = self._read(seconds)
            if not chunk:
                if not self._held:
                    raise EOFError
                chunk = b"\n"
            self._held += chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        line, _, self._held = self._held.partition(b"\n")
        return line.decode("utf-8", errors="replace")

    def _read(self, seconds: float | None) -> bytes:
        """What is there; nothing at the end. A terminal that has gone away is an end too."""
        try:
            ready, _, _ = select.select([self._descriptor], [], [], seconds)
            if not ready:
                raise TimeoutError
            return os.read(self._descriptor, CHUNK)
        except TimeoutError:
            raise
        except OSError:
            return b""
