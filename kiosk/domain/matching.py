"""Which listings fit the answers of a guided walk, and why each is there.

It never ends in nothing while something is listed. When no listing fits all answers, some are let go, as few as do it
and the least first: the time, then the need is widened to its home tile, then the age, then the need itself, last what
is special. An answer goes only when letting go of all that stand before it finds nothing; so the page can say what is
true: "nothing at that time".
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Literal

from kiosk.domain.fit import HOUSEHOLD, Fit, fits_age, fits_subject, fits_time, needs_under, root
from kiosk.domain.listing import Listing
from kiosk.domain.needs import WalkAnswer, WalkQuestionId
from kiosk.domain.values import dataclass

Filter = Literal["when", "near", "age", "what", "special"]
"""What can be let go. `age` stands for both questions that tell an age: who it is for, and how old the child is."""

FILTERS: tuple[Filter, ...] = ("when", "near", "age", "what", "special")
"""The least first."""

_ASKED_BY: Mapping[Filter, tuple[WalkQuestionId, ...]] = {
    "when": ("when",),
    "age": ("who", "age"),
    "what": ("what",),
    "special": ("special",),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """The answers that count, and what it takes to hold a listing against them."""

    said: Mapping[WalkQuestionId, WalkAnswer]
    parents: Mapping[str, str]
    today: date
    is_open: Callable[[Listing], bool]
    dismisses_at: str


@dataclass(frozen=True, slots=True)
class Match:
    """A listing that answers, and why: each reason a `question.answer`, the strongest first."""

    listing: Listing
    reasons: tuple[str, ...]
    beside: bool = False
    """Not what was asked for, but meant for this family (`special`): it belongs after the others."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a walk ends in. No matches at all means: nothing is listed, so a person is the answer."""

    matches: tuple[Match, ...]
    relaxed: tuple[WalkQuestionId, ...] = ()
    """The questions whose answers were let go to find something, the least of them first."""
    near: bool = False
    """The answer to `what` was widened to what lies near it."""

    @property
    def ask_a_person(self) -> bool:
        """Nothing is listed: the page names a person instead."""
        return not self.matches


_REASONS: tuple[WalkQuestionId, ...] = ("what", "special", "age", "who", "when")
"""The strongest reason first."""


class _Question:
    """The answers that say something about listings, made ready to hold many listings against them."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.said = {id: answer for id, answer in asked.said.items() if _says_something(answer)}
        self.needs = {id: needs_under(answer.needs, asked.parents) for id, answer in self.said.items()}
        roots = {root(need, asked.parents) for need in self.said["what"].needs} if "what" in self.said else set()
        self.near = needs_under(roots, asked.parents)
        self.household = needs_under({HOUSEHOLD}, asked.parents)

    def fit(self, listing: Listing, id: WalkQuestionId) -> Fit:
        """How a listing fits one answer; not known when there is none."""
        answer = self.said.get(id)
        if answer is None:
            return "unknown"
        if id in ("what", "special"):
            return fits_subject(listing, answer, self.needs[id])
        if answer.time is not None:
            asked, is_open = self.asked, answer.time == "now" and self.asked.is_open(listing)
            return fits_time(listing, answer.time, asked.today, is_open=is_open, dismisses_at=asked.dismisses_at)
        meant = self.fit(listing, "special") == "yes"
        return fits_age(listing, answer, household=meant or not self.household.isdisjoint(listing.needs))


class _Candidate:
    """A listing, and how it fits each answer: worked out when first asked for, since most are ruled out at once."""

    def __init__(self, listing: Listing, question: _Question) -> None:
        self.listing = listing
        self.question = question
        self._fits: dict[WalkQuestionId, Fit] = {}

    def fit(self, id: WalkQuestionId) -> Fit:
        """How it fits one answer."""
        if id not in self._fits:
            self._fits[id] = self.question.fit(self.listing, id)
        return self._fits[id]

    def is_left(self, letting_go: frozenset[Filter]) -> bool:
        """Whether it stays in the results: what is meant for this family stays though it was not asked for."""
        kept = self.question.said.keys() - _gone(letting_go)
        meant = self.fit("special") == "yes"
        if "what" not in kept and "special" in kept and not meant:
            return False
        if not meant and not self.answers(letting_go):
            return False
        return all(self.fit(id) != "no" for id in ("who", "age", "when") if id in kept)

    def answers(self, letting_go: frozenset[Filter]) -> bool:
        """Whether it is what was asked for, or near it when that was widened."""
        if "what" in letting_go or self.fit("what") != "no":
            return True
        return "near" in letting_go and not self.question.near.isdisjoint(self.listing.needs)

    def match(self, letting_go: frozenset[Filter]) -> Match:
        """The listing with its reasons."""
        reasons = tuple(f"{id}.{self.question.said[id].id}" for id in _REASONS if self.fit(id) == "yes")
        return Match(self.listing, reasons, beside=not self.answers(letting_go))


def find(asked: Asked, listings: Iterable[Listing]) -> Found:
    """The active listings that fit, letting go of as few answers as possible."""
    question = _Question(asked)
    candidates = [_Candidate(listing, question) for listing in listings if listing.status == "active"]
    for letting_go in _ways(question.said):
        left = [each for each in candidates if each.is_left(letting_go)]
        if any(each.answers(letting_go) for each in left):
            gone = (id for each in FILTERS if each in letting_go for id in _ASKED_BY.get(each, ()))
            relaxed = tuple(id for id in gone if id in question.said)
            return Found(tuple(each.match(letting_go) for each in left), relaxed, "near" in letting_go)
    return Found(())


def _ways(said: Collection[WalkQuestionId]) -> Iterator[frozenset[Filter]]:
    """Every set of answers to let go, as a count in twos: the least answer alone, the next alone, both, and so on."""
    there = [each for each in FILTERS if {*_ASKED_BY.get(each, ("what",))} & {*said}]
    for count in range(2 ** len(there)):
        way = frozenset(each for place, each in enumerate(there) if count >> place & 1)
        if not {"near", "what"} <= way:
            yield way


def _gone(letting_go: frozenset[Filter]) -> set[WalkQuestionId]:
    return {id for each in letting_go for id in _ASKED_BY.get(each, ())}


def _says_something(answer: WalkAnswer) -> bool:
    return bool(answer.ages or answer.time or answer.needs or answer.supports or answer.conditions)
