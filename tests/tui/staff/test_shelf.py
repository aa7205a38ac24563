"""The shelf and who is here: one key each, seen by families at once, and taken back by one."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.domain.errors import Busy
from kiosk.tui.staff.shelf import ShelfScreen
from kiosk.tui.staff.shelf_rows import RoleRows, ThingRows
from kiosk.tui.widgets.text_field import TextField
from tests.tui.staff.host import LOBBY, SMALL, TUESDAY, desk_kiosk, shown, staff_app

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("size", [LOBBY, SMALL])
async def test_one_key_says_the_next_word_and_families_read_it(tmp_path: Path, size: tuple[int, int]) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press("h", "2", "2", "a")
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "LOW" in text
        assert "said 3:05 PM" in text
        assert "HERE" in text
        assert "until 4" in text
        assert "Someone here speaks Español until 4 PM." in text
    lobby = desk_kiosk(tmp_path).center
    (diapers,) = lobby.shelf.of(desk_kiosk(tmp_path).store.get("diapers"), TUESDAY)
    assert (diapers.state, diapers.by) == ("low", "office")
    assert lobby.here.rows(TUESDAY)[0].presence is not None


@pytest.mark.parametrize("size", [LOBBY, SMALL])
async def test_undo_takes_the_last_key_back_and_brings_it_again(tmp_path: Path, size: tuple[int, int]) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press("h", "a", "1", "u")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ShelfScreen)
        assert [each.state for each in screen.page.shelf] == [None, None, None]
        assert screen.page.here[0].label is not None, "the shelf's last word was taken back, not the role's"
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert [each.state for each in screen.page.shelf] == [0, None, None]


async def test_undo_asks_before_it_takes_back_somebody_elses_word(tmp_path: Path) -> None:
    app = staff_app(tmp_path, by="mary")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("h", "1")
        await pilot.pause()
        other = desk_kiosk(tmp_path).center.shelf
        other.note(other.now(TUESDAY)[2].key, "out", "joe", TUESDAY)
        await pilot.press("u")
        await pilot.pause()
        assert "The last word is joe's. U again takes it back." in "\n".join(shown(app))
        assert [each.state for each in other.now(TUESDAY)] == ["in", None, "out"]
        await pilot.press("u")
        await pilot.pause()
        assert [each.state for each in other.now(TUESDAY)] == ["in", None, None]


async def test_a_word_older_than_a_day_is_hidden_and_says_so(tmp_path: Path) -> None:
    app = staff_app(tmp_path, at=TUESDAY - timedelta(days=1, minutes=1))
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("h", "1", "a")
        await pilot.pause()
    later = staff_app(tmp_path)
    async with later.run_test(size=LOBBY) as pilot:
        await pilot.press("h")
        await pilot.pause()
        text = "\n".join(shown(later))
        assert "Monday: hidden" in text
        assert "IN" not in text
        assert "Parent liaison   Room 104            not said today" in text
        assert "The usual hours. Nothing about the shelf." in text


async def test_until_when_and_in_which_languages_is_written_in_two_lines(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("h", "right", "enter", "ctrl+u", *"hasta las 4:30", "enter")
        await pilot.pause()
        assert "Until 4:30 PM. Which languages today?" in "\n".join(shown(app)), (
            "it says what it read before it is kept"
        )
        assert desk_kiosk(tmp_path).center.here.rows(TUESDAY)[0].presence is None
        await pilot.press("ctrl+u", *"klingon", "enter")
        await pilot.pause()
        assert "“klingon” is no language that is known here." in "\n".join(shown(app))
        await pilot.press("ctrl+u", *"English, Creole", "enter")
        await pilot.pause()
        assert "until 4:30 PM" in "\n".join(shown(app))
        assert not app.screen.query_one(TextField).has_focus
    presence = desk_kiosk(tmp_path).center.here.rows(TUESDAY)[0].presence
    assert presence is not None
    assert (presence.state, presence.until, presence.languages) == ("here", "16:30", ("en", "ht"))


async def test_escape_leaves_a_question_and_then_the_screen(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("h", "b", "enter", "escape")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ShelfScreen)
        assert screen.query_one(RoleRows).has_focus
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(app.screen, ShelfScreen)


async def test_a_thing_is_put_on_the_shelf_and_taken_off(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("h", "plus", *"Socks", "enter", *"Medias", "enter", *"9999", "enter")
        await pilot.pause()
        assert app.screen.query_one(TextField).has_focus
        assert len(desk_kiosk(tmp_path).center.shelf.now(TUESDAY)) == 3
        await pilot.press("ctrl+u", *"118", "enter", "4")
        await pilot.pause()
        kiosk = desk_kiosk(tmp_path)
        (socks,) = kiosk.center.shelf.of(kiosk.store.get("118"), TUESDAY)
        assert (socks.thing.name, socks.state) == ({"en": "Socks", "es": "Medias"}, "in")
        await pilot.press("minus")
        await pilot.pause()
        assert "Socks" not in "\n".join(shown(app))
        await pilot.press("1", "minus")
        await pilot.pause()
        assert "Take it off in the settings." in "\n".join(shown(app))


async def test_a_role_is_added_with_its_room_languages_and_hours(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("h", "right", "plus", "enter")
        await pilot.pause()
        assert "It needs a name." in "\n".join(shown(app))
        await pilot.press(*"Dentist", "enter", *"Dentista", "enter", *"114", "enter", *"English, vi", "enter")
        await pilot.press(*"whenever", "enter")
        await pilot.pause()
        assert "“whenever” cannot be read." in "\n".join(shown(app))
        await pilot.press("ctrl+u", *"Tue 3:30-5", "enter")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ShelfScreen)
        dentist = screen.page.here[-1]
        assert (dentist.key, dentist.role, dentist.room) == ("F", "Dentist", "Room 114")
        assert dentist.words == "from 3:30 PM"
    later = desk_kiosk(tmp_path).center.people.now(TUESDAY).later
    assert "Dentist" in [each.staff.role["en"] for each in later], "families see the role, too"


async def test_a_tap_on_a_word_says_it_and_two_on_a_role_ask(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("h")
        await pilot.pause()
        await pilot.click(ThingRows, offset=(34, 3))
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ShelfScreen)
        assert [each.state for each in screen.page.shelf] == [None, 2, None]
        await pilot.click(RoleRows, offset=(8, 6))
        await pilot.pause()
        assert not app.screen.query_one(TextField).has_focus
        await pilot.click(RoleRows, offset=(8, 6))
        await pilot.pause()
        assert "Until when?" in "\n".join(shown(app))


async def test_a_reader_looks_and_says_nothing(tmp_path: Path) -> None:
    app = staff_app(tmp_path, role="reader")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("h", "1", "a", "plus", "enter", "minus", "u")
        await pilot.pause()
        assert "You may look here, and not change it." in "\n".join(shown(app))
        assert not app.screen.query_one(TextField).has_focus
    center = desk_kiosk(tmp_path).center
    assert [each.state for each in center.shelf.now(TUESDAY)] == [None, None, None]
    assert not (tmp_path / "notes" / "shelf").exists()


async def test_who_holds_the_desk_is_named_in_a_sentence(tmp_path: Path) -> None:
    app = staff_app(tmp_path)

    def in_use(_: str) -> AbstractContextManager[object]:
        raise Busy("In use by mary (process 7 on lobby).", "mary")

    async with app.run_test(size=SMALL) as pilot:
        app.desk.center.shelf._noted._hold = in_use
        await pilot.press("h", "1")
        await pilot.pause()
        assert "mary is changing something just now. Nothing was changed. Try again soon." in "\n".join(shown(app))


async def test_what_another_desk_says_shows_here(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await pilot.press("h")
        await pilot.pause()
        other = desk_kiosk(tmp_path).center
        other.shelf.turn(other.shelf.now(TUESDAY)[2].key, "mary", TUESDAY)
        app.tick()
        await pilot.pause()
        assert "3  Coats           IN" in "\n".join(shown(app))


async def test_hostile_words_are_only_words(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("h")
        center = app.desk.center
        center.shelf.add("118", {"en": "[/b][@click=app.end]x[/]\x1b[2J \u202eevil 衣服"}, "office")
        await pilot.press("u", "u")
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "[/b][@c" in text
        assert "\x1b" not in text
        assert "\u202e" not in text


async def test_the_lobby_is_read_from_the_shelf(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("h", "a", "3", "3", "l")
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "As families see it now" in text
        assert "Parent liaison · Room 104 · HERE until 4:00 PM" in text
        assert "Coats: few left, said today." in text
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, ShelfScreen)
