"""What a batch of edits comes to, worked out before anything is written: one put for each listing that changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

import msgspec

from kiosk.domain.errors import NoSuch, Refused
from kiosk.domain.ids import id_from
from kiosk.domain.kept import Edit, Head, Outcome, Saved
from kiosk.domain.listing import Listing
from kiosk.domain.problems import BadListing, Problem
from kiosk.domain.text import clean_text
from kiosk.store.book import Book, was
from kiosk.store.bounds import LARGEST_CHANGE
from kiosk.store.canonical import encode
from kiosk.store.codec import with_stated
from kiosk.store.drafts import KEPT, check_draft, draft
from kiosk.store.history import Past
from kiosk.store.ledger import Stamp
from kiosk.store.numbers import Numbers, is_past
from kiosk.store.record import NULL, Put
from kiosk.store.revised import revised
from kiosk.store.revision import next_rev
from kiosk.store.row import Open, Row
from kiosk.store.settle import name_of, settled
from kiosk.store.snapshot import number_of


@dataclass(frozen=True, slots=True)
class Plan:
    """The outcome of a batch: what to write, and one answer for each edit."""

    puts: tuple[Put, ...]
    saved: list[Saved]


class Planner:
    """Works a batch out against the listings as they stand. Anything wrong raises, and nothing was written."""

    def __init__(self, book: Book, stamp: Stamp, past: Past) -> None:
        self.book = book
        self.past = past
        self._stamp = stamp
        self._puts: dict[str, Put] = {}
        self._seen: set[str] = set()
        self._size = 0
        self._numbers: Numbers | None = None

    def plan(self, edits: Iterable[Edit]) -> Plan:
        """Work out every edit. Numbers that people wrote are taken before any is given out."""
        saved: list[Saved] = []
        waiting: list[tuple[int, str, dict[str, object]]] = []
        for edit in map(_named, edits):
            row = self.book.row(edit.id)
            if row is None or (row.is_tombstone and not edit.rev):
                if edit.content is None:
                    said = f"There is no listing “{edit.id}”. {KEPT} Look at the list and try again."
                    raise NoSuch(said).coded("no-listing", id=edit.id)
                waiting.append((len(saved), *self._ready(edit, row)))
                saved.append(Saved("", None, "", "saved"))  # its place among the answers
            else:
                saved.append(self._change(edit, row))
        for place, id, doc in waiting:
            saved[place] = self._add(id, doc)
        return self.planned(saved)

    def planned(self, saved: list[Saved]) -> Plan:
        """What was worked out so far, with the answers to it."""
        return Plan(tuple(self._puts.values()), saved)

    def put(self, id: str, content: bytes | None, questions: tuple[Open, ...] | None = None) -> Saved:
        """Let a listing be this document again (canonical bytes, None: deleted), or what a question was answered with.

        A number that somebody else has now is not given twice: a listing that stands keeps its own, else it gets one.
        """
        row = self.book.row(id)
        standing = (bytes(row.doc) or None) if row else None
        if content is not None:
            doc = msgspec.json.decode(content, type=dict[str, object])
            if self.book.numbers.get(_number(doc), id) != id:
                content = encode({**doc, "number": number_of(row) if row and standing else self._free.give()})
        asked = row.questions if row and questions is None else questions or ()
        if row and standing == content and row.questions == asked:
            return Saved(id, number_of(row), row.rev, "unchanged")
        return self._write(id, row, content, asked, "saved")

    def _change(self, edit: Edit, row: Row) -> Saved:
        """What an edit of a listing that stands, or stood, comes to."""
        self._once(edit.id)
        if edit.content is not None and not edit.rev:
            raise BadListing(
                f"There is already a listing with the id “{edit.id}” (No. {number_of(row)}). {KEPT} "
                "Choose another id, or change that listing.",
                [Problem("id", "id-taken", edit.id)],
            )
        kept = self.book.kept(edit.id) if edit.content is not None else None
        quick = revised(edit.content, row, kept) if kept and edit.content is not None else None
        mine = quick.content if quick else self._mine(edit, row)
        if mine == (bytes(row.doc) or None):
            return Saved(edit.id, number_of(row), row.rev, "unchanged")
        if edit.rev in ("", row.rev) and not row.is_tombstone:
            return self._write(edit.id, row, mine, row.questions, "saved", quick.was if quick else None)
        joined = settled(row, edit.rev, mine, self.past, self._stamp)
        if joined.content is not None:
            check_draft(msgspec.json.decode(joined.content, type=dict[str, object]))
        if joined.content == (bytes(row.doc) or None) and joined.questions == row.questions:
            return Saved(edit.id, number_of(row), row.rev, "question" if joined.asks else "unchanged")
        return self._write(edit.id, row, joined.content, joined.questions, "question" if joined.asks else "merged")

    def _mine(self, edit: Edit, row: Row) -> bytes | None:
        """The document that the edit wants, in canonical bytes; None to delete."""
        if edit.content is None:
            return None
        doc = _with_id(edit)
        number = number_of(row)
        if doc.setdefault("number", number) != number:
            message = f"number of “{edit.id}” is {number} for life. {KEPT} Leave it as it is."
            raise BadListing(message, [Problem("number", "number-for-life", str(number))])
        if isinstance(edit.content, Listing) and not row.is_tombstone:
            doc = with_stated(doc, row.document())
        else:
            check_draft(doc)
        return encode(doc)

    def _ready(self, edit: Edit, grave: Row | None) -> tuple[str, dict[str, object]]:
        """A new listing's id and document; the number that a person wrote is taken."""
        if edit.rev:
            said = f"There is no listing “{edit.id}” any more. {KEPT} Add it as a new one."
            raise NoSuch(said).coded("no-listing", id=edit.id)
        doc = _with_id(edit)
        if "id" not in doc:
            taken = {*self.book.listings, *self.book.graves, *self._seen}
            doc["id"] = id_from(_name_in(doc), taken)
        listing = check_draft(doc)
        self._once(listing.id)
        is_own = grave is not None and listing.number == grave.number and self._has_number(grave)
        if listing.number is not None and not is_own and not self._free.take(listing.number):
            message = f"number {listing.number} of “{listing.id}” is in use or was. {KEPT} Leave it out to get one."
            raise BadListing(message, [Problem("number", "number-taken", str(listing.number))])
        return listing.id, doc

    def _add(self, id: str, doc: dict[str, object]) -> Saved:
        own = self.book.graves.get(id)
        if "number" not in doc:
            doc["number"] = own.number if own and self._has_number(own) else self._free.give()
        return self._write(id, own, encode(doc), own.questions if own else (), "saved")

    def _write(
        self,
        id: str,
        row: Row | None,
        content: bytes | None,
        questions: tuple[Open, ...],
        outcome: Outcome,
        before: msgspec.Raw | None = None,
    ) -> Saved:
        self._size += len(content or b"")
        if self._size > LARGEST_CHANGE:
            message = f"The change is larger than 256 MiB. {KEPT} Save in smaller parts."
            raise Refused(message).coded("change-too-large")
        parent = row.rev if row else ""
        put = self._puts[id] = Put(
            id=id, rev=next_rev(parent, content), parent=parent, questions=questions,
            was=was(row, content) if before is None else before, doc=NULL if content is None else msgspec.Raw(content),
        )  # fmt: skip
        return Saved(id, self._number_of(row, content), put.rev, outcome)

    def _number_of(self, row: Row | None, content: bytes | None) -> int:
        """The number that a listing has when this is written: its own for life, else the one that was given to it."""
        kept = self.book.kept(row.id) if row else None
        if kept is not None and kept.number is not None:
            return kept.number  # known already
        if row is not None and content is None:
            return number_of(row)
        return _number(msgspec.json.decode(content or b"{}", type=dict[str, object]))

    @property
    def _free(self) -> Numbers:
        """The numbers that may be given: found out only when something is added."""
        if self._numbers is None:
            past = {row.number for row in self.book.graves.values() if self._is_past(row)}
            living = {number_of(row) for row in self.book.listings.values()} if past else set()
            self._numbers = Numbers(set(self.book.numbers) - (past - living))
        return self._numbers

    def _has_number(self, grave: Row) -> bool:
        """Whether a listing that was deleted can have its number again: its days are not over, and nobody has it."""
        return not self._is_past(grave) and self.book.numbers.get(grave.number, grave.id) == grave.id

    def _is_past(self, grave: Row) -> bool:
        return is_past(grave.at, datetime.fromisoformat(self._stamp.at))

    def _once(self, id: str) -> None:
        if id in self._seen:
            message = f"“{id}” stands twice in what is to be saved. {KEPT} Keep one of them."
            raise Refused(message).coded("twice", id=id)
        self._seen.add(id)


def _number(doc: dict[str, object]) -> int:
    number = doc.get("number")
    return number if isinstance(number, int) else 0


def _named(edit: Edit) -> Edit:
    """The edit with its id, where only the content says it."""
    if edit.id or edit.content is None:
        return edit
    id = edit.content.id if isinstance(edit.content, Listing) else edit.content.get("id")
    return replace(edit, id=clean_text(id)) if isinstance(id, str) else edit


def _with_id(edit: Edit) -> dict[str, object]:
    assert edit.content is not None  # deletions do not come here
    doc = draft(edit.content)
    if edit.id and doc.setdefault("id", edit.id) != edit.id:
        message = f"id of “{edit.id}” cannot be changed to “{doc['id']}”. {KEPT} Add a new listing instead."
        raise BadListing(message, [Problem("id", "id-for-life", edit.id)])
    return doc


def _name_in(doc: dict[str, object]) -> str:
    try:
        return name_of(msgspec.convert(doc, Head).name)
    except msgspec.ValidationError:
        return ""  # the wrong type is refused by its path a moment later
