"""The first screen of the desk: what needs somebody today, and the way to where it is mended."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.kept import Edit
from kiosk.tui.staff.base import StaffScreen
from tests.tui.staff.host import LOBBY, SMALL, desk_kiosk, shown, staff_app


@pytest.mark.parametrize("size", [LOBBY, SMALL])
async def test_it_opens_on_what_needs_somebody(tmp_path: Path, size: tuple[int, int]) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "What needs you today" in text
        assert "HIDDEN" in text
        assert "Call, then fix" in text
        assert "listings are due for checking" in text
        assert "New" in text
        assert "All keys" in text


async def test_it_speaks_spanish_at_a_key(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("f3")
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "Lo que hay que hacer hoy" in text
        assert "What needs you today" not in text


async def test_a_change_elsewhere_shows_by_itself(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.pause()
        assert "Two people changed" not in "\n".join(shown(app))
        store = desk_kiosk(tmp_path).store
        kept = store.get("118")
        for email in ("a@example.org", "b@example.org"):
            store.batch([_edit(kept.id, kept.rev, {**store.document(kept), "email": email})], "mary")
        app.tick()
        await pilot.pause()
        assert "Two people changed" in "\n".join(shown(app))


async def test_arrows_move_over_the_jobs_and_escape_leaves(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("down", "down", "up")
        await pilot.press("escape")
        await pilot.pause()
    assert app.return_code == 0


async def test_a_desk_at_the_lobby_goes_back_after_five_minutes(tmp_path: Path) -> None:
    now = [0.0]
    app = staff_app(tmp_path, steady=lambda: now[0], at_lobby=True)
    async with app.run_test(size=SMALL) as pilot:
        now[0] = 299.0
        app.tick()
        assert app.is_running
        await pilot.press("down")
        now[0] = 598.0
        app.tick()
        assert app._exit is False
        now[0] = 599.1
        app.tick()
        await pilot.pause()
        assert app._exit is True


def _edit(id: str, rev: str, doc: dict[str, object]) -> Edit:
    return Edit(id, rev, doc)


async def test_news_while_its_parts_are_drawn_anew_waits_for_them(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        screen = app.screen
        assert isinstance(screen, StaffScreen)
        await screen.remove_children()
        screen.ask = replace(screen.ask, also_here=("mary",))
        screen.refresh_page(screen.ask)
        await screen.recompose()
        await pilot.pause()
        assert "Also here: mary" in "\n".join(shown(app))
