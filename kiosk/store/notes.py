"""Small notes beside the listings: one JSON object a file, whole or not there, for what staff say and do at the desk.

Drafts, the shelf, who is in, who is at the desk: none of it belongs to a listing, and each is small. A file is
`notes/FOLDER/NAME.json`; its name is made safe, so that no path from outside leaves the directory.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from kiosk.domain.errors import NotSaved, Refused
from kiosk.store.canonical import canonical, encode
from kiosk.store.disk import Disk, Signature, not_saved, signature

FOLDER = "notes"
LARGEST = 1024 * 1024
"""Bytes of one note."""
_SAFE = re.compile(r"[a-z0-9][a-z0-9_.@-]{0,99}")

Note = dict[str, object]


class Notes:
    """The notes of one directory. Reading makes nothing; what cannot be read is as if it were not there."""

    def __init__(self, directory: Path, disk: Disk | None = None) -> None:
        self._folder = directory / FOLDER
        self._disk = disk or Disk()

    def read(self, folder: str, name: str) -> Note | None:
        """A note, None when there is none or it cannot be read."""
        try:
            found = json.loads(self._path(folder, name).read_bytes())
        except (OSError, ValueError, RecursionError):
            return None
        return found if isinstance(found, dict) else None

    def stamp(self, folder: str, name: str) -> Signature | None:
        """Tells whether a note changed since, by one `stat`; None when there is none."""
        try:
            return signature(self._path(folder, name))
        except OSError:
            return None

    def names(self, folder: str) -> list[str]:
        """The names of a folder's notes, in order."""
        try:
            return sorted(path.stem for path in self._part(folder).iterdir() if path.suffix == ".json")
        except OSError:
            return []

    def all(self, folder: str) -> Iterator[tuple[str, Note]]:
        """Every note of a folder that can be read, by name."""
        for name in self.names(folder):
            note = self.read(folder, name)
            if note is not None:
                yield name, note

    def write(self, folder: str, name: str, note: Mapping[str, object]) -> None:
        """Keep a note in place of the one of that name, durably. `NotSaved` when the disk does not take it."""
        content = encode(canonical(note))
        if len(content) > LARGEST:
            raise Refused("This is too long to keep. Nothing was changed. Make it shorter.").coded("too-long")
        path = self._path(folder, name)
        try:
            self._folder.parent.mkdir(parents=True, exist_ok=True)
            self._disk.make_folder(self._folder)
            self._disk.make_folder(path.parent)
            self._disk.replace_file(path, content)
        except OSError as error:
            raise not_saved(error, "What you typed is still on the screen. Make room or ask for help.") from error

    def remove(self, folder: str, name: str) -> None:
        """Let a note go; one that is not there is no error."""
        with contextlib.suppress(FileNotFoundError):
            try:
                self._disk.unlink(self._path(folder, name))
            except PermissionError as error:
                said = "This account may not change the notes. Nothing was changed."
                raise NotSaved(said).coded("no-right") from error

    def _part(self, folder: str) -> Path:
        if not _SAFE.fullmatch(folder):
            raise Refused(f"There is no folder “{folder[:50]}”. Nothing was changed.")
        return self._folder / folder

    def _path(self, folder: str, name: str) -> Path:
        if not _SAFE.fullmatch(name):
            raise Refused(f"“{name[:50]}” cannot be a name. Nothing was changed. Use small letters and digits.")
        return self._part(folder) / f"{name}.json"
