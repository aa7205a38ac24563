"""Changing listings: add, save, set, delete, undo, answer, restore. Everything is cleaned and checked on the way in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import takewhile
from pathlib import Path

from kiosk.domain.errors import NoSuch
from kiosk.domain.kept import Document, Edit, Question, Saved
from kiosk.domain.listing import Listing
from kiosk.domain.paths import with_value
from kiosk.domain.problems import BadListing
from kiosk.domain.validate import Problem, problems, sentence
from kiosk.domain.values import dataclass
from kiosk.services.keeper import Keeper, Take


@dataclass(frozen=True, slots=True)
class Restored:
    """What going back came to: the listings that it changed, and the change to restore to undo it."""

    saved: tuple[Saved, ...]
    undo: int | None
    """None when there is nothing to go back to: nothing was changed, or there were no listings before."""


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

    def set_many(self, docs: Iterable[tuple[Document, str]], by: str) -> list[Saved]:
        """As `set`, many in one change, each with the revision it started from: all of them or none."""
        edits = [Edit(str(doc["id"]), rev, doc) for doc, rev in docs]
        for edit in edits:
            if edit.content is not None:
                self._check(self._store.draft(edit.content))
        return self._store.batch(edits, by)

    def draft(self, doc: Document) -> Listing:
        """The listing as it would be kept; `BadListing` names the field that cannot be read."""
        return self._store.draft(doc)

    def problems(self, doc: Document) -> list[Problem]:
        """Everything that is wrong with a listing as somebody writes it; what cannot be read at all is one problem."""
        try:
            listing = self._store.draft(doc)
        except BadListing as error:
            return list(error.problems)
        return problems(listing, self._known_needs, self._known_supports)

    def change(self, ref: str, values: Iterable[tuple[str, object]], rev: str, by: str) -> Saved:
        """Set single fields of the listing with this id or number: each a path and its value, None to take it away.

        `rev` is the revision that the values were worked out from, empty for the one that stands: then they are set in
        what is there when it is this one's turn, however often others changed it while it waited.
        """
        wanted = list(values)
        if not rev:
            return self._store.revise(ref, lambda doc: self._with_values(doc, wanted), by)
        doc = self._store.origin(ref, rev)
        return self._store.batch([Edit(str(doc["id"]), rev, self._with_values(doc, wanted))], by)[0]

    def delete(self, ref: str, rev: str, by: str) -> Saved:
        """Take a listing away; its number is not given again for 400 days. An empty `rev` is whatever stands."""
        id = self._store.id_of(ref) if rev else self._store.get(ref).id
        return self._store.batch([Edit(id, rev, None)], by, "delete")[0]

    def undo(self, ref: str, by: str) -> Saved:
        """Take a listing back to what it was before its last change, also a deleted one. Twice: the change is back."""
        return self._store.undo(self._store.id_of(ref), by)

    def questions(self, ref: str = "", field: str | None = None) -> list[Question]:
        """The open questions, of one listing or one field of it if that is wanted. `NoSuch` when it has none there."""
        found = self._store.questions()
        if not ref:
            return found
        id = self._store.id_of(ref)
        found = [each for each in found if each.id == id and field in (None, each.field)]
        if field is not None and not found:
            said = f"“{id}” has no open question about {field or 'the whole of it'}. See: kiosk questions {id}"
            raise NoSuch(said).coded("answered", id=id)
        return found

    def left_open(self, saved: Saved, by: str) -> list[Question]:
        """The questions that a save by this person left open; those of others where the same was asked before."""
        found = self.questions(saved.id)
        return [each for each in found if each.by == by] or found

    def answer(self, questions: Sequence[Question], take: Take, by: str) -> Saved:
        """Decide questions of one listing. What they come to is checked before the first of them is decided.

        Where two people ask about one field, the one who asked last has it.
        """
        whole_first = sorted(questions, key=lambda each: each.field != "")
        wishes = list(zip(whole_first, _taken(whole_first, take), strict=True))
        self._check_answers([question for question, taken in wishes if taken == "mine"])
        return [self._store.answer(question, taken, by) for question, taken in wishes][-1]

    def restore(self, when: int | datetime | Path, by: str) -> Restored:
        """Take every listing back to a change, a moment, or a backup file: one change, which `undo` takes back."""
        before = next((moment.when for moment in self._store.moments()), 0)
        if not before and not isinstance(when, Path):
            said = "There is nothing to go back to. Nothing was changed. See: kiosk restore --list"
            raise NoSuch(said).coded("nothing-before")
        saved = tuple(self._store.restore(when, by))
        ids = {each.id for each in saved}
        later = takewhile(lambda moment: moment.when > before, self._store.moments())
        ours = (moment.when for moment in later if moment.why.startswith("restore") and set(moment.ids) == ids)
        return Restored(saved, max(next(ours, 0) - 1, 0) or None)

    def _with_values(self, doc: Document, values: Iterable[tuple[str, object]]) -> Document:
        """The listing with these values, if it may be kept."""
        id = doc["id"]
        try:
            for path, value in values:
                doc = with_value(doc, path, value)
        except RecursionError as error:
            message = "The value nests too deep. Nothing was changed. Write it in fewer levels."
            raise BadListing(message, [Problem("", "too-deep")]) from error
        if "rev" in doc:
            message = "rev is not a field that can be set. Nothing was changed. Leave it out."
            raise BadListing(message, [Problem("", "unknown-field", "rev")])
        self._check(self._store.draft({"id": id, **doc}))
        return doc

    def _check_answers(self, mine: Sequence[Question]) -> None:
        """`Refused` when a listing with these values may not be shown."""
        doc = self._standing(mine[0].id) if mine else None
        for question in mine:
            if not question.field:
                doc = question.mine if isinstance(question.mine, Mapping) else None
            elif doc is None:
                said = f"“{question.id}” is deleted. Nothing was changed. First: kiosk undo {question.id}"
                raise NoSuch(said).coded("deleted", id=question.id)
            else:
                doc = with_value(doc, question.field, question.mine)
        if doc is not None:
            self._check(self._store.draft(doc))

    def _standing(self, id: str) -> Document | None:
        try:
            return self._store.document(self._store.get(id))
        except NoSuch:
            return None

    def _new(self, doc: Document, place: int) -> Edit:
        try:
            self._check(self._store.draft(doc))
        except BadListing as error:
            raise BadListing(f"{_called(doc, place)}: {error}", error.problems) from error
        return Edit("", "", doc)

    def _check(self, listing: Listing) -> None:
        found = problems(listing, self._known_needs, self._known_supports)
        if found:
            more = f" More is wrong in: {', '.join(one.field for one in found[1:6])}." if len(found) > 1 else ""
            raise BadListing(f"{sentence(found[0])} Nothing was changed.{more}", found)


def _taken(whole_first: Sequence[Question], take: Take) -> list[Take]:
    """What is taken of each: where the listing itself goes, what was asked about its fields is dropped."""
    whole = [question for question in whole_first if not question.field]
    is_gone = take == "mine" and bool(whole) and whole[-1].mine is None
    return ["theirs" if is_gone and question.field else take for question in whole_first]


def _called(doc: Document, place: int) -> str:
    """How an error names a listing that has no place yet: its id, its name, or its place in the file."""
    name = doc.get("name")
    named = name.get("en") if isinstance(name, Mapping) else None
    for known in (doc.get("id"), named):
        if isinstance(known, str) and known:
            return f"“{known.encode('utf-8', 'replace').decode()[:80]}”"
    return f"Listing {place}"
