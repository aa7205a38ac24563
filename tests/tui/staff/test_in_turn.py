"""Keys that come in bunches, as over a slow line, do what they do one by one."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from kiosk.tui.staff.app import StaffApp
from kiosk.tui.widgets.words import Words
from tests.tui.staff.host import LOBBY, SMALL, desk_kiosk, shown, staff_app

pytestmark = pytest.mark.slow

BUNCH = ["f", *"214", "enter", "1", "enter", "space", *"now", "enter", "ctrl+s"]
"""From the first page to a name that is changed and saved."""


def at_once(app: StaffApp, keys: list[str]) -> None:
    """All keys are there before the first of them is answered."""
    for key in keys:
        character = " " if key == "space" else key if len(key) == 1 else None
        app.post_message(events.Key(key, character))


@pytest.mark.parametrize("size", [LOBBY, SMALL])
async def test_a_bunch_of_keys_does_what_they_do_one_by_one(tmp_path: Path, size: tuple[int, int]) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        at_once(app, BUNCH)
        while app._turns < len(BUNCH) or app._turn:
            await pilot.pause()
        assert "Saved as No. 214." in "\n".join(shown(app))
    assert desk_kiosk(tmp_path).store.get("214").listing.name["en"] == "School food shelf now"


async def test_a_turn_whose_part_is_gone_does_not_stop_the_next(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        app._turn = 99  # nobody will ever end this one
        gone = app._told_by = Words("gone")
        assert not gone.is_running
        at_once(app, ["f"])
        await pilot.pause()
        assert "What needs you today" in "\n".join(shown(app))
        await app.unstick()
        while not app._turns or app._turn:
            await pilot.pause()
        assert "Listings" in "\n".join(shown(app))


async def test_what_waits_when_the_desk_ends_is_let_go(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        at_once(app, ["escape", *["f"] * 200])
        while not app._exit:
            await pilot.pause()
    assert app.return_code == 0
