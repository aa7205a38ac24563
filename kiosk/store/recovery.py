"""What can be kept of damaged files: every listing whose bytes are whole, and every change that can be read.

Readers do this in memory. The next writer mends the files from it (`mending`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.store.book import Book
from kiosk.store.log import Log
from kiosk.store.record import Entry, Hole
from kiosk.store.snapshot import Damaged, Meta, Whole, decode_file, meta_of, whole_rows

MISSING = "The listings are missing. Restore a backup."
REBUILT = "The listings file was damaged and is rebuilt. Nothing is lost."
_NAMED = 10
"""How many listings one sentence names."""
_ID = re.compile(rb'"id":"([a-z0-9_-]{1,64})","rev"')
_AT = re.compile(rb'"at":"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)')


@dataclass(slots=True)
class _Loss:
    """Changes `first` to `last` that cannot be read, about when, and the listings their bytes still name."""

    first: int
    last: int
    at: str
    ids: set[str]


@dataclass(slots=True)
class _Reading:
    """The log played onto a base that may have gaps, and what was noticed on the way."""

    book: Book
    losses: list[_Loss] = field(default_factory=list)
    holes: list[Hole] = field(default_factory=list)
    put_after: dict[str, int] = field(default_factory=dict)
    """Listing -> the last change that wrote it."""
    jumped: dict[str, int] = field(default_factory=dict)
    """Listing -> a change of it that does not follow on the one before."""
    at: str = ""

    def play(self, items: Iterable[Entry | Hole]) -> None:
        """Take in everything that is newer than what the base has of that listing."""
        for item in items:
            if isinstance(item, Hole):
                self.holes.append(item)
            else:
                self._take(item)

    def _take(self, entry: Entry) -> None:
        record, book = entry.record, self.book
        for put in record.put:
            row = book.row(put.id)
            if row is not None and row.seq >= record.seq:
                continue
            if put.parent != (row.rev if row else ""):
                self.jumped[put.id] = record.seq
            book.put(put, record)
            self.put_after[put.id] = record.seq
        if record.seq > book.seq:
            if record.seq > book.seq + 1:
                self.lose(record.seq - 1, record.at)
            book.seq, book.prev = record.seq, entry.crc
        self.holes.clear()  # those before it lie in what is kept, or are noted with the loss
        self.at = record.at

    def lose(self, last: int, at: str) -> None:
        """Note that the changes up to `last` cannot be read."""
        content = b"".join(hole.content for hole in self.holes)
        stamped = _AT.search(content)
        when = stamped[1].decode() + "Z" if stamped else self.at or at
        ids = {id.decode() for id in _ID.findall(content)}
        self.losses.append(_Loss(self.book.seq + 1, last, when, ids))
        self.book.gaps = (*self.book.gaps, (self.book.seq + 1, last))


def recovered(current: bytes | None, previous: bytes | None, log: Log, acknowledged: int) -> Book:
    """The best book that the files come to. `told` says what was damaged and what was kept."""
    whole = _whole(current) or _whole(previous)
    is_exact = whole is not None or _begins_at_the_first(log)
    reading = _Reading(Book(whole))
    meta = None
    if not is_exact:
        meta = (meta_of(current) if current else None) or (meta_of(previous) if previous else None)
        reading.book = _of_rows(current, previous, meta)
    gone = _played(reading, log, meta)
    book = reading.book
    is_lost = not is_exact and not book.listings and not book.graves
    cut = acknowledged - book.seq
    told = [
        *_snapshot_told(current, gone, is_exact, is_lost),
        *(_told_of(book, loss, reading) for loss in reading.losses),
    ]
    if cut > 0 and not is_lost:
        told.append(_end_told(cut))
        book.gaps = (*book.gaps, (book.seq + 1, acknowledged))
    book.seq = max(book.seq, acknowledged)  # the number of a change that was acknowledged is not given again
    book.told = tuple(dict.fromkeys(told))
    book.is_damaged, book.is_lost = True, is_lost
    return book


def _whole(content: bytes | None) -> Whole | None:
    try:
        return decode_file(content) if content else None
    except Damaged:
        return None


def _begins_at_the_first(log: Log) -> bool:
    first = next((entry for piece in log.pieces() for entry in piece.read().entries), None)
    return first is not None and first.record.seq == 1


def _of_rows(current: bytes | None, previous: bytes | None, meta: Meta | None) -> Book:
    """A book of every row that is whole in either file, the newer of two."""
    newest = {row.id: row for row in whole_rows(previous)} if previous else {}
    for row in whole_rows(current) if current else ():
        if row.id not in newest or row.seq >= newest[row.id].seq:
            newest[row.id] = row
    book = Book()
    book.listings = {id: row for id, row in newest.items() if not row.is_tombstone}
    book.graves = {id: row for id, row in newest.items() if row.is_tombstone}
    book.seq = max([row.seq for row in newest.values()] + ([meta.seq] if meta else []), default=0)
    book.gaps = meta.gaps if meta else ()
    return book


def _played(reading: _Reading, log: Log, meta: Meta | None) -> int:
    """Play the log; how many listings of the snapshot cannot be read (-1: some, nobody knows how many)."""
    items = list(_items(log))
    if meta is None:
        reading.play(items)
        return 0 if reading.book.listings else -1
    after = (place for place, item in enumerate(items) if isinstance(item, Entry) and item.record.seq > meta.seq)
    split = next(after, len(items))
    reading.play(items[:split])
    gone = max(0, meta.count - len(reading.book.listings))
    reading.play(items[split:])
    return gone


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


def _snapshot_told(current: bytes | None, gone: int, is_exact: bool, is_lost: bool) -> Iterator[str]:
    if is_lost and gone <= 0:
        yield MISSING
    elif gone:
        yield f"{_listings(gone)} cannot be read. Restore a backup."
    elif current is not None and _whole(current) is None:
        yield REBUILT
    elif not is_exact:
        yield "Some listings cannot be read. Restore a backup."


def _told_of(book: Book, loss: _Loss, reading: _Reading) -> str:
    ids = loss.ids or {id for id, seq in reading.jumped.items() if seq > loss.last}
    later = {id for id in ids if reading.put_after.get(id, 0) > loss.last}
    if ids and ids == later:
        if len(ids) == 1:
            return f"One old version of {_names(book, ids)} cannot be read. The listing is whole."
        return f"Old versions of {_names(book, ids)} cannot be read. The listings are whole."
    look = f"Look at {_names(book, ids - later)}." if ids - later else "Look at what was changed then."
    what = "A change" if loss.first == loss.last else f"{loss.last - loss.first + 1} changes"
    return f"{what} made about {_moment(loss.at)} cannot be read. {look}"


def _end_told(count: int) -> str:
    if count == 1:
        return "The last change is missing. All before it is kept. Look at what was changed last."
    return f"The last {count} changes are missing. All before them is kept. Look at what was changed last."


def _listings(count: int) -> str:
    return {-1: "Some listings", 1: "One listing"}.get(count, f"{count} listings")


def _moment(at: str) -> str:
    """A moment as the clock on this machine's wall said it."""
    return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}" if at else "an unknown time"


def _names(book: Book, ids: Iterable[str]) -> str:
    known = sorted(ids)
    names = [(kept.head.name.get("en") if (kept := book.kept(id)) else None) or id for id in known[:_NAMED]]
    return ", ".join(names) + (f" and {len(known) - _NAMED} more" if len(known) > _NAMED else "")
