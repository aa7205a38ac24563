"""Packed rows: they say what they said, in less memory, and whoever reads or changes listings does not notice."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.kept import Edit
from kiosk.store import Store, open_store
from kiosk.store.packed import Packed, Packer
from kiosk.store.row import Line, Row
from kiosk.store.snapshot import decode_file, encode_file, number_of
from tests.store.samples import Clock, fold, listing_json, pantry
from tests.store.scenes import state, state_of
from tests.store.test_snapshot import META, row


@pytest.fixture(params=["in the journal", "in the snapshot"])
def directory(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    listings = [{**listing_json(), "id": f"place-{at}", "number": 200 + at} for at in range(60)]
    open_store(tmp_path).batch([Edit(str(each["id"]), "", each) for each in listings], "mary", "add")
    if request.param == "in the snapshot":
        fold(tmp_path)
    return tmp_path


def rows_of(store: Store) -> list[Line | Row]:
    return list(store._ledger.now().listings.values())


@pytest.mark.parametrize("is_line", [False, True], ids=["a row", "a line"])
def test_a_packed_row_says_what_it_said(is_line: bool) -> None:
    rows: list[Line | Row] = [row("p", 101), row("q", 102)]
    lines = decode_file(encode_file(rows, [], META)).listings
    packer = Packer(rows)
    packed = [packer.packed(each) for each in (lines if is_line else rows)]
    assert all(isinstance(each, Packed) for each in packed)
    assert [each.row() for each in packed] == [line.row() for line in lines]
    assert [(each.id, number_of(each), each.rev, each.head(), each.document()) for each in packed] == [
        (each.id, number_of(each), each.rev, each.head(), each.document()) for each in lines
    ]
    assert [isinstance(each, Line) and (each.holds(b'"q"'), each.holds(b"x")) for each in packed] == [
        (False, False), (True, False),
    ]  # fmt: skip
    assert encode_file(packed, [], META) == encode_file(rows, [], META)
    assert [packer.packed(each) for each in packed] == packed


def test_a_number_that_two_have_stays_theirs() -> None:
    lines = decode_file(encode_file([row("a", 101), row("b", 101)], [], META)).listings
    packer = Packer(lines)
    for rows in (lines, [line.row() for line in lines]):
        packed = [packer.packed(each) for each in rows]
        assert encode_file(packed, [], META) == encode_file(lines, [], META)


def test_it_takes_a_quarter_of_the_memory(directory: Path) -> None:
    store = open_store(directory)
    store.load()
    before = sum(len(each.row().doc) for each in rows_of(store))
    store.compact()
    packed = [each for each in rows_of(store) if isinstance(each, Packed)]
    assert len(packed) == 60
    assert sum(len(each._packed) for each in packed) < before / 4


def test_whoever_reads_does_not_notice(directory: Path) -> None:
    store = open_store(directory)
    early = store.load()
    store.compact()
    assert not store.changed()
    assert store.load() is early
    assert all(isinstance(kept.source, Packed) for kept in early)  # nothing else keeps the file's bytes
    assert state_of(store) == state(directory)
    assert {kept.id: kept.listing for kept in early} == {kept.id: kept.listing for kept in open_store(directory).load()}


def test_whoever_changes_does_not_notice(directory: Path) -> None:
    store, plain = Store(directory, Clock()), open_store(directory)
    store.compact()
    kept = store.get("place-7")
    assert store.batch([Edit("place-7", kept.rev, pantry("place-7", number=207))], "joe")[0].outcome == "saved"
    assert store.delete("place-8", "", "joe").outcome == "saved"
    store.compact()
    assert state_of(store) == state_of(plain) == state(directory)
    assert store.undo("place-7", "joe").outcome == "saved"
    assert store.get("place-7").listing == kept.listing
    fold(directory)
    assert state_of(store) == state(directory)
    assert list(store.check()) == []


def test_a_directory_without_listings_has_nothing_to_pack(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.compact()
    store.batch([Edit("a", "", pantry("a"))], "mary", "add")
    store.compact()
    assert [isinstance(each, Packed) for each in rows_of(store)] == [True]
    assert state_of(store) == state(tmp_path)
