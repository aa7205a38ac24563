"""Names, values and files from outside on the screens that show them: drawn as they are, in every theme and size."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk.domain.kept import Edit
from kiosk.pages.staff.parts import ScreenName, StaffRoute
from kiosk.services.desk import Who
from kiosk.tui.staff.app import StaffApp
from kiosk.tui.staff.history import HistoryScreen
from tests.tui.staff.host import LOBBY, SMALL, desk_kiosk, is_on, shown
from tests.tui.staff.sticks import files_app, pack, stick

pytestmark = pytest.mark.slow

WORDS = ["[/]", "Open [/9am-5pm]", "[@click=app.quit]x[/]", "a\\", "Gym [lower", "{value} {n}", "漢字漢字", "مرحبا"]


def hostile_school(tmp_path: Path) -> None:
    """A listing whose every text looks like an order, a question about it, and a stick with more of the kind."""
    desk_kiosk(tmp_path / "school")
    shutil.copytree(tmp_path / "school", tmp_path / "office")
    for name, by in (("school", "[b]joe"), ("office", "{who}")):
        store = desk_kiosk(tmp_path / name).store
        kept = store.get("118")
        doc = {**store.document(kept), "name": {"en": WORDS[0], "es": WORDS[2]}, "alert": {"en": WORDS[1] + by}}
        store.batch([Edit(kept.id, kept.rev, {**doc, "x_note": WORDS, "description": {"en": " ".join(WORDS)}})], by)
        store.batch([Edit(kept.id, kept.rev, {**store.document(kept), "alert": {"en": WORDS[6] + by}})], by)
    pack(tmp_path, "office", stick(tmp_path, "[b]USB")).rename(
        tmp_path / "media" / "ana" / "[b]USB" / "[x] {file}.kiosk"
    )


@pytest.mark.parametrize(
    ("theme", "size"),
    [
        ("day", LOBBY),
        ("no-color", SMALL),
        *(
            pytest.param(theme, size, marks=pytest.mark.slow)
            for theme, size in (
                ("day", SMALL), ("no-color", LOBBY), ("night", LOBBY), ("night", SMALL), ("day-16", LOBBY),
                ("day-16", SMALL),
            )
        ),
    ],
)  # fmt: skip
async def test_every_screen_draws_them_as_they_are(tmp_path: Path, size: tuple[int, int], theme: str) -> None:
    hostile_school(tmp_path)
    app = files_app(tmp_path)
    id = desk_kiosk(tmp_path / "school").store.get("118").id
    file = tmp_path / "media" / "ana" / "[b]USB" / "[x] {file}.kiosk"
    routes: tuple[tuple[ScreenName, str], ...] = (
        ("files", ""), ("arrivals", str(file)), ("moments", ""), ("history", id), ("question", id), ("meanwhile", id),
        ("preview", id),
    )  # fmt: skip
    async with app.run_test(size=size) as pilot:
        app.theme = theme
        for name, about in routes:
            await app.push_screen(app._screen(StaffRoute(name, about)))
            for _ in range(2):
                await pilot.pause()
                await app.workers.wait_for_complete()
            await pilot.press("down", "up", "right", "left")
            await pilot.pause()
            text = "\n".join(shown(app))
            assert len(text) > 100, name
            assert "{who}" in text or "[/]" in text or "[x] {file}" in text or "listings" in text, name
            await pilot.press("escape")
            await pilot.pause()
        assert app.return_code is None


async def test_a_move_and_an_undo_in_one_bunch_take_back_the_right_change(tmp_path: Path) -> None:
    from tests.tui.staff.test_in_turn import at_once

    kiosk = desk_kiosk(tmp_path / "school")
    for field, value in (("email", "one@example.org"), ("url", "https://example.org/new")):
        kept = kiosk.store.get("118")
        kiosk.store.batch([Edit(kept.id, kept.rev, {**kiosk.store.document(kept), field: value})], "ana")
    app = StaffApp(kiosk.desk(Who("office")), kiosk.desk_words(), "en", steady=lambda: 0.0)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f", *"118", "down", "v")
        await pilot.pause()
        assert is_on(app, HistoryScreen)
        at_once(app, ["down", "u"])
        for _ in range(5):
            await pilot.pause()
    doc = kiosk.store.document(kiosk.store.get("118"))
    assert doc["url"] == "https://example.org/new"
    assert doc["email"] != "one@example.org"
