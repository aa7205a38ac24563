"""Nothing of a visitor stays: not on the screen, not in memory, not in the data directory, not behind a key."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from weakref import ref

import pytest
from textual.screen import Screen
from textual.widget import Widget

from kiosk.pages.route import Act, Go, Route
from tests.properties import first
from tests.tui.host import LOBBY, SMALL, Person, kiosk_app, shown

TYPED = "zxqvmotel"
"""A word that no content has."""
VISIT: tuple[Go, ...] = (
    Act("start", "es"), Act("text-size"), Route("search"), *(Act("type", char) for char in TYPED),
    Route("results", detail="search"), Route("listing", "food-shelf"), Act("list-add", "food-shelf"),
    Act("grade", "3"), Route("walk"), Act("answer", "who", "child"), Act("home"),
    Route("results", "housing", "need"), Act("toggle", "free"),
)  # fmt: skip


@pytest.fixture(autouse=True)
def _forgetting() -> None:
    """Each visit ends as in the lobby."""


def held(words: str) -> Iterator[object]:
    """Every container in memory that holds a string with these words, but for the source code of this test."""
    for each in gc.get_objects():
        if isinstance(each, dict | list | tuple | set):
            found = [item for item in _items(each) if isinstance(item, str) and words in item]
            if found and not any("TYPED =" in item or item == TYPED for item in found):
                yield each


def _items(container: object) -> list[object]:
    if isinstance(container, dict):
        return [*container.keys(), *container.values()]
    return list(container) if isinstance(container, list | tuple | set) else []


@pytest.mark.parametrize("end", first(["Esc three times", "done", "hide", "idle"]))
async def test_nothing_is_left_of_a_visit(end: str, tmp_path: Path) -> None:
    app = kiosk_app()
    before = sorted(tmp_path.rglob("*"))
    async with app.run_test(size=LOBBY) as pilot:
        for go in VISIT:
            await app.follow(go)
        await pilot.pause()
        if end == "Esc three times":
            await pilot.press("escape", "escape", "escape")
        elif end == "idle":
            await app.follow(Route("attract"))
        else:
            await app.follow(Act("hide" if end == "hide" else "done"))
        await pilot.pause()
        session = app.visit.session
        assert (session.language, session.large, session.typed, session.grade) == ("en", False, "", "")
        assert (session.answers, session.toggles, session.my_list, session.extended) == ({}, set(), [], False)
        assert app.clipboard == ""
        assert app.screen_stack == [app.screen]
        await pilot.press("escape")
        await pilot.pause()
        assert not app.visit.is_under_way or app.visit.route == Route("home")
        assert list(held(TYPED)) == []
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("size", first([LOBBY, SMALL]))
async def test_there_is_no_way_back_to_what_was_hidden(size: tuple[int, int]) -> None:
    app = kiosk_app()
    async with app.run_test(size=size) as pilot:
        for go in (Act("start"), Route("results", "housing", "need")):
            await app.follow(go)
        await pilot.press("f9")
        await pilot.pause()
        assert app.visit.route == Route("board")
        for key in ("escape", "backspace", "left", "f2", "tab", "enter"):
            await pilot.press(key)
            await pilot.pause()
            assert "housing" not in str(app.visit.route)
        assert not any("A place to live" in row and "places" in row for row in shown(app))


@pytest.mark.slow
async def test_dead_screens_are_let_go() -> None:
    app = kiosk_app()
    async with app.run_test(size=LOBBY) as pilot:
        await app.follow(Act("start"))
        for _ in range(5):
            await app.follow(Route("needs", "basic"))
            await app.follow(Route("results", "food", "need"))
            await app.follow(Act("home"))
        await pilot.pause()
        gc.collect()
        alive = [each for each in gc.get_objects() if isinstance(each, Screen)]
        assert len(alive) <= 4, alive
        assert len([each for each in gc.get_objects() if isinstance(each, Widget)]) < 150


async def test_what_a_part_drew_goes_with_it() -> None:
    app = kiosk_app()
    async with app.run_test(size=LOBBY) as pilot:
        await app.follow(Act("start"))
        await app.follow(Route("listing", "food-shelf"))
        await pilot.pause()
        drawn = [ref(each._styles_cache) for each in app.screen.query(Widget)]
        assert len(drawn) > 20
        await app.follow(Route("today"))
        await pilot.pause()
        gc.collect()
        assert not [each for each in drawn if each() is not None]


async def test_a_tap_that_drifts_inside_a_tile_still_counts() -> None:
    app = kiosk_app()
    async with app.run_test(size=LOBBY) as pilot:
        person = Person(pilot, "touch")
        await person.choose(Act("start", "en"))
        await person.tap(person.part(Route("needs", "basic")), drift=9)
        assert app.visit.route == Route("needs", "basic")


async def test_a_tap_that_leaves_a_tile_does_nothing() -> None:
    app = kiosk_app()
    async with app.run_test(size=LOBBY) as pilot:
        person = Person(pilot, "touch")
        await person.choose(Act("start", "en"))
        await person.tap(person.part(Route("needs", "basic")), drift=40)
        assert app.visit.route == Route("home")
        assert not app.screen.query(".-pressed")
