"""What is typed at a prompt of the desk and not taken: kept at every letter, offered again, gone once it is taken."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from kiosk.services.unfinished import FOLDER
from kiosk.store.notes import Notes
from kiosk.tui.staff.app import StaffApp
from kiosk.tui.staff.asking import AskingLine
from kiosk.tui.staff.settings import SettingsScreen
from kiosk.tui.staff.shelf import ShelfScreen
from kiosk.tui.widgets.text_field import TextField
from tests.tui.staff.host import LOBBY, SMALL, is_on, shown, staff_app
from tests.tui.staff.terminals import at_desk, staff
from tests.tui.terminal import running

pytestmark = pytest.mark.slow

OFFER = "You were typing this on Nov 24. Keep it, or ^U clears it."
PROMPTS = {
    # prompt: the keys that open it, and what is typed there
    "settings": (("g", "enter"), "x"),
    "shelf": (("h", "plus"), "Diap"),
    "role": (("h", "right", "plus"), "Nur"),
    "reason": (("c", "right", "r"), " fair"),
    "bounds": (("c", "b"), "sep"),
    "file": (("c", "i"), "cal"),
    "short day": (("s", "e"), "1"),
    "bulk": (("f", "space", "down", "space", "b", *["down"] * 9, "enter"), "Room"),
    "place": (("i", "p"), "stick"),
}


def kept(directory: Path) -> list[dict[str, object]]:
    """What is kept of what was typed."""
    return [note for _, note in Notes(directory).all(FOLDER)]


def value(app: StaffApp) -> str:
    """What stands in the line."""
    return next(field.value for field in app.screen.query(TextField) if field.has_focus)


@pytest.mark.parametrize("name", PROMPTS)
async def test_what_is_half_typed_is_offered_again_and_can_be_cleared(tmp_path: Path, name: str) -> None:
    keys, typed = PROMPTS[name]
    first = staff_app(tmp_path)
    async with first.run_test(size=SMALL) as pilot:
        for key in (*keys, *typed):
            await pilot.press(key)
            await pilot.pause()
        stood = value(first)
        assert stood.endswith(typed)
        # the program ends here without another word: a hang-up, a kill, a closed laptop
    (note,) = kept(tmp_path)
    assert note["by"] == "office"
    again = staff_app(tmp_path, language="es" if name == "shelf" else "en")
    async with again.run_test(size=SMALL) as pilot:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        assert value(again) == stood
        words = " ".join(" ".join(shown(again)).split())
        assert ("Usted escribía esto el 24 nov." if name == "shelf" else OFFER) in words
        await pilot.press("ctrl+u")
        await pilot.pause()
        assert OFFER not in " ".join(" ".join(shown(again)).split())
    assert kept(tmp_path) == []


async def test_what_is_taken_is_not_offered_again(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("g", "enter", *"x")
        await pilot.pause()
        assert len(kept(tmp_path)) == 1
        await pilot.press("enter")
        await pilot.pause()
        assert "Maple Street Schoolx" in "\n".join(shown(app))
    assert kept(tmp_path) == []


async def test_a_prompt_of_several_lines_has_all_of_them_again(tmp_path: Path) -> None:
    first = staff_app(tmp_path)
    async with first.run_test(size=LOBBY) as pilot:
        await pilot.press("h", "right", "plus", *"Nurse", "enter", *"Enfer")
        await pilot.pause()
    again = staff_app(tmp_path)
    async with again.run_test(size=LOBBY) as pilot:
        await pilot.press("h", "right", "plus")
        await pilot.pause()
        assert value(again) == "Nurse"
        await pilot.press("enter")
        await pilot.pause()
        assert value(again) == "Enfer"
        await pilot.press(*"mera", "enter", "enter", "enter", "enter")
        await pilot.pause()
        assert isinstance(again.screen, ShelfScreen)
        assert again.screen.page.here[-1].role == "Nurse"
    assert kept(tmp_path) == []


async def test_each_person_and_each_day_has_its_own(tmp_path: Path) -> None:
    mary = staff_app(tmp_path, by="Mary Cole")
    async with mary.run_test(size=SMALL) as pilot:
        await pilot.press("c", "right", "r", *" fair")
        await pilot.pause()
    joe = staff_app(tmp_path, by="joe")
    async with joe.run_test(size=SMALL) as pilot:
        await pilot.press("c", "right", "r")
        await pilot.pause()
        assert "fair" not in value(joe)
    other_day = staff_app(tmp_path, by="Mary Cole")
    async with other_day.run_test(size=SMALL) as pilot:
        await pilot.press("c", "right", "right", "r")
        await pilot.pause()
        assert "fair" not in value(other_day)
    assert len(kept(tmp_path)) == 1


async def test_throwing_away_in_the_settings_lets_it_go(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("g", "enter", *"x", "escape", "escape")
        await pilot.pause()
        assert is_on(app, SettingsScreen)
    assert kept(tmp_path) == []


@pytest.mark.parametrize("keys", [("g", "enter"), ("h", "plus")])
async def test_another_size_goes_on_with_the_line(tmp_path: Path, keys: tuple[str, ...]) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys, *"Di")
        await pilot.resize_terminal(*LOBBY)
        await pilot.press(*"ap")
        await pilot.pause()
        assert value(app).endswith("Diap")
        assert app.screen.query_one(AskingLine).display
        assert "Diap" in "\n".join(shown(app))


async def test_a_reason_in_the_hours_is_kept(tmp_path: Path) -> None:
    reason = ("f", *"118", "enter", "ctrl+t", "ctrl+e", "tab")
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*reason, *" and fair")
        await pilot.pause()
        stood = value(app)
        assert stood.endswith(" and fair")
    again = staff_app(tmp_path)
    async with again.run_test(size=SMALL) as pilot:
        await pilot.press(*reason)
        await pilot.pause()
        assert value(again) == stood
        await pilot.press("enter", "enter")
        await pilot.pause()
    assert kept(tmp_path) == []


def test_kill_9_in_the_middle_of_a_line_of_the_shelf(tmp_path: Path) -> None:
    with at_desk(tmp_path) as terminal:
        terminal.type("h")
        terminal.wait_for("Here today")
        terminal.type("+")
        terminal.wait_for("What is it?")
        terminal.type("Winter boots")
        terminal.wait_for("Winter boots")
        terminal.settle()
        assert terminal.end(signal.SIGKILL, 5.0) == 128 + signal.SIGKILL
    with running(staff(tmp_path / "school")) as again:
        again.wait_for("What needs you today")
        again.type("h")
        again.wait_for("Here today")
        again.type("+")
        again.wait_for(OFFER)
        assert "Winter boots" in again.shown
