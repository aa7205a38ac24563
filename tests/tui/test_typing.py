"""A real keyboard at the search: every key types, spaces too, whatever answers come up meanwhile."""

from __future__ import annotations

import pytest

from kiosk.pages.route import Act, Route
from tests.tui.host import FORMS, kiosk_app


@pytest.mark.parametrize("form", FORMS)
async def test_a_space_between_two_words_is_typed(form: str) -> None:
    app = kiosk_app()
    async with app.run_test(size=FORMS[form]) as pilot:
        await app.follow(Act("start", "en"))
        await app.follow(Route("search"))
        await pilot.pause()
        for key in ("f", "o", "o", "d", "space", "f", "o", "r"):
            await pilot.press(key)
            await pilot.pause()
        assert app.visit.route.page == "search"
        assert app.visit.session.typed == "food for"
