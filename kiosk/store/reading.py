"""What one directory of listings says, as typed values. Reading makes no file and needs no right to write."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

from kiosk.domain.errors import NotSaved
from kiosk.domain.kept import Altered, Change, Damage, Kept, Moment, Question, Snapshot, Version
from kiosk.domain.kept import Document as Doc
from kiosk.domain.listing import Listing
from kiosk.store.bounds import Bounds
from kiosk.store.disk import Disk
from kiosk.store.history import Past
from kiosk.store.ledger import Ledger

if TYPE_CHECKING:
    from kiosk.store.bundle import Bundle

_AT_ONCE = 25
"""So many listings are packed before another thread may go first."""


class Reading:
    """The listings of one directory, and all that is kept beside them, for whoever looks."""

    def __init__(self, directory: Path, clock: Callable[[], datetime], disk: Disk, bounds: Bounds) -> None:
        self._directory = directory
        self._ledger = Ledger(directory, clock, disk, bounds)
        self._past = Past(self._ledger.log)
        self._last: Snapshot = Snapshot(0, {})

    def load(self) -> Snapshot:
        """All listings now: the same object while nothing changed. Damage is told in `Snapshot.told`."""
        with self._ledger.reading() as book:
            self._last = book.snapshot()
        return self._last

    def shown(self) -> Snapshot:
        """As `load`, for families: where the files cannot be read now, the listings that were read last.

        A lobby goes on with what it has, and with its help lines; staff meet the error at their next command.
        """
        try:
            return self.load()
        except NotSaved:
            return self._last

    def compact(self) -> None:
        """Keep in a quarter of the memory what nobody asks for; for a thread in the background, a few at a time."""
        ids = list(self._ledger.now().listings)
        for start in range(0, len(ids), _AT_ONCE):
            with self._ledger.reading() as book:
                book.compact(ids[start : start + _AT_ONCE])
            sleep(0)

    def changed(self) -> bool:
        """Whether another snapshot would be loaded now: one `stat`."""
        return self._ledger.changed()

    def told(self) -> tuple[str, ...]:
        """Sentences for staff: damage that was found and what was kept, a network drive, a disk that is nearly full."""
        from kiosk.store.health import warnings

        return (*self._ledger.now().told, *warnings(self._directory, self._ledger.bounds))

    def get(self, id: str) -> Kept:
        """The listing with this id or number; `NoSuch` when there is none."""
        return self._ledger.standing(id)

    def id_of(self, ref: str) -> str:
        """The id of the listing that stands or stood with this id or number; `NoSuch` when there is none."""
        with self._ledger.reading() as book:
            return book.named(ref).id

    def origin(self, id: str, rev: str) -> dict[str, object]:
        """A listing that stands or stood, as a JSON object, as it was at the revision that somebody started from.

        As it stands where that one is not kept any more. `NoSuch` when the revision is not one of its own.
        """
        from kiosk.store.moments import origin

        with self._ledger.reading() as book:
            return origin(self._past, book.named(id), rev)

    def document(self, kept: Kept) -> dict[str, object]:
        """The listing as a JSON object, as `add` takes it: nothing empty, no default that was not written."""
        if kept.source is not None:
            return kept.source.document()
        from kiosk.store.drafts import draft

        return draft(kept.listing)

    def draft(self, content: Listing | Doc) -> Listing:
        """The listing as it would be kept: cleaned, its keys and types checked. `Refused` names the field."""
        from kiosk.store.codec import to_listing
        from kiosk.store.drafts import draft

        return to_listing({"id": "", **draft(content)})

    def documents(self, text: bytes) -> list[Doc]:
        """The JSON objects in a file's bytes: one, or an array of them."""
        from kiosk.store.drafts import read_documents

        return read_documents(text)

    def changes_since(self, seq: int) -> Iterator[Change]:
        """The newest change of each listing after change `seq`, oldest first."""
        book = self._ledger.now()
        rows = (row.row() for row in (*book.listings.values(), *book.graves.values()))
        for row in sorted((row for row in rows if row.seq > seq), key=lambda row: (row.seq, row.id)):
            parent = row.revs[0] if row.revs else ""
            yield Change(row.seq, row.at, row.by, row.why, row.id, row.rev, parent, row.is_tombstone)

    def history(self, id: str) -> Iterator[Version]:
        """The revisions of a listing that stands or stood, newest first, as far back as they are kept."""
        from kiosk.store.moments import history

        with self._ledger.reading() as book:
            return history(self._past, book.named(id))

    def altered(self, id: str) -> Iterator[Altered]:
        """As `history`, each revision with the listing before and after it."""
        from kiosk.store.moments import altered

        with self._ledger.reading() as book:
            return altered(self._past, book.named(id))

    def questions(self) -> list[Question]:
        """What two people changed differently, and nobody has decided yet."""
        from kiosk.store.questions import questions

        with self._ledger.reading() as book:
            return questions(book)

    def moments(self) -> Iterator[Moment]:
        """The changes that everything can be restored to, newest first."""
        from kiosk.store.moments import moments

        return moments(self._past, self._ledger.now())

    def would_restore(self, when: int | datetime | Path) -> list[tuple[Kept | None, Listing | None]]:
        """What `restore` would change: each listing as it stands, and as it would be. Nothing is written."""
        from kiosk.store.restore import previewed

        return previewed(self._ledger, when)

    def pack(self) -> bytes:
        """The listings with their ancestry and their history as one file, for another directory to merge."""
        from kiosk.store.bundle import pack

        with self._ledger.reading() as book:
            return pack(book, self._ledger.log)

    def unpack(self, content: bytes) -> Bundle:
        """The bundle in a file's bytes. `Refused` when one byte of it is not as it was written."""
        from kiosk.store.bundle import unpack

        return unpack(content)

    def foreseen(self, other: Bundle) -> list[tuple[Kept | None, Listing | None, bool]]:
        """What a merge would change: each listing as it stands, as it would be, whether it would be asked about.

        Nothing is written.
        """
        from kiosk.store.codec import from_bytes
        from kiosk.store.merging import Merging

        found: list[tuple[Kept | None, Listing | None, bool]] = []
        book = self._ledger.now()
        for put in Merging(book, self._past, other).plan().puts:
            row = book.row(put.id)
            open_now = row.questions if row else ()
            asks = any(not any(one.is_same(each) for each in open_now) for one in put.questions)
            found.append((book.kept(put.id), from_bytes(put.doc) if put.content else None, asks))
        return found

    def check(self) -> Iterator[Damage]:
        """Read every byte; everything that is wrong."""
        from kiosk.store.check import damages

        return damages(self._directory, self._ledger)
