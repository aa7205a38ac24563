"""`kiosk check`: everything that is wrong, by file, line or id, and field; and exit status 1."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk import wiring
from kiosk.config import find_places
from kiosk.domain.kept import Edit
from kiosk.store import open_store
from tests.cli.conftest import Answer, Ask


def test_all_is_well(clinic: Ask) -> None:
    answer = clinic("check", "--json")
    assert (answer.status, answer.document) == (0, [])
    assert "nothing is wrong" in clinic("check").err


def test_what_is_wrong_in_the_settings(clinic: Ask, data: Path) -> None:
    (data / "settings.toml").write_text(
        'school = "Oak"\nzone = "Mars"\nlanguages = ["en", "xx"]\n\n[supports]\nflying = "here"\n', "utf-8"
    )
    answer = clinic("check", "--json")
    assert answer.status == 1
    assert answer.document == [
        {
            "where": "settings.toml:2",
            "field": "zone",
            "problem": "Mars is not a time zone. Write one as America/New_York.",
        },
        {
            "where": "settings.toml:3",
            "field": "languages",
            "problem": "There is no language xx here. Write one that the kiosk has.",
        },
        {
            "where": "settings.toml:6",
            "field": "supports.flying",
            "problem": "There is no support flying. Write one that the kiosk has.",
        },
    ]
    lines = clinic("check")
    assert lines.out.startswith("settings.toml:2: zone: Mars")
    assert "3 things are wrong" in lines.err


THING = '\n[[shelf]]\nlisting = "{listing}"\nname = {{ en = "{name}" }}\n'
"""A thing of the shelf: its four lines, the first one empty."""


@pytest.mark.parametrize(
    ("things", "line", "field", "problem"),
    [
        (THING.format(listing=101, name="Pantry") + THING.format(listing="gone", name="Coats"), 8,
         "shelf[1].listing", "There is no listing gone. Write the id or number of one that is there."),
        (THING.format(listing=" ", name="Pantry"), 4, "shelf[0].listing",
         "No listing is named. Write its id or number, as 214."),
        (THING.format(listing=101, name=" "), 5, "shelf[0].name",
         "There are no words here. Write some, or take this away."),
        (THING.format(listing=101, name="x" * 61), 5, "shelf[0].name",
         "These words are too long. Write at most 60 letters."),
        (THING.format(listing=101, name="Coats") + THING.format(listing=101, name="coats"), 9, "shelf[1].name",
         "coats is named twice. Take one away."),
        ('\n[[shelf]]\nlisting = "101"\n', 3, "shelf[0]", "Object missing required field `name`."),
        ('\n[[shelf]]\nlistng = "101"\nname = { en = "Coats" }\n', 4, "shelf[0].listng",
         "This key is not known. Did you mean listing?"),
        ("".join(THING.format(listing=101, name=f"Thing {number}") for number in range(41)), 163, "shelf[40]",
         "These are too many. Write at most 40."),
    ],
)  # fmt: skip
def test_what_is_wrong_with_the_shelf(
    clinic: Ask, data: Path, things: str, line: int, field: str, problem: str
) -> None:
    (data / "settings.toml").write_text(f'school = "Oak"\n{things}', "utf-8")
    found = clinic("check", "--json").document
    assert isinstance(found, list)
    assert found[0] == {"where": f"settings.toml:{line}", "field": field, "problem": problem}


def test_a_shelf_whose_listings_are_there_is_well(clinic: Ask, data: Path) -> None:
    things = THING.format(listing=101, name="Pantry") + THING.format(listing="school-clinic", name="Masks")
    (data / "settings.toml").write_text(f'school = "Oak"\n{things}', "utf-8")
    assert clinic("check", "--json").document == []


def test_other_commands_say_it_and_go_on(clinic: Ask, data: Path) -> None:
    (data / "settings.toml").write_text('school = "Oak"\nzone = "Mars"\n', "utf-8")
    answer = clinic("list", "--json")
    assert answer.status == 0
    assert isinstance(answer.document, list)
    assert len(answer.document) == 1
    assert answer.err.startswith("settings.toml, line 2, zone:")


def test_what_is_wrong_in_the_calendar(clinic: Ask, data: Path) -> None:
    (data / "calendar.toml").write_text('first_day = "2026-08-31"\n', "utf-8")
    answer = clinic("check", "--json")
    assert answer.status == 1
    assert isinstance(answer.document, list)
    assert answer.document[0]["where"] == "calendar.toml:1"


def problems(answer: Answer) -> list[str]:
    """The sentences of a check that found something."""
    assert answer.status == 1
    assert isinstance(answer.document, list)
    assert all(list(each) == ["where", "field", "problem"] for each in answer.document)
    return [each["problem"] for each in answer.document]


def test_a_listing_that_was_changed_by_hand(clinic: Ask, data: Path, tmp_path: Path) -> None:
    backup = tmp_path / "all.json"
    assert clinic("backup", backup).status == 0
    for file in (data / "listings.journal", backup):
        text = file.read_text("utf-8")
        assert "https://example.org/forms/clinic" in text
        file.write_text(text.replace("https://example.org/forms/clinic", "https://bit.ly/x"), "utf-8")
    assert any("missing" in each for each in problems(clinic("check", "--json")))
    backup.replace(data / "listings.json")
    (data / "listings.journal").unlink()
    assert problems(clinic("check", "--json"))
    assert clinic("check").err.splitlines()[-1].endswith("wrong.")


def test_an_old_version_that_cannot_be_read_is_found(clinic: Ask, data: Path) -> None:
    for minutes in (10, 20):
        assert clinic("set", "101", f"minutes_needed={minutes}").status == 0
    assert clinic("check").status == 0
    journal = data / "listings.journal"
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(lines[0] + lines[1].replace(b'"minutes_needed":10', b'"minutes_needed":11') + lines[2])
    assert problems(clinic("check", "--json"))
    assert "minutes_needed" in clinic("show", "101", "--json").out


def test_a_disk_that_is_nearly_full_is_told_by_the_schools_own_measure(
    clinic: Ask, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(data)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=150 * 1024 * 1024))
    assert clinic("check").status == 0
    (data / "settings.toml").write_text('school = "Oak"\n\n[store]\ndisk_mib = 200\n', "utf-8")
    assert any("The disk is nearly full" in each for each in problems(clinic("check", "--json")))


def test_a_listing_that_came_in_another_way_is_named_by_id_and_field(clinic: Ask, data: Path) -> None:
    wrong = {"id": "club", "name": {"en": "Club"}, "needs": ["flying"], "sign_up": {"url": "https://bit.ly/x"}}
    open_store(data).batch([Edit("club", "", wrong)], "test")
    answer = clinic("check", "--json")
    assert answer.status == 1
    assert isinstance(answer.document, list)
    assert [(each["where"], each["field"]) for each in answer.document] == [
        ("club", "needs[0]"),
        ("club", "sign_up.url"),
    ]
    assert all(each["problem"] for each in answer.document)


def test_what_is_wrong_in_the_content(clinic: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = tmp_path / "content"
    shutil.copytree(find_places().content, content)
    (content / "parts.toml").write_text("[[parts]]\nid = 1\n", "utf-8")
    monkeypatch.setattr(wiring, "find_places", lambda data: replace(find_places(data), content=content))
    answer = clinic("check", "--json")
    assert answer.status == 1
    assert isinstance(answer.document, list)
    assert answer.document[0]["where"] == "content/parts.toml"
    assert answer.document[0]["field"] == "parts[0].id"


def test_staff_are_reminded_to_call_the_help_lines_again(clinic: Ask) -> None:
    late = clinic("--at", "2030-01-01T10:00", "check", "--json")
    assert (late.status, late.document) == (0, [])
    assert "The help lines of US were checked" in late.err
    assert "help lines" not in clinic("--at", "2026-11-25T10:00", "check").err
