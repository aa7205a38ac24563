"""The guided walk, walked down every path: at most five questions, and never a dead end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.domain.fit import fits_subject, needs_under
from kiosk.domain.listing import Eligibility, Listing, Schedule
from kiosk.domain.needs import WalkAnswer, WalkQuestion
from kiosk.domain.opening import opening_at
from kiosk.domain.walk import Answers, Found, Walk, answered, skipped
from kiosk.services.sample import sample
from kiosk.store.codec import to_listing
from kiosk.words.content import load_content

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 15, 5, tzinfo=ZoneInfo("America/New_York"))
CONTENT = load_content(ROOT / "content")
WALK = Walk(CONTENT.walk, CONTENT.parents, "US-CT")


def _listings() -> tuple[Listing, ...]:
    """A small center with gaps on purpose: no clinic, no evenings, nothing for teenagers but somebody to talk to."""
    workdays = Schedule(byday=("MO", "TU", "WE", "TH", "FR"), opens_at="08:00", closes_at="16:00")
    saturday = Schedule(byday=("SA",), opens_at="09:00", closes_at="12:00")
    school = Eligibility(minimum_age=5, maximum_age=10, grades=("K", "1", "2", "3", "4", "5"))
    return (
        Listing(id="shelf", name={}, needs=("pantry",), schedules=(workdays,)),
        Listing(id="chess", name={}, needs=("clubs",), schedules=(workdays,), eligibility=school),
        Listing(id="teen-talk", name={}, needs=("individual",), eligibility=Eligibility(grades=("9", "10"))),
        Listing(id="english", name={}, needs=("english-classes",), schedules=(saturday,), status="active"),
        Listing(id="old", name={}, needs=("shelter",), status="defunct"),
    )


def _paths(walk: Walk, answers: Answers, at: WalkQuestion | None, asked: int = 0) -> Iterator[tuple[Answers, int]]:
    """Every way through: each answer offered and a skip at each question, as the machine leads."""
    if at is None:
        yield answers, asked
        return
    ways = [skipped(answers, at.id)]
    ways += [answered(answers, at.id, answer.id) for answer in walk.offered(at, answers)]
    for way in ways:
        yield from _paths(walk, way, walk.after(at.id, way), asked + 1)


def _meaning(walk: Walk, answers: Answers) -> frozenset[str]:
    """The answers that say something about listings: paths with the same ones find the same."""
    return frozenset(f"{question.id}.{answer.id}" for question, answer in walk.said(answers) if answer.because)


def _every_ending(walk: Walk) -> dict[frozenset[str], Answers]:
    return {_meaning(walk, answers): answers for answers, _ in _paths(walk, {}, walk.after("", {}))}


def _check(walk: Walk, answers: Answers, found: Found) -> None:
    """An ending is good: somebody to go to, each with reasons that were really given and really hold."""
    assert any(not match.beside for match in found.matches), answers
    given = {f"{question.id}.{answer.id}": answer for question, answer in walk.said(answers)}
    assert set(found.relaxed) <= {reason.partition(".")[0] for reason in given}
    for match in found.matches:
        assert match.listing.status == "active"
        for reason in match.reasons:
            assert walk.answer(reason) is given[reason]
            assert given[reason].because
            if reason.startswith(("what.", "special.")):
                assert (
                    fits_subject(match.listing, given[reason], needs_under(given[reason].needs, walk.parents)) == "yes"
                )
    if "what" in {question.id for question, _ in walk.said(answers)} and not found.near and "what" not in found.relaxed:
        assert all(match.beside or match.reasons[0].startswith("what.") for match in found.matches)


def _find(walk: Walk, answers: Answers, listings: tuple[Listing, ...], is_open: Callable[[Listing], bool]) -> Found:
    return walk.find(answers, listings, TODAY, is_open)


def test_no_path_asks_more_than_five_questions_and_skipping_is_a_path() -> None:
    lengths = {asked for _, asked in _paths(WALK, {}, WALK.after("", {}))}
    assert lengths == {4, 5}
    assert dict.fromkeys(("who", "age", "what", "when", "special"), "") in [
        answers for answers, _ in _paths(WALK, {}, WALK.after("", {}))
    ]


def test_every_path_of_a_small_center_ends_in_a_listing() -> None:
    listings = _listings()
    endings = _every_ending(WALK)
    assert len(endings) > 1000
    relaxed: set[str] = set()
    for answers in endings.values():
        found = _find(WALK, answers, listings, lambda listing: listing.id == "shelf")
        _check(WALK, answers, found)
        relaxed.update(found.relaxed)
    assert relaxed == {"who", "when", "age", "what", "special"}, "the gaps of the small center are met"


def test_every_path_of_the_sample_school_ends_in_a_listing_that_answers() -> None:
    school = sample(ROOT / "data" / "demo", TODAY)
    listings = tuple(to_listing(doc) for doc in school.listings)
    assert len(listings) >= 90
    open_now = {
        each.id for each in listings if opening_at(each, NOW, None, ZoneInfo("America/New_York")).state == "open"
    }
    for answers in _every_ending(WALK).values():
        found = _find(WALK, answers, listings, lambda listing: listing.id in open_now)
        _check(WALK, answers, found)
        assert not {"what", "special"} & {*found.relaxed}, answers


def test_every_path_of_an_empty_directory_ends_at_a_person() -> None:
    for answers in _every_ending(WALK).values():
        assert WALK.find(answers, (), TODAY, lambda _: True).ask_a_person


def test_back_keeps_every_answer() -> None:
    answers = answered(answered({}, "who", "child"), "age", "5-10")
    again = answered(answers, "who", "family")
    assert again == {"who": "family", "age": "5-10"}
    assert skipped(again, "who") == {"who": "", "age": "5-10"}
    assert answers == {"who": "child", "age": "5-10"}, "the earlier answers are not touched"


def test_an_answer_that_no_longer_applies_is_kept_but_does_not_count() -> None:
    answers = {"who": "child", "age": "5-10", "what": "after-school"}
    assert [answer.id for _, answer in WALK.said(answers)] == ["child", "5-10", "after-school"]
    for_me = answered(answers, "who", "me")
    assert [answer.id for _, answer in WALK.said(for_me)] == ["me"]
    assert [answer.id for _, answer in WALK.said(answered(for_me, "who", "child"))] == ["child", "5-10", "after-school"]


def test_a_question_that_does_not_apply_is_left_out_and_not_counted() -> None:
    assert WALK.place("age", {"who": "child"}) == (2, 5)
    assert [question.id for question in WALK.asked({"who": "me"})] == ["who", "what", "when", "special"]
    assert WALK.place("what", {"who": "me"}) == (2, 4)
    after = WALK.after("who", {"who": "me"})
    assert after is not None
    assert after.id == "what"


def test_the_walk_starts_at_the_first_question_and_ends_after_the_last() -> None:
    first = WALK.after("", {})
    assert first is not None
    assert first.id == "who"
    assert WALK.after("special", {}) is None
    assert WALK.question("special") is not None
    assert WALK.question("nothing") is None


def test_an_answer_that_nobody_offered_counts_as_none() -> None:
    assert WALK.said({"who": "nobody", "what": "husky", "nothing": "x"}) == ()
    elsewhere = Walk(CONTENT.walk, CONTENT.parents, "US-NY")
    assert elsewhere.said({"special": "husky"}) == ()
    age = WALK.question("age")
    assert age is not None
    assert WALK.offered(age, {"who": "me"}) == ()


@pytest.mark.parametrize("reason", ["what.husky", "nothing.at-all", ""])
def test_a_reason_that_is_none_is_not_worded(reason: str) -> None:
    with pytest.raises(KeyError):
        WALK.answer(reason)


def test_a_reason_leads_to_its_answer() -> None:
    answer = WALK.answer("what.food")
    assert isinstance(answer, WalkAnswer)
    assert answer.needs == ("food", "diapers")
