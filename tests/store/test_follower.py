"""A reader beside writers: it misses nothing, shows nothing that was taken back, and asks the disk one thing."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

from kiosk.domain.errors import NotSaved
from kiosk.domain.kept import Edit
from kiosk.store import Bounds, Store, open_store
from kiosk.store.follower import Follower
from tests.store.faults import FaultyDisk, fault
from tests.store.samples import Clock, fold, pantry
from tests.store.scenes import state, state_of, three

KEEPS_ONE = Bounds(journal=0, history=1)


def change(directory: Path, email: str, disk: FaultyDisk | None = None, bounds: Bounds | None = None) -> None:
    store = Store(directory, Clock(), disk, bounds)
    kept = store.get("a")
    store.batch([Edit("a", kept.rev, pantry("a", number=101, email=email))], "mary")


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    three(tmp_path)
    return tmp_path


def is_up_to_date(reader: Store, directory: Path) -> None:
    """It has what a fresh one has, tells nothing, and has nothing more to read."""
    assert reader.changed()
    assert state_of(reader) == state(directory)
    assert (reader.load().told, reader.load().seq) == ((), open_store(directory).load().seq)
    assert not reader.changed()


# --- one stat ---


@pytest.fixture
def stats(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The files that are asked for with `stat`, as they are."""
    asked: list[str] = []
    stat, opened = os.stat, os.open

    def noted(path: Path, **more: bool) -> os.stat_result:
        asked.append(Path(path).name)
        return stat(path, **more)

    def noted_open(path: Path, *more: int) -> int:
        asked.append(f"open {path}")
        return opened(path, *more)

    monkeypatch.setattr(os, "stat", noted)
    monkeypatch.setattr(os, "open", noted_open)
    yield asked


def test_whether_something_changed_is_one_stat(directory: Path, stats: list[str]) -> None:
    store = open_store(directory)
    store.load()
    stats.clear()
    assert not store.changed()
    assert stats == ["listings.journal"]
    stats.clear()
    store.load()
    assert stats == ["listings.journal"]


def test_where_there_is_no_journal_it_is_one_more(directory: Path, stats: list[str]) -> None:
    fold(directory)
    store = open_store(directory)
    store.load()
    stats.clear()
    assert not store.changed()
    assert stats == ["listings.journal", "listings.json"]


def test_reading_on_reads_only_what_came_after(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(directory)
    store.load()
    change(directory, "new@example.org")
    read: list[tuple[str, int]] = []
    content = Follower._content

    def noted(follower: Follower, path: Path, start: int) -> bytes | None:
        read.append((path.name, start))
        return content(follower, path, start)

    monkeypatch.setattr(Follower, "_content", noted)
    store.load()
    ((name, start),) = read
    assert name == "listings.journal"
    lines = (directory / "listings.journal").read_bytes().splitlines(keepends=True)
    assert start == len(lines[0])  # the last line that it knows, and what comes after it
    assert len(lines) == 3


# --- rotations ---


@pytest.mark.parametrize("rotations", [1, 2, 5])
@pytest.mark.parametrize("changes", [0, 1, 3])
def test_a_reader_that_missed_rotations(directory: Path, rotations: int, changes: int) -> None:
    reader = open_store(directory)
    reader.load()
    for rotation in range(rotations):
        change(directory, f"{rotation}@example.org")
        fold(directory)
    for number in range(changes):
        change(directory, f"last-{number}@example.org")
    is_up_to_date(reader, directory)


def test_a_reader_whose_last_piece_is_thrown_away_meanwhile(directory: Path) -> None:
    reader = open_store(directory)
    reader.load()
    for number in range(6):
        change(directory, f"{number}@example.org", bounds=KEEPS_ONE)
    assert len(list((directory / "history").iterdir())) <= 2
    is_up_to_date(reader, directory)


def test_a_first_change_that_is_folded_at_once_is_seen(tmp_path: Path) -> None:
    """There was no journal before, and there is none after it."""
    reader = open_store(tmp_path)
    assert len(reader.load()) == 0
    Store(tmp_path, bounds=KEEPS_ONE).batch([Edit("", "", pantry("a"))], "mary")
    assert not (tmp_path / "listings.journal").exists()
    is_up_to_date(reader, tmp_path)
    Store(tmp_path, bounds=KEEPS_ONE).batch([Edit("", "", pantry(f"p{n}")) for n in range(9)], "mary")
    assert not (tmp_path / "listings.journal").exists()
    is_up_to_date(reader, tmp_path)


@contextmanager
def interrupted(monkeypatch: pytest.MonkeyPatch, place: int, interrupt: Callable[[], None]) -> Iterator[list[str]]:
    """Run `interrupt` just before file number `place` is read. The names of the files that were read."""
    content, read = Follower._content, list[str]()

    def noted(follower: Follower, path: Path, start: int) -> bytes | None:
        read.append(path.name)
        if len(read) == place + 1:
            with monkeypatch.context() as undone:
                undone.setattr(Follower, "_content", content)
                interrupt()
        return content(follower, path, start)

    with monkeypatch.context() as hooked:
        hooked.setattr(Follower, "_content", noted)
        yield read


@pytest.mark.parametrize("rotations", [1, 2, 3])
@pytest.mark.parametrize("bounds", [None, KEEPS_ONE])
@pytest.mark.parametrize("who", ["a reader that was open", "an opening"])
def test_rotations_in_the_middle_of_a_reading(
    directory: Path, monkeypatch: pytest.MonkeyPatch, rotations: int, bounds: Bounds | None, who: str
) -> None:
    numbers = count()

    def change_one() -> None:
        change(directory, f"{next(numbers)}@example.org", bounds=bounds)

    def rotate() -> None:
        for _ in range(rotations):
            change_one()
            fold(directory)
        change_one()

    for place in count():
        reader = open_store(directory)
        if who == "a reader that was open":
            reader.load()
        change_one()
        fold(directory)
        change_one()
        with interrupted(monkeypatch, place, rotate) as read:
            assert reader.load().told == ()
        assert state_of(reader) == state(directory)
        assert reader.load().told == ()
        if len(read) <= place:
            break
    assert place >= 2


# --- the journal in other ways ---


def test_an_unfinished_line_is_not_there_until_it_is_finished(directory: Path) -> None:
    reader, journal = open_store(directory), directory / "listings.journal"
    reader.load()
    before, known = state(directory), journal.read_bytes()
    change(directory, "new@example.org")
    after, whole = state(directory), journal.read_bytes()
    for length in range(len(known), len(whole), 37):
        journal.write_bytes(whole[:length])
        os.utime(journal, ns=(length, length))
        assert state_of(reader) == before
        assert reader.load().told == ()
    journal.write_bytes(whole)
    assert state_of(reader) == after
    is_right_after(reader, directory)


def is_right_after(reader: Store, directory: Path) -> None:
    """The next change is seen."""
    change(directory, "after@example.org")
    is_up_to_date(reader, directory)


def test_a_journal_that_is_shorter_is_read_again(directory: Path) -> None:
    reader, journal = open_store(directory), directory / "listings.journal"
    reader.load()
    known = journal.read_bytes()
    change(directory, "taken-back@example.org")
    assert state_of(reader)["a"]["email"] == "taken-back@example.org"
    journal.write_bytes(known)
    (directory / "lock").unlink()  # else it is known that a change is missing
    is_up_to_date(reader, directory)
    is_right_after(reader, directory)


def test_another_change_in_the_place_of_one_that_was_taken_back(directory: Path) -> None:
    reader, journal = open_store(directory), directory / "listings.journal"
    known = journal.read_bytes()
    change(directory, "1@example.org")
    assert state_of(reader)["a"]["email"] == "1@example.org"
    journal.write_bytes(known)
    (directory / "lock").unlink()
    change(directory, "2@example.org")
    is_up_to_date(reader, directory)
    assert state_of(reader)["a"]["email"] == "2@example.org"


@pytest.mark.parametrize("where", ["the journal", "a new one"])
def test_a_change_that_was_seen_before_its_sync_failed(directory: Path, where: str) -> None:
    """A reader sees the line before it is synced; then it is taken back, and another one has its number."""
    if where == "a new one":
        fold(directory)
    reader = open_store(directory)
    before = state_of(reader)
    seen: list[object] = []

    class Looked(FaultyDisk):
        def sync_content(self, _: int) -> None:
            seen.append(state_of(reader)["a"]["email"])
            raise fault(errno.EIO)

    with pytest.raises(NotSaved):
        change(directory, "taken-back@example.org", Looked())
    assert seen == ["taken-back@example.org"]
    assert state_of(reader) == before
    is_right_after(reader, directory)


def test_another_journal_under_the_same_inode_is_another(directory: Path) -> None:
    """The old one was thrown away, and the system gave its number to a new one that is just as long."""
    aside = directory.parent / "aside"
    aside.hardlink_to(directory / "listings.journal")
    reader = open_store(directory)
    reader.load()
    length = aside.stat().st_size
    for number in range(4):
        change(directory, f"{number}@example.org", bounds=KEEPS_ONE)
    fold(directory)
    change(directory, "x" * 20 + "@example.org")
    journal = directory / "listings.journal"
    grow = length - journal.stat().st_size
    assert grow > 0
    fold(directory)
    change(directory, "x" * (20 + grow) + "@example.org")
    for piece in (directory / "history").iterdir():
        piece.unlink()
    content = journal.read_bytes()
    aside.write_bytes(content)
    aside.replace(journal)
    assert reader.changed()
    assert state_of(reader)["a"]["email"] == "x" * (20 + grow) + "@example.org"


def test_a_file_in_the_place_of_the_directorys_is_read(
    directory: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Somebody puts a whole copy of another day in the directory's place."""
    reader = open_store(directory)
    reader.load()
    other = tmp_path_factory.mktemp("other")
    three(other)
    for number in range(3):
        change(other, f"{number}@example.org")
    for path in other.iterdir():
        if path.is_file():
            path.replace(directory / path.name)
    is_up_to_date(reader, directory)
    assert state_of(reader)["a"]["email"] == "2@example.org"
