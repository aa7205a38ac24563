"""What staff say at the desk by one key each: one note, read again when it changed, its last change undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol

from kiosk.domain.errors import NoSuch

Said = Mapping[str, object]
"""What a note holds: JSON."""
_NAME = "now"
_UNREAD = object()


class NoteFile(Protocol):
    """Where notes lie."""

    def read(self, folder: str, name: str) -> dict[str, object] | None:
        """A note, None when there is none."""

    def write(self, folder: str, name: str, note: Mapping[str, object]) -> None:
        """Keep a note, durably."""

    def stamp(self, folder: str, name: str) -> object:
        """Something that differs once the note does."""


class Noted:
    """One note of one folder."""

    def __init__(self, notes: NoteFile, folder: str, hold: Callable[[str], AbstractContextManager[object]]) -> None:
        """`hold`: one at a time changes it; it is given who that is."""
        self._notes = notes
        self._folder = folder
        self._hold = hold
        self._seen: object = _UNREAD
        self._now: Said = {}

    def now(self) -> Said:
        """What is said now: the same object while nobody says anything new."""
        stamp = self._notes.stamp(self._folder, _NAME)
        if stamp != self._seen:
            self._now = _part(self._notes.read(self._folder, _NAME), "now")
            self._seen = stamp
        return self._now

    def changed(self) -> bool:
        """Whether somebody said something since it was last looked at: one `stat`."""
        return self._notes.stamp(self._folder, _NAME) != self._seen

    def change(self, by: str, make: Callable[[Said], Said]) -> None:
        """Say something in place of what was said, by one person at a time."""
        with self._hold(by):
            before = _part(self._notes.read(self._folder, _NAME), "now")
            after = make(before)
            if after != before:
                self._notes.write(self._folder, _NAME, {"now": after, "before": before, "by": by})

    def last_by(self) -> str:
        """Whose the last change was; empty when nobody knows."""
        note = self._notes.read(self._folder, _NAME)
        return str(note.get("by", "")) if note is not None else ""

    def undo(self, by: str) -> None:
        """What was said before the last change; once more brings it back. `NoSuch` when nothing was said yet."""
        with self._hold(by):
            note = self._notes.read(self._folder, _NAME)
            if note is None:
                raise NoSuch("There is nothing to undo here. Nothing was changed.").coded("nothing-to-undo")
            now, before = _part(note, "before"), _part(note, "now")
            self._notes.write(self._folder, _NAME, {"now": now, "before": before, "by": by})


def _part(note: Mapping[str, object] | None, key: str) -> Said:
    part = note.get(key) if note is not None else None
    return part if isinstance(part, Mapping) else {}


class Unsaid:
    """Notes where nothing is ever said."""

    def read(self, folder: str, name: str) -> dict[str, object] | None:  # noqa: ARG002  # as notes are read
        """None."""
        return None

    def write(self, folder: str, name: str, note: Mapping[str, object]) -> None:
        """Refused."""
        raise NoSuch(f"There is no place for notes here: {folder}/{name} is not kept ({len(note)} parts).")

    def stamp(self, folder: str, name: str) -> object:  # noqa: ARG002  # as notes are looked at
        """Never differs."""
        return None


def unsaid(folder: str) -> Noted:
    """A note in which nothing is said."""
    return Noted(Unsaid(), folder, nullcontext)
