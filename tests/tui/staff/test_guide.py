"""The liaison's guide: every step in it is walked, in both languages, and the screen says what the guide says."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.guide import TYPE, GuideStep, GuideTask
from kiosk.words import load_content
from tests.house.reading import ROOT
from tests.tui.staff.host import LOBBY, SMALL, shown, staff_app

pytestmark = pytest.mark.slow

GUIDE = load_content(ROOT / "content").desk_help.guide
TASKS = [task for page in GUIDE for task in page.tasks]
ENDS = "leave"
"""The task that ends the program: nothing is on the screen after it."""
MOST_LINES = 45
"""Lines of one page of the guide at 80 columns."""


def pressed(step: GuideStep) -> list[str]:
    """A step's keys one by one, as the guide gives them."""
    keys: list[str] = []
    for key in step.keys:
        signs = key.removeprefix(TYPE)
        keys += [key] if signs == key else ["space" if sign == " " else sign for sign in signs]
    return keys


@pytest.mark.parametrize("task", TASKS, ids=[task.id for task in TASKS])
@pytest.mark.parametrize(("language", "size"), [("en", SMALL), ("es", SMALL), ("es", LOBBY)])
async def test_each_step_does_what_it_says(
    tmp_path: Path, language: str, size: tuple[int, int], task: GuideTask
) -> None:
    app = staff_app(tmp_path, language=language)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for step in task.steps:
            await pilot.press(*pressed(step))
            await pilot.pause()
            if task.id != ENDS:
                text = " ".join(" ".join(shown(app)).split())
                assert step.shows[language] in text, f"{step.keys}: {step.shows[language]}\n" + "\n".join(shown(app))
    if task.id == ENDS:
        assert app.return_code == 0


def test_each_step_has_keys_and_words_for_what_is_seen() -> None:
    steps = [(task.id, step) for task in TASKS for step in task.steps]
    assert len(steps) > 25
    assert [id for id, step in steps if not step.keys] == []
    assert {id for id, step in steps if not step.shows} == {ENDS}
    assert len({task.id for task in TASKS}) == len(TASKS)


@pytest.mark.parametrize("size", [LOBBY, SMALL])
async def test_one_key_shows_it_and_its_pages_turn(tmp_path: Path, size: tuple[int, int]) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f12")
        await pilot.pause()
        assert "Page 1: every day" in "\n".join(shown(app))
        await pilot.press("2")
        await pilot.pause()
        assert "Page 2: now and then" in "\n".join(shown(app))
        await pilot.press("1", "pagedown", "pagedown", "pagedown", "pagedown")
        await pilot.pause()
        assert "Page 1: every day" not in "\n".join(shown(app))
        await pilot.press("end")
        await pilot.pause()
        assert "When you are lost" in "\n".join(shown(app))
        await pilot.press("f3")
        await pilot.pause()
        assert "Si no sabe qué hacer" in "\n".join(shown(app))
        await pilot.press("escape")
        await pilot.pause()
        assert "Lo que hay que hacer hoy" in "\n".join(shown(app))


@pytest.mark.parametrize("language", ["en", "es"])
async def test_it_is_two_pages_of_short_lines_that_tell_what_is_seen(tmp_path: Path, language: str) -> None:
    from kiosk.tui.staff.guide import GuideRows

    app = staff_app(tmp_path, language=language)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f12")
        await pilot.pause()
        rows = app.screen.query_one(GuideRows)
        assert len(rows.page.sheets) == 2
        said = [step.shows for sheet in rows.page.sheets for task in sheet.tasks for step in task.steps if step.shows]
        assert all(words.startswith({"en": "You see “", "es": "Se ve “"}[language]) for words in said)
        first = rows.first_row(1)
        assert first <= MOST_LINES
        assert len(rows.rows(72)) - first <= MOST_LINES
