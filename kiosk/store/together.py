"""Two changes that are right each by itself may be wrong together: then what stands stays, and a person is asked.

Raising the lowest age and lowering the highest may cross; one takes the English name away, the other the Spanish one.
No rule goes past one top-level field, so that field is taken whole from the side that stands.
"""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.domain.errors import Refused
from kiosk.domain.kept import Document
from kiosk.domain.merge import Conflict, Merged
from kiosk.domain.steps import Members, member_path, steps_of
from kiosk.domain.tree import copied, same
from kiosk.domain.validate import problems
from kiosk.store.bounds import LARGEST_LISTING
from kiosk.store.canonical import canonical, encode
from kiosk.store.codec import to_listing


def reconciled(merged: Merged, base: Document | None, mine: Document | None, theirs: Document | None) -> Merged:
    """What a merge came to, with the fields that became wrong by it as `theirs` has them, and asked about."""
    if merged.doc is None or mine is None or theirs is None or same(merged.doc, theirs) or same(merged.doc, mine):
        return merged
    wrong = wrong_fields(merged.doc) - wrong_fields(mine) - wrong_fields(theirs)
    joined = _as_theirs(merged, wrong, base or {}, mine, theirs)
    if joined.doc is None or len(encode(canonical(joined.doc))) <= LARGEST_LISTING:
        return joined
    return _as_theirs(merged, {*mine, *theirs} - {"id", "number"}, base or {}, mine, theirs)


def wrong_fields(doc: Document) -> set[str]:
    """The top-level fields that may not be shown as they are; needs and supports that are not known do not count."""
    fields = {"name"} if not doc.get("name") else set()
    try:
        listing = to_listing({"name": {"en": "?"}, **doc})
    except Refused:
        return fields
    return fields | {_top(each.field) for each in problems(listing, listing.needs, listing.supports)}


def _as_theirs(merged: Merged, fields: Iterable[str], base: Document, mine: Document, theirs: Document) -> Merged:
    doc = dict(merged.doc or {})
    conflicts = list(merged.conflicts)
    for field in sorted(fields):
        if same(mine.get(field), theirs.get(field)) or same(mine.get(field), base.get(field)):
            continue
        doc.pop(field, None)
        if field in theirs:
            doc[field] = copied(theirs[field])
        conflicts = [each for each in conflicts if field not in _tops(each.field)]
        one, two, three = (copied(side.get(field)) for side in (base, mine, theirs))
        conflicts.append(Conflict(member_path("", field), one, two, three))
    return Merged(doc, tuple(conflicts))


def _top(path: str) -> str:
    return _tops(path)[0]


def _tops(path: str) -> tuple[str, ...]:
    """The top-level fields of a path."""
    step = steps_of(path)[0]
    return step.names if isinstance(step, Members) else ("",)
