"""The guided walk: at most five short questions that lead to listings, each with the reasons why it is there.

Pure: answers go in, questions and results come out; whoever shows it keeps the answers. Each question can be skipped,
going back keeps every answer, and one that no longer applies is kept but does not count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from kiosk.domain.listing import Listing
from kiosk.domain.matching import Asked, Found, Match, find
from kiosk.domain.needs import WalkAnswer, WalkQuestion
from kiosk.domain.values import dataclass

__all__ = ["Answers", "Found", "Match", "Walk", "answered", "skipped"]

Answers = Mapping[str, str]
"""A question's id -> the id of its answer, empty when it was skipped."""


@dataclass(frozen=True, slots=True)
class _Stop:
    """A question that applies: the answers offered there, and the one given."""

    question: WalkQuestion
    offered: tuple[WalkAnswer, ...]
    given: WalkAnswer | None


@dataclass(frozen=True, slots=True)
class Walk:
    """The questions as this school asks them. `parents` is each need's parent (empty on Home)."""

    questions: tuple[WalkQuestion, ...]
    parents: Mapping[str, str]
    region: str = ""
    """The school's region (ISO 3166-2): an answer for another one is not offered."""

    def asked(self, answers: Answers) -> tuple[WalkQuestion, ...]:
        """The questions that apply, in order: at most five."""
        return tuple(stop.question for stop in self._course(answers))

    def offered(self, question: WalkQuestion, answers: Answers) -> tuple[WalkAnswer, ...]:
        """The answers that apply: the first four stand large. None when the question does not apply."""
        return next((stop.offered for stop in self._course(answers) if stop.question.id == question.id), ())

    def question(self, id: str) -> WalkQuestion | None:
        """The question with this id."""
        return next((question for question in self.questions if question.id == id), None)

    def after(self, id: str, answers: Answers) -> WalkQuestion | None:
        """The question after this one (the first after an empty id); None: show the results."""
        order: list[str] = [question.id for question in self.questions]
        done = order.index(id) if id in order else -1
        return next((question for question in self.asked(answers) if order.index(question.id) > done), None)

    def place(self, id: str, answers: Answers) -> tuple[int, int]:
        """Which of how many: `(2, 4)`."""
        asked = [question.id for question in self.asked(answers)]
        return next((place for place, each in enumerate(asked, 1) if each == id), 1), len(asked)

    def said(self, answers: Answers) -> tuple[tuple[WalkQuestion, WalkAnswer], ...]:
        """The answers that count: skipped ones and those that no longer apply are left out."""
        return tuple((stop.question, stop.given) for stop in self._course(answers) if stop.given is not None)

    def answer(self, reason: str) -> WalkAnswer:
        """The answer that a reason names; its `because` words it. `KeyError` for any other text."""
        id, _, answer = reason.partition(".")
        question = self.question(id)
        for each in question.answers if question else ():
            if each.id == answer:
                return each
        raise KeyError(reason)

    def find(
        self,
        answers: Answers,
        listings: Iterable[Listing],
        today: date,
        is_open: Callable[[Listing], bool],
        dismisses_at: str = "15:00",
    ) -> Found:
        """The listings that answer; never none while one is active. Not ordered: that is for who knows the hours."""
        said = {question.id: answer for question, answer in self.said(answers)}
        return find(Asked(said, self.parents, today, is_open, dismisses_at), listings)

    def _course(self, answers: Answers) -> Iterator[_Stop]:
        reasons: set[str] = set()
        for question in self.questions:
            if reasons & {*question.unless}:
                continue
            offered = tuple(
                answer
                for answer in question.answers
                if answer.region in ("", self.region) and not reasons & {*answer.unless}
            )
            given = next((answer for answer in offered if answer.id == answers.get(question.id)), None)
            yield _Stop(question, offered, given)
            if given is not None:
                reasons.add(f"{question.id}.{given.id}")


def answered(answers: Answers, question: str, answer: str) -> Answers:
    """The answers with one more; every other is kept."""
    return {**answers, question: answer}


def skipped(answers: Answers, question: str) -> Answers:
    """The answers with this question passed over; every other is kept."""
    return {**answers, question: ""}
