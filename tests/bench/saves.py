"""A durable save: the kiosk's store, SQLite and stock TinyDB, each doing the same to the same listings.

The same work: read a listing, check the revision it is changed from, write it with its next one, note the change in a
history, and return when that is on the disk. (Stock TinyDB keeps no history and promises no disk: it is there to see.)
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from tinydb import Query, TinyDB

from kiosk.domain.kept import Edit
from kiosk.store import open_store
from kiosk.store.revision import next_rev
from tests.bench.school import listings

Save = Callable[[int], None]


def timed(save: Save, number: int) -> float:
    """Seconds of one save."""
    start = time.perf_counter()
    save(number)
    return time.perf_counter() - start


@contextmanager
def ours(directory: Path, size: int) -> Iterator[Save]:
    """Saves in the kiosk's store."""
    store = open_store(directory)
    store.batch([Edit(str(doc["id"]), "", doc) for doc in listings(size)], "bench", "add")

    def save(number: int) -> None:
        kept = store.get(_id(number, size))
        store.save(replace(kept.listing, email=f"saved{number}@example.org"), kept.rev, "bench")

    yield save


@contextmanager
def sqlite(directory: Path, size: int) -> Iterator[Save]:
    """Saves in SQLite with a write-ahead log, synced at each commit."""
    directory.mkdir(parents=True)
    db = sqlite3.connect(directory / "listings.sqlite", isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("CREATE TABLE listings (id TEXT PRIMARY KEY, rev TEXT, doc TEXT)")
    db.execute("CREATE TABLE history (id TEXT, rev TEXT, at REAL, doc TEXT)")
    db.execute("BEGIN")
    db.executemany(
        "INSERT INTO listings VALUES (?, '1-0', ?)", ((doc["id"], json.dumps(doc)) for doc in listings(size))
    )
    db.execute("COMMIT")

    def save(number: int) -> None:
        id = _id(number, size)
        db.execute("BEGIN IMMEDIATE")
        parent, written = db.execute("SELECT rev, doc FROM listings WHERE id = ?", (id,)).fetchone()
        doc = json.dumps(json.loads(written) | {"email": f"saved{number}@example.org"}, sort_keys=True)
        rev = next_rev(parent if parent != "1-0" else "", doc.encode())
        changed = db.execute("UPDATE listings SET rev = ?, doc = ? WHERE id = ? AND rev = ?", (rev, doc, id, parent))
        assert changed.rowcount == 1
        db.execute("INSERT INTO history VALUES (?, ?, ?, ?)", (id, rev, time.time(), doc))
        db.execute("COMMIT")

    yield save
    db.close()


@contextmanager
def tinydb(directory: Path, size: int) -> Iterator[Save]:
    """Saves in TinyDB as it comes."""
    directory.mkdir(parents=True)
    db = TinyDB(directory / "listings.json")
    table = db.table("listings", cache_size=0)
    table.insert_multiple(listings(size))

    def save(number: int) -> None:
        table.update({"email": f"saved{number}@example.org"}, Query().id == _id(number, size))

    yield save
    db.close()


WAYS = (ours, sqlite, tinydb)


def _id(number: int, size: int) -> str:
    return f"place-{number * 7919 % size:05}"
