"""Keeps a book up to what the files say, without a lock: opens them once, then reads on whenever one `stat` differs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from kiosk.domain.errors import NotSaved
from kiosk.store.book import Book
from kiosk.store.disk import Signature, read_file, signature
from kiosk.store.log import Log, Piece
from kiosk.store.record import Entry, Stretch
from kiosk.store.snapshot import Damaged, decode_file

FILE, PREVIOUS = "listings.json", "listings.previous.json"
_TRIES = 3
"""How often everything is read again before what is found is damage, and not a change in the middle of the reading."""


class Follower:
    """One reader of a directory. `book` is what was read last; `end` is the byte of the journal up to which it was."""

    def __init__(self, directory: Path, log: Log, acknowledged: Callable[[], int]) -> None:
        self._file = directory / FILE
        self._previous = directory / PREVIOUS
        self._log = log
        self._acknowledged = acknowledged
        self._seen: Signature | None = None
        """The journal as it was when it was read last."""
        self._seen_file: Signature | None = None
        """The snapshot as it was then, looked at where the journal may say nothing: there is none, or damage."""
        self.book: Book | None = None
        self.end = 0
        self._last = 0
        """The byte at which the last line before `end` begins: who reads on begins with it, to know the file again."""
        self.first = 0
        """The first change in the journal, 0 when it has none."""

    def changed(self) -> bool:
        """Whether there is more to read: one `stat`, and one more where there is no journal, or damage."""
        signed = self._log.signed()
        return self.book is None or signed != self._seen or self._is_replaced(self.book, signed)

    def catch_up(self) -> Book:
        """The listings as the files have them now. `Newer` when this program is too old for them."""
        signed = self._log.signed()
        book = self.book
        if book is not None and signed == self._seen and not self._is_replaced(book, signed):
            return book
        signed_file = signature(self._file)
        if book is None or book.is_damaged or not self._read_on(book, signed):
            return self.open()
        self._seen, self._seen_file = signed, signed_file
        return book

    def open(self) -> Book:
        """Read everything from the beginning. Three times the same gap is damage, and what can be kept is kept."""
        before = self.book
        for _ in range(_TRIES):
            acknowledged = self._acknowledged()  # before the files: a change in between must not look like a loss
            signed, signed_file = self._log.signed(), signature(self._file)
            book = self._opened()
            if book is not None and book.seq >= acknowledged:
                break
        else:
            from kiosk.store.recovery import recovered

            book = recovered(self.content(self._file), self.content(self._previous), self._log, acknowledged)
        if before is not None:
            book.carry_over(before)
        self.book, self._seen, self._seen_file = book, signed, signed_file
        return book

    def appended(self, entry: Entry, size: int, signed: Signature) -> None:
        """Take in a change that was appended just now, `size` bytes long, by whoever holds the lock."""
        assert self.book is not None  # it was read before anything could follow it
        if entry.record.seq > self.book.seq:  # else another thread was here before, between the write and this
            self.book.apply(entry)
            self.first = self.first or entry.record.seq
            self._last, self.end = self.end, self.end + size
        self._seen = signed

    def has_tail(self) -> bool:
        """Whether the journal goes on after what could be read of it."""
        return self._seen is not None and self._seen[1] > self.end

    def cut(self) -> None:
        """What lay after `end` is gone."""
        self._seen = self._log.signed()

    def begin(self, book: Book) -> None:
        """Go on from a book that was written as a new snapshot."""
        self.book = book
        self.retired()

    def retired(self) -> None:
        """Go on with the journal that begins now."""
        self.end = self._last = self.first = 0
        self._seen, self._seen_file = self._log.signed(), signature(self._file)

    def content(self, path: Path) -> bytes | None:
        """A file's bytes, None when it is not there. `NotSaved` when it cannot be read."""
        return self._content(path, 0)

    def _content(self, path: Path, start: int) -> bytes | None:
        """A file's bytes from `start` on, None when it is not there, or shorter than that."""
        try:
            return None if start and path.stat().st_size < start else read_file(path, start)
        except FileNotFoundError:
            return None
        except PermissionError as error:
            said = "This account may not read the listings. Ask who set up this computer."
            raise NotSaved(said).coded("no-right-to-read") from error
        except OSError as error:
            reason = os.strerror(error.errno or 0)
            said = f"The listings cannot be read ({reason}). Nothing was changed. Try again."
            raise NotSaved(said).coded("not-read") from error

    def _is_replaced(self, book: Book, signed: Signature | None) -> bool:
        return (signed is None or book.is_damaged) and signature(self._file) != self._seen_file

    def _opened(self) -> Book | None:
        """The book of the snapshot and the log, None when something between them is missing."""
        book = self._base()
        if book is None:
            return None
        for piece in self._log.pieces(book.seq):
            content = self.content(piece.path) or b""
            stretch = piece.stretch(content)
            if not followed(book, stretch.entries):
                return None
            self._at_end_of(stretch, content, 0)  # the journal is the last of them
        return book

    def _base(self) -> Book | None:
        """What the snapshot says. Without one the log begins at the first change, or nothing was ever written."""
        content = self.content(self._file)
        try:
            if content:
                return Book(decode_file(content))
            previous = self.content(self._previous)  # a fold that was stopped half way
            return Book(decode_file(previous)) if previous else self._unwritten()
        except Damaged:
            return None

    def _unwritten(self) -> Book | None:
        """A directory without a snapshot: new, or with its first change just written, and nothing else."""
        return None if self._log.older() else Book()

    def _read_on(self, book: Book, signed: Signature | None) -> bool:
        """Read what came after; False when it does not follow on what was read before."""
        seen = self._seen
        if seen is None:  # there was no journal
            pieces = self._log.pieces(book.seq)
        elif signed is not None and signed[0] == seen[0]:
            pieces = [Piece(self._log.journal)]
        else:  # folded meanwhile: the rest of the old journal, then what came after it
            pieces = self._log.since(seen)
            if not pieces:
                return False
        start = 0 if seen is None else self._last
        for piece in pieces:
            content = self._content(piece.path, start)
            if content is None and (start or piece.last is not None):
                return False  # cut off, or gone in this moment
            stretch = piece.stretch(content or b"")
            is_known = bool(stretch.entries) or not self.end or piece is not pieces[0]
            if not is_known or stretch.holes or b"\n" in stretch.tail or not followed(book, stretch.entries):
                return False
            first = self.first if start else 0
            self._at_end_of(stretch, content or b"", start)
            self.first = first or self.first
            start = 0
        return True

    def _at_end_of(self, stretch: Stretch, content: bytes, start: int) -> None:
        end = len(content) - len(stretch.tail)
        self.end = start + end
        self._last = start + content.rfind(b"\n", 0, max(0, end - 1)) + 1
        self.first = stretch.entries[0].record.seq if stretch.entries else 0


def followed(book: Book, entries: Iterable[Entry]) -> bool:
    """Take in the changes that the book does not have yet; False at the first one that does not follow.

    Nor does one that has the number of the book's last change and is another: that one was taken back.
    """
    for entry in entries:
        if entry.record.seq < book.seq or (entry.record.seq == book.seq and entry.crc == book.prev):
            continue
        if entry.record.seq != book.seq + 1 or entry.record.prev != book.prev:
            return False
        book.apply(entry)
    return True
