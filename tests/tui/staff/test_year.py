"""The calendar at the desk: the whole year seen, a letter kept at once, each change taken back, nobody written over."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from kiosk.domain.calendar import SchoolCalendar, SpecialDay
from kiosk.domain.school_days import touching
from kiosk.tui.staff.app import StaffApp
from kiosk.tui.staff.year import YearScreen
from kiosk.tui.widgets.text_field import TextField
from kiosk.tui.widgets.year_grid import MonthCard
from tests.tui.raster import cells_of
from tests.tui.staff.host import LOBBY, SMALL, desk_kiosk, shown, staff_app

pytestmark = pytest.mark.slow

TUESDAY, WEDNESDAY, MONDAY = date(2026, 11, 24), date(2026, 11, 25), date(2026, 11, 30)


def year(data: Path) -> SchoolCalendar:
    """The year as it stands in the file."""
    calendar = desk_kiosk(data).school_year().calendar()
    assert calendar is not None
    return calendar


def on(data: Path, day: date) -> list[tuple[str, str]]:
    """Kind and time of what stands on a day."""
    return [(each.kind, each.at) for each in touching(year(data), day, day)]


def text(app: StaffApp) -> str:
    """The screen."""
    return "\n".join(shown(app))


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and wait until all of it is done."""
    await pilot.press(*keys)
    await pilot.pause()


async def type_over(pilot: Pilot[None], words: str) -> None:
    """Type in the line in place of what stands in it."""
    field = pilot.app.screen.query_one(TextField)
    field.value = words
    await pilot.press("enter")
    await pilot.pause()


@pytest.mark.parametrize(("size", "months"), [(LOBBY, 11), (SMALL, 6)])
@pytest.mark.parametrize("language", ["en", "es"])
async def test_the_year_stands_on_one_screen(tmp_path: Path, size: tuple[int, int], months: int, language: str) -> None:
    app = staff_app(tmp_path, language=language)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "c")
        cards = [card for card in app.screen.query(MonthCard) if card.month is not None]
        assert len(cards) == months
        assert all(len(line) <= size[0] for line in shown(app))
        assert "25e" in text(app) and "26n" in text(app)
        await press(pilot, "right")
        assert ("12:30 PM" if language == "en" else "12:30 p. m.") in text(app)
        assert ("no school" if language == "en" else "sin clases") in text(app)


async def test_a_letter_is_kept_at_once_and_clears_again(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await press(pilot, "c", *["right"] * 4, "n")
        assert on(tmp_path, MONDAY) == [("no-school", "")]
        assert "30n" in text(app) and "Done: Mon Nov 30: no school." in text(app)
        await press(pilot, "n")
        assert on(tmp_path, MONDAY) == []
        await press(pilot, "s")
        assert on(tmp_path, MONDAY) == [("snow-day", "")]
        await press(pilot, "delete")
        assert on(tmp_path, MONDAY) == []
        for kinds in (["snow-day"], [], ["no-school"], []):
            await press(pilot, "ctrl+z")
            assert [each for each, _ in on(tmp_path, MONDAY)] == kinds
        await press(pilot, "ctrl+z")
        assert "There is nothing to take back." in text(app)


async def test_a_short_day_asks_its_time_and_shows_what_it_reads(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "c", *["right"] * 4, "e")
        assert app.screen.query_one(TextField).value == "12:30 PM"
        await press(pilot, *"11:4")  # what is typed takes the place of what was proposed
        assert "Write it as 12:30" in text(app)
        await press(pilot, "enter")
        assert on(tmp_path, MONDAY) == []
        await press(pilot, "0")
        assert "School ends at 11:40 AM." in text(app)
        await press(pilot, "enter")
        assert on(tmp_path, MONDAY) == [("early-dismissal", "11:40")]
        await press(pilot, "t")
        await type_over(pilot, "7 pm")
        assert "School is from" in text(app)
        await press(pilot, "escape")
        assert on(tmp_path, MONDAY) == [("early-dismissal", "11:40")]
        await press(pilot, "t")
        assert app.screen.query_one(TextField).value == "7 pm"  # nothing that was typed is lost
        await type_over(pilot, "1:10")
        assert on(tmp_path, MONDAY) == [("early-dismissal", "13:10")]
        await press(pilot, "ctrl+z", "ctrl+z")
        assert on(tmp_path, MONDAY) == []


@pytest.mark.parametrize("keys", [("shift+right", "shift+down"), ("space", "right", "down")])
async def test_a_run_of_days_is_chosen_with_shift_or_from_here(tmp_path: Path, keys: tuple[str, ...]) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await press(pilot, "c", *["right"] * 4, *keys)
        assert "7 weekdays chosen" in text(app)
        await press(pilot, "n")
        days = (MONDAY, date(2026, 12, 8))
        assert [on(tmp_path, day) for day in days] == [[("no-school", "")]] * 2
        assert "Tue Dec 8" in text(app)  # one day again
        await press(pilot, "shift+left", "escape", "ctrl+z")
        assert [on(tmp_path, day) for day in days] == [[], []]
        assert isinstance(app.screen, YearScreen)


async def test_the_reason_is_typed_in_each_language(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await press(pilot, "c", "r")
        assert "ordinary day" in text(app)
        await press(pilot, "right", "r")
        assert app.screen.query_one(TextField).value == "Family meetings"
        await type_over(pilot, "[b]Teachers\x1b[2J learn")
        await type_over(pilot, "Los maestros estudian")
        (day,) = touching(year(tmp_path), WEDNESDAY, WEDNESDAY)
        assert day.reason == {"en": "[b]Teachers[2J learn", "es": "Los maestros estudian"}
        assert "Reason: [b]Teachers[2J learn." in text(app)
        await press(pilot, "ctrl+z")
        (day,) = touching(year(tmp_path), WEDNESDAY, WEDNESDAY)
        assert day.reason["en"] == "Family meetings"


async def test_first_and_last_day_and_the_bells_are_one_change(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        before = year(tmp_path)
        await press(pilot, "c", "b")
        await type_over(pilot, "Sep 2")
        await type_over(pilot, "Aug 1, 2026")
        assert "The last day comes after the first." in text(app)
        await type_over(pilot, "June 14")
        await type_over(pilot, "8")
        await type_over(pilot, "2:30")
        after = year(tmp_path)
        assert (after.first_day, after.last_day) == (date(2026, 9, 2), date(2027, 6, 14))
        assert (after.starts_at, after.dismisses_at) == ("08:00", "14:30")
        await press(pilot, "ctrl+z")
        assert year(tmp_path) == before


async def test_what_somebody_else_changes_shows_and_is_not_written_over(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await press(pilot, "c", *["right"] * 4)
        other = desk_kiosk(tmp_path).school_year()
        other.put([SpecialDay(from_=MONDAY, to=MONDAY, kind="early-dismissal", at="12:30")], "ben")
        await app.screen.run_action("kind('no-school')")  # at once: what they saw was an ordinary day
        await pilot.pause()
        assert "Somebody else changed these days just now" in text(app)
        assert on(tmp_path, MONDAY) == [("early-dismissal", "12:30")]
        assert "30e" in text(app)
        other.put([SpecialDay(from_=WEDNESDAY, to=WEDNESDAY, kind="no-school")], "ben")
        app.tick()
        await pilot.pause()
        assert "25n" in text(app)
        await press(pilot, "n")
        assert on(tmp_path, MONDAY) == [("no-school", "")]
        assert on(tmp_path, WEDNESDAY) == [("no-school", "")]


async def test_enter_shows_which_listings_a_day_changes(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await press(pilot, "c", "right", "enter")
        assert "Wednesday, November 25" in text(app)
        assert "118 School clinic: 8:00 AM to 12:30 PM" in text(app)
        await press(pilot, "escape")
        assert "School year 2026-27" in text(app)


async def test_a_finger_picks_a_day(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await press(pilot, "c")
        card = list(app.screen.query(MonthCard))[3]  # November
        await pilot.click(card, offset=(2 + 3 * 3 + 1, 3 + 3))
        await pilot.pause()
        assert "Thu Nov 26" in text(app) and "Reason: Thanksgiving." in text(app)
        await pilot.click(card, offset=(2 + 3 * 4 + 1, 3 + 3), shift=True)
        await pilot.pause()
        assert "Nov 26 and 27" in text(app)
        await pilot.click(card, offset=(17, 8))
        await pilot.click(card, offset=(5, 0))
        await pilot.pause()
        assert "Nov 26 and 27" in text(app)


async def test_who_may_only_look_changes_nothing(tmp_path: Path) -> None:
    app = staff_app(tmp_path, role="reader")
    async with app.run_test(size=LOBBY) as pilot:
        before = year(tmp_path)
        await press(pilot, "c", *["right"] * 4, "n", "e", "l", "s", "delete", "t", "r", "b", "y", "i", "ctrl+z")
        assert "You may look here, and not change it." in text(app)
        assert year(tmp_path) == before
        assert not app.screen.query_one(TextField).has_focus


async def test_keys_that_are_typed_into_the_line_do_nothing_else(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        before = year(tmp_path)
        await press(pilot, "c", "right", "r", *"nelsyit", "ctrl+z", "pagedown", "down", "delete")
        assert app.screen.query_one(TextField).value == "Family meetingsnelsyit"
        await press(pilot, "escape")
        assert year(tmp_path) == before
        assert "Wed Nov 25" in text(app)


@pytest.mark.parametrize("size", [LOBBY, SMALL])
@pytest.mark.parametrize("theme", ["day", "night", "day-256", "night-256", "day-16", "no-color"])
async def test_what_is_chosen_differs_from_every_other_day_in_all_colours(
    tmp_path: Path, size: tuple[int, int], theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if theme == "no-color":
        monkeypatch.setenv("NO_COLOR", "1")
    app = staff_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        if theme != "no-color":
            app.theme = theme
        await press(pilot, "c", "right")
        looks = {words: look_of(app, words) for words in ("24", "25e", "26n", "10e", "12")}
        assert looks["25e"] not in [look for words, look in looks.items() if words != "25e"]
        assert looks["25e"] != looks["10e"]
        assert ("24‹" in text(app)) == (theme == "no-color")


def look_of(app: StaffApp, words: str) -> object:
    """Ground and ink of these words, where they stand first on the screen."""
    for row in cells_of(app):
        line = "".join(glyph for glyph, *_ in row)
        if words in line:
            return row[line.index(words)][1:]
    raise AssertionError(f"{words} is not shown")


@pytest.mark.parametrize("size", [LOBBY, SMALL])
async def test_another_size_keeps_the_day(tmp_path: Path, size: tuple[int, int]) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "c", *["pagedown"] * 6)
        await pilot.resize_terminal(*(SMALL if size == LOBBY else LOBBY))
        await pilot.pause()
        assert "Wed May 26" in text(app)
        await press(pilot, "f3")
        assert "mié 26 may" in text(app)


async def test_what_is_typed_outlives_another_size_and_the_answer_before_can_be_mended(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await press(pilot, "c", "b")
        await type_over(pilot, "Sep 2")
        await press(pilot, *"June 1")
        await pilot.resize_terminal(*SMALL)
        await pilot.pause()
        await press(pilot, "4")
        assert app.screen.query_one(TextField).value == "June 14"
        assert "The last day of school is Mon Jun 14, 2027." in text(app)
        await press(pilot, "up")
        assert "First day of school" in text(app)
        await press(pilot, *"sep 1", "enter", "enter", "enter", "enter")
        assert (year(tmp_path).first_day, year(tmp_path).last_day) == (date(2026, 9, 1), date(2027, 6, 14))
