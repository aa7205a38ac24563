"""A stop, or a power cut, at every single step of every kind of change: the old listings or the new, never less."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from kiosk.domain.kept import Edit
from kiosk.store import Store, open_store
from tests.store.faults import Crash, FaultyDisk, PowerCut, QuickDisk
from tests.store.samples import Clock, fold, pantry
from tests.store.scenes import SCENES, WHOLE, Scene, State, state, state_of

NAMED_ANEW = [scene for scene in WHOLE if "first" in scene.name or "folds" in scene.name]
"""The changes that make or move files."""
REBUILT = "The listings file was damaged and is rebuilt. Nothing is lost."


def name_of(scene: Scene) -> str:
    return scene.name.replace(" ", "-")


def outcome(scene: Scene, parent: Path) -> State:
    """The listings after the change, when nothing fails."""
    directory = scene.laid(parent)
    scene.change(scene.store(directory, QuickDisk()))
    return state(directory)


def stopped(scene: Scene, store: Store) -> bool:
    """Whether the change was stopped on its way."""
    try:
        scene.change(store)
    except Crash:
        return True
    return False


def verify(directory: Path, allowed: tuple[State, ...], told: tuple[str, ...], reader: Store) -> State:
    """A fresh opening has one of these, tells no more than before, and the next save makes everything whole."""
    fresh = Store(directory, Clock(), QuickDisk())
    found = state_of(fresh)
    assert found in allowed
    assert set(fresh.load().told) <= {*told, REBUILT if told else ""}
    assert state_of(reader) == found
    fresh.batch([Edit("", "", pantry("after"))], "joe", "add")
    after = open_store(directory)
    assert state_of(after) == state_of(fresh) == state_of(reader)
    assert {id: doc for id, doc in state_of(after).items() if id != "after"} == found
    assert (after.load().told, reader.load().told, fresh.load().told, list(after.check())) == ((), (), (), [])
    fold(directory, QuickDisk())
    assert not list(directory.rglob("*.tmp"))
    return found


@pytest.mark.parametrize("scene", SCENES, ids=name_of)
def test_a_stop_at_any_step_leaves_the_old_listings_or_the_new(tmp_path: Path, scene: Scene) -> None:
    new = outcome(scene, tmp_path)
    for step in count():
        directory = scene.laid(tmp_path)
        reader = open_store(directory)
        old, told = state_of(reader), reader.load().told
        disk = FaultyDisk(step)
        was_stopped = stopped(scene, scene.store(directory, disk))
        assert was_stopped == disk.has_failed
        verify(directory, (old, new) if was_stopped else (new,), told, reader)
        if not was_stopped:
            break
    assert step >= 2


@pytest.mark.parametrize("scene", SCENES, ids=name_of)
def test_a_power_cut_at_any_step_leaves_the_old_listings_or_the_new(tmp_path: Path, scene: Scene) -> None:
    """What was not synced is lost: bytes, and any number of the last names. What was acknowledged is synced."""
    new = outcome(scene, tmp_path)
    for step in count():
        names, most = 0, 0
        while names <= most:
            directory = scene.laid(tmp_path)
            old, told = state(directory), open_store(directory).load().told
            aside = directory.parent / "aside"
            aside.mkdir()
            disk = PowerCut(aside, step)
            was_stopped = stopped(scene, scene.store(directory, disk))
            most = disk.unsynced_names
            disk.cut(directory, names)
            verify(directory, (old, new) if was_stopped else (new,), told, open_store(directory))
            names += 1
        if not was_stopped:
            break


@pytest.mark.parametrize(
    "scene", [scene for scene in WHOLE if "first" in scene.name or "folds" in scene.name], ids=name_of
)
def test_what_follows_a_stop_is_as_safe_from_a_power_cut(tmp_path: Path, scene: Scene) -> None:
    """Who was stopped may have left names that are on no disk yet: the next change must make them safe too."""
    for step in range(count_steps(scene, tmp_path)):
        names, most = 0, 0
        while names <= most:
            directory = scene.laid(tmp_path)
            aside = directory.parent / "aside"
            aside.mkdir()
            disk = PowerCut(aside, step)
            assert stopped(scene, scene.store(directory, disk))
            disk.begin_again()
            add_other(scene.store(directory, disk))
            expected = state(directory)
            most = disk.unsynced_names
            disk.cut(directory, names)
            verify(directory, (expected,), (), open_store(directory))
            names += 1


def test_what_is_there_already_is_made_safe_before_somebody_is_told(tmp_path: Path) -> None:
    """Stopped between the write and the sync; the next one wants the same, and hears `unchanged`: then it is kept."""
    scene = next(scene for scene in WHOLE if scene.name == "a change")
    directory = scene.laid(tmp_path)
    (aside := directory.parent / "aside").mkdir()
    disk = PowerCut(aside, 1)
    wish = Edit("a", open_store(directory).get("a").rev, pantry("a", number=101, email="changed@example.org"))
    with pytest.raises(Crash):
        scene.store(directory, disk).batch([wish], "mary")
    assert disk.steps == ["write", "sync_content"]
    disk.begin_again()
    assert [each.outcome for each in scene.store(directory, disk).batch([wish], "joe")] == ["unchanged"]
    disk.cut(directory, disk.unsynced_names)
    assert state(directory)["a"]["email"] == "changed@example.org"


def test_a_disk_that_lies_about_a_sync_is_found_out_here(tmp_path: Path) -> None:
    """The power cuts above do lose what was not synced: without it a change that was acknowledged is gone."""

    class Lying(PowerCut):
        def sync_content(self, descriptor: int) -> None:
            """Says so and does nothing."""

    scene = next(scene for scene in WHOLE if scene.name == "a change")
    directory = scene.laid(tmp_path)
    old = state(directory)
    (aside := directory.parent / "aside").mkdir()
    disk = Lying(aside)
    scene.change(scene.store(directory, disk))
    disk.cut(directory, 0)
    assert state(directory) == old


@pytest.mark.slow
def test_two_stops_one_after_the_other(tmp_path: Path) -> None:
    """A fold that is stopped anywhere, and the next one too."""
    scene = next(scene for scene in WHOLE if scene.name == "a change that folds")
    once, twice = count_steps(scene, tmp_path), 0
    for first in range(once):
        for second in range(once + 4):
            directory = scene.laid(tmp_path)
            stopped(scene, scene.store(directory, FaultyDisk(first)))
            before = state(directory)
            more = Scene("", scene.start, add_other, scene.bounds)
            stopped(more, more.store(directory, FaultyDisk(second)))
            after = {**before, "other": {"id": "other", "number": 104 + 2 * ("new" in before), **pantry("other")}}
            verify(directory, (before, after), (), open_store(directory))
            twice += 1
    assert twice > 100


def add_other(store: Store) -> None:
    store.batch([Edit("", "", pantry("other"))], "joe", "add")


def count_steps(scene: Scene, parent: Path) -> int:
    disk = FaultyDisk()
    scene.change(scene.store(scene.laid(parent), disk))
    return len(disk.steps)
