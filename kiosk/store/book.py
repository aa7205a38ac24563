"""The listings in memory as of one change: what the snapshot and the log come to, line by line."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from kiosk.domain.errors import KioskError, NotSaved
from kiosk.domain.kept import Kept, Snapshot, no_listing, number_in
from kiosk.store.bounds import ANCESTORS
from kiosk.store.packed import Packer
from kiosk.store.record import FIRST_PREV, Entry, Put, Record
from kiosk.store.row import EMPTY, Line, Members, Row, members
from kiosk.store.snapshot import SCHEMA, Meta, Whole, number_of


class Book:
    """Every listing and every tombstone by id, as of change `seq`. Only who applies the next change alters it."""

    def __init__(self, whole: Whole | None = None) -> None:
        self.listings: dict[str, Line | Row] = {row.id: row for row in whole.listings} if whole else {}
        self.graves: dict[str, Row] = {row.id: row for row in whole.tombstones} if whole else {}
        self.seq = whole.meta.seq if whole else 0
        self.prev = whole.meta.prev if whole else FIRST_PREV
        self.gaps = whole.meta.gaps if whole else ()
        self.schema = whole.schema if whole else SCHEMA
        """The schema of the snapshot that it was read from."""
        self.told: tuple[str, ...] = ()
        """Sentences for staff: what was damaged, and what was kept."""
        self.is_damaged = False
        """The files on the disk are damaged: the next writer mends them from this book."""
        self.is_lost = False
        """There were listings and none of them can be read: nothing may be written over them."""
        self._kept: dict[str, Kept] = {}
        self._numbers: dict[int, str] | None = None
        self._shown: Snapshot | None = None
        self._packer: Packer | None = None

    @property
    def is_older(self) -> bool:
        """Whether its snapshot must be written in today's form before anything follows it."""
        return self.schema < SCHEMA

    def row(self, id: str) -> Row | None:
        """The listing or the tombstone with this id."""
        row = self.listings.get(id) or self.graves.get(id)
        return row.row() if row else None

    def named(self, ref: str) -> Row:
        """The listing that stands or stood with this id or number; else `NoSuch`."""
        row = self.row(ref.strip()) or self.row(self.numbers.get(number_in(ref), ""))
        if row is None:
            raise self._none(ref)
        return row

    def standing(self, ref: str) -> Kept:
        """The listing that stands with this id or number; else `NoSuch`. No other one is looked at."""
        kept = self._opened(ref.strip()) or self._opened(self.numbers.get(number_in(ref), ""))
        if kept is None:
            raise self._none(ref)
        return kept

    def _opened(self, id: str) -> Kept | None:
        """As `kept`; its line is read once, for who asks for one listing goes on to read it, and often to change it."""
        line = self.listings.get(id)
        if line is None:
            return None
        row = self.listings[id] = line.row()
        kept = self._kept[id] = self._kept.get(id) or Kept.lazily(row, id=id, number=number_of(line))
        kept.source = row
        return kept

    def _none(self, ref: str) -> KioskError:
        """Why nothing is found: there is no such listing, or nobody can say."""
        if self.is_lost:
            return NotSaved(f"{self.told[0]} Nothing was changed.").coded("lost")
        return no_listing(ref)

    def kept(self, id: str) -> Kept | None:
        """The listing with this id as a typed value; the same object while it does not change."""
        kept = self._kept.get(id)
        if kept is None and (row := self.listings.get(id)) is not None:
            kept = self._kept[id] = Kept.lazily(row, id=id, number=number_of(row))
        return kept

    def snapshot(self) -> Snapshot:
        """All listings as a value that stays; the same object while nothing changes."""
        if self._shown is None:
            listings = {id: kept for id in self.listings if (kept := self.kept(id)) is not None}
            self._shown = Snapshot(self.seq, listings, self.told)
        return self._shown

    def carry_over(self, before: Book) -> None:
        """Keep what was decoded of the listings that are the same in the book before."""
        for id, kept in before._kept.items():
            row = self.listings.get(id)
            if kept.is_read and row is not None and kept.rev == row.rev:
                kept.source = row  # the same, and the file it was read from can be let go
                self._kept[id] = kept

    def compact(self, ids: Iterable[str]) -> None:
        """Let listings lie in memory packed until somebody asks for them."""
        if self._packer is None:
            self._packer = Packer(list(self.listings.values()))
        for id in ids:
            row = self.listings.get(id)
            if row is not None:
                packed = self.listings[id] = self._packer.packed(row)
                if (kept := self._kept.get(id)) is not None:
                    kept.source = packed

    @property
    def numbers(self) -> dict[int, str]:
        """Every short number that is in use or was, and whose it is. Found once, then kept up."""
        if self._numbers is None:
            self._numbers = {number_of(row): row.id for row in (*self.graves.values(), *self.listings.values())}
        return self._numbers

    def meta(self) -> Meta:
        """What a snapshot of this moment says of itself."""
        return Meta(schema=SCHEMA, seq=self.seq, prev=self.prev, count=len(self.listings), gaps=self.gaps)

    def apply(self, entry: Entry) -> None:
        """Take the next change in."""
        for put in entry.record.put:
            self.put(put, entry.record)
        self.seq, self.prev = entry.record.seq, entry.crc

    def put(self, put: Put, record: Record) -> None:
        """Take one listing's part of a change in."""
        self._shown = None
        self._kept.pop(put.id, None)
        before, content = self.row(put.id), put.content
        row = Row(
            id=put.id, seq=record.seq, why=record.why, rev=put.rev, at=record.at, by=record.by,
            revs=put.revs or _ancestors(put.parent, before), also=put.also or (before.also if before else ()),
            questions=put.questions, doc=EMPTY if content is None else put.doc,
            made=put.made or (before.made if before else record.at),
            number=0 if content else put.number or (number_of(before) if before else 0),
        )  # fmt: skip
        if content is None:
            self.listings.pop(put.id, None)
            self.graves[put.id] = row
            return
        if self.graves.pop(put.id, None):
            self._numbers = None
        self.listings[put.id] = row
        if self._numbers is not None:
            self._numbers[number_of(row)] = put.id

    def mended(self) -> None:
        """Note that the files on the disk say what it says: there is nothing to tell any more."""
        self.is_damaged, self.told, self.schema, self._shown = False, (), SCHEMA, None

    def forget(self, graves: Iterable[str]) -> None:
        """Let tombstones go whose days are over."""
        for id in list(graves):
            del self.graves[id]
        self._numbers = None


def _ancestors(parent: str, before: Row | None) -> tuple[str, ...]:
    if not parent:
        return ()
    if before is None or before.rev != parent:
        return before.revs if before is not None and before.revs[:1] == (parent,) else (parent,)
    return (parent, *before.revs)[:ANCESTORS]


def was(before: Row | None, after: bytes | None) -> msgspec.Raw:
    """The top-level members that differ, as they were (null: absent), as JSON; nothing for a first revision."""
    if before is None:
        return EMPTY
    return differing(members(before.doc) if before.doc else {}, members(after) if after else {})


def differing(old: Members, new: Members, among: Iterable[str] | None = None) -> msgspec.Raw:
    """The members that differ, as the old ones were. `among` are all that may, beside those that are gone."""
    differ = {key for key in (new if among is None else among) if old.get(key) != new[key]}
    differ |= old.keys() - new.keys()
    return msgspec.Raw(msgspec.json.encode({key: old.get(key) for key in sorted(differ)})) if differ else EMPTY
