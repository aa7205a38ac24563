"""Every step of a write made to fail, or to be the last one: the file is the old one or the new one, never half."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.domain.errors import NotSaved
from kiosk.domain.kept import Edit
from kiosk.store import Store, open_store
from kiosk.store.disk import Disk
from tests.store.samples import pantry

MOST_STEPS = 12


class Crash(BaseException):
    """The process ends here: nothing after this line runs in real life but the tests' own."""


class FailingDisk(Disk):
    """A disk whose step number `fails_at` does not work; a write fails half way."""

    def __init__(self, fails_at: int, failure: Callable[[], BaseException]) -> None:
        self.left = fails_at
        self._failure = failure

    def _step(self) -> None:
        if self.left == 0:
            raise self._failure()
        self.left -= 1

    def write(self, descriptor: int, content: bytes) -> None:
        if self.left == 0:
            os.write(descriptor, content[: len(content) // 2])
        self._step()
        super().write(descriptor, content)

    def sync(self, descriptor: int) -> None:
        self._step()
        super().sync(descriptor)

    def rename(self, source: Path, target: Path) -> None:
        self._step()
        super().rename(source, target)

    def link(self, source: Path, target: Path) -> None:
        self._step()
        super().link(source, target)


class NoLinks(FailingDisk):
    """The same on a file system that has no hard links, such as a USB stick's."""

    def link(self, source: Path, target: Path) -> None:
        raise OSError(errno.EPERM, "Operation not permitted", str(source), None, str(target))


def full() -> OSError:
    return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def emails(directory: Path) -> list[str]:
    return [kept.listing.email for kept in open_store(directory).load()]


def start(directory: Path) -> None:
    open_store(directory).batch([Edit("", "", pantry())], "mary")
    rev = open_store(directory).get("101").rev
    open_store(directory).batch([Edit("food-pantry", rev, pantry(email="old@example.org"))], "mary")


def change(store: Store) -> None:
    store.batch([Edit("food-pantry", store.get("101").rev, pantry(email="new@example.org"))], "mary")


@pytest.mark.parametrize("kind", [FailingDisk, NoLinks])
@pytest.mark.parametrize("step", range(MOST_STEPS))
def test_a_full_disk_changes_nothing_and_says_so(tmp_path: Path, step: int, kind: type[FailingDisk]) -> None:
    start(tmp_path)
    disk = kind(step, full)
    store = Store(tmp_path, disk=disk)
    try:
        change(store)
    except NotSaved as error:
        said = str(error)
        assert said.startswith("The disk did not take the change (No space left on device). ")
        if "Nothing was changed." in said:
            assert emails(tmp_path) == ["old@example.org"]
        else:
            assert "look before you try again" in said
            assert emails(tmp_path) == ["new@example.org"]
        assert store.load().get("101") is not None
    else:
        assert disk.left > 0 or emails(tmp_path) == ["new@example.org"]
    assert not list(tmp_path.glob("*.tmp"))
    if emails(tmp_path) == ["old@example.org"]:
        change(open_store(tmp_path))
    assert emails(tmp_path) == ["new@example.org"]
    assert open_store(tmp_path).load().told == ()


@pytest.mark.parametrize("kind", [FailingDisk, NoLinks])
@pytest.mark.parametrize("step", range(MOST_STEPS))
def test_a_stop_at_any_step_leaves_the_old_listings_or_the_new(
    tmp_path: Path, step: int, kind: type[FailingDisk]
) -> None:
    start(tmp_path)
    disk = kind(step, Crash)
    store = Store(tmp_path, disk=disk)
    crashed = False
    try:
        change(store)
    except Crash:
        crashed = True
    left = emails(tmp_path)
    assert left in ([["old@example.org"], ["new@example.org"]] if crashed else [["new@example.org"]])
    if left == ["old@example.org"]:
        change(open_store(tmp_path))
    assert emails(tmp_path) == ["new@example.org"]
    assert open_store(tmp_path).load().told == ()


def test_the_steps_above_reach_past_the_last_one(tmp_path: Path) -> None:
    for kind in (FailingDisk, NoLinks):
        directory = tmp_path / kind.__name__
        start(directory)
        disk = kind(MOST_STEPS, full)
        change(Store(directory, disk=disk))
        assert disk.left > 0


def test_a_write_in_pieces_writes_all_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, content: whole(descriptor, bytes(content)[:100]))
    start(tmp_path)
    assert emails(tmp_path) == ["old@example.org"]


def test_damaged_bytes_are_kept_apart_without_hard_links_too(tmp_path: Path) -> None:
    start(tmp_path)
    file = tmp_path / "listings.json"
    damaged = file.read_bytes().replace(b"old@", b"OLD@")
    file.write_bytes(damaged)
    change(Store(tmp_path, disk=NoLinks(MOST_STEPS, full)))
    assert [kept.read_bytes() for kept in (tmp_path / "quarantine").iterdir()] == [damaged]
    assert emails(tmp_path) == ["new@example.org"]


@pytest.mark.parametrize("step", range(MOST_STEPS))
def test_mending_that_fails_loses_nothing_that_was_read(tmp_path: Path, step: int) -> None:
    start(tmp_path)
    file = tmp_path / "listings.json"
    file.write_bytes(file.read_bytes().replace(b'},"tombstones"', b'},"tomCstones"'))
    store = Store(tmp_path, disk=FailingDisk(step, full))
    try:
        change(store)
    except NotSaved:
        assert emails(tmp_path) in (["old@example.org"], ["new@example.org"])
    else:
        assert emails(tmp_path) == ["new@example.org"]
