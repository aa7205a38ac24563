"""Any command by its name: found as one types, slips and all, and only what this person may do."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.pages.staff.shut import FILE_SCREENS
from kiosk.services.desk import Who
from kiosk.tui.staff.app import StaffApp
from tests.tui.staff.host import LOBBY, SMALL, desk_kiosk, shown, staff_app

pytestmark = pytest.mark.slow


def body(lines: list[str]) -> str:
    """What stands above the six keys."""
    return "\n".join(lines[:-3])


@pytest.mark.parametrize("size", [LOBBY, SMALL])
async def test_a_listing_is_opened_by_its_number(tmp_path: Path, size: tuple[int, int]) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press("ctrl+p", *"214", "enter")
        await pilot.pause()
        assert "School food shelf  No. 214" in "\n".join(shown(app))
        await pilot.press("escape")
        await pilot.pause()
        assert "What needs you today" in "\n".join(shown(app))


async def test_a_listing_is_found_with_a_slip_in_its_name(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+p", *"school", "space", *"fod", "space", *"shelv")
        await pilot.pause()
        assert "School food shelf" in body(shown(app))


@pytest.mark.parametrize("typed", ["language", "lang", "langage", "idioma", "english"])
async def test_a_command_is_found_in_either_language(tmp_path: Path, typed: str) -> None:
    app = staff_app(tmp_path, language="es")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+p", *typed)
        await pilot.pause()
        assert "Idioma: English, español" in body(shown(app))
        await pilot.press("enter")
        await pilot.pause()
        assert "What needs you today" in "\n".join(shown(app))


async def test_it_knows_what_the_screen_below_can_do(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f", *"214", "enter", "1", "enter", *" now", "ctrl+p")
        await pilot.pause()
        text = body(shown(app))
        assert "Save" in text
        assert "^S" in text
        await pilot.press(*"save", "enter")
        await pilot.pause()
        assert "Saved as No. 214." in "\n".join(shown(app))
    assert desk_kiosk(tmp_path).store.get("214").listing.name["en"] == "School food shelf now"


async def test_a_reader_is_offered_nothing_that_changes(tmp_path: Path) -> None:
    reader, liaison = (
        staff_app(tmp_path / "one", role="reader"), staff_app(tmp_path / "two", role="liaison"),
    )  # fmt: skip
    for app, may in ((reader, False), (liaison, True)):
        async with app.run_test(size=LOBBY) as pilot:
            await pilot.press("ctrl+p")
            await pilot.pause()
            text = body(shown(app))
            assert ("New listing" in text) is may
            assert "Find a listing" in text
            await pilot.press("escape", "f", *"214", "enter", "ctrl+p")
            await pilot.pause()
            assert ("I checked this" in body(shown(app))) is may


async def test_what_is_shut_is_not_offered(tmp_path: Path) -> None:
    kiosk = desk_kiosk(tmp_path)
    app = StaffApp(kiosk.desk(Who("ana", "admin")), kiosk.desk_words(), "en", shut=FILE_SCREENS)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        text = body(shown(app))
        assert "Files in and out" not in text
        assert "Make a backup" not in text
        assert "Snow day" in text


async def test_what_is_typed_is_inert(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+p", "left_square_bracket", *"/b", "right_square_bracket", "enter", "down", "pagedown")
        await pilot.pause()
        assert "[/b]" in body(shown(app))
        assert "Nothing has that name." in body(shown(app))


async def test_it_leaves_the_desk(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f", "ctrl+p", *"leave", "enter")
        await pilot.pause()
    assert app.return_code == 0


async def test_it_turns_dark_and_light(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        was = app.theme
        await pilot.press("ctrl+p", *"dark", "enter")
        await pilot.pause()
        assert {was, app.theme} == {"day", "night"}
        assert "What needs you today" in "\n".join(shown(app))
