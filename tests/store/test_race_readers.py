"""Readers beside writers in other processes: what they see stood at some moment, each change whole, and never fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.kept import Snapshot
from kiosk.store import open_store
from tests.store.processes import ALWAYS_FOLDS, finish, running, start
from tests.store.writers import State, lay_down, marks, state_of, states, written


def seen_whole(snapshot: Snapshot) -> State:
    """What a reader sees. Nothing is told to it, and no batch is there by half."""
    assert snapshot.told == ()
    assert len(marks(snapshot)) == 1
    return state_of(snapshot)


@pytest.mark.slow
@pytest.mark.parametrize("journal", [None, ALWAYS_FOLDS])
def test_a_reader_beside_writers_sees_only_what_stood(tmp_path: Path, journal: int | None) -> None:
    lay_down(tmp_path)
    stays = open_store(tmp_path)
    followed: list[State] = []
    opened: list[State] = []
    with running(
        start("mark", tmp_path, "m0", 60, journal),
        start("mark", tmp_path, "m1", 60),
        start("mix", tmp_path, "x0", 100, journal),
    ) as writers:
        while any(writer.poll() is None for writer in writers):
            if stays.changed():
                followed.append(seen_whole(stays.load()))
            opened.append(seen_whole(open_store(tmp_path).load()))
        assert set(finish(writers)) <= written(tmp_path)

    stood = states(tmp_path)
    for seen in (followed, opened):
        assert all(state == stood[state[0]] for state in seen)
        assert [seq for seq, _ in seen] == sorted(seq for seq, _ in seen)
        assert len({seq for seq, _ in seen}) > 10
    assert seen_whole(stays.load()) == seen_whole(open_store(tmp_path).load()) == stood[max(stood)]
    assert not stays.changed()
