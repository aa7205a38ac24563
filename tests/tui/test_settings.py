"""What a school sets, as families meet it: tiles, first words, look, text size, rest, dark hours; live too."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from kiosk.config import SETTINGS, write_text
from kiosk.domain.settings import Settings
from kiosk.pages.home import HomePage
from kiosk.pages.reader import Size
from kiosk.pages.route import Act, Route
from kiosk.pages.visit import Visit
from kiosk.tui.app import KioskApp
from kiosk.tui.art import Art
from kiosk.tui.public.dark import DarkScreen
from kiosk.tui.public.still_there import StillThereScreen
from kiosk.wiring import make_kiosk
from tests.pages.center import EVENING, TUESDAY, center, under
from tests.tui.host import FORMS, LOBBY, Clock, Person, kiosk_app, page_screen, shown
from tests.tui.raster import cells_of
from tests.tui.terminal import at_school

NIGHT_HOURS = {"quiet_from": "18:00", "quiet_to": "06:30"}


def app_with(at: datetime = TUESDAY, steady: Clock | None = None, **changes: object) -> KioskApp:
    """The kiosk of a school that has set something else."""
    settings = replace(center().settings, **changes)  # type: ignore[arg-type]  # whichever fields a test names
    return kiosk_app(at=at, steady=steady, of=under(settings))


def home_of(app: KioskApp) -> list[str]:
    """The tiles of Home, by where they lead."""
    page = app.visit.page()
    assert isinstance(page, HomePage)
    assert all(isinstance(tile.go, Route) for tile in page.tiles)
    return [tile.go.about or tile.go.page for tile in page.tiles if isinstance(tile.go, Route)]


async def test_the_tiles_stand_in_the_schools_order_and_none_is_lost() -> None:
    app = app_with(tiles=("walk", "talk", "no-such"))
    async with app.run_test(size=LOBBY) as pilot:
        await app.follow(Act("start"))
        assert home_of(app) == ["walk", "talk", "basic", "after-school", "clinic", "supports"]
        await pilot.press("1")
        await pilot.pause()
        assert app.visit.route.page == "walk"


async def test_the_first_screen_asks_in_the_schools_own_words_each_for_a_minute() -> None:
    words = ({"en": "Come in", "es": "Pase"}, {"en": "Coats today"})
    for minute, said in ((4, "Come in"), (5, "Coats today")):
        app = app_with(TUESDAY.replace(minute=minute), attract=words)
        async with app.run_test(size=LOBBY):
            assert app.visit.page().title == said
    school = under(replace(center().settings, attract=words))
    spanish = kiosk_app(at=TUESDAY.replace(minute=4), language="es", of=school)
    assert spanish.visit.page().title == "Pase"


async def test_every_visit_starts_in_the_schools_text_size() -> None:
    app = app_with(text_size="large")
    async with app.run_test(size=LOBBY):
        await app.follow(Act("start"))
        assert page_screen(app).has_class("-large")
        await app.follow(Act("text-size"))
        assert not page_screen(app).has_class("-large")
        await app.follow(Act("done"))
        await app.follow(Act("start"))
        assert page_screen(app).has_class("-large")


async def test_it_asks_still_there_after_the_schools_own_times() -> None:
    clock = Clock()
    app = app_with(steady=clock, idle=40, idle_warning=25)
    async with app.run_test(size=LOBBY):
        await app.follow(Act("start"))
        clock.seconds += 39
        await app.tick()
        assert not isinstance(app.screen, StillThereScreen)
        clock.seconds += 1
        await app.tick()
        assert isinstance(app.screen, StillThereScreen)
        clock.seconds += 24
        await app.tick()
        assert app.visit.is_under_way
        clock.seconds += 1
        await app.tick()
        assert app.visit.route == Route("attract")


async def test_the_night_look_comes_between_visits_at_its_hour() -> None:
    now = [EVENING.replace(hour=17, minute=59)]
    app = app_with(night_from="18:00", night_to="07:00")
    app.visit._clock = lambda: now[0]
    async with app.run_test(size=LOBBY):
        await app.follow(Act("start"))
        worn = [app.theme]
        now[0] = EVENING
        await app.tick()
        worn.append(app.theme)  # somebody reads
        await app.follow(Act("done"))
        assert [*worn, app.theme] == ["day", "day", "night"]


@pytest.mark.parametrize("form", FORMS)
async def test_in_quiet_hours_an_unused_screen_is_dark_and_a_touch_wakes_it(form: str) -> None:
    clock = Clock()
    app = app_with(EVENING, clock, **NIGHT_HOURS)
    async with app.run_test(size=FORMS[form]) as pilot:
        clock.seconds += 89
        await app.tick()
        assert app.visit.route == Route("attract")
        clock.seconds += 1
        await app.tick()
        await pilot.pause()
        assert isinstance(app.screen, DarkScreen)
        assert {cell[2] for row in cells_of(app) for cell in row} == {(0, 0, 0)}
        words = " ".join(" ".join(shown(app)).split())
        assert "988" in words and "911" in words and "Toque" in words
        await Person(pilot, "touch").down(5, 5)
        await Person(pilot, "touch").up(5, 5)
        assert app.visit.route == Route("attract")
        clock.seconds += 90
        await app.tick()
        assert app.visit.route == Route("dark")


@pytest.mark.parametrize(
    ("key", "page"), [("x", "attract"), ("f3", "attract"), ("escape", "attract"), ("f1", "help-now")]
)
async def test_any_key_wakes_the_dark_screen_and_f1_leads_to_the_numbers(key: str, page: str) -> None:
    clock = Clock()
    app = app_with(EVENING, clock, **NIGHT_HOURS)
    async with app.run_test(size=LOBBY) as pilot:
        clock.seconds += 90
        await app.tick()
        await pilot.pause()
        await pilot.press(key)
        await pilot.pause()
        assert app.visit.route.page == page


async def test_a_visitor_is_never_left_in_the_dark_and_the_morning_lights_it() -> None:
    clock, now = Clock(), [EVENING]
    app = app_with(EVENING, clock, **NIGHT_HOURS, idle=600)
    app.visit._clock = lambda: now[0]
    async with app.run_test(size=LOBBY):
        await app.follow(Act("start"))
        clock.seconds += 599
        await app.tick()
        assert app.visit.route == Route("home")
        await app.follow(Act("hide"))
        clock.seconds += 600
        await app.tick()
        assert app.visit.route == Route("dark")
        now[0] = EVENING.replace(hour=6, minute=30)
        await app.tick()
        assert app.visit.route == Route("attract")


def running(data: Path, settings: str) -> tuple[KioskApp, Path]:
    """The lobby as `kiosk run` builds it, on a school with these settings."""
    write_text(data / SETTINGS, settings)
    kiosk = make_kiosk(data, TUESDAY)
    content = kiosk.content
    visit = Visit(kiosk.center, kiosk.clock, Size(), kiosk.chosen_language)
    art = Art(content.pictograms, content.letters, content.digits)
    return KioskApp(visit, art, changed=kiosk.changed, steady=Clock()), data / SETTINGS


async def settled(app: KioskApp, pilot: Pilot[None]) -> None:
    """The lobby looked at its files, read what is new, and showed it."""
    await app.tick()
    await app.workers.wait_for_complete()
    await pilot.pause()
    await app.tick()
    await pilot.pause()


async def test_a_running_lobby_takes_changed_settings_and_no_bad_ones(tmp_path: Path) -> None:
    app, file = running(tmp_path, 'school = "Oak School"\nlanguages = ["en", "es"]\n')
    async with app.run_test(size=LOBBY) as pilot:
        await settled(app, pilot)
        assert "Oak School" in shown(app)[1]
        write_text(
            file,
            'school = "Elm School"\nlanguages = ["es", "en"]\ntheme = "night"\ntiles = ["talk"]\nidle = 45\n'
            'text_size = "large"\nattract = [{ en = "Come in", es = "Pase" }]\n',
        )
        await settled(app, pilot)
        assert "Elm School" in shown(app)[1]
        assert app.theme == "night"
        assert app.visit.quiet_time == 45
        await app.follow(Act("done"))
        await app.follow(Route("attract"))
        assert (app.visit.session.language, app.visit.session.large) == ("es", True)
        assert app.visit.page().title == "Pase"
        await app.follow(Act("home"))
        assert home_of(app)[0] == "talk"

        write_text(file, 'school = "Ash School"\nidle = 9\n')
        await settled(app, pilot)
        assert app.visit.center.settings.school == "Elm School"
        file.unlink()
        await settled(app, pilot)
        assert app.visit.center.settings.school == "Elm School"

    again = make_kiosk(tmp_path, TUESDAY)  # a new start, with the file still gone
    assert again.center.settings.school == "Elm School"
    assert [str(problem) for problem in again.school.problems] == ["settings.toml, line 1: The file is gone or empty."]


def test_settings_that_stay_cost_one_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_text(tmp_path / SETTINGS, 'school = "Oak School"\n')
    kiosk = make_kiosk(tmp_path, TUESDAY)
    monkeypatch.setattr("kiosk.live.load_setup", None)  # reading it would fail
    before: Settings = kiosk.center.settings
    kiosk.center.keep_up()
    assert kiosk.center.settings is before
    assert not kiosk.center.has_news()


@pytest.mark.slow
def test_a_real_lobby_follows_its_settings_and_no_bad_ones_ever_stop_it(tmp_path: Path) -> None:
    """`kiosk run` in a terminal, its file written by hand; then a start on a file that cannot be read."""
    with at_school(tmp_path, size=LOBBY) as terminal:
        file = tmp_path / "school" / SETTINGS
        good = file.read_text("utf-8").replace("Maple Street School", "Elm Street School")
        terminal.wait_for("Maple Street School")
        terminal.settle()
        write_text(file, good)
        terminal.wait_for("Elm Street School")
        write_text(file, good.replace("Elm", "Ash") + "\n[[board]]\non = 3\n")
        terminal.type("1")
        terminal.wait_for("What would help today?")
        terminal.settle()
        assert "Elm Street School" in terminal.shown
    write_text(file, "school = ")
    kiosk = make_kiosk(tmp_path / "school", TUESDAY)
    assert kiosk.center.settings.school == "Elm Street School"
    assert [problem.line for problem in kiosk.school.problems] == [1]
