"""The journal's line: one change with its own check, there whole or not there at all.

`CRC JSON\\n`: the CRC-32 of the JSON's bytes in 8 hex digits. `prev` is the CRC of the line before, so that a line
that is missing, or stands twice, is seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from zlib import crc32

import msgspec

from kiosk.domain.errors import Newer
from kiosk.store.row import EMPTY, Open

VERSION = 1
FIRST_PREV = "00000000"
"""What stands for the line before the first one."""
NULL = msgspec.Raw(b"null")
_BEGINS = re.compile(rb'[0-9a-f]{8} \{"v":')
"""How a line begins, and no text in it: there each quotation mark has a backslash."""
NEWER = "A newer kiosk wrote these listings. Update this one. Nothing was changed."


class Put(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One listing's part of a change.

    `doc` is whole, after the change (`null`: deleted); `was` holds the top-level members that differ, as they were
    (`null`: absent). `revs`, `also`, `made` and a tombstone's `number` stand here only where they do not follow
    from what was before.
    """

    id: str
    rev: str
    parent: str = ""
    doc: msgspec.Raw = NULL
    was: msgspec.Raw = EMPTY
    questions: tuple[Open, ...] = ()
    revs: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    made: str = ""
    number: int = 0

    @property
    def content(self) -> bytes | None:
        """The document's canonical bytes, None when the listing is deleted."""
        return None if bytes(self.doc) == b"null" else bytes(self.doc)


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One change: everything it did is done or nothing is. `at` is UTC by the writer's clock."""

    v: int = VERSION
    seq: int
    prev: str
    at: str
    by: str
    why: str
    put: tuple[Put, ...]


class _Version(msgspec.Struct):
    v: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as it was read, with the CRC that its line begins with."""

    record: Record
    crc: str


@dataclass(frozen=True, slots=True)
class Hole:
    """Bytes of a log that are no line: what stood there is not known. `before` entries were read before them."""

    content: bytes
    before: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the log as read: its lines, the holes between them, and what lies after the last good line."""

    entries: tuple[Entry, ...]
    holes: tuple[Hole, ...]
    tail: bytes
    """Unfinished, or damaged with nothing readable after it."""

    @property
    def is_whole(self) -> bool:
        """Whether all of it could be read."""
        return not self.holes and not self.tail


class Unreadable(Exception):
    """The bytes are not the line that was written."""


def encode(record: Record) -> tuple[bytes, str]:
    """The record's line, and its CRC for the `prev` of the next one."""
    written = msgspec.json.encode(record)
    check = f"{crc32(written):08x}"
    return check.encode() + b" " + written + b"\n", check


def decode(line: bytes) -> Entry:
    """The record of one line, without its end. Raises `Unreadable`, and `Newer` when this program is too old for it."""
    check, written = line[:8], line[9:]
    if line[8:9] != b" " or check != b"%08x" % crc32(written):
        raise Unreadable
    try:
        if msgspec.json.decode(written, type=_Version).v > VERSION:
            raise Newer(NEWER)
        return Entry(msgspec.json.decode(written, type=Record), check.decode())
    except msgspec.DecodeError as error:
        raise Unreadable from error


def read(content: bytes) -> Stretch:
    """Everything that can be read of a piece of the log."""
    entries: list[Entry] = []
    holes: list[Hole] = []
    waiting = b""
    for line, entry in _lines(content):
        if entry is None:
            waiting += line
            continue
        if waiting:
            holes.append(Hole(waiting, len(entries)))
            waiting = b""
        entries.append(entry)
    return Stretch(tuple(entries), tuple(holes), waiting)


def _lines(content: bytes) -> Iterator[tuple[bytes, Entry | None]]:
    """The lines with their ends, and what they say. Where an end is damaged, the next line still begins as lines do."""
    start = 0
    while start < len(content):
        end = content.find(b"\n", start) + 1 or len(content)
        line, start = content[start:end], end
        entry = _said(line) if line.endswith(b"\n") else None
        begins = [match.start() for match in _BEGINS.finditer(line, 1)] if entry is None else []
        for first, last in pairwise((0, *begins, len(line))):
            part = line[first:last]
            yield part, entry or (_said(part) if begins and (last < len(line) or part.endswith(b"\n")) else None)


def _said(line: bytes) -> Entry | None:
    try:
        return decode(line[:-1])
    except Unreadable:
        return None
