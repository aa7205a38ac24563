"""The snapshot, byte by byte: one listing a line, each with its own check, and the check of the whole at the end.

It is a TinyDB file: `TinyDB("listings.json").table("listings").all()` opens it without us. A row's key is its
listing's number, because TinyDB's own tables want whole numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import msgspec

from kiosk.domain.errors import Newer
from kiosk.store.record import FIRST_PREV, NEWER
from kiosk.store.row import Line, Row, crc, is_whole, written

SCHEMA = 2
LISTINGS, TOMBSTONES, STORE = "listings", "tombstones", "store"
OPENS, _GRAVES, _ENDS = b'{"listings":{', b'},"tombstones":{', b'},"store":{"1":'
_CHECK = b',"check":"'
_CLOSES = b'"}}}\n'
_ROW = re.compile(rb'"(\d{1,16})":(\{.*\}),?')
_SCHEMA = re.compile(rb'"store":\s*\{\s*"1":\s*\{[^{}]*?"schema":\s*(\d{1,9})')


class Meta(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What the file says of itself: its schema, its last change and that line's CRC, how many listings.

    `gaps` are the changes (first, last) of which is known that their versions are gone.
    """

    schema: int
    seq: int
    count: int
    prev: str = FIRST_PREV
    gaps: tuple[tuple[int, int], ...] = ()
    check: str = ""


@dataclass(frozen=True, slots=True)
class Whole:
    """A snapshot that was read whole: its rows are still bytes."""

    meta: Meta
    listings: list[Line | Row] = field(default_factory=list)
    tombstones: list[Row] = field(default_factory=list)
    schema: int = SCHEMA
    """The schema that the file has; the rows are of today's."""


class Damaged(Exception):
    """The file's bytes are not the ones that were written."""


def encode_file(listings: Iterable[Line | Row], tombstones: Iterable[Row], meta: Meta) -> bytes:
    """The bytes of the whole file."""
    rows, graves = list(_lines(listings)), list(_lines(tombstones))
    described = msgspec.structs.replace(meta, count=len(rows), check="")
    parts = [
        *(OPENS, *_one_a_line(rows)),
        *(b"\n" + _GRAVES, *_one_a_line(graves)),
        b"\n" + _ENDS + msgspec.json.encode(described)[:-1],
    ]
    return b"".join([*parts, _CHECK, crc(*parts).encode(), _CLOSES])  # a large directory is copied once


def _one_a_line(rows: Iterable[bytes | memoryview]) -> Iterator[bytes | memoryview]:
    before = b"\n"
    for row in rows:
        yield before
        yield row
        before = b",\n"


def decode_file(content: bytes) -> Whole:
    """The snapshot in a file's bytes. Raises `Damaged`, and `Newer` when this program is too old for it."""
    if _is_newer(content):
        raise Newer(NEWER)
    if not _is_checked(content):
        raise Damaged
    meta = meta_of(content)
    if meta is None:
        raise Damaged
    if meta.schema < SCHEMA:
        from kiosk.store.schema import upgraded

        return upgraded(content, meta)
    graves, ends = content.rindex(b"\n" + _GRAVES), content.rindex(b"\n" + _ENDS)
    return Whole(
        meta=meta,
        listings=list(_lines_between(content, len(OPENS), graves)),
        tombstones=[line.row() for line in _lines_between(content, graves + 1 + len(_GRAVES), ends)],
    )


def _lines_between(content: bytes, at: int, end: int) -> Iterator[Line]:
    """The rows of one table, each after a line's end; their bytes are not copied."""
    while at < end:
        after = content.find(b"\n", at + 1, end)
        stop = end if after < 0 else after
        yield Line(content, at + 1, stop)
        at = stop


def whole_rows(content: bytes) -> Iterator[Row]:
    """Every row of a damaged file that is as it was written, whatever happened around it."""
    for raw in content.split(b"\n"):
        row = whole_row(raw)
        if row is not None:
            yield row


def whole_row(raw: bytes) -> Row | None:
    """The row in a line, if it is as it was written."""
    shape = _ROW.search(raw)
    if shape is None:
        return None
    try:
        row = msgspec.json.decode(shape[2], type=Row)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    if is_whole(int(shape[1]), row):
        return row
    from kiosk.store.schema import row_of_schema_1

    return row_of_schema_1(int(shape[1]), shape[2])


def meta_of(content: bytes) -> Meta | None:
    """What the file says of itself, when that part of it can be read."""
    try:
        return msgspec.json.decode(content[content.rindex(b'"store":{"1":') + 13 : -3], type=Meta)
    except (ValueError, msgspec.DecodeError):
        return None


def _is_checked(content: bytes) -> bool:
    end = content.rfind(_CHECK)
    return end >= 0 and content[end + len(_CHECK) :] == crc(memoryview(content)[:end]).encode() + _CLOSES


def _is_newer(content: bytes) -> bool:
    """Whether the end of a file names a newer schema, whatever else a newer kiosk may have written there.

    If it is right with one of our own numbers there, that one digit is damaged.
    """
    named = _SCHEMA.search(content, max(0, len(content) - 4096))
    if named is None or int(named[1]) <= SCHEMA:
        return False
    ours = (content[: named.start(1)] + b"%d" % schema + content[named.end(1) :] for schema in range(1, SCHEMA + 1))
    return not any(map(_is_checked, ours))


def _lines(rows: Iterable[Line | Row]) -> Iterator[bytes | memoryview]:
    """A line for each row, in order of their numbers; a number that stands twice until it is mended gets a free key."""
    used: set[int] = set()
    numbered = sorted(((number_of(row), row) for row in rows), key=lambda pair: (pair[0], pair[1].id))
    spare = max((number for number, _ in numbered), default=0)
    for number, row in numbered:
        key = number
        if number in used:
            spare += 1
            key = spare
        used.add(key)
        if isinstance(row, Line) and key == row.number == row.key:
            yield row.view
            continue
        whole = row.row()
        if key != number or whole.is_tombstone or whole.number:
            whole = msgspec.structs.replace(whole, number=0 if key == number and whole.doc else number)
        yield written(key, whole)


class _Numbered(msgspec.Struct):
    number: int = 0


_numbered = msgspec.json.Decoder(_Numbered).decode


def number_of(row: Line | Row) -> int:
    """The short number of a listing or a tombstone."""
    if isinstance(row, Line):
        return row.number
    return _numbered(row.doc).number if row.doc else row.number
