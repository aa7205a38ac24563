"""Where a backup may be written: where the person says, but over nothing that is not a backup."""

from __future__ import annotations

import os
from pathlib import Path

from kiosk.domain.errors import NoSuch, NotSaved, Refused
from kiosk.store.follower import FILE, PREVIOUS
from kiosk.store.snapshot import OPENS

_SAID = "There is no backup."


def check_place(file: Path, directory: Path) -> None:
    """Raise when `file` cannot take a backup of the listings in `directory`: `NoSuch`, `Refused` or `NotSaved`."""
    try:
        if not file.parent.is_dir():
            raise NoSuch(f"There is no folder {file.parent}. {_SAID} Make it first.")
        if file.resolve() in [(directory / name).resolve() for name in (FILE, PREVIOUS)]:
            raise Refused(f"{file} is where the listings themselves are. {_SAID} Name another file.")
        if file.is_dir():
            raise Refused(f"{file} is a folder. {_SAID} Name a file in it.")
        if file.exists() and not _is_backup(file):
            raise Refused(f"{file} is there already and is no backup. {_SAID} Name another file.")
        if not os.access(file.parent, os.W_OK):
            raise NotSaved(f"This account may not write in {file.parent}. {_SAID} Name another place.")
    except (OSError, RuntimeError, ValueError) as error:
        raise NotSaved(f"{file} cannot be written ({_reason(error)}). {_SAID} Name another place.") from error


def _is_backup(file: Path) -> bool:
    if not file.is_file():
        return False
    with file.open("rb") as stream:
        return stream.read(len(OPENS)) == OPENS


def _reason(error: Exception) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)
