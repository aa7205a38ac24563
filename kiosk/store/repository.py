"""The listings of one school as typed values: read a snapshot, save against a revision, delete, all or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from tinydb import TinyDB
from tinydb.table import Document, Table

from kiosk.domain.errors import NotSaved
from kiosk.domain.kept import Change, Edit, Kept, Saved, Snapshot
from kiosk.domain.kept import Document as Doc
from kiosk.domain.listing import Listing
from kiosk.domain.text import clean_text
from kiosk.store.disk import Disk
from kiosk.store.lock import Lock
from kiosk.store.recovery import Contents
from kiosk.store.rows import LISTINGS, TOMBSTONES, Row
from kiosk.store.storage import SnapshotStorage, not_saved

if TYPE_CHECKING:
    from kiosk.store.plan import Plan


def utc_now() -> datetime:
    """This machine's clock, in UTC."""
    return datetime.now(UTC)


class Store:
    """One directory of listings. TinyDB and JSON never leave it; reading makes no file and needs no right to write."""

    def __init__(self, directory: Path, clock: Callable[[], datetime] = utc_now, disk: Disk | None = None) -> None:
        self._directory = directory
        self._clock = clock
        self._lock = Lock(directory / "lock")
        self._storage = SnapshotStorage(directory, disk or Disk(), self._lock.acknowledged)
        self._tables = TinyDB(storage=lambda: self._storage)
        self._loaded: tuple[Contents | None, Snapshot] = None, Snapshot(0, {})

    def load(self) -> Snapshot:
        """All listings now: the same object while nothing changed. A damaged file is told in `Snapshot.told`."""
        contents, (seen, snapshot) = self._storage.contents(), self._loaded
        if contents is not seen:
            snapshot = _snapshot(contents, snapshot)
            self._loaded = contents, snapshot
        return snapshot

    def shown(self) -> Snapshot:
        """As `load`, for families: where the file cannot be read now, the listings that were read last.

        A lobby goes on with what it has, and with its help lines; staff meet the error at their next command.
        """
        try:
            return self.load()
        except NotSaved:
            return self._loaded[1]

    def changed(self) -> bool:
        """Whether another snapshot would be loaded now: one `stat`."""
        return self._storage.changed()

    def get(self, id: str) -> Kept:
        """The listing with this id or number; `NoSuch` when there is none."""
        return self.load().named(id)

    def document(self, kept: Kept) -> dict[str, object]:
        """The listing as a JSON object, as `add` takes it: nothing empty, no default that was not written."""
        from kiosk.store.drafts import draft

        return kept.source.document() if kept.source else draft(kept.listing)

    def draft(self, content: Listing | Doc) -> Listing:
        """The listing as it would be kept: cleaned, its keys and types checked. `Refused` names the field."""
        from kiosk.store.codec import to_listing
        from kiosk.store.drafts import draft

        return to_listing({"id": "", **draft(content)})

    def documents(self, text: bytes) -> list[Doc]:
        """The JSON objects in a file's bytes: one, or an array of them."""
        from kiosk.store.drafts import read_documents

        return read_documents(text)

    def save(self, listing: Listing, rev: str, by: str) -> Saved:
        """Keep the listing in place of the revision `rev` (empty for a new one). A stale one is never written over."""
        return self.batch([Edit(listing.id, rev, listing)], by)[0]

    def delete(self, id: str, rev: str, by: str) -> Saved:
        """Take the listing away; a tombstone keeps its number for 400 days. An empty `rev` is whatever stands."""
        return self.batch([Edit(id, rev, None)], by, "delete")[0]

    def batch(self, edits: Iterable[Edit], by: str, why: str = "set") -> list[Saved]:
        """All of the edits or none of them, in one change."""
        from kiosk.store.plan import Planner, Stamp

        wishes, who, at = list(edits), _one_line(by), _moment(self._clock())
        with self._alone(who, at) as lock:
            contents = self._storage.begin()
            if contents.is_lost:
                raise NotSaved(f"{contents.told[0]} Nothing was changed.")
            stamp = Stamp(contents.seq + 1, at, who, why)
            plan = Planner(contents, stamp).plan(wishes)
            if plan.changes_something:
                self._stage(plan)
                self._storage.commit(stamp.seq, at)
                self._lock.acknowledge(lock, who, at, stamp.seq)
            return plan.saved

    def changes_since(self, seq: int) -> Iterator[Change]:
        """The newest change of each listing after change `seq`, oldest first."""
        contents = self._storage.contents()
        rows = [*contents.listings.values(), *contents.tombstones.values()]
        for row in sorted((row for row in rows if row.seq > seq), key=lambda row: (row.seq, row.id)):
            parent = row.revs[0] if row.revs else ""
            yield Change(row.seq, row.at, row.by, row.why, row.id, row.rev, parent, row.is_tombstone)

    def _stage(self, plan: Plan) -> None:
        """Hand the change to TinyDB's tables; the storage writes both at once when it is told to."""
        listings = self._tables.table(LISTINGS, cache_size=0)
        tombstones = self._tables.table(TOMBSTONES, cache_size=0)
        _change(listings, plan.removed, plan.puts)
        _change(tombstones, plan.unburied, plan.graves)

    @contextmanager
    def _alone(self, by: str, at: str) -> Iterator[int]:
        try:
            self._directory.mkdir(parents=True, exist_ok=True)
            lock = self._lock.take(by, at)
        except OSError as error:
            raise not_saved(error) from error
        try:
            yield lock
        finally:
            self._lock.release(lock)


def _snapshot(contents: Contents, before: Snapshot) -> Snapshot:
    """The contents as typed listings. One that did not change stays the same object: what was decoded stays so."""
    listings: dict[str, Kept] = {}
    for key, row in contents.listings.items():
        known = before.listings.get(row.id)
        if known is None or known.rev != row.rev:
            known = Kept.lazily(row, id=row.id, number=int(key), rev=row.rev, at=row.at, by=row.by)
        listings[row.id] = known
    return Snapshot(contents.seq, listings, contents.told)


def _change(table: Table, removed: Iterable[str], puts: Mapping[str, Row]) -> None:
    keys = [int(key) for key in removed if table.contains(doc_id=int(key))]
    if keys:
        table.remove(doc_ids=keys)
    if puts:
        table.insert_multiple(Document(msgspec.structs.asdict(row), int(key)) for key, row in puts.items())


def _one_line(by: str) -> str:
    return " ".join(clean_text(by).split())[:80]


def _moment(now: datetime) -> str:
    return now.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
