"""A calendar file and a new school year at the desk: shown first, taken by one key as shown, and taken back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from kiosk.config import CALENDAR
from kiosk.domain.calendar import SpecialDay
from kiosk.tui.staff.year import YearScreen
from tests.exchange.feeds import event, file
from tests.pages.center import ZONE
from tests.tui.staff.host import LOBBY, SMALL, desk_kiosk, staff_app
from tests.tui.staff.test_snow_day import calendar_text
from tests.tui.staff.test_year import MONDAY, on, press, text, type_over, year

pytestmark = pytest.mark.slow

SUMMER = datetime(2027, 7, 6, 9, 0, tzinfo=ZONE)
FEED = file(
    event("Early Dismissal 12:30", "DTSTART;VALUE=DATE:20261130"),
    event("Half day", "DTSTART;VALUE=DATE:20261221"),
    event("Spring recess", "DTSTART;VALUE=DATE:20270322", "DTEND;VALUE=DATE:20270327"),
    event("PTA meeting", "DTSTART:20261201T180000"),
)


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    """A school's calendar file on a stick."""
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "school.ics").write_bytes(FEED)
    return stick / "school.ics"


@pytest.mark.parametrize("size", [LOBBY, SMALL])
async def test_a_file_is_shown_then_taken_then_taken_back(tmp_path: Path, feed: Path, size: tuple[int, int]) -> None:
    data = tmp_path / "data"
    app = staff_app(data)
    async with app.run_test(size=size) as pilot:
        before = calendar_text(data)
        await press(pilot, "c", "i")
        await type_over(pilot, str(feed))
        assert "Mon Nov 30: ends early, 12:30 PM" in text(app)
        assert "Mar 22 to 26: no school. Spring recess" in text(app)
        assert "it says no time (E or L gives one)" in " ".join(text(app).split())
        assert calendar_text(data) == before
        await press(pilot, "e")
        await type_over(pilot, "11:40")
        assert "Mon Dec 21: ends early, 11:40 AM" in text(app)
        feed.unlink()  # the stick may be gone by now
        await press(pilot, "y")
        assert isinstance(app.screen, YearScreen)
        assert on(data, MONDAY) == [("early-dismissal", "12:30")]
        assert "Done: " in text(app)
        await press(pilot, "ctrl+z")
        assert calendar_text(data) == before


async def test_a_file_is_not_taken_over_what_somebody_changed_meanwhile(tmp_path: Path, feed: Path) -> None:
    data = tmp_path / "data"
    app = staff_app(data)
    async with app.run_test(size=LOBBY) as pilot:
        await press(pilot, "c", "i")
        await type_over(pilot, str(feed))
        day = SpecialDay(from_=MONDAY, to=MONDAY, kind="early-dismissal", at="11:00")
        desk_kiosk(data).school_year().put([day], "ben")
        await app.screen.run_action("take")  # at once, as it was shown
        await pilot.pause()
        assert "Somebody else changed these days just now" in text(app)
        assert on(data, MONDAY) == [("early-dismissal", "11:00")]
        assert "Now it says" in text(app)  # it shows what is there now, and can be taken
        await press(pilot, "y")
        assert on(data, MONDAY) == [("early-dismissal", "12:30")]


@pytest.mark.parametrize("path", ["/etc/passwd", "/dev/zero", "no-such.ics", "/proc/self/mem"])
async def test_what_is_no_calendar_file_is_said(tmp_path: Path, path: str) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        before = calendar_text(tmp_path)
        await press(pilot, "c", "i")
        await type_over(pilot, path)
        assert "Nothing was changed" in " ".join(text(app).split())
        await press(pilot, "y", "e", "l", "escape")
        assert calendar_text(tmp_path) == before
        assert isinstance(app.screen, YearScreen)


async def test_who_may_only_look_takes_no_file(tmp_path: Path, feed: Path) -> None:
    data = tmp_path / "data"
    app = staff_app(data, role="reader")
    async with app.run_test(size=SMALL) as pilot:
        before = calendar_text(data)
        app.screen.action_open("calendar-file", str(feed))  # type: ignore[attr-defined]
        await pilot.pause()
        assert "Spring recess" in text(app)
        await press(pilot, "y")
        assert "You may look here" in text(app)
        assert calendar_text(data) == before


async def test_the_next_year_is_seen_before_it_begins(tmp_path: Path) -> None:
    app = staff_app(tmp_path, at=SUMMER)
    async with app.run_test(size=LOBBY) as pilot:
        before = calendar_text(tmp_path)
        await press(pilot, "c", "y")
        await type_over(pilot, "Aug 30")
        assert "Last day of school" in text(app)
        await type_over(pilot, "June 9, 2028")
        assert "School year 2027-28" in text(app) and "Labor Day" in text(app)
        assert calendar_text(tmp_path) == before
        await press(pilot, "y")
        assert isinstance(app.screen, YearScreen)
        assert str(year(tmp_path).first_day) == "2027-08-30"
        assert year(tmp_path).days[0].reason["es"] == "Día del Trabajo"
        await press(pilot, "ctrl+z")
        assert calendar_text(tmp_path) == before


async def test_a_year_that_goes_on_is_not_thrown_away(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        before = calendar_text(tmp_path)
        await press(pilot, "c", "y", "enter", "enter", "y")
        assert "This school year goes on until" in text(app)
        assert calendar_text(tmp_path) == before


async def test_the_first_year_of_a_school(tmp_path: Path) -> None:
    desk_kiosk(tmp_path)
    (tmp_path / CALENDAR).unlink()
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "c")
        assert "There is no school year yet." in text(app)
        await press(pilot, "n", "e", "right", "enter", "t", "r", "b", "i", "delete")
        await press(pilot, "y", "enter", "enter")
        assert "Thanksgiving" in text(app)
        await press(pilot, "y")
        assert "School year 2026-27" in text(app) and "26n" in text(app)
