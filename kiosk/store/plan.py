"""What a batch of edits comes to, worked out before anything is written: new rows, tombstones, and what to answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

import msgspec

from kiosk.domain.errors import ChangedElsewhere, NoSuch, Refused
from kiosk.domain.ids import id_from
from kiosk.domain.kept import Edit, Head, Saved
from kiosk.domain.listing import Listing, LocalText
from kiosk.domain.text import clean_text
from kiosk.store.canonical import encode
from kiosk.store.codec import with_stated
from kiosk.store.drafts import KEPT, check_draft, draft
from kiosk.store.numbers import Numbers, is_past
from kiosk.store.recovery import Contents
from kiosk.store.revision import KEPT_ANCESTORS, next_rev
from kiosk.store.rows import EMPTY, Row, checked

LARGEST_CHANGE = 256 * 1024 * 1024
"""Bytes of all documents in one change."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who changes what the listings are, when (UTC) and why; `seq` is the change's number."""

    seq: int
    at: str
    by: str
    why: str


@dataclass(slots=True)
class Plan:
    """The outcome of a batch: rows to put in and to take out, by key, and one answer for each edit."""

    puts: dict[str, Row] = field(default_factory=dict)
    graves: dict[str, Row] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)
    """Keys of listings that go or are replaced."""
    unburied: set[str] = field(default_factory=set)
    """Keys of tombstones that go: added again, or past their days."""
    saved: list[Saved] = field(default_factory=list)

    @property
    def changes_something(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.puts or self.graves)


class Planner:
    """Works a batch out against the contents as they stand. Anything wrong raises, and nothing was written."""

    def __init__(self, contents: Contents, stamp: Stamp) -> None:
        self._stamp = stamp
        self._standing = {row.id: (key, row) for key, row in contents.listings.items()}
        self._buried = {row.id: (key, row) for key, row in contents.tombstones.items()}
        now = datetime.fromisoformat(stamp.at)
        past = {key for key, row in contents.tombstones.items() if is_past(row.at, now)}
        self._plan = Plan(unburied=past)
        self._numbers = Numbers(
            map(int, [*contents.listings, *(key for key in contents.tombstones if key not in past)])
        )
        self._seen: set[str] = set()
        self._size = 0

    def plan(self, edits: Iterable[Edit]) -> Plan:
        """Work out every edit. Numbers that people wrote are taken before any is given out."""
        waiting: list[tuple[int, str, dict[str, object]]] = []
        for edit in map(_named, edits):
            if edit.content is None:
                self._bury(edit)
            elif edit.id in self._standing:
                self._replace(edit)
            else:
                waiting.append((len(self._plan.saved), *self._ready(edit)))
                self._plan.saved.append(Saved("", None, "", "saved"))  # its place among the answers
        for place, id, doc in waiting:
            self._plan.saved[place] = self._add(id, doc)
        return self._plan

    def _bury(self, edit: Edit) -> None:
        if edit.id not in self._standing:
            raise NoSuch(f"There is no listing “{edit.id}”. {KEPT} Look at the list and try again.")
        self._once(edit.id)
        key, row = self._standing[edit.id]
        if edit.rev:
            _check_rev(row, edit.rev)
        self._plan.removed.add(key)
        self._plan.graves[key] = self._row(key, edit.id, row, None)
        self._plan.saved.append(Saved(edit.id, int(key), self._plan.graves[key].rev, "saved"))

    def _replace(self, edit: Edit) -> None:
        key, row = self._standing[edit.id]
        self._once(edit.id)
        if not edit.rev:
            raise Refused(
                f"There is already a listing with the id “{edit.id}” (No. {key}). {KEPT} "
                "Choose another id, or change that listing."
            )
        doc = _with_id(edit)
        if isinstance(edit.content, Listing):
            doc = with_stated(doc, row.document())
        if doc.setdefault("number", int(key)) != int(key):
            raise Refused(f"number of “{edit.id}” is {key} for life. {KEPT} Leave it as it is.")
        check_draft(doc)
        if encode(doc) == bytes(row.doc):
            self._plan.saved.append(Saved(edit.id, int(key), row.rev, "unchanged"))
            return
        _check_rev(row, edit.rev)
        self._put(key, edit.id, row, doc)
        self._plan.removed.add(key)
        self._plan.saved.append(Saved(edit.id, int(key), self._plan.puts[key].rev, "saved"))

    def _ready(self, edit: Edit) -> tuple[str, dict[str, object]]:
        """A new listing's id and document; the number that a person wrote is taken."""
        if edit.rev:
            raise NoSuch(f"There is no listing “{edit.id}” any more. {KEPT} Add it as a new one.")
        doc = _with_id(edit)
        if "id" not in doc:
            doc["id"] = id_from(_name_in(doc), {*self._standing, *self._buried, *self._seen})
        listing = check_draft(doc)
        self._once(listing.id)
        own = self._buried.get(listing.id)
        is_own = own is not None and listing.number == int(own[0])
        if listing.number is not None and not is_own and not self._numbers.take(listing.number):
            raise Refused(
                f"number {listing.number} of “{listing.id}” is in use or was. {KEPT} Leave it out to get one."
            )
        return listing.id, doc

    def _add(self, id: str, doc: dict[str, object]) -> Saved:
        own = self._buried.get(id)
        if "number" not in doc:
            is_kept = own is not None and own[0] not in self._plan.unburied
            doc["number"] = int(own[0]) if own is not None and is_kept else self._numbers.give()
        key = str(doc["number"])
        if own is not None:
            self._plan.unburied.add(own[0])
        self._put(key, id, own[1] if own else None, doc)
        return Saved(id, int(key), self._plan.puts[key].rev, "saved")

    def _put(self, key: str, id: str, parent: Row | None, doc: dict[str, object]) -> None:
        content = encode(doc)
        self._size += len(content)
        if self._size > LARGEST_CHANGE:
            raise Refused(f"The change is larger than 256 MiB. {KEPT} Save in smaller parts.")
        self._plan.puts[key] = self._row(key, id, parent, content)

    def _row(self, key: str, id: str, parent: Row | None, content: bytes | None) -> Row:
        stamp, before = self._stamp, parent.rev if parent else ""
        return checked(
            key,
            Row(
                seq=stamp.seq,
                why=stamp.why,
                id=id,
                rev=next_rev(before, content),
                at=stamp.at,
                by=stamp.by,
                revs=(before, *parent.revs)[:KEPT_ANCESTORS] if parent else (),
                doc=msgspec.Raw(content) if content else EMPTY,
            ),
        )

    def _once(self, id: str) -> None:
        if id in self._seen:
            raise Refused(f"“{id}” stands twice in what is to be saved. {KEPT} Keep one of them.")
        self._seen.add(id)


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
        raise Refused(f"id of “{edit.id}” cannot be changed to “{doc['id']}”. {KEPT} Add a new listing instead.")
    return doc


def _check_rev(row: Row, rev: str) -> None:
    """Whether the edit started from what stands. A stale one is never written over somebody else's work."""
    if rev == row.rev:
        return
    if rev in row.revs:
        raise ChangedElsewhere(
            f"“{name_of(row.head().name) or row.id}” was changed by {row.by or 'somebody'} since you opened it. "
            "That change stands and yours was not saved. Open it again and make your change there."
        )
    raise NoSuch(f"There is no revision {rev[:50]} of “{row.id}”. {KEPT} Open the listing again.")


def name_of(name: LocalText) -> str:
    """A listing's name for staff: English, else any."""
    return name.get("en") or next(iter(name.values()), "")


def _name_in(doc: dict[str, object]) -> str:
    try:
        return name_of(msgspec.convert(doc, Head).name)
    except msgspec.ValidationError:
        return ""  # the wrong type is refused by its path a moment later
