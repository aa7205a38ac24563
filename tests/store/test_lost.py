"""Listings that are missing, of a newer kiosk, or cannot be read at all; and how damage is mended."""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO, cast

import pytest
from tinydb import TinyDB

from kiosk.domain.errors import KioskError, Newer, NotSaved
from kiosk.domain.kept import Edit
from kiosk.store import Bounds, Store, open_store
from kiosk.store.row import crc
from tests.store.damaged import (
    JOURNAL,
    MISSING,
    NEWER,
    PREVIOUS,
    REBUILT,
    SNAPSHOT,
    WHOLE,
    School,
    doc,
    emails,
    kept_and_told,
    opened,
    quarantined,
)  # fmt: skip
from tests.store.faults import fault
from tests.store.samples import Clock, fold
from tests.store.scenes import damage

# --- everything ---


def keep_only(school: School, *names: str) -> None:
    for path in school.directory.iterdir():
        if path.name not in names:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


@pytest.mark.parametrize("left", [("lock",), ("history",), ("lock", "history")])
def test_everything_but_history_or_lock_is_never_taken_for_new(school: School, left: tuple[str, ...]) -> None:
    school.store.backup(school.directory.parent / "backup.json")
    keep_only(school, *left)
    reader = open_store(school.directory)
    assert reader.load().told == (MISSING,)
    for attempt in (
        lambda: open_store(school.directory).batch([Edit("", "", doc("new"))], "joe"),
        lambda: open_store(school.directory).delete("a", "", "joe"),
        lambda: open_store(school.directory).restore(2, "joe"),
    ):
        with pytest.raises(NotSaved, match=re.escape(f"{MISSING} Nothing was changed.")) as told:
            attempt()
        assert told.value.exit_status == 6
    assert [each.problem for each in open_store(school.directory).check()] == [MISSING]
    saved = open_store(school.directory).restore(school.directory.parent / "backup.json", "mary")
    assert sorted(each.id for each in saved) == sorted(WHOLE)
    assert reader.changed()
    assert (emails(reader.load()), reader.load().told) == (WHOLE, ())
    kept_and_told(school, WHOLE)
    with pytest.raises(KioskError, match="is not kept"):
        open_store(school.directory).restore(2, "joe")  # another life of the listings


def test_what_the_history_still_has_is_shown_and_can_be_backed_up(school: School) -> None:
    keep_only(school, "history")
    kept = {"a": "a2@example.org", "b": "b@example.org", "c": "c@example.org"}
    assert opened(school.directory) == (kept, (MISSING,))
    open_store(school.directory).backup(school.directory.parent / "rescued.json")
    open_store(school.directory).restore(school.directory.parent / "rescued.json", "mary")
    assert opened(school.directory) == (kept, ())


@pytest.mark.parametrize("garbage", [b"not JSON at all", b"\0" * 100, b""])
def test_files_of_other_bytes_are_never_taken_for_new(school: School, garbage: bytes) -> None:
    for name in (SNAPSHOT, PREVIOUS, JOURNAL):
        school.path(name).write_bytes(garbage)
    shutil.rmtree(school.path("history"))
    with pytest.raises(NotSaved, match=re.escape(f"{MISSING} Nothing was changed.")):
        open_store(school.directory).batch([Edit("", "", doc("new"))], "joe")
    assert opened(school.directory) == ({}, (MISSING,))
    assert school.path(SNAPSHOT).read_bytes() == garbage


def test_a_lost_lock_loses_nothing(school: School) -> None:
    school.path("lock").unlink()
    kept_and_told(school, WHOLE)


def test_a_new_directory_is_new(tmp_path: Path) -> None:
    assert opened(tmp_path) == ({}, ())
    with TinyDB(tmp_path / SNAPSHOT):  # makes an empty file
        pass
    assert opened(tmp_path) == ({}, ())
    School(tmp_path).add("a")
    assert opened(tmp_path) == ({"a": "a@example.org"}, ())


# --- newer, unreadable ---


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (SNAPSHOT, b'"schema":2', b'"schema":3'),
        (SNAPSHOT, b'"schema":2', b'"new": true, "schema": 12'),
    ],
)
def test_a_newer_file_is_not_touched(school: School, name: str, old: bytes, new: bytes) -> None:
    file = school.path(name)
    content = file.read_bytes().replace(old, new).replace(b'"listings":{', b'"Listings":{')
    file.write_bytes(content)
    refuses_as_newer(school)
    assert file.read_bytes() == content


def test_a_newer_line_is_not_touched(school: School) -> None:
    written = school.path(JOURNAL).read_bytes().splitlines()[-1][9:].replace(b'{"v":1,', b'{"v":2,"new":[],')
    with school.path(JOURNAL).open("ab") as journal:
        journal.write(crc(written).encode() + b" " + written + b"\n")
    content = school.path(JOURNAL).read_bytes()
    last = school.store.shown()  # read before
    assert school.store.shown() is last
    refuses_as_newer(school)
    assert school.path(JOURNAL).read_bytes() == content
    with pytest.raises(Newer):
        school.store.load()
    with pytest.raises(Newer):  # not only once
        school.store.load()


def refuses_as_newer(school: School) -> None:
    directory = school.directory
    attempts: list[Callable[[], object]] = [
        lambda: open_store(directory).load(),
        lambda: open_store(directory).batch([Edit("", "", doc("new"))], "joe"),
    ]
    for attempt in attempts:
        with pytest.raises(Newer, match=re.escape(NEWER)) as told:
            attempt()
        assert told.value.exit_status == 6
    assert len(open_store(directory).shown()) == 0


def test_a_wrong_digit_is_no_newer_kiosk(school: School) -> None:
    damage(school.path(SNAPSHOT), b'"schema":2', b'"schema":6')
    kept_and_told(school, WHOLE, REBUILT)


def test_a_file_that_cannot_be_read_at_all_is_told(school: School) -> None:
    school.path(SNAPSHOT).unlink()
    school.path(SNAPSHOT).mkdir()
    with pytest.raises(NotSaved, match=r"The listings cannot be read \(Is a directory\)"):
        open_store(school.directory).load()


class Worn:
    """A file of which the disk cannot give back one block."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def __enter__(self) -> Worn:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> object:
        return getattr(self._file, name)

    def read(self) -> bytes:
        raise fault(errno.EIO)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (SNAPSHOT, (REBUILT,)),
        (PREVIOUS, ()),
        (JOURNAL, ("The last 2 changes are missing. All before them is kept.",)),
    ],
)
def test_a_block_that_the_disk_cannot_give_back(
    school: School, monkeypatch: pytest.MonkeyPatch, name: str, told: tuple[str, ...]
) -> None:
    """What lies in it is damage; the rest of the file, and all other files, are read."""
    (school.directory.parent / "worn").hardlink_to(school.path(name))  # so that no other file gets its number
    worn = school.path(name).stat().st_ino
    path_open, pread = Path.open, os.pread

    def opened_worn(path: Path, mode: str = "r") -> object:
        file = path_open(path, mode)
        return Worn(cast("BinaryIO", file)) if path.stat().st_ino == worn and mode == "rb" else file

    def read_worn(descriptor: int, size: int, at: int) -> bytes:
        if os.fstat(descriptor).st_ino == worn and at == 0:
            raise fault(errno.EIO)
        return pread(descriptor, size, at)

    monkeypatch.setattr(Path, "open", opened_worn)
    monkeypatch.setattr(os, "pread", read_worn)
    kept = WHOLE if name != JOURNAL else {"a": WHOLE["a"], "b": "b@example.org", "c": WHOLE["c"]}
    assert opened(school.directory) == (kept, told)
    copy = "This copy of the listings is damaged. The listings are whole. It is replaced in time."
    assert [each.problem for each in open_store(school.directory).check()] == [*told, *[copy] * (name == PREVIOUS)]
    open_store(school.directory).batch([Edit("", "", doc("new"))], "joe", "add")
    fold(school.directory)
    assert opened(school.directory) == ({**kept, "new": "new@example.org"}, ())
    assert list(open_store(school.directory).check()) == []
    if told:
        assert [content.strip(b"\0") for content in quarantined(school)] == [b""]


def test_a_history_that_may_not_be_read_is_told(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(NotSaved, match=r"This account may not read the listings\. Ask who set up this computer\."):
        open_store(school.directory).load()


# --- mending ---


def test_who_mends_reads_everything_again_first(school: School) -> None:
    """What was read as damage may have been a moment, or somebody brought the missing file back."""
    damage(school.path(SNAPSHOT), b"a2@", b"A2@")
    piece, aside = school.pieces[1], school.directory.parent / "aside"
    piece.rename(aside)
    store = open_store(school.directory)
    assert emails(store.load())["a"] == "a@example.org"
    aside.rename(piece)
    store.batch([Edit("", "", doc("new"))], "joe", "add")
    assert opened(school.directory) == ({**WHOLE, "new": "new@example.org"}, ())


def test_quarantine_is_bounded_and_the_newest_stays(school: School) -> None:
    store = Store(school.directory, school.clock, bounds=Bounds(quarantine=3000))
    for count in range(4):
        damage(school.path(SNAPSHOT), b'"tombstones"', b'"Tombstones"')
        store.check()
        store = Store(school.directory, school.clock, bounds=Bounds(quarantine=3000))
        store.batch([Edit("", "", doc(f"new-{count}"))], "joe")
        school.clock.now += timedelta(minutes=1)
    sizes = [path.stat().st_size for path in (school.directory / "quarantine").iterdir()]
    assert 1 <= len(sizes) < 4
    assert sum(sizes) <= 3000
    tiny = Store(school.directory, school.clock, bounds=Bounds(quarantine=1))
    damage(school.path(SNAPSHOT), b'"tombstones"', b'"Tombstones"')
    damaged = school.path(SNAPSHOT).read_bytes()
    tiny.batch([Edit("", "", doc("last"))], "joe")
    assert quarantined(school) == [damaged]


def test_damage_at_the_same_moment_is_all_kept(school: School) -> None:
    for place in range(3):
        with school.path(JOURNAL).open("ab") as journal:
            journal.write(b"torn %d" % place)
        Store(school.directory, Clock()).batch([Edit("", "", doc(f"n{place}"))], "joe")
    assert sorted(quarantined(school)) == [b"torn 0", b"torn 1", b"torn 2"]


def test_what_was_mended_is_told_to_the_log_with_where_the_rest_lies(
    school: School, caplog: pytest.LogCaptureFixture
) -> None:
    damage(school.path(SNAPSHOT), b"a2@", b"A2@")
    school.store = Store(school.directory, school.clock)
    school.add("new")
    assert [record.getMessage() for record in caplog.records] == [
        f"{REBUILT} What could not be read lies in {school.directory / 'quarantine'}."
    ]
