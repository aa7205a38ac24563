"""From the lobby to the digits and back: the corner, the chord, the wait, and that the family side is never held up."""

from __future__ import annotations

import gc
import sys
from dataclasses import replace

import pytest
from textual import events
from textual.pilot import Pilot

from kiosk.domain.errors import NotSaved
from kiosk.pages.route import Act, Route
from kiosk.services.sign_in import Tried
from kiosk.services.who import Who
from kiosk.tui.app import KioskApp
from kiosk.tui.public.sign_in import PadKey, SignInScreen
from tests.pages.center import center, under
from tests.tui.everywhere import PLACES
from tests.tui.host import FORMS, LOBBY, SMALL, Clock, Person, kiosk_app, shown

pytestmark = pytest.mark.slow

MARY = Who("Mary Cole", "liaison")
PIN = "517306"
"""Nobody else's: what other tests hold of theirs is not looked for."""
TYPED = tuple(PIN)


@pytest.fixture(autouse=True)
def _forgetting() -> None:
    """Each visit ends as in the lobby."""


class Door:
    """A door that knows Mary's PIN, and waits as long as a test says."""

    is_offered = True

    def __init__(self) -> None:
        self.waits = 0.0
        self.tries: list[bytes] = []
        self.problem = ""

    def wait(self) -> float:
        """As long as was said."""
        return self.waits

    def try_pin(self, pin: bytearray) -> Tried:
        """Compare, and wipe."""
        self.tries.append(bytes(pin))
        is_right = bytes(pin) == PIN.encode()
        pin.clear()
        if self.problem:
            raise NotSaved("As the command line says it.").coded(self.problem)
        self.waits = 0.0 if is_right else 4.0
        return Tried(MARY if is_right else None)


def app_with(door: Door, steady: Clock | None = None, language: str = "en") -> KioskApp:
    """The kiosk with that door."""
    app = kiosk_app(steady=steady, language=language)
    app.door = door
    return app


async def settled(app: KioskApp, pilot: Pilot[None]) -> None:
    """Until a PIN is compared and what it came to is shown."""
    await app.workers.wait_for_complete([worker for worker in app.workers if worker.group == "sign-in"])
    await pilot.pause()


def is_signing(app: KioskApp) -> bool:
    """Whether the digits are shown."""
    return isinstance(app.screen, SignInScreen)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("form", FORMS)
async def test_a_long_press_on_the_corner_of_any_page_leads_to_the_digits(place: str, form: str) -> None:
    steady = Clock()
    app = app_with(Door(), steady)
    async with app.run_test(size=FORMS[form]) as pilot:
        for go in PLACES[place]:
            app.visit.follow(go)
        await app.present()
        await pilot.pause()
        person = Person(pilot, "touch")
        await person.down(2, 0)
        steady.seconds += 2.0
        await person.up(3, 0)
        await pilot.pause()
        assert is_signing(app)
        assert app.visit.route == Route("attract")
        assert app.visit.session.my_list == []
        assert app.visit.session.typed == ""


@pytest.mark.parametrize(
    ("down", "up", "seconds"),
    [((2, 0), (2, 0), 1.9), ((2, 0), (30, 0), 3.0), ((30, 0), (2, 0), 3.0), ((2, 10), (2, 10), 3.0)],
)
async def test_a_tap_a_drag_or_a_press_elsewhere_does_not(
    down: tuple[int, int], up: tuple[int, int], seconds: float
) -> None:
    steady = Clock()
    app = app_with(Door(), steady)
    async with app.run_test(size=LOBBY) as pilot:
        person = Person(pilot, "touch")
        await person.down(*down)
        steady.seconds += seconds
        await person.up(*up)
        await pilot.pause()
        assert not is_signing(app)


async def test_a_finger_that_leaves_the_corner_and_comes_back_does_not() -> None:
    steady = Clock()
    app = app_with(Door(), steady)
    async with app.run_test(size=LOBBY) as pilot:
        person = Person(pilot, "touch")
        await person.down(2, 0)
        app.post_message(events.MouseMove(None, 50, 5, 48, 5, 1, False, False, False, screen_x=50, screen_y=5))
        steady.seconds += 3.0
        await person.up(2, 0)
        await pilot.pause()
        assert not is_signing(app)


async def test_without_any_pin_the_corner_and_the_chord_do_nothing() -> None:
    door = Door()
    door.is_offered = False
    steady = Clock()
    for app in (app_with(door, steady), kiosk_app(steady=steady)):
        async with app.run_test(size=LOBBY) as pilot:
            await pilot.press("1")
            route = app.visit.route
            person = Person(pilot, "touch")
            await person.down(2, 0)
            steady.seconds += 3.0
            await person.up(2, 0)
            await pilot.press("ctrl+d")
            await pilot.pause()
            assert not is_signing(app)
            assert app.visit.route == route


async def test_a_terminal_too_small_has_no_room_for_digits() -> None:
    app = app_with(Door())
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("ctrl+d")
        await pilot.pause()
        assert not is_signing(app)


@pytest.mark.parametrize("size", [LOBBY, SMALL])
async def test_the_right_pin_ends_the_app_with_a_wish(size: tuple[int, int]) -> None:
    door = Door()
    app = app_with(door)
    async with app.run_test(size=size) as pilot:
        await pilot.press("ctrl+d", *TYPED, "enter")
        await settled(app, pilot)
        assert app.wish == MARY
        assert app.is_handed_over
        assert door.tries == [PIN.encode()]


async def test_big_digits_do_the_same_as_the_keyboard() -> None:
    door = Door()
    app = app_with(door)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("ctrl+d")
        await pilot.pause()
        person = Person(pilot, "touch")
        pads = {pad.types: pad for pad in app.screen.query(PadKey)}
        assert set(pads) == {*"0123456789", "clear", "enter"}
        for each in ("9", "9", "clear", *TYPED, "enter"):
            await person.tap(pads[each], drift=2)
        await settled(app, pilot)
        assert door.tries == [PIN.encode()]
        assert app.wish == MARY


@pytest.mark.parametrize("size", [LOBBY, SMALL])
async def test_the_pin_never_stands_on_the_screen_nor_anywhere_after(size: tuple[int, int]) -> None:
    door = Door()
    door.problem = "disk-full"
    app = app_with(door)
    async with app.run_test(size=size) as pilot:
        await pilot.press("ctrl+d", *TYPED)
        await pilot.pause()
        text = "\n".join(shown(app))
        assert text.count("██") == 6
        assert PIN not in text
        screen = app.screen
        assert isinstance(screen, SignInScreen)
        await pilot.press("enter")
        await settled(app, pilot)
        assert screen._digits == b""
        door.tries.clear()
        await pilot.press("escape")
        await pilot.pause()
        gc.collect()
        held = [each for each in gc.get_objects() if isinstance(each, bytearray | list | dict) and _holds(each)]
        assert held == []


def _holds(value: bytearray | list[object] | dict[object, object]) -> bool:
    """Whether the PIN lies in a container of anybody's but this module's own."""
    if value is globals() or value is sys.modules:
        return False
    if isinstance(value, bytearray):
        return PIN.encode() in value
    parts = [*value, *value.values()] if isinstance(value, dict) else value
    return any(type(each) in (str, bytes) and each in (PIN, PIN.encode()) for each in parts)


async def test_a_wrong_pin_is_said_with_the_seconds_to_wait() -> None:
    door = Door()
    app = app_with(door)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("ctrl+d", *"730264", "enter")
        await settled(app, pilot)
        assert "That PIN was not right. Wait 4 seconds." in "\n".join(shown(app))
        await pilot.press(*TYPED, "enter")  # too early: it is not tried, and not kept
        await pilot.pause()
        assert len(door.tries) == 1
        assert "██" not in "\n".join(shown(app)).replace("███", "")
        door.waits = 0.0
        await app.tick()
        await pilot.pause()
        assert "That PIN was not right. Type it again." in "\n".join(shown(app))
        await pilot.press(*TYPED, "enter")
        await settled(app, pilot)
        assert app.wish == MARY


@pytest.mark.parametrize(
    ("wait", "words"), [(3.2, "4 seconds"), (0.2, "1 second."), (11.0, "15 seconds"), (300.0, "300 seconds")]
)
async def test_a_wait_counts_down_in_steps(wait: float, words: str) -> None:
    door = Door()
    door.waits = wait
    app = app_with(door)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+d")
        await pilot.pause()
        assert f"Wait {words}" in "\n".join(shown(app))


@pytest.mark.parametrize(
    ("language", "code", "said"),
    [
        ("en", "no-right", "This account may not change"),
        ("es", "no-right", "Esta cuenta no puede cambiar"),
        ("es", "people-not-read", "La lista de personas no se puede"),
        ("es", "a-code-without-words", "La clave no se"),
    ],
)
async def test_where_no_pin_can_be_noted_none_is_tried_and_it_says_why(language: str, code: str, said: str) -> None:
    door = Door()
    door.problem = code
    app = app_with(door, language=language)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("ctrl+d", *TYPED, "enter")
        await settled(app, pilot)
        assert app.wish is None
        text = "\n".join(shown(app))
        assert said in text
        assert "command line" not in text


@pytest.mark.parametrize(("key", "page"), [("escape", "attract"), ("f2", "home"), ("f1", "help-now"), ("f9", "board")])
@pytest.mark.parametrize("waits", [0.0, 300.0])
async def test_back_home_and_help_work_throughout(key: str, page: str, waits: float) -> None:
    door = Door()
    door.waits = waits
    app = app_with(door)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("ctrl+d", *"4829", key)
        await pilot.pause()
        assert not is_signing(app)
        assert app.visit.route.page == page
        await pilot.press("ctrl+d")
        await pilot.pause()
        assert is_signing(app)
        assert "██" not in "\n".join(shown(app)).replace("███", "")  # nothing of what was typed before


@pytest.mark.parametrize("go", [Act("back"), Act("home"), Route("help-now")])
async def test_so_do_the_buttons_below(go: Act | Route) -> None:
    app = app_with(Door())
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("ctrl+d")
        await pilot.pause()
        person = Person(pilot, "touch")
        bar = [touch for touch in app.screen.query("BarButton").results() if touch.choice.go == go]  # type: ignore[attr-defined]
        await person.tap(bar[0])
        await pilot.pause()
        assert not is_signing(app)


async def test_whoever_left_while_a_pin_was_compared_is_not_brought_to_the_desk() -> None:
    app = app_with(Door())
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("ctrl+d", *TYPED)
        signing = app.signing
        assert signing is not None
        app.leave_sign_in()
        await app._try(signing, Door(), bytearray(PIN.encode()))
        await pilot.pause()
        assert app.wish is None
        assert app.is_running


async def test_unused_it_goes_back_to_families() -> None:
    steady = Clock()
    app = app_with(Door(), steady)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("ctrl+d", "4")
        idle = app.visit.center.settings.idle_staff
        steady.seconds += idle - 1
        await app.tick()
        await pilot.pause()
        assert is_signing(app)
        await pilot.press("8")
        steady.seconds += idle - 1
        await app.tick()
        assert is_signing(app)
        steady.seconds += 2
        await app.tick()
        await pilot.pause()
        assert not is_signing(app)
        assert app.visit.route == Route("attract")


async def test_letters_and_too_many_digits_are_let_go() -> None:
    door = Door()
    app = app_with(door)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+d", "a", "space", *"1234567890123456", "backspace", "backspace", "enter")
        await settled(app, pilot)
        assert door.tries == [b"1234567890"]


async def test_another_size_keeps_what_was_typed() -> None:
    door = Door()
    app = app_with(door)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("ctrl+d", *PIN[:3])
        await pilot.resize_terminal(*SMALL)
        await pilot.pause()
        await pilot.press(*PIN[3:], "enter")
        await settled(app, pilot)
        assert door.tries == [PIN.encode()]


async def test_it_speaks_the_schools_first_language() -> None:
    here = center()
    spanish_first = under(replace(here.settings, languages=("es", "en")), here)
    app = kiosk_app(of=spanish_first, language="es")
    app.door = Door()
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("ctrl+d")
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "Escriba su clave." in text
        assert "Nadie queda fuera." in text
