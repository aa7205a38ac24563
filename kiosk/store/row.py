"""A listing as the store keeps it: its document in canonical bytes, its revision, its ancestors, its open questions.

Most listings are never asked for, so a row of the snapshot stays the line that was read until somebody does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

import msgspec

from kiosk.domain.kept import Head

if TYPE_CHECKING:
    from kiosk.domain.due_dates import DueDates
    from kiosk.domain.listing import Listing

EMPTY = msgspec.Raw(b"")
"""No document: this very object, which the encoder then leaves out."""
_NUMBER, _CHECK = b',"number":', len('","check":"12345678"')
"""What follows the check of a row, when its key is not its number."""
Members = dict[str, msgspec.Raw]
"""The top-level members of a document, each as its bytes."""
members = msgspec.json.Decoder(Members).decode
_head = msgspec.json.Decoder(Head).decode
_document = msgspec.json.Decoder(dict[str, object]).decode


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
        return _head(self.doc)

    def dates(self) -> DueDates:
        """Only what falls due."""
        from kiosk.store.due import due_dates

        return due_dates(self.doc)

    def document(self) -> dict[str, object]:
        """The JSON object as it is kept, a fresh one each time."""
        return _document(self.doc)

    def known(self) -> tuple[str, ...]:
        """Every revision that is part of it: its own, its ancestors', the merged ones'."""
        return (self.rev, *self.revs, *self.also)


row_in = msgspec.json.Decoder(Row).decode


class Line:
    """A row of the snapshot as the bytes that were read: `"214":{"id":"food-pantry",...}`.

    All lines share the file's bytes, so that a large directory lies in memory once.
    """

    __slots__ = ("_end", "_file", "_start", "id", "key", "number")

    def __init__(self, file: bytes, start: int, end: int) -> None:
        key = file.index(b'"', start + 1)
        id = key + 9  # past `":{"id":"`
        after = file.index(b'"', id)
        self.key = self.number = int(file[start + 1 : key])
        self.id = file[id:after].decode("ascii")
        self._file, self._start, self._end = file, start, end
        if file.startswith(_NUMBER, after + _CHECK):  # another listing has this number too, and the key
            self.number = self.row().number

    @property
    def view(self) -> memoryview:
        """The line, without the comma to the next one; it is not copied."""
        has_comma = self._file[self._end - 1 : self._end] == b","
        return memoryview(self._file)[self._start : self._end - has_comma]

    def holds(self, part: bytes) -> bool:
        """Whether the line has these bytes in it."""
        return self._file.find(part, self._start, self._end) >= 0

    @property
    def rev(self) -> str:
        """The listing's revision."""
        return self.row().rev

    def row(self) -> Row:
        """The row in these bytes."""
        start = self._file.index(b"{", self._start) - self._start
        return row_in(self.view[start:])

    def listing(self) -> Listing:
        """The whole listing."""
        return self.row().listing()

    def head(self) -> Head:
        """Only what choosing needs."""
        return self.row().head()

    def dates(self) -> DueDates:
        """Only what falls due."""
        return self.row().dates()

    def document(self) -> dict[str, object]:
        """The JSON object as it is kept, a fresh one each time."""
        return self.row().document()


def written(key: int, row: Row) -> bytes:
    """The row as the snapshot has it, with its key and its check."""
    return b'"%d":%s' % (key, msgspec.json.encode(checked(key, row)))


def checked(key: int, row: Row) -> Row:
    """The row with its check."""
    return msgspec.structs.replace(row, check=crc(_checked_bytes(key, row)))


def is_whole(key: int, row: Row) -> bool:
    """Whether the row is as it was written."""
    return row.check == crc(_checked_bytes(key, row))


def crc(*parts: bytes | memoryview) -> str:
    """CRC-32 (zlib) of the parts one after the other, in 8 hex digits."""
    check = 0
    for part in parts:
        check = crc32(part, check)
    return f"{check:08x}"


def _checked_bytes(key: int, row: Row) -> bytes:
    return b"%d:" % key + msgspec.json.encode(msgspec.structs.replace(row, check=""))
