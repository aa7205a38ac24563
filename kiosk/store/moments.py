"""History and undo: the revisions of one listing, and the changes that everything can be taken back to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from kiosk.domain.errors import NoSuch
from kiosk.domain.kept import Altered, Document, Moment, Version
from kiosk.store.record import Put
from kiosk.store.revision import no_revision

if TYPE_CHECKING:
    from kiosk.store.book import Book
    from kiosk.store.history import Past
    from kiosk.store.plan import Plan, Planner
    from kiosk.store.row import Row


def history(past: Past, row: Row) -> Iterator[Version]:
    """The revisions of a listing, newest first, as far back as they are kept."""
    for step in past.versions(row):
        record, put = step.record, step.put
        yield Version(record.seq, put.rev, put.parent, record.at, record.by, record.why, fields(put))


def altered(past: Past, row: Row) -> Iterator[Altered]:
    """As `history`, each with the listing before and after."""
    for version, step in zip(history(past, row), past.versions(row), strict=True):
        yield Altered(version, _tree(step.before), _tree(step.put.content))


def _tree(content: bytes | None) -> Document | None:
    return None if content is None else msgspec.json.decode(content, type=dict[str, object])


def undone(planner: Planner, ref: str) -> Plan:
    """The listing as it was before its last change that altered it."""
    row = planner.book.named(ref)
    doc = bytes(row.doc) or None
    for step in planner.past.versions(row):
        if step.before != doc:
            return planner.planned([planner.put(row.id, step.before)])
    raise NoSuch(f"What “{row.id}” was before is not kept any more. Nothing was changed.").coded("not-kept")


def origin(past: Past, row: Row, rev: str) -> dict[str, object]:
    """The document at a revision of the listing, or the one that stands where that one is not kept any more."""
    is_kept, content = past.document(row, rev)
    if not is_kept and rev not in row.known():
        raise no_revision(row.id, row.rev, rev)
    document = content if is_kept else bytes(row.doc)
    if not document:
        said = f"“{row.id}” was deleted. Nothing was changed. To bring it back: kiosk undo {row.id}"
        raise NoSuch(said).coded("deleted", id=row.id)
    return msgspec.json.decode(document, type=dict[str, object])


def moments(past: Past, book: Book) -> Iterator[Moment]:
    """The changes that are kept without a gap, newest first: everything can be taken back to each of them."""
    expected = book.seq
    for record in past.records():
        if record.seq != expected:
            return
        expected -= 1
        altered = sorted({field for put in record.put for field in fields(put)})
        ids = tuple(put.id for put in record.put)
        yield Moment(record.seq, record.at, record.by, record.why, ids, tuple(altered))


def fields(put: Put) -> tuple[str, ...]:
    """The top-level fields that a change altered: all of them for a new listing, none for a question."""
    changed = put.was or (b"{}" if put.parent or put.content is None else put.doc)
    return tuple(sorted(msgspec.json.decode(changed, type=dict[str, msgspec.Raw])))
