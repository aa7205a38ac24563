"""One change of many listings on the screen: select, choose, look at each, save all, undo all."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.kept import Edit
from kiosk.tui.staff.app import StaffApp
from tests.tui.staff.host import LOBBY, SMALL, desk_kiosk, shown, staff_app

pytestmark = pytest.mark.slow

SELECT_TWO = ("f", *"clinic", "down", "space", "down", "space", "b")
"""The list, narrowed; two lines of it; the change."""


def text(app: StaffApp) -> str:
    """The screen."""
    return "\n".join(shown(app))


def on_screen(app: StaffApp) -> str:
    """The screen in front."""
    return type(app.screen).__name__


def statuses(directory: Path) -> list[str]:
    """The status of every listing that is not shown to families."""
    return [kept.id for kept in desk_kiosk(directory).store.load() if kept.head.status != "active"]


@pytest.mark.parametrize("size", [LOBBY, SMALL])
async def test_many_are_hidden_in_one_go_and_shown_again_in_one(tmp_path: Path, size: tuple[int, int]) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*SELECT_TWO)
        await pilot.pause()
        assert "Change 2 listings" in text(app)
        assert "What shall change?" in text(app)
        await pilot.press("down", "enter", "down", "enter")
        await pilot.pause()
        assert "2 change" in text(app)
        assert text(app).count("yes, shown → no, hidden") == 2
        assert "Nothing is changed yet." in text(app)
        assert statuses(tmp_path) == []
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "2 listings are changed. U undoes all of it." in text(app)
        assert len(statuses(tmp_path)) == 2
        await pilot.press("u")
        await pilot.pause()
        assert "2 listings are as before." in text(app)
        assert statuses(tmp_path) == []
        await pilot.press("u")
        await pilot.pause()
        assert len(statuses(tmp_path)) == 2
        await pilot.press("escape")
        await pilot.pause()
        assert on_screen(app) == "ListScreen"


async def test_the_undo_is_offered_again_after_the_program_ended(tmp_path: Path) -> None:
    first = staff_app(tmp_path, by="mary")
    async with first.run_test(size=SMALL) as pilot:
        await pilot.press(*SELECT_TWO, "down", "enter", "down", "enter", "ctrl+s")
        await pilot.pause()
    again = staff_app(tmp_path, by="mary")
    async with again.run_test(size=LOBBY) as pilot:
        await pilot.press("f", "down", "b")
        await pilot.pause()
        assert "Your last: Shown to families, 2 listings, today" in text(again)
        await pilot.press("u")
        await pilot.pause()
        assert "2 listings are as before." in text(again)
    assert statuses(tmp_path) == []


async def test_a_value_is_typed_and_what_cannot_be_read_stays(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*SELECT_TWO, *["down"] * 3, "enter", *"12", "enter")
        await pilot.pause()
        assert "This is no phone number." in text(app)
        await pilot.press("ctrl+u", *"860-555-0199", "enter")
        await pilot.pause()
        assert "→ 860-555-0199" in text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "What shall change?" in text(app)
        await pilot.press("down", "enter", *"nowhere", "enter")
        await pilot.pause()
        assert "0 change, 2 left out" in text(app)
        assert text(app).count("left out:") == 2
        seq = desk_kiosk(tmp_path).store.load().seq
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert desk_kiosk(tmp_path).store.load().seq == seq


async def test_languages_and_days_are_typed_by_name(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press(*SELECT_TWO, *["down"] * 15, "enter", *"english", "comma", *"kreyol", "enter", "ctrl+s")
        await pilot.pause()
        assert "2 listings are changed." in text(app)
        await pilot.press("escape", "up", "b", "down", "down", "enter", *"june", "space", *"11", "enter")
        await pilot.pause()
        assert "→ Jun 11" in text(app)
    found = [kept.by for kept in desk_kiosk(tmp_path).store.load() if kept.listing.languages == ("en", "ht")]
    assert found.count("office") == 2


async def test_a_need_is_chosen_from_those_there_are(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*SELECT_TWO, *["down"] * 12, "enter")
        await pilot.pause()
        assert "Take a need away" in text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "1 changes" in text(app)
        assert " → " in text(app)


async def test_without_a_selection_the_marked_line_is_changed(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("f", *"214", "down", "b", "enter", "ctrl+s")
        await pilot.pause()
        assert "1 listing is changed." in text(app)
    listing = desk_kiosk(tmp_path).store.get("214").listing
    assert (str(listing.assured_date), listing.assurer) == ("2026-11-24", "office")


async def test_hostile_names_stay_words(tmp_path: Path) -> None:
    store = desk_kiosk(tmp_path).store
    kept = store.get("214")
    name = {"en": "[b]x[/b] [@click=app.quit]y[/] \u202eevil"}
    store.batch([Edit(kept.id, kept.rev, {**store.document(kept), "name": name})], "joe")
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("f", *"214", "down", "b", "enter")
        await pilot.pause()
        assert "[b]x[/b]" in text(app)
        assert "\u202e" not in text(app)


async def test_a_reader_changes_nothing(tmp_path: Path) -> None:
    app = staff_app(tmp_path, role="reader")
    before = desk_kiosk(tmp_path).store.load().seq
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press(*SELECT_TWO, "down", "enter", "down", "enter", "ctrl+s", "u")
        await pilot.pause()
    assert desk_kiosk(tmp_path).store.load().seq == before


async def test_it_speaks_spanish(tmp_path: Path) -> None:
    app = staff_app(tmp_path, language="es")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f", "down", "a", "b")
        await pilot.pause()
        assert "¿Qué va a cambiar?" in text(app)
        assert "Quitar una necesidad" in text(app)
        await pilot.press("down", "enter", "down", "enter")
        await pilot.pause()
        assert "102 cambian" in text(app)
