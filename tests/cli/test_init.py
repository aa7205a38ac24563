"""`kiosk init`: a real school's directory from options or answers, and never over another school."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from kiosk.config import load_school
from kiosk.domain.settings import BoardLine, Keeping, Settings, ShelfThing, StaffHours
from tests.cli.conftest import LISTING, Ask

OPTIONS = ("--name", 'Oak "River" School', "--zone", "America/Chicago", "--region", "US-IL", "--language", "es")


def test_options_make_a_school_without_the_sample(kiosk: Ask, data: Path) -> None:
    answer = kiosk("init", *OPTIONS, "--language", "en", "--json")
    assert answer.status == 0
    assert answer.document == {"data": str(data)}
    school = load_school(data)
    assert school.problems == ()
    assert (school.settings.school, school.settings.zone) == ('Oak "River" School', "America/Chicago")
    assert (school.settings.region, school.settings.languages) == ("US-IL", ("es", "en"))
    assert not school.settings.sample
    assert school.calendar is None
    assert kiosk("list", "--json").document == []
    assert kiosk("check").status == 0
    assert kiosk("add", LISTING).status == 0


def test_every_line_of_the_files_can_be_put_to_use(kiosk: Ask, data: Path) -> None:
    assert kiosk("init", *OPTIONS).status == 0
    for name in ("settings.toml", "calendar.toml"):
        lines = (data / name).read_text("utf-8").splitlines()
        used = [line.removeprefix("# ") if " = " in line or line.startswith("# [") else line for line in lines]
        (data / name).write_text("\n".join(used), "utf-8")
    school = load_school(data)
    assert school.problems == ()
    assert school.settings.office is not None
    assert school.settings.staff[0].room == "104"
    assert school.settings.supports == {"case-management": "here"}
    assert school.calendar is not None
    assert school.calendar.days[0].kind == "no-school"


def test_every_key_there_is_stands_in_the_file_under_words_that_explain_it(kiosk: Ask, data: Path) -> None:
    assert kiosk("init", *OPTIONS).status == 0
    lines = (data / "settings.toml").read_text("utf-8").splitlines()
    for kind in (Settings, StaffHours, ShelfThing, BoardLine, Keeping):
        for key in fields(kind):
            assert any(re.match(rf"(# )?(\[+{key.name}\]|{key.name} = )", line) for line in lines), key.name
    keys = [line.removeprefix("# ").partition(" = ")[0] for line in lines if " = " in line]
    assert keys[:4] == ["school", "zone", "region", "languages"]


def test_nothing_is_overwritten(kiosk: Ask, data: Path) -> None:
    assert kiosk("init", *OPTIONS).status == 0
    before = (data / "settings.toml").read_bytes()
    again = kiosk("init", "--name", "Elm", "--zone", "UTC", "--region", "US", "--language", "en")
    assert (again.status, again.out) == (5, "")
    assert "already holds a school" in again.err
    assert (data / "settings.toml").read_bytes() == before


def test_listings_alone_are_a_school_too(clinic: Ask) -> None:
    assert clinic("init", *OPTIONS).status == 5


@pytest.mark.parametrize(
    ("option", "value"),
    [("--zone", "Mars"), ("--region", "Illinois"), ("--language", "tlh"), ("--name", " ")],
)
def test_a_wrong_value_is_wrong_usage_and_makes_nothing(kiosk: Ask, data: Path, option: str, value: str) -> None:
    options = dict(zip(OPTIONS[::2], OPTIONS[1::2], strict=True)) | {option: value}
    answer = kiosk("init", *(part for pair in options.items() for part in pair))
    assert (answer.status, answer.out) == (2, "")
    assert option in answer.err
    assert not data.exists()


def test_what_is_missing_is_asked_only_at_a_terminal(kiosk: Ask, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = kiosk("init", "--name", "Elm")
    assert answer.status == 2
    assert "--zone" in answer.err
    assert not data.exists()
    answers = iter(["Elm School", "Mars", "America/Denver", "US-CO", "en"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: next(answers))
    assert kiosk("init").status == 0
    settings = load_school(data).settings
    assert (settings.school, settings.zone, settings.region) == ("Elm School", "America/Denver", "US-CO")
    assert settings.languages == ("en",)
