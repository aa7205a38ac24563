"""A bundle: one directory's listings with their ancestry and their log, in one checked file that fits a stick.

Its first line is JSON (`bundle`: this form's number, the bytes of each part, the CRC of all that follows), then comes
a snapshot, then the lines of the log, oldest first.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import msgspec

from kiosk.domain.errors import Newer, NotSaved, Refused
from kiosk.store.book import Book
from kiosk.store.bundle_check import Step, check_whole, is_sound
from kiosk.store.history import Documents, Past, step_back_to
from kiosk.store.log import Log
from kiosk.store.record import NEWER, Record, read
from kiosk.store.revision import order
from kiosk.store.row import Row, crc
from kiosk.store.snapshot import Damaged, decode_file, encode_file

FORM = 1
_LONGEST_HEAD = 4096
"""Bytes of the first line."""
_DAMAGED = "The file is damaged, or no bundle. Nothing was changed. Export it again."


class _Head(msgspec.Struct):
    bundle: int
    snapshot: int
    log: int
    check: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """Another directory as a bundle brought it."""

    book: Book
    records: tuple[Record, ...]
    """Its log, newest first."""

    def documents(self, row: Row, revs: Collection[str], best: str) -> Documents:
        """Its documents at these revisions, those that are kept; no further back than `best`."""
        changes = ((record, put) for record in self.records for put in reversed(record.put) if put.id == row.id)
        try:
            return step_back_to(changes, row, revs, best)
        except (RecursionError, msgspec.MsgspecError):  # a line that no kiosk wrote: nothing is known of the past
            return {}


def pack(book: Book, log: Log) -> bytes:
    """The bundle of a directory, as it stands."""
    if book.is_lost and not book.listings:
        raise NotSaved(f"{book.told[0]} There is nothing to take along.").coded("lost")
    snapshot = encode_file(book.listings.values(), book.graves.values(), book.meta())
    lines = b"".join(piece.content() for piece in log.pieces())
    kept = lines[: len(lines) - len(read(lines).tail)]
    head = _Head(FORM, len(snapshot), len(kept), crc(snapshot + kept))
    return msgspec.json.encode(head) + b"\n" + snapshot + kept


def unpack(content: bytes, step: Step | None = None) -> Bundle:
    """The bundle in a file's bytes. It is `Refused` whole when one byte of it is not as it was written.

    `step` is told how many of how many listings are checked.
    """
    first, _, rest = content.partition(b"\n")
    try:
        head = msgspec.json.decode(first[:_LONGEST_HEAD], type=_Head)
    except (msgspec.DecodeError, RecursionError) as error:
        raise Refused(_DAMAGED).coded("no-bundle") from error
    if head.bundle > FORM:
        raise Newer(NEWER)
    if min(head.snapshot, head.log) < 0 or len(rest) != head.snapshot + head.log or crc(rest) != head.check:
        raise Refused(_DAMAGED).coded("no-bundle")
    try:
        whole = decode_file(rest[: head.snapshot])
        check_whole(whole, step)
        entries = read(rest[head.snapshot :]).entries
    except (Damaged, ValueError, RecursionError, msgspec.MsgspecError) as error:  # its check is right, and it is not
        raise Refused(_DAMAGED).coded("no-bundle") from error
    return Bundle(Book(whole), tuple(entry.record for entry in reversed(entries)))


def base_of(bundle: Bundle, past: Past, ours: Row, theirs: Row) -> tuple[bool, bytes | None]:
    """Whether the document of a revision that both have is kept in either log, and the newest such document.

    Where three met crosswise, the newest revision that two have in common may be kept only at the third.
    """
    common = set(ours.known()) & set(theirs.known())
    if not common:
        return False, None
    best = max(common, key=order)
    found = past.documents(ours, common, best)
    if best not in found:
        brought = bundle.documents(theirs, common, best)
        found |= {rev: content for rev, content in brought.items() if is_sound(content)}
    return (True, found[max(found, key=order)]) if found else (False, None)
