"""What is read ahead is shown once it is known, but never under a finger."""

from __future__ import annotations

from kiosk.pages.route import Act, Route
from tests.tui.host import LOBBY, Person, kiosk_app


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
