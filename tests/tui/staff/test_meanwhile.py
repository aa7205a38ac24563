"""Somebody else saves the listing that I am writing: both sides stand beside each other before I save mine."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.kept import Edit
from kiosk.tui.staff.form import FormScreen
from kiosk.tui.staff.meanwhile import MeanwhileScreen
from tests.tui.staff.host import LOBBY, SMALL, desk_kiosk, is_on, shown, staff_app

pytestmark = pytest.mark.slow

EMAIL = ("f", *"214", "enter", "8", *["down"] * 3, "enter", "ctrl+u", *"mary@example.org", "enter")


def joe_saves(tmp_path: Path, **fields: object) -> None:
    store = desk_kiosk(tmp_path).store
    kept = store.get("214")
    store.batch([Edit(kept.id, kept.rev, {**store.document(kept), **fields})], "joe")


@pytest.mark.parametrize("size", [LOBBY, SMALL])
@pytest.mark.parametrize(("key", "stands"), [("m", "mary@example.org"), ("t", "joe@example.org")])
async def test_one_key_takes_either_and_the_rest_is_put_together(
    tmp_path: Path, size: tuple[int, int], key: str, stands: str
) -> None:
    app = staff_app(tmp_path, by="mary")
    async with app.run_test(size=size) as pilot:
        await pilot.press(*EMAIL)
        await pilot.pause()
        joe_saves(tmp_path, email="joe@example.org", minutes_needed=7)
        app.tick()
        await pilot.pause()
        assert "joe changed it meanwhile." in "\n".join(shown(app))
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert is_on(app, MeanwhileScreen)
        text = "\n".join(shown(app))
        for words in ("joe changed School food shelf meanwhile", "mary@example.org", "joe@example.org",
                      "You, not saved yet", "When you began", "Minutes it takes 7"):  # fmt: skip
            assert words in text, words
        await pilot.press(key)
        await pilot.pause()
        assert is_on(app, FormScreen)
        text = "\n".join(shown(app))
        assert stands in text
        assert "meanwhile" not in text
        before = desk_kiosk(tmp_path).store.load().seq
        await pilot.press("ctrl+s")
        await pilot.pause()
    store = desk_kiosk(tmp_path).store
    assert store.load().seq == before + (key == "m"), "with theirs taken nothing is left to save"
    listing = store.get("214").listing
    assert (listing.email, listing.minutes_needed) == (stands, 7)
    assert store.questions() == []


async def test_two_places_one_after_the_other(tmp_path: Path) -> None:
    app = staff_app(tmp_path, by="mary")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*EMAIL, "1", "enter", "ctrl+u", *"Mine", "enter")
        await pilot.pause()
        name = desk_kiosk(tmp_path).store.document(desk_kiosk(tmp_path).store.get("214"))["name"]
        assert isinstance(name, dict)
        joe_saves(tmp_path, email="joe@example.org", name={**name, "en": "[/] Joe's"})
        app.tick()
        await pilot.press("ctrl+o")
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "field 1 of 2" in text
        await pilot.press("right")
        await pilot.pause()
        assert "[/] Joe's" in "\n".join(shown(app))
        await pilot.press("t")
        await pilot.pause()
        assert is_on(app, MeanwhileScreen)
        await pilot.press("m")
        await pilot.pause()
        assert is_on(app, FormScreen)
        await pilot.press("ctrl+s")
        await pilot.pause()
    listing = desk_kiosk(tmp_path).store.get("214").listing
    assert (listing.email, listing.name["en"]) == ("mary@example.org", "[/] Joe's")


async def test_leaving_it_changes_nothing_and_saving_then_asks(tmp_path: Path) -> None:
    app = staff_app(tmp_path, by="mary")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*EMAIL)
        joe_saves(tmp_path, email="joe@example.org")
        app.tick()
        await pilot.press("ctrl+o")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert is_on(app, FormScreen)
        assert "mary@example.org" in "\n".join(shown(app))
        await pilot.press("ctrl+s")
        await pilot.pause()
    (question,) = desk_kiosk(tmp_path).store.questions()
    assert (question.mine, question.theirs) == ("mary@example.org", "joe@example.org")


async def test_where_nobody_else_was_it_says_so(tmp_path: Path) -> None:
    app = staff_app(tmp_path, by="mary")
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("f", *"214", "enter", "ctrl+o")
        await pilot.pause()
        assert "Nobody else changed School food shelf." in "\n".join(shown(app))
        await pilot.press("m", "t", "right", "escape")
        await pilot.pause()
        assert is_on(app, FormScreen)
