"""`kiosk set`: fields of one listing, by path; what others changed since is joined or asked, never written over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Ask, rev_of, shown

CLINIC = "school-clinic"


def test_values_are_json_where_they_can_be_and_text_where_not(clinic: Ask) -> None:
    before = rev_of(clinic)
    answer = clinic("set", "101", "name.es=Clínica", "schedules[0].closes_at=15:30", "minutes_needed=10", "--json")
    assert answer.status == 0, answer.err
    assert answer.document == {"id": CLINIC, "rev": rev_of(clinic), "outcome": "saved"}
    assert rev_of(clinic) != before
    now = shown(clinic)
    assert now["name"]["es"] == "Clínica"
    assert now["schedules"][0]["closes_at"] == "15:30"
    assert now["minutes_needed"] == 10


@pytest.mark.parametrize(
    ("word", "path", "value"),
    [
        ('location.room="104"', ["location", "room"], "104"),
        ("x_note=a=b", ["x_note"], "a=b"),
        ('x_note."a=b"=c', ["x_note", "a=b"], "c"),
        ('x_note.bus={"stop": [1, 2.5]}', ["x_note", "bus", "stop"], [1, 2.5]),
        ("x_note=true", ["x_note"], True),
        ("x_note= 7 ", ["x_note"], 7),
        ("x_note=\x1b[31mred\u202e", ["x_note"], "[31mred"),
        ("x_note='; rm -rf /", ["x_note"], "'; rm -rf /"),
        ("x_note=../../etc/passwd", ["x_note"], "../../etc/passwd"),
    ],
)
def test_what_a_word_means(clinic: Ask, data: Path, word: str, path: list[str], value: object) -> None:
    answer = clinic("set", CLINIC, word)
    assert answer.status == 0, answer.err
    found: object = shown(clinic)
    for name in path:
        assert isinstance(found, dict)
        found = found[name]
    assert found == value
    assert sorted(file.name for file in data.iterdir()) == ["listings.journal", "listings.json", "lock"]


@pytest.mark.parametrize("word", ["email=", "email=null", 'email=""', "email=[]", "email={}"])
def test_nothing_takes_a_field_away(clinic: Ask, word: str) -> None:
    assert clinic("set", "101", "email=a@example.org").status == 0
    assert clinic("set", "101", word).status == 0
    assert "email" not in shown(clinic)


def test_what_stands_already_is_no_change(clinic: Ask) -> None:
    rev = rev_of(clinic)
    answer = clinic("set", "No. 101", "minutes_needed=5", "--json")
    assert (answer.status, answer.document) == (0, {"id": CLINIC, "rev": rev, "outcome": "unchanged"})
    assert "that is what it was already" in answer.err


def test_people_read_a_line(clinic: Ask) -> None:
    answer = clinic("set", "101", "minutes_needed=9")
    assert answer.out.split() == ["101", CLINIC, rev_of(clinic), "saved"]


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("colour=red", "colour is not a known field"),
        ("schedules[0].shuts=15:30", "schedules[0].shuts is not a known field"),
        ("schedules[9].closes_at=15:30", "is past the end of the list"),
        ("minutes_needed=soon", "minutes_needed must be a whole number"),
        ("minutes_needed=NaN", "minutes_needed is not a number"),
        ("minutes_needed=-Infinity", "minutes_needed is not a number"),
        ("minutes_needed=1e999", "minutes_needed is not a number"),
        ("minutes_needed=" + "9" * 5000, "minutes_needed is not a number"),
        ("minutes_needed=9007199254740993", "minutes_needed is too large a number"),
        ("minutes_needed=-1", "minutes_needed"),
        ("location.room=104", "location.room must be text"),
        ('name.en="half \\ud83d"', "name.en has half of a character"),
        ("name.en=half \udcff", "name.en has half of a character"),
        ('name."\\ud83d"=x', "has half of a character"),
        ('name={"en": "A", "en": "B"}', "name: “en” stands twice"),
        ("x_note=" + "[" * 5000 + "]" * 5000, "x_note nests too deep"),
        ("x_note=" + "[" * 600 + "]" * 600, "too deep"),
        ("name=", "name is missing"),
        ("name=Clinic", "name must be text by language"),
        ("name.en=" + "a" * 200, "name.en"),
        ("x_note=" + "a" * 300_000, "too large"),
        ('needs=["flying"]', "needs[0]"),
        ("sign_up.url=javascript:alert(1)", "sign_up.url"),
        ("id=other", "id of “school-clinic” cannot be changed"),
        ("number=777", "number of “school-clinic” is 101 for life"),
        ("rev=1-2", "rev is not a field"),
        ("a b=1", "is no place in a listing"),
        ("..=1", "is no place in a listing"),
    ],
)
def test_what_cannot_be_kept_is_refused_by_its_field(clinic: Ask, data: Path, word: str, says: str) -> None:
    before = {file.name: file.read_bytes() for file in data.iterdir() if file.name != "lock"}
    answer = clinic("set", "101", "x_other=1", word, "--json")
    assert (answer.status, answer.out) == (5, ""), answer.err
    assert says in answer.err
    assert "Nothing was changed." in answer.err
    assert "\x1b" not in answer.err
    assert {file.name: file.read_bytes() for file in data.iterdir() if file.name != "lock"} == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("set", "101"),
        ("set", "101", "minutes_needed"),
        ("set", "101", "=5"),
        ("set", "101", "minutes_needed=5", "--rev", " "),
        ("set", "101", "minutes_needed=5", "--by", " \u202e"),
        ("set", "101", "minutes_needed=5", "--by", "\udcff"),
        ("delete", "101", "--rev", ""),
    ],
)
def test_wrong_usage(clinic: Ask, arguments: tuple[str, ...]) -> None:
    answer = clinic(*arguments)
    assert (answer.status, answer.out) == (2, "")
    assert len(answer.err.splitlines()) == 1


@pytest.mark.parametrize("ref", ["nobody", "999", "", "../../x", "\udcff", "\x1b[31m", "0", "-1"])
@pytest.mark.parametrize("command", [("set", "x_note=1"), ("delete",), ("undo",), ("history",)])
def test_a_listing_that_is_not_there(clinic: Ask, ref: str, command: tuple[str, ...]) -> None:
    answer = clinic(command[0], "--", ref, *command[1:])
    assert (answer.status, answer.out) == (3, "")
    assert "There is no listing" in answer.err
    assert "\x1b" not in answer.err


def test_nothing_is_made_where_no_school_is(kiosk: Ask, data: Path) -> None:
    for command in (("set", "101", "x_a=1"), ("delete", "101"), ("undo", "101"), ("history", "101"), ("restore", "1")):
        assert kiosk(*command).status == 3
    assert kiosk("questions").status == kiosk("restore", "--list").status == 0
    assert not data.exists()


def test_another_field_that_somebody_changed_is_joined(clinic: Ask) -> None:
    read = rev_of(clinic)
    assert clinic("set", "101", "email=a@example.org", "--by", "mary").status == 0
    answer = clinic("set", "101", "minutes_needed=20", "--rev", read, "--by", "joe", "--json")
    assert answer.status == 0
    assert answer.document == {"id": CLINIC, "rev": rev_of(clinic), "outcome": "merged"}
    assert "Both changes are kept." in answer.err
    now = shown(clinic)
    assert (now["email"], now["minutes_needed"]) == ("a@example.org", 20)


def test_the_same_field_is_asked(clinic: Ask) -> None:
    read = rev_of(clinic)
    assert clinic("set", "101", "minutes_needed=10", "email=a@example.org", "--by", "mary").status == 0
    answer = clinic("set", "101", "minutes_needed=15", "email=b@example.org", "--rev", read, "--by", " joe\n", "--json")
    assert answer.status == 4
    assert answer.document == {"id": CLINIC, "rev": rev_of(clinic), "outcome": "question"}
    assert answer.err == (
        "Somebody else changed the same: email stays “a@example.org”, and “b@example.org” waits; minutes_needed stays "
        "10, and 15 waits as a question. Nothing is lost. "
        "To decide: kiosk questions school-clinic --take mine (or theirs)\n"
    )
    assert shown(clinic)["minutes_needed"] == 10
    again = clinic("set", "101", "minutes_needed=15", "--rev", read, "--by", "ann")
    assert (again.status, "15 waits" in again.err) == (4, True)
    asked = clinic("questions", "--json").document
    assert isinstance(asked, list)
    assert len(asked) == 2


def test_the_same_value_from_both_is_no_question(clinic: Ask) -> None:
    read = rev_of(clinic)
    assert clinic("set", "101", "minutes_needed=10").status == 0
    answer = clinic("set", "101", "minutes_needed=10", "--rev", read, "--json")
    assert answer.status == 0
    assert isinstance(answer.document, dict)
    assert answer.document["outcome"] == "unchanged"


@pytest.mark.parametrize("rev", ["1-" + "0" * 32, "mine", "\x1b[31m", "1", "-"])
def test_a_revision_that_nobody_made(clinic: Ask, rev: str) -> None:
    for command in (("set", "101", "minutes_needed=20"), ("delete", "101")):
        answer = clinic(*command, "--rev", rev)
        assert (answer.status, answer.out) == (3, "")
        assert "There is no revision" in answer.err
        assert "\x1b" not in answer.err


def test_a_listing_that_was_deleted_meanwhile_is_asked(clinic: Ask) -> None:
    read = rev_of(clinic)
    assert clinic("delete", "101").status == 0
    assert clinic("set", "101", "minutes_needed=20").status == 3
    answer = clinic("set", "101", "minutes_needed=20", "--rev", read)
    assert answer.status == 4
    assert "the whole listing stays deleted, and the changed one waits as a question" in answer.err
    assert clinic("show", "101").status == 3
    assert clinic("questions", "101", "--take", "mine").status == 0
    assert shown(clinic)["minutes_needed"] == 20


def test_too_many_questions_must_be_answered_first(clinic: Ask) -> None:
    read = rev_of(clinic)
    assert clinic("set", "101", "minutes_needed=1").status == 0
    for minutes in range(6, 26):
        assert clinic("set", "101", f"minutes_needed={minutes}", "--rev", read).status == 4
    answer = clinic("set", "101", "minutes_needed=26", "--rev", read)
    assert (answer.status, "Answer the open questions" in answer.err) == (5, True)


def test_who_did_it_is_noted(clinic: Ask) -> None:
    assert clinic("set", "101", "minutes_needed=1", "--by", "  Mary\x1b[31m\n Smith ").status == 0
    history = json.loads(clinic("history", "101", "--json").out)
    assert history[0]["by"] == "Mary[31m Smith"
