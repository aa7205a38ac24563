"""The README's recipes are true: what it names exists, and its listing can be added."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from kiosk.cli.main import main
from kiosk.domain.settings import Settings
from kiosk.pages.route import PageName
from kiosk.school_rules import BOUNDS
from tests.house.reading import ROOT

README = (ROOT / "README.md").read_text("utf-8")


def test_its_listing_is_added_and_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    block = re.search(r"```json\n(.*?)```", README, re.DOTALL)
    assert block
    file = tmp_path / "club.json"
    file.write_text(block[1], "utf-8")
    assert main(["--data", str(tmp_path / "school"), "add", str(file)]) == 0
    assert main(["--data", str(tmp_path / "school"), "check"]) == 0
    capsys.readouterr()
    assert main(["--data", str(tmp_path / "school"), "show", json.loads(block[1])["id"]]) == 0
    assert capsys.readouterr().out.startswith("Drama club\n")


@pytest.mark.parametrize(
    "path",
    sorted(
        {
            path.rstrip("/")
            for path in re.findall(r"`((?:kiosk|content|data|tests)/[\w./-]*)`", README)
            if "NAME" not in path
        }
    ),
)
def test_every_path_it_names_exists(path: str) -> None:
    if "CODE" in path:
        path = path.replace("CODE", "es")
    assert (ROOT / path).exists()


def test_every_room_of_its_map_exists() -> None:
    rooms = re.findall(r"^  (\w+(?:/|\.py)) ", README, re.MULTILINE)
    assert "domain/" in rooms
    assert all((ROOT / "kiosk" / room).exists() for room in rooms)


def test_a_screen_is_found_by_its_name() -> None:
    """As the recipe for a screen says: the value, and what draws it, in two files of the page's name."""
    for name in get_args(PageName):
        file = name.replace("-", "_") + ".py"
        assert (ROOT / "kiosk" / "pages" / file).exists(), file


def test_its_commands_are_the_makefiles() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"(?:^|`)make (\w+)", README, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_its_table_of_settings_names_every_key() -> None:
    table = README.partition("## Settings")[2].partition("## ")[0]
    named = set(
        re.findall(r"`\[*(\w+)\]*`", "\n".join(row.split("|")[1] for row in re.findall(r"^\| `.*", table, re.M)))
    )
    assert {key.name for key in fields(Settings)} == named
    for key, bounds in BOUNDS.items():
        assert "{} to {}".format(*bounds) in table, key
