"""The log on the disk: the journal, to which each change is one line, and the older pieces of it in `history/`."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.store.disk import Disk, Signature, signature
from kiosk.store.record import Stretch, read

JOURNAL, HISTORY = "listings.journal", "history"
_PIECE = re.compile(r"(\d{10})-(\d{10})\.journal")


class Distrusted(OSError):
    """A sync failed: what the system says is in the file may not be on the disk."""


class Unsure(Exception):
    """A change could not be cut off again after it failed: it may still be there."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One file of the log. `last` is the last change in it by its name; the journal's is not known."""

    path: Path
    first: int = 0
    last: int | None = None

    def read(self) -> Stretch:
        """What can be read of it."""
        return read(self.content())

    def content(self) -> bytes:
        """Its bytes; nothing when it is not there."""
        try:
            return self.path.read_bytes()
        except FileNotFoundError:  # folded away this moment: who reads sees the gap and looks again
            return b""


class Log:
    """The journal of one directory and its history. Whoever holds the lock appends; anybody reads."""

    def __init__(self, directory: Path, disk: Disk) -> None:
        self.journal = directory / JOURNAL
        self.history = directory / HISTORY
        self._disk = disk

    def pieces(self, after: int = 0) -> list[Piece]:
        """The files that hold changes above `after`, oldest first, the journal at the end."""
        return [*(piece for piece in self.older() if piece.last and piece.last > after), Piece(self.journal)]

    def older(self) -> list[Piece]:
        """The pieces in `history/`, oldest first."""
        try:
            paths = sorted(self.history.iterdir())
        except (FileNotFoundError, NotADirectoryError):
            return []
        shapes = ((path, _PIECE.fullmatch(path.name)) for path in paths)
        return [Piece(path, int(shape[1]), int(shape[2])) for path, shape in shapes if shape]

    def backwards(self) -> Iterator[Piece]:
        """The journal, then the older pieces, newest first."""
        yield Piece(self.journal)
        yield from reversed(self.older())

    def signed(self) -> Signature | None:
        """Which journal it is, how long, and when it was written: all that one `stat` says."""
        return signature(self.journal)

    def append(self, line: bytes, end: int) -> None:
        """Put a line at the journal's end, which is at byte `end`, durably, or raise and leave the journal as it was.

        Raises `OSError` when nothing was changed, `Unsure` when that is not certain.
        """
        is_new = False
        try:
            descriptor = os.open(self.journal, os.O_RDWR | os.O_CLOEXEC)
        except FileNotFoundError:
            is_new, descriptor = True, self._disk.create(self.journal)
        try:
            self._written(descriptor, line, end)
            try:
                self._disk.sync_content(descriptor)
                if is_new:
                    self._disk.sync_directory(self.journal.parent)
            except OSError as error:
                self._cut_back(descriptor, end)
                raise Distrusted(error.errno, error.strerror) from error
        finally:
            os.close(descriptor)

    def _written(self, descriptor: int, line: bytes, end: int) -> None:
        try:
            self._disk.write(descriptor, line, end)
        except OSError:
            self._cut_back(descriptor, end)
            raise

    def cut(self, end: int) -> None:
        """Take away what follows byte `end` of the journal, durably."""
        descriptor = os.open(self.journal, os.O_RDWR | os.O_CLOEXEC)
        try:
            self._disk.truncate(descriptor, end)
            self._disk.sync(descriptor)
        finally:
            os.close(descriptor)

    def retire(self, first: int, last: int) -> None:
        """Move the journal into the history under the numbers of its changes; the next change begins a new one."""
        if last < first:  # it holds no change that anybody was told of
            self._disk.unlink(self.journal)
            return
        self._disk.make_folder(self.history)
        self._disk.rename(self.journal, self.history / f"{first:010d}-{last:010d}.journal")
        self._disk.sync_directory(self.history)

    def prune(self, most: int) -> None:
        """Drop the oldest pieces past `most` bytes; the newest stays."""
        kept = 0
        for piece in reversed(self.older()):
            size = piece.path.stat().st_size
            if kept and kept + size > most:
                with contextlib.suppress(FileNotFoundError):
                    self._disk.unlink(piece.path)
                continue
            kept += size

    def _cut_back(self, descriptor: int, end: int) -> None:
        try:
            self._disk.truncate(descriptor, end)
            self._disk.sync(descriptor)
        except OSError as error:
            raise Unsure from error
