"""The listings file, byte by byte: one listing a line, each with its own check, and the check of the whole at the end.

It is a TinyDB file: `TinyDB("listings.json").table("listings").all()` opens it without us. A row's key is its
listing's number, because TinyDB's own tables want whole numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from zlib import crc32

import msgspec

from kiosk.domain.kept import Head
from kiosk.domain.listing import Listing
from kiosk.store.codec import from_bytes

SCHEMA = 1
LISTINGS, TOMBSTONES, STORE = "listings", "tombstones", "store"
EMPTY = msgspec.Raw(b"")
"""No document: this very object, which the encoder then leaves out."""
_ROW = re.compile(rb'"(\d{1,16})":(\{.*\}),?')
_CHECK = b',"check":"'
_SCHEMA = re.compile(rb'"store":\s*\{\s*"1":\s*\{[^{}]*?"schema":\s*(\d{1,9})')


class Row(msgspec.Struct, frozen=True, omit_defaults=True):
    """One listing as it lies in the file, or, without `doc`, the tombstone of one. It reads like a mapping."""

    check: str = ""
    """CRC-32 of the key and of the row without its check, 8 hex digits."""
    seq: int = 0
    """The change that wrote it."""
    why: str = ""
    id: str = ""
    rev: str = ""
    at: str = ""
    by: str = ""
    revs: tuple[str, ...] = ()
    """Ancestors, newest first."""
    doc: msgspec.Raw = EMPTY

    @property
    def is_tombstone(self) -> bool:
        """Whether the listing is gone and only its number and revision are kept."""
        return not self.doc

    def listing(self) -> Listing:
        """The whole listing."""
        return from_bytes(self.doc)

    def head(self) -> Head:
        """Only what choosing needs."""
        return msgspec.json.decode(self.doc, type=Head)

    def document(self) -> dict[str, object]:
        """The JSON object as it is kept, a fresh one each time."""
        return msgspec.json.decode(self.doc, type=dict[str, object])

    def keys(self) -> tuple[str, ...]:
        """The members' names, as TinyDB asks for them."""
        return self.__struct_fields__

    def __getitem__(self, key: str) -> object:
        """A member as plain values."""
        return self.document() if key == "doc" and self.doc else getattr(self, key)


class Meta(msgspec.Struct, frozen=True):
    """What the file says of itself: its schema, its last change, how many listings, and the check of all before it."""

    schema: int
    seq: int
    count: int
    check: str


class _File(msgspec.Struct):
    listings: dict[str, Row]
    tombstones: dict[str, Row]
    store: dict[str, Meta]


class Damaged(Exception):
    """The file's bytes are not the ones that were written."""


class NewerSchema(Exception):
    """The file's schema is one that this program does not know."""


def checked(key: str, row: Row) -> Row:
    """The row with its check."""
    return msgspec.structs.replace(row, check=_crc(_checked_bytes(key, row)))


def is_whole(key: str, row: Row) -> bool:
    """Whether the row is as it was written."""
    return row.check == _crc(_checked_bytes(key, row))


def encode_file(listings: Mapping[str, Row], tombstones: Mapping[str, Row], seq: int) -> bytes:
    """The bytes of the whole file."""
    body = (
        b'{"listings":{' + _lines(listings) + b'},"tombstones":{' + _lines(tombstones)
        + b'},"store":{"1":' + msgspec.json.encode({"schema": SCHEMA, "seq": seq, "count": len(listings)})[:-1]
    )  # fmt: skip
    return body + _CHECK + _crc(body).encode() + b'"}}}\n'


def decode_file(content: bytes) -> tuple[dict[str, Row], dict[str, Row], Meta]:
    """Listings, tombstones and the file's word on itself; the documents stay bytes. Raises `Damaged`, `NewerSchema`."""
    if _schema_of(content) > SCHEMA:
        raise NewerSchema
    end, meta = content.rfind(_CHECK), meta_of(content)
    if end < 0 or content[end + len(_CHECK) :] != _crc(content[:end]).encode() + b'"}}}\n':
        raise Damaged
    try:
        file = msgspec.json.decode(content, type=_File)
    except msgspec.DecodeError as error:
        raise Damaged from error
    if meta is None or meta.count != len(file.listings):
        raise Damaged
    return file.listings, file.tombstones, meta


def whole_rows(content: bytes) -> Iterator[tuple[str, Row]]:
    """Every row of a damaged file that is as it was written, whatever happened around it."""
    for line in content.split(b"\n"):
        shape = _ROW.search(line)
        if shape is None:
            continue
        try:
            row = msgspec.json.decode(shape[2], type=Row)
        except (msgspec.DecodeError, UnicodeDecodeError):
            continue
        key = shape[1].decode()
        if is_whole(key, row):
            yield key, row


def meta_of(content: bytes) -> Meta | None:
    """What the file says of itself, when that part of it can be read."""
    try:
        return msgspec.json.decode(content[content.rindex(b'"store":{"1":') + 13 : -3], type=Meta)
    except (ValueError, msgspec.DecodeError):
        return None


def _schema_of(content: bytes) -> int:
    """The schema that the end of a file names, whatever else a newer kiosk may have written there; else ours."""
    named = _SCHEMA.search(content, max(0, len(content) - 4096))
    return int(named[1]) if named else SCHEMA


def _lines(rows: Mapping[str, Row]) -> bytes:
    lines = (b'\n"%s":%s' % (key.encode(), msgspec.json.encode(row)) for key, row in rows.items())
    return b",".join(lines) + (b"\n" if rows else b"")


def _checked_bytes(key: str, row: Row) -> bytes:
    return key.encode() + b":" + msgspec.json.encode(msgspec.structs.replace(row, check=""))


def _crc(content: bytes) -> str:
    return f"{crc32(content):08x}"
