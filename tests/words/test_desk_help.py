"""The guide and the help of the desk are read from their files, and what is wrong there is named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk.words.desk_help import read_desk_help
from kiosk.words.shapes import BadContent
from tests.house.reading import ROOT


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """A copy of the files."""
    shutil.copytree(ROOT / "content" / "guide", tmp_path / "guide")
    return tmp_path / "guide"


def test_pages_fields_and_screens_are_there(there: Path) -> None:
    found = read_desk_help(there)
    assert [len(page.tasks) > 3 for page in found.guide] == [True, True]
    assert found.fields["name"].hsds == "service.name"
    assert found.fields["sensitive"].hsds == ""
    assert found.screens["desk"].means["es"].startswith("Aquí se empieza.")


@pytest.mark.parametrize(
    ("file", "before", "after", "named"),
    [
        ("guide.toml", "does =", "dose =", "guide/guide.toml: pages[0]"),
        ("guide.toml", "[[pages]]", "[[sheets]]", "guide/guide.toml"),
        ("fields.toml", "hsds =", "hdsd =", "guide/fields.toml: fields["),
        ("screens.toml", 'screen = "desk"', "screen = 7", "guide/screens.toml: screens[0].screen"),
        ("screens.toml", "means = {", "means = ", "screens.toml"),
    ],
)
def test_what_is_wrong_is_named_by_file_and_key(there: Path, file: str, before: str, after: str, named: str) -> None:
    path = there / file
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")
    with pytest.raises(BadContent) as wrong:
        read_desk_help(there)
    assert named in str(wrong.value)
    assert "Nothing was changed." in str(wrong.value)


def test_a_missing_file_is_named(there: Path) -> None:
    (there / "fields.toml").unlink()
    with pytest.raises(BadContent, match=r"fields\.toml"):
        read_desk_help(there)
