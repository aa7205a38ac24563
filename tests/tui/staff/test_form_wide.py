"""The wide form: the fields at the left, the drawn week beside them, and in two lines what families will see."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.tui.plain import cells
from kiosk.tui.staff.app import StaffApp
from kiosk.tui.staff.form import FormScreen
from kiosk.tui.staff.form_families import FamilyCard
from kiosk.tui.staff.form_parts import DayLine, FormFoot, FormRows
from kiosk.tui.staff.form_sheet import FormSheet
from kiosk.tui.staff.form_week import FormWeek
from kiosk.tui.staff.hours import HoursScreen
from kiosk.tui.widgets.text_field import TextField
from tests.tui.staff.host import LOBBY, SMALL, is_on, shown, staff_app

pytestmark = pytest.mark.slow

OPEN_214 = ("f", *"214", "enter")
WRONG = "Families see it when what is wrong is mended."
HOSTILE = ("[@click=app.quit]x[/]", "a\u202eb", "\x1b[2J\x1b[31m", "🙂 漢字 كلمة " * 9, "W" * 200, "\n\nthree", "[/")


def _form(app: StaffApp) -> FormScreen:
    assert isinstance(app.screen, FormScreen)
    return app.screen


def _field(app: StaffApp) -> TextField:
    return app.screen.query_one(".writing", TextField)


async def test_it_stands_as_it_was_drawn(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press(*OPEN_214)
        await pilot.pause()
        rows = shown(app)
        assert rows[4].startswith("   School food shelf  No. 214")
        assert rows[6].startswith("   Name (English)" + " " * 26 + "Hours   ✓ on school days    ✓ short days: as usual")
        assert rows[7].startswith("    School food shelf")
        assert rows[7][45:].startswith("Mon to Fri 8 to 4 on school days")
        assert [rows[row][45:48] for row in range(9, 22, 2)] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        assert rows[8].index(" 8 ") == rows[9].index("8:00") - 2
        assert rows[26].split("  ")[-1].strip() == "Families will see"
        assert rows[27][75:].startswith(" OPEN  until 4:00 PM")
        assert rows[27].endswith("Free · no papers")
        assert rows[28].startswith("   Code fits: 33 x 17 cells.")
        assert rows[28].endswith("Walk in now. Room 104, until 4.")
        assert not app.screen.query(FormFoot)


async def test_a_field_is_written_where_it_stands_and_families_see_each_letter(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press(*OPEN_214, "enter", *" now")
        await pilot.pause()
        assert _form(app).form.doc["name"] == {"en": "School food shelf now", "es": "Despensa de la escuela"}
        assert (_field(app).region.x, _field(app).region.y, _field(app).region.width) == (3, 7, 36)
        assert "School food shelf now" in shown(app)[27][43:]
        assert "Families still see what was saved last." in shown(app)[4]
        await pilot.press("enter", "down", "down", "down", "enter", *", left")
        await pilot.pause()
        assert _field(app).region.x == 16
        rows = [row[16:38].split("  ")[0].strip() for row in shown(app)]
        assert rows[rows.index("door on the left.,") + 1] == "left", "a text longer than its line is read below it"
        await pilot.press("escape")
        await pilot.pause()
        assert not _field(app).display
        assert isinstance(app.screen.focused, FormSheet)


async def test_a_number_opens_a_section_and_once_more_the_fields_that_change_most_are_back(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press(*OPEN_214, "3")
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "3 ▼ Who, cost, papers" in text
        assert "Grades, with commas" in text
        assert "Mon to Fri 8 to 4" in text
        for _ in range(14):
            await pilot.press("down")
        await pilot.pause()
        assert "4 ► Where" in "\n".join(shown(app)), "the column follows the keys"
        await pilot.press("3")
        await pilot.pause()
        assert "Papers they ask " in "\n".join(shown(app))
        await pilot.press("end")
        await pilot.pause()
        assert "9 ► Notice and closings" in "\n".join(shown(app))
        await pilot.press("pageup", "pageup", "pageup")
        await pilot.pause()
        assert "Name (English)" in shown(app)[6]


async def test_tab_goes_to_the_week_and_its_ends_lead_back(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press(*OPEN_214, "tab", *["down"] * 4, *["left"] * 8)
        await pilot.pause()
        assert "Friday 8 to 2" in shown(app)[7]
        assert "Shift ← → start" in shown(app)[24]
        await pilot.press(*["down"] * 3)
        await pilot.pause()
        assert isinstance(app.screen.focused, FormSheet)
        await pilot.press("5", "up")
        await pilot.pause()
        rows = _form(app).query_one(FormRows)
        assert rows.has_focus
        assert rows.flat[rows.cursor] == next(each for each in _form(app).page.sections if each.id == "hours")


async def test_another_size_keeps_the_day_and_the_line(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press(*OPEN_214, "5", "down", "down")
        await pilot.pause()
        await pilot.resize_terminal(*SMALL)
        await pilot.pause()
        rows = _form(app).query_one(FormRows)
        assert rows.flat[rows.cursor] == DayLine(2)
        await pilot.resize_terminal(*LOBBY)
        await pilot.pause()
        assert app.screen.query_one(FormWeek).has_focus
        assert app.screen.query_one(FormWeek).day == 2
        await pilot.press("1", "enter", *" n")
        await pilot.resize_terminal(*SMALL)
        await pilot.press("o")
        await pilot.resize_terminal(*LOBBY)
        await pilot.press("w", "enter")
        await pilot.pause()
        assert "School food shelf now" in shown(app)[27][43:]


async def test_where_there_is_no_room_one_line_says_it_and_a_key_shows_all(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*OPEN_214, "1", "enter", *"x")
        await pilot.pause()
        assert not app.screen.query(FamilyCard)
        assert "Families will see:   OPEN  until 4:00 PM  Walk in now. Room 104, until 4." in "\n".join(shown(app))
        await pilot.press("ctrl+f")
        await pilot.pause()
        assert "School food shelfx" in "\n".join(shown(app))


async def test_what_cannot_be_kept_is_not_shown_as_if_it_were(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press(*OPEN_214, "up", "end", "7", "enter", "ctrl+u", *"http", "enter")
        await pilot.pause()
        assert WRONG in shown(app)[28]
        assert "OPEN" not in shown(app)[27]
        assert "“http” is no link." in "\n".join(shown(app))
        await pilot.press(*["ctrl+z"] * 5)
        await pilot.pause()
        assert "Walk in now. Room 104, until 4." in shown(app)[28]


async def test_a_tap_chooses_a_field_a_day_and_writes(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press(*OPEN_214)
        await pilot.click(offset=(24, 24))
        await pilot.click(offset=(24, 24))
        await pilot.pause()
        writing = _form(app).writing
        assert writing is not None
        assert writing.field.path == "papers.asks"
        await pilot.press("escape")
        await pilot.click(offset=(60, 15))
        await pilot.press("left")
        await pilot.pause()
        assert "Thursday 8 to 3:45" in shown(app)[7]


async def test_hours_that_were_typed_behind_it_are_drawn(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press(*OPEN_214, "enter", *" now", "ctrl+t")
        await pilot.pause()
        assert is_on(app, HoursScreen)
        await pilot.press(*"fri", "space", *"8", "minus", *"2", "enter", "escape")
        await pilot.pause()
        assert "Friday 8 to 2" in shown(app)[7]
        assert "School food shelf now" in shown(app)[27]


@pytest.mark.parametrize("no_color", [False, True])
async def test_hostile_words_stay_in_their_places(tmp_path: Path, no_color: bool) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press(*OPEN_214)
        await pilot.pause()
        screen = _form(app)
        screen.set_class(no_color, "-no-color")
        screen.query_one(FormSheet).refresh()
        await pilot.pause()
        ends = [(row[3:4], row[38:39]) for row in shown(app)]
        assert (("[", "]") in ends) == no_color, "without colours a field has its ends"
        page = screen.page
        state = page.families.state
        assert state is not None
        for bad in HOSTILE:
            screen.query_one(FamilyCard).update(
                replace(page.families, name=bad, detail=bad, step=bad, state=replace(state, words=bad, tone="care"))
            )
            essentials = tuple(replace(each, label=bad, value=bad, problem=bad) for each in page.essentials)
            for part in (screen.query_one(FormSheet), screen.query_one(FormWeek)):
                part.page = replace(page, essentials=essentials, hours=replace(page.hours, said=bad))
                part.refresh()
            await pilot.pause()
            after = shown(app)
            assert len(after) == 33
            assert all(sum(map(cells, row)) <= LOBBY[0] for row in after)
            assert " Mon " in "".join(after)
            assert not any(sign in "".join(after) for sign in "\x1b\u202e")
        assert ("[OPEN]" in "\n".join(after)) == no_color


@pytest.mark.parametrize("size", [LOBBY, SMALL])
@pytest.mark.parametrize("language", ["en", "es"])
async def test_every_line_of_every_section_fits(tmp_path: Path, size: tuple[int, int], language: str) -> None:
    app = staff_app(tmp_path, language=language)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*OPEN_214, "7", "enter", "ctrl+u", *"http", "enter", "7")
        for number in "123456789":
            await pilot.press(number)
            await pilot.pause()
            rows = _form(app).query_one(FormRows)
            width = rows.outer_size.width - rows.styles.padding.width
            for index in range(rows.count):
                for drawn in rows.row(index, width, focused=False):
                    assert drawn.cell_length <= width, drawn.plain
