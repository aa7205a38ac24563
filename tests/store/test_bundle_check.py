"""Bundles that no kiosk wrote, though their checks are right: each is refused whole, and nothing is touched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from kiosk.domain.errors import KioskError, Refused
from kiosk.store import Store
from kiosk.store.bundle import _Head, unpack
from kiosk.store.record import FIRST_PREV, Put, Record, encode
from kiosk.store.revision import next_rev
from kiosk.store.row import Open, Row, checked, crc
from kiosk.store.snapshot import Meta, encode_file
from tests.store.faults import QuickDisk
from tests.store.samples import Clock, pantry
from tests.store.test_merging import Place, places

AT = "2026-11-25T09:55:30.663Z"
DOC = {"id": "x", "name": {"en": "X"}, "number": 300}
DEEP = b"[" * 200_000 + b"]" * 200_000


def wrapped(snapshot: bytes, log: bytes = b"") -> bytes:
    """A bundle whose own checks are right."""
    return msgspec.json.encode(_Head(1, len(snapshot), len(log), crc(snapshot + log))) + b"\n" + snapshot + log


def bundle(*rows: Row, graves: tuple[Row, ...] = (), log: bytes = b"") -> bytes:
    described = encode_file((), (), Meta(schema=2, seq=1, count=len(rows)))
    lines = [b"".join(b'\n"%d":%s,' % pair for pair in map(keyed, some)).rstrip(b",") for some in (rows, graves)]
    opens, graves_open, ends = described.partition(b"\n},")[0], b'\n},"tombstones":{', described.rpartition(b"\n},")[2]
    body = opens + lines[0] + graves_open + lines[1] + b"\n}," + ends.partition(b',"check":"')[0]
    return wrapped(body + b',"check":"' + crc(body).encode() + b'"}}}\n', log)


def keyed(row: Row) -> tuple[int, bytes]:
    """A row's key and its line, right in themselves whatever the row says."""
    key = 7 if b'"number":7' in bytes(row.doc) else max(row.number, 301 if row.id == "a-first" else 300)
    if row.id == "a":
        key = 101
    return key, msgspec.json.encode(checked(key, row))


def row(doc: object = DOC, parent: str = "", **more: Any) -> Row:
    """A listing whose revision is right, and what else is written beside it."""
    content = doc if isinstance(doc, bytes) else msgspec.json.encode(doc, order="sorted")
    revs = more.pop("revs", (parent,) if parent else ())
    fields: dict[str, Any] = {"id": "x", "at": AT, "by": "ana", "made": AT, **more}
    return Row(rev=next_rev(revs[0] if revs else "", content), revs=revs, doc=msgspec.Raw(content), **fields)


def grave(**more: Any) -> Row:
    fields: dict[str, Any] = {"id": "x", "at": AT, "number": 300, "rev": next_rev("", None), **more}
    return Row(**fields)


def asked(field: str = "email", mine: object = "a@example.org", **more: Any) -> Row:
    return row(questions=(Open(field=field, mine=mine, by="joe", at=AT, **more),))


REV = "1-" + "a" * 32
OLDER = "2-" + "b" * 32
ROWS = {
    "a document that is no object": row(b"[1,2]"),
    "a terminal's commands in a name": row({**DOC, "name": {"en": "X\x1b[2J"}}),
    "a name that turns around": row({**DOC, "name": {"en": "\u202eX"}}),
    "a field that is not known": row({**DOC, "shell": "rm"}),
    "a field of the wrong type": row({**DOC, "phones": "none"}),
    "no name": row({"id": "x", "number": 300}),
    "another listing's id": row({**DOC, "id": "y"}),
    "an id that is a path": row({**DOC, "id": "../x"}, id="../x"),
    "a number out of bounds": row({**DOC, "number": 7}),
    "a number that is no number": row({**DOC, "number": "300"}),
    "a document that is not canonical": row(b'{"name":{"en":"X"},"id":"x","number":300}'),
    "a key that stands twice": row(b'{"id":"x","id":"x","name":{"en":"X"},"number":300}'),
    "deep nesting": row(b'{"id":"x","name":{"en":"X"},"number":300,"x_a":' + DEEP + b"}"),
    "nesting past what a document may have": row({**DOC, "x_a": msgspec.json.decode(b"[" * 40 + b"1" + b"]" * 40)}),
    "a document that is too large": row({**DOC, "x_a": "a" * 300_000}),
    "a revision that is none": msgspec.structs.replace(row(), rev=REV),
    "an ancestor that is none": row(revs=("1-zz",)),
    "ancestors out of order": row(revs=(REV, OLDER)),
    "too many ancestors": row(revs=tuple(f"{n}-{'a' * 32}" for n in range(150, 0, -1))),
    "a merged revision that is none": row(also=("../../etc/passwd",)),
    "a moment that is none": row(at="yesterday"),
    "a moment without a zone": row(made="2026-11-25T09:55:30"),
    "who is a terminal's command": row(by="\x1b]0;x\x07"),
    "who is a whole page": row(by="a" * 5000),
    "too many questions": row(questions=tuple(Open(field="email", mine=f"{n}@x.org", at=AT) for n in range(500))),
    "a question about no field": asked("shell.command"),
    "a question whose path is none": asked("schedules[[0"),
    "a question whose path is a file": asked("../../listings.json"),
    "a question past the end of a list": asked("phones[7].number", "+18605550112"),
    "a question with a path as long as a book": asked("x_" + "a" * 300_000),
    "a question with a wrong type": asked("minutes_needed", "five"),
    "a question whose base has a wrong type": asked("email", "a@example.org", base=[1]),
    "a question with a terminal's command": asked("email", "\x1b[2J"),
    "a question as large as a disk": asked("x_note", "a" * 300_000),
    "a question that nests too deep": asked("x_note", msgspec.json.decode(b"[" * 60 + b"1" + b"]" * 60)),
    "a question about another listing": asked("", {**DOC, "id": "y"}),
    "a question with half a listing": asked("", {"id": "x"}),
    "a question that is no listing": asked("", "all of it"),
    "a question at no moment": row(questions=(Open(field="email", mine="a@b.org", at="noon"),)),
    "a question by a page": row(questions=(Open(field="email", mine="a@b.org", at=AT, by="a\nb"),)),
}


@pytest.mark.parametrize("bad", ROWS.values(), ids=ROWS.keys())
def test_a_listing_that_no_kiosk_wrote(bad: Row) -> None:
    good = row({**DOC, "id": "a-first", "number": 301}, id="a-first")
    with places("home") as (home,):
        before = home.state()
        with pytest.raises(Refused, match="Nothing was changed"):
            home.store.merge(home.store.unpack(bundle(good, bad)), "home")
        assert home.state() == before
        assert list(home.store.check()) == []


GRAVES = {
    "an id with quotation marks": grave(id='x","rev":"'),
    "an id that is a path": grave(id="../x"),
    "an id with a line's end": grave(id="x\ny"),
    "a number out of bounds": grave(number=10**15),
    "a number below all": grave(number=-1),
    "no moment": grave(at=""),
    "a moment that is none": grave(at="9999"),
    "a revision that is none": grave(rev="1-" + "0" * 32),
}


@pytest.mark.parametrize("bad", GRAVES.values(), ids=GRAVES.keys())
def test_a_tombstone_that_no_kiosk_wrote(bad: Row) -> None:
    with pytest.raises(Refused, match="Nothing was changed"):
        unpack(bundle(graves=(bad,)))


def test_one_listing_twice() -> None:
    for packed in (bundle(row(), row({**DOC, "number": 301})), bundle(row(), graves=(grave(number=301),))):
        with pytest.raises(Refused, match="“x”"):
            unpack(packed)


def test_a_line_whose_key_is_not_its_number() -> None:
    snapshot = encode_file([row()], [], Meta(schema=2, seq=1, count=1))
    for key in (b"301", b"1" * 5000):
        turned = snapshot.replace(b'"300":{"id"', b'"%s":{"id"' % key)
        turned = turned[: turned.rindex(b',"check":"')]
        with pytest.raises(Refused):
            unpack(wrapped(turned + b',"check":"' + crc(turned).encode() + b'"}}}\n'))


@pytest.mark.parametrize(
    "first",
    [
        b'{"bundle":1,"snapshot":-5,"log":5,"check":"00000000"}',
        b'{"bundle":1,"snapshot":99999999999999999999,"log":0,"check":"00000000"}',
        b'{"bundle":"1","snapshot":0,"log":0,"check":"00000000"}',
        b'{"bundle":1,"x":' + DEEP + b"}",
        b'{"bundle":1,"x":"' + b"a" * 10_000_000 + b'"}',
        b'{"bundle":1,"snapshot":0,"log":0,"check":"00000000"}',
        b'{"bundle":',
        b"\xff\xfe",
        b"",
    ],
)
def test_a_first_line_that_is_none(first: bytes) -> None:
    with pytest.raises(Refused, match="damaged"):
        unpack(first + b"\n")


@pytest.mark.parametrize(
    "snapshot",
    [
        b"",
        b"{}",
        b'{"listings":{\nnot a line\n},"tombstones":{\n},"store":{"1":{"schema":2,"seq":0,"count":0',
        b'{"listings":{\n"300":' + DEEP + b'\n},"tombstones":{\n},"store":{"1":{"schema":2,"seq":0,"count":0',
        b'{"listings":{\n"3":{"id":"\xff"}\n},"tombstones":{\n},"store":{"1":{"schema":2,"seq":0,"count":0',
        b'{"listings":{\n},"store":{"1":{"schema":1,"seq":0,"count":0',
        b'{"listings":{\n},"store":{"1":{"schema":2,"seq":0,"count":0,"x":' + DEEP,
    ],
)
def test_a_snapshot_that_is_none(snapshot: bytes) -> None:
    closed = snapshot + b',"check":"' + crc(snapshot).encode() + b'"}}}\n'
    with pytest.raises(Refused):
        unpack(wrapped(closed))


def apart() -> tuple[bytes, Row, str]:
    """A listing that went apart: its first document, a row that a bundle brings of it, and the revision of both."""
    first = msgspec.json.encode({"id": "a", "name": {"en": "A"}, "number": 101}, order="sorted")
    rev = next_rev("", first)
    theirs = msgspec.json.encode({"id": "a", "name": {"en": "Other"}, "number": 101}, order="sorted")
    brought = row(theirs, revs=(rev,), id="a")
    return first, brought, rev


@pytest.mark.parametrize(
    "was",
    [
        b'{"name":' + DEEP + b"}",
        b"[1]",
        b'{"name":"\\u001b[2J"}',
        b'{"name":NaN}',
        b'{"x_a":"' + b"a" * 300_000 + b'"}',
    ],
)
def test_a_log_that_lies_about_the_past_is_not_believed(tmp_path: Path, was: bytes) -> None:
    """The base of a merge may stand in the bundle's log only; what it says there is shown in a question."""
    first, brought, rev = apart()
    put = Put(id="a", rev=brought.rev, parent=rev, doc=brought.doc, was=msgspec.Raw(was))
    line, _ = encode(Record(seq=2, prev=FIRST_PREV, at=AT, by="joe", why="set", put=(put,)))
    store = Store(tmp_path, Clock(), QuickDisk())
    store.merge(store.unpack(bundle(row(first, id="a"))), "home")
    store.batch([_edit(store, "a", name={"en": "Ours"})], "home")
    for file in (tmp_path / "history").glob("*"):
        file.unlink()
    packed = bundle(brought, log=line)
    try:
        store.merge(store.unpack(packed), "home")
    except KioskError as error:
        assert "Nothing was changed" in str(error)  # either way is right
    assert list(store.check()) == []
    for question in store.questions():
        msgspec.json.encode(question.base)
        assert "\x1b" not in str(question.base)


def _edit(store: Store, id: str, **fields: object) -> Any:
    from kiosk.domain.kept import Edit

    kept = store.get(id)
    return Edit(id, kept.rev, {**store.document(kept), **fields})


def test_what_kiosks_write_is_let_in() -> None:
    """Questions of every kind, deletions, renumbered listings: all of it goes through the same check."""
    with places("home", "office") as (home, office):
        _quarrel(home, office)
        for place, other in ((home, office), (office, home), (home, office), (office, home)):
            place.take_from(other)
        assert home.state() == office.state()
        fields = {question.field for question in home.store.questions()}
        assert {"", "email", "phones[+18605550112]", "location.latitude+longitude", "name.es"} <= fields


def _quarrel(home: Place, office: Place) -> None:
    phone = {"number": "+18605550112", "extension": "1"}
    home.set("a", phones=[phone], location={"latitude": 1, "longitude": 2, "room": "1"})
    office.take_from(home)
    home.add("only-here")
    office.add("only-there")
    home.set("a", email="h@x.org", phones=None, location={"latitude": 3, "longitude": 4}, name={"en": "A"}, x_="h")
    changed = [{**phone, "extension": "2"}]
    name = {"en": "A", "es": "Otra"}
    office.set("a", email="o@x.org", phones=changed, location={"latitude": 5, "longitude": 6}, name=name, x_=["o"])
    home.store.delete("b", "", "home")
    office.set("b", url="https://example.org")


def test_a_pantry_of_the_tests_is_a_listing() -> None:
    assert unpack(bundle(row({**pantry("x"), "number": 300}))).book.listings.keys() == {"x"}
