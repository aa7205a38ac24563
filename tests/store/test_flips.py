"""One wrong bit anywhere, or a file that ends anywhere: the right listings, or staff are told."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.domain.kept import Edit
from kiosk.store import Store, open_store
from kiosk.store.canonical import encode
from kiosk.store.disk import Disk
from kiosk.store.log import Log
from tests.store.samples import Clock, fold, pantry
from tests.store.scenes import state_of

FILES = (
    "listings.json", "listings.previous.json", "listings.journal", "lock",
    "history/0000000001-0000000002.journal", "history/0000000003-0000000003.journal",
)  # fmt: skip
LASTING = ("are gone. The listings are whole.", "It is replaced in time.", "All of it can be read.")
"""What a check goes on to say after a save: no opening needs these bytes."""
Versions = dict[str, list[bytes]]


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """Two snapshots, a tombstone, a listing that was changed again and again, one that is new: each file is there."""
    directory = tmp_path / "data"
    clock = Clock()
    store = Store(directory, clock)
    for step in (
        lambda: store.batch([Edit("", "", pantry(id)) for id in ("a", "b", "c")], "mary", "add"),
        lambda: store.delete("b", "", "joe"),
        lambda: fold(directory),
        lambda: store.batch([Edit("a", store.get("a").rev, pantry("a", email="a@example.org"))], "mary"),
        lambda: fold(directory),
        lambda: store.batch([Edit("c", store.get("c").rev, pantry("c", email="c@example.org"))], "joe"),
        lambda: store.batch([Edit("a", store.get("a").rev, pantry("a", email="a2@example.org"))], "mary"),
        lambda: store.batch([Edit("", "", pantry("d"))], "mary", "add"),
    ):
        step()
        clock.now += timedelta(minutes=1)
    assert {str(path.relative_to(directory)) for path in directory.rglob("*") if path.is_file()} == set(FILES)
    return directory


def versions(directory: Path) -> Versions:
    """Every document that each listing ever was."""
    found: Versions = defaultdict(list)
    for piece in Log(directory, Disk()).pieces():
        for entry in piece.read().entries:
            for put in entry.record.put:
                found[put.id].append(put.content or b"")
    return found


def flips(content: bytes, every: int) -> Iterator[bytes]:
    """The content with one bit wrong: each of them, or every so many."""
    for place in range(0, len(content) * 8, every):
        flipped = bytearray(content)
        flipped[place // 8] ^= 1 << (place % 8)
        yield bytes(flipped)


def cuts(content: bytes, every: int) -> Iterator[bytes]:
    """The content up to each byte, or every so many."""
    return (content[:end] for end in range(0, len(content), every))


def read_as(directory: Path, name: str, contents: Iterator[bytes]) -> list[bytes]:
    """Put each of these in the place of a file: those with which a reader is wrong and tells nothing."""
    file, was, right = directory / name, versions(directory), state_of(open_store(directory))
    whole, wrong = file.read_bytes(), []
    for content in contents:
        file.write_bytes(content)
        store = open_store(directory)
        found = state_of(store)
        ever = all(encode(doc) in was[id] for id, doc in found.items())
        if not ever or (found != right and not store.load().told) or file.read_bytes() != content:
            wrong.append(content)
    file.write_bytes(whole)
    return wrong


def written_to(directory: Path, name: str, contents: Iterator[bytes]) -> list[object]:
    """As `read_as`, with a save by each: where it is not whole afterwards, or does not say what it should."""
    wrong: list[object] = []
    copy = directory.parent / "copy"
    for content in contents:
        shutil.copytree(directory, copy)
        (copy / name).write_bytes(content)
        before = open_store(copy)
        found, told = state_of(before), before.load().told
        before.batch([Edit("", "", pantry("new"))], "joe", "add")
        after = open_store(copy)
        now = {id: doc for id, doc in state_of(after).items() if id != "new"}
        kept = any(content in path.read_bytes() for path in (copy / "quarantine").glob("*"))
        problems = [each.problem for each in after.check()]
        expected = [problem for problem in problems if problem.endswith(LASTING)]
        if (
            now != found
            or after.load().told
            or (told and "missing" not in told[0] and not kept)
            or problems != expected
        ):
            wrong.append((content, told, problems, kept))
        shutil.rmtree(copy)
    return wrong


def unfound(directory: Path, name: str, contents: Iterator[bytes]) -> list[bytes]:
    """Put each of these in the place of a file: those of which `check` finds nothing."""
    file = directory / name
    whole, missed = file.read_bytes(), []
    for content in contents:
        file.write_bytes(content)
        if not list(open_store(directory).check()):
            missed.append(content)
    file.write_bytes(whole)
    return missed


@pytest.mark.parametrize("name", [name for name in FILES if name != "lock"])
def test_a_check_finds_some_wrong_bits(school: Path, name: str) -> None:
    content = (school / name).read_bytes()
    assert unfound(school, name, flips(content, 61)) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in FILES if name != "lock"])
def test_a_check_finds_a_wrong_bit_in_any_byte(school: Path, name: str) -> None:
    content = (school / name).read_bytes()
    assert unfound(school, name, flips(content, 7)) == []


@pytest.mark.parametrize("name", FILES)
def test_some_wrong_bits_are_right_or_told(school: Path, name: str) -> None:
    content = (school / name).read_bytes()
    assert read_as(school, name, flips(content, 61)) == []


@pytest.mark.parametrize("name", FILES)
def test_some_cuts_are_right_or_told(school: Path, name: str) -> None:
    content = (school / name).read_bytes()
    assert read_as(school, name, cuts(content, 23)) == []


@pytest.mark.parametrize("name", FILES)
def test_after_some_wrong_bits_the_next_save_makes_all_whole(school: Path, name: str) -> None:
    content = (school / name).read_bytes()
    assert written_to(school, name, flips(content, 331)) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_any_wrong_bit_is_right_or_told(school: Path, name: str) -> None:
    content = (school / name).read_bytes()
    assert read_as(school, name, flips(content, 1)) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_a_cut_at_any_byte_is_right_or_told(school: Path, name: str) -> None:
    content = (school / name).read_bytes()
    assert read_as(school, name, cuts(content, 1)) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_after_wrong_bits_and_cuts_the_next_save_makes_all_whole(school: Path, name: str) -> None:
    content = (school / name).read_bytes()
    assert written_to(school, name, flips(content, 17)) == []
    assert written_to(school, name, cuts(content, 7)) == []
