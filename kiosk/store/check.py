"""Reading every byte of a directory: each check, each number, each revision against its document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kiosk.domain.errors import Newer
from kiosk.domain.kept import Damage
from kiosk.store.book import Book
from kiosk.store.follower import FILE, PREVIOUS
from kiosk.store.health import warnings
from kiosk.store.ledger import Ledger
from kiosk.store.log import Piece
from kiosk.store.record import FIRST_PREV, Entry, Put
from kiosk.store.revision import next_rev
from kiosk.store.row import Line, Row, is_whole
from kiosk.store.snapshot import Damaged, decode_file, number_of


def damages(directory: Path, ledger: Ledger) -> Iterator[Damage]:
    """Everything that is wrong in the store's files, the worst first."""
    book = ledger.now()
    yield from (Damage(FILE, told) for told in book.told)
    yield from (Damage(".", warning) for warning in warnings(directory, ledger.bounds))
    if book.is_lost:
        return
    if not book.is_damaged:
        yield from _snapshot(directory / FILE)
    yield from _snapshot(directory / PREVIOUS)
    yield from _Chain(book).damages(ledger.log.pieces())
    yield from _numbers(book)


def _snapshot(path: Path) -> Iterator[Damage]:
    try:
        whole = decode_file(path.read_bytes())
    except FileNotFoundError:
        return
    except (Damaged, Newer):
        yield Damage(path.name, "The file is damaged. The next change puts it right: the listings are whole.")
        return
    if whole.schema != whole.meta.schema:
        return  # of an older schema: its rows have no checks of today's kind, and the whole of it was right
    for line in (*whole.listings, *whole.tombstones):
        row = line.row()
        key = line.number if isinstance(line, Line) else number_of(row)
        if not is_whole(key, row) or not _is_right(row):
            yield Damage(row.id, "What is kept of this listing does not agree with its revision. Look at it.")


def _is_right(row: Row) -> bool:
    return next_rev(row.revs[0] if row.revs else "", bytes(row.doc) or None) == row.rev


class _Chain:
    """The log read from its oldest line to its newest, each following on the one before."""

    def __init__(self, book: Book) -> None:
        self._gone = [range(first, last + 1) for first, last in book.gaps]
        self._last: Entry | None = None

    def damages(self, pieces: Iterable[Piece]) -> Iterator[Damage]:
        """What is wrong with it. Gaps that are known since a repair are not told again."""
        for piece in pieces:
            stretch = piece.read()
            for entry in stretch.entries:
                yield from self._after(piece, entry)
                yield from (Damage(put.id, _wrong(entry)) for put in entry.record.put if not _agrees(put))
                self._last = entry
            if stretch.tail and piece.last is not None:
                yield Damage(piece.path.name, "The end of this file cannot be read. The listings are whole.")

    def _after(self, piece: Piece, entry: Entry) -> Iterator[Damage]:
        seq = entry.record.seq
        if self._last is None:
            if seq == 1 and entry.record.prev != FIRST_PREV:
                yield Damage(piece.path.name, "The first change does not say that it is the first.")
            return
        first = self._last.record.seq + 1
        if any(first in gone and seq - 1 in gone for gone in self._gone):
            return
        if seq != first:
            yield Damage(piece.path.name, f"Versions from {first} to {seq - 1} are gone. The listings are whole.")
        elif entry.record.prev != self._last.crc:
            yield Damage(piece.path.name, f"Change {seq} does not follow on the one before it.")


def _agrees(put: Put) -> bool:
    return next_rev(put.parent, put.content) == put.rev


def _wrong(entry: Entry) -> str:
    return f"Change {entry.record.seq} of this listing does not agree with its revision."


def _numbers(book: Book) -> Iterator[Damage]:
    seen: dict[int, str] = {}
    for row in book.listings.values():
        number = number_of(row)
        if number in seen:
            yield Damage(
                row.id, f"Number {number} is also the number of “{seen[number]}”. The next merge puts it right."
            )
        seen[number] = row.id
