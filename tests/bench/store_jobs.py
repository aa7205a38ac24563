"""What is measured of the store in a process of its own: opening it, seeing another process's save, looking.

`python -m tests.bench.store_jobs JOB ...` runs a job and prints what it found as JSON.
"""

from __future__ import annotations

import gc
import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.domain.kept import Edit
from kiosk.store import open_store
from kiosk.store.codec import from_bytes
from kiosk.store.log import JOURNAL

LOOKS = 4
"""Looks in a second, as the kiosk has them."""
Found = dict[str, object]


def open_ours(directory: str, decoded: str) -> Found:
    """Seconds until all listings are there (as typed values, if `decoded`), and the memory that it takes."""
    gc.disable()
    before, start = rss(), time.perf_counter()
    snapshot = open_store(Path(directory)).load()
    kept = [each.listing for each in snapshot] if decoded == "yes" else list(snapshot)
    return {"seconds": time.perf_counter() - start, "rss": rss() - before, "count": len(kept)}


def open_sqlite(file: str, decoded: str) -> Found:
    """The same from SQLite: id, revision and document of each."""
    gc.disable()
    before, start = rss(), time.perf_counter()
    db = sqlite3.connect(file)
    rows = db.execute("SELECT id, rev, doc FROM listings")
    if decoded == "yes":
        kept: dict[str, object] = {id: (rev, from_bytes(doc)) for id, rev, doc in rows}
    else:
        kept = {id: (rev, doc) for id, rev, doc in rows}
    return {"seconds": time.perf_counter() - start, "rss": rss() - before, "count": len(kept)}


def sees_saves(directory: str, saves: str) -> Found:
    """Seconds from the start of each of another process's saves until a reader that looks now and then has it.

    From its start: a reader may have a save before the one who saved hears that it was kept.
    """
    store = open_store(Path(directory))
    id = next(iter(store.load())).id
    command = [sys.executable, "-m", "tests.bench.store_jobs", "renames", directory, id]
    seconds: list[float] = []
    chance = random.Random(1)
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdin is not None
        assert writer.stdout is not None
        writer.stdout.readline()  # it is ready
        for number in range(int(saves)):
            time.sleep(chance.uniform(0, 1 / LOOKS))  # not always at the same point between two looks
            start = time.perf_counter()
            writer.stdin.write(f"Seen {number}\n")
            writer.stdin.flush()
            while not (store.changed() and store.load().named(id).listing.name["en"] == f"Seen {number}"):
                time.sleep(1 / LOOKS)
            seconds.append(time.perf_counter() - start)
            writer.stdout.readline()  # it was kept
        writer.stdin.close()
    return {"seconds": seconds}


def renames(directory: str, id: str) -> None:
    """Save a listing under each name that comes in, and say so."""
    store = open_store(Path(directory))
    kept = store.get(id)
    store.batch([Edit(id, kept.rev, store.document(kept) | {"email": "ready@example.org"})], "bench")
    _say("ready")
    for name in sys.stdin:
        kept = store.get(id)
        store.batch([Edit(id, kept.rev, store.document(kept) | {"name": {"en": name.strip()}})], "bench")
        _say("kept")


def looks(directory: str, seconds: str) -> Found:
    """Seconds that one look takes, and one `os.stat`; the share of a processor that looking now and then takes."""
    store = open_store(Path(directory))
    kept = next(iter(store.load()))
    store.batch([Edit(kept.id, kept.rev, store.document(kept) | {"email": "looks@example.org"})], "bench")
    file = str(Path(directory) / JOURNAL)
    stat = os.stat
    took: dict[str, list[float]] = {"look": [], "stat": []}
    for _ in range(30):
        took["look"].append(_seconds_each(store.changed))
        took["stat"].append(_seconds_each(lambda: stat(file)))
    worked, start = time.process_time(), time.perf_counter()
    while time.perf_counter() - start < float(seconds):
        time.sleep(1 / LOOKS)
        assert not store.changed()
    share = (time.process_time() - worked) / (time.perf_counter() - start)
    return {"look": min(took["look"]), "stat": min(took["stat"]), "share": share}


def rss() -> int:
    """Bytes of memory that this process holds now (Linux)."""
    kilobytes = next(line for line in Path("/proc/self/status").read_text("ascii").splitlines() if "VmRSS" in line)
    return int(kilobytes.split()[1]) * 1024


def _seconds_each(call: Callable[[], object], calls: int = 1000) -> float:
    start = time.perf_counter()
    for _ in range(calls):
        call()
    return (time.perf_counter() - start) / calls


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


JOBS: dict[str, Callable[..., Found | None]] = {
    job.__name__.replace("_", "-"): job for job in (open_ours, open_sqlite, sees_saves, renames, looks)
}


def main(job: str, *given: str) -> None:
    """Run one job."""
    found = JOBS[job](*given)
    if found is not None:
        _say(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
