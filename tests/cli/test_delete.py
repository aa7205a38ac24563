"""`kiosk delete` and `kiosk undo`: one listing taken away, or back to what it was, and forward again."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import LISTING, Ask, rev_of, shown

CLINIC = "school-clinic"


def test_a_listing_goes_and_comes_back(clinic: Ask) -> None:
    before = shown(clinic)
    answer = clinic("delete", "101", "--json")
    assert answer.status == 0
    assert isinstance(answer.document, dict)
    assert set(answer.document) == {"id", "rev", "outcome"}
    assert (answer.document["id"], answer.document["outcome"]) == (CLINIC, "saved")
    assert answer.document["rev"].startswith("2-")
    assert answer.err == "No. 101 (school-clinic) is deleted. To bring it back: kiosk undo school-clinic\n"
    assert clinic("show", "101").status == 3
    assert clinic("delete", "101").status == 3
    back = clinic("undo", "No. 101", "--json")
    assert isinstance(back.document, dict)
    assert (back.status, back.document["outcome"]) == (0, "saved")
    assert {**shown(clinic), "rev": ""} == {**before, "rev": ""}


def test_its_number_is_not_given_again(clinic: Ask, tmp_path: Path) -> None:
    assert clinic("delete", "101").status == 0
    file = tmp_path / "club.json"
    file.write_text('{"id": "club", "name": {"en": "Club"}}', "utf-8")
    assert clinic("add", file).out.split()[:2] == ["102", "club"]
    assert clinic("add", LISTING).out.split()[:2] == ["101", CLINIC]


def test_undoing_twice_brings_the_change_back(clinic: Ask) -> None:
    assert clinic("set", "101", "minutes_needed=10").status == 0
    told = clinic("undo", "101")
    assert (told.status, told.out.split()[:2]) == (0, ["101", CLINIC])
    assert "To have the change back: kiosk undo school-clinic" in told.err
    assert shown(clinic)["minutes_needed"] == 5
    assert clinic("undo", "101", "--by", "mary").status == 0
    assert shown(clinic)["minutes_needed"] == 10
    assert clinic("history", "101").out.splitlines()[0].split()[3:5] == ["mary", "undo:"]


def test_a_listing_that_was_just_added_is_taken_back_too(clinic: Ask) -> None:
    assert clinic("undo", "101").status == 0
    assert clinic("show", "101").status == 3
    assert clinic("undo", "101").status == 0
    assert shown(clinic)["id"] == CLINIC


def test_what_somebody_changed_meanwhile_is_not_deleted(clinic: Ask) -> None:
    read = rev_of(clinic)
    assert clinic("set", "101", "minutes_needed=10").status == 0
    answer = clinic("delete", "101", "--rev", read, "--by", "joe", "--json")
    assert answer.status == 4
    assert isinstance(answer.document, dict)
    assert answer.document["outcome"] == "question"
    assert "the whole listing stays, and its deletion waits as a question" in answer.err
    assert shown(clinic)["minutes_needed"] == 10
    assert clinic("questions", "101", "--take", "mine").status == 0
    assert clinic("show", "101").status == 3


def test_deleting_again_what_was_read_before_is_no_change(clinic: Ask) -> None:
    read = rev_of(clinic)
    assert clinic("delete", "101", "--rev", read).status == 0
    answer = clinic("delete", "101", "--rev", read, "--json")
    assert isinstance(answer.document, dict)
    assert (answer.status, answer.document["outcome"]) == (0, "unchanged")
