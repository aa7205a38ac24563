"""When nobody uses the screen: asked, then cleared; and never while somebody still does (WCAG 2.2.1)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from textual import events
from textual.pilot import Pilot

from kiosk.pages.route import Act, Route
from kiosk.tui.app import DONE_FOR, KioskApp
from kiosk.tui.idle import Idle
from kiosk.tui.public.still_there import StillThereScreen
from tests.properties import first
from tests.tui.host import LOBBY, Clock, Person, kiosk_app

Use = Callable[[Pilot[None], int], Awaitable[None]]


def test_the_question_comes_after_the_quiet_time_and_stands_for_its_own() -> None:
    idle = Idle(warning=30)
    assert idle.due(89, 90) == "nothing"
    assert idle.due(90, 90) == "ask"
    assert idle.due(119, 90) == "ask"
    assert idle.due(120, 90) == "clear"


def test_use_winds_it_up() -> None:
    idle = Idle(warning=30)
    idle.due(90, 90)
    idle.wind(100)
    assert idle.due(189, 90) == "nothing"


def test_the_seconds_left_go_in_steps_and_never_to_zero() -> None:
    idle = Idle(warning=30)
    idle.due(90, 90)
    assert [idle.seconds_left(90 + gone) for gone in (0, 1, 5, 6, 29, 30, 99)] == [30, 30, 25, 25, 5, 5, 5]


async def press_a_key(pilot: Pilot[None], _: int) -> None:
    """A key that does nothing."""
    await pilot.press("x")


async def drag(pilot: Pilot[None], turn: int) -> None:
    """A finger that moves while it is down."""
    move = events.MouseMove(None, 5 + turn % 50, 20, 1, 0, 1, False, False, False, screen_x=5, screen_y=20)
    pilot.app.post_message(move)
    await pilot.pause()


async def tap_on_nothing(pilot: Pilot[None], _: int) -> None:
    """A tap on bare paper."""
    person = Person(pilot, "touch")
    await person.down(2, 3)
    await person.up(2, 3)


@pytest.mark.parametrize("use", first([press_a_key, drag, tap_on_nothing]))
async def test_no_reset_and_no_question_while_somebody_uses_it(use: Use) -> None:
    clock = Clock()
    app = kiosk_app(steady=clock)
    async with app.run_test(size=LOBBY) as pilot:
        await app.follow(Act("start"))
        await app.follow(Route("results", "food", "need"))
        for turn in range(30):
            clock.seconds += 20
            await use(pilot, turn)
            await app.tick()
            assert app.visit.route == Route("results", "food", "need")
            assert not isinstance(app.screen, StillThereScreen)
        await _quiet(app, clock, 90)
        assert isinstance(app.screen, StillThereScreen)


async def _quiet(app: KioskApp, clock: Clock, seconds: float) -> None:
    clock.seconds += seconds
    await app.tick()


async def test_a_trembling_pointer_is_no_use() -> None:
    clock = Clock()
    app = kiosk_app(steady=clock)
    async with app.run_test(size=LOBBY) as pilot:
        await app.follow(Act("start"))
        clock.seconds += 89
        move = events.MouseMove(None, 5, 20, 1, 0, 0, False, False, False, screen_x=5, screen_y=20)
        app.post_message(move)
        await pilot.pause()
        await _quiet(app, clock, 1)
        assert isinstance(app.screen, StillThereScreen)


@pytest.mark.parametrize("answer", first(["tap", "key", "button"]))
async def test_any_use_gives_more_time_and_the_same_page(answer: str) -> None:
    clock = Clock()
    app = kiosk_app(steady=clock)
    async with app.run_test(size=LOBBY) as pilot:
        await app.follow(Act("start"))
        await app.follow(Route("listing", "food-shelf"))
        await _quiet(app, clock, 90)
        person = Person(pilot, "touch")
        if answer == "key":
            await pilot.press("x")
        elif answer == "tap":
            await person.tap(app.screen.query_one(".words"))
        else:
            await person.choose(Act("more-time"))
        await pilot.pause()
        assert app.visit.route == Route("listing", "food-shelf")
        assert not isinstance(app.screen, StillThereScreen)
        await _quiet(app, clock, 179)
        assert not isinstance(app.screen, StillThereScreen), "after one extension the quiet time is the long one"
        await _quiet(app, clock, 1)
        assert isinstance(app.screen, StillThereScreen), "and it is extended without limit"


async def test_nobody_there_clears_everything() -> None:
    clock = Clock()
    app = kiosk_app(steady=clock)
    async with app.run_test(size=LOBBY):
        await app.follow(Act("start", "es"))
        await app.follow(Act("list-add", "food-shelf"))
        await _quiet(app, clock, 90)
        await _quiet(app, clock, 29)
        assert isinstance(app.screen, StillThereScreen)
        await _quiet(app, clock, 1)
        assert app.visit.route == Route("attract")
        assert (app.visit.session.language, app.visit.session.my_list) == ("en", [])


@pytest.mark.parametrize(
    "page", first([Route("help-now"), Route("call-code", "lifeline"), Route("code", "food-shelf", "sign-up")])
)
async def test_pages_one_reads_with_a_phone_in_hand_wait_longer(page: Route) -> None:
    clock = Clock()
    app = kiosk_app(steady=clock)
    async with app.run_test(size=LOBBY):
        await app.follow(Act("start"))
        await app.follow(page)
        await _quiet(app, clock, 179)
        assert not isinstance(app.screen, StillThereScreen)
        await _quiet(app, clock, 1)
        assert isinstance(app.screen, StillThereScreen)


async def test_the_last_page_gives_way_to_the_first() -> None:
    clock = Clock()
    app = kiosk_app(steady=clock)
    async with app.run_test(size=LOBBY):
        await app.follow(Act("start"))
        await app.follow(Act("done"))
        await _quiet(app, clock, DONE_FOR - 1)
        assert app.visit.route == Route("done")
        await _quiet(app, clock, 1)
        assert app.visit.route == Route("attract")


async def test_the_first_screen_and_the_board_stay_for_ever() -> None:
    clock = Clock()
    app = kiosk_app(steady=clock)
    async with app.run_test(size=LOBBY):
        for go in (Act("start"), Act("hide")):
            await app.follow(go)
        await _quiet(app, clock, 10_000)
        assert app.visit.route == Route("board")
