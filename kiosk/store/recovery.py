"""What can be kept of damaged files: every listing whose bytes are whole, and every change that can be read.

Readers do this in memory. The next writer mends the files from it (`fold`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kiosk.store.book import Book
from kiosk.store.log import Log, Piece
from kiosk.store.losses import MISSING, NOTHING_LOST, REBUILT, end_told, gone_told, rows_told, told_of
from kiosk.store.playing import Playing, items_of
from kiosk.store.record import Entry, Hole
from kiosk.store.row import Line, Row
from kiosk.store.snapshot import Damaged, Meta, Whole, decode_file, meta_of, whole_rows


class _File:
    """What can be read of one snapshot file. `rows` are those that are as they were written, of a damaged one."""

    def __init__(self, content: bytes | None) -> None:
        self.is_there = bool(content)
        self.whole: Whole | None = None
        self.meta: Meta | None = None
        self.rows: dict[str, Row] = {}
        if content:
            try:
                self.whole = decode_file(content)
            except Damaged:
                self.meta = meta_of(content)
                self.rows = {row.id: row for row in whole_rows(content)}

    @property
    def has_every_listing(self) -> bool:
        """Whether only what lies between the listings is damaged."""
        listed = sum(not row.is_tombstone for row in self.rows.values())
        return self.meta is not None and listed == self.meta.count


def recovered(current: bytes | None, previous: bytes | None, log: Log, acknowledged: int) -> Book:
    """The best book that the files come to. `told` says what was damaged and what was kept."""
    items = items_of(log)
    now, before = _File(current), _File(previous)
    if not now.is_there:  # a fold that was stopped half way
        now, before = before, now
    base = now.whole or before.whole
    first = next((item for item in items if isinstance(item, Entry)), None)
    is_exact = base is not None or (first is not None and first.record.seq == 1)
    playing = Playing(Book(base), is_exact)
    book = playing.book
    for file in (before, now):
        _overlay(book, file.rows)
    if is_exact:
        playing.play(items)
        _compare(playing, now)
        gone: int | None = 0
    else:
        gone = _played_onto_rows(playing, items, now, before)
    is_empty = not now.is_there and not Piece(log.journal).read().entries
    book.is_damaged = True
    book.is_lost = is_empty or not (is_exact or book.listings or book.graves or gone == 0)
    book.told = tuple(dict.fromkeys(_told(playing, now, gone, acknowledged)))
    if acknowledged > book.seq:  # the number of a change that was acknowledged is not given again
        book.gaps = (*book.gaps, (book.seq + 1, acknowledged))
        book.seq = acknowledged
    return book


def _overlay(book: Book, rows: dict[str, Row]) -> None:
    """Take in the rows that are newer than what the book has of their listings."""
    for row in rows.values():
        known = book.row(row.id)
        if known is None or row.seq > known.seq:
            (book.graves if row.is_tombstone else book.listings)[row.id] = row
            (book.listings if row.is_tombstone else book.graves).pop(row.id, None)


def _compare(playing: Playing, now: _File) -> None:
    """Make up for what the log lost by what a damaged snapshot still says, as far as that goes."""
    book, meta = playing.book, now.meta
    if meta is None:
        return
    if meta.seq > book.seq:
        playing.lose(book.seq + 1, meta.seq, max((row.at for row in now.rows.values()), default=""))
        book.seq, book.prev = meta.seq, meta.prev
    if not any(loss.last <= meta.seq for loss in playing.losses):
        return
    doubtful = {row.id for row in _all(book) if row.id not in now.rows and row.row().seq <= meta.seq}
    if now.has_every_listing:
        for id in doubtful:  # deleted in a change that is lost
            book.listings.pop(id, None)
        return
    playing.losses = [
        replace(loss, ids=loss.ids | doubtful) if loss.last <= meta.seq else loss for loss in playing.losses
    ]


def _played_onto_rows(playing: Playing, items: list[Entry | Hole], now: _File, before: _File) -> int | None:
    """Play the log onto the rows that are whole; how many listings are not there, or old (None: nobody knows)."""
    book, meta = playing.book, now.meta
    if meta is None:
        book.seq = max((row.row().seq for row in _all(book)), default=0)
        playing.play(items)
        return None
    start = before.meta or meta
    book.seq, book.prev, book.gaps = start.seq, start.prev, meta.gaps
    after = (place for place, item in enumerate(items) if isinstance(item, Entry) and item.record.seq > meta.seq)
    split = next(after, len(items))
    playing.play(items[:split])
    is_continuous = before.meta is not None and not playing.losses and book.seq == meta.seq
    sure = [id for id in book.listings if is_continuous or id in now.rows or id in playing.put]
    if book.seq < meta.seq:
        book.gaps = (*book.gaps, (book.seq + 1, meta.seq))
        book.seq, book.prev = meta.seq, meta.prev
    playing.play(items[split:])
    return max(0, meta.count - len(sure))


def _all(book: Book) -> list[Line | Row]:
    return [*book.listings.values(), *book.graves.values()]


def _told(playing: Playing, now: _File, gone: int | None, acknowledged: int) -> Iterator[str]:
    book = playing.book
    if book.is_lost and not gone:
        yield MISSING
        return
    lost: list[str] = []
    for loss in playing.losses:
        if now.meta is not None and loss.last <= now.meta.seq and now.has_every_listing:
            lost.append(gone_told(loss.first, loss.last))
        else:
            lost.append(told_of(book, loss, playing.jumped))
    if acknowledged > book.seq and not book.is_lost:
        lost.append(end_told(acknowledged - book.seq))
    if gone != 0:
        yield rows_told(gone)
    elif now.whole is None:
        yield REBUILT if lost else f"{REBUILT} {NOTHING_LOST}"
    yield from lost
