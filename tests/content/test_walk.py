"""The questions of the guided walk as they ship: five, short, of the right size, and asking for things that exist."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kiosk.domain.needs import WalkAnswer, WalkQuestion
from kiosk.domain.pixels import big_width, missing
from kiosk.domain.walk import Walk
from kiosk.words.content import Content

LARGE = 4
OFFERED = 6
"""Four large, two below; the sixth place below is *Skip this question*."""
QUESTION_CELLS, BIG_CELLS = 116, 26
LABEL_CELLS, NOTE_CELLS = 36, 26


@pytest.fixture(params=["US-CT", "US-NY", "US"])
def walk(content: Content, request: pytest.FixtureRequest) -> Walk:
    return Walk(content.walk, content.parents, str(request.param))


def _every_answer(content: Content) -> Iterator[tuple[WalkQuestion, WalkAnswer]]:
    return ((question, answer) for question in content.walk for answer in question.answers)


def test_the_five_questions(content: Content) -> None:
    assert [question.id for question in content.walk] == ["who", "age", "what", "when", "special"]
    assert {answer.id for answer in content.walk[-1].answers} >= {
        "no-home",
        "new-country",
        "grandchild",
        "plan",
        "husky",
    }


def test_all_that_an_answer_names_exists(content: Content) -> None:
    reasons = {f"{question.id}.{answer.id}" for question, answer in _every_answer(content)}
    for question, answer in _every_answer(content):
        assert all(content.need(need) is not None for need in answer.needs), answer.id
        assert all(content.support(support) is not None for support in answer.supports), answer.id
        assert {*question.unless, *answer.unless} <= reasons


def test_an_answer_that_finds_something_says_why(content: Content) -> None:
    for question, answer in _every_answer(content):
        means = bool(answer.ages or answer.needs or answer.supports or answer.conditions or answer.time)
        assert bool(answer.because) == means, (question.id, answer.id)
        if means:
            assert question.relaxed, question.id


def test_every_child_and_every_home_tile_can_be_said(content: Content) -> None:
    who, age, what = content.walk[0], content.walk[1], content.walk[2]
    said = [answer for answer in age.answers if answer.ages]
    assert [year for answer in said if answer.ages for year in range(answer.ages[0], answer.ages[1] + 1)] == list(
        range(19)
    )
    grades = [grade for answer in said for grade in answer.grades]
    assert grades == ["PK", "K", *(str(grade) for grade in range(1, 13))]
    asked = {need for answer in what.answers for need in answer.needs}
    for tile in content.needs_under(""):
        reached = {tile.id, *(need.id for need in content.needs_under(tile.id))}
        assert asked & reached, tile.id
    assert {need.id for need in content.needs_under("basic")} <= asked
    assert any(answer.ages for answer in who.answers)


def test_after_any_answers_no_question_offers_more_than_the_page_holds(walk: Walk) -> None:
    for who in ("", *(answer.id for answer in walk.questions[0].answers)):
        answers = {"who": who}
        for question in walk.asked(answers):
            offered = walk.offered(question, answers)
            assert 2 <= len(offered) <= OFFERED, (who, question.id)
            assert all(answer.big for answer in offered[:LARGE]), (who, question.id)


def test_words_fit(content: Content) -> None:
    for question, answer in _every_answer(content):
        for text in question.question.values():
            assert not missing(text, content.letters)
            assert big_width(text, content.letters) <= QUESTION_CELLS, text
        for big in answer.big.values():
            assert not missing(big, content.letters)
            assert big_width(big, content.letters) <= BIG_CELLS, big
        assert all(len(label) <= LABEL_CELLS for label in answer.label.values()), answer.label
        assert all(len(note) <= NOTE_CELLS for note in answer.note.values()), answer.note


def test_a_connecticut_answer_stays_in_connecticut(content: Content) -> None:
    special = content.walk[-1]
    for region, offered in (("US-CT", True), ("US-NY", False), ("US", False)):
        walk = Walk(content.walk, content.parents, region)
        assert ("husky" in {answer.id for answer in walk.offered(special, {})}) is offered
