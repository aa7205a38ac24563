"""Notes beside the listings: whole or not there, and never outside their folder."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from kiosk.domain.errors import NotSaved, Refused
from kiosk.store.disk import Disk
from kiosk.store.notes import LARGEST, Notes


def test_a_note_comes_back_as_it_was_written(tmp_path: Path) -> None:
    Notes(tmp_path).write("drafts", "food-pantry.mary", {"name": {"en": "Pantry"}, "empty": ""})
    notes = Notes(tmp_path)
    assert notes.read("drafts", "food-pantry.mary") == {"name": {"en": "Pantry"}}
    assert notes.names("drafts") == ["food-pantry.mary"]
    assert dict(notes.all("drafts")) == {"food-pantry.mary": {"name": {"en": "Pantry"}}}
    notes.remove("drafts", "food-pantry.mary")
    notes.remove("drafts", "food-pantry.mary")
    assert notes.read("drafts", "food-pantry.mary") is None


def test_reading_makes_nothing(tmp_path: Path) -> None:
    notes = Notes(tmp_path)
    assert (notes.read("drafts", "a"), notes.names("drafts")) == (None, [])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["../lock", "a/b", "", ".hidden", "A", "a" * 101, "a\x00"])
def test_no_name_leaves_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused):
        Notes(tmp_path).write("drafts", name, {"a": 1})
    with pytest.raises(Refused):
        Notes(tmp_path).write(name, "a", {"a": 1})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"\xff", b"[1]", b'{"a":', b"[" * 100_000])
def test_a_damaged_note_is_as_if_it_were_not_there(tmp_path: Path, content: bytes) -> None:
    notes = Notes(tmp_path)
    notes.write("drafts", "a", {"a": 1})
    (tmp_path / "notes" / "drafts" / "a.json").write_bytes(content)
    assert notes.read("drafts", "a") is None
    assert list(notes.all("drafts")) == []


def test_a_note_has_a_bound(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="too long"):
        Notes(tmp_path).write("drafts", "a", {"a": "x" * LARGEST})


class Full(Disk):
    """A disk that takes nothing more."""

    def write(self, descriptor: int, content: bytes, at: int) -> None:  # noqa: ARG002  # as the disk's
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_keeps_the_note_before(tmp_path: Path) -> None:
    Notes(tmp_path).write("drafts", "a", {"a": 1})
    with pytest.raises(NotSaved, match="No space left"):
        Notes(tmp_path, Full()).write("drafts", "a", {"a": 2})
    assert Notes(tmp_path).read("drafts", "a") == {"a": 1}
    assert [path.name for path in (tmp_path / "notes" / "drafts").iterdir()] == ["a.json"]
