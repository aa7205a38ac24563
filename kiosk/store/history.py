"""What the listings were: the log read backwards, each change taken off again by what it says there was before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

import msgspec

from kiosk.store.book import Book
from kiosk.store.log import Log
from kiosk.store.record import Entry, Put, Record, Unreadable, decode
from kiosk.store.row import Row

Documents = dict[str, bytes | None]
"""Revision -> the document then (canonical bytes, None: deleted)."""


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a listing, and the document before it (canonical bytes, None: deleted, or not there yet)."""

    record: Record
    put: Put
    before: bytes | None


class Past:
    """The past of one directory, as far as its log is kept."""

    def __init__(self, log: Log) -> None:
        self._log = log

    def records(self, after: int = 0) -> Iterator[Record]:
        """The changes above `after` that can be read, newest first. A damaged line is passed over."""
        for piece in self._log.backwards():
            if piece.last is not None and piece.last <= after:
                return
            for entry in reversed(piece.read().entries):
                if entry.record.seq > after:
                    yield entry.record

    def covers(self, book: Book, seq: int) -> bool:
        """Whether every change above `seq` is kept, so that the listings of that moment can be told."""
        expected = book.seq
        for record in self.records(seq):
            if record.seq != expected:
                return False
            expected -= 1
        return expected == seq

    def versions(self, row: Row) -> Iterator[Step]:
        """The revisions of a listing, newest first, as far back as they are kept."""
        return steps(self._changes_of(row.id), row)

    def document(self, row: Row, rev: str) -> tuple[bool, bytes | None]:
        """Whether the listing's document at that revision is kept, and the document (None: it was deleted then)."""
        return step_back(self._changes_of(row.id), row, rev)

    def documents(self, row: Row, revs: Collection[str], best: str) -> Documents:
        """The listing's documents at these revisions, those that are kept; no further back than `best`."""
        return step_back_to(self._changes_of(row.id), row, revs, best)

    def _changes_of(self, id: str) -> Iterator[tuple[Record, Put]]:
        """The changes of one listing, newest first. Lines that do not name it are not decoded."""
        named = b'{"id":"%s","rev":"' % id.encode()
        for piece in self._log.backwards():
            for line in reversed(piece.content().splitlines()):
                entry = _decoded(line) if named in line else None
                if entry is not None:
                    yield from ((entry.record, put) for put in reversed(entry.record.put) if put.id == id)


def steps(changes: Iterable[tuple[Record, Put]], row: Row) -> Iterator[Step]:
    """The changes of a listing, newest first, as far back as each begins with what the next one found."""
    doc = bytes(row.doc) or None
    for record, put in changes:
        if put.content != doc:
            return  # what lies between is gone
        doc = before(put)
        yield Step(record, put, doc)


def step_back(changes: Iterable[tuple[Record, Put]], row: Row, rev: str) -> tuple[bool, bytes | None]:
    """Whether the document at a revision can be told from these changes, and the document (None: it was deleted)."""
    found = step_back_to(changes, row, (rev,), rev)
    return rev in found, found.get(rev)


def step_back_to(changes: Iterable[tuple[Record, Put]], row: Row, revs: Collection[str], best: str) -> Documents:
    """The documents at these revisions, as far as they can be told from these changes; no further back than `best`."""
    found: Documents = {row.rev: bytes(row.doc) or None}
    for step in steps(changes, row):
        if best in found:
            break
        found[step.put.rev] = step.put.content
        if not step.put.revs:  # else it came from elsewhere, and what it found here was not its parent
            found.setdefault(step.put.parent, step.before)
    return {rev: doc for rev, doc in found.items() if rev in revs}


def _decoded(line: bytes) -> Entry | None:
    try:
        return decode(line)
    except Unreadable:
        return None


def before(put: Put) -> bytes | None:
    """The document before a change of it: what the change says was there, in place of what it put there."""
    if not put.parent:
        return None
    members: dict[str, msgspec.Raw] = msgspec.json.decode(put.doc, type=dict[str, msgspec.Raw]) if put.content else {}
    was: dict[str, msgspec.Raw] = msgspec.json.decode(put.was, type=dict[str, msgspec.Raw]) if put.was else {}
    for key, value in was.items():
        if bytes(value) == b"null":
            members.pop(key, None)
        else:
            members[key] = value
    return msgspec.json.encode(members, order="sorted") if members else None
