"""At 80 columns no word of the desk is cut in the middle: keys, roles, states, without colours and in Spanish too."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.tui.plain import cells
from kiosk.tui.staff.question import QuestionScreen
from kiosk.tui.widgets.staff_bar import SIX, StaffKey
from tests.tui.staff.host import SMALL, desk_kiosk, is_on, shown, staff_app
from tests.tui.staff.test_question import quarrel

pytestmark = pytest.mark.slow

SCREENS = {
    "desk": (), "list": ("f",), "form": ("f", *"214", "enter"), "hours": ("f", *"214", "enter", "ctrl+t"),
    "preview": ("f", *"214", "enter", "ctrl+f"), "calendar": ("c",), "shelf": ("h",), "snow day": ("s",),
    "round": ("r",), "files": ("i",), "settings": ("g",), "history": ("f", *"214", "down", "v"),
}  # fmt: skip


@pytest.mark.parametrize("theme", ["day", "no-color"])
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", SCREENS)
async def test_each_key_says_its_whole_word_in_its_own_place(
    tmp_path: Path, name: str, language: str, theme: str
) -> None:
    app = staff_app(tmp_path, language=language)
    async with app.run_test(size=SMALL) as pilot:
        app.theme = theme
        await pilot.pause()
        await pilot.press(*SCREENS[name])
        await pilot.pause()
        page, rows = app.screen.page, shown(app)  # type: ignore[attr-defined]  # a screen of the desk
        buttons = list(app.screen.query("StaffBar StaffKey").results(StaffKey))
        assert len(buttons) == SIX
        for key in page.keys:
            whole = key.label if cells(key.label) <= 9 else key.short or key.label
            assert not key.label or whole in rows[22], (whole, rows[22])
        assert buttons[-1].key == page.keys[-1]


async def test_both_answers_to_a_question_can_be_told_apart_in_spanish(tmp_path: Path) -> None:
    quarrel(desk_kiosk(tmp_path).store, email=("mine@example.org", "joe@example.org"))
    app = staff_app(tmp_path, language="es")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("1")
        await pilot.pause()
        assert is_on(app, QuestionScreen)
        assert "El mío" in shown(app)[22]
        assert "El otro" in shown(app)[22]


async def test_roles_and_states_are_whole_in_spanish(tmp_path: Path) -> None:
    app = staff_app(tmp_path, language="es")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f")
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "hasta 6:00 " in text
        assert "p. 1" not in text
        assert "LLAME ANTES  sin horas" in text
        await pilot.press("escape", "h")
        await pilot.pause()
        text = "\n".join(shown(app))
        assert all(role in text for role in ("Trabajadora social", "Psicóloga escolar", "Enlace de familias"))
