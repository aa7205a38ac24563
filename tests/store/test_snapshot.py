"""The snapshot, byte by byte: one listing a line, each with its own check, and the check of the whole."""

from __future__ import annotations

from pathlib import Path
from zlib import crc32

import msgspec
import pytest
from tinydb import TinyDB

from kiosk.store.record import FIRST_PREV
from kiosk.store.row import Line, Row, checked, is_whole
from kiosk.store.snapshot import Damaged, Meta, decode_file, encode_file, meta_of, number_of, whole_rows

AT = "2026-11-25T09:55:30.663Z"
META = Meta(schema=2, seq=7, prev="148a4db1", count=0, gaps=((3, 4),))


def row(id: str, number: int, seq: int = 1) -> Row:
    doc = msgspec.json.encode({"id": id, "number": number})
    return Row(id=id, seq=seq, rev="1-a", at=AT, by="mary", doc=msgspec.Raw(doc))


GRAVE = Row(id="q", number=102, seq=2, rev="2-b", at=AT, revs=("1-a",))


def test_the_form_of_the_file() -> None:
    assert encode_file([row("p", 101)], [GRAVE], META) == (
        b'{"listings":{\n'
        b'"101":{"id":"p","check":"6aa58c22","seq":1,"rev":"1-a","at":"2026-11-25T09:55:30.663Z","by":"mary",'
        b'"doc":{"id":"p","number":101}}\n'
        b'},"tombstones":{\n'
        b'"102":{"id":"q","check":"1c939e09","number":102,"seq":2,"rev":"2-b","at":"2026-11-25T09:55:30.663Z",'
        b'"revs":["1-a"]}\n'
        b'},"store":{"1":{"schema":2,"seq":7,"count":1,"prev":"148a4db1","gaps":[[3,4]],"check":"e72ec37c"}}}\n'
    )


def test_a_check_is_the_crc_of_the_key_and_the_row_without_it() -> None:
    line = encode_file([row("p", 101)], [], META).splitlines()[1]
    bare = line.replace(b'"check":"6aa58c22",', b"").replace(b'"101":', b"101:")
    assert f"{crc32(bare):08x}" == "6aa58c22"


def test_a_file_comes_back_as_it_was_written() -> None:
    written = encode_file([row("p", 101), row("r", 103)], [GRAVE], META)
    whole = decode_file(written)
    assert [line.row() for line in whole.listings] == [checked(101, row("p", 101)), checked(103, row("r", 103))]
    assert [(each.id, each.number, each.is_tombstone) for each in whole.tombstones] == [("q", 102, True)]
    assert (whole.schema, whole.meta.seq, whole.meta.count, whole.meta.prev) == (2, 7, 2, "148a4db1")
    assert whole.meta.gaps == ((3, 4),)
    assert encode_file(whole.listings, whole.tombstones, whole.meta) == written


def test_rows_lie_in_order_of_their_numbers() -> None:
    written = encode_file([row("b", 105), row("a", 104), row("c", 101)], [], META)
    assert [line.id for line in decode_file(written).listings] == ["c", "a", "b"]


def test_two_that_share_a_number_keep_it_and_themselves() -> None:
    """A merge gives one of them another number; until then neither is lost, nor takes a third one's number."""
    written = encode_file([row("a", 101), row("b", 101), row("c", 102)], [], META)
    again = encode_file(decode_file(written).listings, [], META)
    assert again == written
    assert [(line.id, number_of(line)) for line in decode_file(again).listings] == [("a", 101), ("b", 101), ("c", 102)]
    assert [(found.id, number_of(found)) for found in whole_rows(written)] == [("a", 101), ("b", 101), ("c", 102)]
    a, _, c = decode_file(again).listings
    mended = encode_file([a, row("b", 103), c], [], META)
    assert mended == encode_file([row("a", 101), row("b", 103), row("c", 102)], [], META)
    alone = encode_file([decode_file(again).listings[1], c], [], META)  # whoever had the number is gone
    assert alone == encode_file([row("b", 101), row("c", 102)], [], META)


def test_plain_tinydb_reads_it(tmp_path: Path) -> None:
    (tmp_path / "listings.json").write_bytes(encode_file([row("p", 101)], [GRAVE], META))
    with TinyDB(tmp_path / "listings.json") as plain:
        assert plain.tables() == {"listings", "tombstones", "store"}
        (found,) = plain.table("listings").all()
        assert (found.doc_id, found["doc"]) == (101, {"id": "p", "number": 101})
        assert plain.table("store").all()[0]["seq"] == 7


def test_a_file_without_listings_is_whole() -> None:
    whole = decode_file(encode_file([], [], Meta(schema=2, seq=0, count=9)))
    assert (whole.meta.count, whole.meta.prev, whole.listings, whole.tombstones) == (0, FIRST_PREV, [], [])


@pytest.mark.parametrize("content", [b"", b"{}", b'{"_default": {"1": {"a": 1}}}', b"\xff" * 50, b'","check":"'])
def test_other_files_are_not_taken_for_ours(content: bytes) -> None:
    with pytest.raises(Damaged):
        decode_file(content)
    assert list(whole_rows(content)) == []
    assert meta_of(content) is None


def test_of_a_damaged_file_what_is_whole_is_read() -> None:
    written = encode_file([row("p", 101), row("r", 103)], [GRAVE], META)
    damaged = written.replace(b'"id":"p"', b'"id":"P"')
    with pytest.raises(Damaged):
        decode_file(damaged)
    assert [found.id for found in whole_rows(damaged)] == ["r", "q"]
    assert meta_of(damaged) == decode_file(written).meta
    assert [found.id for found in whole_rows(written.replace(b'"103":', b'"105":'))] == ["p", "q"]


def test_a_row_is_whole_under_its_own_key_only() -> None:
    whole = checked(101, row("p", 101))
    assert is_whole(101, whole)
    assert not is_whole(102, whole)
    assert not is_whole(101, msgspec.structs.replace(whole, by="joe"))


def test_lines_that_only_look_like_rows_are_passed_over() -> None:
    looks = b'"101":{"check":"\xff"}\n"102":{"seq":"x"}\n"103":{}\n"104":{"id":"p"}\n"' + b"9" * 20 + b'":{"id":"p"}\n'
    assert list(whole_rows(looks)) == []


def test_a_line_is_read_only_when_it_is_asked_for() -> None:
    content = b'{\n"214":{"id":"food-pantry","check":"12345678","rev":oops},\n'
    line = Line(content, 2, len(content) - 1)
    assert (line.number, line.id, line.holds(b"oops"), line.holds(b"214:")) == (214, "food-pantry", True, False)
    with pytest.raises(msgspec.DecodeError):
        line.row()
