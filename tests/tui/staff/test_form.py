"""The form: what is typed becomes a draft at once, is saved against what stands, and is never lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.kept import Edit
from kiosk.tui.staff.form import FormScreen
from kiosk.tui.staff.hours import HoursScreen
from tests.properties import first
from tests.tui.staff.host import LOBBY, SMALL, desk_kiosk, shown, staff_app

OPEN_214 = ("f", *"214", "enter")


async def test_what_is_wrong_shows_as_one_types_and_is_not_saved(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    before = desk_kiosk(tmp_path).store.get("214").rev
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*OPEN_214, "7", "enter", "ctrl+u", *"http://bit.ly/x")
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "hides where it leads. Write the full link of the page." in text
        await pilot.press("enter", "ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, FormScreen)
        assert "Nothing was changed." in "\n".join(shown(app))
    assert desk_kiosk(tmp_path).store.get("214").rev == before


async def test_a_draft_is_kept_from_the_first_letter_and_offered_again(tmp_path: Path) -> None:
    first = staff_app(tmp_path)
    async with first.run_test(size=SMALL) as pilot:
        await pilot.press(*OPEN_214, "1", "enter", "end", *" now")
        await pilot.pause()
        # the program ends here without another word: a hang-up, a kill, a closed laptop
    again = staff_app(tmp_path)
    async with again.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "You were writing: School food shelf" in "\n".join(shown(again))
        await pilot.press(*OPEN_214)
        await pilot.pause()
        text = "\n".join(shown(again))
        assert "School food shelf now" in text
        assert "Nothing was lost." in text
        await pilot.press("ctrl+s")
        await pilot.pause()
    assert desk_kiosk(tmp_path).store.get("214").listing.name["en"] == "School food shelf now"
    assert desk_kiosk(tmp_path).desk(again.desk.who).notes.names("drafts") == []


async def test_a_word_that_cannot_be_read_is_kept_as_it_was_typed(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*OPEN_214, "3", "down", "down", "enter", "ctrl+u", *"four", "escape")
        await pilot.pause()
        assert "four" in "\n".join(shown(app))
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, FormScreen)
        assert "cannot be read" in "\n".join(shown(app))
        await pilot.press(*["ctrl+z"] * 5)
        await pilot.pause()
        assert not app.screen.form.is_changed


async def test_two_people_at_one_listing_lose_nothing(tmp_path: Path) -> None:
    mine = staff_app(tmp_path, by="mary")
    async with mine.run_test(size=LOBBY) as pilot:
        await pilot.press(*OPEN_214, "8", *["down"] * 3, "enter", "ctrl+u", *"mary@example.org", "enter")
        await pilot.pause()
        store = desk_kiosk(tmp_path).store
        kept = store.get("214")
        theirs = {**store.document(kept), "email": "joe@example.org", "minutes_needed": 7}
        store.batch([Edit(kept.id, kept.rev, theirs)], "joe")
        mine.tick()
        await pilot.pause()
        assert "joe changed it meanwhile. Saving puts both together. ^O shows both." in "\n".join(shown(mine))
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "both are kept, and you choose" in "\n".join(shown(mine))
        await pilot.press("escape")
        await pilot.pause()
        text = "\n".join(shown(mine))
        assert "Two people changed School food shelf" in text
        assert " 1  QUESTION" in text
        await pilot.press("1")
        await pilot.pause()
        text = "\n".join(shown(mine))
        assert "mary@example.org" in text
        assert "joe@example.org" in text
        await pilot.press("m")
        await pilot.pause()
        assert "Nothing is left to choose." in "\n".join(shown(mine))
    found = desk_kiosk(tmp_path).store.get("214").listing
    assert (found.email, found.minutes_needed) == ("mary@example.org", 7)


async def test_a_copy_is_a_new_listing_with_a_number_of_its_own(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("f", *"214", "down", "d")
        await pilot.pause()
        await pilot.press("1", "enter", "ctrl+u", *"Second shelf", "enter", "ctrl+s")
        await pilot.pause()
        assert "Saved as No." in "\n".join(shown(app))
    store = desk_kiosk(tmp_path).store
    (made,) = [kept for kept in store.load() if kept.head.name["en"] == "Second shelf"]
    assert made.number != 214
    assert made.listing.assured_date is None
    assert store.get("214").head.name["en"] == "School food shelf"


async def test_a_reader_looks_and_changes_nothing(tmp_path: Path) -> None:
    app = staff_app(tmp_path, role="reader")
    before = desk_kiosk(tmp_path).store.load().seq
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press(*OPEN_214, "1", "enter", *"x", "ctrl+s", "ctrl+k", "ctrl+s")
        await pilot.pause()
        assert "You may look here" in "\n".join(shown(app)) or isinstance(app.screen, FormScreen)
    assert desk_kiosk(tmp_path).store.load().seq == before


async def test_the_preview_is_what_a_family_reads(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press(*OPEN_214, "ctrl+f")
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "As families will read it" in text
        assert "Walk in now. Room 104, until 4." in text
        await pilot.press("escape", "escape", "escape", "question_mark")
        await pilot.pause()
        assert "leave the desk" in "\n".join(shown(app))


@pytest.mark.parametrize("size", first([SMALL, LOBBY]))
async def test_a_day_is_drawn_in_the_form(tmp_path: Path, size: tuple[int, int]) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*OPEN_214, "5", *["down"] * 4, *["left"] * 8)
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "Friday 8 to 2 on school days" in text
        assert "Mon to Thu 8 to 4 on school days" in text
        assert "Del closed" in text
        await pilot.press("delete", "enter", "ctrl+z", "ctrl+s")
        await pilot.pause()
        assert "Saved as No. 214." in "\n".join(shown(app))
    rows = desk_kiosk(tmp_path).store.get("214").listing.schedules
    assert [(row.byday, row.closes_at) for row in rows] == [(("MO", "TU", "WE", "TH"), "16:00"), (("FR",), "14:00")]


async def test_a_row_and_a_day_that_differs_open_where_they_are_typed(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("f", *"118", "enter", "5", *["down"] * 7, "enter")
        await pilot.pause()
        assert isinstance(app.screen, HoursScreen)
        assert app.screen.state.typed.text == (
            "Mon to Fri 8 to 4 on school days closes at dismissal until Jun 11, 2027"
        )
        await pilot.press("escape", "escape", "5", "9", *["down"] * 3, "enter")
        await pilot.pause()
        assert isinstance(app.screen, HoursScreen)
        assert app.screen.state.typed.text == "closed Dec 14"


async def test_another_size_keeps_the_place_and_what_is_written(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*OPEN_214, "1", "enter", "end", *" no")
        await pilot.resize_terminal(*LOBBY)
        await pilot.press("w")
        await pilot.pause()
        assert "School food shelf now" in "\n".join(shown(app))
        await pilot.press("enter", "down")
        await pilot.resize_terminal(*SMALL)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, FormScreen)
        assert app.screen.writing is not None
        assert app.screen.writing.field.path == "alternate_name.en"
