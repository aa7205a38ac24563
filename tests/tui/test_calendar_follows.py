"""A running lobby follows the school's calendar: a snow day shows at the next look, a broken file changes nothing.

In the quick tests the lobby looks once, as it does four times a second; in the slow ones it is a real `kiosk run` in a
terminal, with the snow day said by another program.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from kiosk.config import CALENDAR, keep_last_good, load_setup, load_year, write_text
from kiosk.pages.reader import Size
from kiosk.pages.route import Act, Go, Route
from kiosk.pages.visit import Visit
from kiosk.tui.app import KioskApp
from kiosk.tui.art import Art
from kiosk.tui.staff.app import StaffApp
from tests.house.reading import ROOT
from tests.properties import first
from tests.tui.host import LOBBY, SMALL, Clock, shown
from tests.tui.staff.host import desk_kiosk, staff_app
from tests.tui.staff.host import shown as shown_at_the_desk
from tests.tui.terminal import AT, Terminal, at_school, running

SNOW = "SNOW DAY"
BROKEN = ("first_day = ", "", 'first_day = "2026-08-31"\n', "\x00\x01")
SHELF = Route("listing", "food-shelf")


def lobby(data: Path) -> KioskApp:
    """The lobby as `kiosk run` builds it."""
    kiosk = desk_kiosk(data)
    content = kiosk.content
    art = Art(content.pictograms, content.letters, content.digits)
    return KioskApp(Visit(kiosk.center, kiosk.clock, Size(), "en"), art, changed=kiosk.changed, steady=Clock())


async def one_look(app: KioskApp, pilot: Pilot[None]) -> str:
    """The lobby looks at its files once, and shows what is new; the screen then."""
    await app.tick()
    await app.workers.wait_for_complete()
    await pilot.pause()
    return "\n".join(shown(app))


@pytest.mark.parametrize("size", first([LOBBY, SMALL]))
@pytest.mark.parametrize(
    ("page", "before", "snow"),
    [
        (Act("start"), "Thu and Fri: who has my child?", "SNOW DAY"),
        (SHELF, "OPEN  until 4:00 PM", "OPENS  Wed"),
    ],
)
async def test_a_snow_day_shows_at_the_next_look(
    tmp_path: Path, size: tuple[int, int], page: Go, before: str, snow: str
) -> None:
    app = lobby(tmp_path)
    async with app.run_test(size=size) as pilot:
        await app.follow(page)
        text = await one_look(app, pilot)
        plain = before if size == LOBBY or page == SHELF else "No school"
        assert plain in text and "Snow day" not in text and SNOW not in text
        snow_day = desk_kiosk(tmp_path).snow_day()
        snow_day.close("mary")
        text = await one_look(app, pilot)
        assert snow in text or "Snow day" in text
        assert plain not in text or page != SHELF
        snow_day.undo("mary")
        text = await one_look(app, pilot)
        assert plain in text and "Snow day" not in text and SNOW not in text


@pytest.mark.parametrize("broken", BROKEN)
async def test_a_broken_calendar_changes_nothing_for_families(tmp_path: Path, broken: str) -> None:
    app = lobby(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await app.follow(Act("start"))
        before = await one_look(app, pilot)
        assert "No school Thu, Fri" in before
        write_text(tmp_path / CALENDAR, broken)
        assert await one_look(app, pilot) == before


async def test_a_lobby_that_starts_on_a_broken_calendar_goes_by_the_last_good_one(tmp_path: Path) -> None:
    desk_kiosk(tmp_path)
    keep_last_good(tmp_path, load_setup(tmp_path), load_year(tmp_path))  # as `kiosk run` does when it starts
    write_text(tmp_path / CALENDAR, BROKEN[0])
    app = lobby(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await app.follow(Act("start"))
        assert "No school Thu, Fri" in await one_look(app, pilot)


async def test_staff_are_told_of_a_broken_calendar_and_mend_it_by_the_next_change(tmp_path: Path) -> None:
    desk_kiosk(tmp_path)
    keep_last_good(tmp_path, load_setup(tmp_path), load_year(tmp_path))
    write_text(tmp_path / CALENDAR, BROKEN[0])
    desk = staff_app(tmp_path)
    async with desk.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "FILES" in at_desk(desk) and "calendar.toml, line 1" in at_desk(desk)
        assert "Families see the last good one." in at_desk(desk)
        await pilot.press("1")
        await pilot.pause()
        assert "School year 2026-27" in at_desk(desk) and "26n" in at_desk(desk)
        await pilot.press("right", "right", "right", "right", "n")
        await pilot.pause()
        assert "Done: Mon Nov 30: no school." in at_desk(desk)
        assert (tmp_path / "calendar.broken.toml").read_text("utf-8") == BROKEN[0]
        await pilot.press("escape")
        await pilot.pause()
        assert "FILES" not in at_desk(desk)


def at_desk(desk: StaffApp) -> str:
    """What the desk shows."""
    return "\n".join(shown_at_the_desk(desk))


@pytest.mark.slow
def test_a_running_lobby_shows_a_snow_day_and_its_end(tmp_path: Path) -> None:
    with at_school(tmp_path, size=LOBBY) as terminal:
        data = tmp_path / "school"
        terminal.type("1")
        terminal.wait_for("What would help today?")
        terminal.wait_for("Thu and Fri: who has my child?")
        terminal.settle()
        for options, words, gone in ((["--yes"], SNOW, "Thu and Fri"), (["--undo"], "Thu and Fri", SNOW)) * 2:
            _snow_day(data, *options)
            terminal.until(_shows(terminal, words, gone), f"{words} to be shown")


@pytest.mark.slow
def test_two_keys_at_the_desk_close_the_school_in_the_lobby_and_two_open_it_again(tmp_path: Path) -> None:
    with at_school(tmp_path, size=LOBBY) as lobby:
        lobby.type("1")
        lobby.wait_for("Thu and Fri: who has my child?")
        command = [sys.executable, "-m", "kiosk", "--data", str(tmp_path / "school"), "--at", AT, "staff"]
        with running(command, size=SMALL) as desk:
            desk.wait_for("What needs you today")
            for keys, words, gone in (("sy", SNOW, "Thu and Fri"), ("su", "Thu and Fri", SNOW)) * 2:
                for key in keys[:-1]:
                    desk.type(key)
                    desk.settle()
                desk.type(keys[-1])
                lobby.until(_shows(lobby, words, gone), f"{words} to be shown")
                desk.settle()
                desk.type("\x1b")
                desk.wait_for("What needs you today")


def _snow_day(data: Path, *options: str) -> None:
    """Say it, or take it back, by another program."""
    command = [sys.executable, "-m", "kiosk", "--data", str(data), "--at", AT, "snow-day", *options]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)


def _shows(terminal: Terminal, words: str, gone: str) -> Callable[[], bool]:
    return lambda: words in terminal.shown and gone not in terminal.shown
