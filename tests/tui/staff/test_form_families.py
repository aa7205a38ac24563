"""The card beside the form: what families will read, as it is typed, where there is room for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from kiosk.pages.staff.form_families import FamilySide
from kiosk.pages.staff.lines import TextLine, preview_page
from kiosk.tui.staff import form_writing
from kiosk.tui.staff.app import StaffApp
from kiosk.tui.staff.form import FormScreen
from kiosk.tui.staff.form_families import FamilyCard
from kiosk.tui.staff.form_parts import FormFoot, FormRows
from kiosk.tui.staff.hours import HoursScreen
from tests.tui.staff.host import LOBBY, SMALL, is_on, shown, staff_app

pytestmark = pytest.mark.slow

OPEN_118 = ("f", *"118", "enter")
WRONG = "Families see it when what is wrong is mended."
HOSTILE = ("[@click=app.quit]x[/]", "a\u202eb", "\x1b[2J\x1b[31m", "🙂 漢字 كلمة " * 9, "W" * 200, "\n\nthree", "[/")


def _form(app: StaffApp) -> FormScreen:
    assert isinstance(app.screen, FormScreen)
    return app.screen


def _side(app: StaffApp) -> FamilySide:
    side = _form(app).page.families
    assert side is not None
    return side


def _words(app: StaffApp) -> list[str]:
    return [each.words for each in _side(app).lines]


async def _wait_until_read(app: StaffApp, pilot: Pilot[None]) -> None:
    """Turn the loop until the letters have rested."""
    for _ in range(1000):
        if _form(app).standing is None:
            return
        await pilot.pause()
    raise AssertionError("What families will see was not read anew.")


async def test_the_card_says_what_the_preview_says(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press(*OPEN_118)
        await pilot.pause()
        screen = _form(app)
        assert _side(app).lines == preview_page(screen.ask, screen.form).lines
        right = "\n".join(row[72:] for row in shown(app))
        assert "Families will see\n" in right
        assert " OPEN  until 4:00 PM" in right
        assert "Walk in now. Room 112, until 4." in right
        assert "^F shows all" in right
        assert not screen.query_one(FormFoot).display
        assert isinstance(screen.focused, FormRows)
        await pilot.press("ctrl+f")
        await pilot.pause()
        assert "Say or show 118 at the desk." in "\n".join(shown(app))


async def test_where_there_is_no_room_one_line_says_it_and_a_key_shows_all(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*OPEN_118, "1", "enter", *"x")
        await pilot.pause()
        screen = _form(app)
        assert screen.page.families is None
        assert screen.standing is None
        assert not screen.query_one(FamilyCard).display
        assert "Families will see:   OPEN  until 4:00 PM  Walk in now. Room 112, until 4." in "\n".join(shown(app))
        await pilot.press("ctrl+f")
        await pilot.pause()
        assert "School clinicx" in "\n".join(shown(app))


async def test_it_follows_what_is_typed_once_the_letters_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(form_writing, "REST", 100.0)
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press(*OPEN_118, "1", "enter", *" now")
        await pilot.pause()
        assert _form(app).form.doc["name"] == {"en": "School clinic now", "es": "Clínica de la escuela"}
        assert _words(app)[0] == "School clinic"
        monkeypatch.setattr(form_writing, "REST", 0.001)
        await pilot.press("s")
        await _wait_until_read(app, pilot)
        assert _words(app)[0] == "School clinic nows"
        monkeypatch.setattr(form_writing, "REST", 100.0)
        await pilot.press("x", "enter")
        await pilot.pause()
        assert _words(app)[0] == "School clinic nowsx"
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert _words(app)[0] == "School clinic nows"
        assert "School clinic nows" in "\n".join(row[72:] for row in shown(app))


async def test_what_cannot_be_kept_is_not_shown_as_if_it_were(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press(*OPEN_118, "7", "enter", "ctrl+u", *"http", "enter")
        await pilot.pause()
        assert _words(app) == [WRONG]
        text = "\n".join(shown(app))
        assert "Families see it when what is wrong is\n" in "\n".join(row[72:] for row in shown(app))
        assert "^F shows all" not in text
        await pilot.press("up")
        await pilot.pause()
        assert "“http” is no link. Write all of it" in "\n".join(shown(app))
        await pilot.press(*["ctrl+z"] * 5)
        await pilot.pause()
        assert "Walk in now. Room 112, until 4." in _words(app)


async def test_the_drawn_week_has_the_whole_width(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press(*OPEN_118, "5")
        await pilot.pause()
        screen = _form(app)
        assert screen.page.families is None
        assert screen.query_one(FormRows).outer_size.width == 118
        assert "Families will see:   OPEN  until 4:00 PM" in "\n".join(shown(app))
        await pilot.press("5")
        await pilot.pause()
        assert screen.query_one(FormRows).outer_size.width == 70
        assert "Walk in now. Room 112, until 4." in "\n".join(row[72:] for row in shown(app))


async def test_another_size_while_letters_come(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(form_writing, "REST", 100.0)
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press(*OPEN_118, "1", "enter", *" n")
        await pilot.resize_terminal(*SMALL)
        await pilot.press("o")
        await pilot.pause()
        assert not _form(app).query_one(FamilyCard).display
        assert "Families will see:" in "\n".join(shown(app))
        await pilot.resize_terminal(*LOBBY)
        await pilot.press("w", "enter")
        await pilot.pause()
        assert _words(app)[0] == "School clinic now"


async def test_letters_that_rest_behind_another_screen_lose_nothing(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press(*OPEN_118, "1", "enter", *" now")
        await pilot.pause()
        screen = _form(app)
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert is_on(app, HoursScreen)
        screen.catch_up()
        await pilot.press(*"fri", "space", *"8", "minus", *"2", "enter", "escape")
        await pilot.pause()
        assert _form(app) is screen
        assert "School clinic now" in _words(app)
        assert any("Friday, 8:00 AM to 2:00 PM" in words for words in _words(app))


@pytest.mark.parametrize("no_color", [False, True])
async def test_hostile_words_stay_on_the_card(tmp_path: Path, no_color: bool) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press(*OPEN_118, "1")
        await pilot.pause()
        screen = _form(app)
        screen.set_class(no_color, "-no-color")
        before = [row[:72].rstrip() for row in shown(app)]
        side = _side(app)
        state = next(each.state for each in side.lines if each.state is not None)
        bad = [TextLine(words=words) for words in HOSTILE]
        bad += [TextLine(words=words, state=replace(state, words=words, tone="care")) for words in HOSTILE]
        for lines in (bad[:4], bad[4:9], bad[9:]):
            screen.query_one(FamilyCard).update(replace(side, lines=tuple(lines)))
            await pilot.pause()
            after = shown(app)
            assert [row[:72].rstrip() for row in after] == before
            assert not any(sign in "".join(after) for sign in "\x1b\u202e")
            assert isinstance(app.screen, FormScreen)
        assert ("[OPEN]" in "\n".join(after)) == no_color


@pytest.mark.parametrize("size", [LOBBY, SMALL])
@pytest.mark.parametrize("language", ["en", "es"])
async def test_every_line_of_every_section_fits(tmp_path: Path, size: tuple[int, int], language: str) -> None:
    app = staff_app(tmp_path, language=language)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*OPEN_118, "7", "enter", "ctrl+u", *"http", "enter", "7")
        for number in "123456789":
            await pilot.press(number)
            await pilot.pause()
            rows = _form(app).query_one(FormRows)
            width = rows.outer_size.width - rows.styles.padding.width
            for index in range(rows.count):
                (drawn,) = rows.row(index, width, focused=False)
                assert drawn.cell_length <= width, drawn.plain
