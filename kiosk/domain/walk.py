"""The guided walk: at most five short questions that lead to listings, each with the reasons why it is there.

Pure: answers go in, questions and results come out; whoever shows it keeps the answers. Results are not ordered here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kiosk.domain.listing import Listing
from kiosk.domain.needs import WalkAnswer, WalkQuestion, WalkQuestionId

Answers = Mapping[str, str]
"""A question's id -> the id of its answer, empty when it was skipped."""


@dataclass(frozen=True, slots=True)
class Match:
    """A listing that answers, and why: each reason a `question.answer`, the strongest first."""

    listing: Listing
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a walk ends in. No matches at all means: there is nothing listed, so a person is the answer."""

    matches: tuple[Match, ...]
    relaxed: tuple[WalkQuestionId, ...] = ()
    """The questions whose answers were let go to find something, in the order they were let go."""
    near: bool = False
    """The answer to `what` was widened to what lies near it."""

    @property
    def ask_a_person(self) -> bool:
        """Nothing is listed: the page names a person instead."""
        return not self.matches


@dataclass(frozen=True, slots=True)
class Walk:
    """The questions as this school asks them. `parents` is each need's parent (empty on Home)."""

    questions: tuple[WalkQuestion, ...]
    parents: Mapping[str, str]
    region: str = ""

    def asked(self, answers: Answers) -> tuple[WalkQuestion, ...]:
        """The questions that apply, in order: at most five."""
        raise NotImplementedError

    def offered(self, question: WalkQuestion, answers: Answers) -> tuple[WalkAnswer, ...]:
        """The answers that apply: the first four stand large."""
        raise NotImplementedError

    def question(self, id: str) -> WalkQuestion | None:
        """The question with this id."""
        raise NotImplementedError

    def after(self, id: str, answers: Answers) -> WalkQuestion | None:
        """The question after this one (the first after an empty id); None: show the results."""
        raise NotImplementedError

    def place(self, id: str, answers: Answers) -> tuple[int, int]:
        """Which of how many: `(2, 4)`."""
        raise NotImplementedError

    def said(self, answers: Answers) -> tuple[tuple[WalkQuestion, WalkAnswer], ...]:
        """The answers that count: skipped ones and those that no longer apply are left out."""
        raise NotImplementedError

    def answer(self, reason: str) -> WalkAnswer:
        """The answer a reason names; its `because` words it."""
        raise NotImplementedError

    def find(
        self,
        answers: Answers,
        listings: Iterable[Listing],
        today: date,
        is_open: Callable[[Listing], bool],
        dismisses_at: str = "15:00",
    ) -> Found:
        """The listings that answer; never none while one is active."""
        raise NotImplementedError


def answered(answers: Answers, question: str, answer: str) -> Answers:
    """The answers with one more; every other is kept."""
    raise NotImplementedError


def skipped(answers: Answers, question: str) -> Answers:
    """The answers with this question passed over."""
    raise NotImplementedError
