"""All keys: the page tells of every key a screen has, and of no other; each of them works from there too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kiosk.pages.staff.keys import key_lines, what_it_does
from kiosk.pages.staff.parts import ScreenName
from kiosk.tui.staff.app import StaffApp
from kiosk.tui.staff.base import StaffScreen
from kiosk.tui.staff.key_table import keys_everywhere, keys_of
from tests.tui.staff.host import LOBBY, SMALL, shown, staff_app
from tests.tui.staff.routes import own_screens, route_of

pytestmark = pytest.mark.slow


async def opened(app: StaffApp, name: ScreenName) -> StaffScreen[Any]:
    """A screen of the desk, open."""
    if name != "desk":
        await app.open(StaffScreen.Opened(route_of(name)))
    screen = app.screen
    assert isinstance(screen, StaffScreen)
    return screen


@pytest.mark.parametrize("name", own_screens())
async def test_it_tells_of_every_key_of_every_screen(tmp_path: Path, name: ScreenName) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        screen = await opened(app, name)
        await pilot.pause()
        uses = [*keys_of(screen), *keys_everywhere(app)]
        ask, bar = screen.ask, screen.page.keys
        assert [use for use in uses if not what_it_does(ask, name, use, bar)] == []
        told = {key for line in key_lines(ask, name, uses, bar) for key in line.keys.split()}
        assert {key.key for key in bar if not key.off} <= told


@pytest.mark.parametrize("size", [LOBBY, SMALL])
async def test_it_tells_of_the_screen_it_was_opened_from(tmp_path: Path, size: tuple[int, int]) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "On this screen" in text
        assert "snow day, asks first" in text
        assert "any command, by its name" in text
        assert "The liaison's guide" in text
        await pilot.press("escape", "f", "down", "question_mark")
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "sort by that column" in text
        assert "snow day, asks first" not in text


async def test_what_it_tells_of_works_from_there(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("question_mark", "f")
        await pilot.pause()
        assert "Listings" in shown(app)[0]
        await pilot.press("escape")
        await pilot.pause()
        assert "What needs you today" in shown(app)[0]


async def test_a_tap_on_a_key_below_does_what_it_says(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        await pilot.click(offset=(20, 22))
        await pilot.pause()
        assert "Listings" in shown(app)[0]


async def test_keys_help_and_commands_never_lie_over_each_other(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*["question_mark", "f1", "f12", "ctrl+p"] * 3)
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert "What needs you today" in shown(app)[0]
        assert len(app.screen_stack) == 2
