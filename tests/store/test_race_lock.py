"""A process that stands still with the lock, and a lock whose file others take away: nobody loses anything."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from kiosk.domain.errors import Busy
from kiosk.domain.kept import Edit
from kiosk.store import ledger, open_store
from kiosk.store.lock import Lock
from tests.store.processes import ALWAYS_FOLDS, finish, go_on, running, start, wait_until_stopped
from tests.store.writers import Kept, lay_down, marks, said, written


def add(directory: Path, id: str) -> Kept:
    (saved,) = open_store(directory).batch([Edit("", "", {"id": id, "name": {"en": id}})], "joe", "add")
    return saved.id, saved.rev


def all_is_well(directory: Path, acknowledged: set[Kept]) -> bool:
    """Everything acknowledged is there, and a check finds nothing."""
    store = open_store(directory)
    return acknowledged <= written(directory) and (store.load().told, list(store.check())) == ((), [])


@pytest.fixture
def in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Stores of this process wait for a lock for a short while only, until the patience is back."""
    with monkeypatch.context() as patched:
        patched.setattr(ledger, "Lock", partial(Lock, patience=0.05))
        yield patched


@pytest.mark.slow
@pytest.mark.parametrize("step", ["write", "sync_content", "rename"])
def test_a_holder_that_stands_still_is_named_and_loses_nothing(
    tmp_path: Path, in_a_hurry: pytest.MonkeyPatch, step: str
) -> None:
    """It is stopped (SIGSTOP) before it writes, before the sync, and in the middle of a fold."""
    lay_down(tmp_path)
    reader = open_store(tmp_path)
    before = reader.load().seq
    with running(start(f"add-stop-at-{step}", tmp_path, "slow", 3, ALWAYS_FOLDS)) as (writer,):
        wait_until_stopped(writer)
        in_use = rf"in use by slow \(process {writer.pid} on .+\)\. Nothing was changed\. Try again soon\."
        with pytest.raises(Busy, match=in_use):
            add(tmp_path, "quick")
        for store in (reader, open_store(tmp_path)):
            snapshot = store.load()
            assert (snapshot.told, len(marks(snapshot))) == ((), 1)
            assert before <= snapshot.seq <= before + 1
        in_a_hurry.undo()
        go_on(writer)
        acknowledged = {add(tmp_path, "quick"), *finish([writer])}
    assert len(acknowledged) == 4
    assert all_is_well(tmp_path, acknowledged)


def deleted(lock: Path) -> None:
    lock.unlink(missing_ok=True)


def replaced(lock: Path) -> None:
    beside = lock.with_name("copy")
    beside.write_bytes(lock.read_bytes() if lock.exists() else b"")
    beside.replace(lock)


@pytest.mark.slow
@pytest.mark.parametrize("harm", [deleted, replaced])
def test_a_lock_that_is_taken_away_from_its_holder_lets_nobody_in(
    tmp_path: Path, in_a_hurry: pytest.MonkeyPatch, harm: Callable[[Path], None]
) -> None:
    lay_down(tmp_path)
    with running(start("add-stop-at-sync_content", tmp_path, "slow", 2)) as (writer,):
        wait_until_stopped(writer)
        harm(tmp_path / "lock")
        with pytest.raises(Busy):
            add(tmp_path, "quick")
        in_a_hurry.undo()
        go_on(writer)
        acknowledged = {add(tmp_path, "quick"), *finish([writer])}
    assert all_is_well(tmp_path, acknowledged)


@pytest.mark.slow
@pytest.mark.parametrize("harm", [deleted, replaced])
def test_racing_writers_whose_lock_is_taken_away_lose_nothing(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    lay_down(tmp_path)
    heard = b""
    with running(
        start("change", tmp_path, "p0", 60),
        start("change", tmp_path, "p1", 60, ALWAYS_FOLDS),
        start("change", tmp_path, "p2", 60, ALWAYS_FOLDS),
    ) as writers:
        assert writers[0].stdout is not None
        while more := os.read(writers[0].stdout.fileno(), 4096):  # whenever that one made a change
            heard += more
            harm(tmp_path / "lock")
        acknowledged = {*said(heard.decode()), *finish(writers)}
    assert len(acknowledged) == 180
    assert all_is_well(tmp_path, acknowledged)
