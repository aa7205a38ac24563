"""Writers to run as processes of their own: changes of every kind, and a line on a pipe for each that was acknowledged.

`python -m tests.store.writers WHAT DIRECTORY NAME COUNT [JOURNAL]` makes so many changes and ends; JOURNAL is the size
at which the journal is folded. `add-stop-at-rename` is `add`, stopped once at the first step of that kind on the disk.
"""

from __future__ import annotations

import os
import random
import signal
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from tinydb import where

from kiosk.domain.kept import Edit, Saved, Snapshot
from kiosk.store import Bounds, Store, open_store
from kiosk.store.disk import Disk
from kiosk.store.log import Log
from kiosk.store.record import Record
from tests.store.faults import FaultyDisk

SHARED = "shared"
"""A listing that every writer changes, each another field of it."""
THREE = ("left", "middle", "right")
"""Listings that are only ever changed together: all of them have the same `x_mark`."""
Kept = tuple[str, str]
"""A listing and its revision, or one of the three and its mark: what a writer was told is kept."""
State = tuple[int, dict[str, str]]
"""The number of a change, and the revision of each listing that stood after it."""


def lay_down(directory: Path) -> None:
    """A directory with the listings that writers share."""
    open_store(directory).batch([_new(id, x_mark="0") for id in (SHARED, *THREE)], "test", "add")


def records(directory: Path) -> list[Record]:
    """Every change that was ever made, oldest first."""
    return [entry.record for piece in Log(directory, Disk()).pieces() for entry in piece.read().entries]


def written(directory: Path) -> set[Kept]:
    """Everything that was ever kept."""
    puts = [put for record in records(directory) for put in record.put]
    marked = {(put.id, _mark(put.content)) for put in puts if put.id in THREE and put.content}
    return marked | {(put.id, put.rev) for put in puts}


def state_of(snapshot: Snapshot) -> State:
    """The revision of each listing, as of which change."""
    return snapshot.seq, {kept.id: kept.rev for kept in snapshot}


def states(directory: Path) -> dict[int, State]:
    """What stood after each change, by its number."""
    found: dict[int, State] = {}
    standing: dict[str, str] = {}
    for record in records(directory):
        gone = {put.id for put in record.put if not put.content}
        standing = {id: rev for id, rev in standing.items() if id not in gone}
        standing |= {put.id: put.rev for put in record.put if put.content}
        found[record.seq] = record.seq, standing
    return found


def marks(snapshot: Snapshot) -> set[object]:
    """The marks of the three: one where no batch is there by half."""
    return {snapshot.named(id).listing.extra["x_mark"] for id in THREE}


def add(store: Store, name: str) -> Iterator[Kept]:
    """New listings."""
    for number in count():
        yield _told(store.batch([_new(f"{name}-{number}")], name, "add"))


def change(store: Store, name: str) -> Iterator[Kept]:
    """A listing of its own, and by turns the one that all share."""
    yield _told(store.batch([_new(name)], name, "add"))
    for number in count():
        for id in (SHARED, name):
            yield _changed(store, id, name, number)


def mark(store: Store, name: str) -> Iterator[Kept]:
    """The three, in one change each time."""
    for number in count():
        store.tinydb.table("listings").update({"x_mark": f"{name}-{number}"}, where("id").one_of(list(THREE)))
        yield THREE[0], f"{name}-{number}"


def mix(store: Store, name: str) -> Iterator[Kept]:
    """All of that by chance, and deletions, too."""
    chance = random.Random(name)
    kinds = [add(store, name), change(store, f"{name}-own"), mark(store, name), delete(store, f"{name}-gone")]
    while True:
        yield next(chance.choice(kinds))


def delete(store: Store, name: str) -> Iterator[Kept]:
    """New listings, each taken away again."""
    for number in count():
        id = f"{name}-{number}"
        yield _told(store.batch([_new(id)], name, "add"))
        yield _told([store.delete(id, "", name)])


WRITERS: dict[str, Callable[[Store, str], Iterator[Kept]]] = {
    writer.__name__: writer for writer in (add, change, mark, mix)
}


def say(pipe: int, kept: Kept) -> None:
    """Tell on a pipe what is kept, in one piece."""
    os.write(pipe, " ".join(kept).encode() + b"\n")


def said(lines: str) -> list[Kept]:
    """What was told; a line that was not finished was not told."""
    return [(id, rev) for id, rev in (line.split(" ") for line in lines.split("\n")[:-1])]


def _new(id: str, **more: object) -> Edit:
    return Edit("", "", {"id": id, "name": {"en": id}, **more})


def _changed(store: Store, id: str, name: str, number: int) -> Kept:
    kept = store.get(id)
    return _told(store.batch([Edit(id, kept.rev, {**store.document(kept), f"x_{name}": number})], name))


def _told(saved: list[Saved]) -> Kept:
    assert all(each.outcome in ("saved", "merged") for each in saved), saved
    return saved[0].id, saved[0].rev


def _mark(content: bytes) -> str:
    return content.partition(b'"x_mark":"')[2].partition(b'"')[0].decode()


class Stopping(FaultyDisk):
    """A disk at whose first step of one kind the process stops (SIGSTOP), until somebody lets it go on."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind

    def step(self, name: str) -> None:
        """One step."""
        if name == self._kind and name not in self.steps:
            os.kill(os.getpid(), signal.SIGSTOP)
        super().step(name)


def main(what: str, directory: str, name: str, changes: str, journal: str = "") -> None:
    """Make so many changes."""
    kind, _, stops_at = what.partition("-stop-at-")
    bounds = Bounds(journal=int(journal)) if journal else None
    store = Store(Path(directory), disk=Stopping(stops_at) if stops_at else None, bounds=bounds)
    writer = WRITERS[kind](store, name)
    for _ in range(int(changes)):
        say(sys.stdout.fileno(), next(writer))


if __name__ == "__main__":
    main(*sys.argv[1:])
