"""Folding the journal into the snapshot, and mending damaged files the same way: a new snapshot, the log kept.

Stopped anywhere, it changes nothing that is read: the old snapshot and the log, or the new one, say the same.
"""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path

from kiosk.store.book import Book
from kiosk.store.bounds import Bounds
from kiosk.store.disk import Disk
from kiosk.store.follower import FILE, PREVIOUS
from kiosk.store.log import Log, Piece
from kiosk.store.numbers import is_past
from kiosk.store.record import Entry, encode
from kiosk.store.snapshot import SCHEMA, Damaged, decode_file, encode_file

QUARANTINE = "quarantine"


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
        self._log.prune(self._bounds.history)
        self._not_before = self._bounds.journal

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
        content = self._bytes(self._file)
        if content is not None:
            self._disk.make_folder(self._log.history)
            self._disk.write_file(self._log.history / f"{_stamp(at)}-schema-{book.schema}-{FILE}", content)
            self._disk.sync_directory(self._log.history)
        self.fold(book, 0, at)
        book.schema = SCHEMA

    def cut_tail(self, end: int, at: str) -> None:
        """Put what follows byte `end` of the journal aside, and cut it off: nobody was told that it is kept."""
        content = self._bytes(self._log.journal) or b""
        if len(content) > end:
            self._put_aside(self._log.journal, content[end:], at)
            self._log.cut(end)

    def mend(self, book: Book, at: str) -> None:
        """Make the files whole again from a book that was recovered. No only copy of anything is removed."""
        for path in (self._file, self._previous):
            content = self._bytes(path)
            if content and not _is_whole(content):
                self._put_aside(path, content, at)
        pieces = self._log.pieces()
        clean = [(piece, *self._readable(piece, at)) for piece in pieces]
        self._new_snapshot(book)
        for piece, entries, is_whole in clean:
            if not is_whole or piece.last is None:
                self._rewrite(piece, entries)
        self._disk.sync_directory(self._file.parent)
        book.is_damaged = False

    def _readable(self, piece: Piece, at: str) -> tuple[tuple[Entry, ...], bool]:
        stretch = piece.read()
        if stretch.holes or stretch.tail:
            self._put_aside(piece.path, piece.content(), at)
        return stretch.entries, not stretch.holes and not stretch.tail

    def _rewrite(self, piece: Piece, entries: tuple[Entry, ...]) -> None:
        """A piece of the history with only what can be read of it; the journal becomes one."""
        if entries:
            self._disk.make_folder(self._log.history)
            first, last = entries[0].record.seq, entries[-1].record.seq
            name = piece.path.name if piece.last is not None else f"{first:010d}-{last:010d}.journal"
            content = b"".join(encode(entry.record)[0] for entry in entries)
            self._disk.replace_file(self._log.history / name, content)
        if piece.last is None or not entries:
            self._disk.unlink(piece.path)

    def _new_snapshot(self, book: Book) -> None:
        beside = self._file.with_name(FILE + ".tmp")
        self._disk.write_file(beside, encode_file(book.listings.values(), book.graves.values(), book.meta()))
        content = self._bytes(self._file) if book.is_damaged else b""
        if self._file.exists() and (not book.is_damaged or (content and _is_whole(content))):
            self._disk.rename(self._file, self._previous)
        self._disk.rename(beside, self._file)
        self._disk.sync_directory(self._file.parent)

    def _put_aside(self, path: Path, content: bytes, at: str) -> None:
        """Keep bytes that could not be read, by time and file, within bounds: the newest moment's stay."""
        self._disk.make_folder(self._quarantine)
        kept = self._quarantine / f"{_stamp(at)}-{path.name}"
        if not kept.exists():
            self._disk.write_file(kept, content)
            self._disk.sync_directory(self._quarantine)
        self._prune_quarantine(_stamp(at))

    def _prune_quarantine(self, newest: str) -> None:
        size = 0
        for path in sorted(self._quarantine.iterdir(), reverse=True):
            size += path.stat().st_size
            if size > self._bounds.quarantine and not path.name.startswith(newest):
                self._disk.unlink(path)

    def _bytes(self, path: Path) -> bytes | None:
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None


def _is_whole(content: bytes) -> bool:
    try:
        decode_file(content)
    except Damaged:
        return False
    return True


def _stamp(at: str) -> str:
    return at.replace(":", "-")
