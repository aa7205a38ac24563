"""The list: found as one types, sorted by a column, selected, opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.tui.staff.listings import ListScreen
from tests.tui.staff.host import LOBBY, SMALL, desk_kiosk, shown, staff_app


@pytest.mark.parametrize("size", [LOBBY, SMALL])
async def test_typing_finds_by_name_and_number_without_accents(tmp_path: Path, size: tuple[int, int]) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f", *"clinic")
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "of 102 have “clinic”" in text
        assert "School clinic" in text
        assert "Coding club" not in text
        await pilot.press("ctrl+u", *"214")
        await pilot.pause()
        assert "School food shelf" in "\n".join(shown(app))


async def test_alt_and_a_number_sorts_and_again_turns_it_round(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("f", "alt+2")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ListScreen)
        names = [entry.name.casefold() for entry in screen.page.entries]
        assert names == sorted(names)
        await pilot.press("alt+2")
        assert [entry.name.casefold() for entry in screen.page.entries] == names[::-1]
        await pilot.press("alt+4")
        assert "OPEN" in "\n".join(shown(app)) or "SIGN UP" in "\n".join(shown(app))


async def test_space_selects_on_the_lines_and_is_a_blank_in_the_field(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("f", *"food", "space", *"sh")
        screen = app.screen
        assert isinstance(screen, ListScreen)
        assert screen.listed.words == "food sh"
        assert len(screen.page.entries) == 1
        await pilot.press("down", "space")
        await pilot.pause()
        assert screen.listed.selected == {screen.page.entries[0].kept.id}
        assert "1 selected" in "\n".join(shown(app))
        await pilot.press("e")
        assert screen.listed.words == "food she"


async def test_a_listing_that_goes_elsewhere_leaves_the_list(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("f", *"214")
        await pilot.pause()
        desk_kiosk(tmp_path).store.delete("food-shelf", "", "mary")
        app.tick()
        await pilot.pause()
        assert "0 of 101 have “214”" in "\n".join(shown(app))
        await pilot.press("enter", "space", "escape")
        await pilot.pause()
        assert "What needs you today" in "\n".join(shown(app))
