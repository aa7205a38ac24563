"""From the door to a code, as a family walks: by touch only and by keys only, at both sizes, in both languages."""

from __future__ import annotations

from itertools import product
from typing import Literal

import pytest

from kiosk.domain.needs import Support
from kiosk.pages.route import Act, Go, Route
from tests.pages.center import center
from tests.properties import first
from tests.tui.host import FORMS, Person, code_shown, decoded, kiosk_app, page_screen, shown

HANDS: tuple[Literal["touch", "keys"], ...] = ("touch", "keys")
FIRST = {("lobby", "en", "touch"), ("small", "es", "keys")}
"""The ways that `make test` walks: each size, language and hand once. CI walks all eight."""
WAYS = [
    pytest.param(*way, marks=() if way in FIRST else pytest.mark.slow) for way in product(FORMS, ("en", "es"), HANDS)
]
JOURNEYS: dict[str, tuple[list[Go], str, str]] = {
    # journey: what is chosen after the language; the kind of code it ends on; what the code says
    "food today": ([Route("needs", "basic"), Route("results", "food", "need"), Route("listing", "food-shelf")],
                   "sign-up", "https://example.org/food"),
    "a club for grade 3": ([Route("needs", "after-school"), Route("results", "clubs", "need"), Route("grade"),
                            Act("grade", "3"), Route("listing", "art-and-chess")], "sign-up", "https://example.org/chess"),
    "the clinic's form": ([Route("needs", "clinic"), Route("results", "check-ups", "need"), Route("listing", "clinic")],
                          "sign-up", "https://example.org/clinic"),
}  # fmt: skip


@pytest.mark.parametrize(("form", "language", "hand"), WAYS)
@pytest.mark.parametrize("journey", JOURNEYS)
async def test_a_family_leaves_with_a_code(
    journey: str, form: str, language: str, hand: Literal["touch", "keys"]
) -> None:
    steps, kind, payload = JOURNEYS[journey]
    app = kiosk_app()
    async with app.run_test(size=FORMS[form]) as pilot:
        person = Person(pilot, hand)
        await person.choose(Act("start", language))
        for step in steps:
            await person.choose(step)
        assert app.visit.session.language == language
        code = code_shown(app).code
        assert (code.kind, code.payload) == (kind, payload)
        assert decoded(app) == [payload]


@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize("form", first(FORMS))
async def test_counseling_is_asked_for_without_saying_why(form: str, hand: Literal["touch", "keys"]) -> None:
    app = kiosk_app()
    async with app.run_test(size=FORMS[form]) as pilot:
        person = Person(pilot, hand)
        steps = (Act("start", "en"), Route("needs", "talk"), Route("results", "individual", "need"))
        for step in steps:
            await person.choose(step)
        private = next(kept for kept in center().directory.by_need("individual") if kept.listing.sensitive)
        await person.choose(Route("listing", private.id))
        name = page_screen(app).page.title
        assert name not in page_screen(app).band_title
        await person.choose(Route("quiet", private.id))
        assert app.visit.route.page == "quiet"
        assert name not in "\n".join(shown(app))


def supports() -> tuple[Support, ...]:
    """The fifteen."""
    return tuple(center().content.supports)


@pytest.mark.slow
@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize(("form", "language"), [("lobby", "en"), ("small", "es")])
async def test_each_support_is_two_touches_from_home_and_leads_to_a_listing(
    form: str, language: str, hand: Literal["touch", "keys"]
) -> None:
    app = kiosk_app()
    async with app.run_test(size=FORMS[form]) as pilot:
        person = Person(pilot, hand)
        await person.choose(Act("start", language))
        assert len(supports()) == 15
        for support in supports():
            await person.choose(Route("supports"))
            await person.choose(Route("support", support.id))
            await person.choose(page_screen(app).page.listings.go)
            if app.visit.route.page == "results":
                await person.choose(page_screen(app).page.rows[0].go)
            assert app.visit.route.page == "listing"
            await person.choose(Act("home"))
