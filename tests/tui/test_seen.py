"""Quick hands: all that was meant counts, and nothing chooses on a page that its visitor has not seen."""

from __future__ import annotations

import pytest
from textual import events
from textual.pilot import Pilot

from kiosk.pages.route import Act, Route
from kiosk.tui.app import KioskApp
from kiosk.tui.public.still_there import StillThereScreen
from kiosk.tui.seen import MOST_HELD
from kiosk.tui.widgets.keyboard import Keyboard
from tests.properties import first
from tests.tui.host import LOBBY, SMALL, Clock, Person, kiosk_app, page_screen

HOME, NEEDS, RESULTS = Route("home"), Route("needs", "basic"), Route("results", "food", "need")


def key(name: str) -> events.Key:
    """A key pressed now, on its way to the app."""
    return events.Key(name, name if len(name) == 1 else None)


def tap(x: int, y: int) -> tuple[events.MouseEvent, ...]:
    """A finger down and up now."""
    down = events.MouseDown(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y)
    return down, events.MouseUp(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y)


async def send(pilot: Pilot[None], *sent: events.Event) -> None:
    """All at once, as a terminal sends what was pressed while the kiosk was busy."""
    for event in sent:
        pilot.app.post_message(event)
    await pilot.pause()
    await pilot.pause()


async def at(app: KioskApp, pilot: Pilot[None], *way: Route | Act) -> None:
    """A visitor stands before a page and sees it."""
    for go in way:
        await app.follow(go)
    await pilot.pause()


async def test_a_second_key_does_not_choose_on_a_page_nobody_has_seen() -> None:
    app = kiosk_app()
    async with app.run_test(size=SMALL) as pilot:
        await at(app, pilot, Act("start"))
        await send(pilot, key("1"), key("1"), key("1"))
        assert app.visit.route == NEEDS
        await send(pilot, key("1"))
        assert app.visit.route == RESULTS


async def test_a_double_tap_opens_one_page() -> None:
    app = kiosk_app()
    async with app.run_test(size=LOBBY) as pilot:
        await at(app, pilot, Act("start"))
        x, y = Person(pilot, "touch").part(NEEDS).region.center
        await send(pilot, *tap(int(x), int(y)), *tap(int(x), int(y)))
        assert app.visit.route == NEEDS


@pytest.mark.parametrize("early", first(["1", "tap", "enter", "tab", "x"], quick=3))
async def test_what_was_pressed_before_a_page_was_painted_does_nothing_there(early: str) -> None:
    app = kiosk_app()
    async with app.run_test(size=LOBBY) as pilot:
        await at(app, pilot, Act("start"))
        pressed = tap(30, 12) if early == "tap" else (key(early),)
        await at(app, pilot, NEEDS)
        await send(pilot, *pressed)
        assert app.visit.route == NEEDS
        first = app.screen.query(page_screen(app).FIRST).first()
        assert app.focused is (None if early == "tap" else first), "a key shows where the focus is, and no more"


async def test_nor_on_a_page_that_takes_the_place_of_one_of_its_kind() -> None:
    app = kiosk_app()
    async with app.run_test(size=SMALL) as pilot:
        await at(app, pilot, Act("start"), Route("walk"))
        first = app.screen
        await send(pilot, key("1"), key("1"), key("1"), key("1"))
        assert app.screen is first
        assert app.visit.route == Route("walk", "age")


async def test_every_letter_counts_however_fast() -> None:
    app = kiosk_app()
    async with app.run_test(size=LOBBY) as pilot:
        await at(app, pilot, Act("start"), Route("search"))
        await send(pilot, *map(key, "diaperss"), key("backspace"), key("space"), *map(key, "now2"))
        assert app.visit.session.typed == "diapers now2"


async def test_letters_typed_before_the_search_is_painted_count() -> None:
    app = kiosk_app()
    async with app.run_test(size=LOBBY) as pilot:
        await at(app, pilot, Act("start"))
        early = [*map(key, "food")]
        await at(app, pilot, Route("search"))
        await send(pilot, *early, *map(key, " bank"))
        assert app.visit.session.typed == "food bank"


async def test_letters_typed_before_another_page_choose_nothing_there() -> None:
    app = kiosk_app()
    async with app.run_test(size=LOBBY) as pilot:
        await at(app, pilot, Act("start"))
        early = [key("2"), key("f2"), key("3")]
        await at(app, pilot, Route("search"))
        await send(pilot, *early)
        assert app.visit.route == HOME


async def test_quick_taps_on_the_keys_of_the_screen_all_type() -> None:
    app = kiosk_app()
    async with app.run_test(size=LOBBY) as pilot:
        await at(app, pilot, Act("start"), Route("search"))
        keyboard = app.screen.query_one(Keyboard)
        places = {each.char: each for row in keyboard.keys(keyboard.size.width) for each in row}
        left, top = keyboard.region.offset
        rows = {char: row for row, letters in enumerate(keyboard.letters) for char in letters.casefold()}
        taps = [tap(left + places[char].left + 1, top + rows[char] * 3 + 1) for char in "coat"]
        await send(pilot, *(event for each in taps for event in each))
        assert app.visit.session.typed == "coat"


async def test_quick_toggles_all_count_and_are_shown_once() -> None:
    app = kiosk_app()
    async with app.run_test(size=LOBBY) as pilot:
        await at(app, pilot, Act("start"), RESULTS)
        person = Person(pilot, "touch")
        spots = [person.part(Act("toggle", name)).region.center for name in ("free", "no-papers")]
        await send(pilot, *(event for x, y in spots for event in tap(int(x), int(y))))
        assert app.visit.session.toggles == {"free", "no-papers"}


async def test_a_tap_while_the_same_page_is_drawn_anew_waits_for_it() -> None:
    app = kiosk_app()
    async with app.run_test(size=LOBBY) as pilot:
        await at(app, pilot, Act("start"), RESULTS)
        x, y = Person(pilot, "touch").part(Act("toggle", "no-papers")).region.center
        pressed = tap(int(x), int(y))
        await app.follow(Act("toggle", "free"))  # not painted yet
        await send(pilot, *pressed)
        assert app.visit.session.toggles == {"free", "no-papers"}


async def test_a_held_arrow_moves_the_focus_step_by_step() -> None:
    app = kiosk_app()
    async with app.run_test(size=SMALL) as pilot:
        await at(app, pilot, Act("start"))
        await send(pilot, key("tab"))
        chain = app.screen.focus_chain
        start = chain.index(app.focused)  # type: ignore[arg-type]  # it has one
        await send(pilot, *(key("tab") for _ in range(5)))
        assert app.focused is chain[start + 5]


@pytest.mark.parametrize("moment", ["seen", "early"])
async def test_escape_three_times_hides_at_any_moment(moment: str) -> None:
    app = kiosk_app()
    async with app.run_test(size=LOBBY) as pilot:
        await at(app, pilot, Act("start"), NEEDS, RESULTS)
        pressed = [key("escape"), key("7"), key("escape"), key("escape")]
        if moment == "early":
            await at(app, pilot, Route("listing", "food-shelf"))
        else:
            await at(app, pilot)
        await send(pilot, *pressed)
        assert app.visit.route == Route("board")
        assert not app.visit.is_under_way


async def test_escape_three_times_hides_however_long_pages_take() -> None:
    clock = Clock()
    app = kiosk_app(steady=clock)
    async with app.run_test(size=LOBBY) as pilot:
        await at(app, pilot, Act("start"), NEEDS, RESULTS, Route("listing", "food-shelf"))
        for late in (0.0, 1.9, 3.8):  # seconds that each waited: they were pressed a tenth apart
            pressed = key("escape")
            pressed.time -= late
            await send(pilot, pressed)
            clock.seconds += 2
        assert app.visit.route == Route("board")


@pytest.mark.parametrize("last", first(["f9", "f10"]))
async def test_hide_and_done_count_before_a_page_is_seen(last: str) -> None:
    app = kiosk_app()
    async with app.run_test(size=LOBBY) as pilot:
        await at(app, pilot, Act("start", "es"))
        early = [key("f2"), key(last), key("f3")]
        await at(app, pilot, RESULTS)
        await send(pilot, *early)
        assert not app.visit.is_under_way
        assert app.visit.session.language == "en"


async def test_of_the_keys_that_lead_to_a_page_from_everywhere_the_last_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    app = kiosk_app()
    opened: list[object] = []
    async with app.run_test(size=LOBBY) as pilot:
        await at(app, pilot, Act("start"))
        early = [key(name) for name in ("f1", "f2", "f3", "f5")]
        await at(app, pilot, NEEDS)
        monkeypatch.setattr(app.visit, "follow", opened.append)
        await send(pilot, *early)
        assert opened == [Route("person-now")]


async def test_a_flood_opens_a_page_or_two_and_is_not_kept() -> None:
    app = kiosk_app()
    async with app.run_test(size=LOBBY) as pilot:
        await at(app, pilot, Act("start"))
        await send(pilot, *(key("123456"[number % 6]) for number in range(3_000)))
        assert len(app.visit._trail) == 2
        assert len(app._held) <= MOST_HELD


@pytest.mark.parametrize("pressed", first(["tap", "x"]))
async def test_whoever_pressed_just_before_still_there_is_still_there(pressed: str) -> None:
    clock = Clock()
    app = kiosk_app(steady=clock)
    async with app.run_test(size=LOBBY) as pilot:
        await at(app, pilot, Act("start"), RESULTS)
        early = tap(60, 20) if pressed == "tap" else (key("x"),)
        clock.seconds += 90
        await app.tick()
        assert isinstance(app.screen, StillThereScreen)
        await send(pilot, *early)
        assert app.visit.session.extended
        assert app.visit.route == RESULTS
        assert not isinstance(app.screen, StillThereScreen)
