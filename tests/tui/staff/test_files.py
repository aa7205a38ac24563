"""Take it home at the desk: write, take in, back up, go back; shown first, undone by one key, stopped at any step."""

from __future__ import annotations

import shutil
from pathlib import Path
from threading import Event

import pytest

from kiosk.domain.kept import Edit
from kiosk.pages.staff.parts import StaffRoute
from kiosk.services.luggage import Step
from kiosk.store import Store
from kiosk.tui.staff.app import StaffApp
from kiosk.tui.staff.arrivals import ArrivalsScreen
from kiosk.tui.staff.files import FilesScreen
from kiosk.tui.staff.question import QuestionScreen
from tests.tui.staff.host import LOBBY, SMALL, desk_kiosk, is_on, shown
from tests.tui.staff.sticks import files_app, luggage, never, pack, stick

pytestmark = pytest.mark.slow

SIZES = [LOBBY, SMALL]


def change(store: Store, ref: str, by: str, **fields: object) -> None:
    kept = store.get(ref)
    store.batch([Edit(kept.id, kept.rev, {**store.document(kept), **fields})], by)


def two_schools(tmp_path: Path) -> tuple[Store, Store]:
    """The same school at two machines."""
    desk_kiosk(tmp_path / "school")
    shutil.copytree(tmp_path / "school", tmp_path / "office")
    return desk_kiosk(tmp_path / "school").store, desk_kiosk(tmp_path / "office").store


async def settled(app: StaffApp, pilot: object) -> str:
    """Wait until no work is under way; what the screen says then."""
    for _ in range(3):
        await pilot.pause()  # type: ignore[attr-defined]
        await app.workers.wait_for_complete()
        await pilot.pause()  # type: ignore[attr-defined]
    return "\n".join(shown(app))


async def press(app: StaffApp, pilot: object, *keys: str) -> str:
    await pilot.press(*keys)  # type: ignore[attr-defined]
    return await settled(app, pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_what_another_machine_changed_is_shown_taken_in_and_undone(tmp_path: Path, size: tuple[int, int]) -> None:
    here, office = two_schools(tmp_path)
    change(office, "118", "ana", email="new@example.org")
    office.batch([Edit("", "", {"id": "drama", "name": {"en": "Drama club"}, "needs": ["clubs"]})], "ana", "add")
    office.delete(office.id_of("214"), "", "ana")
    pack(tmp_path, "office", stick(tmp_path))
    before = here.load()
    app = files_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        text = await press(app, pilot, "i")
        assert is_on(app, FilesScreen)
        assert "SANDISK" in text
        assert "office.kiosk" in text
        text = await press(app, pilot, "i")
        assert is_on(app, ArrivalsScreen)
        assert "1 new, 1 changed, 1 gone." in text
        assert "Nothing is changed yet. Y takes all of it in." in text
        for words in ("CHANGED", "118", "School clinic", "NEW", "Drama club", "GONE", "214", "School food shelf"):
            assert words in text
        assert here.load().seq == before.seq, "shown first"
        text = await press(app, pilot, "down", "down")
        assert "Families no longer read" in text
        assert "Walk in now. Room 104, until 4." in text
        text = await press(app, pilot, "y")
        assert "3 listings were taken in." in text
        assert here.get("118").listing.email == "new@example.org"
        text = await press(app, pilot, "u")
        assert "3 listings are as they were then." in text
    now = here.load()
    assert {kept.id: here.document(kept) for kept in now} == {kept.id: here.document(kept) for kept in before}


async def test_a_second_time_nothing_changes_and_it_says_so(tmp_path: Path) -> None:
    here, office = two_schools(tmp_path)
    change(office, "118", "ana", email="new@example.org")
    pack(tmp_path, "office", stick(tmp_path))
    app = files_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await press(app, pilot, "i")
        await press(app, pilot, "i")
        await press(app, pilot, "y")
        seq = here.load().seq
        await press(app, pilot, "escape")
        text = await press(app, pilot, "i")
        assert "It brings nothing that is not here already." in text
        assert "There is nothing to do." in text
        await press(app, pilot, "y", "u")
    assert here.load().seq == seq


async def test_what_both_changed_is_left_as_a_question(tmp_path: Path) -> None:
    here, office = two_schools(tmp_path)
    change(office, "118", "ana", email="ana@example.org")
    change(here, "118", "joe", email="joe@example.org")
    pack(tmp_path, "office", stick(tmp_path))
    app = files_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await press(app, pilot, "i")
        text = await press(app, pilot, "i")
        assert "0 new, 1 changed, 0 gone, 1 to choose." in text
        assert "Both sides changed it: you choose afterwards." in text
        text = await press(app, pilot, "y")
        assert "1 listing was taken in. 1 question is left: Q shows it." in text
        text = await press(app, pilot, "q")
        assert is_on(app, QuestionScreen)
        assert "ana@example.org" in text
        assert "joe@example.org" in text


async def test_what_is_wrong_in_what_comes_is_told(tmp_path: Path) -> None:
    _, office = two_schools(tmp_path)
    change(office, "118", "ana", eligibility={"minimum_age": 12, "maximum_age": 3})
    pack(tmp_path, "office", stick(tmp_path))
    app = files_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await press(app, pilot, "i")
        text = " ".join((await press(app, pilot, "i")).split())
        assert "To mend" in text
        assert "Highest age" in text


async def test_undo_does_not_take_somebody_elses_change_with_it(tmp_path: Path) -> None:
    here, office = two_schools(tmp_path)
    change(office, "118", "ana", email="ana@example.org")
    pack(tmp_path, "office", stick(tmp_path))
    app = files_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await press(app, pilot, "i")
        await press(app, pilot, "i")
        await press(app, pilot, "y")
        change(here, "121", "joe", minutes_needed=77)
        seq = here.load().seq
        text = await press(app, pilot, "u")
        assert "Somebody changed a listing since." in text
    assert here.load().seq == seq


@pytest.mark.parametrize("size", SIZES)
async def test_write_and_back_up_to_the_stick(tmp_path: Path, size: tuple[int, int]) -> None:
    desk_kiosk(tmp_path / "school")
    place = stick(tmp_path)
    app = files_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await press(app, pilot, "i")
        text = await press(app, pilot, "w")
        assert "maple-street-school.kiosk is written, with 102 listings." in " ".join(text.split())
        text = await press(app, pilot, "b")
        assert "maple-street-school-2026-11-24.json is written." in text
        assert text.count("maple-street-school") >= 3, "both lie on the stick, and are shown there"
    assert sorted(file.name for file in place.iterdir()) == [
        "maple-street-school-2026-11-24.json", "maple-street-school.kiosk",
    ]  # fmt: skip
    bags = luggage(desk_kiosk(tmp_path / "school"), tmp_path)
    assert bags.brings(bags.read(place / "maple-street-school.kiosk", never)) == []


async def test_the_command_to_back_up_begins_at_once(tmp_path: Path) -> None:
    desk_kiosk(tmp_path / "school")
    place = stick(tmp_path)
    app = files_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await app.push_screen(app._screen(StaffRoute("files", detail="backup")))
        assert "-2026-11-24.json is written." in await settled(app, pilot)
    assert [file.suffix for file in place.iterdir()] == [".json"]


async def test_another_place_is_typed_and_says_first_what_enter_does(tmp_path: Path) -> None:
    desk_kiosk(tmp_path / "school")
    app = files_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        text = await press(app, pilot, "i")
        assert "No stick is in. Put one in: it shows here." in text
        text = await press(app, pilot, "p")
        assert "Enter writes all listings to ~/maple-street-school.kiosk." in text
        text = await press(app, pilot, *"x.txt")
        assert "is no name here." in text
        text = await press(app, pilot, "enter")
        assert "is no name here." in text, "nothing is done, and what was typed stays"
        text = await press(app, pilot, *["backspace"] * 3, *"kiosk", "enter")
        assert "x.kiosk is written, with 102 listings." in text
        text = await press(app, pilot, "p", *"x.kiosk")
        assert "Enter shows what ~/x.kiosk brings." in text
        text = await press(app, pilot, "escape")
        assert is_on(app, FilesScreen)
    assert (tmp_path / "home" / "x.kiosk").exists()


async def test_a_moment_is_shown_then_gone_back_to_and_undone(tmp_path: Path) -> None:
    here, _ = two_schools(tmp_path)
    change(here, "118", "ana", email="ana@example.org")
    change(here, "121", "joe", minutes_needed=77)
    app = files_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await press(app, pilot, "i")
        text = await press(app, pilot, "r")
        assert "changed: School clinic" in text
        text = await press(app, pilot, "down", "down", "enter")
        assert "0 new, 2 changed, 0 gone." in text
        assert "School clinic" in text
        text = await press(app, pilot, "y")
        assert "2 listings are as they were then." in text
        assert here.get("118").listing.email != "ana@example.org"
        await press(app, pilot, "u")
    assert here.get("118").listing.email == "ana@example.org"


async def test_a_backup_on_the_stick_is_shown_before_it_is_gone_back_to(tmp_path: Path) -> None:
    here, _ = two_schools(tmp_path)
    bags = luggage(desk_kiosk(tmp_path / "school"), tmp_path)
    bags.back_up(stick(tmp_path) / "monday.json")
    change(here, "118", "ana", email="ana@example.org")
    app = files_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await press(app, pilot, "i")
        text = await press(app, pilot, "down", "enter")
        assert "Going back: monday.json" in text
        assert "0 new, 1 changed, 0 gone." in text
        await press(app, pilot, "y")
    assert here.get("118").listing.email != "ana@example.org"


@pytest.mark.parametrize("bad", [b'{"bundle":1,"snapshot":5}\n', b'{"bundle":'])
async def test_a_bundle_that_cannot_be_read_says_why_and_changes_nothing(tmp_path: Path, bad: bytes) -> None:
    here, _ = two_schools(tmp_path)
    (stick(tmp_path) / "bad.kiosk").write_bytes(bad)
    seq = here.load().seq
    app = files_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await press(app, pilot, "i")
        text = await press(app, pilot, "i")
        assert "The file is damaged, or not from a kiosk. Nothing was changed." in text
        await press(app, pilot, "y", "u", "q")
        await press(app, pilot, "escape")
        assert is_on(app, FilesScreen)
    assert here.load().seq == seq


async def test_escape_stops_a_slow_stick_and_leaves_nothing(tmp_path: Path) -> None:
    desk_kiosk(tmp_path / "school")
    place = stick(tmp_path)
    app = files_app(tmp_path)
    begun, may_go_on = Event(), Event()
    async with app.run_test(size=SMALL) as pilot:
        await press(app, pilot, "i")
        screen = app.screen
        assert isinstance(screen, FilesScreen)
        write = screen.luggage._write

        def slowly(file: Path, step: Step) -> int:
            def slow(done: int, total: int) -> None:
                begun.set()
                assert may_go_on.wait(20)
                step(done, total)

            return write(file, slow)

        screen.luggage._write = slowly
        await pilot.press("w")
        await pilot.pause()
        assert begun.wait(20)
        assert "Writing to SANDISK" in "\n".join(shown(app))
        await pilot.press("w", "b", "p", "escape")
        await pilot.pause()
        may_go_on.set()
        text = await settled(app, pilot)
        assert "Stopped. Nothing was changed." in text
        assert is_on(app, FilesScreen)
    assert list(place.iterdir()) == []


async def test_a_reader_looks_and_carries_nothing(tmp_path: Path) -> None:
    here, office = two_schools(tmp_path)
    change(office, "118", "ana", email="ana@example.org")
    pack(tmp_path, "office", place := stick(tmp_path))
    seq = here.load().seq
    app = files_app(tmp_path, role="reader")
    async with app.run_test(size=SMALL) as pilot:
        await press(app, pilot, "i")
        await press(app, pilot, "w", "b", "p", "i", "down", "enter")
        assert is_on(app, FilesScreen)
        await press(app, pilot, "r")
        await press(app, pilot, "enter")
        await press(app, pilot, "y", "u")
    assert here.load().seq == seq
    assert [file.name for file in place.iterdir()] == ["office.kiosk"]


async def test_in_spanish_with_names_that_look_like_orders(tmp_path: Path) -> None:
    here, office = two_schools(tmp_path)
    change(office, "118", "ana", name={"en": "[/] x", "es": "[@click=app.quit]y[/]"})
    pack(tmp_path, "office", stick(tmp_path, "[b]USB"))
    app = files_app(tmp_path, language="es")
    async with app.run_test(size=SMALL) as pilot:
        text = await press(app, pilot, "i")
        assert "[b]USB" in text
        text = await press(app, pilot, "i")
        assert "0 nuevas, 1 cambiada, 0 quitadas." in text
        assert "[@click=app.quit]y[/]" in text
        text = await press(app, pilot, "y")
        assert here.get("118").head.name["en"] == "[/] x"


async def test_another_size_keeps_what_is_typed(tmp_path: Path) -> None:
    desk_kiosk(tmp_path / "school")
    app = files_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await press(app, pilot, "i")
        await press(app, pilot, "p", *"a")
        await pilot.resize_terminal(*SMALL)
        await press(app, pilot, *".kiosk", "enter")
    assert (tmp_path / "home" / "a.kiosk").exists()


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
async def test_a_sheet_is_written_where_one_types_and_taken_in_from_a_stick(tmp_path: Path, suffix: str) -> None:
    here, _ = two_schools(tmp_path)
    place = stick(tmp_path)
    app = files_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await press(app, pilot, "i")
        text = await press(app, pilot, "p", *f"all.{suffix}", "enter")
        assert f"all.{suffix} is written, with 102 listings." in text
        (tmp_path / "home" / f"all.{suffix}").rename(place / f"all.{suffix}")
        change(here, "118", "ana", email="ana@example.org")
        await press(app, pilot, "r", "escape")
        text = await press(app, pilot, "down", "enter")
        assert is_on(app, ArrivalsScreen)
        assert "0 new, 1 changed, 0 gone." in text
        seq = here.load().seq
        await press(app, pilot, "y")
    assert here.get("118").listing.email == "ana@example.org", "what was changed since the sheet was written stays"
    assert here.load().seq == seq


async def test_a_sheet_with_a_wrong_cell_names_it_and_changes_nothing(tmp_path: Path) -> None:
    here, _ = two_schools(tmp_path)
    (stick(tmp_path) / "new.csv").write_text("name,email\nClub,nobody\nOther,[/]\n", "utf-8")
    seq = here.load().seq
    app = files_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await press(app, pilot, "i")
        text = await press(app, pilot, "down", "enter")
        assert "Row 2, column email: “nobody” is no e-mail address." in " ".join(text.split())
        assert "And 1 more." in text
        await press(app, pilot, "y")
    assert here.load().seq == seq
