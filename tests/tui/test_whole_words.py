"""What stands on a button is whole, in both languages and both sizes: no word is broken, cut or pushed out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from kiosk.pages.route import Act, Go
from kiosk.tui.app import KioskApp
from kiosk.tui.public.base import PageScreen
from kiosk.tui.public.center import PartCard
from kiosk.tui.public.supports import SupportButton
from kiosk.tui.widgets.button import Button, Toggle
from kiosk.tui.widgets.card import AnswerCard, RoleCard
from kiosk.tui.widgets.leaf import Touch
from kiosk.tui.widgets.rail import Turn
from tests.pages.center import center, under
from tests.tui.everywhere import PLACES
from tests.tui.host import FORMS, kiosk_app, page_screen, shown

KINDS = (Button, Toggle, SupportButton, PartCard, AnswerCard, Turn)
"""Those that say their whole label, in one form or the other; rows of lists shorten a name by whole words."""
LANGUAGES = ("en", "es")
NO_TITLE = {"attract", "dark", "done"}
"""Their band names the school, or they have none."""


def words_on(rows: list[str], part: Touch) -> str:
    """The words that stand within a part of the screen."""
    region = part.region
    return " ".join(" ".join(row[region.x : region.right] for row in rows[region.y : region.bottom]).split())


def broken(screen: PageScreen, rows: list[str]) -> list[tuple[str, str]]:  # type: ignore[type-arg]  # whatever its page is
    """The parts that do not say all the words of a form of theirs, with what they say instead."""
    found = []
    for part in (part for part in screen.query(Touch) if isinstance(part, KINDS) and part.region.height):
        choice, said = part.choice, words_on(rows, part)
        forms = [form for form in (choice.label, choice.short) if form]
        if getattr(part, "letters", None) and choice.note:
            forms = [choice.note]  # its label is drawn in big letters
        if not any(set(form.split()) <= set(said.split()) for form in forms):
            found.append((forms[0], said))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
async def test_no_button_breaks_or_cuts_a_word(form: str, language: str) -> None:
    """Nor is a title cut at 80 columns, where it stands in the band."""
    app = kiosk_app(language=language)
    async with app.run_test(size=FORMS[form]) as pilot:
        for name, steps in PLACES.items():
            await _walk(app, steps, language)
            await pilot.pause()
            screen, rows = page_screen(app), shown(app)
            assert broken(screen, rows) == [], name
            if form == "small" and name not in NO_TITLE:
                assert screen.band_title in rows[0], (name, rows[0])


async def _walk(app: KioskApp, steps: Sequence[Go], language: str) -> None:
    """Goes there, and draws the last page only."""
    spoken = [Act("start", language) if go == Act("start") else go for go in steps]
    for go in spoken[:-1]:
        app.visit.follow(go)
    for go in spoken[-1:]:
        await app.follow(go)


async def test_a_list_of_ones_own_says_until_when_at_80_columns() -> None:
    app = kiosk_app(language="es")
    async with app.run_test(size=FORMS["small"]) as pilot:
        await _walk(app, PLACES["my-list"], "es")
        await pilot.pause()
        rows = "\n".join(shown(app))
        assert rows.count("hasta 4:00 p. m.") == 2
        assert rows.count("Quitar") == 2


async def test_a_row_of_search_keeps_its_place_apart_from_its_hours() -> None:
    app = kiosk_app(language="es")
    async with app.run_test(size=FORMS["small"]) as pilot:
        await _walk(app, PLACES["search"], "es")
        await pilot.pause()
        rows = "\n".join(shown(app))
        assert "p. m.S" not in rows
        assert "Salón 104 " in rows and "Salón 104," not in rows


async def test_a_role_longer_than_its_card_takes_two_lines() -> None:
    settings = center().settings
    long = {"en": "Nurse of the whole school", "es": "Enfermera de toda la escuela"}
    staff = tuple(replace(each, role=long) for each in settings.staff)
    changed = replace(settings, staff=staff)
    app = kiosk_app(of=under(changed))
    async with app.run_test(size=FORMS["small"]) as pilot:
        await _walk(app, PLACES["person-now"], "en")
        await pilot.pause()
        cards = [card for card in app.screen.query(RoleCard) if card.region.height]
        assert cards
        for card in cards:
            assert words_on(shown(app), card).startswith("Nurse of the whole school")
