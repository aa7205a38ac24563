"""Open questions: what two people changed differently, until somebody takes one or the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from kiosk.domain.errors import NoSuch
from kiosk.domain.kept import Question
from kiosk.domain.paths import value_at, with_value
from kiosk.store.canonical import canonical, encode
from kiosk.store.drafts import KEPT, check_draft
from kiosk.store.row import Line, Row
from kiosk.store.settle import name_for_staff, without

if TYPE_CHECKING:
    from kiosk.store.book import Book
    from kiosk.store.plan import Plan, Planner

_ASKED = b'"questions":['


def questions(book: Book) -> list[Question]:
    """Every open question, listing by listing. Rows that have none are not decoded."""
    asked = (row for row in book.listings.values() if not isinstance(row, Line) or row.holds(_ASKED))
    rows = (row.row() for row in (*asked, *book.graves.values()))
    return [question for row in sorted(rows, key=lambda row: row.id) for question in _of(row)]


def answered(planner: Planner, question: Question, take: Literal["mine", "theirs"]) -> Plan:
    """What the listing becomes when a question is decided. `NoSuch` when somebody decided it meanwhile."""
    row = planner.book.named(question.id)
    left = without(row, question.field, question.mine)
    content = bytes(row.doc) or None
    if take == "mine":
        content = _with_mine(row, question)
    return planner.planned([planner.put(row.id, content, left)])


def _with_mine(row: Row, question: Question) -> bytes | None:
    if not question.field:
        return None if question.mine is None else encode(question.mine)
    if not row.doc:
        said = f"“{row.id}” is deleted. {KEPT} Bring it back first (undo), or take what stands."
        raise NoSuch(said).coded("deleted", id=row.id)
    doc = canonical(with_value(row.document(), question.field, question.mine))
    check_draft(doc)
    return encode(doc)


def _of(row: Row) -> list[Question]:
    doc = row.document() if row.doc and row.questions else None
    return [
        Question(
            id=row.id, name=name_for_staff(row), field=each.field, base=each.base, mine=each.mine,
            theirs=doc if not each.field else value_at(doc or {}, each.field), by=each.by, at=each.at,
        )
        for each in row.questions
    ]  # fmt: skip
