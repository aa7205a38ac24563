"""The Friday round: what is heard is kept at once, shared by everybody, and taken back one by one."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.domain.errors import Refused
from kiosk.domain.kept import Edit
from kiosk.services.desk import Desk, Role, Who
from kiosk.services.jobs import ids_of
from kiosk.services.round import FOLDER, HELD, TRIES, Round
from tests.tui.staff.host import TUESDAY, desk_kiosk


def desk(directory: Path, by: str = "mary", at: datetime = TUESDAY, role: Role = "liaison") -> Desk:
    """The desk of one person at one moment; each call is a program of its own."""
    return desk_kiosk(directory, at=at).desk(Who(by, role))


def started(directory: Path, by: str = "mary", at: datetime = TUESDAY) -> Round:
    """A round that somebody begins or goes on with."""
    round_ = Round(desk(directory, by, at))
    round_.start()
    return round_


def checked(directory: Path, id: str) -> tuple[date | None, str]:
    """What a listing says of its last check."""
    listing = desk_kiosk(directory).store.get(id).listing
    return listing.assured_date, listing.assurer


def test_still_true_sets_the_day_and_who_and_goes_on(tmp_path: Path) -> None:
    due = ids_of(desk(tmp_path), "due")
    round_ = started(tmp_path)
    assert round_.current == due[0]
    round_.still_true()
    assert checked(tmp_path, due[0]) == (TUESDAY.date(), "mary")
    assert round_.current == due[1]
    assert [answer.id for answer in round_.done()] == [due[0]]
    assert round_.left() == list(due[1:])


def test_it_goes_on_where_it_stopped_after_the_program_ended(tmp_path: Path) -> None:
    first = started(tmp_path)
    total = len(first.left())
    first.still_true()
    first.not_reached()
    again = started(tmp_path)
    assert len(again.done()) + len(again.left()) == total
    assert again.current == again.left()[0]
    assert again.left()[-1] in again.unreached()


def test_who_could_not_be_reached_comes_later_and_after_two_tries_another_day(tmp_path: Path) -> None:
    round_ = started(tmp_path)
    id = round_.current
    before = checked(tmp_path, id)
    round_.not_reached()
    assert round_.left()[-1] == id
    assert round_.unreached()[id].at == TUESDAY
    for _ in round_.left()[:-1]:
        round_.still_true()
    assert round_.current == id
    round_.not_reached()
    assert TRIES == 2
    assert round_.current == ""
    assert round_.left() == []
    assert checked(tmp_path, id) == before
    tomorrow = started(tmp_path, at=TUESDAY + timedelta(days=1))
    assert id in tomorrow.left()
    assert id in tomorrow.unreached()


def test_two_people_are_never_given_the_same_one(tmp_path: Path) -> None:
    mary, joe = started(tmp_path), started(tmp_path, "joe")
    assert mary.current != joe.current
    assert mary.others() == ("joe",)
    mary.still_true()
    assert mary.current not in (joe.current, "")
    joe.stop()
    assert mary.others() == ()


def test_a_listing_held_by_a_program_that_ended_is_free_again_later(tmp_path: Path) -> None:
    mary = started(tmp_path)
    later = started(tmp_path, "joe", TUESDAY + HELD)
    assert later.current == mary.current


def test_the_last_answer_is_taken_back_and_what_others_changed_stays(tmp_path: Path) -> None:
    round_ = started(tmp_path)
    id = round_.current
    before = checked(tmp_path, id)
    round_.still_true()
    store = desk_kiosk(tmp_path).store
    kept = store.get(id)
    store.batch([Edit(id, kept.rev, {**store.document(kept), "email": "joe@example.org"})], "joe")
    taken = Round(desk(tmp_path))
    last = taken.undo()
    assert last is not None
    assert (last.id, last.heard) == (id, "true")
    assert checked(tmp_path, id) == before
    assert desk_kiosk(tmp_path).store.get(id).listing.email == "joe@example.org"
    assert taken.current == id
    assert taken.undo() is None


def test_each_takes_back_only_what_is_theirs(tmp_path: Path) -> None:
    mary = started(tmp_path)
    id = mary.current
    mary.still_true()
    assert started(tmp_path, "joe").undo() is None
    assert checked(tmp_path, id) == (TUESDAY.date(), "mary")


def test_an_undo_in_the_history_makes_it_due_again(tmp_path: Path) -> None:
    round_ = started(tmp_path)
    id = round_.current
    round_.still_true()
    desk_kiosk(tmp_path).store.undo(id, "joe")
    again = started(tmp_path)
    assert id in again.left()
    assert again.done() == ()


def test_what_was_changed_in_the_form_counts_as_checked(tmp_path: Path) -> None:
    round_ = started(tmp_path)
    id, before = round_.current, round_.before()
    round_.changed(before)
    assert checked(tmp_path, id) == (TUESDAY.date(), "mary")
    assert [(answer.id, answer.heard) for answer in round_.done()] == [(id, "changed")]


def test_a_listing_that_is_wrong_is_mended_before_it_is_checked(tmp_path: Path) -> None:
    round_ = started(tmp_path)
    id = round_.current
    store = desk_kiosk(tmp_path).store
    kept = store.get(id)
    store.batch([Edit(id, kept.rev, {**store.document(kept), "needs": ["no-such-need"]})], "joe")
    with pytest.raises(Refused):
        round_.still_true()
    assert round_.current == id
    assert round_.done() == ()


def test_one_that_somebody_deletes_makes_way(tmp_path: Path) -> None:
    round_ = started(tmp_path)
    id = round_.current
    desk_kiosk(tmp_path).store.delete(id, "", "joe")
    round_.refresh()
    assert round_.current not in (id, "")


def test_a_reader_looks_and_leaves_no_trace(tmp_path: Path) -> None:
    reader = Round(desk(tmp_path, role="reader"))
    reader.start()
    assert reader.current
    assert desk(tmp_path).notes.names(FOLDER) == []


@pytest.mark.parametrize(
    "note",
    [
        {"now": {"answers": "x", "holds": []}},
        {"now": {"answers": [7, {"id": "a", "at": "never"}, {"at": "2026-11-24"}], "holds": {"a": 1, "b": {"at": ""}}}},
        {"now": 7},
    ],
)
def test_a_note_that_cannot_be_read_is_as_if_nothing_was_heard(tmp_path: Path, note: dict[str, object]) -> None:
    desk(tmp_path).notes.write(FOLDER, "now", note)
    round_ = started(tmp_path)
    assert round_.done() == ()
    round_.still_true()
    assert len(round_.done()) == 1
