"""Older forms of the snapshot, each read into the next one by a function of its own.

A file is only read so; the first write keeps a copy of it and writes the form of today.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from kiosk.store.row import EMPTY, Row, crc
from kiosk.store.snapshot import Meta, Whole


class _Row1(msgspec.Struct, frozen=True, omit_defaults=True):
    """A row of schema 1: its check came first, it had no questions, and a tombstone's number was only its key."""

    check: str = ""
    seq: int = 0
    why: str = ""
    id: str = ""
    rev: str = ""
    at: str = ""
    by: str = ""
    revs: tuple[str, ...] = ()
    doc: msgspec.Raw = EMPTY

    def upgraded(self, key: int) -> Row:
        """The same as a row of schema 2."""
        return Row(
            id=self.id, number=0 if self.doc else key, seq=self.seq, why=self.why, rev=self.rev, at=self.at,
            by=self.by, revs=self.revs, doc=self.doc or EMPTY,
        )  # fmt: skip


class _File1(msgspec.Struct):
    listings: dict[str, _Row1]
    tombstones: dict[str, _Row1]


def row_of_schema_1(key: int, raw: bytes) -> Row | None:
    """The row in these bytes, if schema 1 wrote them so."""
    try:
        row = msgspec.json.decode(raw, type=_Row1)
    except msgspec.DecodeError:
        return None
    unchecked = b"%d:" % key + msgspec.json.encode(msgspec.structs.replace(row, check=""))
    return row.upgraded(key) if row.check == crc(unchecked) else None


def upgraded(content: bytes, meta: Meta) -> Whole:
    """The snapshot of an older schema, read through every step up to today's."""
    whole = Whole(meta, schema=meta.schema)
    for schema in range(meta.schema, max(UPGRADES) + 1):
        whole = UPGRADES[schema](content, whole)
    return whole


def _from_1(content: bytes, whole: Whole) -> Whole:
    """Schema 1 had a file and no journal: what it says is all there is, and the log begins after its last change."""
    file = msgspec.json.decode(content, type=_File1)
    return Whole(
        meta=msgspec.structs.replace(whole.meta, schema=2),
        listings=[row.upgraded(int(key)) for key, row in file.listings.items()],
        tombstones=[row.upgraded(int(key)) for key, row in file.tombstones.items()],
        schema=whole.schema,
    )


UPGRADES: Mapping[int, Callable[[bytes, Whole], Whole]] = {1: _from_1}
"""Schema -> what reads a file of it into the next one."""
