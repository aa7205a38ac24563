"""The log on the disk: the journal, to which each change is one line, and the older pieces of it in `history/`."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from kiosk.domain.errors import NotSaved
from kiosk.store.ahead import Ahead, give_back
from kiosk.store.disk import Disk, Signature, read_file, signature, signed
from kiosk.store.record import Stretch, read

JOURNAL, HISTORY = "listings.journal", "history"
T = TypeVar("T")
_PIECE = re.compile(r"(\d{10})-(\d{10})\.journal")


class Unsure(Exception):
    """A change could not be cut off again after it failed (the cause says why): it may still be there."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One file of the log. `last` is the last change in it by its name; the journal's is not known."""

    path: Path
    first: int = 0
    last: int | None = None

    def read(self) -> Stretch:
        """What can be read of it."""
        return self.stretch(self.content())

    def stretch(self, content: bytes) -> Stretch:
        """What can be read of these bytes of it. What its name does not cover was given up, and is not there."""
        found = read(content)
        if self.last is None or not found.entries or found.entries[-1].record.seq <= self.last:
            return found
        entries = tuple(entry for entry in found.entries if entry.record.seq <= self.last)
        return Stretch(entries, tuple(hole for hole in found.holes if hole.before <= len(entries)), b"")

    def content(self) -> bytes:
        """Its bytes; nothing when it is not there."""
        try:
            return read_file(self.path)
        except FileNotFoundError:  # folded away this moment: who reads sees the gap and looks again
            return b""


class Log:
    """The journal of one directory and its history. Whoever holds the lock appends; anybody reads."""

    def __init__(self, directory: Path, disk: Disk) -> None:
        self.journal = directory / JOURNAL
        self._name = os.fspath(self.journal)
        self.history = directory / HISTORY
        self.is_distrusted = False
        """A sync of the journal failed: what the system says is in it may not be on the disk. Never append to it."""
        self._named = 0
        """The journal whose name is on the disk."""
        self._ahead = Ahead()
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
        except PermissionError as error:
            said = "This account may not read the listings. Ask who set up this computer."
            raise NotSaved(said).coded("no-right-to-read") from error
        shapes = ((path, _PIECE.fullmatch(path.name)) for path in paths)
        return [Piece(path, int(shape[1]), int(shape[2])) for path, shape in shapes if shape]

    def since(self, seen: Signature) -> list[Piece]:
        """The file that was the journal, now in `history/`, and what came after it; nothing when it is gone."""
        pieces = self.pieces()
        for place, piece in enumerate(pieces):
            found = signature(piece.path)
            if found is not None and found[0] == seen[0]:
                return pieces[place:]
        return []

    def backwards(self) -> Iterator[Piece]:
        """The journal, then the older pieces, newest first."""
        yield Piece(self.journal)
        yield from reversed(self.older())

    def signed(self) -> Signature | None:
        """Which journal it is, how long, and when it was written: all that one `stat` says."""
        return signature(self._name)

    def append(self, line: bytes, end: int) -> Signature:
        """Put a line at the journal's end, which is at byte `end`, durably, or raise and leave the journal as it was.

        What is returned tells the journal as it is then. Raises `OSError` when nothing was changed, `Unsure` when that
        is not certain.
        """
        try:
            descriptor = os.open(self._name, os.O_RDWR | os.O_CLOEXEC)
        except FileNotFoundError:
            descriptor = self._disk.create(self.journal)
        try:
            self._disk.write(descriptor, line, end)
            self._synced(self._disk.sync_content, descriptor)
            status = os.fstat(descriptor)
            self._name_durable(status)
            return signed(self._ahead.keep(descriptor, status))
        except OSError as error:
            self._cut_back(descriptor, end, error)
            raise
        finally:
            os.close(descriptor)

    def settle(self) -> None:
        """Sync what is there: somebody is told that it is kept, and whoever wrote it may have been stopped before."""
        try:
            descriptor = os.open(self.journal, os.O_RDWR | os.O_CLOEXEC)
        except FileNotFoundError:
            return
        try:
            self._synced(self._disk.sync_content, descriptor)
            self._name_durable(os.fstat(descriptor))
        finally:
            os.close(descriptor)

    def cut(self, end: int) -> None:
        """Take away what follows byte `end` of the journal, durably."""
        descriptor = os.open(self.journal, os.O_RDWR | os.O_CLOEXEC)
        try:
            self._disk.truncate(descriptor, end)
            self._synced(self._disk.sync, descriptor)
        finally:
            os.close(descriptor)

    def give_up(self) -> None:
        """Move a journal whose sync failed into the history, under the numbers of the changes that it shows."""
        entries = Piece(self.journal).read().entries
        first, last = (entries[0].record.seq, entries[-1].record.seq) if entries else (1, 0)
        self.retire(first, last)
        self.is_distrusted = False
        self._disk.sync_directory(self.journal.parent)

    def retire(self, first: int, last: int) -> None:
        """Move the journal into the history under the numbers of its changes; the next change begins a new one."""
        if last < first:  # it holds no change that anybody was told of
            self._disk.unlink(self.journal)
            return
        self._named = 0
        give_back(self.journal)
        self._disk.make_folder(self.history)
        self._disk.rename(self.journal, self.history / f"{first:010d}-{last:010d}.journal")
        self._disk.sync_directory(self.history)

    def prune(self, most: int, above: int) -> None:
        """Drop the oldest pieces past `most` bytes, without a gap; the newest, and changes after `above`, stay."""
        pieces = [(piece, piece.path.stat().st_size) for piece in self.older()]
        size = sum(each for _, each in pieces)
        for piece, each in pieces[:-1]:
            if size <= most or (piece.last or 0) > above:
                break
            self._disk.unlink(piece.path)
            size -= each

    def _name_durable(self, journal: os.stat_result) -> None:
        """Sync its name too, once: whoever made this journal may have been stopped before he did."""
        if journal.st_ino != self._named:
            self._synced(self._disk.sync_directory, self.journal.parent)
            self._named = journal.st_ino

    def _synced(self, sync: Callable[[T], None], what: T) -> None:
        try:
            sync(what)
        except OSError:
            self.is_distrusted = True
            raise

    def _cut_back(self, descriptor: int, end: int, reason: OSError) -> None:
        try:
            self._disk.truncate(descriptor, end)
            self._synced(self._disk.sync, descriptor)
        except OSError:
            raise Unsure from reason
