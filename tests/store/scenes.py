"""Directories in every state that a change may find them in, and the changes: what the fault tests go through."""

from __future__ import annotations

import atexit
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from kiosk.domain.kept import Edit
from kiosk.store import Bounds, Store, open_store
from kiosk.store.disk import Disk
from tests.store.samples import FIXTURES, Clock, fold, pantry

NOW_AND_THEN = Bounds()
ALWAYS = Bounds(journal=0, history=1)
"""Bounds by which nearly each save folds, and the history keeps its newest piece only."""
State = Mapping[str, Mapping[str, object]]


@dataclass(frozen=True)
class Scene:
    """A directory (made by `start`), one change of it, and whether its files are damaged before."""

    name: str
    start: Callable[[Path], None]
    change: Callable[[Store], object]
    bounds: Bounds = NOW_AND_THEN
    is_damaged: bool = False

    def laid(self, parent: Path) -> Path:
        """A fresh copy of the directory, in its own folder below `parent`."""
        directory = Path(mkdtemp(dir=parent)) / "data"
        shutil.copytree(_laid(self), directory)
        return directory

    def store(self, directory: Path, disk: Disk | None = None) -> Store:
        """The store that makes the change."""
        return Store(directory, Clock(), disk=disk, bounds=self.bounds)


@cache
def _laid(scene: Scene) -> Path:
    directory = Path(mkdtemp(prefix="kiosk-scene-"))
    atexit.register(shutil.rmtree, directory, ignore_errors=True)
    scene.start(directory)
    return directory


def state(directory: Path) -> State:
    """Every listing's document, read anew."""
    return state_of(open_store(directory))


def state_of(store: Store) -> State:
    """Every listing's document."""
    return {kept.id: store.document(kept) for kept in store.load()}


def add_one(store: Store) -> None:
    """Add a listing."""
    store.batch([Edit("", "", pantry("new", email="new@example.org"))], "mary", "add")


def change_many(store: Store) -> None:
    """One batch: a change, a deletion, two new ones."""
    store.batch(
        [
            Edit("a", store.get("a").rev, pantry("a", number=101, email="changed@example.org")),
            Edit("b", "", None),
            *(Edit("", "", pantry(id)) for id in ("new", "newer")),
        ],
        "mary",
    )


def _nothing(_: Path) -> None:
    """A directory that nobody wrote to."""


def three(directory: Path) -> None:
    """Three listings in two changes, one of them folded."""
    store = Store(directory, Clock())
    store.batch([Edit("", "", pantry(id, email=f"{id}@example.org")) for id in ("a", "b")], "mary")
    fold(directory)
    store.batch([Edit("", "", pantry("c", email="c@example.org"))], "mary")
    store.batch([Edit("c", store.get("c").rev, pantry("c", number=103, email="c2@example.org"))], "mary")


def _torn(directory: Path) -> None:
    three(directory)
    with (directory / "listings.journal").open("ab") as journal:
        journal.write(b'0badf00d {"v":1,"seq":4,')


def _half_folded(directory: Path) -> None:
    """Stopped in a fold between the old snapshot's new name and the new snapshot's."""
    three(directory)
    (directory / "listings.json").rename(directory / "listings.previous.json")
    (directory / "listings.json.tmp").write_bytes(b'{"listings":{')


def _folded_but_the_journal(directory: Path) -> None:
    """Stopped in a fold before the journal was moved."""
    three(directory)
    journal = (directory / "listings.journal").read_bytes()
    fold(directory)
    (directory / "listings.journal").write_bytes(journal)
    newest = max((directory / "history").iterdir())
    newest.unlink()


def _schema_1(directory: Path) -> None:
    shutil.copy(FIXTURES / "listings-schema-1.json", directory / "listings.json")


def _snapshot_damaged(directory: Path) -> None:
    three(directory)
    damage(directory / "listings.json", b"a@example.org", b"A@example.org")


def _line_damaged(directory: Path) -> None:
    three(directory)
    damage(directory / "listings.journal", b"c@example.org", b"C@example.org")


def _all_damaged(directory: Path) -> None:
    _snapshot_damaged(directory)
    damage(directory / "listings.journal", b"c@example.org", b"C@example.org")
    damage(directory / "listings.previous.json", b'"tombstones"', b'"Tombstones"')
    damage(next((directory / "history").iterdir()), b"b@example.org", b"B@example.org")


def damage(file: Path, old: bytes, new: bytes) -> None:
    """Put other bytes in the place of these."""
    content = file.read_bytes()
    assert old in content
    file.write_bytes(content.replace(old, new, 1))


WHOLE = (
    Scene("the first write into a new directory", _nothing, add_one),
    Scene("the first write, which folds at once", _nothing, add_one, ALWAYS),
    Scene("a change", three, change_many),
    Scene("a change that folds", three, change_many, ALWAYS),
    Scene("a change after an unfinished line", _torn, change_many),
    Scene("a change after an unfinished line that folds", _torn, change_many, ALWAYS),
    Scene("a change after half a fold", _half_folded, change_many, ALWAYS),
    Scene("a change after a fold but for the journal", _folded_but_the_journal, change_many, ALWAYS),
    Scene("the first write into a directory of schema 1", _schema_1, add_one),
)
DAMAGED = (
    Scene("a change that mends the snapshot", _snapshot_damaged, change_many, is_damaged=True),
    Scene("a change that mends the journal", _line_damaged, change_many, is_damaged=True),
    Scene("a change that mends everything", _all_damaged, add_one, is_damaged=True),
    Scene("a change that mends, then folds", _line_damaged, change_many, ALWAYS, is_damaged=True),
)
SCENES = (*WHOLE, *DAMAGED)
