"""A school whose files are damaged, and what every test of damage asks of it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from kiosk.domain.kept import Edit, Snapshot
from kiosk.store import Store, open_store
from tests.store.samples import Clock, pantry

REBUILT = "The listings file was damaged and is rebuilt. Nothing is lost."
MISSING = "The listings are missing. Restore a backup."
NEWER = "A newer kiosk wrote these listings. Update this one. Nothing was changed."
SNAPSHOT, PREVIOUS, JOURNAL = "listings.json", "listings.previous.json", "listings.journal"


def doc(id: str, email: str | None = None, **more: object) -> dict[str, object]:
    return pantry(id, **{"name": {"en": f"Pantry {id}"}, "email": email or f"{id}@example.org", **more})


class School:
    """A directory whose clock goes on a minute with each change."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.clock = Clock()
        self.store = Store(directory, self.clock)

    def add(self, *ids: str) -> None:
        self.store.batch([Edit("", "", doc(id)) for id in ids], "mary", "add")
        self.clock.now += timedelta(minutes=1)

    def change(self, id: str, email: str) -> None:
        kept = self.store.get(id)
        self.store.batch([Edit(id, kept.rev, doc(id, email, number=kept.number))], "mary")
        self.clock.now += timedelta(minutes=1)

    def path(self, name: str) -> Path:
        return self.directory / name

    @property
    def pieces(self) -> list[Path]:
        return sorted((self.directory / "history").glob("*.journal"))


WHOLE = {"a": "a2@example.org", "b": "b2@example.org", "c": "c@example.org", "d": "d@example.org"}


def emails(snapshot: Snapshot) -> dict[str, str]:
    return {kept.id: kept.listing.email for kept in snapshot}


def opened(directory: Path) -> tuple[dict[str, str], tuple[str, ...]]:
    """The listings as a fresh reader has them, and what it tells."""
    snapshot = open_store(directory).load()
    return emails(snapshot), snapshot.told


def kept_and_told(school: School, kept: dict[str, str], *told: str) -> None:
    """A reader has this and tells that, and changes nothing; after the next save all is whole and nothing is told."""
    before = {path: path.read_bytes() for path in school.directory.rglob("*") if path.is_file()}
    reader = open_store(school.directory)
    assert (emails(reader.load()), reader.load().told) == (kept, told)
    assert [each.problem for each in open_store(school.directory).check()][: len(told)] == list(told)
    assert {path: path.read_bytes() for path in school.directory.rglob("*") if path.is_file()} == before
    writer = open_store(school.directory)
    writer.batch([Edit("", "", doc("new"))], "joe", "add")
    assert opened(school.directory) == ({**kept, "new": "new@example.org"}, ())
    assert list(open_store(school.directory).check()) == []
    assert (emails(reader.load()), reader.load().told) == ({**kept, "new": "new@example.org"}, ())
    assert (emails(writer.load()), writer.load().told) == ({**kept, "new": "new@example.org"}, ())


def quarantined(school: School) -> list[bytes]:
    return [path.read_bytes() for path in sorted((school.directory / "quarantine").iterdir())]


def when(minute: int) -> str:
    """The moment of the change made at that minute, as the clock on the wall said it."""
    return f"{(Clock().now + timedelta(minutes=minute)).astimezone():%Y-%m-%d %H:%M}"
