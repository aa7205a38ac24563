"""A save that started from an older revision: joined with what stands, and what cannot be joined is asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from kiosk.domain.errors import NoSuch, Refused
from kiosk.domain.listing import LocalText
from kiosk.domain.merge import Conflict, merge
from kiosk.store.bounds import QUESTIONS
from kiosk.store.canonical import canonical, encode
from kiosk.store.drafts import KEPT
from kiosk.store.history import Past
from kiosk.store.ledger import Stamp
from kiosk.store.revision import no_revision
from kiosk.store.row import Open, Row


@dataclass(frozen=True, slots=True)
class Settled:
    """What two changes come to: the document (canonical bytes, None: deleted), the questions that are open then."""

    content: bytes | None
    questions: tuple[Open, ...]
    asks: bool
    """Whether something was changed twice."""


def settled(row: Row, rev: str, mine: bytes | None, past: Past, stamp: Stamp) -> Settled:
    """Join `mine`, made from the revision `rev`, with what stands. `NoSuch` when `rev` is not one of its own.

    The log goes further back than what a listing remembers itself: who waited for long is joined all the same.
    """
    is_kept, base = past.document(row, rev)
    if not is_kept and rev not in row.known():
        raise no_revision(row.id, row.rev, rev)
    return joined(row, mine, base, is_kept, stamp.by, stamp.at)


def joined(row: Row, mine: bytes | None, base: bytes | None, has_base: bool, by: str, at: str) -> Settled:
    """What stands, joined with `mine`, which `by` wrote at the moment `at`, both made from `base`."""
    from kiosk.store.together import reconciled

    sides = _tree(base), _tree(mine), _tree(bytes(row.doc) or None)
    merged = reconciled(merge(*sides, has_base=has_base), *sides)
    content = None if merged.doc is None else encode(canonical(merged.doc))
    questions = _with(row, [_question(conflict, by, at) for conflict in merged.conflicts])
    return Settled(content, questions, bool(merged.conflicts))


def without(row: Row, field: str, mine: object) -> tuple[Open, ...]:
    """The listing's open questions but the one that is answered. `NoSuch` when somebody answered it already."""
    answered = Open(field=field, mine=mine)
    left = tuple(each for each in row.questions if not each.is_same(answered))
    if len(left) == len(row.questions):
        said = f"That question of “{row.id}” is not open any more. {KEPT} Look at the listing."
        raise NoSuch(said).coded("answered", id=row.id)
    return left


def _question(conflict: Conflict, by: str, at: str) -> Open:
    return Open(field=conflict.field, base=conflict.base, mine=conflict.mine, by=by, at=at)


def _with(row: Row, asked: Iterable[Open]) -> tuple[Open, ...]:
    """The open questions with these; the same one is kept once."""
    questions = row.questions
    for question in asked:
        if not any(question.is_same(other) for other in questions):
            questions = (*questions, question)
    if len(questions) > max(QUESTIONS, len(row.questions)):
        name = name_for_staff(row)
        said = f"Answer the open questions of {name} first. {KEPT} See: kiosk questions."
        raise Refused(said).coded("answer-first", name=name)
    return questions


def name_of(name: LocalText) -> str:
    """A listing's name for staff: English, else any; empty when it has none."""
    return name.get("en") or next(iter(name.values()), "")


def name_for_staff(row: Row) -> str:
    """The name of what stands or stood, else its id."""
    return name_of(row.head().name if row.doc else {}) or row.id


def _tree(content: bytes | None) -> dict[str, object] | None:
    return None if content is None else msgspec.json.decode(content, type=dict[str, object])
