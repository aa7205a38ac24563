"""`people.json`: who works with the kiosk. Only its owner may read it, and the group where one shares the directory."""

from __future__ import annotations

import json
import os
import pwd
import stat
from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from kiosk.domain.errors import NotSaved
from kiosk.store.canonical import canonical, encode
from kiosk.store.disk import Disk
from kiosk.store.lock import Lock

PEOPLE = "people.json"
_LARGEST = 1024 * 1024
_THEN = "Nothing was changed. Ask who set up this computer."


class PeopleFile:
    """The people of one data directory."""

    def __init__(self, data: Path, disk: Disk | None = None) -> None:
        self._data = data
        self._path = data / PEOPLE
        self._disk = disk or NarrowDisk()

    def read(self) -> list[dict[str, object]] | None:
        """The people as they stand; None when nobody was ever named. `NotSaved` when that cannot be known."""
        content = self.content()
        if content is None:
            return None
        try:
            found = json.loads(content) if len(content) <= _LARGEST else None
        except (ValueError, RecursionError) as error:
            raise NotSaved(f"{PEOPLE} cannot be read. {_THEN}").coded("people-not-read") from error
        people = found.get("people") if isinstance(found, dict) else None
        if not isinstance(people, list) or not all(isinstance(each, dict) for each in people):
            raise NotSaved(f"{PEOPLE} is damaged. {_THEN}").coded("people-not-read")
        return people

    def content(self) -> bytes | None:
        """The file's bytes, as many as are looked at; None when nobody was ever named. `NotSaved` as for `read`."""
        try:
            with self._path.open("rb") as file:
                return file.read(_LARGEST + 1)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise NotSaved(f"{PEOPLE} cannot be read. {_THEN}").coded("people-not-read") from error

    def write(self, people: Iterable[dict[str, str]]) -> None:
        """Put these in its place, whole or not at all; without anybody the file goes."""
        named: list[object] = [dict(each) for each in people]
        try:
            if not named:
                self._disk.unlink(self._path)
                return
            self._disk.replace_file(self._path, encode(canonical({"people": named})))
        except OSError as error:
            said = f"{PEOPLE} cannot be written ({error.strerror}). {_THEN}"
            raise NotSaved(said).coded("people-not-written") from error

    def held(self, by: str) -> AbstractContextManager[object]:
        """Held while it is changed; `Busy` names who has it."""
        return Lock(self._data / "people.lock", what="The list of people is").held(by, self.now())

    def now(self) -> str:
        """This moment (UTC, ISO 8601)."""
        return datetime.now(UTC).isoformat(timespec="seconds")

    def rights(self) -> Literal["owner", "writer", "reader"]:
        """What this process may do with the directory. One that is not there yet will be its own."""
        try:
            owner = self._data.stat().st_uid
        except FileNotFoundError:
            return "owner"
        except OSError:
            return "reader"
        if os.geteuid() in (0, owner):
            return "owner"
        return "writer" if os.access(self._data, os.W_OK | os.X_OK) else "reader"


class NarrowDisk(Disk):
    """Files that nobody else can read, from their first instant."""

    def create(self, path: Path, like: Path | None = None) -> int:
        """A new file for its owner; the group may read it where the group may write the directory."""
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        if (like or path.parent).stat().st_mode & stat.S_IWGRP:
            os.fchmod(descriptor, 0o640)
        return descriptor


def account() -> str:
    """The Unix account of this process, by its number: what the environment claims is not believed."""
    number = os.getuid()
    try:
        name = pwd.getpwuid(number).pw_name
    except KeyError:  # an account without a name
        return f"account-{number}"
    return name.encode("utf-8", "replace").decode()
