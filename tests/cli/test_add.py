"""`kiosk add`: all or none, and what is wrong is named."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.cli.conftest import LISTING, Ask


def test_the_fixture_is_added_and_shown_as_it_came(kiosk: Ask) -> None:
    answer = kiosk("add", LISTING, "--json")
    assert answer.status == 0
    assert isinstance(answer.document, list)
    [added] = answer.document
    assert set(added) == {"id", "rev"}
    assert added["id"] == "school-clinic"
    assert added["rev"].startswith("1-")
    shown = kiosk("show", "101", "--json").document
    assert isinstance(shown, dict)
    assert (shown["id"], shown["number"], shown["rev"]) == ("school-clinic", 101, added["rev"])
    came = json.loads(LISTING.read_text("utf-8"))
    assert shown["schedules"] == came["schedules"]
    assert shown["schedule_exceptions"] == came["schedule_exceptions"]
    assert shown["sign_up"]["url"] == came["sign_up"]["url"]


def test_what_show_gives_add_takes(clinic: Ask, tmp_path: Path) -> None:
    shown = clinic("show", "101", "--json").document
    assert isinstance(shown, dict)
    again = tmp_path / "again.json"
    again.write_text(json.dumps({**shown, "id": "second", "number": None}), "utf-8")
    assert clinic("add", again).status == 0
    second = clinic("show", "second", "--json").document
    assert isinstance(second, dict)
    ours = ("id", "number", "rev")
    assert {key: value for key, value in second.items() if key not in ours} == {
        key: value for key, value in shown.items() if key not in ours
    }


def test_standard_input_and_an_array(kiosk: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    two = [{"id": f"club-{n}", "name": {"en": f"Club {n}"}, "needs": ["clubs"]} for n in (1, 2)]
    stream = io.TextIOWrapper(io.BytesIO(json.dumps(two).encode()), "utf-8")
    monkeypatch.setattr(sys, "stdin", stream)
    answer = kiosk("add", "-", "--json")
    assert answer.status == 0, answer.err
    assert isinstance(answer.document, list)
    assert [each["id"] for each in answer.document] == ["club-1", "club-2"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"colour": "red"}, "colour"),
        ({"schedules": [{"opens_at": 8}]}, "schedules[0].opens_at"),
        ({"name": {}}, "name"),
        ({"needs": ["nothing-like-it"]}, "needs"),
        ({"sign_up": {"url": "https://bit.ly/x"}}, "sign_up.url"),
        ({"cost_options": [{"amount": 1e999}]}, "cost_options[0].amount"),
    ],
)
def test_one_wrong_field_refuses_all_by_name(kiosk: Ask, tmp_path: Path, change: dict[str, object], field: str) -> None:
    right = {"id": "right", "name": {"en": "Right"}, "needs": ["clubs"]}
    wrong = {"id": "wrong", "name": {"en": "Wrong"}, "needs": ["clubs"], **change}
    file = tmp_path / "two.json"
    file.write_text(json.dumps([right, wrong]), "utf-8")
    answer = kiosk("add", file)
    assert (answer.status, answer.out) == (5, "")
    assert field in answer.err
    assert kiosk("list", "--json").document == []


def test_what_is_no_json_is_refused(kiosk: Ask, tmp_path: Path) -> None:
    file = tmp_path / "broken.json"
    file.write_text('{"id": ', "utf-8")
    assert kiosk("add", file).status == 5


def test_the_same_listing_twice_is_refused(clinic: Ask) -> None:
    again = clinic("add", LISTING)
    assert again.status in (4, 5)
    assert "school-clinic" in again.err


def test_no_such_file(kiosk: Ask, tmp_path: Path) -> None:
    answer = kiosk("add", tmp_path / "missing.json")
    assert answer.status == 3
    assert "missing.json" in answer.err


def test_people_see_the_number_they_can_say(kiosk: Ask) -> None:
    assert kiosk("add", LISTING).out.split()[:2] == ["101", "school-clinic"]


def test_a_nameless_account_is_no_reason_to_stop(kiosk: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(number: int) -> str:
        raise KeyError(f"no such account: {number}")

    monkeypatch.setattr("kiosk.store.people_file.pwd", SimpleNamespace(getpwuid=nobody))
    assert kiosk("add", LISTING).status == 0


@pytest.mark.parametrize(
    ("more", "field"),
    [
        (',"cost_options":[{"amount":NaN}]', "cost_options[0].amount"),
        (',"cost_options":[{"amount":Infinity}]', "cost_options[0].amount"),
        (',"description":{"en":"\\ud800"}', "description.en"),
        (f',"number":{"9" * 400}', "number"),
    ],
)
def test_a_value_that_no_file_can_hold(clinic: Ask, data: Path, tmp_path: Path, more: str, field: str) -> None:
    """Field case s-unwritable-value: refused by field, not a byte changed, every other listing still reads."""
    before = (data / "listings.json").read_bytes()
    file = tmp_path / "bad.json"
    file.write_text(f'{{"id":"bad","name":{{"en":"Bad"}},"needs":["clubs"]{more}}}', "utf-8")
    answer = clinic("add", file)
    assert (answer.status, answer.out) == (5, "")
    assert field in answer.err
    assert (data / "listings.json").read_bytes() == before
    assert clinic("open", "101").status == 0
