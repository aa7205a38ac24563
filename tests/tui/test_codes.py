"""Every code on a screen is read back by an independent reader, from the cells as they are drawn, in every theme."""

from __future__ import annotations

import pytest

from kiosk.domain.qr import QUIET
from kiosk.pages.code import CodePage
from kiosk.pages.listing import ListingPage
from kiosk.pages.route import Act, Route
from tests.pages.center import center
from tests.properties import first
from tests.tui.everywhere import PLACES
from tests.tui.host import FORMS, code_shown, decoded, kiosk_app, page_screen
from tests.tui.raster import cells_of

TERMINALS = {
    "day": ({}, "day"),
    "16 colours": ({"COLORTERM": "", "TERM": "xterm"}, "day"),
    "no colour": ({"NO_COLOR": "1"}, "day"),
    "night": ({}, "night"),
    "256 colours by day": ({"COLORTERM": ""}, "day"),
    "256 colours by night": ({"COLORTERM": ""}, "night"),
}
WITH_CODES = ("listing", "code", "call-code", "my-list")


@pytest.mark.parametrize("form", ["lobby", pytest.param("small", marks=pytest.mark.slow)])
@pytest.mark.parametrize("terminal", first(TERMINALS, quick=4))
@pytest.mark.parametrize(
    "place", ["listing", *(pytest.param(place, marks=pytest.mark.slow) for place in WITH_CODES[1:])]
)
async def test_codes_are_read_in_every_theme(
    place: str, terminal: str, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment, theme = TERMINALS[terminal]
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    app = kiosk_app(theme=theme)
    async with app.run_test(size=FORMS[form]) as pilot:
        for go in PLACES[place]:
            await app.follow(go)
        await pilot.pause()
        code = code_shown(app)
        assert code.matrix is not None
        assert decoded(app) == [code.code.payload]


@pytest.mark.parametrize("terminal", ["day", "no colour"])
async def test_four_light_modules_stand_round_a_code(terminal: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in TERMINALS[terminal][0].items():
        monkeypatch.setenv(name, value)
    app = kiosk_app()
    async with app.run_test(size=FORMS["lobby"]) as pilot:
        for go in PLACES["listing"]:
            await app.follow(go)
        await pilot.pause()
        widget = code_shown(app)
        assert widget.matrix is not None
        modules = widget.matrix.size + 2 * QUIET
        left = widget.region.x + (widget.region.width - modules) // 2
        rows = cells_of(app)[widget.region.y : widget.region.y + (modules + 1) // 2]
        grid = [row[left : left + modules] for row in rows]
        light = grid[0][0][1] if grid[0][0][0] == "█" else grid[0][0][2]
        for y, row in enumerate(grid):
            for x, (glyph, ink, ground, _) in enumerate(row):
                upper, lower = (ink if glyph in "█▀" else ground), (ink if glyph in "█▄" else ground)
                for half, colour in enumerate((upper, lower)):
                    outside = min(x, modules - 1 - x) < QUIET or not QUIET <= 2 * y + half < modules - QUIET
                    assert not outside or colour == light


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
async def test_every_code_of_the_sample_is_drawn_whole_and_read(form: str) -> None:
    app = kiosk_app()
    drawn = 0
    async with app.run_test(size=FORMS[form]) as pilot:
        await app.follow(Act("start"))
        for kept in center().directory.all():
            await app.follow(Route("listing", kept.id))
            await pilot.pause()
            page = page_screen(app).page
            assert isinstance(page, ListingPage)
            for choice in page.codes or ():
                await app.follow(choice.go)
                await pilot.pause()
                shown = app.screen.query("QrCode")
                if not shown or code_shown(app).matrix is None:
                    code_page = page_screen(app).page
                    told = isinstance(code_page, CodePage) and code_page.too_big
                    bigger = isinstance(code_page, ListingPage) and code_page.bigger
                    assert told or bigger, f"{kept.id}: no code, and nobody says so"
                    continue
                assert decoded(app) == [code_shown(app).code.payload], f"{kept.id} {choice.label}"
                drawn += 1
    assert drawn > 150
