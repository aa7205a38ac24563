"""The last backup: when it was taken, by whom, and what the file is called."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Protocol

from kiosk.domain.errors import NotSaved
from kiosk.domain.values import dataclass

FOLDER, NAME = "backup", "last"


class Notes(Protocol):
    """Where the note lies."""

    def read(self, folder: str, name: str) -> dict[str, object] | None:
        """A note, None when there is none."""

    def write(self, folder: str, name: str, note: Mapping[str, object]) -> None:
        """Keep a note, durably."""


class Listings(Protocol):
    """What is backed up."""

    def backup(self, file: Path) -> None:
        """Write one file that restores everything, and read it back."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup that was taken and could be read back."""

    at: datetime
    file: str
    by: str


def take_backup(listings: Listings, notes: Notes, file: Path, by: str, now: datetime) -> Backup:
    """Write a backup, and note that it was taken, where this account may. Raises what the store raises."""
    listings.backup(file)
    at = now.astimezone(UTC)
    with contextlib.suppress(NotSaved):  # the backup is there all the same
        notes.write(FOLDER, NAME, {"at": at.isoformat(timespec="seconds"), "file": _shown(file), "by": by})
    return Backup(at, _shown(file), by)


def last_backup(notes: Notes, zone: tzinfo) -> Backup | None:
    """The last one that was taken from here, by the school's clock; None when none was, or nobody can say."""
    note = notes.read(FOLDER, NAME)
    if note is None:
        return None
    try:
        at = datetime.fromisoformat(str(note.get("at")))
    except ValueError:
        return None
    if at.tzinfo is None:
        return None
    return Backup(at.astimezone(zone), str(note.get("file", "")), str(note.get("by", "")))


def _shown(file: Path) -> str:
    """A file's name may hold signs that no text can."""
    return file.name.encode("utf-8", "replace").decode()
