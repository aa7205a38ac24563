"""`kiosk staff --no-files`: whatever is typed and wherever, no file is reached by its path."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.pilot import Pilot

from kiosk.pages.staff.parts import ScreenName, StaffRoute
from kiosk.pages.staff.shut import FILE_SCREENS
from kiosk.tui.staff.app import StaffApp
from kiosk.tui.staff.base import StaffScreen
from kiosk.tui.staff.screens import SCREENS, screen_class
from kiosk.tui.widgets.text_field import TextField
from tests.tui.staff.host import SMALL, TUESDAY, desk_kiosk, shown
from tests.tui.staff.routes import route_of

FILES = ("days.ics", "listings.csv", "school.kiosk", "backup.json")
SHUT_WORDS = "Files are shut here."
BY_PATH = frozenset({"open", "os.listdir", "os.scandir", "os.mkdir", "os.remove", "os.rename", "os.link", "os.chmod"})
"""What the interpreter reports of files (`sys.addaudithook`)."""


@dataclass
class Watch:
    """What was reached below a folder while somebody looked."""

    below: str = ""
    reached: list[str] = field(default_factory=list)

    def __call__(self, event: str, values: tuple[object, ...]) -> None:
        """One event of the interpreter's."""
        if self.below and event in BY_PATH and any(str(value).startswith(self.below) for value in values):
            self.reached.append(f"{event} {values[0]}")


WATCH = Watch()
sys.addaudithook(WATCH)  # it cannot be taken off again: it looks only while a test asks for it


@pytest.fixture
def secret(tmp_path: Path) -> Iterator[Path]:
    """A folder that nobody is to reach, with a file of each kind that the desk reads where it may."""
    there = tmp_path / "secret"
    there.mkdir()
    for name in FILES:
        (there / name).write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "utf-8")
    WATCH.below = str(there)
    WATCH.reached.clear()
    yield there
    WATCH.below = ""


def app_of(tmp_path: Path, shut: frozenset[ScreenName]) -> StaffApp:
    """The desk of the sample school."""
    kiosk = desk_kiosk(tmp_path / "school", at=TUESDAY)
    return StaffApp(kiosk.desk(kiosk.whoever.now()), kiosk.desk_words(), "en", shut=shut)


async def type_in(pilot: Pilot[None], app: StaffApp, text: str) -> bool:
    """Type into the line that asks, in place of what stands there, and enter it; whether one asked."""
    await pilot.pause()
    if not isinstance(app.screen.focused, TextField):
        return False
    app.screen.focused.value = text
    await pilot.press("enter")
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()
    return True


async def test_the_calendar_reads_no_file_that_is_typed(tmp_path: Path, secret: Path) -> None:
    app = app_of(tmp_path, FILE_SCREENS)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("c", "i")
        assert await type_in(pilot, app, str(secret / "days.ics"))
        assert SHUT_WORDS in "\n".join(shown(app))
    assert WATCH.reached == []


async def test_where_files_are_not_shut_the_same_reads_it(tmp_path: Path, secret: Path) -> None:
    """So the test above can fail."""
    app = app_of(tmp_path, frozenset())
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("c", "i")
        assert await type_in(pilot, app, str(secret / "days.ics"))
        assert SHUT_WORDS not in "\n".join(shown(app))
    assert any("days.ics" in each for each in WATCH.reached)


@pytest.mark.parametrize("screen", sorted(FILE_SCREENS))
async def test_no_screen_for_files_opens_whatever_asks_for_it(tmp_path: Path, secret: Path, screen: ScreenName) -> None:
    app = app_of(tmp_path, FILE_SCREENS)
    async with app.run_test(size=SMALL) as pilot:
        for file in FILES:
            for detail in ("", "back", "backup", "1"):
                app.post_message(StaffScreen.Opened(StaffRoute(screen, str(secret / file), detail)))
                await pilot.pause()
                assert isinstance(app.screen, StaffScreen)
                assert app.screen.route.screen == "desk"
        assert SHUT_WORDS in "\n".join(shown(app))
        await app.workers.wait_for_complete()
    assert WATCH.reached == []


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(SCREENS.keys() - FILE_SCREENS))
async def test_no_line_of_any_screen_reaches_a_file(tmp_path: Path, secret: Path, name: ScreenName) -> None:
    """Each letter that does something is pressed, and where a line then asks, a path is typed into it."""
    app = app_of(tmp_path, FILE_SCREENS)
    async with app.run_test(size=SMALL) as pilot:
        bound = {
            key for keys in screen_class(name).BINDINGS if isinstance(keys, Binding) for key in keys.key.split(",")
        }
        for key in sorted(each for each in bound if len(each) == 1 or each == "enter"):
            app.post_message(StaffScreen.Opened(route_of(name)))
            await pilot.pause()
            await pilot.press(key)
            await type_in(pilot, app, str(secret / "days.ics"))
            for _ in range(6):
                if isinstance(app.screen, StaffScreen) and app.screen.route.screen == "desk":
                    break
                await pilot.press("escape")
                await pilot.pause()
    assert WATCH.reached == []
