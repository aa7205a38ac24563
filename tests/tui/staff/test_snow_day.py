"""The snow day at the desk: what closes is named first, the safe choice has the focus, and it is undone all day."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from kiosk.config import CALENDAR
from kiosk.domain.kept import Edit
from kiosk.pages.staff.parts import StaffRoute
from kiosk.tui.plain import cells
from kiosk.tui.staff.snow_day import BigKey, SnowDayScreen
from tests.pages.center import ZONE
from tests.properties import first
from tests.tui.raster import cells_of
from tests.tui.staff.host import LOBBY, SMALL, desk_kiosk, staff_app
from tests.tui.staff.test_year import press, text, type_over

MORNING = datetime(2026, 11, 24, 6, 0, tzinfo=ZONE)
THANKSGIVING = datetime(2026, 11, 26, 6, 0, tzinfo=ZONE)


def calendar_text(data: Path) -> str:
    """The calendar's file."""
    return (data / CALENDAR).read_text("utf-8")


@pytest.mark.parametrize("size", first([SMALL, LOBBY]))
async def test_it_names_what_closes_and_the_safe_choice_has_the_focus(tmp_path: Path, size: tuple[int, int]) -> None:
    app = staff_app(tmp_path, at=MORNING)
    async with app.run_test(size=size) as pilot:
        before = calendar_text(tmp_path)
        await press(pilot, "s")
        view = desk_kiosk(tmp_path, at=MORNING).snow_day().look()
        assert f"These {view.closes} close today" in text(app)
        assert "118 School clinic" in text(app)
        assert "SNOW DAY" in text(app) and "who has my child?" in text(app)
        main, safe = app.screen.query(BigKey)
        assert safe.has_focus and f"Close these {view.closes} for snow" in main.key.label
        await press(pilot, "enter")
        assert not isinstance(app.screen, SnowDayScreen)
        assert calendar_text(tmp_path) == before


@pytest.mark.slow
async def test_every_listing_that_closes_can_be_read(tmp_path: Path) -> None:
    app = staff_app(tmp_path, at=MORNING)
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "s")
        closing = desk_kiosk(tmp_path, at=MORNING).snow_day().look().effects.of("off")
        seen = text(app)
        for _ in range(3):
            await press(pilot, "pagedown")
            seen += text(app)
        assert [each.kept.number for each in closing if str(each.kept.number) not in seen] == []
        await press(pilot, *["pageup"] * 5)
        assert str(closing[0].kept.number) in text(app)


async def test_one_key_closes_and_one_undoes(tmp_path: Path) -> None:
    app = staff_app(tmp_path, at=MORNING)
    async with app.run_test(size=SMALL) as pilot:
        before = calendar_text(tmp_path)
        await press(pilot, "s", "y")
        assert desk_kiosk(tmp_path, at=MORNING).snow_day().look().is_snow_day
        assert "Families see it now." in text(app)
        assert app.screen.query(BigKey).last().has_focus
        await press(pilot, "y")  # once more changes nothing
        await press(pilot, "escape", "s", "u")  # later, on the same day
        assert calendar_text(tmp_path) == before
        assert "Taken back, by office" in text(app)


@pytest.mark.slow
async def test_from_the_calendar_s_on_today_leads_here(tmp_path: Path) -> None:
    app = staff_app(tmp_path, at=MORNING)
    async with app.run_test(size=LOBBY) as pilot:
        before = calendar_text(tmp_path)
        await press(pilot, "c", "s")
        assert isinstance(app.screen, SnowDayScreen)
        assert calendar_text(tmp_path) == before
        await press(pilot, "right", "left", "left", "enter")  # to the other key and back, and there again
        assert desk_kiosk(tmp_path, at=MORNING).snow_day().look().is_snow_day
        await press(pilot, "escape")
        assert "24s" in text(app)
        await press(pilot, "ctrl+z")
        assert calendar_text(tmp_path) == before


async def test_an_early_end_today_shows_what_it_does_before_it_is_kept(tmp_path: Path) -> None:
    app = staff_app(tmp_path, at=MORNING)
    async with app.run_test(size=SMALL) as pilot:
        before = calendar_text(tmp_path)
        await press(pilot, "s", "e")
        assert "School ends at 12:30 PM." in text(app) and "shorter" in text(app)
        await press(pilot, "escape")
        assert calendar_text(tmp_path) == before
        await press(pilot, "e")
        await type_over(pilot, "11:40")
        assert 'at = "11:40"' in calendar_text(tmp_path)
        assert "Today is short: ends early, 11:40 AM." in text(app)
        await press(pilot, "u")
        assert calendar_text(tmp_path) == before
        await press(pilot, "u")
        assert "There is nothing to take back." in text(app)
        await press(pilot, "l", "enter")
        assert "Today is short: late start, 10:30 AM." in text(app)


async def test_a_planned_short_day_is_not_undone_by_this_screen(tmp_path: Path) -> None:
    wednesday = datetime(2026, 11, 25, 6, 0, tzinfo=ZONE)
    app = staff_app(tmp_path, at=wednesday)
    async with app.run_test(size=LOBBY) as pilot:
        before = calendar_text(tmp_path)
        await press(pilot, "s")
        assert "Today is short: ends early, 12:30 PM." in text(app)
        await press(pilot, "u")
        assert calendar_text(tmp_path) == before
        await press(pilot, "y", "u")
        assert calendar_text(tmp_path) == before


async def test_without_school_there_is_nothing_to_close(tmp_path: Path) -> None:
    app = staff_app(tmp_path, at=THANKSGIVING)
    async with app.run_test(size=LOBBY) as pilot:
        before = calendar_text(tmp_path)
        await press(pilot, "s")
        assert "There is no school today anyway." in text(app)
        await press(pilot, "y", "e", "l")
        assert calendar_text(tmp_path) == before


@pytest.mark.slow
async def test_without_a_school_year_it_says_so(tmp_path: Path) -> None:
    desk_kiosk(tmp_path)
    (tmp_path / CALENDAR).write_text("# none yet\n", "utf-8")
    app = staff_app(tmp_path, at=MORNING)
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "s", "y", "u", "e")
        assert "There is no school year yet." in text(app)
        await press(pilot, "c")
        assert "Y begins one from the public holidays." in text(app)


async def test_who_may_only_look_closes_nothing(tmp_path: Path) -> None:
    app = staff_app(tmp_path, at=MORNING, role="reader")
    async with app.run_test(size=LOBBY) as pilot:
        before = calendar_text(tmp_path)
        app.post_message(SnowDayScreen.Opened(StaffRoute("snow-day")))
        await press(pilot)
        assert isinstance(app.screen, SnowDayScreen)
        await press(pilot, "y", "u", "e", "l")
        assert calendar_text(tmp_path) == before


@pytest.mark.slow
async def test_a_finger_closes_and_undoes(tmp_path: Path) -> None:
    app = staff_app(tmp_path, at=MORNING)
    async with app.run_test(size=LOBBY) as pilot:
        before = calendar_text(tmp_path)
        await press(pilot, "s")
        await pilot.click(app.screen.query(BigKey).first())
        await pilot.pause()
        assert desk_kiosk(tmp_path, at=MORNING).snow_day().look().is_snow_day
        await pilot.click(app.screen.query(BigKey).first())
        await pilot.pause()
        assert calendar_text(tmp_path) == before


async def test_what_somebody_else_does_shows_here(tmp_path: Path) -> None:
    app = staff_app(tmp_path, at=MORNING)
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "s")
        desk_kiosk(tmp_path, at=MORNING).snow_day().close("ben")
        app.tick()
        await pilot.pause()
        assert "Families see it now." in text(app)


@pytest.mark.parametrize("size", first([SMALL, LOBBY]))
async def test_hostile_names_are_words_and_move_nothing(tmp_path: Path, size: tuple[int, int]) -> None:
    store = desk_kiosk(tmp_path).store
    for number, name in ((115, "[b]x[/b] [@click=app.end]q[/]"), (118, "漢字漢字漢字"), (119, "\u202eabc\x1b[2J")):
        kept = store.get(str(number))
        store.batch([Edit(kept.id, kept.rev, {**store.document(kept), "name": {"en": name, "es": name}})], "x")
    app = staff_app(tmp_path, at=MORNING)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "s")
        rows = ["".join(glyph for glyph, *_ in row) for row in cells_of(app)]
        assert any("115 [b]x[/b]" in row for row in rows)
        assert any("118 漢字漢字漢字" in row for row in rows)
        assert "\x1b" not in "".join(rows) and "\u202e" not in "".join(rows)
        closing, per = desk_kiosk(tmp_path, at=MORNING).snow_day().look().effects.of("off"), 8
        for place, row in enumerate(
            row for row in rows if any(f" {each.kept.number} " in row for each in closing[:per])
        ):
            other = str(closing[per + place].kept.number)
            assert cells(row[: row.index(f" {other} ")]) == (40 if size == LOBBY else 27)


async def test_another_size_keeps_the_safe_choice_in_focus_and_what_is_typed(tmp_path: Path) -> None:
    app = staff_app(tmp_path, at=MORNING)
    async with app.run_test(size=LOBBY) as pilot:
        await press(pilot, "s")
        await pilot.resize_terminal(*SMALL)
        await pilot.pause()
        assert app.screen.query(BigKey).last().has_focus
        await press(pilot, "e", *"11:4")
        await pilot.resize_terminal(*LOBBY)
        await pilot.pause()
        await press(pilot, "0", "enter")
        assert 'at = "11:40"' in calendar_text(tmp_path)
