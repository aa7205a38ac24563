"""The history at the desk: who, when, what before and after in words; ways back that only ever add."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.kept import Edit
from kiosk.store import Store
from kiosk.tui.staff.app import StaffApp
from kiosk.tui.staff.history import HistoryScreen
from kiosk.tui.staff.lines import PreviewScreen
from tests.tui.staff.host import LOBBY, SMALL, desk_kiosk, is_on, shown, staff_app

pytestmark = pytest.mark.slow


def change(store: Store, by: str, ref: str = "118", **fields: object) -> str:
    kept = store.get(ref)
    doc = {**store.document(kept), **fields}
    store.batch([Edit(kept.id, kept.rev, {name: value for name, value in doc.items() if value is not None})], by)
    return kept.id


def closing(store: Store, hour: str) -> list[object]:
    rows = store.document(store.get("118"))["schedules"]
    assert isinstance(rows, list)
    row = rows[0]
    return [{**row, "byday": ["MO", "TU", "WE", "TH"]}, {**row, "byday": ["FR"], "closes_at": hour}]


async def opened(app: StaffApp, pilot: object) -> HistoryScreen:
    await pilot.press("f", *"118", "down", "v")  # type: ignore[attr-defined]
    await pilot.pause()  # type: ignore[attr-defined]
    assert isinstance(app.screen, HistoryScreen)
    return app.screen


@pytest.mark.parametrize("size", [LOBBY, SMALL])
async def test_each_change_is_a_line_in_words(tmp_path: Path, size: tuple[int, int]) -> None:
    store = desk_kiosk(tmp_path).store
    location = store.document(store.get("118"))["location"]
    change(store, "import", location={**location, "room": "7"})  # type: ignore[dict-item]  # it is a map
    change(store, "liaison", assured_date="2026-11-20", assurer="liaison")
    change(store, "office", papers={"checked": "2026-11-24", "asks": ["id"]})
    change(store, "liaison", schedules=closing(store, "14:00"))
    app = staff_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await opened(app, pilot)
        text = "\n".join(shown(app))
        for words in (
            "Friday ends at 2:00 PM, was 4:00 PM", "Room: 7, was 112", "Checked: still true", "First saved",
            "School clinic  No. 118", "Hours on Friday", "Undo makes a new change.", "liaison", "import",
        ):  # fmt: skip
            assert words in text, words
        assert "5 changes" in text
        assert "Change 5, after change 4" in text or size == SMALL
        await pilot.press("down")
        await pilot.pause()
        assert "Papers they ask for" in "\n".join(shown(app))


async def test_undo_takes_one_change_out_wherever_it_lies(tmp_path: Path) -> None:
    store = desk_kiosk(tmp_path).store
    first = store.document(store.get("118")).get("email")
    change(store, "ana", email="new@example.org")
    change(store, "joe", url="https://example.org/new")
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await opened(app, pilot)
        await pilot.press("down", "u")
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "put together with what somebody else changed" in text
        assert "4 changes" in text
    doc = store.document(store.get("118"))
    assert (doc.get("email"), doc["url"]) == (first, "https://example.org/new")
    assert len(list(store.history("118"))) == 4, "undo adds"


async def test_undo_of_the_newest_goes_back_and_forth(tmp_path: Path) -> None:
    store = desk_kiosk(tmp_path).store
    change(store, "ana", name={"en": "Other name"})
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await opened(app, pilot)
        assert "Other name" in "\n".join(shown(app))
        await pilot.press("u")
        await pilot.pause()
        assert "School clinic  No. 118" in "\n".join(shown(app))
        assert "Undo: " in "\n".join(shown(app))
        await pilot.press("u")
        await pilot.pause()
        assert "Other name  No. 118" in "\n".join(shown(app))


async def test_undo_of_what_was_changed_again_asks(tmp_path: Path) -> None:
    store = desk_kiosk(tmp_path).store
    change(store, "ana", email="one@example.org")
    change(store, "joe", email="two@example.org")
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await opened(app, pilot)
        await pilot.press("down", "u")
        await pilot.pause()
        assert "both are kept, and you choose" in "\n".join(shown(app))
    assert store.get("118").listing.email == "two@example.org"
    assert len(store.questions()) == 1


async def test_one_version_is_put_back_whole_by_one_key(tmp_path: Path) -> None:
    store = desk_kiosk(tmp_path).store
    first = store.document(store.get("118"))
    change(store, "ana", email="one@example.org", minutes_needed=90)
    change(store, "joe", url="https://example.org/new")
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await opened(app, pilot)
        await pilot.press("down", "down", "r")
        await pilot.pause()
        assert "Saved as No. 118." in "\n".join(shown(app))
    assert store.document(store.get("118")) == first
    assert len(list(store.history("118"))) == 4


async def test_the_whole_listing_as_it_was(tmp_path: Path) -> None:
    store = desk_kiosk(tmp_path).store
    change(store, "ana", name={"en": "Other name"})
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await opened(app, pilot)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert is_on(app, PreviewScreen)
        text = "\n".join(shown(app))
        assert "As it was after change 1" in text
        assert "School clinic" in text
        assert "Other name" not in text
        await pilot.press("escape")
        await pilot.pause()
        assert is_on(app, HistoryScreen)


async def test_the_first_save_cannot_be_undone_where_more_came_after(tmp_path: Path) -> None:
    store = desk_kiosk(tmp_path).store
    change(store, "ana", email="one@example.org")
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await opened(app, pilot)
        await pilot.press("down", "u")
        await pilot.pause()
        assert "There is nothing to go back to. Nothing was changed." in "\n".join(shown(app))
    assert len(list(store.history("118"))) == 2


async def test_a_reader_looks_and_takes_nothing_back(tmp_path: Path) -> None:
    store = desk_kiosk(tmp_path).store
    change(store, "ana", email="one@example.org")
    before = store.load().seq
    app = staff_app(tmp_path, role="reader")
    async with app.run_test(size=SMALL) as pilot:
        await opened(app, pilot)
        await pilot.press("u", "r", "down", "u", "r")
        await pilot.pause()
        assert "2 changes" in "\n".join(shown(app))
    assert store.load().seq == before


async def test_in_spanish_and_with_words_that_look_like_orders(tmp_path: Path) -> None:
    store = desk_kiosk(tmp_path).store
    change(store, "ana", alert={"en": "[/] [@click=app.quit]x[/]"})
    app = staff_app(tmp_path, language="es")
    async with app.run_test(size=LOBBY) as pilot:
        await opened(app, pilot)
        text = "\n".join(shown(app))
        assert "[/] [@click=app.quit]x[/]" in text
        assert "Historial" in text


async def test_another_size_keeps_the_place(tmp_path: Path) -> None:
    store = desk_kiosk(tmp_path).store
    change(store, "ana", email="one@example.org")
    change(store, "joe", email="two@example.org")
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        screen = await opened(app, pilot)
        await pilot.press("down")
        await pilot.resize_terminal(*SMALL)
        await pilot.press("down")
        await pilot.pause()
        assert screen.chosen == 2
        assert "3 changes" in "\n".join(shown(app))
