"""`kiosk questions`: what two people changed differently is shown, and decided."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Ask, rev_of, shown

CLINIC = "school-clinic"


@pytest.fixture
def asked(clinic: Ask) -> Ask:
    """A school where mary and joe changed two fields differently; mary saved first."""
    read = rev_of(clinic)
    assert clinic("set", "101", "minutes_needed=10", "email=a@example.org", "--by", "mary").status == 0
    joes = ("set", "101", "minutes_needed=15", "email=b@example.org")
    assert clinic(*joes, "--rev", read, "--by", "joe").status == 4
    return clinic


def test_they_are_shown(asked: Ask) -> None:
    answer = asked("questions", "--json")
    assert answer.status == 0
    email = {"id": CLINIC, "field": "email", "base": None, "mine": "b@example.org", "theirs": "a@example.org"}
    minutes = {"id": CLINIC, "field": "minutes_needed", "base": 5, "mine": 15, "theirs": 10}
    assert answer.document == [{**email, "base": shown_before(asked)}, minutes]
    assert asked("questions", "101", "--json").document == answer.document
    assert asked("questions", "101", "--field", "minutes_needed", "--json").document == [minutes]
    told = asked("questions")
    assert "school-clinic  minutes_needed: 10 stands, 15 waits (by joe), it was 5\n" in told.out
    assert "--take mine" in told.err


def shown_before(kiosk: Ask) -> object:
    """The clinic's e-mail address before anybody changed it."""
    answer = kiosk("questions", "101", "--field", "email", "--json")
    assert isinstance(answer.document, list)
    return answer.document[0]["base"]


def test_no_question_is_an_empty_answer(clinic: Ask) -> None:
    assert clinic("questions", "--json").document == []
    answer = clinic("questions")
    assert (answer.status, answer.out, answer.err) == (0, "", "There is no open question.\n")


def test_mine_is_taken_for_all_of_them(asked: Ask) -> None:
    answer = asked("questions", "No. 101", "--take", "mine", "--by", "ann", "--json")
    assert (answer.status, answer.document) == (0, {"id": CLINIC, "rev": rev_of(asked), "outcome": "saved"})
    assert answer.err == "Mine is taken for email, minutes_needed. To undo: kiosk undo school-clinic\n"
    assert (shown(asked)["minutes_needed"], shown(asked)["email"]) == (15, "b@example.org")
    assert asked("questions", "--json").document == []


def test_theirs_stays(asked: Ask) -> None:
    assert asked("questions", "101", "--take", "theirs").status == 0
    assert (shown(asked)["minutes_needed"], shown(asked)["email"]) == (10, "a@example.org")
    assert asked("questions", "--json").document == []


def test_one_field_is_decided_alone(asked: Ask) -> None:
    assert asked("questions", "101", "--take", "mine", "--field", "email").status == 0
    assert (shown(asked)["minutes_needed"], shown(asked)["email"]) == (10, "b@example.org")
    left = asked("questions", "--json").document
    assert isinstance(left, list)
    assert [each["field"] for each in left] == ["minutes_needed"]


def test_what_cannot_be_decided(asked: Ask) -> None:
    assert asked("questions", "--take", "mine").status == 2
    assert asked("questions", "101", "--take", "both").status == 2
    assert asked("questions", "999", "--take", "mine").status == 3
    assert asked("questions", "101", "--take", "mine", "--field", "name.es").status == 3
    assert asked("questions", "101", "--take", "theirs").status == 0
    answer = asked("questions", "101", "--take", "theirs")
    assert (answer.status, "no open question" in answer.err) == (3, True)


def test_where_two_ask_about_one_field_the_last_has_it(clinic: Ask) -> None:
    read = rev_of(clinic)
    for by, minutes in (("mary", 10), ("joe", 15), ("ann", 20)):
        clinic("set", "101", f"minutes_needed={minutes}", "--rev", read, "--by", by)
    asked = clinic("questions", "--json").document
    assert isinstance(asked, list)
    assert [each["mine"] for each in asked] == [15, 20]
    assert clinic("questions", "101", "--take", "mine").status == 0
    assert shown(clinic)["minutes_needed"] == 20
    assert clinic("questions", "--json").document == []


def test_what_both_together_would_make_wrong_is_refused(clinic: Ask) -> None:
    ages = "eligibility.{}_age={}"
    assert clinic("set", "101", ages.format("minimum", 5), ages.format("maximum", 18)).status == 0
    read = rev_of(clinic)
    assert clinic("set", "101", ages.format("minimum", 6), ages.format("maximum", 8)).status == 0
    assert clinic("set", "101", ages.format("minimum", 10), "--rev", read).status == 4
    answer = clinic("questions", "101", "--take", "mine")
    assert (answer.status, "eligibility.maximum_age" in answer.err) == (5, True)
    assert shown(clinic)["eligibility"]["minimum_age"] == 6
    assert clinic("questions", "101", "--take", "theirs").status == 0


def test_a_deleted_listing_takes_no_single_field(asked: Ask) -> None:
    assert asked("delete", "101").status == 0
    answer = asked("questions", CLINIC, "--take", "mine")
    assert (answer.status, "is deleted" in answer.err) == (3, True)
    assert asked("undo", "101").status == 0
    assert asked("questions", "101", "--take", "mine").status == 0
    assert shown(asked)["minutes_needed"] == 15


def test_hostile_text_is_shown_without_what_a_terminal_obeys(clinic: Ask) -> None:
    read = rev_of(clinic)
    assert clinic("set", "101", "name.en=One").status == 0
    assert clinic("set", "101", "name.en=\x1b]0;owned\x07Two", "--rev", read).status == 4
    answer = clinic("questions")
    assert "“]0;ownedTwo” waits" in answer.out
    assert "\x1b" not in answer.out
