"""What a thing done came to is said whole at 80 columns, up to the word that tells what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.pages.staff.parts import ScreenName
from kiosk.tui.staff.base import StaffScreen
from tests.tui.staff.host import LOBBY, SMALL, shown, staff_app
from tests.tui.staff.routes import route_of

SAID = (
    "La lista de personas no se puede leer. No se cambió nada. Pregunte a quien instaló esta computadora. Luego mire "
    "la lista otra vez y siga."
)
SCREENS: tuple[ScreenName, ...] = (
    "desk", "list", "bulk", "history", "moments", "preview", "round", "shelf", "snow-day", "question", "meanwhile",
    "files", "arrivals", "settings", "calendar", "calendar-day", "calendar-file", "calendar-year",
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("size", [SMALL, LOBBY])
async def test_a_long_outcome_is_shown_to_its_end(tmp_path: Path, size: tuple[int, int]) -> None:
    app = staff_app(tmp_path, language="es")
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for name in SCREENS:
            app.post_message(StaffScreen.Opened(route_of(name)))
            await pilot.pause()
            await pilot.pause()
            screen = app.screen
            assert isinstance(screen, StaffScreen)
            assert screen.route == route_of(name)
            screen.again(SAID)
            await pilot.pause()
            await pilot.pause()
            rows = shown(app)
            first = next(place for place, row in enumerate(rows) if "La lista de personas no se puede" in row)
            assert any("siga." in row for row in rows[first : first + 3]), (name, rows[first:])


async def test_the_list_has_its_rows_back_when_all_is_said(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, StaffScreen)
        before = shown(app)
        screen.again("One. " * 40)
        await pilot.pause()
        assert shown(app) != before
        screen.again("")
        await pilot.pause()
        assert shown(app) == before
