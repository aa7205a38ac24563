"""`kiosk list`, `search` and `show`: their shapes, their choices and their words."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk import wiring
from kiosk.cli.main import main
from kiosk.config import find_places
from tests.cli.conftest import Ask

ROW = {"id", "number", "rev", "name", "needs", "supports", "opening"}
FOOD = {
    "id": "pantry",
    "name": {"en": "Food pantry", "es": "Despensa"},
    "needs": ["pantry"],
    "schedules": [{"byday": ["SA"], "opens_at": "09:00", "closes_at": "11:00"}],
}
NOON, SATURDAY = "2026-12-02T10:00", "2026-12-05T10:00"


@pytest.fixture
def both(clinic: Ask, tmp_path: Path) -> Ask:
    """The clinic and a pantry."""
    file = tmp_path / "pantry.json"
    file.write_text(json.dumps(FOOD), "utf-8")
    assert clinic("add", file).status == 0
    return clinic


def ids(ask: Ask, *arguments: str) -> list[str]:
    """The ids of an answer, in order."""
    document = ask(*arguments, "--json").document
    assert isinstance(document, list)
    return [row["id"] for row in document]


def test_a_row_has_its_shape(both: Ask) -> None:
    answer = both("--at", NOON, "list", "--json")
    assert (answer.status, answer.err) == (0, "")
    assert isinstance(answer.document, list)
    clinic, pantry = answer.document
    assert set(clinic) == set(pantry) == ROW
    assert (clinic["id"], clinic["number"], clinic["name"]) == ("school-clinic", 101, "School clinic")
    assert clinic["needs"] == ["check-ups", "shots", "sick-visits"]
    assert clinic["supports"] == ["school-based-health-clinic", "medication-management"]
    assert clinic["opening"] == {
        "state": "open",
        "until": "2026-12-02T12:00:00-05:00",
        "next": "2026-12-02T12:30:00-05:00",
        "reason": None,
    }
    assert pantry["opening"]["next"] == "2026-12-05T09:00:00-05:00"


def test_what_can_be_used_now_comes_first(both: Ask) -> None:
    assert ids(both, "--at", NOON, "list") == ["school-clinic", "pantry"]
    assert ids(both, "--at", SATURDAY, "list") == ["pantry", "school-clinic"]
    assert ids(both, "--at", SATURDAY, "list", "--open") == ["pantry"]


def test_by_need_and_by_support(both: Ask) -> None:
    assert ids(both, "list", "--need", "food") == ["pantry"]
    assert ids(both, "list", "--need", "shots") == ["school-clinic"]
    assert ids(both, "list", "--support", "medication-management") == ["school-clinic"]
    assert ids(both, "list", "--support", "case-management") == []
    assert ids(both, "list", "--need", "food", "--support", "medication-management") == []


@pytest.mark.parametrize("option", ["--need", "--support"])
def test_a_need_or_support_that_is_not_known(both: Ask, option: str) -> None:
    answer = both("list", option, "fod")
    assert (answer.status, answer.out) == (3, "")
    assert "fod" in answer.err


def test_lines_for_people(both: Ask) -> None:
    answer = both("--at", NOON, "list")
    assert (
        answer.out.splitlines()[0] == " 101  School clinic  OPEN until 12:00 PM  Room 112, this school  (school-clinic)"
    )
    assert "Despensa" in both("--lang", "es", "list").out
    empty = both("--at", NOON, "list", "--need", "coats")
    assert (empty.status, empty.out) == (0, "")
    assert empty.err


def test_search_is_the_screens_search(both: Ask) -> None:
    answer = both("search", "shots", "--json")
    assert isinstance(answer.document, list)
    assert [row["id"] for row in answer.document] == ["school-clinic"]
    assert set(answer.document[0]) == {*ROW, "score"}
    assert isinstance(answer.document[0]["score"], float)
    assert ids(both, "search", "102") == ["pantry"]
    assert ids(both, "--lang", "es", "search", "comida") == ["pantry"]
    assert "Food pantry" in both("search", "pantrry").out


@pytest.mark.parametrize("words", ['"', "AND OR NOT", "*", "a'b", "[/", "\x1b[2J", "x" * 5000, "-"])
def test_search_takes_any_words(both: Ask, words: str) -> None:
    answer = both("search", "--", words)
    assert answer.status == 0
    assert "\x1b" not in answer.out + answer.err


def test_nothing_found_is_said(both: Ask) -> None:
    answer = both("search", "qqqqqqqq")
    assert (answer.status, answer.out) == (0, "")
    assert "Nothing was found" in answer.err


def test_show_reads_the_familys_page(both: Ask) -> None:
    lines = both("--at", NOON, "show", "101").out.splitlines()
    assert lines[0] == "School clinic"
    assert "No. 101" in lines
    assert "Where: Room 112. Past the gym, second door on the left." in lines
    assert "Clínica de la escuela" in both("--lang", "es", "show", "101").out
    assert both("show", "999").status == 3


def test_a_language_that_does_not_ship_is_wrong_usage(both: Ask) -> None:
    answer = both("--lang", "tlh", "list")
    assert (answer.status, answer.out) == (2, "")
    assert "tlh" in answer.err


def test_a_word_that_was_mended_is_said(both: Ask) -> None:
    assert "Searched for: clinic" in both("search", "clniic").err


def test_what_a_terminal_would_obey_is_never_printed(clinic: Ask, tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.json"
    name = "\x1b]0;owned\x07 Club \x9b2J \u202egpj [/b] [@click=app.quit]x[/]"
    hostile.write_text(json.dumps({"id": "club", "name": {"en": name}, "needs": ["clubs"]}), "utf-8")
    assert clinic("add", hostile).status == 0
    for arguments in (("list",), ("list", "--json"), ("show", "club"), ("show", "club", "--json"), ("open", "club")):
        said = clinic(*arguments)
        assert said.status == 0
        assert "[@click=app.quit]x[/]" in said.out
        assert not set(said.out + said.err) & set("\x1b\x07\x9b\u202e")


def test_the_sample_is_named_when_it_is_made(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(wiring, "find_places", lambda _: replace(find_places(data), is_default=True))
    assert main(["list", "--need", "food", "--json"]) == 0
    said = capsys.readouterr()
    assert "This is the sample school" in said.err
    assert len(json.loads(said.out)) > 5
    assert main(["open", "214", "--json"]) == 0
    assert capsys.readouterr().err == ""
