"""The list: found as one types, sorted by a column, selected, opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.pages.staff.parts import StaffRoute
from kiosk.services.jobs import ids_of
from kiosk.tui.staff.app import StaffApp
from kiosk.tui.staff.base import StaffScreen
from kiosk.tui.staff.listings import Heads, ListScreen
from tests.tui.raster import cells_of
from tests.tui.staff.host import LOBBY, SMALL, desk_kiosk, shown, staff_app


def cells(app: StaffApp) -> list[list[str]]:
    """The screen, a sign a cell."""
    return [[glyph for glyph, *_ in row] for row in cells_of(app)]


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


async def test_how_every_listing_stands_is_worked_out_beside_the_keys(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        directory = app.desk.center.directory
        assert not directory.is_read
        await pilot.press("f")
        await app.workers.wait_for_complete()
        assert directory.is_read


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


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("size", [LOBBY, SMALL])
async def test_no_column_touches_the_next(tmp_path: Path, language: str, size: tuple[int, int]) -> None:
    app = staff_app(tmp_path, language=language)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f")
        await pilot.pause()
        starts = [sum(app.screen.query_one(Heads).widths[:at]) for at in range(1, 8)]
        lines = [row[1 if size == LOBBY else 2 :] for row in cells(app)]
        (heads,) = [row for row in lines if "1 N" in "".join(row)]
        listed = lines[lines.index(heads) + 2 :][:10]
        for start in starts[1:]:
            for row in (heads, *listed):
                assert row[start - 1] == " ", (start, "".join(row))
        if size == LOBBY:
            word = {"en": "left", "es": "quedan"}[language]
            assert any(word in "".join(row) and any(map(str.isdigit, "".join(row[88:100]))) for row in listed)


async def test_numbers_of_columns_are_those_that_are_seen(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f", "alt+4")
        await pilot.pause()
        assert "4 Checked ▼" in "\n".join(shown(app))
        await pilot.press("alt+5", "alt+2")
        await pilot.pause()
        assert "2 Name ▲" in "\n".join(shown(app))


async def test_a_selects_all_that_are_shown_and_lets_them_go(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("f", *"clinic", "down", "a")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ListScreen)
        assert screen.listed.selected == {entry.kept.id for entry in screen.page.entries}
        count = len(screen.page.entries)
        assert f"Change all {count}" in "\n".join(shown(app))
        await pilot.press("a")
        await pilot.pause()
        assert screen.listed.selected == frozenset()
        assert "Change it" in "\n".join(shown(app))


@pytest.mark.parametrize("kind", ["due", "no-hours", "no-spanish", "sign-up-opens"])
async def test_it_is_narrowed_to_the_listings_of_a_job(tmp_path: Path, kind: str) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.pause()
        await app.open(StaffScreen.Opened(StaffRoute("list", detail=kind)))
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ListScreen)
        listed = {entry.kept.id for entry in screen.page.entries}
        assert listed == set(ids_of(app.desk, kind))
        assert listed
