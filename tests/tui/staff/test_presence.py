"""Several at the desk at once: who else is here, and who has the same listing open."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.store.lock import Lock
from kiosk.tui.staff.app import StaffApp
from tests.tui.staff.host import LOBBY, SMALL, shown, staff_app

pytestmark = pytest.mark.slow

OPEN_214 = ("f", *"214", "enter")


def stepping(directory: Path, by: str) -> tuple[StaffApp, list[float]]:
    """A desk whose presence looks again whenever the number in the list is raised."""
    app, now = staff_app(directory, by=by), [0.0]
    app.desk.presence._steady = lambda: now[0]
    return app, now


@pytest.mark.parametrize("size", [LOBBY, SMALL])
async def test_who_else_is_here_stands_in_the_band_and_is_gone_when_they_leave(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    mine, now = stepping(tmp_path, "mary")
    async with mine.run_test(size=size) as pilot:
        await pilot.pause()
        assert "Also here" not in "\n".join(shown(mine))
        other = staff_app(tmp_path, by="office")
        async with other.run_test(size=size) as theirs:
            await theirs.pause()
            assert "Also here: mary" in "\n".join(shown(other))
            mine.tick()
            await pilot.pause()
            assert "Also here: office" in "\n".join(shown(mine))
        now[0] += 5
        mine.tick()
        await pilot.pause()
        assert "Also here" not in "\n".join(shown(mine))


async def test_the_form_names_who_has_the_same_listing_open_and_since_when(tmp_path: Path) -> None:
    mary = staff_app(tmp_path, by="mary")
    joe, now = stepping(tmp_path, "joe")
    async with mary.run_test(size=LOBBY) as hers:
        await hers.press(*OPEN_214)
        await hers.pause()
        mary.tick()
        async with joe.run_test(size=LOBBY) as his:
            await his.press(*OPEN_214)
            await his.pause()
            assert "mary has this open since 3:05 PM." in "\n".join(shown(joe))
            await hers.press("escape")
            await hers.pause()
            mary.tick()
            now[0] += 5
            joe.tick()
            await his.pause()
            assert "has this open" not in "\n".join(shown(joe))
            assert "Also here: mary" in "\n".join(shown(joe))


async def test_who_holds_the_listings_while_one_saves_is_named_in_a_sentence(tmp_path: Path) -> None:
    app = staff_app(tmp_path, by="joe")
    ledger = app.desk.records._ledger  # type: ignore[attr-defined]  # the store's own
    ledger._lock._patience = 0.0
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press(*OPEN_214, "1", "enter", *"x", "enter")
        with Lock(tmp_path / "lock").held("mary", "2026-11-24T20:05:00Z"):
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert "mary is changing something just now. Nothing was changed." in "\n".join(shown(app))
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "is changing something" not in "\n".join(shown(app))


async def test_many_and_long_names_leave_room_for_the_clock(tmp_path: Path) -> None:
    names = ["a-very-long-account-name", "[bold]x\x1b[2J", "joe", "ana", "eve"]
    others = [staff_app(tmp_path, by=name) for name in names]
    for other in others:
        other.desk.presence.at("")
    app = staff_app(tmp_path, by="mary")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        band = shown(app)[0]
        assert "+3" in band
        assert band.endswith("3:05 PM")
        assert "\x1b" not in band


async def test_a_reader_leaves_no_file(tmp_path: Path) -> None:
    app = staff_app(tmp_path, role="reader")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*OPEN_214)
        await pilot.pause()
        app.tick()
        assert not (tmp_path / "at-desk").exists()
