"""The log played onto listings that may be old or incomplete: what can be read is taken in, what cannot is noted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.store.book import Book
from kiosk.store.log import Log
from kiosk.store.losses import Loss
from kiosk.store.record import Entry, Hole

_ID = re.compile(rb'"id":"([a-z0-9_-]{1,64})","rev"')
_AT = re.compile(rb'"at":"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)"')


@dataclass(slots=True)
class Playing:
    """A book, and what was noticed while the log was played onto it."""

    book: Book
    is_exact: bool
    """Whether the book is all there was as of its last change."""
    losses: list[Loss] = field(default_factory=list)
    jumped: dict[str, int] = field(default_factory=dict)
    """Listing -> a change of it that does not follow on the one before."""
    put: set[str] = field(default_factory=set)
    """The listings of which the log has a change."""
    _holes: list[Hole] = field(default_factory=list)
    _at: str = ""

    def play(self, items: Iterable[Entry | Hole]) -> None:
        """Take in everything that is newer than what the book has of that listing."""
        start = self.book.seq
        for item in items:
            if isinstance(item, Hole):
                self._holes.append(item)
                continue
            if item.record.seq > start or not self.is_exact:
                self._take(item)
            self._holes.clear()  # those before it lie in what is kept, or are noted with the loss
            self._at = item.record.at

    def lose(self, first: int, last: int, until: str) -> None:
        """Note that these changes, made before the moment `until`, cannot be read."""
        content = b"".join(hole.content for hole in self._holes)
        ids = frozenset(id.decode() for id in _ID.findall(content))
        self.losses.append(Loss(first, last, _time_in(content, self._at, until) or self._at or until, ids))
        self.book.gaps = (*self.book.gaps, (first, last))

    def _take(self, entry: Entry) -> None:
        record, book = entry.record, self.book
        if record.seq > book.seq + 1:
            self.lose(book.seq + 1, record.seq - 1, record.at)
        elif record.seq == book.seq + 1 and self.is_exact and record.prev != book.prev:
            self.lose(book.seq, book.seq, record.at)  # what is there is not the one that this one follows on
        for put in record.put:
            row = book.row(put.id)
            if row is not None and row.seq >= record.seq:
                continue
            if put.parent != (row.rev if row else ""):
                self.jumped[put.id] = record.seq
            book.put(put, record)
            self.put.add(put.id)
        if record.seq >= book.seq:
            book.seq, book.prev = record.seq, entry.crc


def items_of(log: Log) -> list[Entry | Hole]:
    """Everything in the log, oldest first. What lies after the journal's last line is unfinished, and no hole."""
    return list(_items(log))


def _items(log: Log) -> Iterator[Entry | Hole]:
    for piece in log.pieces():
        stretch = piece.read()
        holes = list(stretch.holes)
        for place, entry in enumerate(stretch.entries):
            while holes and holes[0].before == place:
                yield holes.pop(0)
            yield entry
        if stretch.tail and piece.last is not None:
            yield Hole(stretch.tail, len(stretch.entries))


def _time_in(content: bytes, after: str, before: str) -> str | None:
    """The time that damaged bytes name, if it can be true: it lies between its neighbours'."""
    named = _AT.search(content)
    if named is None or not after <= (at := named[1].decode()) <= before:
        return None
    try:
        datetime.fromisoformat(at)
    except ValueError:
        return None
    return at
