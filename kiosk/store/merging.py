"""Two directories made alike: each listing by the rules of two editors, the same outcome whichever side does it.

A revision that is known is not new; a descendant is taken as it is; of two that went apart the winner stands (not
deleted, then the higher generation, then the higher digits), the other is joined to it, and the result is its child.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from kiosk.domain.errors import Refused
from kiosk.domain.kept import Document, Saved
from kiosk.domain.paths import value_at
from kiosk.domain.tree import same
from kiosk.store.book import Book, was
from kiosk.store.bounds import ANCESTORS
from kiosk.store.bundle import Bundle, base_of
from kiosk.store.canonical import encode
from kiosk.store.history import Past
from kiosk.store.numbers import Numbers
from kiosk.store.plan import Plan
from kiosk.store.record import NULL, Put
from kiosk.store.revision import next_rev, order
from kiosk.store.row import EMPTY, Line, Open, Row
from kiosk.store.settle import joined
from kiosk.store.snapshot import number_of


@dataclass(frozen=True, slots=True)
class Merging:
    """One directory, and what a bundle brings to it."""

    book: Book
    past: Past
    bundle: Bundle

    def plan(self) -> Plan:
        """What is to be written here, so that nothing of either side is lost. Twice, it is nothing."""
        brought = (row.row() for rows in (self.bundle.book.graves, self.bundle.book.listings) for row in rows.values())
        rows = {row.id: row for theirs in brought if (row := self._of_both(theirs)) is not None}
        asks = {id for id, row in rows.items() if row.questions}
        rows |= self._renumbered(rows)
        puts = tuple(self._put(rows[id]) for id in sorted(rows))
        saved = [
            Saved(put.id, number_of(rows[put.id]), put.rev, "question" if put.id in asks else "merged") for put in puts
        ]
        return Plan(puts, saved)

    def _of_both(self, theirs: Row) -> Row | None:
        """The row that a listing comes to; None when theirs brings nothing new."""
        ours = self.book.row(theirs.id)
        if ours is None or (ours.rev in theirs.known() and ours.rev != theirs.rev):
            return theirs
        if theirs.rev in ours.known():
            questions = _union(ours.questions, theirs.questions)
            is_same = theirs.rev != ours.rev or questions == ours.questions
            return None if is_same else msgspec.structs.replace(ours, questions=questions)
        return self._apart(ours, theirs)

    def _apart(self, ours: Row, theirs: Row) -> Row:
        """Two revisions that went apart, joined."""
        winner, loser = sorted((ours, theirs), key=_rank, reverse=True)
        has_base, base = base_of(self.bundle, self.past, ours, theirs)
        both = joined(winner, bytes(loser.doc) or None, base, has_base, loser.by, loser.at)
        revs = (winner.rev, *winner.revs)[:ANCESTORS]
        also = {*winner.also, *loser.known()} - set(revs)
        return Row(
            id=winner.id, number=winner.number or loser.number if both.content is None else 0,
            rev=next_rev(winner.rev, both.content), revs=revs, made=min(winner.made, loser.made),
            also=tuple(sorted(also, key=order, reverse=True)[:ANCESTORS]),
            questions=_left(_union(both.questions, loser.questions), both.content),
            doc=EMPTY if both.content is None else msgspec.Raw(both.content),
        )  # fmt: skip

    def _renumbered(self, rows: dict[str, Row]) -> dict[str, Row]:
        """The listings whose number another one has too, with the next free one; the listing first made keeps it."""
        holders: dict[int, list[Line | Row]] = {}
        for row in {**self.book.graves, **self.book.listings, **rows}.values():
            holders.setdefault(number_of(row), []).append(row)
        free = Numbers(holders)
        twice = [
            row
            for shared in holders.values()
            if len(shared) > 1
            for row in sorted((row.row() for row in shared), key=lambda row: (row.is_tombstone, row.made, row.id))[1:]
            if not row.is_tombstone
        ]
        return {row.id: _with_number(row, free.give()) for row in sorted(twice, key=lambda row: row.id)}

    def _put(self, row: Row) -> Put:
        content = bytes(row.doc) or None
        ours = self.book.row(row.id) or (Row(id=row.id) if row.revs else None)  # as if it had been deleted here
        return Put(
            id=row.id, rev=row.rev, parent=row.revs[0] if row.revs else "", doc=row.doc or NULL, revs=row.revs,
            also=row.also, questions=row.questions, was=was(ours, content), made=row.made, number=row.number,
        )  # fmt: skip


def _with_number(row: Row, number: int) -> Row:
    content = encode({**row.document(), "number": number})
    return msgspec.structs.replace(
        row,
        rev=next_rev(row.rev, content),
        revs=(row.rev, *row.revs)[:ANCESTORS],
        doc=msgspec.Raw(content),
    )


def _rank(row: Row) -> tuple[bool, int, str]:
    return (not row.is_tombstone, *order(row.rev))


def _left(questions: tuple[Open, ...], content: bytes | None) -> tuple[Open, ...]:
    """The questions that are still to be decided: not those whose value is what stands now."""
    if content is None:
        return questions
    doc = msgspec.json.decode(content, type=dict[str, object])
    return tuple(each for each in questions if not _stands(doc, each))


def _stands(doc: Document, question: Open) -> bool:
    try:
        return bool(question.field) and same(value_at(doc, question.field), question.mine)
    except Refused:  # what stands has another shape by now, so it is something else
        return False


def _union(some: Iterable[Open], more: Iterable[Open]) -> tuple[Open, ...]:
    """The questions of both, each once, in an order that is the same on every machine."""
    questions: list[Open] = []
    for question in sorted((*some, *more), key=lambda each: (each.at, each.field, each.by, repr(each.mine))):
        if not any(question.is_same(other) for other in questions):
            questions.append(question)
    return tuple(questions)
