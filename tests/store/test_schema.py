"""A directory of the first form (a file of it is kept beside the tests) opens, and the first write brings it up."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tinydb import TinyDB

from kiosk.domain.kept import Edit
from kiosk.store import Store, open_store
from kiosk.store.canonical import encode
from kiosk.store.row import crc
from kiosk.store.schema import UPGRADES
from kiosk.store.snapshot import SCHEMA, decode_file
from tests.store.samples import FIXTURES, Clock, fold, listing_json, pantry
from tests.store.scenes import state

KEPT = FIXTURES / "listings-schema-1.json"


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """As the first form left it: a file, the one before it, and a lock that knows of three changes."""
    data = tmp_path / "data"
    data.mkdir()
    shutil.copy(KEPT, data / "listings.json")
    (data / "lock").write_bytes(
        b'{"by":"mary","process":7,"machine":"desk","since":"2026-11-25T09:57:30.663Z"}\n0000000003\n'
    )
    return data


def contents(directory: Path) -> dict[str, bytes]:
    return {str(path.relative_to(directory)): path.read_bytes() for path in directory.rglob("*") if path.is_file()}


def test_every_older_schema_has_its_step() -> None:
    assert list(UPGRADES) == list(range(1, SCHEMA))


def test_reading_it_changes_nothing(directory: Path) -> None:
    before = contents(directory)
    store = open_store(directory)
    snapshot = store.load()
    assert (snapshot.seq, snapshot.told) == (3, ())
    assert {kept.id: kept.number for kept in snapshot} == {"school-clinic": 101, "food-pantry": 102}
    assert snapshot.named("102").listing.extra == {"x_note": {"kept": True}}
    assert snapshot.named("102").rev.startswith("2-")
    assert snapshot.named("101").by == "mary"
    assert list(store.check()) == []
    assert contents(directory) == before
    assert store.batch([], "mary") == []
    assert {**contents(directory), "lock": b""} == {**before, "lock": b""}


def test_the_first_write_keeps_a_copy_and_brings_it_up(directory: Path) -> None:
    before = state(directory)
    reader = open_store(directory)
    reader.load()
    store = Store(directory, Clock())
    assert store.batch([Edit("", "", pantry("next"))], "mary")[0].number == 104  # 103 is the tombstone's
    (copy,) = (directory / "history").glob("*.json")
    assert (copy.name, copy.read_bytes()) == (
        "2026-11-25T09-55-30.663Z-schema-1-listings.json",
        KEPT.read_bytes(),
    )
    assert decode_file((directory / "listings.json").read_bytes()).schema == SCHEMA
    after = open_store(directory)
    assert state(directory) == {**before, "next": {**pantry("next"), "number": 104}}
    assert (after.load().seq, after.load().told, list(after.check())) == (4, (), [])
    assert (reader.load().seq, reader.load().told) == (4, ())
    assert after.batch([Edit("", "", pantry("gone"))], "mary")[0].rev.startswith("3-")  # the child of its tombstone


def test_what_follows_goes_on_from_it(directory: Path) -> None:
    store = open_store(directory)
    kept = store.get("food-pantry")
    store.delete("school-clinic", "", "mary")
    store.batch([Edit("food-pantry", kept.rev, pantry(number=102, email="new@example.org"))], "mary")
    store.undo("food-pantry", "mary")
    fold(directory)
    assert open_store(directory).document(open_store(directory).get("102")) == store.document(kept)
    assert [each.seq for each in store.history("food-pantry")] == [6, 5]
    store.restore(4, "mary")
    assert list(open_store(directory).load().listings) == ["food-pantry"]
    with TinyDB(directory / "listings.json") as plain:
        assert [row["id"] for row in plain.table("listings").all()] == ["food-pantry"]


def test_a_backup_of_the_first_form_can_be_restored(directory: Path, tmp_path: Path) -> None:
    store = open_store(tmp_path / "new")
    store.batch([Edit("", "", pantry("other"))], "mary")
    store.restore(KEPT, "mary")
    assert state(tmp_path / "new").keys() == state(directory).keys()
    for name in ("listings.json", "listings.journal"):
        (tmp_path / "new" / name).unlink()
    open_store(tmp_path / "new").restore(KEPT, "mary")
    again = open_store(tmp_path / "new")
    assert state(tmp_path / "new") == state(directory)
    assert (list(again.check()), again.load().told) == ([], ())
    assert decode_file((tmp_path / "new" / "listings.json").read_bytes()).schema == SCHEMA


# --- damage in a file of the first form ---


def damaged(directory: Path, old: bytes, new: bytes) -> None:
    file = directory / "listings.json"
    assert old in file.read_bytes()
    file.write_bytes(file.read_bytes().replace(old, new, 1))


def test_damage_beside_the_listings_loses_nothing(directory: Path) -> None:
    before = state(directory)
    damaged(directory, b'},"tombstones"', b'},"Tombstones"')
    store = open_store(directory)
    assert store.load().told == ("The listings file was damaged and is rebuilt. Nothing is lost.",)
    assert state(directory) == before
    store.batch([Edit("", "", pantry("next"))], "mary")
    assert state(directory) == {**before, "next": {**pantry("next"), "number": 104}}
    assert (open_store(directory).load().told, list(open_store(directory).check())) == ((), [])
    assert len(list((directory / "quarantine").iterdir())) == 1


def test_a_damaged_listing_is_counted(directory: Path) -> None:
    damaged(directory, b"https://example.org/forms/clinic", b"https://bit.ly/x")
    store = open_store(directory)
    assert store.load().told == ("One listing cannot be read. Restore a backup.",)
    assert list(store.load().listings) == ["food-pantry"]


def test_the_file_before_it_makes_up_for_damage(tmp_path: Path) -> None:
    """The first form kept the file before: what is damaged in the newest is taken from there, and named."""
    _, before = old_pair(tmp_path)
    damaged(tmp_path, b"pantry@example.org", b"PANTRY@example.org")
    store = open_store(tmp_path)
    assert {kept.id: kept.listing.email for kept in store.load()} == {"school-clinic": before, "food-pantry": ""}
    told = store.load().told
    assert told[0] == "The listings file was damaged and is rebuilt."
    assert told[1].startswith("A change made about ") and told[1].endswith(" cannot be read. Look at Food pantry.")
    store.batch([Edit("", "", pantry("next"))], "mary")
    assert (open_store(tmp_path).load().seq, open_store(tmp_path).load().told) == (4, ())


def old_pair(directory: Path) -> tuple[bytes, str]:
    """The file, and one as it was a change before: the pantry without its email."""
    content = KEPT.read_bytes()
    (directory / "listings.json").write_bytes(content)
    lines = content.splitlines()
    place = next(number for number, line in enumerate(lines) if b'"id":"food-pantry"' in line)
    doc = encode({**pantry(), "number": 102})
    bare = (
        b'{"seq":1,"why":"add","id":"food-pantry","rev":"1-' + b"0" * 32 + b'","at":"2026-11-25T09:55:30.663Z",'
        b'"by":"mary","doc":' + doc + b"}"
    )
    lines[place] = b'"102":{"check":"' + crc(b"102:" + bare).encode() + b'",' + bare[1:]
    body = b"\n".join(lines).replace(b'"seq":3,"count"', b'"seq":2,"count"')
    body = body[: body.rindex(b',"check":"')]
    previous = body + b',"check":"' + crc(body).encode() + b'"}}}\n'
    (directory / "listings.previous.json").write_bytes(previous)
    assert decode_file(previous).meta.seq == 2
    clinic = listing_json()["email"]
    return previous, str(clinic)
