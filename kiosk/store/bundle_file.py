"""A bundle on a stick: written whole or not at all, over nothing that is no bundle, and read within bounds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.domain.errors import NoSuch, Refused
from kiosk.store.backup_place import check_place
from kiosk.store.bounds import LARGEST_CHANGE
from kiosk.store.bundle import unpack
from kiosk.store.disk import Disk, not_saved

if TYPE_CHECKING:
    from kiosk.store.bundle import Bundle
    from kiosk.store.repository import Store

LARGEST = 2 * LARGEST_CHANGE
"""Bytes of a bundle that is read: more than any school's listings and their history come to."""
_OPENS = b'{"bundle":'
_NOTHING = "Nothing was changed."


def write_bundle(store: Store, directory: Path, file: Path, disk: Disk | None = None) -> Bundle:
    """Write the listings of `directory` to one synced file, and give what it holds, read back from its bytes."""
    check_place(file, directory, "bundle", _OPENS)
    content = store.pack()
    held = unpack(content)
    try:
        (disk or Disk()).replace_file(file, content)
    except OSError as error:
        raise not_saved(error, "There is no bundle. The listings are as they were.") from error
    return held


def read_bundle(file: Path, largest: int = LARGEST) -> Bundle:
    """The bundle in a file. `NoSuch` when it cannot be read, `Refused` when it is damaged, too large or no bundle."""
    try:
        if file.exists() and not file.is_file():
            raise Refused(f"{file} is no file. {_NOTHING} Name the file that kiosk export wrote.")
        with file.open("rb") as stream:
            head = stream.read(len(_OPENS))
            content = head + stream.read(largest) if head == _OPENS else head
    except FileNotFoundError as error:
        raise NoSuch(f"There is no file {file}. {_NOTHING} Look at its name.") from error
    except (OSError, ValueError) as error:
        reason = (isinstance(error, OSError) and error.strerror) or str(error)
        raise NoSuch(f"{file} cannot be read ({reason}). {_NOTHING} Look at its name.") from error
    if len(content) > largest:
        raise Refused(f"{file} is too large (at most {largest // 1024 // 1024} MiB are read). {_NOTHING}")
    return unpack(content)
