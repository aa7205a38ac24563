"""The facts of one listing in reading order, and the most important of them where room is short."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kiosk.domain.kept import Kept
from kiosk.domain.listing import Listing
from kiosk.domain.values import dataclass
from kiosk.pages import facts_contact as contact
from kiosk.pages import facts_where as where
from kiosk.pages import facts_who as who
from kiosk.pages.fit import cells, wrapped
from kiosk.pages.parts import Fact
from kiosk.pages.reader import Ask
from kiosk.pages.shelf_words import on_shelf

SHORT_ROW, SHORT_NAME = 36, 10
"""Cells of a fact's row at 80 columns, and of its name with the gap after it."""

Writer = Callable[[Ask, Kept], Fact | None]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A fact and how much it matters where room is short: the lowest rank first."""

    rank: int
    fact: Fact


def all_facts(ask: Ask, kept: Kept) -> tuple[Fact, ...]:
    """Everything that is known, in reading order."""
    return tuple(ranked.fact for ranked in _ranked(ask, kept))


def fitting_facts(ask: Ask, kept: Kept, lines: int) -> tuple[Fact, ...]:
    """The most important facts that fit in `lines` lines of this size, in reading order."""
    ranked = _ranked(ask, kept)
    chosen: set[int] = set()
    left = lines
    for at in sorted(range(len(ranked)), key=lambda at: (ranked[at].rank, at)):
        needed = lines_of(ask, ranked[at].fact)
        if needed <= left:
            chosen.add(at)
            left -= needed
    return tuple(each.fact for at, each in enumerate(ranked) if at in chosen)


def lines_of(ask: Ask, fact: Fact) -> int:
    """How many lines a fact takes at this size."""
    if ask.size.wide:
        return sum(wrapped(paragraph, where.WIDE_CELLS) for paragraph in fact.text)
    name = max(SHORT_NAME, cells(fact.name_short or fact.name) + 1)
    if fact.short:
        return wrapped(fact.short, SHORT_ROW - name)
    return sum(wrapped(paragraph, SHORT_ROW - name) for paragraph in fact.text)


def is_program(ask: Ask, listing: Listing) -> bool:
    """Something a child joins after school: its grades, price and way home come first."""
    parents = ask.center.content.parents
    return any("after-school" in (need, parents.get(need, "")) for need in listing.needs)


def _ranked(ask: Ask, kept: Kept) -> tuple[Ranked, ...]:
    """Every fact that is known, ranked for this size; a form that somebody must sign is told before one scans it."""
    sign_up = kept.listing.sign_up
    signed = sign_up is not None and bool(sign_up.who_may_sign)
    order = _PROGRAM if is_program(ask, kept.listing) else _FORM if signed else _SERVICE
    written = ((wide if ask.size.wide else small, write(ask, kept)) for write, wide, small in order)
    return tuple(Ranked(rank, fact) for rank, fact in written if fact is not None)


_LAST: Sequence[tuple[Writer, int, int]] = (
    (contact.interpreter, 14, 14),
    (where.short_days, 15, 15),
    (where.no_school, 16, 16),
    (where.access, 17, 17),
    (where.getting_there, 18, 18),
    (contact.web, 19, 19),
    (contact.email, 20, 20),
    (contact.run_by, 21, 21),
)

_SERVICE: Sequence[tuple[Writer, int, int]] = (
    (who.who, 2, 2),
    (who.cost, 3, 4),
    (who.papers, 4, 3),
    (who.form_asks, 9, 9),
    (who.bring, 8, 8),
    (where.where, 5, 7),
    (where.when, 1, 1),
    (on_shelf, 0, 0),
    (contact.answers, 6, 5),
    (contact.call, 7, 6),
    (contact.places, 10, 10),
    (where.way_home, 11, 11),
    (contact.no_phone, 12, 12),
    (who.how, 13, 13),
    *_LAST,
)
"""A service, in reading order: each writer, its rank in the lobby, and its rank at 80 columns."""

_FORM: Sequence[tuple[Writer, int, int]] = (
    (who.who, 2, 5),
    (who.cost, 3, 2),
    (who.papers, 6, 6),
    (who.form_asks, 4, 3),
    (who.who_signs, 4, 4),
    (who.bring, 10, 10),
    (where.where, 8, 9),
    (where.when, 1, 1),
    (on_shelf, 0, 0),
    (contact.answers, 7, 7),
    (contact.call, 9, 8),
    (contact.no_phone, 12, 12),
    (who.how, 13, 13),
    *_LAST,
)
"""A service whose form has to be signed, such as a clinic's."""

_PROGRAM: Sequence[tuple[Writer, int, int]] = (
    (who.grades, 2, 2),
    (who.price, 3, 3),
    (where.program_when, 1, 1),
    (on_shelf, 0, 0),
    (where.way_home, 4, 4),
    (where.short_days, 6, 6),
    (where.no_school, 5, 5),
    (who.papers, 7, 7),
    (contact.answers, 8, 8),
    (contact.call, 9, 9),
    (contact.what, 20, 20),
    (who.form_asks, 10, 10),
    (who.who_signs, 11, 11),
    (who.bring, 12, 12),
    (where.where, 13, 13),
    (contact.no_phone, 14, 14),
    (who.how, 15, 15),
    (contact.interpreter, 16, 16),
    (where.access, 17, 17),
    (where.getting_there, 18, 18),
    (contact.web, 21, 21),
    (contact.email, 22, 22),
    (contact.run_by, 23, 23),
)
"""Something a child joins: grades, price and the way home come first."""
