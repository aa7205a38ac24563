"""TinyDB's own calls on our storage: each is one durable change, and no query is stale."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tinydb import Query, TinyDB, where
from tinydb.operations import delete, increment, set
from tinydb.table import Document, Table

from kiosk.domain.errors import KioskError, Refused
from kiosk.store import Store, open_store
from tests.store.faults import Crash, FaultyDisk
from tests.store.samples import pantry

Call = Callable[[TinyDB], Any]


@pytest.fixture
def db(tmp_path: Path) -> TinyDB:
    """Three listings: a and b with an email, c without."""
    db = open_store(tmp_path).tinydb
    db.insert_multiple([pantry("a", email="a@example.org"), pantry("b", email="b@example.org"), pantry("c")])
    return db


def found(directory: Path) -> dict[str, dict[str, Any]]:
    """The documents as a fresh store has them, without what all share."""
    store = open_store(directory)
    assert store.load().told == ()
    assert list(store.check()) == []
    docs = {kept.id: dict(store.document(kept)) for kept in store.load()}
    return {
        id: {key: value for key, value in doc.items() if key in ("number", "email", "url")} for id, doc in docs.items()
    }


A, B, C = (
    {"email": "a@example.org", "number": 101},
    {"email": "b@example.org", "number": 102},
    {"number": 103},
)  # fmt: skip
NEW = {"email": "new@example.org"}
IS_A: Any = where("id") == "a"

WRITES: dict[str, tuple[Call, Any, dict[str, dict[str, Any]]]] = {
    "insert": (lambda db: db.insert(pantry("d")), "d", {"a": A, "b": B, "c": C, "d": {"number": 104}}),
    "insert_multiple": (
        lambda db: db.insert_multiple([pantry("d"), pantry("e", number=300)]),
        ["d", "e"],
        {"a": A, "b": B, "c": C, "d": {"number": 104}, "e": {"number": 300}},
    ),
    "update all": (
        lambda db: db.update({"url": "https://example.org"}),
        ["a", "b", "c"],
        {id: {**doc, "url": "https://example.org"} for id, doc in (("a", A), ("b", B), ("c", C))},
    ),
    "update by query": (lambda db: db.update(NEW, IS_A), ["a"], {"a": {**A, **NEW}, "b": B, "c": C}),
    "update by id": (lambda db: db.update(NEW, doc_ids=["b"]), ["b"], {"a": A, "b": {**B, **NEW}, "c": C}),
    "update by operation": (
        lambda db: db.update(delete("email"), where("email").exists()),
        ["a", "b"],
        {"a": {"number": 101}, "b": {"number": 102}, "c": C},
    ),
    "update_multiple": (
        lambda db: db.update_multiple([(NEW, IS_A), (set("url", "https://example.org"), where("id") == "c")]),
        ["a", "c"],
        {"a": {**A, **NEW}, "b": B, "c": {**C, "url": "https://example.org"}},
    ),
    "upsert what is there": (
        lambda db: db.upsert({**pantry("a"), **NEW}, IS_A),
        ["a"],
        {"a": {**A, **NEW}, "b": B, "c": C},
    ),
    "upsert what is not": (
        lambda db: db.upsert(pantry("d"), where("id") == "d"),
        ["d"],
        {"a": A, "b": B, "c": C, "d": {"number": 104}},
    ),
    "upsert by id": (
        lambda db: db.upsert(Document({**pantry("b"), **NEW}, doc_id="b")),  # type: ignore[arg-type]  # ours are words
        ["b"],
        {"a": A, "b": {**B, **NEW}, "c": C},
    ),
    "remove by query": (lambda db: db.remove(where("email").exists()), ["a", "b"], {"c": C}),
    "remove by id": (lambda db: db.remove(doc_ids=["c"]), ["c"], {"a": A, "b": B}),
    "truncate": (lambda db: db.truncate(), None, {}),
    "drop_table": (lambda db: db.drop_table("listings"), None, {}),
    "drop_tables": (lambda db: db.drop_tables(), None, {}),
}


@pytest.mark.parametrize("name", WRITES)
def test_each_call_is_one_durable_change(tmp_path: Path, db: TinyDB, name: str) -> None:
    call, answer, after = WRITES[name]
    assert call(db) == answer
    assert found(tmp_path) == after
    assert open_store(tmp_path).load().seq == 2
    assert {document.doc_id for document in db.all()} == after.keys()


@pytest.mark.parametrize("name", WRITES)
def test_each_call_is_done_or_not_at_all(tmp_path: Path, db: TinyDB, name: str) -> None:
    call, _, after = WRITES[name]
    before = found(tmp_path)
    with pytest.raises(Crash):
        call(Store(tmp_path, disk=FaultyDisk(0)).tinydb)
    assert found(tmp_path) == before
    assert {document.doc_id for document in db.all()} == before.keys()
    call(open_store(tmp_path).tinydb)
    assert found(tmp_path) == after


def test_what_is_read(db: TinyDB) -> None:
    assert [document.doc_id for document in db.all()] == ["a", "b", "c"]
    assert [document["id"] for document in db] == ["a", "b", "c"]
    assert [document["id"] for document in db.search(where("email").exists())] == ["a", "b"]
    assert [document["id"] for document in db.search(Query().name.en == "Food pantry")] == ["a", "b", "c"]
    assert db.count(where("needs").any(["food"])) == 3
    assert len(db) == 3
    one = db.get(IS_A)
    assert isinstance(one, Document) and one == {**pantry("a", email="a@example.org"), "number": 101}
    assert db.get(doc_id="b") == db.get(where("id") == "b")
    assert [document["id"] for document in db.get(doc_ids=["a", "c"]) or []] == ["a", "c"]
    assert db.get(where("id") == "x") is None
    assert db.contains(IS_A) and db.contains(doc_id="c")
    assert not db.contains(where("id") == "x") and not db.contains(doc_id="x")
    assert db.tables() == {"listings"}
    assert db.table("listings").all() == db.all()


def test_no_query_is_stale_after_somebody_else_wrote(tmp_path: Path, db: TinyDB) -> None:
    other = open_store(tmp_path).tinydb
    query = where("email") == "new@example.org"
    assert db.search(query) == []
    other.update(NEW, IS_A)
    assert [document["id"] for document in db.search(query)] == ["a"]
    db.remove(query)
    assert other.search(query) == [] and other.get(IS_A) is None and len(other) == 2
    other.insert(pantry("d"))
    assert db.count(where("needs").any(["food"])) == 3
    assert [document["number"] for document in db.search(where("id") == "d")] == [104]


def test_what_was_read_can_be_changed_and_changes_nothing(tmp_path: Path, db: TinyDB) -> None:
    """Stock TinyDB hands out what is in its cache: to change a result is to change the next one."""
    (document,) = db.search(IS_A)
    document["name"]["en"] = "Spoiled"
    document["needs"].append("spoiled")
    (again,) = db.search(IS_A)
    assert again == {**pantry("a", email="a@example.org"), "number": 101}
    assert open_store(tmp_path).get("a").listing.name["en"] == "Food pantry"


def test_an_update_that_raises_in_the_middle_changes_nothing(tmp_path: Path, db: TinyDB) -> None:
    before = found(tmp_path)

    def third(document: Any) -> None:
        document["email"] = "x@example.org"
        if document["id"] == "c":
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        db.update(third)
    assert (found(tmp_path), open_store(tmp_path).load().seq) == (before, 1)
    assert db.count(where("email") == "x@example.org") == 0


@pytest.mark.parametrize(
    "call",
    [
        lambda db: db.update({"x_n": math.nan}, IS_A),
        lambda db: db.update({"location": {"latitude": math.inf, "longitude": 0}}, IS_A),
        lambda db: db.insert(pantry("d", x_n=math.nan)),
        lambda db: db.insert_multiple([pantry("d"), pantry("e", nam="typo")]),
        lambda db: db.insert_multiple([pantry("d"), pantry("a")]),
        lambda db: db.insert_multiple([pantry("d"), pantry("d", number=300)]),
        lambda db: db.insert({"name": {"en": "No id"}}),
        lambda db: db.insert(pantry("d", number=101)),
        lambda db: db.update({"id": "z"}, IS_A),
        lambda db: db.update({"number": 7}, IS_A),
        lambda db: db.update(increment("email"), IS_A),
        lambda db: db.upsert(pantry("d", email=3), where("id") == "d"),
        lambda db: db.table("others").insert({"id": "x"}),
        lambda db: db.table("_default").insert(pantry("x")),
        lambda db: db.table("others").truncate(),
        lambda db: db.storage.write({"listings": {}, "others": {"1": {"a": 1}}}),
    ],
)
def test_what_is_no_listing_is_refused_whole(tmp_path: Path, db: TinyDB, call: Call) -> None:
    before = found(tmp_path)
    with pytest.raises((KioskError, TypeError, ValueError)) as refused:
        call(db)
    assert "Nothing was changed." in str(refused.value) or not isinstance(refused.value, KioskError)
    assert (found(tmp_path), open_store(tmp_path).load().seq) == (before, 1)
    assert len(db) == 3


def test_there_is_no_other_table(db: TinyDB) -> None:
    with pytest.raises(Refused, match=r"Only the table “listings” is kept. Nothing was changed. Use that table."):
        db.table("others")
    db.drop_table("others")
    assert (db.tables(), len(db)) == ({"listings"}, 3)


def test_nothing_is_held_back(tmp_path: Path, db: TinyDB) -> None:
    """No cache that a stop would lose, and none that hides what others wrote."""
    table = Store(tmp_path).tinydb.table("listings", cache_size=10, persist_empty=True)
    assert isinstance(table, Table) and len(table) == 3
    query = where("email") == "new@example.org"
    assert table.search(query) == []
    db.update(NEW, IS_A)
    assert len(table.search(query)) == 1
    db.insert(pantry("d"))
    assert "d" in found(tmp_path)
    db.close()
    assert "d" in found(tmp_path)
    with pytest.raises(ValueError, match="already exists"):
        db.insert(pantry("d"))
