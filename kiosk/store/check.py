"""Reading every byte of a directory: each check, each number, each revision against its document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kiosk.domain.errors import Newer
from kiosk.domain.kept import Damage
from kiosk.store.book import Book
from kiosk.store.disk import read_file
from kiosk.store.follower import FILE, PREVIOUS
from kiosk.store.health import warnings
from kiosk.store.ledger import Ledger
from kiosk.store.log import HISTORY, Piece
from kiosk.store.losses import gone_told
from kiosk.store.record import FIRST_PREV, Entry, Put
from kiosk.store.revision import next_rev
from kiosk.store.row import Row
from kiosk.store.snapshot import SCHEMA, Damaged, decode_file, number_of, whole_row


def damages(directory: Path, ledger: Ledger) -> Iterator[Damage]:
    """Everything that is wrong in the store's files, the worst first."""
    book = ledger.again()
    yield from (Damage(FILE, told) for told in book.told)
    yield from (Damage(".", warning) for warning in warnings(directory, ledger.bounds))
    if book.is_lost:
        return
    files = [_File(directory / name) for name in (FILE, PREVIOUS)]
    for file in files[book.is_damaged :]:
        yield from file.damages()
    since = min((file.whole.meta.seq for file in files if file.whole), default=book.seq)
    yield from _Chain(book, since).damages(ledger.log.pieces())
    yield from _numbers(book)


class _File:
    """One snapshot file, and what of it can be read."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        self._content = read_file(path) if path.exists() else b""
        try:
            self.whole = decode_file(self._content) if self._content else None
        except (Damaged, Newer):
            self.whole = None

    def damages(self) -> Iterator[Damage]:
        """What is wrong with it; of an older schema only the whole of it can be right or not."""
        if self.whole is None and self._content:
            yield Damage(
                self._name, "This copy of the listings is damaged. The listings are whole. It is replaced in time."
            )
        if self.whole is None or self.whole.schema < SCHEMA:
            return
        for raw in self._content.split(b"\n"):
            if raw.startswith(b'"'):
                row = whole_row(raw)
                if row is None or not _is_right(row):
                    named = row.id if row else self._name
                    yield Damage(named, "What is kept of this listing does not agree with its revision. Look at it.")


def _is_right(row: Row) -> bool:
    return next_rev(row.revs[0] if row.revs else "", bytes(row.doc) or None) == row.rev


class _Chain:
    """The log read from its oldest line to its newest, each following on the one before."""

    def __init__(self, book: Book, since: int) -> None:
        self._gaps = sorted(book.gaps)
        self._seq = book.seq
        self._next = since + 1
        """The change that must come next: those since the older snapshot are always kept."""
        self._last: Entry | None = None

    def damages(self, pieces: list[Piece]) -> Iterator[Damage]:
        """What is wrong with it. Gaps that are known since a repair are not told again."""
        self._next = min((self._next, *(piece.first for piece in pieces if piece.first)))
        for piece in pieces:
            content = piece.content()
            stretch = piece.stretch(content)
            if stretch.is_whole and content.count(b"\n") < len(stretch.entries):
                yield Damage(piece.path.name, "The end of a line is damaged. All of it can be read.")
            for entry in stretch.entries:
                yield from self._after(piece, entry)
                yield from (Damage(put.id, _wrong(entry)) for put in entry.record.put if not _agrees(put))
                self._last, self._next = entry, max(self._next, entry.record.seq + 1)
        yield from self._gone(HISTORY, self._seq + 1)

    def _after(self, piece: Piece, entry: Entry) -> Iterator[Damage]:
        last = self._last
        yield from self._gone(piece.path.name, entry.record.seq)
        before = FIRST_PREV if last is None and entry.record.seq == 1 else last.crc if last else entry.record.prev
        if (last is None or entry.record.seq == last.record.seq + 1) and entry.record.prev != before:
            yield Damage(piece.path.name, f"Change {entry.record.seq} does not follow on the one before it.")

    def _gone(self, where: str, until: int) -> Iterator[Damage]:
        first = self._next
        for low, high in self._gaps:
            if low <= first <= high:
                first = high + 1
        if first < until:
            yield Damage(where, gone_told(first, until - 1))


def _agrees(put: Put) -> bool:
    return next_rev(put.parent, put.content) == put.rev


def _wrong(entry: Entry) -> str:
    return f"Change {entry.record.seq} of this listing does not agree with its revision."


def _numbers(book: Book) -> Iterator[Damage]:
    seen: dict[int, str] = {}
    for row in list(book.listings.values()):
        number = number_of(row)
        if number in seen:
            yield Damage(
                row.id, f"Number {number} is also the number of “{seen[number]}”. The next merge puts it right."
            )
        seen[number] = row.id
