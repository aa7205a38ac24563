"""`kiosk history`: who changed what of one listing, newest first."""

from __future__ import annotations

import re

from tests.cli.conftest import Ask, rev_of


def test_it_is_told_newest_first(clinic: Ask) -> None:
    first = rev_of(clinic)
    assert clinic("set", "101", "minutes_needed=10", "email=a@example.org", "--by", "mary").status == 0
    second = rev_of(clinic)
    assert clinic("delete", "101", "--by", "joe").status == 0
    answer = clinic("history", "101", "--json")
    assert answer.status == 0
    assert isinstance(answer.document, list)
    gone, changed, added = answer.document
    assert all(list(each) == ["rev", "parent", "at", "by", "change"] for each in answer.document)
    assert (changed["rev"], changed["parent"], changed["by"]) == (second, first, "mary")
    assert changed["change"] == {"why": "set", "fields": ["email", "minutes_needed"]}
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", changed["at"])
    assert (added["rev"], added["parent"], added["change"]["why"]) == (first, None, "add")
    assert "name" in added["change"]["fields"]
    assert (gone["parent"], gone["change"]["why"]) == (second, "delete")


def test_people_read_lines(clinic: Ask) -> None:
    assert clinic("set", "101", "minutes_needed=10", "--by", "mary").status == 0
    newest, oldest = clinic("history", "school-clinic").out.splitlines()
    assert newest.endswith(f"{rev_of(clinic)}  mary  set: minutes_needed")
    assert "add: alert, application_process, assured_date, assurer, cost_options, description and " in oldest


def test_a_question_is_in_the_history_without_a_field(clinic: Ask) -> None:
    read = rev_of(clinic)
    assert clinic("set", "101", "minutes_needed=10").status == 0
    assert clinic("set", "101", "minutes_needed=15", "--rev", read).status == 4
    answer = clinic("history", "101", "--json")
    assert isinstance(answer.document, list)
    assert answer.document[0]["change"] == {"why": "set", "fields": []}
