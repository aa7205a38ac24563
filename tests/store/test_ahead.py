"""Room for what a file is to grow by: it changes neither length nor bytes, is asked for seldom, and given back."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.domain.kept import Edit
from kiosk.store import ahead, open_store
from kiosk.store.ahead import AHEAD, Ahead, give_back
from kiosk.store.log import JOURNAL
from kiosk.store.record import read
from tests.store.samples import pantry

LINE = b"a line\n" * 1000


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """What is asked of the system: from which byte on, and how many."""
    calls: list[tuple[int, int]] = []

    def note(_descriptor: int, _mode: int, start: int, size: int) -> None:
        calls.append((start, size))

    monkeypatch.setattr(ahead, "_allocator", lambda: note)
    return calls


@pytest.fixture
def fresh_allocator() -> Iterator[None]:
    """The system's call is looked for anew, before the test and after it."""
    ahead._allocator.cache_clear()
    yield
    ahead._allocator.cache_clear()


def written(file: Path, room: Ahead, content: bytes) -> None:
    """Put it at the file's end, as the log does."""
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT)
    os.pwrite(descriptor, content, os.fstat(descriptor).st_size)
    room.keep(descriptor, os.fstat(descriptor))
    os.close(descriptor)


def test_length_and_bytes_stay_what_they_are(tmp_path: Path) -> None:
    file, room = tmp_path / "file", Ahead()
    for _ in range(3):
        written(file, room, LINE)
    assert file.read_bytes() == LINE * 3
    give_back(file)
    assert file.read_bytes() == LINE * 3
    assert file.stat().st_blocks * 512 < AHEAD // 2  # tmpfs, ext4, XFS and btrfs alike


def test_it_is_asked_for_once_and_again_shortly_before_the_end(tmp_path: Path, asked: list[tuple[int, int]]) -> None:
    file, room = tmp_path / "file", Ahead()
    size = 0
    while len(asked) < 3:
        written(file, room, LINE)
        size += len(LINE)
        assert size <= asked[-1][0] + AHEAD
    assert [count for _, count in asked] == [AHEAD] * 3
    assert all(later - sooner > AHEAD * 9 // 10 for (sooner, _), (later, _) in pairwise(asked))


def test_another_file_is_another_matter(tmp_path: Path, asked: list[tuple[int, int]]) -> None:
    room = Ahead()
    written(tmp_path / "one", room, LINE)
    written(tmp_path / "two", room, LINE)
    assert asked == [(len(LINE), AHEAD)] * 2


def test_a_full_disk_is_left_alone(
    tmp_path: Path, asked: list[tuple[int, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fstatvfs", lambda _: SimpleNamespace(f_bavail=60, f_frsize=AHEAD))
    written(tmp_path / "file", Ahead(), LINE)
    assert asked == []


@pytest.mark.usefixtures("fresh_allocator")
def test_a_system_without_the_call_goes_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _: SimpleNamespace())
    written(tmp_path / "file", Ahead(), LINE)
    assert (tmp_path / "file").stat().st_blocks * 512 < AHEAD // 2


def test_a_journal_is_its_lines_and_nothing_more(tmp_path: Path) -> None:
    """What is read, by us and by anybody, never knows of the room."""
    store = open_store(tmp_path)
    store.batch([Edit("", "", pantry())], "mary", "add")
    content = (tmp_path / JOURNAL).read_bytes()
    assert read(content).is_whole
    assert content.count(b"\n") == 1
    assert not store.changed()
