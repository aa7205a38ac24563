"""Beside the jobs: what the lobby shows now, and what was opened there today."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from kiosk.domain.seat import Seat
from kiosk.store.seats import Seats
from tests.pages.center import EVENING, NO_SCHOOL, WEEKEND
from tests.tui.staff.host import LOBBY, SMALL, TUESDAY, desk_kiosk, shown, staff_app


async def test_it_says_who_said_so_what_is_scarce_and_what_tomorrow_is(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("h", "a", "b", "1", "2", "2", "3", "3", "3", "escape")
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "Here today  2 of 5 said so" in text
        assert "Shelf       Coats out, +1" in text
        assert "Tomorrow    ends 12:30 PM" in text
        assert "Screen" not in text, "no lobby was ever seen here"


async def test_at_80_columns_what_changes_from_day_to_day_stands_in_one_line(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "Tomorrow: ends 12:30 PM. Shelf: not said today." in "\n".join(shown(app))


async def test_tomorrow_is_what_the_calendar_says(tmp_path: Path) -> None:
    for at, words in ((EVENING + timedelta(days=1), "no school"), (WEEKEND, "no school"), (NO_SCHOOL, "no school")):
        app = staff_app(tmp_path, at=at)
        async with app.run_test(size=LOBBY) as pilot:
            await pilot.pause()
            assert f"Tomorrow    {words}" in "\n".join(shown(app))
    app = staff_app(tmp_path, at=WEEKEND + timedelta(days=1))
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.pause()
        assert "Tomorrow    as usual" in "\n".join(shown(app))


async def test_what_was_opened_most_stands_first_with_the_longest_bar(tmp_path: Path) -> None:
    desk_kiosk(tmp_path).tallies().add(
        TUESDAY.date(), {"food-shelf": 90, "homework-club": 45, "diapers": 1, "no-such-listing": 99}
    )
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.pause()
        rows = [row for row in shown(app) if "▄" in row]
        assert [row.split()[-1] for row in rows] == ["90", "45", "1"]
        assert [row.count("▄") for row in rows] == [9, 4, 1]
        assert "A count a listing a day, no more." in "\n".join(shown(app))


async def test_a_day_without_counts_says_so(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.pause()
        assert "Nothing yet today." in "\n".join(shown(app))


async def test_a_lobby_that_works_is_seen_and_one_that_hangs_too(tmp_path: Path) -> None:
    lobby = Seats(tmp_path)
    lobby.sit(Seat(kind="lobby"))
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "Screen      working" in text
        assert "Also here" not in text
    silent = staff_app(tmp_path)
    seats = silent.desk.presence._seats
    assert isinstance(seats, Seats)
    now = seats._clock()
    seats._clock = lambda: now + 600
    async with silent.run_test(size=LOBBY) as pilot:
        await pilot.pause()
        assert "Screen      does not answer" in "\n".join(shown(silent))
    lobby.leave()
