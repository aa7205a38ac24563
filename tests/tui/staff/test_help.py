"""Help in one key: on every screen, and for every field of the form, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.pages.staff.help import SECTION, plain_path
from kiosk.pages.staff.parts import ScreenName
from kiosk.services.form_fields import SECTIONS, fields
from kiosk.tui.staff.base import StaffScreen
from kiosk.words import load_content
from tests.house.reading import ROOT
from tests.tui.staff.host import LOBBY, SMALL, shown, staff_app
from tests.tui.staff.routes import own_screens, route_of

pytestmark = pytest.mark.slow

TEXTS = load_content(ROOT / "content").desk_help
OPEN_214 = ("f", *"214", "enter")


def flat(lines: list[str]) -> str:
    """The screen in one line, broken sentences joined."""
    return " ".join(" ".join(lines).split())


@pytest.mark.parametrize("name", own_screens())
@pytest.mark.parametrize("language", ["en", "es"])
async def test_each_screen_says_what_it_is_for(tmp_path: Path, name: ScreenName, language: str) -> None:
    app = staff_app(tmp_path, language=language)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        if name != "desk":
            await app.open(StaffScreen.Opened(route_of(name)))
            await pilot.pause()
        below = app.screen
        await pilot.press("f1")
        await pilot.pause()
        first = TEXTS.screens[name].means[language].split(".")[0]
        assert first in flat(shown(app))
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is below


async def test_every_field_and_part_of_the_form_has_its_help(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, StaffScreen)
        desk, codes = screen.ask.desk, screen.ask.desk.center.settings.languages
        docs = [desk.records.document(kept) for kept in desk.records.load()]
        paths = {
            plain_path(screen.ask, field.path)
            for section in SECTIONS for doc in docs for field in fields(section, doc, codes)
        }  # fmt: skip
    wanted = paths | {f"{SECTION}{section}" for section in SECTIONS}
    assert set(TEXTS.fields) == wanted
    assert [path for path in paths if not TEXTS.fields[path].example] == []


@pytest.mark.parametrize("size", [LOBBY, SMALL])
async def test_the_field_in_focus_is_explained_with_its_name_in_the_standard(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*OPEN_214, "1", "f1")
        await pilot.pause()
        text = flat(shown(app))
        assert "Name (English)" in text
        assert "Use the words a parent would say." in text
        assert "service.name" in text
        assert "For example: School food shelf" in text
        await pilot.press("escape", "enter", "f1")
        await pilot.pause()
        assert "Use the words a parent would say." in flat(shown(app))
        await pilot.press("f3")
        await pilot.pause()
        text = flat(shown(app))
        assert "Use las palabras que diría una mamá o un papá." in text
        assert "Por ejemplo: Despensa de la escuela" in text


async def test_a_part_of_the_form_is_explained(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*OPEN_214, "f1")
        await pilot.pause()
        assert TEXTS.fields["section.words"].means["en"] in flat(shown(app))


async def test_help_does_not_take_what_is_being_typed(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*OPEN_214, "1", "enter", *" now", "f1", "escape", *"x")
        await pilot.pause()
        assert "School food shelf nowx" in "\n".join(shown(app))
