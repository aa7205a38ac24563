"""Changing listings: add from JSON documents, save, delete. Everything is cleaned and checked on the way in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from kiosk.domain.errors import Refused
from kiosk.domain.kept import Document, Edit, Saved
from kiosk.domain.listing import Listing
from kiosk.domain.validate import problems, sentence


class Keeper(Protocol):
    """What editing asks of the store."""

    def draft(self, content: Listing | Document) -> Listing:
        """The listing as it would be kept, or `Refused`."""

    def documents(self, text: bytes) -> list[Document]:
        """The JSON objects in a file's bytes."""

    def batch(self, edits: Iterable[Edit], by: str, why: str = "set") -> list[Saved]:
        """All of the edits or none."""


class Editing:
    """What staff do to listings; the desk and the command line share it."""

    def __init__(self, store: Keeper, known_needs: Collection[str], known_supports: Collection[str]) -> None:
        self._store = store
        self._known_needs = frozenset(known_needs)
        self._known_supports = frozenset(known_supports)

    def add(self, docs: Iterable[Document], by: str) -> list[Saved]:
        """Keep new listings: all of them or none. `Refused` names the first listing and field that is wrong."""
        edits = [self._new(doc, place) for place, doc in enumerate(docs, start=1)]
        return self._store.batch(edits, by, "add")

    def add_json(self, text: bytes, by: str) -> list[Saved]:
        """As `add`, from a file's bytes: one JSON object or an array of them."""
        return self.add(self._store.documents(text), by)

    def save(self, listing: Listing, rev: str, by: str) -> Saved:
        """Keep a changed listing in place of the revision it started from. A stale one is never written over."""
        self._check(self._store.draft(listing))
        return self._store.batch([Edit(listing.id, rev, listing)], by)[0]

    def set(self, id: str, doc: Document, rev: str, by: str) -> Saved:
        """As `save`, from the whole listing as a JSON object."""
        self._check(self._store.draft({"id": id, **doc}))
        return self._store.batch([Edit(id, rev, doc)], by)[0]

    def delete(self, id: str, rev: str, by: str) -> Saved:
        """Take a listing away; its number is not given again for 400 days."""
        return self._store.batch([Edit(id, rev, None)], by, "delete")[0]

    def _new(self, doc: Document, place: int) -> Edit:
        try:
            self._check(self._store.draft(doc))
        except Refused as error:
            raise Refused(f"{_called(doc, place)}: {error}") from error
        return Edit("", "", doc)

    def _check(self, listing: Listing) -> None:
        found = problems(listing, self._known_needs, self._known_supports)
        if found:
            more = f" More is wrong in: {', '.join(one.field for one in found[1:6])}." if len(found) > 1 else ""
            raise Refused(f"{sentence(found[0])} Nothing was changed.{more}")


def _called(doc: Document, place: int) -> str:
    """How an error names a listing that has no place yet: its id, its name, or its place in the file."""
    name = doc.get("name")
    named = name.get("en") if isinstance(name, Mapping) else None
    for known in (doc.get("id"), named):
        if isinstance(known, str) and known:
            return f"“{known.encode('utf-8', 'replace').decode()[:80]}”"
    return f"Listing {place}"
