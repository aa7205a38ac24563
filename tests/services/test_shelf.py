"""The shelf: said by one key, seen at once, and not known any more after a day."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.domain.errors import NoSuch, Refused
from kiosk.domain.kept import Kept
from kiosk.domain.listing import Listing
from kiosk.domain.settings import ShelfThing
from kiosk.services.noted import Noted, unsaid
from kiosk.services.shelf import STATES, OnShelf, Shelf, ShelfState
from kiosk.services.shelf_note import MOST
from kiosk.store.lock import Lock
from kiosk.store.notes import Notes
from tests.services.schools import NOW, ZONE
from tests.services.years import PaperNotes

PANTRY = ShelfThing(listing="pantry", name={"en": "Pantry", "es": "Despensa"})
DIAPERS = ShelfThing(listing="140", name={"en": "Diapers"})
WIPES = ShelfThing(listing="baby", name={"en": "Wipes"})
KEYS = ("pantry/pantry", "140/diapers", "baby/wipes")
BABY = Kept(Listing(id="baby", number=140, name={"en": "Baby things"}), "1-0")
FOOD = Kept(Listing(id="pantry", number=214, name={"en": "Food shelf"}), "1-0")


def a_shelf(notes: PaperNotes | Notes | None = None) -> Shelf:
    """A shelf with three things."""
    return Shelf((PANTRY, DIAPERS, WIPES), Noted(notes or PaperNotes(), "shelf", nullcontext))


def states(found: tuple[OnShelf, ...]) -> dict[str, str | None]:
    """The states by thing."""
    return {each.thing.name["en"]: each.state for each in found}


def test_before_anybody_says_anything_nothing_is_known() -> None:
    shelf = a_shelf()
    assert states(shelf.now(NOW)) == {"Pantry": None, "Diapers": None, "Wipes": None}
    assert shelf.of(FOOD, NOW) == () and shelf.of(BABY, NOW) == ()
    assert Shelf((PANTRY,), unsaid("shelf")).of(FOOD, NOW) == ()


def test_one_key_goes_round_and_says_who_and_when() -> None:
    shelf = a_shelf()
    assert [shelf.turn(KEYS[0], "mary", NOW) for _ in range(4)] == ["in", "low", "out", "in"]
    found = shelf.of(FOOD, NOW)
    assert found == (OnShelf(KEYS[0], PANTRY, "in", NOW, "mary", is_known=True),)
    assert found[0].at is not None and found[0].at.tzinfo is NOW.tzinfo


def test_things_belong_to_the_listing_that_gives_them_out_by_its_id_or_number() -> None:
    shelf = a_shelf()
    shelf.note(KEYS[1], "low", "mary", NOW)
    shelf.note(KEYS[2], "out", "mary", NOW)
    assert states(shelf.of(BABY, NOW)) == {"Wipes": "out", "Diapers": "low"}
    assert shelf.of(FOOD, NOW) == ()


AUTUMN = datetime(2026, 10, 25, tzinfo=UTC)
MOMENTS = st.integers(0, 146 * 24 * 3600).map(lambda after: (AUTUMN + timedelta(seconds=after)).astimezone(ZONE))
AGES = st.integers(-3 * 24 * 3600, 3 * 24 * 3600).map(lambda seconds: timedelta(seconds=seconds))


@given(MOMENTS, AGES, st.sampled_from(STATES))
@example(datetime(2026, 10, 31, 12, tzinfo=ZONE), timedelta(hours=23, minutes=59), "low")  # the clock goes back
@example(datetime(2026, 10, 31, 12, tzinfo=ZONE), timedelta(hours=24), "low")
@example(datetime(2027, 3, 13, 12, tzinfo=ZONE), timedelta(hours=23, minutes=59), "in")  # the clock goes forward
@example(datetime(2026, 11, 24, 23, 59, tzinfo=ZONE), timedelta(minutes=2), "out")  # midnight in between
@example(datetime(2026, 11, 24, 9, tzinfo=ZONE), timedelta(0), "in")
@example(datetime(2026, 11, 24, 9, tzinfo=ZONE), -timedelta(minutes=5), "in")  # another machine's clock
def test_families_are_told_for_a_day_and_not_longer(said: datetime, age: timedelta, state: ShelfState) -> None:
    shelf = a_shelf()
    shelf.note(KEYS[0], state, "mary", said)
    now = (said.astimezone(UTC) + age).astimezone(ZONE)
    told = shelf.of(FOOD, now)
    assert bool(told) == (-timedelta(minutes=5) <= age < timedelta(days=1))
    desk = shelf.now(now)[0]
    assert (desk.state, desk.by, desk.is_known) == (state, "mary", bool(told))
    for each in told:
        assert each.at is not None and each.at <= now
        assert abs((now.date() - each.at.date()).days) <= 1


def test_after_a_day_the_key_begins_anew() -> None:
    shelf = a_shelf()
    shelf.note(KEYS[0], "low", "mary", NOW)
    assert shelf.turn(KEYS[0], "mary", NOW + timedelta(days=1)) == "in"


def test_another_processs_word_is_seen_by_one_look(tmp_path: Path) -> None:
    desk, lobby = a_shelf(Notes(tmp_path)), a_shelf(Notes(tmp_path))
    lobby.refresh()
    assert not lobby.changed()
    desk.note(KEYS[0], "out", "mary", NOW)
    assert lobby.changed()
    assert states(lobby.of(FOOD, NOW)) == {"Pantry": "out"}
    assert not lobby.changed()


def test_the_last_key_is_undone_and_done_again() -> None:
    shelf = a_shelf()
    with pytest.raises(NoSuch):
        shelf.undo("mary")
    shelf.note(KEYS[0], "in", "mary", NOW)
    shelf.note(KEYS[0], "out", "mary", NOW)
    shelf.undo("ana")
    assert states(shelf.now(NOW))["Pantry"] == "in"
    shelf.undo("ana")
    assert states(shelf.now(NOW))["Pantry"] == "out"


def test_the_desk_puts_a_thing_on_the_shelf_and_takes_it_off() -> None:
    shelf = a_shelf()
    key = shelf.add("pantry", {"en": "  School\x1b bags ", "es": ""}, "mary")
    shelf.note(key, "low", "mary", NOW)
    assert states(shelf.of(FOOD, NOW)) == {"School bags": "low"}
    with pytest.raises(Refused, match=r"already"):
        shelf.add("pantry", {"en": "school bags"}, "mary")
    for name in ({"en": " "}, {}, {"en": "x" * 61}):
        with pytest.raises(Refused, match=r"Nothing was changed"):
            shelf.add("pantry", name, "mary")
    shelf.drop(key, "mary")
    assert "School bags" not in states(shelf.now(NOW))
    with pytest.raises(Refused, match=r"settings\.toml"):
        shelf.drop(KEYS[0], "mary")


def test_the_shelf_is_not_endless() -> None:
    shelf = a_shelf()
    for number in range(MOST - 3):
        shelf.add("pantry", {"en": f"Thing {number}"}, "mary")
    with pytest.raises(Refused, match=r"room"):
        shelf.add("pantry", {"en": "One more"}, "mary")


def test_what_is_not_on_the_shelf_has_no_state() -> None:
    with pytest.raises(NoSuch):
        a_shelf().note("pantry/caviar", "in", "mary", NOW)
    with pytest.raises(NoSuch):
        a_shelf().drop("pantry/caviar", "mary")


JSON = st.recursive(
    st.none() | st.booleans() | st.text(max_size=9) | st.sampled_from(["in", "2026-11-24T15:05:00-05:00"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from([*KEYS, "said", "things", "state", "at", "listing", "name", "en", "now"]), inner, max_size=4
    ),
    max_leaves=12,
)  # fmt: skip


@given(JSON)
def test_whatever_stands_in_the_note_families_page_is_made(note: object) -> None:
    notes = PaperNotes()
    notes.kept["shelf", "now"] = {"now": note}
    shelf = a_shelf(notes)
    for each in (*shelf.now(NOW), *shelf.of(FOOD, NOW), *shelf.of(BABY, NOW)):
        assert each.state in (None, *STATES)
    shelf.note(KEYS[0], "low", "mary", NOW)
    assert states(shelf.now(NOW))["Pantry"] == "low"
    json.dumps(notes.kept["shelf", "now"])


def test_several_who_speak_at_once_lose_no_word(tmp_path: Path) -> None:
    def hold(by: str) -> AbstractContextManager[object]:
        return Lock(tmp_path / "desk.lock").held(by, "2026-11-24T20:05:00Z")

    def speak(number: int) -> None:
        shelf = Shelf((PANTRY, DIAPERS, WIPES), Noted(Notes(tmp_path), "shelf", hold))
        key = shelf.add("pantry", {"en": f"Thing {number}"}, f"p{number}")
        for _ in range(3):
            shelf.turn(key, f"p{number}", NOW)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(speak, range(8)))
    found = states(a_shelf(Notes(tmp_path)).now(NOW))
    assert {found[f"Thing {number}"] for number in range(8)} == {"out"}
