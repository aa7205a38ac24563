"""The README's pictures are what the screens show now."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.tui.pictures import HERE, PICTURES, drawn

README = Path(__file__).parents[2] / "README.md"


@pytest.mark.parametrize("name", PICTURES)
async def test_a_picture_is_what_the_screen_shows(name: str) -> None:
    kept = (HERE / f"{name}.svg").read_text(encoding="utf-8")
    assert await drawn(name) == kept, "Look at the screen; if it is right: make pictures"


def test_the_readme_shows_the_pictures_there_are() -> None:
    shown = set(re.findall(r"tests/tui/pictures/([\w-]+)\.svg", README.read_text(encoding="utf-8")))
    assert shown == set(PICTURES) == {path.stem for path in HERE.glob("*.svg")}
