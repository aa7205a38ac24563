"""The Friday round on the screen: a number at a time, one key an answer, begun from the first page."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.domain.kept import Edit
from kiosk.services.jobs import ids_of
from kiosk.tui.staff.app import StaffApp
from kiosk.tui.staff.round_parts import LargeKey
from tests.properties import first
from tests.tui.staff.host import LOBBY, SMALL, TUESDAY, desk_kiosk, shown, staff_app

LATER = TUESDAY + timedelta(days=60)
EIGHT = "▄████▄"
"""The top row of a large 8."""


def due(directory: Path) -> tuple[str, ...]:
    """What is due at the desk."""
    return ids_of(staff_app(directory).desk, "due")


def on_screen(app: StaffApp) -> str:
    """The screen in front."""
    return type(app.screen).__name__


@pytest.mark.parametrize("size", first([SMALL, LOBBY]))
async def test_the_job_on_the_first_page_begins_it(tmp_path: Path, size: tuple[int, int]) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        (line,) = [each for each in shown(app) if "listings are due for checking" in each]
        assert "Start the Friday round" in "\n".join(shown(app))
        await pilot.press(line.strip()[0])
        await pilot.pause()
        text = "\n".join(shown(app))
        assert on_screen(app) == "RoundScreen"
        assert "1 of 5" in text
        assert "Low-cost medicine" in text
        assert "Last checked Oct 19, 2025" in text
        assert "Are these your hours?" in text
        assert "CALL FIRST" in text
        assert text.count(EIGHT) >= 1
        for key in ("Still true", "Changed", "Could not reach", "Skip", "Stop here"):
            assert key in text


async def test_a_round_of_all_that_are_due_by_one_key_each(tmp_path: Path) -> None:
    app = staff_app(tmp_path, by="mary")
    ids = due(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("r", *"tttt", "enter")
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "5 of 5" in text
        assert "The round is done. 5 listings are checked." in text
        assert text.count("still true, today, by mary") == 5
        await pilot.press("escape")
        await pilot.pause()
        assert "due for checking" not in "\n".join(shown(app))
    store = desk_kiosk(tmp_path).store
    assert {(store.get(id).listing.assured_date, store.get(id).listing.assurer) for id in ids} == {
        (TUESDAY.date(), "mary")
    }


async def test_stopped_anywhere_it_goes_on_later(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("r", "t", "n", "escape")
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "1 of 5 done. 4 to go." in text
        assert "4 listings are due for checking" in text
    again = staff_app(tmp_path)
    async with again.run_test(size=LOBBY) as pilot:
        await pilot.pause()
        assert "1 could not be reached." in "\n".join(shown(again))
        await pilot.press("r")
        await pilot.pause()
        text = "\n".join(shown(again))
        assert "2 of 5" in text
        assert "Elm Family Dentist" not in text
        await pilot.press("right", "right", "right")
        await pilot.pause()
        text = "\n".join(shown(again))
        assert "Elm Family Dentist" in text
        assert "Nobody answered today" in text


async def test_undo_takes_answers_back_one_by_one(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    before = desk_kiosk(tmp_path).store.get(due(tmp_path)[0]).listing.assured_date
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("r", "t", "n", "u")
        await pilot.pause()
        assert "Taken back. Elm Family Dentist is here again." in "\n".join(shown(app))
        await pilot.press("z")
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "1 of 5" in text
        assert "Low-cost medicine   No. 116" in text
        await pilot.press("u")
        await pilot.pause()
        assert "There is nothing of yours to take back." in "\n".join(shown(app))
    assert desk_kiosk(tmp_path).store.get("116").listing.assured_date == before


async def test_changed_opens_the_form_and_saving_counts_as_checked(tmp_path: Path) -> None:
    app = staff_app(tmp_path, by="mary")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("r", "c")
        await pilot.pause()
        assert on_screen(app) == "FormScreen"
        await pilot.press("8", *["down"] * 3, "enter", "ctrl+u", *"new@example.org", "enter", "ctrl+s")
        await pilot.pause()
        text = "\n".join(shown(app))
        assert on_screen(app) == "RoundScreen"
        assert "Low-cost medicine: changed, and checked today." in text
        assert "2 of 5" in text
    listing = desk_kiosk(tmp_path).store.get("116").listing
    assert (listing.email, listing.assured_date, listing.assurer) == ("new@example.org", TUESDAY.date(), "mary")


@pytest.mark.parametrize("key", first(["c", "o"]))
async def test_a_form_that_is_left_without_saving_answers_nothing(tmp_path: Path, key: str) -> None:
    app = staff_app(tmp_path)
    before = desk_kiosk(tmp_path).store.load().seq
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("r", key)
        await pilot.pause()
        assert on_screen(app) == "FormScreen"
        await pilot.press("escape")
        await pilot.pause()
        assert on_screen(app) == "RoundScreen"
        assert "1 of 5" in "\n".join(shown(app))
    assert desk_kiosk(tmp_path).store.load().seq == before


async def test_two_at_the_round_see_each_other_and_share_it(tmp_path: Path) -> None:
    mary, joe = staff_app(tmp_path, by="mary"), staff_app(tmp_path, by="joe")
    async with mary.run_test(size=LOBBY) as pilot:
        await pilot.press("r")
        await pilot.pause()
        async with joe.run_test(size=LOBBY) as other:
            await other.press("r")
            await other.pause()
            text = "\n".join(shown(joe))
            assert "Elm Family Dentist" in text
            assert "Also at the round: mary" in text
            await other.press("t", "escape")
            await other.pause()
        mary.tick()
        await pilot.pause()
        assert "2 of 5" in "\n".join(shown(mary))


async def test_a_tap_answers_and_hostile_words_stay_words(tmp_path: Path) -> None:
    store = desk_kiosk(tmp_path).store
    kept = store.get(due(tmp_path)[0])
    hostile = {"en": "[b]x[/b] [@click=app.quit]y[/] \u202eevil"}
    store.batch([Edit(kept.id, kept.rev, {**store.document(kept), "name": hostile, "phones": []})], "joe")
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("r")
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "[b]x[/b] [@click=app.quit]y[/]" in text
        assert "\u202e" not in text
        assert "No phone number." in text
        key = next(iter(app.screen.query(LargeKey)))
        await pilot.click(key)
        await pilot.pause()
        assert "2 of 5" in "\n".join(shown(app))


async def test_a_reader_looks_and_answers_nothing(tmp_path: Path) -> None:
    app = staff_app(tmp_path, role="reader")
    before = desk_kiosk(tmp_path).store.load().seq
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("r", *"tcnwu", "right", "enter")
        await pilot.pause()
        assert on_screen(app) == "RoundScreen"
        assert "1 of 5" in "\n".join(shown(app))
    assert desk_kiosk(tmp_path).store.load().seq == before


@pytest.mark.parametrize("size", first([SMALL, LOBBY]))
async def test_the_help_now_numbers_are_called_on_the_same_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    app = staff_app(tmp_path, at=LATER, by="mary")
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert "Check 10 lines" in "\n".join(shown(app))
        await pilot.press("1")
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "Help-now numbers" in text
        assert "Do not call it to try it." in text
        assert "It is wrong" in text
        assert "Could not reach" not in text
        await pilot.press("t", "w", *"tttttttt")
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "wrong; families still see it, today, by mary" in text
        assert "Look up the right number." in text
        await pilot.press("escape")
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "WRONG" in text
        assert "Help now shows 988: found wrong" in text
        await pilot.press("1", "t", "escape")
        await pilot.pause()
        assert "found wrong" not in "\n".join(shown(app))


async def test_it_speaks_spanish(tmp_path: Path) -> None:
    app = staff_app(tmp_path, language="es")
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("r")
        await pilot.pause()
        text = "\n".join(shown(app))
        for words in ("Ronda del viernes", "¿Es este su horario?", "Sigue igual", "Cambió", "No contestan"):
            assert words in text


async def test_a_round_of_ten_takes_a_key_a_listing_and_two_around(tmp_path: Path) -> None:
    app = staff_app(tmp_path, at=LATER, by="mary")
    total = len(ids_of(app.desk, "due"))
    keys = ["r", *"tttttttttt", "escape"]
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert f"10 of {total} done. {total - 10} to go." in "\n".join(shown(app))
    done = [kept for kept in desk_kiosk(tmp_path).store.load() if kept.listing.assurer == "mary"]
    assert len(done) == 10
    assert {kept.listing.assured_date for kept in done} == {LATER.date()}
    assert len(keys) == 12
