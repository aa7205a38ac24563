"""The listings of one school as typed values: save against a revision, delete, take in, go back, all or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kiosk.domain.kept import Document, Edit, Question, Saved
from kiosk.domain.listing import Listing
from kiosk.domain.text import clean_text
from kiosk.store.book import Book
from kiosk.store.bounds import Bounds
from kiosk.store.disk import Disk
from kiosk.store.ledger import Stamp
from kiosk.store.reading import Reading

if TYPE_CHECKING:
    from kiosk.store.bundle import Bundle
    from kiosk.store.plan import Plan, Planner
    from kiosk.store.storage import Listed


def utc_now() -> datetime:
    """This machine's clock, in UTC."""
    return datetime.now(UTC)


class Store(Reading):
    """One directory of listings, read and changed. TinyDB and JSON never leave it."""

    def __init__(
        self,
        directory: Path,
        clock: Callable[[], datetime] = utc_now,
        disk: Disk | None = None,
        bounds: Bounds | None = None,
        may: Callable[[], None] = lambda: None,
    ) -> None:
        """`may` raises what stops a change: it is asked before each, whatever way it comes."""
        super().__init__(directory, clock, disk or Disk(), bounds or Bounds())
        self._may = may

    @cached_property
    def tinydb(self) -> Listed:
        """The same listings as TinyDB's table of documents: every call of it is one durable change."""
        from kiosk.store.storage import Listed

        return Listed(self._ledger)

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

    def revise(self, ref: str, wish: Callable[[Document], Document], by: str) -> Saved:
        """Keep what `wish` makes of a listing as it stands. Nobody changes it between: there is nothing to merge."""

        def plan(planner: Planner) -> Plan:
            kept = planner.book.standing(ref)
            return planner.plan([Edit(kept.id, kept.rev, wish(self.document(kept)))])

        self.get(ref)  # where there is no such listing, nobody waits, and nothing is made
        return self._planned(plan, by, "set")[0]

    def undo(self, id: str, by: str) -> Saved:
        """Take a listing back to what it was before its last change; twice brings the change back."""
        from kiosk.store.moments import undone

        return self._planned(lambda planner: undone(planner, id), by, "undo")[0]

    def answer(self, question: Question, take: Literal["mine", "theirs"], by: str) -> Saved:
        """Decide a question: `mine` is a new change, with `theirs` what stands stays."""
        from kiosk.store.questions import answered

        return self._planned(lambda planner: answered(planner, question, take), by, f"answer {take}")[0]

    def restore(self, when: int | datetime | Path, by: str) -> list[Saved]:
        """Take every listing back to a change, a moment, or a backup file, in one change that can be undone."""
        from kiosk.store.restore import restored

        self._may()
        return restored(self._ledger, when, by)

    def backup(self, file: Path) -> None:
        """Write one file that `restore` takes, while others may write."""
        from kiosk.store.backup_place import check_place
        from kiosk.store.restore import back_up

        check_place(file, self._directory)
        back_up(self._ledger, file)

    def merge(self, other: Bundle, by: str) -> list[Saved]:
        """Take in what another directory brings, by the rules of two editors. Both ways, both end alike."""
        from kiosk.store.merging import Merging

        def plan(book: Book, _: Stamp) -> Plan:
            return Merging(book, self._past, other).plan()

        self._may()
        return self._ledger.change(plan, one_line(by), "merge").saved

    def _planned(self, plan: Callable[[Planner], Plan], by: str, why: str) -> list[Saved]:
        from kiosk.store.plan import Planner  # a lobby only reads

        def planned(book: Book, stamp: Stamp) -> Plan:
            return plan(Planner(book, stamp, self._past))

        self._may()
        return self._ledger.change(planned, one_line(by), why).saved


def one_line(by: str) -> str:
    """Who made a change, as one clean line of at most 80 signs."""
    return " ".join(clean_text(by).split())[:80]
