"""Adding and saving listings: cleaned and checked on the way in, all or none, and never over somebody else's work."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kiosk.domain.errors import NoSuch, Refused
from kiosk.services.editing import Editing
from kiosk.store import Store, open_store
from tests.store.samples import FIXTURE, listing_json, pantry

NEEDS = ("food", "check-ups", "shots", "sick-visits")
SUPPORTS = ("school-based-health-clinic", "medication-management")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path)


@pytest.fixture
def editing(store: Store) -> Editing:
    return Editing(store, NEEDS, SUPPORTS)


def test_the_sample_file_is_added(store: Store, editing: Editing) -> None:
    (saved,) = editing.add_json(FIXTURE.read_bytes(), "mary")
    assert (saved.id, saved.number, saved.outcome) == ("school-clinic", 101, "saved")
    assert store.get("101").listing.name["es"] == "Clínica de la escuela"
    assert [change.why for change in store.changes_since(0)] == ["add"]


def test_many_are_added_or_none(store: Store, editing: Editing) -> None:
    with pytest.raises(Refused, match=r"“b”: schedules\[0\].closes_at: “25:00” is no time of day") as refused:
        editing.add([pantry("a"), pantry("b", schedules=[{"opens_at": "08:00", "closes_at": "25:00"}])], "mary")
    assert "Nothing was changed." in str(refused.value)
    assert len(store.load()) == 0
    assert [saved.number for saved in editing.add([pantry("a"), pantry("b")], "mary")] == [101, 102]


@pytest.mark.parametrize(("text", "named"), [
    (b'{"id":"b","name":{"en":"B"},"cost_options":[{"amount":NaN}]}', "“b”: cost_options[0].amount is not a number"),
    (b'{"id":"b","name":{"en":"B"},"cost_options":[{"amount":Infinity}]}', "“b”: cost_options[0].amount is not a"),
    (b'{"id":"b","name":{"en":"half \\ud83d"}}', "“b”: name.en has half of a character in it"),
    (b'{"id":"b","name":{"en":"B"},"minutes_needed":' + b"9" * 400 + b"}", "“b”: minutes_needed is not a number"),
    (b'{"id":"b","name":{"en":"B"},"minutes_needed":9007199254740993}', "“b”: minutes_needed is too large"),
    (b'{"id":"b","name":{"en":"B"},"nedes":["food"]}', "“b”: nedes is not a known field"),
    (b'{"name":{"en":"B"},"needs":["fod"]}', "“B”: needs[0]: “fod” is no need the kiosk knows"),
    (b'{"needs":["food"]}', "Listing 1: name is missing"),
    (b'{"id":"\\ud83d","name":{"en":"B"}}', "“?”: id has half of a character"),
    (b'{"id":"b","name":{"en":"B"}', "The file is no JSON: line 1"),
])  # fmt: skip
def test_what_cannot_be_kept_is_refused_by_listing_and_field(
    editing: Editing, tmp_path: Path, text: bytes, named: str
) -> None:
    editing.add([pantry("a")], "mary")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(Refused) as refused:
        editing.add_json(text, "mary")
    assert str(refused.value).startswith(named)
    assert "Nothing was changed." in str(refused.value)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert [kept.listing.name["en"] for kept in open_store(tmp_path).load()] == ["Food pantry"]


def test_every_text_is_cleaned_on_the_way_in(store: Store, editing: Editing) -> None:
    editing.add([pantry("a\u200b", alert={"en": "\x1b]0;owned\x07Hi"}, x_note=["\u202eabc"])], "mary")
    kept = store.get("a")
    assert kept.listing.alert == {"en": "]0;ownedHi"}
    assert kept.listing.extra == {"x_note": ["abc"]}


def test_an_id_that_is_there_is_not_added_again(editing: Editing) -> None:
    editing.add([pantry()], "mary")
    with pytest.raises(Refused, match="already a listing with the id “food-pantry”"):
        editing.add([pantry()], "joe")


def test_what_show_prints_can_be_added_elsewhere(store: Store, editing: Editing, tmp_path: Path) -> None:
    editing.add([listing_json()], "mary")
    kept = store.get("school-clinic")
    other = open_store(tmp_path / "other")
    (saved,) = Editing(other, NEEDS, SUPPORTS).add([{**store.document(kept), "rev": kept.rev}], "joe")
    assert saved.rev == kept.rev


def test_a_save_starts_from_what_was_opened(store: Store, editing: Editing) -> None:
    editing.add([listing_json()], "mary")
    opened = store.get("school-clinic")
    saved = editing.save(replace(opened.listing, minutes_needed=10), opened.rev, "mary")
    assert saved.outcome == "saved"
    document = store.document(store.get("school-clinic"))
    assert document == {**store.document(opened), "minutes_needed": 10}
    assert editing.save(replace(opened.listing, minutes_needed=10), opened.rev, "joe").outcome == "unchanged"
    asked = editing.save(replace(opened.listing, minutes_needed=20), opened.rev, "joe")
    assert asked.outcome == "question"
    assert store.get("101").listing.minutes_needed == 10
    (question,) = editing.left_open(asked, "joe")
    assert (question.field, question.mine, question.theirs) == ("minutes_needed", 20, 10)


def test_a_document_is_set_whole(store: Store, editing: Editing) -> None:
    (saved,) = editing.add([pantry()], "mary")
    doc: dict[str, Any] = deepcopy(store.document(store.get("101")))
    doc["name"]["en"] = "Pantry"
    assert editing.set("food-pantry", doc, saved.rev, "mary").outcome == "saved"
    doc["email"] = "nobody"
    with pytest.raises(Refused, match="email: “nobody” is no e-mail address"):
        editing.set("food-pantry", doc, store.get("101").rev, "mary")


def test_a_wrong_save_is_refused_and_names_what_else_is_wrong(store: Store, editing: Editing) -> None:
    (saved,) = editing.add([pantry()], "mary")
    wrong = replace(store.get("101").listing, needs=("fod",), email="nobody")
    with pytest.raises(Refused, match=r"needs\[0\].*More is wrong in: email\."):
        editing.save(wrong, saved.rev, "mary")
    assert store.get("101").rev == saved.rev


def test_a_listing_is_taken_away_and_brought_back(store: Store, editing: Editing) -> None:
    (saved,) = editing.add([pantry()], "mary")
    assert editing.delete("No. 101", saved.rev, "mary").number == 101
    assert len(store.load()) == 0
    with pytest.raises(NoSuch):
        editing.delete("food-pantry", "", "mary")
    assert editing.undo("101", "mary").number == 101
    assert store.get("101").id == "food-pantry"


def test_single_fields_are_changed_from_what_was_read(store: Store, editing: Editing) -> None:
    (saved,) = editing.add([pantry()], "mary")
    assert editing.change("101", [("email", "a@example.org")], "", "mary").outcome == "saved"
    merged = editing.change("101", [("name.es", "Despensa"), ("needs", None)], saved.rev, "joe")
    assert merged.outcome == "merged"
    listing = store.get("101").listing
    assert (listing.email, listing.name["es"], listing.needs) == ("a@example.org", "Despensa", ())
    with pytest.raises(NoSuch, match="There is no revision 9-"):
        editing.change("101", [("email", None)], "9-" + "0" * 32, "joe")
    with pytest.raises(Refused, match="email: “nobody” is no e-mail address"):
        editing.change("101", [("email", "nobody")], "", "joe")


def test_a_field_changed_from_a_revision_that_is_not_kept_any_more_is_asked(
    store: Store, editing: Editing, tmp_path: Path
) -> None:
    (saved,) = editing.add([pantry()], "mary")
    editing.change("101", [("email", "a@example.org")], "", "mary")
    store.backup(tmp_path / "all.json")
    other = open_store(tmp_path / "other")
    (tmp_path / "other").mkdir()
    (tmp_path / "all.json").rename(tmp_path / "other" / "listings.json")  # its ancestry is there, its history is not
    elsewhere = Editing(other, NEEDS, SUPPORTS)
    asked = elsewhere.change("101", [("email", "b@example.org")], saved.rev, "joe")
    assert asked.outcome == "question"
    assert other.get("101").listing.email == "a@example.org"
    assert [(each.field, each.mine) for each in elsewhere.questions("101")] == [("email", "b@example.org")]


def test_questions_about_a_listing_and_its_fields_end_together(store: Store, editing: Editing) -> None:
    (saved,) = editing.add([pantry(email="a@example.org")], "mary")
    editing.change("101", [("email", "b@example.org")], "", "mary")
    editing.change("101", [("email", "c@example.org")], saved.rev, "joe")
    editing.delete("101", saved.rev, "ann")
    questions = editing.questions("101")
    assert sorted(question.field for question in questions) == ["", "email"]
    assert editing.answer(questions, "mine", "mary").outcome == "saved"
    assert len(store.load()) == 0
    assert editing.questions() == []
    editing.undo("food-pantry", "mary")
    assert store.get("101").listing.email == "b@example.org"


def test_going_back_names_the_change_that_undoes_it(store: Store, editing: Editing) -> None:
    with pytest.raises(NoSuch, match="nothing to go back to"):
        editing.restore(1, "mary")
    editing.add([pantry()], "mary")
    editing.change("101", [("email", "a@example.org")], "", "mary")
    back = editing.restore(1, "mary")
    assert ([each.id for each in back.saved], back.undo) == (["food-pantry"], 2)
    assert store.get("101").listing.email == ""
    assert editing.restore(3, "mary").saved == ()
    forward = editing.restore(back.undo or 0, "mary")
    assert forward.undo == 3
    assert store.get("101").listing.email == "a@example.org"
