"""The settings screen: what is set and what it means, a line written in place, a bad line named, nothing typed lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from kiosk.config import SETTINGS, load_setup, write_text
from kiosk.tui.staff.app import StaffApp
from kiosk.tui.staff.settings import SettingsScreen
from kiosk.tui.widgets.text_field import TextField
from tests.tui.staff.host import LOBBY, SMALL, desk_kiosk, shown, staff_app

pytestmark = pytest.mark.slow

SIZES = [LOBBY, SMALL]


def screen(app: StaffApp) -> SettingsScreen:
    """The settings, as they are shown."""
    assert isinstance(app.screen, SettingsScreen)
    return app.screen


def words(app: StaffApp) -> str:
    """All that is shown, with single blanks."""
    return " ".join(" ".join(shown(app)).split())


async def go_to(pilot: Pilot[None], app: StaffApp, id: str) -> None:
    """Open the settings, and move the focus to one line."""
    await pilot.press("g")
    await pilot.pause()
    place = [line.item.id for line in screen(app).page.lines].index(id)
    await pilot.press(*["down"] * place)


async def write(pilot: Pilot[None], app: StaffApp, id: str, typed: str) -> None:
    """Write in a line, in place of what stands there, and keep it."""
    await go_to(pilot, app, id)
    await pilot.press("enter", "ctrl+u")
    app.screen.query_one(TextField).insert_text_at_cursor(typed)
    await pilot.press("enter")
    await pilot.pause()


def settings_of(data: Path) -> object:
    """What the file says."""
    setup = load_setup(data)
    assert setup.problems == ()
    return setup.settings


@pytest.mark.parametrize("size", SIZES)
async def test_it_shows_what_is_set_and_what_it_means(tmp_path: Path, size: tuple[int, int]) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await go_to(pilot, app, "idle")
        said = words(app)
        for each in ("Maple Street School", "Connecticut (US-CT)", "English, Español", "90 s, then 30 s"):
            assert each in said
        assert "food, after, clinic, talk, school, choose" in said
        assert "How long nobody may touch" in said
        assert "LINE" not in said


@pytest.mark.parametrize(
    ("id", "typed", "key", "value"),
    [
        ("school", "Elm School", "school", "Elm School"),
        ("zone", "America/Chicago", "zone", "America/Chicago"),
        ("region", "us-ny", "region", "US-NY"),
        ("languages", "Español, en", "languages", ("es", "en")),
        ("tiles", "choose, someone to talk to, food", "tiles", ("walk", "talk", "basic")),
        ("attract.en", "Come in | Coats today", "attract", ({"en": "Come in"}, {"en": "Coats today"})),
        ("idle", "45 s, then 25", "idle", 45),
        ("idle", "45, 25", "idle_warning", 25),
        ("look", "night", "theme", "night"),
        ("look", "day; night 6 PM to 6:30 AM", "night_from", "18:00"),
        ("text_size", "large", "text_size", "large"),
        ("quiet", "20:00-05:30", "quiet_to", "05:30"),
        ("idle_long", "240", "idle_long", 240),
        ("idle_staff", "600 s", "idle_staff", 600),
    ],
)
async def test_a_line_is_written_as_people_write_it(
    tmp_path: Path, id: str, typed: str, key: str, value: object
) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await write(pilot, app, id, typed)
        assert getattr(settings_of(tmp_path), key) == value
        assert "Kept." in words(app)
        assert screen(app).writing is None


async def test_hours_are_written_in_words_and_comments_stay(tmp_path: Path) -> None:
    app = staff_app(tmp_path, language="es")
    before = (tmp_path / SETTINGS).read_text("utf-8")
    async with app.run_test(size=LOBBY) as pilot:
        await write(pilot, app, "staff[1]", "lun, mié 9 a 2")
        nurse = load_setup(tmp_path).settings.staff[1]
        assert (nurse.days, nurse.opens_at, nurse.closes_at) == (("MO", "WE"), "09:00", "14:00")
        await pilot.press("ctrl+z")
        await pilot.pause()
    assert (tmp_path / SETTINGS).read_text("utf-8") == before


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("id", "typed", "why"),
    [
        ("school", "  ", "The school has no name"),
        ("zone", "Mars", "Mars is not a time zone"),
        ("languages", "en, tlh", "no language tlh here"),
        ("tiles", "food, sauna", "no tile sauna"),
        ("idle", "9, 30", "9 is under 30"),
        ("idle", "soon", "two numbers"),
        ("look", "pink", "day or night"),
        ("quiet", "6-7", "two times"),
        ("staff[0]", "Mon 8-12, Tue 9-10", "days and two times"),
    ],
)
async def test_what_is_wrong_is_said_as_it_is_typed_and_never_kept(
    tmp_path: Path, size: tuple[int, int], id: str, typed: str, why: str
) -> None:
    app = staff_app(tmp_path)
    before = (tmp_path / SETTINGS).read_bytes()
    async with app.run_test(size=size) as pilot:
        await go_to(pilot, app, id)
        await pilot.press("enter", "ctrl+u")
        app.screen.query_one(TextField).insert_text_at_cursor(typed)
        await pilot.pause()
        assert why in words(app)
        await pilot.press("enter")
        await pilot.pause()
        assert why in words(app)
        assert app.screen.query_one(TextField).value == typed
    assert (tmp_path / SETTINGS).read_bytes() == before


@pytest.mark.parametrize("size", SIZES)
async def test_a_bad_line_is_named_and_mended_and_the_last_good_value_stands(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = staff_app(tmp_path)
    text = (tmp_path / SETTINGS).read_text("utf-8")
    app.desk.settings().change({"idle": 91}, {}, "ana")
    write_text(tmp_path / SETTINGS, (tmp_path / SETTINGS).read_text("utf-8").replace("idle = 91", "idle = 9"))
    line = (tmp_path / SETTINGS).read_text("utf-8").splitlines().index("idle = 9") + 1
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert f"line {line}, idle" in words(app)  # the desk's first job
        await pilot.press("1")
        await pilot.pause()
        said = words(app)
        assert f"LINE {line}" in said and "idle: 9 is under 30" in said
        assert "91 s, then 30 s" in said
        assert "The lobby goes on with the last good settings." in said
        place = [each.item.id for each in screen(app).page.lines].index("idle")
        await pilot.press(*["down"] * place, "d")
        await pilot.pause()
        assert "LINE" not in words(app)
    assert load_setup(tmp_path).settings.idle == 90
    assert set(text.splitlines()) <= set((tmp_path / SETTINGS).read_text("utf-8").splitlines())


@pytest.mark.parametrize("size", SIZES)
async def test_a_file_that_cannot_be_read_is_shown_and_the_last_good_one_put_back(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = staff_app(tmp_path)
    app.desk.settings().change({"idle": 91}, {}, "ana")
    good = (tmp_path / SETTINGS).read_text("utf-8")
    write_text(tmp_path / SETTINGS, good.replace("sample = true", "sample = "))
    async with app.run_test(size=size) as pilot:
        await pilot.press("g")
        await pilot.pause()
        assert "Last good" in words(app)
        await pilot.press("o")
        await pilot.pause()
        assert "► sample =" in words(app)
        await pilot.press("escape", "d")
        await pilot.pause()
        assert "LINE" not in words(app)
    assert (tmp_path / SETTINGS).read_text("utf-8") == good


async def test_what_somebody_else_set_meanwhile_is_told_and_what_was_typed_stays(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await go_to(pilot, app, "idle")
        await pilot.press("enter", "ctrl+u")
        app.screen.query_one(TextField).insert_text_at_cursor("45, 25")
        other = desk_kiosk(tmp_path).school_settings()
        other.change({"idle": 120, "school": "Elm School"}, {}, "bo")
        app.tick()
        await pilot.pause()
        assert app.screen.query_one(TextField).value == "45, 25"
        assert "Elm School" in words(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "set idle to 120 meanwhile" in words(app)
        assert load_setup(tmp_path).settings.idle == 120
        await pilot.press("enter")
        await pilot.pause()
    setup = load_setup(tmp_path)
    assert (setup.settings.idle, setup.settings.idle_warning, setup.settings.school) == (45, 25, "Elm School")


async def test_words_that_are_not_kept_are_thrown_away_only_when_asked_twice(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await go_to(pilot, app, "school")
        await pilot.press("enter", "x", "escape")
        await pilot.pause()
        assert "This is not kept yet" in words(app)
        await pilot.press("y", "escape")
        await pilot.pause()
        assert app.screen.query_one(TextField).value.endswith("xy")
        await pilot.press("escape")
        await pilot.pause()
        assert screen(app).writing is None
    assert load_setup(tmp_path).settings.school == "Maple Street School"


@pytest.mark.parametrize("role", ["reader", "liaison"])
async def test_only_an_admin_changes_settings(tmp_path: Path, role: str) -> None:
    app = staff_app(tmp_path, role=role)  # type: ignore[arg-type]  # one of the roles
    before = (tmp_path / SETTINGS).read_bytes()
    async with app.run_test(size=SMALL) as pilot:
        await go_to(pilot, app, "idle")
        for key in ("enter", "d", "ctrl+z"):
            await pilot.press(key)
            await pilot.pause()
            assert "Only an admin can change this." in words(app)
    assert (tmp_path / SETTINGS).read_bytes() == before


async def test_it_works_by_mouse_and_leads_to_the_lobby(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("g")
        await pilot.pause()
        rows = app.screen.query_one("SettingRows")
        for row in (2, 2, 2, 4):  # there, open it, and two taps that do nothing to what is being written
            await pilot.click(rows, offset=(5, row))
            await pilot.pause()
        writing = screen(app).writing
        assert writing is not None and writing.line.item.id == "region"
        field = app.screen.query_one(TextField)
        assert field.has_focus
        field.value = "US-NY"
        await pilot.click("StaffKey")  # the first key: keep
        await pilot.pause()
        assert load_setup(tmp_path).settings.region == "US-NY"
        await pilot.press("l")
        await pilot.pause()
        assert "As families see it now" in words(app)


async def test_hostile_words_in_the_file_are_only_words(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    text = (tmp_path / SETTINGS).read_text("utf-8")
    hostile = r'school = "[bold]Oak[/] [@click=app.quit]x \u001b[31m \u202e 学校"'
    write_text(tmp_path / SETTINGS, text.replace('school = "Maple Street School"', hostile))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("g")
        await pilot.pause()
        assert "[bold]Oak[/] [@click=app.quit]x" in words(app)
        await pilot.press("o")
        await pilot.pause()
        assert "[@click=app.quit]" in words(app)
        assert not any(sign in words(app) for sign in "\x1b\u202e")


async def test_an_open_desk_takes_what_is_set_elsewhere(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        write_text(
            tmp_path / SETTINGS, (tmp_path / SETTINGS).read_text("utf-8").replace("Maple Street School", "Elm School")
        )
        assert app.desk.changed()
        app.tick()
        await pilot.pause()
        assert "Elm School" in words(app)
        assert not app.desk.changed()


async def test_a_desk_at_the_lobby_goes_back_after_the_schools_own_time(tmp_path: Path) -> None:
    now = [0.0]
    app = staff_app(tmp_path, at_lobby=True, steady=lambda: now[0])
    app.desk.settings().change({"idle_staff": 60}, {}, "ana")
    async with app.run_test(size=LOBBY) as pilot:
        app.tick()
        now[0] = 59.0
        app.tick()
        assert app.return_code is None
        now[0] = 60.0
        app.tick()
        await pilot.pause()
    assert app.return_code == 0


async def test_hours_never_go_to_another_role_whose_row_took_the_place(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    text = (tmp_path / SETTINGS).read_text("utf-8")
    async with app.run_test(size=SMALL) as pilot:
        await go_to(pilot, app, "staff[0]")
        await pilot.press("enter", "ctrl+u")
        app.screen.query_one(TextField).insert_text_at_cursor("Mon 9 to 2")
        first = '[[staff]]\nrole = { en = "Librarian" }\ndays = ["FR"]\nopens_at = "09:00"\ncloses_at = "10:00"\n\n'
        write_text(tmp_path / SETTINGS, text.replace("[[staff]]", first + "[[staff]]", 1))
        for _ in range(3):
            await pilot.press("enter")
            await pilot.pause()
            assert "meanwhile" in words(app)
        assert app.screen.query_one(TextField).value == "Mon 9 to 2"
    roles = load_setup(tmp_path).settings.staff
    assert (roles[0].role["en"], roles[0].days, roles[1].days[0]) == ("Librarian", ("FR",), "MO")
