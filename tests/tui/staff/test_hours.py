"""The screen for hours: what is typed is shown before it is taken, drawn, changed by keys, and never lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.listing import Listing
from kiosk.pages.listing import listing_page
from kiosk.pages.parts import Page
from kiosk.pages.route import Route
from kiosk.tui.staff.app import StaffApp
from kiosk.tui.staff.form import FormScreen
from kiosk.tui.staff.hours import HoursScreen
from kiosk.tui.staff.hours_parts import WeekPanel
from kiosk.tui.staff.listings import ListScreen
from kiosk.tui.widgets.staff_bar import StaffKey
from tests.pages.center import asking
from tests.tui.raster import cells_of
from tests.tui.staff.host import LOBBY, SMALL, desk_kiosk, shown, staff_app

pytestmark = pytest.mark.slow

OPEN_118 = ("f", *"118", "enter", "ctrl+t")


def _typed(text: str) -> list[str]:
    """The keys of a text."""
    names = {" ": "space", ",": "comma", ":": "colon", "-": "minus", ".": "full_stop"}
    return [names.get(sign, sign) for sign in text]


def _told(page: Page) -> str:
    """What a family's page says, line by line."""
    return "\n".join(part for part in page.spoken() if isinstance(part, str))


def _kept(directory: Path, number: str = "118") -> Listing:
    return desk_kiosk(directory).store.get(number).listing


@pytest.mark.parametrize("size", [LOBBY, SMALL])
async def test_one_days_hours_are_put_right_in_few_keys_and_families_see_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = staff_app(tmp_path)
    family = desk_kiosk(tmp_path)
    before = listing_page(asking(Route("listing", _kept(tmp_path).id), school=family.center))
    assert "Mon to Fri, 8:00 AM to 4:00 PM" in _told(before)
    keys = ["f", *"118", "enter", "ctrl+t", *_typed("fri 8-2"), "enter", "escape", "ctrl+s"]
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert isinstance(app.screen, ListScreen)
        assert "Saved as No. 118." in "\n".join(shown(app))
    assert len(keys) == 16
    assert family.store.changed()
    after = listing_page(asking(Route("listing", _kept(tmp_path).id), school=family.center))
    assert "Mon to Thu, 8:00 AM to 4:00 PM" in _told(after)
    assert "Friday, 8:00 AM to 2:00 PM" in _told(after)


@pytest.mark.parametrize("size", [LOBBY, SMALL])
async def test_what_is_read_shows_before_it_is_taken(tmp_path: Path, size: tuple[int, int]) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*OPEN_118, *_typed("M-F 8-3:30, 1st Sat 9-11, tue"))
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "This is what was read" in text
        assert "8:00 AM to 3:30 PM" in text
        assert "First Saturday" in text
        assert "“tue”: from when until when? Type it, or take it away." in text
        assert "“9-11” was read as 9:00 AM to 11:00 AM." in " ".join(text.split())
        await pilot.press("enter")
        await pilot.pause()
        assert "Mend what is marked first." in "\n".join(shown(app))
        assert isinstance(app.screen, HoursScreen)
        assert len(app.screen.hours.listing().schedules) == 1
        await pilot.press(*["backspace"] * 5, "enter")
        await pilot.pause()
        assert "Taken. ^Z takes it back." in "\n".join(shown(app))
        (week, month) = app.screen.hours.listing().schedules
        assert (week.closes_at, week.on, week.short_days) == ("15:30", "school-days", "shortened")
        assert (month.byday, month.on) == (("1SA",), "any-day")
        assert week.dtstart == _kept(tmp_path).schedules[0].dtstart
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert app.screen.hours.listing().schedules == _kept(tmp_path).schedules


async def test_it_speaks_spanish(tmp_path: Path) -> None:
    app = staff_app(tmp_path, language="es")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*OPEN_118, *_typed("lun a vie 8-3:30, mar 7-9"))
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "Esto es lo que se leyó" in text
        assert "“7-9”: ¿7:00 a. m. a 9:00 a. m. o 7:00 p. m. a 9:00 p. m.?" in text


async def test_a_line_that_is_not_taken_is_kept_and_stops_the_save(tmp_path: Path) -> None:
    first = staff_app(tmp_path)
    async with first.run_test(size=SMALL) as pilot:
        await pilot.press(*OPEN_118, *_typed("fri 8-"))
        await pilot.pause()
        # the program ends here without another word
    again = staff_app(tmp_path)
    async with again.run_test(size=SMALL) as pilot:
        await pilot.press("f", *"118", "enter", "5")
        await pilot.pause()
        text = "\n".join(shown(again))
        assert "fri 8-" in text
        assert "Typed, and not taken yet." in text
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Nothing was changed." in "\n".join(shown(again))
        await pilot.press("ctrl+t", "2", "enter", "escape", "ctrl+s")
        await pilot.pause()
        assert isinstance(again.screen, ListScreen)
    assert [row.closes_at for row in _kept(tmp_path).schedules] == ["16:00", "14:00"]


async def test_a_day_is_drawn_by_arrows(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*OPEN_118, "ctrl+w", "right", "shift+right", "enter")  # Tuesday: the clock stands there
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, HoursScreen)
        spans = [(row.byday, row.opens_at, row.closes_at) for row in screen.hours.listing().schedules]
        others = ("MO", "WE", "TH", "FR")
        assert spans == [
            (others, "08:00", "16:00"), (("TU",), "08:15", "12:00"), (("TU",), "12:30", "16:15"),
        ]  # fmt: skip
        await pilot.press("enter", "equals_sign")
        await pilot.pause()
        (row,) = screen.hours.listing().schedules
        assert (row.byday, row.opens_at, row.closes_at) == (("MO", "TU", "WE", "TH", "FR"), "08:15", "16:15")
        await pilot.press(*["down"] * 4, "right", "up", "delete")  # Saturday opens, Friday closes
        await pilot.pause()
        (row,) = screen.hours.listing().schedules
        assert row.byday == ("MO", "TU", "WE", "TH", "SA")
        await pilot.press(*["ctrl+z"] * 20)
        await pilot.pause()
        assert screen.hours.listing().schedules == _kept(tmp_path).schedules


async def test_a_line_is_typed_anew_follows_school_or_goes(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press(*OPEN_118, "down", "tab", "ctrl+d", "enter")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, HoursScreen)
        (row,) = screen.hours.listing().schedules
        assert (row.on, row.short_days) == ("no-school-days", "moved")
        assert screen.state.typed.text == (
            "Mon to Fri 8 to 4 on days with no school starts at dismissal until Jun 11, 2027"
        )
        await pilot.press("ctrl+u", *_typed("mon 9-11"), "enter")
        await pilot.pause()
        (row,) = screen.hours.listing().schedules
        assert (row.byday, row.on, row.until) == (("MO",), "any-day", None)
        await pilot.press("down", "delete")
        await pilot.pause()
        assert screen.hours.listing().schedules == ()
        assert "No hours yet." in "\n".join(shown(app))


async def test_a_closing_and_its_reason_in_both_languages(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press(*OPEN_118, *_typed("closed Dec 21 to Jan 1"), "enter", "ctrl+e", "end", "tab")
        await pilot.pause()
        assert "Why, as families read it (English)" in "\n".join(shown(app))
        await pilot.press(*_typed("Winter break"), "enter", *_typed("Vacaciones"), "enter", "escape", "ctrl+s")
        await pilot.pause()
    closing = _kept(tmp_path).schedule_exceptions[-1]
    assert (str(closing.from_), str(closing.to), closing.closed) == ("2026-12-21", "2027-01-01", True)
    assert closing.reason == {"en": "Winter break", "es": "Vacaciones"}


async def test_a_reader_looks_and_changes_nothing(tmp_path: Path) -> None:
    app = staff_app(tmp_path, role="reader")
    before = desk_kiosk(tmp_path).store.load().seq
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*OPEN_118, *_typed("fri 8-2"), "enter", "ctrl+w", "right", "delete", "escape")
        await pilot.press("escape", "down", "delete", "tab", "ctrl+d", "enter", "ctrl+z")
        await pilot.pause()
        assert isinstance(app.screen, HoursScreen)
        assert app.screen.hours.listing().schedules == _kept(tmp_path).schedules
        assert not app.screen.hours.form.is_changed
    assert desk_kiosk(tmp_path).store.load().seq == before
    assert desk_kiosk(tmp_path).desk(app.desk.who).notes.names("drafts") == []


async def test_hours_of_a_new_listing_go_into_its_form(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", "ctrl+t", *_typed("tue 3-5"), "enter", "escape")
        await pilot.pause()
        assert isinstance(app.screen, FormScreen)
        assert app.screen.form.doc["schedules"] == [{"byday": ["TU"], "opens_at": "15:00", "closes_at": "17:00"}]
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert "schedules" not in app.screen.form.doc


@pytest.mark.parametrize("typed", ["[/b] [@click=app.quit]x[/] 8-4", "Mon 8-4 \u202e\u200bשלום 日本語"])
async def test_hostile_text_is_inert(tmp_path: Path, typed: str) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*OPEN_118)
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, HoursScreen)
        screen.type_anew(None, typed)
        await pilot.pause()
        assert "NOT READ" in "\n".join(shown(app))
        assert app.is_running


async def test_another_size_keeps_the_line_and_the_day(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*OPEN_118, *_typed("fri 8-"))
        await pilot.resize_terminal(*LOBBY)
        await pilot.press("2")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, HoursScreen)
        assert screen.state.typed.text == "fri 8-2"
        assert "8:00 AM to 2:00 PM" in "\n".join(shown(app))
        await pilot.press("enter", "ctrl+w", "down")
        await pilot.resize_terminal(*SMALL)
        await pilot.press("delete")  # Wednesday
        await pilot.pause()
        assert [row.byday for row in screen.hours.listing().schedules] == [("MO", "TU", "TH"), ("FR",)]


async def test_hours_that_cannot_be_read_say_so_before_they_are_replaced(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("f", *"118", "enter")
        await pilot.pause()
        form = app.screen
        assert isinstance(form, FormScreen)
        form.form.put({"schedules": [{"freq": "YEARLY"}]})
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert "The hours that stand here cannot be read. What you take replaces them." in "\n".join(shown(app))
        await pilot.press(*_typed("mon 8-4"), "enter", "ctrl+z")
        await pilot.pause()
        assert isinstance(app.screen, HoursScreen)
        assert app.screen.hours.form.doc["schedules"] == [{"freq": "YEARLY"}]


@pytest.mark.parametrize("size", [LOBBY, SMALL])
async def test_it_can_be_done_by_mouse(tmp_path: Path, size: tuple[int, int]) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*OPEN_118, *_typed("fri 8-2"))
        await pilot.click(app.screen.query(StaffKey).first())
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, HoursScreen)
        assert len(screen.hours.listing().schedules) == 2
        await pilot.click(WeekPanel, offset=(20, 2))  # Tuesday
        await pilot.click(screen.query(StaffKey).first())
        await pilot.pause()
        assert ("TU",) in [row.byday for row in screen.hours.listing().schedules]


@pytest.mark.parametrize("theme", ["day", "night", "day-256", "day-16", "no-color"])
async def test_the_chosen_day_differs_in_all_colours(
    tmp_path: Path, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if theme == "no-color":
        monkeypatch.setenv("NO_COLOR", "1")
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        if theme != "no-color":
            app.theme = theme
        await pilot.press(*OPEN_118, "ctrl+w")
        await pilot.pause()
        looks = {name: _look_of(app, name) for name in ("Mon", "Tue", "Wed")}
        assert looks["Mon"] == looks["Wed"] != looks["Tue"]


def _look_of(app: StaffApp, day: str) -> object:
    """How a day's name in the drawn week looks."""
    rows = cells_of(app)
    row = next(row for row in rows if "".join(glyph for glyph, *_ in row).strip().startswith(f"{day} "))
    at = "".join(glyph for glyph, *_ in row).index(day)
    return row[at][1:]
