"""`kiosk check` on `people.json`: each mistake by its field, and never a word of a PIN."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk.services.pins import hashed
from tests.cli.conftest import Ask

GOOD: dict[str, object] = {"name": "Ana", "role": "admin", "account": "ana"}
SECRET = "829471"


def put(data: Path, *people: object) -> None:
    """These as the people of the school."""
    (data / "people.json").write_text(json.dumps({"people": people}), "utf-8")


def found(clinic: Ask) -> list[tuple[str, str, str]]:
    """What a check found: where, field, problem. Exit status 1 when that is anything."""
    answer = clinic("check", "--json")
    assert isinstance(answer.document, list)
    assert answer.status == bool(answer.document)
    assert "$argon2" not in answer.out + answer.err
    assert SECRET not in answer.out + answer.err
    return [(each["where"], each["field"], each["problem"]) for each in answer.document]


def test_people_who_are_named_well_are_well(clinic: Ask, data: Path) -> None:
    put(data, {**GOOD, "pin": hashed(SECRET.encode()), "by": "root", "at": "2026-11-24T15:05:00+00:00"})
    assert found(clinic) == []


@pytest.mark.parametrize(
    ("content", "field", "said"),
    [
        (b'{"people": [\n{"name": "Ana"\n', "", "Line 3 is no JSON"),
        (b'{"\xff": 1}', "", "no text of JSON"),
        (b"[]", "people", "missing"),
        (b'{"people": {}}', "people", "missing"),
        (b"", "", "is no JSON"),
        (b"[" * 100_000, "", "JSON"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(clinic: Ask, data: Path, content: bytes, field: str, said: str) -> None:
    (data / "people.json").write_bytes(content)
    ((where, at, problem),) = found(clinic)
    assert (where, at) == ("people.json", field)
    assert said in problem


@pytest.mark.parametrize(
    ("person", "field", "said"),
    [
        ({"name": "Bo", "role": "boss"}, "people[1].role", "“boss” is no role. Write reader, liaison or admin."),
        ({"name": "Bo"}, "people[1].role", "“” is no role."),
        ({"name": "Bo", "role": 7}, "people[1].role", "This must be text."),
        ({"name": " ", "role": "reader"}, "people[1].name", "A name has 1 to 80 letters."),
        ({"role": "reader"}, "people[1].name", "A name has 1 to 80 letters."),
        ({"name": "ANA", "role": "reader"}, "people[1].name", "the same name"),
        ({"name": "Bo", "role": "reader", "account": "ana"}, "people[1].account", "the same account"),
        ({"name": "Bo", "role": "reader", "pin": SECRET}, "people[1].pin", "Set it anew: kiosk passwd"),
        ({"name": "Bo", "role": "reader", "pin": "$argon2id$v=19$m=65536"}, "people[1].pin", "opens nothing"),
        ({"name": "Bo", "role": "reader", "pim": SECRET}, "people[1].pim", "This key is not known."),
        ("Bo", "people[1]", "must be members in { }"),
    ],
)
def test_what_is_wrong_with_a_person_is_named_by_its_field(
    clinic: Ask, data: Path, person: object, field: str, said: str
) -> None:
    put(data, GOOD, person)
    ((where, at, problem),) = found(clinic)
    assert (where, at) == ("people.json", field)
    assert said in problem


def test_a_broken_hash_is_found_wherever_it_broke(clinic: Ask, data: Path) -> None:
    kept = hashed(SECRET.encode())
    for broken in (kept[:-8], kept.replace("$argon2id", "$argon9id"), kept.replace("$m=", "$q="), f"{kept}!"):
        put(data, {**GOOD, "pin": broken})
        assert [field for _, field, _ in found(clinic)] == ["people[0].pin"], broken


def test_that_nobody_is_an_admin_is_told(clinic: Ask, data: Path) -> None:
    put(data, {**GOOD, "role": "liaison"})
    ((_, field, problem),) = found(clinic)
    assert (field, "Nobody is an admin." in problem) == ("people", True)


def test_a_key_that_a_terminal_would_obey_is_not_sent_to_it(clinic: Ask, data: Path) -> None:
    put(data, {**GOOD, "\x1b[2J": "x"})
    assert "\x1b" not in clinic("check").out


def test_a_folder_of_that_name_is_told(clinic: Ask, data: Path) -> None:
    (data / "people.json").mkdir()
    ((where, field, problem),) = found(clinic)
    assert (where, field) == ("people.json", "")
    assert problem.startswith("people.json cannot be read.")
