"""Somebody else's change on a family's screen: it comes by itself, and what is gone says so."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from kiosk.domain.kept import Edit
from kiosk.pages.reader import Size
from kiosk.pages.route import Act, Route
from kiosk.pages.visit import Visit
from kiosk.tui.app import TICK, KioskApp
from kiosk.tui.art import Art
from kiosk.wiring import Kiosk
from tests.properties import first
from tests.tui.host import FORMS, Clock, Person, shown
from tests.tui.staff.host import desk_kiosk


def _app(directory: Path) -> KioskApp:
    """The family side of a directory that others write to."""
    kiosk = desk_kiosk(directory)
    content = kiosk.content
    art = Art(content.pictograms, content.letters, content.digits)
    visit = Visit(kiosk.center, kiosk.clock, Size(), "en")
    return KioskApp(visit, art, changed=kiosk.changed, steady=Clock())


async def _looks(app: KioskApp, pilot: Pilot[None]) -> str:
    """What the screen says after one look at the files."""
    await app.tick()
    await app.workers.wait_for_complete()
    await pilot.pause()
    return "\n".join(shown(app))


def _set(kiosk: Kiosk, id: str, **changes: object) -> None:
    kept = kiosk.store.get(id)
    kiosk.store.batch([Edit(id, kept.rev, kiosk.store.document(kept) | changes)], "mary")


def test_it_looks_four_times_a_second() -> None:
    """Somebody else's change is there within a second, the reading and the painting included."""
    assert TICK <= 0.25


@pytest.mark.parametrize("size", first(FORMS.values()), ids=FORMS)
async def test_a_listing_on_screen_follows_a_change(tmp_path: Path, size: tuple[int, int]) -> None:
    app = _app(tmp_path)
    elsewhere = desk_kiosk(tmp_path)
    async with app.run_test(size=size) as pilot:
        await app.follow(Act("start"))
        await app.follow(Route("listing", "food-shelf"))
        before = await _looks(app, pilot)
        assert "Pop-up pantry" not in before
        screen = app.screen
        _set(elsewhere, "food-shelf", name={"en": "Pop-up pantry", "es": "Despensa"})
        assert "Pop-up pantry" in await _looks(app, pilot)
        assert app.screen is screen  # in place: nothing was pulled away


@pytest.mark.parametrize("size", first(FORMS.values()), ids=FORMS)
async def test_a_listing_that_is_taken_away_says_so_and_leads_to_a_person(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = _app(tmp_path)
    elsewhere = desk_kiosk(tmp_path)
    async with app.run_test(size=size) as pilot:
        await app.follow(Act("start"))
        await app.follow(Route("listing", "food-shelf"))
        await _looks(app, pilot)
        elsewhere.store.delete("food-shelf", "", "mary")
        said = await _looks(app, pilot)
        assert "This is not here any more." in said
        await Person(pilot, "touch").choose(Route("person-now"))
        assert app.visit.route.page == "person-now"


async def test_what_is_gone_is_pulled_from_under_no_finger(tmp_path: Path) -> None:
    app = _app(tmp_path)
    elsewhere = desk_kiosk(tmp_path)
    async with app.run_test(size=FORMS["lobby"]) as pilot:
        await app.follow(Act("start"))
        await app.follow(Route("listing", "food-shelf"))
        await _looks(app, pilot)
        person = Person(pilot, "touch")
        part = person.part(Act("home"))
        await person.down(*part.region.center)
        elsewhere.store.delete("food-shelf", "", "mary")
        assert "This is not here any more." not in await _looks(app, pilot)
        assert part.is_attached
        await person.up(*part.region.center)
        assert app.visit.route.page == "home"


async def test_what_changed_is_shown_before_the_rest_is_read_ahead(tmp_path: Path) -> None:
    """In a very large directory the rest takes seconds."""
    app = _app(tmp_path)
    elsewhere = desk_kiosk(tmp_path)
    goes_on = Event()
    async with app.run_test(size=FORMS["lobby"]) as pilot:
        await app.workers.wait_for_complete()
        await app.follow(Act("start"))
        await app.follow(Route("listing", "food-shelf"))
        app._warm = (lambda: _waits_for(goes_on),)
        _set(elsewhere, "food-shelf", name={"en": "Pop-up pantry", "es": "Despensa"})
        await app.tick()
        while "Pop-up pantry" not in "\n".join(shown(app)):
            await pilot.pause()
        assert app._reader is not None
        assert app._reader.is_running
        goes_on.set()
        await app.workers.wait_for_complete()


def _waits_for(event: Event) -> None:
    assert event.wait(60)
