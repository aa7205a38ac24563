"""The listings of one school as typed values: read a snapshot, save against a revision, delete, all or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kiosk.domain.errors import NotSaved
from kiosk.domain.kept import Altered, Change, Damage, Edit, Kept, Moment, Question, Saved, Snapshot, Version
from kiosk.domain.kept import Document as Doc
from kiosk.domain.listing import Listing
from kiosk.domain.text import clean_text
from kiosk.store.book import Book
from kiosk.store.bounds import Bounds
from kiosk.store.disk import Disk
from kiosk.store.history import Past
from kiosk.store.ledger import Ledger, Stamp
from kiosk.store.storage import JournalStorage, Listed

if TYPE_CHECKING:
    from kiosk.store.bundle import Bundle
    from kiosk.store.plan import Plan, Planner


def utc_now() -> datetime:
    """This machine's clock, in UTC."""
    return datetime.now(UTC)


class Store:
    """One directory of listings. TinyDB and JSON never leave it; reading makes no file and needs no right to write."""

    def __init__(
        self,
        directory: Path,
        clock: Callable[[], datetime] = utc_now,
        disk: Disk | None = None,
        bounds: Bounds | None = None,
        may: Callable[[], None] = lambda: None,
    ) -> None:
        """`may` raises what stops a change: it is asked before each, whatever way it comes."""
        self._directory = directory
        self._may = may
        self._ledger = Ledger(directory, clock, disk or Disk(), bounds or Bounds())
        self._past = Past(self._ledger.log)
        self.tinydb = Listed(self._ledger)
        """The same listings as TinyDB's table of documents: every call of it is one durable change."""
        self._storage: JournalStorage = self.tinydb.storage  # type: ignore[assignment]  # ours
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

    def changed(self) -> bool:
        """Whether another snapshot would be loaded now: one `stat`."""
        return self._ledger.changed()

    def told(self) -> tuple[str, ...]:
        """Sentences for staff: damage that was found and what was kept, a network drive, a disk that is nearly full."""
        from kiosk.store.health import warnings

        return (*self._ledger.now().told, *warnings(self._directory, self._ledger.bounds))

    def get(self, id: str) -> Kept:
        """The listing with this id or number; `NoSuch` when there is none."""
        with self._ledger.reading() as book:
            return book.standing(id)

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
        from kiosk.store.drafts import draft

        return kept.source.document() if kept.source else draft(kept.listing)

    def draft(self, content: Listing | Doc) -> Listing:
        """The listing as it would be kept: cleaned, its keys and types checked. `Refused` names the field."""
        from kiosk.store.codec import to_listing
        from kiosk.store.drafts import draft

        return to_listing({"id": "", **draft(content)})

    def documents(self, text: bytes) -> list[Doc]:
        """The JSON objects in a file's bytes: one, or an array of them."""
        from kiosk.store.drafts import read_documents

        return read_documents(text)

    def save(self, listing: Listing, rev: str, by: str) -> Saved:
        """Keep the listing in place of the revision `rev` (empty for a new one).

        From an older revision it is merged; what somebody else changed differently stands, and stays as a question.
        """
        return self.batch([Edit(listing.id, rev, listing)], by)[0]

    def delete(self, id: str, rev: str, by: str) -> Saved:
        """Take the listing away; a tombstone keeps its number for 400 days. An empty `rev` is whatever stands."""
        return self.batch([Edit(id, rev, None)], by, "delete")[0]

    def batch(self, edits: Iterable[Edit], by: str, why: str = "set") -> list[Saved]:
        """All of the edits or none of them, in one change."""
        wishes = list(edits)
        return self._planned(lambda planner: planner.plan(wishes), by, why)

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

    def undo(self, id: str, by: str) -> Saved:
        """Take a listing back to what it was before its last change; twice brings the change back."""
        from kiosk.store.moments import undone

        return self._planned(lambda planner: undone(planner, id), by, "undo")[0]

    def questions(self) -> list[Question]:
        """What two people changed differently, and nobody has decided yet."""
        from kiosk.store.questions import questions

        with self._ledger.reading() as book:
            return questions(book)

    def answer(self, question: Question, take: Literal["mine", "theirs"], by: str) -> Saved:
        """Decide a question: `mine` is a new change, with `theirs` what stands stays."""
        from kiosk.store.questions import answered

        return self._planned(lambda planner: answered(planner, question, take), by, f"answer {take}")[0]

    def moments(self) -> Iterator[Moment]:
        """The changes that everything can be restored to, newest first."""
        from kiosk.store.moments import moments

        return moments(self._past, self._ledger.now())

    def restore(self, when: int | datetime | Path, by: str) -> list[Saved]:
        """Take every listing back to a change, a moment, or a backup file, in one change that can be undone."""
        from kiosk.store.restore import restored

        self._may()
        return restored(self._ledger, when, by)

    def would_restore(self, when: int | datetime | Path) -> list[tuple[Kept | None, Listing | None]]:
        """What `restore` would change: each listing as it stands, and as it would be. Nothing is written."""
        from kiosk.store.restore import previewed

        return previewed(self._ledger, when)

    def backup(self, file: Path) -> None:
        """Write one file that `restore` takes, while others may write."""
        from kiosk.store.backup_place import check_place
        from kiosk.store.restore import back_up

        check_place(file, self._directory)
        back_up(self._ledger, file)

    def pack(self) -> bytes:
        """The listings with their ancestry and their history as one file, for another directory to merge."""
        from kiosk.store.bundle import pack

        with self._ledger.reading() as book:
            return pack(book, self._ledger.log)

    def unpack(self, content: bytes) -> Bundle:
        """The bundle in a file's bytes. `Refused` when one byte of it is not as it was written."""
        from kiosk.store.bundle import unpack

        return unpack(content)

    def merge(self, other: Bundle, by: str) -> list[Saved]:
        """Take in what another directory brings, by the rules of two editors. Both ways, both end alike."""
        from kiosk.store.merging import Merging

        def plan(book: Book, _: Stamp) -> Plan:
            return Merging(book, self._past, other).plan()

        self._may()
        return self._storage.change(plan, one_line(by), "merge").saved

    def preview(self, other: Bundle) -> list[tuple[Kept | None, Listing | None]]:
        """What a merge would change: each listing as it stands, and as it would be. Nothing is written."""
        return [(ours, comes) for ours, comes, _ in self.foreseen(other)]

    def foreseen(self, other: Bundle) -> list[tuple[Kept | None, Listing | None, bool]]:
        """As `preview`, each with whether it would leave a question that is not open yet."""
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

    def _planned(self, plan: Callable[[Planner], Plan], by: str, why: str) -> list[Saved]:
        from kiosk.store.plan import Planner

        def planned(book: Book, stamp: Stamp) -> Plan:
            return plan(Planner(book, stamp, self._past))

        self._may()
        return self._storage.change(planned, one_line(by), why).saved


def one_line(by: str) -> str:
    """Who made a change, as one clean line of at most 80 signs."""
    return " ".join(clean_text(by).split())[:80]
