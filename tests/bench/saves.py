"""A durable save: the kiosk's store, SQLite and stock TinyDB, each doing the same to the same listings.

The same work, in one process that has its listings open: read a listing's document; check the revision that it is
changed from; put the next document in canonical form; compute its revision (BLAKE2b over the parent and that form);
replace the document; note the change, with the whole document, in a history; return when all of it is on the disk.

SQLite is at its best here: prepared statements, JSON by the same library as ours, a history without an index, and one
connection that nobody waits for. What only ours does is in ours: what comes in is cleaned, its keys and types are
checked, the fields as they were are noted beside the document, a change made from an older revision would be joined,
and the lock says who holds it. What each does now and then, a checkpoint of SQLite's log into its file and a fold of
ours, falls on the save that meets it, in both. `typed` is ours as the desk saves: from a listing as a value with types,
to which SQLite has nothing like. Stock TinyDB keeps no history and promises no disk: it is there to be seen.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from tinydb import Query, TinyDB

from kiosk.domain.kept import Edit
from kiosk.store import open_store
from kiosk.store.canonical import encode
from kiosk.store.revision import next_rev
from tests.bench.school import listings

Save = Callable[[int], None]


def timed(save: Save, number: int) -> float:
    """Seconds of one save."""
    start = time.perf_counter()
    save(number)
    return time.perf_counter() - start


@contextmanager
def ours(laid: Path, size: int) -> Iterator[Save]:
    """Saves of documents in the kiosk's store."""
    store = open_store(laid)

    def save(number: int) -> None:
        kept = store.get(_id(number, size))
        store.batch([Edit(kept.id, kept.rev, store.document(kept) | {"email": _email(number)})], "bench")

    yield save


@contextmanager
def typed(laid: Path, size: int) -> Iterator[Save]:
    """Saves of typed listings in the kiosk's store."""
    store = open_store(laid)

    def save(number: int) -> None:
        kept = store.get(_id(number, size))
        store.save(replace(kept.listing, email=_email(-number)), kept.rev, "bench")

    yield save


@contextmanager
def sqlite(laid: Path, size: int) -> Iterator[Save]:
    """Saves in SQLite with a write-ahead log, synced at each commit."""
    db = sqlite3.connect(laid, isolation_level=None)
    db.execute("PRAGMA synchronous = FULL")
    decode = msgspec.json.Decoder(dict[str, object]).decode  # ours has one too: it is made once

    def save(number: int) -> None:
        id = _id(number, size)
        db.execute("BEGIN IMMEDIATE")
        parent, written = db.execute("SELECT rev, doc FROM listings WHERE id = ?", (id,)).fetchone()
        doc = encode(decode(written) | {"email": _email(number)})
        rev = next_rev(parent, doc)
        changed = db.execute("UPDATE listings SET rev = ?, doc = ? WHERE id = ? AND rev = ?", (rev, doc, id, parent))
        assert changed.rowcount == 1
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        db.execute("INSERT INTO history VALUES (?, ?, ?, ?, ?, ?)", (id, rev, at, "bench", "set", doc))
        db.execute("COMMIT")

    yield save
    db.close()


@contextmanager
def tinydb(laid: Path, size: int) -> Iterator[Save]:
    """Saves in TinyDB as it comes."""
    db = TinyDB(laid)
    table = db.table("listings", cache_size=0)

    def save(number: int) -> None:
        table.update({"email": _email(number)}, Query().id == _id(number, size))

    yield save
    db.close()


def lay_ours(directory: Path, size: int) -> Path:
    """The listings of a school of that size in the kiosk's store."""
    open_store(directory).batch([Edit(str(doc["id"]), "", doc) for doc in listings(size)], "bench", "add")
    return directory


def lay_sqlite(file: Path, school: Path) -> Path:
    """The same listings, as the store has them, in SQLite."""
    db = sqlite3.connect(file, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("CREATE TABLE listings (id TEXT PRIMARY KEY, rev TEXT, doc BLOB)")
    db.execute("CREATE TABLE history (id TEXT, rev TEXT, at TEXT, by TEXT, why TEXT, doc BLOB)")
    store = open_store(school)
    db.execute("BEGIN")
    for kept in store.load():
        db.execute("INSERT INTO listings VALUES (?, ?, ?)", (kept.id, kept.rev, encode(store.document(kept))))
    db.execute("COMMIT")
    db.close()
    return file


def lay_tinydb(file: Path, school: Path) -> Path:
    """The same listings in stock TinyDB."""
    store = open_store(school)
    with TinyDB(file) as db:
        db.table("listings").insert_multiple(store.document(kept) for kept in store.load())
    return file


def at_rest() -> None:
    """Return when what was laid down is on the disk, so that no save pays for it."""
    os.sync()


def _id(number: int, size: int) -> str:
    return f"place-{number * 7919 % size:05}"


def _email(number: int) -> str:
    return f"saved{number}@example.org"
