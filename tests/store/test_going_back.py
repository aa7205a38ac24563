"""History, undo, restore and backup, as the store gives them: by `seq`, whatever the clock said."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.domain.errors import Newer, NoSuch, Refused
from kiosk.domain.kept import Edit
from kiosk.store import Store, open_store
from tests.store.faults import Crash, FaultyDisk
from tests.store.samples import NOW, Clock, fold, pantry
from tests.store.scenes import State, change_many, state, state_of, three


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Store:
    """Changes 1 to 5, a minute each, of which the fourth was made with the clock an hour back; two are folded."""
    store = Store(tmp_path / "data", clock)
    for number, id in enumerate(("a", "b"), start=1):
        store.batch([Edit("", "", pantry(id))], "mary", "add")
        clock.now = NOW + timedelta(minutes=number)
    fold(tmp_path / "data")
    email(store, "a", "3@example.org")
    clock.now = NOW - timedelta(hours=1)
    email(store, "a", "4@example.org")
    clock.now = NOW + timedelta(minutes=4)
    store.delete("b", "", "joe")
    clock.now += timedelta(minutes=1)
    return store


def email(store: Store, id: str, to: str) -> None:
    kept = store.get(id)
    store.save(replace(kept.listing, email=to), kept.rev, "mary")


A, B = {**pantry("a"), "number": 101}, {**pantry("b"), "number": 102}
STATES: dict[int, State] = {
    1: {"a": A},
    2: {"a": A, "b": B},
    3: {"a": {**A, "email": "3@example.org"}, "b": B},
    4: {"a": {**A, "email": "4@example.org"}, "b": B},
    5: {"a": {**A, "email": "4@example.org"}},
}


def test_the_history_of_a_listing_is_newest_first(store: Store) -> None:
    assert [(each.seq, each.by, each.why, each.fields) for each in store.history("a")] == [
        (4, "mary", "set", ("email",)),
        (3, "mary", "set", ("email",)),
        (1, "mary", "add", ("id", "name", "needs", "number")),
    ]
    gone, new = store.history("b")
    assert (gone.seq, gone.by, gone.why, gone.fields) == (5, "joe", "delete", ("id", "name", "needs", "number"))
    assert (gone.parent, new.parent) == (new.rev, "")
    with pytest.raises(NoSuch, match="no listing “x”"):
        store.history("x")


@pytest.mark.parametrize("when", STATES)
def test_everything_goes_back_to_any_change_and_forth_again(store: Store, tmp_path: Path, when: int) -> None:
    store.restore(when, "mary")
    assert state(tmp_path / "data") == STATES[when]
    store.restore(5, "mary")
    assert state(tmp_path / "data") == STATES[5]
    assert list(open_store(tmp_path / "data").check()) == []


def test_a_time_is_the_last_change_that_was_not_later_by_its_clock(store: Store, tmp_path: Path) -> None:
    """Change 4 says that it was made an hour before all others; it comes after change 3 all the same."""
    for minutes, when in ((-60, 4), (-30, 4), (0, 4), (2, 4), (4, 5), (1000, 5)):
        store.restore(NOW + timedelta(minutes=minutes), "mary")
        assert state(tmp_path / "data") == STATES[when]
        store.restore(5, "mary")
    with pytest.raises(NoSuch, match="is not kept"):
        store.restore(NOW - timedelta(hours=2), "mary")


def test_the_moments_are_told_newest_first(store: Store) -> None:
    assert [(each.when, each.at[11:16], each.by, each.why, each.ids) for each in store.moments()] == [
        (5, "09:59", "joe", "delete", ("b",)),
        (4, "08:55", "mary", "set", ("a",)),
        (3, "09:57", "mary", "set", ("a",)),
        (2, "09:56", "mary", "add", ("b",)),
        (1, "09:55", "mary", "add", ("a",)),
    ]


def test_going_back_is_one_change_that_is_there_or_not(tmp_path: Path) -> None:
    three(tmp_path)
    before = state(tmp_path)
    change_many(Store(tmp_path))
    after = state(tmp_path)
    for step in range(2):
        stopped = Store(tmp_path, disk=FaultyDisk(step))
        with pytest.raises(Crash):
            stopped.restore(3, "mary")
        assert state(tmp_path) in (after, before)
    open_store(tmp_path).restore(3, "mary")
    assert state(tmp_path) == before
    assert next(each.why for each in open_store(tmp_path).moments()).startswith("restore 3")


def test_undo_twice_brings_it_back(store: Store, tmp_path: Path) -> None:
    assert store.undo("a", "joe").rev.startswith("4-")
    assert state(tmp_path / "data")["a"] == STATES[3]["a"]
    store.undo("a", "joe")
    assert state(tmp_path / "data")["a"] == STATES[4]["a"]
    store.undo("b", "joe")
    assert state(tmp_path / "data")["b"] == B
    store.undo("b", "joe")
    assert "b" not in state(tmp_path / "data")


def test_questions_stay_when_everything_goes_back(store: Store) -> None:
    opened = store.get("a")
    email(store, "a", "theirs@example.org")
    store.save(replace(opened.listing, email="mine@example.org"), opened.rev, "joe")
    asked = store.questions()
    store.restore(3, "mary")
    assert [(each.field, each.mine) for each in store.questions()] == [(each.field, each.mine) for each in asked]
    assert store.questions()[0].theirs == "3@example.org"


def test_a_number_that_somebody_else_has_now_is_not_given_twice(tmp_path: Path) -> None:
    """Two directories gave the same number; the merge gave one of them another: undoing that keeps it."""
    clock = Clock()
    other = Store(tmp_path / "other", clock)
    other.batch([Edit("", "", pantry("a"))], "ann", "add")
    clock.now += timedelta(minutes=1)
    store = Store(tmp_path / "data", clock)
    store.batch([Edit("", "", pantry("b"))], "mary", "add")
    store.merge(other.unpack(other.pack()), "mary")
    numbers = {"a": 101, "b": 102}
    assert {kept.id: kept.number for kept in store.load()} == numbers
    store.undo("b", "mary")
    assert {kept.id: kept.number for kept in store.load()} == numbers
    store.restore(1, "mary")
    assert {kept.id: kept.number for kept in store.load()} == {"b": 102}
    store.restore(2, "mary")
    assert {kept.id: kept.number for kept in store.load()} == numbers
    assert list(open_store(tmp_path / "data").check()) == []


def test_a_backup_is_what_stood_and_comes_back_whole(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "backup.json"
    store.backup(file)
    email(store, "a", "later@example.org")
    store.batch([Edit("", "", pantry("c"))], "mary")
    assert {each.id: each.outcome for each in store.restore(file, "mary")} == {"a": "saved", "c": "saved"}
    assert state(tmp_path / "data") == STATES[5]
    store.restore(7, "mary")
    assert state(tmp_path / "data").keys() == {"a", "c"}
    new = open_store(tmp_path / "new")
    new.restore(file, "mary")
    assert state_of(new) == STATES[5]


def test_a_damaged_or_newer_backup_is_refused_whole(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "backup.json"
    store.backup(file)
    content = file.read_bytes()
    before = store.load().seq
    for place in range(0, len(content), 7):
        file.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        with pytest.raises((Refused, Newer)) as refused:
            store.restore(file, "mary")
        assert refused.value.exit_status in (5, 6)
    file.write_bytes(content.replace(b'"schema":2', b'"schema":3').replace(b'{"listings":{', b'{"Listings":{'))
    with pytest.raises(Newer):
        store.restore(file, "mary")
    assert store.load().seq == before


def test_a_backup_is_made_while_somebody_writes(store: Store, tmp_path: Path) -> None:
    from kiosk.store.lock import Lock

    with Lock(tmp_path / "data" / "lock").held("somebody", "2026-11-25T09:55:30.663Z"):
        store.backup(tmp_path / "backup.json")
    assert open_store(tmp_path / "new").restore(tmp_path / "backup.json", "mary")
