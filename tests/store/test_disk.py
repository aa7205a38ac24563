"""Every step of a change made to fail: nothing was changed, or the sentence says that this is not sure."""

from __future__ import annotations

import errno
import os
from itertools import count
from pathlib import Path

import pytest

from kiosk.domain.errors import NotSaved
from kiosk.domain.kept import Edit
from kiosk.store import Bounds, Store, open_store
from tests.properties import first
from tests.store.faults import DyingDisk, FaultyDisk, fault, full
from tests.store.samples import Clock, pantry
from tests.store.scenes import (
    ALWAYS,
    SCENES,
    WHOLE,
    Scene,
    State,
    add_one,
    change_many,
    state,
    state_of,
    three,
)
from tests.store.test_crashes import add_other, count_steps, name_of, outcome, verify

RARE = (errno.EFBIG, errno.EDQUOT)
PLAIN = Scene("a change", three, change_many)
FOLDING = Scene("a change that folds", three, change_many, ALWAYS)


def said_of(scene: Scene, store: Store) -> str:
    """What the change was refused with, nothing when it went well."""
    try:
        scene.change(store)
    except NotSaved as error:
        return str(error)
    return ""


def check(directory: Path, store: Store, said: str, old: State, new: State, reason: str) -> None:
    """What was said is true: of this store, of a reader's, of a fresh one."""
    found = state(directory)
    if not said:
        assert found == new
    else:
        assert said.startswith(f"The disk did not take the change ({reason}). ")
        if "Nothing was changed." in said:
            assert found == old
        else:
            assert said.endswith("It may still be there: look before you try again.")
            assert found in (old, new)
    assert state_of(store) == found


@pytest.mark.parametrize("number", first([errno.ENOSPC, errno.EIO, *RARE]))
@pytest.mark.parametrize("scene", SCENES, ids=name_of)
def test_an_error_at_any_step_changes_nothing_and_says_so(tmp_path: Path, scene: Scene, number: int) -> None:
    new = outcome(scene, tmp_path)
    failed = 0
    for step in count():
        directory = scene.laid(tmp_path)
        reader = open_store(directory)
        old, told = state_of(reader), reader.load().told
        disk = FaultyDisk(step, lambda: fault(number))
        store = scene.store(directory, disk)
        said = said_of(scene, store)
        check(directory, store, said, old, new, os.strerror(number))
        verify(directory, (old, new), told, reader)
        assert state_of(store) == state(directory)
        failed += bool(said)
        if not disk.has_failed:
            break
    assert failed >= 2


@pytest.mark.parametrize("scene", first(SCENES, quick=len(WHOLE)), ids=name_of)
def test_a_disk_that_is_full_from_any_step_on(tmp_path: Path, scene: Scene) -> None:
    new = outcome(scene, tmp_path)
    for step in range(count_steps(scene, tmp_path)):
        directory = scene.laid(tmp_path)
        reader = open_store(directory)
        old, told = state_of(reader), reader.load().told
        store = scene.store(directory, full(step))
        said = said_of(scene, store)
        check(directory, store, said, old, new, "No space left on device")
        assert "may still be there" not in said  # cutting off needs no room
        verify(directory, (old, new), told, reader)


def test_no_save_fails_because_a_fold_does(tmp_path: Path) -> None:
    appending = count_steps(PLAIN, tmp_path)
    for step in range(appending, count_steps(FOLDING, tmp_path)):
        directory = FOLDING.laid(tmp_path)
        disk = FaultyDisk(step, lambda: fault(errno.EIO))
        assert said_of(FOLDING, FOLDING.store(directory, disk)) == ""
        assert disk.has_failed


def test_a_fold_that_fails_is_not_tried_at_each_save(tmp_path: Path) -> None:
    directory = PLAIN.laid(tmp_path)
    disk = full(count_steps(PLAIN, tmp_path))
    store = Store(directory, Clock(), disk, Bounds(journal=1500))
    PLAIN.change(store)
    assert "create" in disk.steps
    disk.is_mended = True
    disk.steps.clear()
    store.batch([Edit("", "", {"id": "x", "name": {"en": "X"}})], "mary")
    assert disk.steps == ["write", "sync_content"]
    add_other(store)
    assert "rename" in disk.steps
    assert list(open_store(directory).check()) == []


@pytest.mark.parametrize("scene", first(SCENES, quick=len(WHOLE)), ids=name_of)
def test_a_disk_that_dies_at_any_step_is_never_said_to_have_kept_what_it_did_not(tmp_path: Path, scene: Scene) -> None:
    """Not even cutting off works: then it is not sure whether the change is there, and that is what is said."""
    new = outcome(scene, tmp_path)
    sentences = set()
    for step in range(count_steps(scene, tmp_path)):
        directory = scene.laid(tmp_path)
        reader = open_store(directory)
        old, told = state_of(reader), reader.load().told
        disk = DyingDisk(step, errno.EIO)
        store = scene.store(directory, disk)
        said = said_of(scene, store)
        check(directory, store, said, old, new, os.strerror(errno.EIO))
        sentences.add(said.partition("). ")[2])
        if "may still be there" in said and disk.steps[step] in ("sync", "sync_content"):
            with pytest.raises(NotSaved):  # that file is not to be appended to, and cannot be moved
                add_other(store)
        disk.is_mended = True
        add_other(store)
        assert "other" in state(directory)
        other = {"other": state(directory)["other"]}
        verify(directory, ({**old, **other}, {**new, **other}), told, reader)
    assert "It may still be there: look before you try again." in sentences


def journals(directory: Path) -> dict[int, str]:
    """The files of the log by their inode."""
    paths = [*directory.glob("*.journal"), *directory.glob("history/*.journal")]
    return {path.stat().st_ino: path.name for path in paths}


@pytest.mark.parametrize("kept", ["with changes", "without"])
def test_after_a_failed_sync_a_journal_is_never_appended_to_again(tmp_path: Path, kept: str) -> None:
    scene = PLAIN if kept == "with changes" else WHOLE[0]
    for step, name in enumerate(steps_of(scene, tmp_path)):
        directory = scene.laid(tmp_path)
        disk = FaultyDisk(step, lambda: fault(errno.EIO))
        store = scene.store(directory, disk)
        said = said_of(scene, store)
        if name not in ("sync", "sync_content") or "write" not in disk.steps[:step] or not said:
            continue
        distrusted = journals(directory)
        assert "listings.journal" not in distrusted.values()
        add_one(store) if scene is WHOLE[0] else scene.change(store)
        now = journals(directory)
        assert next(inode for inode, path in now.items() if path == "listings.journal") not in distrusted
        assert open_store(directory).load().told == ()
        assert list(open_store(directory).check()) == []


def steps_of(scene: Scene, parent: Path) -> list[str]:
    disk = FaultyDisk()
    scene.change(scene.store(scene.laid(parent), disk))
    return disk.steps


def test_a_change_that_was_taken_back_and_is_on_the_disk_after_all_is_not_believed(tmp_path: Path) -> None:
    """A sync failed, the line was cut off, the journal given up; after a power cut the old bytes are there again."""
    directory = PLAIN.laid(tmp_path)
    journal = directory / "listings.journal"
    taken_back = open_store(directory)
    taken_back.batch([Edit("a", taken_back.get("a").rev, pantry("a", number=101, email="taken@example.org"))], "joe")
    with_it = journal.read_bytes()
    directory = PLAIN.laid(tmp_path)
    with pytest.raises(NotSaved):
        add_other(Store(directory, disk=FaultyDisk(1, lambda: fault(errno.EIO))))
    piece = max((directory / "history").iterdir())
    assert piece.read_bytes() == with_it[: piece.stat().st_size]
    add_other(open_store(directory))
    right = state(directory)
    piece.write_bytes(with_it)
    assert state(directory) == right
    assert (open_store(directory).load().told, list(open_store(directory).check())) == ((), [])
    verify(directory, (right,), (), open_store(directory))
