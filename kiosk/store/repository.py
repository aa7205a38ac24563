"""The listings of one school as typed values: read a snapshot, save against a revision, delete, all or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from kiosk.domain.kept import Change, Edit, Kept, Saved, Snapshot
from kiosk.domain.listing import Listing


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Store:
    """One directory of listings. TinyDB and JSON never leave it."""

    def load(self) -> Snapshot:
        """All listings now. The same object again while nothing changed."""
        raise NotImplementedError

    def changed(self) -> bool:
        """Whether another snapshot would be loaded now: one `stat`."""
        raise NotImplementedError

    def get(self, id: str) -> Kept:
        """The listing with this id or number; `NoSuch` when there is none."""
        raise NotImplementedError

    def document(self, kept: Kept) -> dict[str, object]:
        """The listing as a JSON object, as `add` takes it: nothing empty, no default that was not written."""
        raise NotImplementedError

    def save(self, listing: Listing, rev: str, by: str) -> Saved:
        """Keep the listing in place of the revision `rev` (empty for a new one)."""
        raise NotImplementedError

    def delete(self, id: str, rev: str, by: str) -> Saved:
        """Take the listing away; a tombstone keeps its number for 400 days."""
        raise NotImplementedError

    def batch(self, edits: Iterable[Edit], by: str, why: str = "set") -> list[Saved]:
        """All of the edits or none of them, in one change."""
        raise NotImplementedError

    def changes_since(self, seq: int) -> Iterator[Change]:
        """The newest change of each listing after change `seq`, oldest first."""
        raise NotImplementedError
