"""A disk that is nearly full is told before it is full."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.store import Bounds, Store, open_store
from kiosk.store.bounds import MIB
from kiosk.store.health import warnings
from tests.store.scenes import three


@pytest.mark.parametrize(("free", "is_told"), [(0, True), (100 * MIB - 1, True), (100 * MIB, False)])
def test_a_disk_that_is_nearly_full(tmp_path: Path, free: int, is_told: bool) -> None:
    three(tmp_path)
    sentence = f"The disk is nearly full: {free // MIB} MB are left. Make room, so that the next change can be kept."
    assert list(warnings(tmp_path, free=lambda _: free)) == [sentence] * is_told


def test_a_fold_must_always_find_room(tmp_path: Path) -> None:
    """It needs as much as the listings, beside the copy before; a large directory is told sooner."""
    three(tmp_path)
    size = 200 * MIB
    with (tmp_path / "listings.json").open("r+b") as file:
        file.truncate(size)
    assert list(warnings(tmp_path, free=lambda _: 3 * size)) == []
    assert len(list(warnings(tmp_path, free=lambda _: 3 * size - 1))) == 1


def test_how_much_is_little_can_be_set(tmp_path: Path) -> None:
    three(tmp_path)
    assert list(warnings(tmp_path, Bounds(disk=MIB), free=lambda _: 2 * MIB)) == []
    assert len(list(warnings(tmp_path, Bounds(disk=3 * MIB), free=lambda _: 2 * MIB))) == 1


def test_it_is_told_at_opening_and_by_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    three(tmp_path)
    told = ("The disk is nearly full: 7 MB are left. Make room, so that the next change can be kept.",)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=7 * MIB))
    assert open_store(tmp_path).told() == told
    assert tuple(each.problem for each in open_store(tmp_path).check()) == told
    assert Store(tmp_path, bounds=Bounds(disk=1)).told() == ()


def test_where_nothing_is_yet_there_is_nothing_to_tell(tmp_path: Path) -> None:
    assert open_store(tmp_path / "new").told() == ()
    assert list(open_store(tmp_path / "new").check()) == []
