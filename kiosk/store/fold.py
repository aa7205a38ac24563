"""Folding the journal into the snapshot, and mending damaged files the same way: a new snapshot, the log kept.

Stopped anywhere, it changes nothing that is read: the old snapshot and the log, or the new one, say the same.
"""

from __future__ import annotations

import contextlib
import logging
from datetime import datetime
from pathlib import Path

from kiosk.store.book import Book
from kiosk.store.bounds import Bounds
from kiosk.store.disk import Disk, read_file
from kiosk.store.follower import FILE, PREVIOUS
from kiosk.store.log import Log, Piece
from kiosk.store.numbers import is_past
from kiosk.store.record import Stretch, encode
from kiosk.store.snapshot import SCHEMA, Damaged, decode_file, encode_file, meta_of

_logger = logging.getLogger(__name__)
QUARANTINE = "quarantine"
_META = 65536
"""Bytes at the end of a snapshot in which what it says of itself is found."""


class Folding:
    """What whoever holds the lock does with the files of one directory beside appending."""

    def __init__(self, directory: Path, log: Log, disk: Disk, bounds: Bounds) -> None:
        self._file = directory / FILE
        self._previous = directory / PREVIOUS
        self._quarantine = directory / QUARANTINE
        self._log = log
        self._disk = disk
        self._bounds = bounds
        self._not_before = bounds.journal
        """The journal's size at which to try again after a fold that failed."""

    def is_due(self, journal: int) -> bool:
        """Whether a journal of so many bytes is to be folded."""
        if journal <= self._not_before:
            return False
        return journal > self._file.stat().st_size // 2 if self._file.exists() else True

    def fold(self, book: Book, first: int, at: str) -> None:
        """Write a snapshot of the book, and move the journal (its first change is `first`) into the history."""
        book.forget([id for id, row in book.graves.items() if is_past(row.at, datetime.fromisoformat(at))])
        self._new_snapshot(book)
        self._log.retire(first or book.seq + 1, book.seq)
        self._disk.sync_directory(self._file.parent)
        self._log.prune(self._bounds.history, _seq_of(self._previous))
        self._clear_away()
        self._not_before = self._bounds.journal

    def _clear_away(self) -> None:
        """Take away what others, who were stopped, left half written."""
        for folder in (self._file.parent, self._log.history, self._quarantine):
            for path in [*folder.glob("*.json.tmp"), *folder.glob("*.journal.tmp"), *folder.glob("lock.*.tmp")]:
                self._disk.unlink(path)

    def failed(self, journal: int) -> None:
        """Note that a fold did not work: no save fails because of it, and it is not tried at each of them."""
        with contextlib.suppress(OSError):  # the next one clears it away
            self._file.with_name(FILE + ".tmp").unlink(missing_ok=True)
        self._not_before = journal + self._bounds.journal // 4

    def begin(self) -> None:
        """Give a new directory its snapshot, of nothing, so that plain TinyDB finds its file from the first change."""
        if not self._file.exists():
            self._disk.replace_file(self._file, encode_file((), (), Book().meta()))

    def upgrade(self, book: Book, at: str) -> None:
        """Keep a copy of a snapshot of an older schema for good, and write it in today's form."""
        self._keep_older(book, at)
        self.fold(book, 0, at)
        book.schema = SCHEMA

    def _keep_older(self, book: Book, at: str) -> None:
        content = self._bytes(self._file)
        if content:
            self._disk.make_folder(self._log.history)
            copy = self._log.history / f"{_stamp(at)}-schema-{book.schema}-{FILE}"
            self._disk.replace_file(copy, content)

    def cut_tail(self, end: int, at: str) -> None:
        """Put what follows byte `end` of the journal aside, and cut it off: nobody was told that it is kept."""
        content = self._bytes(self._log.journal) or b""
        if len(content) > end:
            self._put_aside(self._log.journal, content[end:], at)
            self._log.cut(end)

    def mend(self, book: Book, at: str) -> None:
        """Make the files whole again from a book that was recovered. No only copy of anything is removed."""
        damaged = [path for path in (self._file, self._previous) if _is_damaged(self._bytes(path))]
        pieces = [(piece, stretch) for piece in self._log.pieces() if not (stretch := piece.read()).is_whole]
        for path in (*damaged, *(piece.path for piece, _ in pieces)):
            self._put_aside(path, self._bytes(path) or b"", at)
        if book.is_older and self._file not in damaged:
            self._keep_older(book, at)
        if self._previous in damaged or not self._previous.exists():  # first: who stops after it comes here again
            self._disk.replace_file(self._previous, _packed(book))
        self._new_snapshot(book, is_older_whole=self._file not in damaged)
        for piece, stretch in pieces:
            self._rewrite(piece, stretch)
        first = next((entry.record.seq for entry in Piece(self._log.journal).read().entries), book.seq + 1)
        self._log.retire(first, book.seq)
        self._disk.sync_directory(self._file.parent)
        for told in book.told:
            _logger.warning("%s What could not be read lies in %s.", told, self._quarantine)
        book.mended()

    def _rewrite(self, piece: Piece, stretch: Stretch) -> None:
        """Leave in a piece of the log only what can be read of it."""
        if stretch.entries:
            self._disk.replace_file(piece.path, b"".join(encode(entry.record)[0] for entry in stretch.entries))
        else:
            self._disk.unlink(piece.path)

    def _new_snapshot(self, book: Book, is_older_whole: bool = True) -> None:
        """Write a snapshot of the book. The one before it stays beside it, unless it is damaged or empty."""
        beside = self._file.with_name(FILE + ".tmp")
        self._disk.write_file(beside, _packed(book))
        if is_older_whole and self._file.exists() and self._file.stat().st_size:
            self._disk.rename(self._file, self._previous)
        self._disk.rename(beside, self._file)
        self._disk.sync_directory(self._file.parent)

    def _put_aside(self, path: Path, content: bytes, at: str) -> None:
        """Keep bytes that could not be read, by time and file, within bounds: the newest moment's stay."""
        self._disk.make_folder(self._quarantine)
        kept = self._quarantine / f"{_stamp(at)}-{path.name}"
        others = 0
        while (there := self._bytes(kept)) is not None and there != content:
            others += 1
            kept = kept.with_name(f"{_stamp(at)}-{others}-{path.name}")
        if there is None:
            self._disk.replace_file(kept, content)
        self._prune_quarantine(_stamp(at))

    def _prune_quarantine(self, newest: str) -> None:
        size = 0
        for path in sorted(self._quarantine.iterdir(), reverse=True):
            size += path.stat().st_size
            if size > self._bounds.quarantine and not path.name.startswith(newest):
                self._disk.unlink(path)

    def _bytes(self, path: Path) -> bytes | None:
        try:
            return read_file(path)
        except FileNotFoundError:
            return None


def _seq_of(file: Path) -> int:
    """The change that a snapshot was written after; the log must lead on from there. 0 when that cannot be read."""
    try:
        with file.open("rb") as snapshot:
            snapshot.seek(max(0, file.stat().st_size - _META))
            meta = meta_of(snapshot.read())
    except FileNotFoundError:
        return 0
    return meta.seq if meta else 0


def _packed(book: Book) -> bytes:
    return encode_file(book.listings.values(), book.graves.values(), book.meta())


def _is_damaged(content: bytes | None) -> bool:
    if not content:
        return False
    try:
        decode_file(content)
    except Damaged:
        return True
    return False


def _stamp(at: str) -> str:
    return at.replace(":", "-")
