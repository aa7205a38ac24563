"""Which listings fit the answers of a guided walk, and why each is there.

It never ends in nothing while something is listed. When no listing fits all answers, some are let go, as few as do it
and the least first: the time, then the need is widened to its home tile, then the age, then the need itself, last what
is special. An answer goes only when letting go of all that stand before it finds nothing; so the page can say what is
true: "nothing at that time".
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kiosk.domain.fit import HOUSEHOLD, Fit, fits_age, fits_subject, fits_time, root
from kiosk.domain.listing import Listing
from kiosk.domain.needs import WalkAnswer, WalkQuestionId

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

_SUBJECTS: tuple[WalkQuestionId, ...] = ("what", "special")
"""The questions that ask for needs and supports."""


@dataclass(frozen=True, slots=True)
class _Fitted:
    """One listing, how it fits each answer that says something, and whether it lies near what was asked for."""

    listing: Listing
    fits: Mapping[WalkQuestionId, Fit]
    near: bool

    def is_left(self, letting_go: frozenset[Filter]) -> bool:
        """Whether it stays in the results: what is meant for this family stays though it was not asked for."""
        kept = {id: fit for id, fit in self.fits.items() if id not in _gone(letting_go)}
        if any(kept.get(id) == "no" for id in ("who", "age", "when")):
            return False
        if "what" not in kept and "special" in kept:
            return kept["special"] == "yes"
        return self.answers(letting_go) or self.fits.get("special") == "yes"

    def answers(self, letting_go: frozenset[Filter]) -> bool:
        """Whether it is what was asked for, or near it when that was widened."""
        return "what" in letting_go or self.fits.get("what") != "no" or ("near" in letting_go and self.near)


def find(asked: Asked, listings: Iterable[Listing]) -> Found:
    """The active listings that fit, letting go of as few answers as possible."""
    fitted = [_fitted(listing, asked) for listing in listings if listing.status == "active"]
    said = [id for id, answer in asked.said.items() if _says_something(answer)]
    for letting_go in _ways(said):
        left = [each for each in fitted if each.is_left(letting_go)]
        if any(each.answers(letting_go) for each in left):
            relaxed = tuple(
                id for each in FILTERS if each in letting_go for id in _ASKED_BY.get(each, ()) if id in said
            )
            return Found(tuple(_match(each, asked, letting_go) for each in left), relaxed, "near" in letting_go)
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


def _fitted(listing: Listing, asked: Asked) -> _Fitted:
    said = {id: answer for id, answer in asked.said.items() if _says_something(answer)}
    roots = {root(need, asked.parents) for need in listing.needs}
    fits: dict[WalkQuestionId, Fit] = {
        id: fits_subject(listing, said[id], asked.parents) for id in _SUBJECTS if id in said
    }
    household = HOUSEHOLD in roots or fits.get("special") == "yes"
    fits |= {id: fits_age(listing, said[id], household=household) for id in _ASKED_BY["age"] if id in said}
    if "when" in said and (time := said["when"].time) is not None:
        is_open = time == "now" and asked.is_open(listing)
        fits["when"] = fits_time(listing, time, asked.today, is_open=is_open, dismisses_at=asked.dismisses_at)
    near = "what" in said and bool(roots & {root(need, asked.parents) for need in said["what"].needs})
    return _Fitted(listing, fits, near)


def _match(fitted: _Fitted, asked: Asked, letting_go: frozenset[Filter]) -> Match:
    reasons = tuple(f"{id}.{asked.said[id].id}" for id in _REASONS if fitted.fits.get(id) == "yes")
    return Match(fitted.listing, reasons, beside=not fitted.answers(letting_go))
