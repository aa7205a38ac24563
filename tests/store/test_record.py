"""The journal's line: as it is documented, whole or not there, and never taken for another."""

from __future__ import annotations

import msgspec
import pytest

from kiosk.domain.errors import Newer
from kiosk.store.record import FIRST_PREV, NULL, Entry, Put, Record, Unreadable, decode, encode, read
from kiosk.store.row import Open, crc

LINE = (
    b'148a4db1 {"v":1,"seq":2,"prev":"ef04a6e7","at":"2026-11-25T09:55:30.663Z","by":"mary","why":"set",'
    b'"put":[{"id":"p","rev":"2-89e801a0c52bb7ee9e56a727a7fcbae4","parent":"1-168782f6ae48c9cbde7681a9cfa1910a",'
    b'"doc":{"email":"p@example.org","id":"p","name":{"en":"Pantry"},"number":101},"was":{"email":null}}]}\n'
)
"""A line as the form of the files documents it."""
RECORD = Record(
    seq=2, prev="ef04a6e7", at="2026-11-25T09:55:30.663Z", by="mary", why="set",
    put=(
        Put(
            id="p", rev="2-89e801a0c52bb7ee9e56a727a7fcbae4", parent="1-168782f6ae48c9cbde7681a9cfa1910a",
            doc=msgspec.Raw(b'{"email":"p@example.org","id":"p","name":{"en":"Pantry"},"number":101}'),
            was=msgspec.Raw(b'{"email":null}'),
        ),
    ),
)  # fmt: skip


def record(seq: int, prev: str = FIRST_PREV) -> tuple[bytes, str]:
    put = Put(id="p", rev=f"{seq}-a", doc=NULL, questions=(Open(field="email", mine="x"),))
    return encode(Record(seq=seq, prev=prev, at="", by="mary", why="set", put=(put,)))


def test_the_documented_line_is_read_and_written() -> None:
    entry = decode(LINE.rstrip(b"\n"))
    assert (entry.record, entry.crc) == (RECORD, "148a4db1")
    assert encode(RECORD) == (LINE, "148a4db1")
    assert entry.record.put[0].content == bytes(RECORD.put[0].doc)


def test_a_deletion_has_null_for_its_document() -> None:
    line, check = encode(Record(seq=3, prev="148a4db1", at="", by="", why="delete", put=(Put(id="p", rev="3-a"),)))
    assert b'"put":[{"id":"p","rev":"3-a"}]' in line or b'"doc":null' in line
    entry = decode(line[:-1])
    assert (entry.crc, entry.record.put[0].content) == (check, None)
    written = b'{"v":1,"seq":3,"prev":"148a4db1","at":"","by":"","why":"","put":[{"id":"p","rev":"3-a","doc":null}]}'
    assert decode(crc(written).encode() + b" " + written).record.put[0].content is None


@pytest.mark.parametrize("length", [0, 8, 9, 20, len(LINE) - 2])
def test_half_a_line_is_none(length: int) -> None:
    with pytest.raises(Unreadable):
        decode(LINE[:length])


@pytest.mark.parametrize("written", [b"{}", b"[]", b"not JSON", b'{"v":1}', b'{"v":1,"seq":"x"}', b'{"v":"1"}'])
def test_a_right_check_over_something_else_is_no_line(written: bytes) -> None:
    with pytest.raises(Unreadable):
        decode(crc(written).encode() + b" " + written)


def test_a_newer_line_is_said_to_be_newer_whatever_it_holds() -> None:
    written = b'{"v":2,"everything":"else"}'
    with pytest.raises(Newer):
        decode(crc(written).encode() + b" " + written)


def test_a_log_is_its_lines_and_what_lies_between_and_after() -> None:
    (one, _), (two, _), (three, _) = record(1), record(2), record(3)
    damaged = two.replace(b"mary", b"MARY")
    stretch = read(one + damaged + b"\n" + three + two[:-1])
    assert [entry.record.seq for entry in stretch.entries] == [1, 3]
    assert [(hole.content, hole.before) for hole in stretch.holes] == [(damaged + b"\n", 1)]
    assert stretch.tail == two[:-1]
    assert not stretch.is_whole
    assert read(one + two).is_whole
    assert read(b"").is_whole


def test_where_the_end_of_a_line_is_damaged_both_lines_are_read() -> None:
    (one, _), (two, _), (three, _) = record(1), record(2), record(3)
    for sign in (b"\x0b", b"x", b" "):
        stretch = read(one[:-1] + sign + two[:-1] + sign + three)
        assert [entry.record.seq for entry in stretch.entries] == [1, 2, 3]
    damaged = two.replace(b"mary", b"MARY")[:-1] + b"x"
    stretch = read(one[:-1] + b"x" + damaged + three)
    assert [entry.record.seq for entry in stretch.entries] == [1, 3]
    assert [hole.content for hole in stretch.holes] == [damaged]
    assert read(one[:-1] + b"x").tail == one[:-1] + b"x"  # the last line is there with its end, or not at all


def test_words_that_look_like_a_line_are_words() -> None:
    put = Put(id="p", rev="1-a", doc=msgspec.Raw(msgspec.json.encode({"name": 'deadbeef {"v":1,"seq":9}\n'})))
    line, check = encode(Record(seq=1, prev=FIRST_PREV, at="", by="", why="", put=(put,)))
    assert read(line).entries == (Entry(decode(line[:-1]).record, check),)
    assert read(line.replace(b'"why"', b'"Why"')).tail == line.replace(b'"why"', b'"Why"')
