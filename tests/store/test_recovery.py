"""Damage: what is kept of it, what staff are told, and that the next save makes the file whole again."""

from __future__ import annotations

from pathlib import Path

import pytest
from tinydb import TinyDB

from kiosk.domain.errors import Newer, NotSaved
from kiosk.domain.kept import Edit, Snapshot
from kiosk.store import open_store
from tests.store.samples import pantry

IDS = ["a", "b", "c"]


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """Three listings, added in one change, then one more: two changes."""
    store = open_store(tmp_path)
    store.batch([Edit("", "", pantry(id, email=f"{id}@example.org")) for id in ("a", "b")], "mary")
    store.batch([Edit("", "", pantry("c", email="c@example.org"))], "mary")
    return tmp_path


def emails(snapshot: Snapshot) -> dict[str, str]:
    return {kept.id: kept.listing.email for kept in snapshot}


def whole(*ids: str) -> dict[str, str]:
    return {id: f"{id}@example.org" for id in ids}


def damage(file: Path, old: bytes, new: bytes) -> None:
    content = file.read_bytes()
    assert old in content
    file.write_bytes(content.replace(old, new))


def save_one(directory: Path) -> None:
    open_store(directory).batch([Edit("", "", pantry("new", email="new@example.org"))], "joe")


def test_a_damaged_old_listing_is_taken_from_the_file_before(directory: Path) -> None:
    file = directory / "listings.json"
    damage(file, b"a@example.org", b"A@example.org")
    damaged = file.read_bytes()
    snapshot = open_store(directory).load()
    assert emails(snapshot) == whole(*IDS)
    assert snapshot.told == (
        "The listings file was damaged. These are shown as they were before the last change: a. "
        "Look at them. All others are whole.",
    )
    assert file.read_bytes() == damaged  # a reader mends nothing on the disk
    save_one(directory)
    after = open_store(directory).load()
    assert after.told == ()
    assert emails(after) == whole(*IDS, "new")
    assert [kept.read_bytes() for kept in (directory / "quarantine").iterdir()] == [damaged]


def test_a_damaged_new_listing_is_counted(directory: Path) -> None:
    damage(directory / "listings.json", b"c@example.org", b"C@example.org")
    snapshot = open_store(directory).load()
    assert emails(snapshot) == whole("a", "b")
    assert snapshot.told == ("One listing cannot be read. Restore a backup.",)


def test_damage_beside_the_listings_loses_nothing(directory: Path) -> None:
    damage(directory / "listings.json", b'},"tombstones"', b'},"tomCstones"')
    snapshot = open_store(directory).load()
    assert emails(snapshot) == whole(*IDS)
    assert snapshot.told == ("The listings file was damaged and is rebuilt. Nothing is lost.",)


def test_a_half_written_file_falls_back_to_the_one_before(directory: Path) -> None:
    file = directory / "listings.json"
    file.write_bytes(file.read_bytes()[:20])
    snapshot = open_store(directory).load()
    assert emails(snapshot) == whole("a", "b")
    assert snapshot.told == (
        "The listings file cannot be read. All listings are shown as they were before the last change. "
        "Look at what was changed last.",
    )
    save_one(directory)
    assert emails(open_store(directory).load()) == whole("a", "b", "new")
    assert open_store(directory).load().seq == 3  # numbers of changes are not given again


def test_a_missing_file_falls_back_to_the_one_before(directory: Path) -> None:
    (directory / "listings.json").unlink()
    assert emails(open_store(directory).load()) == whole("a", "b")
    save_one(directory)
    assert emails(open_store(directory).load()) == whole("a", "b", "new")


@pytest.mark.parametrize("garbage", [b"", b"not JSON at all", b"\x00" * 100])
def test_when_nothing_can_be_read_it_is_never_taken_for_new(directory: Path, garbage: bytes) -> None:
    for name in ("listings.json", "listings.previous.json"):
        (directory / name).write_bytes(garbage)
    snapshot = open_store(directory).load()
    assert len(snapshot) == 0
    assert snapshot.told == ("The listings are missing. Restore a backup.",)
    with pytest.raises(NotSaved, match=r"The listings are missing. Restore a backup. Nothing was changed."):
        save_one(directory)
    assert (directory / "listings.json").read_bytes() == garbage


def test_missing_files_are_noticed_by_the_lock(directory: Path) -> None:
    for name in ("listings.json", "listings.previous.json"):
        (directory / name).unlink()
    assert open_store(directory).load().told == ("The listings are missing. Restore a backup.",)


def test_an_older_file_in_place_of_the_newest_is_told(directory: Path) -> None:
    (directory / "listings.json").write_bytes((directory / "listings.previous.json").read_bytes())
    snapshot = open_store(directory).load()
    assert emails(snapshot) == whole("a", "b")
    assert snapshot.told == ("The last change is missing. All before is kept. Look at what was changed last.",)
    save_one(directory)
    assert open_store(directory).load().told == ()
    assert open_store(directory).load().seq == 3


def test_a_lost_lock_loses_nothing(directory: Path) -> None:
    (directory / "lock").unlink()
    snapshot = open_store(directory).load()
    assert (emails(snapshot), snapshot.told) == (whole(*IDS), ())
    save_one(directory)
    assert open_store(directory).load().seq == 3


def test_a_deleted_listing_does_not_come_back_from_the_file_before(directory: Path) -> None:
    open_store(directory).delete("a", "", "mary")
    damage(directory / "listings.json", b"b@example.org", b"B@example.org")
    assert emails(open_store(directory).load()) == whole("b", "c")


@pytest.mark.parametrize("written", [b'"schema":2', b'"new": true, "schema": 12'])
def test_a_newer_file_is_not_touched(directory: Path, written: bytes) -> None:
    file = directory / "listings.json"
    content = file.read_bytes().replace(b'"schema":1', written)
    file.write_bytes(content)
    for attempt in (lambda: open_store(directory).load(), lambda: save_one(directory)):
        with pytest.raises(Newer, match=r"A newer kiosk wrote these listings. Update this one. Nothing was changed."):
            attempt()
    assert file.read_bytes() == content


@pytest.mark.slow
def test_any_flipped_bit_is_right_or_told(directory: Path) -> None:
    file = directory / "listings.json"
    content = file.read_bytes()
    wrong = []
    for place in range(len(content)):
        flipped = bytearray(content)
        flipped[place] ^= 1 << (place % 8)
        file.write_bytes(flipped)
        try:
            snapshot = open_store(directory).load()
        except Newer:
            assert content[place - 9 : place] == b'"schema":'  # the one digit that cannot be told from a newer kiosk's
            continue
        found = emails(snapshot)
        if not snapshot.told or any(found[id] != email for id, email in whole(*IDS).items() if id in found):
            wrong.append(place)
    assert wrong == []


@pytest.mark.slow
def test_a_cut_anywhere_keeps_what_can_be_read_and_is_told(directory: Path) -> None:
    file = directory / "listings.json"
    content = file.read_bytes()
    for length in range(len(content)):
        file.write_bytes(content[:length])
        snapshot = open_store(directory).load()
        assert snapshot.told
        assert emails(snapshot) in (whole("a", "b"), whole(*IDS))


def test_families_go_on_seeing_what_was_read_last(directory: Path) -> None:
    store, fresh = open_store(directory), open_store(directory)
    last = store.load()
    file = directory / "listings.json"
    file.write_bytes(file.read_bytes().replace(b'"schema":1', b'"schema":2'))
    assert store.shown() is last
    assert len(fresh.shown()) == 0
    with pytest.raises(Newer):
        store.load()


def test_a_file_that_cannot_be_read_at_all_is_told(directory: Path) -> None:
    (directory / "listings.json").unlink()
    (directory / "listings.json").mkdir()
    with pytest.raises(NotSaved, match=r"The listings cannot be read \(Is a directory\)"):
        open_store(directory).load()


def test_many_older_listings_are_named_in_part(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.batch([Edit("", "", pantry(f"p{count:02}")) for count in range(12)], "mary")
    store.batch([Edit("", "", pantry("whole"))], "mary")
    file = tmp_path / "listings.json"
    file.write_bytes(file.read_bytes().replace(b'"id":"p', b'"id":"q'))
    (told,) = open_store(tmp_path).load().told
    assert "p00, p01, p02, p03, p04, p05, p06, p07, p08, p09 and 2 more. Look at them." in told


def test_the_only_copy_that_is_damaged_is_counted_and_not_written_over(tmp_path: Path) -> None:
    open_store(tmp_path).batch([Edit("", "", pantry("a", email="a@example.org"))], "mary")
    file = tmp_path / "listings.json"
    damage(file, b"a@example.org", b"A@example.org")
    damaged = file.read_bytes()
    assert open_store(tmp_path).load().told == ("One listing cannot be read. Restore a backup.",)
    with pytest.raises(NotSaved, match=r"One listing cannot be read. Restore a backup. Nothing was changed."):
        save_one(tmp_path)
    assert file.read_bytes() == damaged


def test_an_empty_file_that_tinydb_made_is_no_damage(tmp_path: Path) -> None:
    with TinyDB(tmp_path / "listings.json"):
        pass
    assert open_store(tmp_path).load().told == ()
    save_one(tmp_path)
    assert emails(open_store(tmp_path).load()) == whole("new")
