"""What staff say by one key and a snow day, drawn whole on families' screens in both languages and sizes."""

from __future__ import annotations

import pytest

from kiosk.domain.school_days import put
from kiosk.pages.route import Act, Route
from kiosk.services.center import Center
from kiosk.services.here import Presence
from tests.domain.hours import special
from tests.pages.center import TUESDAY, center, under
from tests.pages.said import desk, say
from tests.properties import first
from tests.tui.host import FORMS, kiosk_app, shown


async def rows(school: Center, language: str, form: str, *steps: Route) -> str:
    """The whole screen after these steps, as one text."""
    app = kiosk_app(of=school, language=language)
    async with app.run_test(size=FORMS[form]) as pilot:
        app.visit.follow(Act("start", language))
        await app.follow(steps[0] if steps else Route("home"))
        await pilot.pause()
        return "\n".join(shown(app))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("language", "notice"),
    [
        ("en", ("SNOW DAY", "School is closed: who has my child?", "Snow day: who has my child?")),
        ("es", ("DÍA DE NIEVE", "Hoy: ¿quién cuida a mi hijo?", "Día de nieve: ¿quién cuida a mi hijo?")),
    ],
)
async def test_a_snow_day_stands_on_home_in_whole_words(form: str, language: str, notice: tuple[str, str, str]) -> None:
    school = under(center().settings)
    calendar = center().calendar
    assert calendar is not None
    snow = put(calendar, special("2026-11-24", "snow-day", reason="Snow day"))
    school.year = lambda: snow
    screen = await rows(school, language, form)
    label, wide, small = notice
    assert (label in screen and wide in screen) or small in screen


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", first(["es", "en"]))
async def test_a_person_now_and_the_shelf_are_drawn_whole(form: str, language: str) -> None:
    school = desk()
    for key in ("parent liaison/104", "school nurse/112"):
        school.here.note(key, Presence(state="here", until="15:30"), "mary", TUESDAY.replace(hour=8))
    say(school, TUESDAY, pantry="low")
    screen = await rows(school, language, form, Route("person-now"))
    assert screen.count("3:30") >= 2
    if language == "es":
        assert "Alguien aquí habla español hasta las 3:30 p. m." in " ".join(screen.split())
    food = await rows(school, language, form, Route("results", "food", "need"))
    assert {"en": "ew left, said today", "es": "ueda poco, dicho hoy"}[language] in food
    page = await rows(school, language, form, Route("listing", "food-shelf"))
    assert {"en": "ew left, said today.", "es": "ueda poco, dicho hoy."}[language] in page
