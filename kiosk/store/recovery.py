"""What can be kept of a damaged listings file: every row that is whole, the rest as it was before the last change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kiosk.store.rows import Damaged, Meta, NewerSchema, Row, decode_file, meta_of, whole_rows

_NAMED = 10
"""How many listings one sentence names."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything in the listings file at one moment, by key; `told` says in sentences what was damaged and kept."""

    listings: Mapping[str, Row]
    tombstones: Mapping[str, Row]
    seq: int
    told: tuple[str, ...] = ()
    is_mended: bool = False
    """The file on the disk is damaged or missing: the next writer moves it away and writes a whole one."""
    is_lost: bool = False
    """There were listings and none of them can be read: nothing may be written over them."""


EMPTY = Contents({}, {}, 0)
LOST = Contents({}, {}, 0, ("The listings are missing. Restore a backup.",), is_lost=True)


def read_contents(current: bytes) -> Contents:
    """The contents of a whole file. Raises `Damaged` or `NewerSchema`."""
    listings, tombstones, meta = decode_file(current)
    return Contents(listings, tombstones, meta.seq)


def mended(current: bytes | None, previous: bytes | None) -> Contents:
    """The best that two files hold: the damaged (None: missing) one and the one before it."""
    whole = {row.id: (key, row) for key, row in whole_rows(current)} if current else {}
    before = _rows_of(previous) if previous else {}
    newest = dict(before)
    for id, (key, row) in whole.items():
        if id not in newest or row.seq >= newest[id][1].seq:
            newest[id] = (key, row)
    meta = meta_of(current) if current else None
    listings = {key: row for key, row in newest.values() if not row.is_tombstone}
    if not newest:
        told = f"{_listings(meta.count)} cannot be read. Restore a backup." if meta else LOST.told[0]
        return replace(LOST, told=(told,))
    seqs = [row.seq for _, row in newest.values()] + ([meta.seq] if meta else [])
    return Contents(
        listings=listings,
        tombstones={key: row for key, row in newest.values() if row.is_tombstone},
        seq=max(seqs),
        told=_told(whole, before, listings, meta),
        is_mended=True,
    )


def _rows_of(content: bytes) -> dict[str, tuple[str, Row]]:
    try:
        listings, tombstones, _ = decode_file(content)
    except (Damaged, NewerSchema):
        return {row.id: (key, row) for key, row in whole_rows(content)}
    return {row.id: (key, row) for rows in (tombstones, listings) for key, row in rows.items()}


def _told(
    whole: Mapping[str, object],
    before: Mapping[str, tuple[str, Row]],
    listings: Mapping[str, Row],
    meta: Meta | None,
) -> tuple[str, ...]:
    older = [id for id, (_, row) in before.items() if id not in whole and not row.is_tombstone]
    gone = max(0, meta.count - len(listings)) if meta else 0
    told = []
    if not whole:
        told.append(
            "The listings file cannot be read. All listings are shown as they were before the last change. "
            "Look at what was changed last."
        )
    elif older:
        told.append(
            "The listings file was damaged. These are shown as they were before the last change: "
            f"{_names(older)}. Look at them. All others are whole."
        )
    if gone:
        told.append(f"{_listings(gone)} cannot be read. Restore a backup.")
    elif not told and meta is None:
        told.append("The end of the listings file was damaged. What can be read is kept. Look at what was added last.")
    return tuple(told) or ("The listings file was damaged and is rebuilt. Nothing is lost.",)


def _listings(count: int) -> str:
    return "One listing" if count == 1 else f"{count} listings"


def _names(ids: Iterable[str]) -> str:
    known = sorted(ids)
    more = f" and {len(known) - _NAMED} more" if len(known) > _NAMED else ""
    return ", ".join(known[:_NAMED]) + more
