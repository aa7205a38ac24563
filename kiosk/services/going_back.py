"""Going back in the history of one listing: a change taken out, or all of it put back. Either way a change is added."""

from __future__ import annotations

from kiosk.domain.errors import NoSuch
from kiosk.domain.kept import Altered, Question, Saved
from kiosk.services.desk import Desk


def undo_change(desk: Desk, altered: Altered, *, is_newest: bool) -> Saved:
    """Take one change out again. What was changed since stays; where that is the same place, it becomes a question."""
    by, id = desk.who.name, _id(altered)
    if is_newest:
        return desk.editing.undo(id, by)
    if altered.before is None:
        raise NoSuch("There was no listing before this change. Nothing was changed.").coded("nothing-before")
    return desk.editing.set(id, _numbered(desk, id, altered.before), altered.version.rev, by)


def put_back(desk: Desk, altered: Altered) -> Saved:
    """The listing as it was just after this change."""
    id = _id(altered)
    if altered.after is None:
        raise NoSuch("It was deleted then. Nothing was changed. Choose an older line.").coded("deleted-then")
    standing = desk.records.load().get(id)
    if standing is None:
        newest = next(iter(desk.records.history(id)))
        return desk.editing.set(id, altered.after, newest.rev, desk.who.name)
    return desk.editing.set(id, _numbered(desk, id, altered.after), standing.rev, desk.who.name)


def take_before(desk: Desk, question: Question) -> Saved:
    """Decide a question for neither side: what was before stands again. Both sides stay in the history."""
    by = desk.who.name
    if not question.field:
        said = "The whole listing cannot be as before. Nothing was changed. Take mine or theirs."
        raise NoSuch(said).coded("mine-or-theirs")
    desk.editing.change(question.id, [(question.field, question.base)], "", by)
    return desk.editing.answer([question], "theirs", by)


def _id(altered: Altered) -> str:
    doc = altered.after or altered.before or {}
    return str(doc["id"])


def _numbered(desk: Desk, id: str, doc: object) -> dict[str, object]:
    """The document with the number that the listing has now: it is for life, whatever it was in that version."""
    standing = desk.records.load().get(id)
    assert isinstance(doc, dict)  # it was a listing
    number = standing.number if standing is not None else doc.get("number")
    return {**doc, "number": number} if number else dict(doc)
