"""What is read ahead is shown once it is known, but never under a finger."""

from __future__ import annotations

from textual.geometry import Region

from kiosk.pages.route import Act, Route
from kiosk.tui.app import STYLES
from tests.tui.host import LOBBY, SMALL, Person, kiosk_app


async def test_news_waits_until_the_finger_is_up() -> None:
    app = kiosk_app()
    async with app.run_test(size=LOBBY) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        person = Person(pilot, "touch")
        await person.choose(Act("start", "en"))
        part = person.part(Route("needs", "basic"))
        await person.down(*part.region.center)
        app.read_ahead(show=True)
        await app.workers.wait_for_complete()
        await pilot.pause()
        await app.tick()
        assert part.is_attached
        await person.up(*part.region.center)
        assert app.visit.route == Route("needs", "basic")


async def test_the_rules_for_small_terminals_are_read_once_there_is_one() -> None:
    async def seen(*sizes: tuple[int, int]) -> tuple[bool, list[tuple[str, Region]]]:
        """Whether the lobby did without these rules, and where all things stand in the end."""
        app = kiosk_app()
        async with app.run_test(size=sizes[0]) as pilot:
            await app.workers.wait_for_complete()
            await app.follow(Act("start", "en"))
            await pilot.pause()
            is_without = not app.stylesheet.has_source(str(STYLES / "small.tcss"))
            for size in sizes[1:]:
                await pilot.resize_terminal(*size)
                await pilot.pause()
            return is_without, [(type(each).__name__, each.region) for each in app.screen.query("*")]

    small, grown = await seen(SMALL), await seen(SMALL, LOBBY)
    lobby, shrunk = await seen(LOBBY), await seen(LOBBY, SMALL)
    assert (small[0], lobby[0]) == (False, True)
    assert shrunk[1] == small[1]
    assert grown[1] == lobby[1]
