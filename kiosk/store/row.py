"""A listing as the store keeps it: its document in canonical bytes, its revision, its ancestors, its open questions.

Most listings are never asked for, so a row of the snapshot stays the line that was read until somebody does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

import msgspec

from kiosk.domain.kept import Head

if TYPE_CHECKING:
    from kiosk.domain.listing import Listing

EMPTY = msgspec.Raw(b"")
"""No document: this very object, which the encoder then leaves out."""
Members = dict[str, msgspec.Raw]
"""The top-level members of a document, each as its bytes."""
members = msgspec.json.Decoder(Members).decode


class Open(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A question that two people left: one value changed twice. `base` and `mine` are JSON, absent for none."""

    field: str
    base: object = None
    mine: object = None
    by: str = ""
    at: str = ""

    def is_same(self, other: Open) -> bool:
        """Whether both ask the same, whoever asked and when."""
        return (self.field, self.mine) == (other.field, other.mine)


class Row(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One listing, or, without `doc`, the tombstone of one. It reads like a mapping."""

    id: str
    check: str = ""
    """CRC-32 of the key and of the row without its check, 8 hex digits; written in the snapshot only."""
    number: int = 0
    """The short number of a tombstone; a listing's stands in its document."""
    seq: int = 0
    """The change that wrote it."""
    why: str = ""
    rev: str = ""
    at: str = ""
    by: str = ""
    revs: tuple[str, ...] = ()
    """Ancestors, newest first."""
    also: tuple[str, ...] = ()
    """Revisions of other directories that were merged into it."""
    questions: tuple[Open, ...] = ()
    made: str = ""
    """When the listing was first made (UTC, ISO 8601), wherever that was; empty for longer ago than anybody noted."""
    doc: msgspec.Raw = EMPTY

    @property
    def is_tombstone(self) -> bool:
        """Whether the listing is gone and only its number and revisions are kept."""
        return not self.doc

    def row(self) -> Row:
        """Itself; a `Line` is read first."""
        return self

    def listing(self) -> Listing:
        """The whole listing."""
        from kiosk.store.codec import from_bytes

        return from_bytes(self.doc)

    def head(self) -> Head:
        """Only what choosing needs."""
        return msgspec.json.decode(self.doc, type=Head)

    def document(self) -> dict[str, object]:
        """The JSON object as it is kept, a fresh one each time."""
        return msgspec.json.decode(self.doc, type=dict[str, object])

    def known(self) -> tuple[str, ...]:
        """Every revision that is part of it: its own, its ancestors', the merged ones'."""
        return (self.rev, *self.revs, *self.also)


class Line:
    """A row of the snapshot as the bytes that were read: `"214":{"id":"food-pantry",...}`."""

    __slots__ = ("id", "number", "raw")

    def __init__(self, raw: bytes) -> None:
        end = raw.index(b'"', 1)
        start = end + 9  # past `":{"id":"`
        self.number = int(raw[1:end])
        self.id = raw[start : raw.index(b'"', start)].decode("ascii")
        self.raw = raw

    @property
    def rev(self) -> str:
        """The listing's revision."""
        return self.row().rev

    def row(self) -> Row:
        """The row in these bytes."""
        start = self.raw.index(b"{")
        return msgspec.json.decode(self.raw[start : -1 if self.raw.endswith(b",") else None], type=Row)

    def listing(self) -> Listing:
        """The whole listing."""
        return self.row().listing()

    def head(self) -> Head:
        """Only what choosing needs."""
        return self.row().head()

    def document(self) -> dict[str, object]:
        """The JSON object as it is kept, a fresh one each time."""
        return self.row().document()


def checked(key: int, row: Row) -> Row:
    """The row with its check."""
    return msgspec.structs.replace(row, check=crc(_checked_bytes(key, row)))


def is_whole(key: int, row: Row) -> bool:
    """Whether the row is as it was written."""
    return row.check == crc(_checked_bytes(key, row))


def crc(content: bytes) -> str:
    """CRC-32 (zlib) in 8 hex digits."""
    return f"{crc32(content):08x}"


def _checked_bytes(key: int, row: Row) -> bytes:
    return b"%d:" % key + msgspec.json.encode(msgspec.structs.replace(row, check=""))
