"""A question at the desk: mine, theirs and before in words, one key to take either, nothing lost whichever is taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.kept import Edit
from kiosk.services.desk import Role
from kiosk.store import Store
from kiosk.tui.staff.app import StaffApp
from kiosk.tui.staff.form import FormScreen
from kiosk.tui.staff.question import QuestionScreen
from tests.tui.raster import cells_of
from tests.tui.staff.host import LOBBY, SMALL, desk_kiosk, is_on, shown, staff_app

pytestmark = pytest.mark.slow

TEXT = "[/] [b]x"


def quarrel(store: Store, ref: str = "118", **fields: tuple[object, object]) -> str:
    """Two people change the same fields from one revision: joe first, then office; each also one of their own."""
    kept = store.get(ref)
    doc = store.document(kept)
    joe = {**doc, **{name: theirs for name, (_, theirs) in fields.items()}, "url": "https://example.org/joe"}
    office = {**doc, **{name: mine for name, (mine, _) in fields.items()}, "minutes_needed": 3}
    store.batch([Edit(kept.id, kept.rev, joe)], "joe")
    store.batch([Edit(kept.id, kept.rev, office)], "office")
    return kept.id


def hours(store: Store, closes: str, note: str = "") -> list[object]:
    """The clinic's rows with another end on Friday."""
    rows = store.document(store.get("118"))["schedules"]
    assert isinstance(rows, list)
    row = rows[0]
    friday = {**row, "byday": ["FR"], "closes_at": closes, **({"notes": {"en": note}} if note else {})}
    return [{**row, "byday": ["MO", "TU", "WE", "TH"]}, friday]


async def opened(app: StaffApp, pilot: object) -> QuestionScreen:
    await pilot.press("1")  # type: ignore[attr-defined]
    await pilot.pause()  # type: ignore[attr-defined]
    assert isinstance(app.screen, QuestionScreen)
    return app.screen


@pytest.mark.parametrize("size", [LOBBY, SMALL])
async def test_hours_stand_side_by_side_in_words_and_as_bars(tmp_path: Path, size: tuple[int, int]) -> None:
    store = desk_kiosk(tmp_path).store
    id = quarrel(
        store, schedules=(hours(store, "14:00", "Nurse leaves at 2."), hours(store, "12:00", "Half day for training."))
    )
    app = staff_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await opened(app, pilot)
        text = "\n".join(shown(app))
        assert "Two people changed School clinic" in text
        assert "Hours on Friday" in text
        for words in ("8:00 AM to 2:00 PM", "8:00 AM to 12:00 PM", "8:00 AM to 4:00 PM", "“Nurse leaves at 2.”"):
            assert words in text
        assert "{" not in text.replace("{n}", "x"), "words, not JSON"
        assert "Web page         https://example.org/joe" in text
        assert "Minutes it takes 3" in text
        if size == LOBBY:
            assert "No. 118, field 1 of 1. Families see theirs until you choose." in text
            assert " 8:00      12:00" in text
        await pilot.press("m")
        await pilot.pause()
        text = "\n".join(shown(app))
        assert "Nothing is left to choose." in text
        assert "Saved as No. 118." in text
    doc = store.document(store.get(id))
    assert doc["schedules"][1]["closes_at"] == "14:00"  # type: ignore[index]
    assert (doc["url"], doc["minutes_needed"]) == ("https://example.org/joe", 3)


@pytest.mark.parametrize(("key", "stands"), [("m", "o@x.org"), ("t", "j@x.org"), ("b", None)])
async def test_one_key_takes_either_or_what_was_before(tmp_path: Path, key: str, stands: str | None) -> None:
    store = desk_kiosk(tmp_path).store
    id = quarrel(store, email=("o@x.org", "j@x.org"))
    before = store.document(store.get(id)).get("email")
    assert before == "j@x.org"
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await opened(app, pilot)
        await pilot.press(key)
        await pilot.pause()
        assert "Nothing is left to choose." in "\n".join(shown(app))
    assert store.questions() == []
    assert store.document(store.get(id)).get("email") == (stands if key != "b" else _first_email(store, id))
    emails = {str(each.after.get("email")) for each in store.altered(id) if each.after}
    assert {"j@x.org"} <= emails, "what was not taken stays in the history"


def _first_email(store: Store, id: str) -> object:
    first = list(store.altered(id))[-1].after
    assert first is not None
    return first.get("email")


async def test_arrows_go_from_field_to_field_and_a_tap_takes(tmp_path: Path) -> None:
    store = desk_kiosk(tmp_path).store
    id = quarrel(store, email=("o@x.org", "j@x.org"), alert=({"en": TEXT}, {"en": "\u202eabc"}))
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await opened(app, pilot)
        first = "\n".join(shown(app))
        assert "field 1 of 2" in first
        await pilot.press("right")
        await pilot.pause()
        second = "\n".join(shown(app))
        assert "field 2 of 2" in second
        assert TEXT in first + second, "text from people is drawn as it is"
        await pilot.press("left")
        await pilot.pause()
        assert "field 1 of 2" in "\n".join(shown(app))
        await pilot.click(".side")
        await pilot.pause()
        assert "field 1 of 1" in "\n".join(shown(app))
    assert len([each for each in store.questions() if each.id == id]) == 1


async def test_a_deleted_listing_that_was_changed(tmp_path: Path) -> None:
    store = desk_kiosk(tmp_path).store
    kept = store.get("118")
    store.batch([Edit(kept.id, kept.rev, {**store.document(kept), "email": "j@x.org"})], "joe")
    store.delete(kept.id, kept.rev, "office")
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        await opened(app, pilot)
        text = "\n".join(shown(app))
        assert "Somebody changed it, and somebody else deleted it. It stays until you choose." in text
        assert "Delete it" in text
        assert "Keep it. E-mail: j@x.org" in text
        await pilot.press("b", "e")
        await pilot.pause()
        assert is_on(app, QuestionScreen), "neither is offered for the whole of it"
        await pilot.press("t")
        await pilot.pause()
    assert store.questions() == []
    assert store.get("118").listing.email == "j@x.org"


async def test_another_value_is_written_in_the_form(tmp_path: Path) -> None:
    store = desk_kiosk(tmp_path).store
    quarrel(store, email=("o@x.org", "j@x.org"))
    app = staff_app(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await opened(app, pilot)
        await pilot.press("e")
        await pilot.pause()
        assert is_on(app, FormScreen)


@pytest.mark.parametrize("role", ["reader"])
async def test_a_reader_looks_and_takes_nothing(tmp_path: Path, role: Role) -> None:
    store = desk_kiosk(tmp_path).store
    quarrel(store, email=("o@x.org", "j@x.org"))
    before = store.load().seq
    app = staff_app(tmp_path, role=role)
    async with app.run_test(size=SMALL) as pilot:
        await opened(app, pilot)
        await pilot.press("m", "t", "b", "e", "enter")
        await pilot.click(".side")
        await pilot.pause()
        assert is_on(app, QuestionScreen)
    assert store.load().seq == before


async def test_in_spanish(tmp_path: Path) -> None:
    store = desk_kiosk(tmp_path).store
    quarrel(store, email=("o@x.org", "j@x.org"))
    app = staff_app(tmp_path, language="es")
    async with app.run_test(size=SMALL) as pilot:
        await opened(app, pilot)
        text = "\n".join(shown(app))
        assert "Mío" in text
        assert "Como antes" in text
        assert "Antes" in text


async def test_without_colours_nothing_on_the_card_in_focus_is_lost(tmp_path: Path) -> None:
    store = desk_kiosk(tmp_path).store
    quarrel(store, email=("o@x.org", "j@x.org"))
    app = staff_app(tmp_path)
    async with app.run_test(size=LOBBY) as pilot:
        app.theme = "no-color"
        await opened(app, pilot)
        drawn = cells_of(app)
        (row,) = [row for row in drawn if "You, " in "".join(glyph for glyph, *_ in row)[:38]]
        place = "".join(glyph for glyph, *_ in row).index("You")
        assert row[place][1] != row[place][2], "its ink is not its ground"
