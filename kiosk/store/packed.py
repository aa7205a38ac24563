"""Rows that nobody asks for at the moment, in a quarter of the memory: compressed, and read again in 10 microseconds.

Listings are alike: they have the same members and many of the same words. A few of them are the dictionary (RFC 1950)
that all of a directory are compressed by.
"""

from __future__ import annotations

from collections.abc import Sequence
from zlib import DEFLATED, Z_BEST_SPEED, compressobj, decompressobj

from kiosk.store.row import Line, Row, row_in, written
from kiosk.store.snapshot import number_of

_SAMPLES, _LARGEST = 8, 1 << 14
"""So many listings make the dictionary, of at most so many bytes."""
_BARE = -15
"""DEFLATE without a head and a check of its own: nothing here is ever written."""


class Packed(Line):
    """A line of the snapshot, compressed."""

    __slots__ = ("_like", "_packed")

    def __init__(self, id: str, number: int, line: bytes | memoryview, like: bytes) -> None:
        """`like`: the dictionary."""
        self.id, self.key, self.number = id, number, number
        packer = compressobj(Z_BEST_SPEED, DEFLATED, _BARE, zdict=like)
        self._packed = packer.compress(line) + packer.flush()
        self._like = like

    def _line(self) -> bytes:
        return decompressobj(_BARE, self._like).decompress(self._packed)

    @property
    def view(self) -> memoryview:
        """The line, without a comma to the next one."""
        return memoryview(self._line())

    def holds(self, part: bytes) -> bool:
        """Whether the line has these bytes in it."""
        return part in self._line()

    def row(self) -> Row:
        """The row in these bytes."""
        line = self._line()
        return row_in(line[line.index(b"{") :])


class Packer:
    """Packs the rows of one directory."""

    def __init__(self, rows: Sequence[Line | Row]) -> None:
        samples = rows[:: len(rows) // _SAMPLES + 1]
        self._like = b"".join(bytes(line) for line in map(_line, samples) if line)[:_LARGEST]

    def packed(self, row: Line | Row) -> Line | Row:
        """The row in less memory; itself where it is, or where another listing has its number too."""
        line = None if isinstance(row, Packed) else _line(row)
        return Packed(row.id, number_of(row), line, self._like) if line else row


def _line(row: Line | Row) -> bytes | memoryview | None:
    """The row as the snapshot has it; None where its number is not its key there."""
    if isinstance(row, Line):
        return row.view if row.key == row.number else None
    return written(number_of(row), row) if not row.number else None
