"""The listings file, byte by byte: a file of this form is kept beside the tests, and must always open."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from kiosk.domain.kept import Edit
from kiosk.store import Store, open_store
from kiosk.store.rows import Damaged, Row, checked, decode_file, encode_file, is_whole, whole_rows
from tests.store.samples import Clock, listing_json, pantry

KEPT_FILE = Path(__file__).parent.parent / "fixtures" / "listings-schema-1.json"
ROW = checked("101", Row(seq=1, id="p", rev="1-a", at="2026-11-25T09:55:30.663Z", doc=msgspec.Raw(b'{"id":"p"}')))
GRAVE = checked("102", Row(seq=2, id="q", rev="2-b", at="2026-11-25T09:55:30.663Z", revs=("1-a",)))


def written(directory: Path) -> None:
    """A small directory, always the same: two listings, one changed, and the tombstone of a third."""
    clock = Clock()
    store = Store(directory, clock)
    store.batch([Edit("", "", doc) for doc in (listing_json(), pantry(), pantry("gone"))], "mary", "add")
    clock.now += timedelta(minutes=1)
    store.delete("gone", "", "joe")
    clock.now += timedelta(minutes=1)
    rev = store.get("food-pantry").rev
    store.batch([Edit("food-pantry", rev, pantry(email="pantry@example.org", x_note={"kept": True}))], "joe")


def test_the_form_of_the_file_stays_the_same(tmp_path: Path) -> None:
    written(tmp_path)
    assert (tmp_path / "listings.json").read_text("utf-8") == KEPT_FILE.read_text("utf-8")


def test_a_file_that_was_kept_opens(tmp_path: Path) -> None:
    shutil.copy(KEPT_FILE, tmp_path / "listings.json")
    store = open_store(tmp_path)
    snapshot = store.load()
    assert (snapshot.seq, snapshot.told) == (3, ())
    assert {kept.id: kept.number for kept in snapshot} == {"school-clinic": 101, "food-pantry": 102}
    assert snapshot.named("102").listing.extra == {"x_note": {"kept": True}}
    assert store.batch([Edit("", "", pantry("next"))], "mary")[0].number == 104


def test_one_listing_is_one_line() -> None:
    content = encode_file({"101": ROW, "103": ROW}, {"102": GRAVE}, 7)
    lines = content.decode().splitlines()
    assert [line[:6] for line in lines] == ['{"list', '"101":', '"103":', '},"tom', '"102":', '},"sto']
    assert [key for key, _ in whole_rows(content)] == ["101", "102"]  # the row of 101 under another key is not whole


def test_a_file_comes_back_as_it_was_written() -> None:
    listings, tombstones, meta = decode_file(encode_file({"101": ROW}, {"102": GRAVE}, 7))
    assert (listings["101"].id, bytes(listings["101"].doc)) == ("p", b'{"id":"p"}')
    assert tombstones["102"].is_tombstone
    assert (meta.schema, meta.seq, meta.count) == (1, 7, 1)


def test_a_file_without_listings_is_whole() -> None:
    assert decode_file(encode_file({}, {}, 0))[2].count == 0


@pytest.mark.parametrize("content", [b"", b"{}", b'{"_default": {"1": {"a": 1}}}', b"\xff" * 50])
def test_other_files_are_not_taken_for_ours(content: bytes) -> None:
    with pytest.raises(Damaged):
        decode_file(content)
    assert list(whole_rows(content)) == []


def test_a_row_is_whole_under_its_own_key_only() -> None:
    assert is_whole("101", ROW)
    assert not is_whole("102", ROW)
    assert not is_whole("101", msgspec.structs.replace(ROW, by="joe"))


def test_lines_that_only_look_like_rows_are_passed_over() -> None:
    assert list(whole_rows(b'"101":{"check":"\xff"}\n"102":{"seq":"x"}\n"103":{}\n')) == []


def test_a_row_reads_like_a_mapping() -> None:
    assert dict(ROW)["doc"] == {"id": "p"}
    assert GRAVE["revs"] == ("1-a",)
