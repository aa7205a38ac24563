"""One change of many listings: previewed one by one, made whole or not at all, undone whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.errors import NoSuch, Refused
from kiosk.domain.kept import Edit
from kiosk.domain.paths import value_at
from kiosk.services import bulk
from kiosk.services.bulk import last, plan, save, undo
from kiosk.services.bulk_fields import FIELDS, BulkField, becomes, field_of
from kiosk.services.desk import Desk, Who
from tests.tui.staff.host import desk_kiosk


def desk(directory: Path, by: str = "mary") -> Desk:
    """The desk of one person; each call is a program of its own."""
    return desk_kiosk(directory).desk(Who(by))


def field(id: str) -> BulkField:
    """A field by its id."""
    found = field_of(id)
    assert found is not None
    return found


def ids(directory: Path) -> tuple[str, ...]:
    """Three listings of the sample, one of them with hours, one without."""
    store = desk_kiosk(directory).store
    return tuple(store.get(number).id for number in ("214", "233", "240"))


def values(directory: Path, path: str) -> list[object]:
    """What stands at a path of each of the three."""
    store = desk_kiosk(directory).store
    return [value_at(store.document(store.get(id)), path) for id in ids(directory)]


def test_a_change_is_one_moment_and_its_undo_another(tmp_path: Path) -> None:
    before = values(tmp_path, "status")
    seq = desk_kiosk(tmp_path).store.load().seq
    made = plan(desk(tmp_path), ids(tmp_path), field("status"), "inactive")
    assert desk_kiosk(tmp_path).store.load().seq == seq
    assert [line.after for line in made.ready] == ["inactive"] * 3
    saved = save(desk(tmp_path), made)
    assert [each.outcome for each in saved] == ["saved"] * 3
    assert values(tmp_path, "status") == ["inactive"] * 3
    assert desk_kiosk(tmp_path).store.load().seq == seq + 1
    undone = undo(desk(tmp_path))
    assert (len(undone.saved), undone.changed_since, undone.is_undone) == (3, (), True)
    assert values(tmp_path, "status") == before
    assert desk_kiosk(tmp_path).store.load().seq == seq + 2
    again = undo(desk(tmp_path))
    assert not again.is_undone
    assert values(tmp_path, "status") == ["inactive"] * 3


def test_what_would_be_wrong_is_named_and_left_out(tmp_path: Path) -> None:
    one, *others = ids(tmp_path)
    store = desk_kiosk(tmp_path).store
    kept = store.get(one)
    store.batch([Edit(one, kept.rev, {**store.document(kept), "needs": ["no-such-need"]})], "joe")
    made = plan(desk(tmp_path), ids(tmp_path), field("email"), "desk@example.org")
    (left_out,) = made.left_out
    assert left_out.id == one
    assert [problem.code for problem in left_out.problems] == ["unknown-need"]
    save(desk(tmp_path), made)
    assert values(tmp_path, "email")[1:] == ["desk@example.org"] * len(others)
    assert values(tmp_path, "email")[0] != "desk@example.org"
    nonsense = plan(desk(tmp_path), others, field("email"), "no address")
    assert nonsense.ready == ()
    with pytest.raises(NoSuch):
        save(desk(tmp_path), nonsense)


def test_all_or_none_when_one_is_wrong_after_all(tmp_path: Path) -> None:
    here = desk(tmp_path)
    docs = [
        ({**here.records.document(here.records.get(id)), "email": email}, here.records.get(id).rev)
        for id, email in zip(ids(tmp_path), ("a@example.org", "nonsense", "b@example.org"), strict=True)
    ]
    before, seq = values(tmp_path, "email"), here.records.load().seq
    with pytest.raises(Refused):
        here.editing.set_many(docs, "mary")
    assert (values(tmp_path, "email"), desk_kiosk(tmp_path).store.load().seq) == (before, seq)


def test_an_undo_leaves_what_somebody_changed_since(tmp_path: Path) -> None:
    save(desk(tmp_path), plan(desk(tmp_path), ids(tmp_path), field("email"), "desk@example.org"))
    one, two, _ = ids(tmp_path)
    desk(tmp_path).editing.change(one, [("email", "joe@example.org")], "", "joe")
    desk(tmp_path).editing.change(two, [("minutes_needed", 7)], "", "joe")
    before_three = plan(desk(tmp_path), ids(tmp_path), field("email"), None)
    assert len(before_three.lines) == 3
    undone = undo(desk(tmp_path))
    assert undone.changed_since == (one,)
    assert values(tmp_path, "email")[0] == "joe@example.org"
    assert "desk@example.org" not in values(tmp_path, "email")
    assert values(tmp_path, "minutes_needed")[1] == 7


def test_the_same_value_changed_meanwhile_becomes_a_question(tmp_path: Path) -> None:
    made = plan(desk(tmp_path), ids(tmp_path), field("email"), "desk@example.org")
    desk(tmp_path).editing.change(ids(tmp_path)[0], [("email", "joe@example.org")], "", "joe")
    outcomes = [each.outcome for each in save(desk(tmp_path), made)]
    assert outcomes == ["question", "saved", "saved"]
    assert values(tmp_path, "email")[0] == "joe@example.org"


def test_each_undoes_only_their_own(tmp_path: Path) -> None:
    save(desk(tmp_path), plan(desk(tmp_path), ids(tmp_path), field("room"), "7"))
    assert last(desk(tmp_path, "joe")) is None
    with pytest.raises(NoSuch):
        undo(desk(tmp_path, "joe"))
    mine = last(desk(tmp_path))
    assert mine is not None
    assert (mine.field.id, len(mine.lines), mine.is_undone) == ("room", 3, False)


def test_checked_today_says_who_and_when_and_is_undone(tmp_path: Path) -> None:
    before = values(tmp_path, "assured_date"), values(tmp_path, "assurer")
    value = {"assured_date": "2026-11-24", "assurer": "mary"}
    save(desk(tmp_path), plan(desk(tmp_path), ids(tmp_path), field("checked"), value))
    assert values(tmp_path, "assured_date") == ["2026-11-24"] * 3
    assert values(tmp_path, "assurer") == ["mary"] * 3
    undo(desk(tmp_path))
    assert (values(tmp_path, "assured_date"), values(tmp_path, "assurer")) == before


def test_a_field_that_a_listing_has_not_stays_out(tmp_path: Path) -> None:
    made = plan(desk(tmp_path), ids(tmp_path), field("hours-until"), "2027-06-11")
    store = desk_kiosk(tmp_path).store
    with_hours = [id for id in ids(tmp_path) if store.get(id).listing.schedules]
    assert [line.id for line in made.ready] == with_hours
    assert 0 < len(with_hours) < 3
    save(desk(tmp_path), made)
    rows = desk_kiosk(tmp_path).store.get(with_hours[0]).listing.schedules
    assert {str(row.valid_to) for row in rows} == {"2027-06-11"}


def test_more_than_fit_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "MOST", 2)
    with pytest.raises(Refused, match="Select 2 at most"):
        plan(desk(tmp_path), ids(tmp_path), field("room"), "7")


def test_listings_that_are_gone_are_passed_over(tmp_path: Path) -> None:
    made = plan(desk(tmp_path), ("gone", *ids(tmp_path), ids(tmp_path)[0]), field("room"), "7")
    assert [line.id for line in made.lines] == list(ids(tmp_path))


@pytest.mark.parametrize(
    ("id", "old", "value", "new"),
    [
        ("add-need", ["pantry"], "coats", ["pantry", "coats"]),
        ("add-need", None, "coats", ["coats"]),
        ("add-need", ["coats"], "coats", ["coats"]),
        ("drop-need", ["pantry", "coats"], "coats", ["pantry"]),
        ("drop-need", ["pantry"], "coats", ["pantry"]),
        ("phone", [{"number": "1"}, {"number": "2"}], "3", [{"number": "3"}, {"number": "2"}]),
        ("phone", [{"number": "1", "extension": "7"}], "3", [{"number": "3", "extension": "7"}]),
        ("phone", None, "3", [{"number": "3"}]),
        ("phone", [{"number": "1"}], None, None),
        ("hours-until", [{"byday": ["MO"]}], "2027-06-11", [{"byday": ["MO"], "valid_to": "2027-06-11"}]),
        ("hours-until", [{"valid_to": "2027-06-11"}], None, [{}]),
        ("status", "inactive", "active", None),
        ("status", None, "active", None),
        ("languages", ["en"], ["en", "es"], ["en", "es"]),
    ],
)
def test_what_becomes_of_a_value(id: str, old: object, value: object, new: object) -> None:
    assert becomes(field(id), old, value) == new


def test_fields_have_ids_of_their_own() -> None:
    assert len({each.id for each in FIELDS}) == len(FIELDS)
    assert field_of("nothing") is None


@pytest.mark.parametrize(
    "note", [{}, {"field": "room"}, {"field": "x", "lines": []}, {"field": "room", "lines": [], "at": "?"}]
)
def test_a_note_that_cannot_be_read_is_no_change(tmp_path: Path, note: dict[str, object]) -> None:
    desk(tmp_path).notes.write("bulk", "mary", note)
    assert last(desk(tmp_path)) is None
