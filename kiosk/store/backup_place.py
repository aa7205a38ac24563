"""Where a backup or a bundle may be written: where the person says, but over nothing that is not one itself."""

from __future__ import annotations

import os
from pathlib import Path

from kiosk.domain.errors import NoSuch, NotSaved, Refused
from kiosk.store.follower import FILE, PREVIOUS
from kiosk.store.snapshot import OPENS


def check_place(file: Path, directory: Path, kind: str = "backup", opens: bytes = OPENS) -> None:
    """Raise when `file` cannot take a backup of the listings in `directory`: `NoSuch`, `Refused` or `NotSaved`.

    Another `kind` of file says how it `opens`.
    """
    none = f"There is no {kind}."
    try:
        if not file.parent.is_dir():
            said = f"There is no folder {file.parent}. {none} Make it first."
            raise NoSuch(said).coded("no-folder", file=file.parent)
        if file.resolve() in [(directory / name).resolve() for name in (FILE, PREVIOUS)]:
            said = f"{file} is where the listings themselves are. {none} Name another file."
            raise Refused(said).coded("in-the-way", file=file)
        if file.is_dir():
            raise Refused(f"{file} is a folder. {none} Name a file in it.").coded("not-a-file", file=file)
        if file.exists() and not (file.is_file() and _head(file, opens) == opens):
            said = f"{file} is there already and is no {kind}. {none} Name another file."
            raise Refused(said).coded("in-the-way", file=file)
        beside = file.with_name(file.name + ".tmp")  # it is written first, over what was left half written there
        if beside.exists() and not (beside.is_file() and opens.startswith(_head(beside, opens))):
            raise Refused(f"{beside} would be overwritten. {none} Name another file.").coded("in-the-way", file=beside)
        if not os.access(file.parent, os.W_OK):
            said = f"This account may not write in {file.parent}. {none} Name another place."
            raise NotSaved(said).coded("no-right-there", file=file.parent)
    except (OSError, RuntimeError, ValueError) as error:
        said = f"{file} cannot be written ({_reason(error)}). {none} Name another place."
        raise NotSaved(said).coded("not-written", file=file) from error


def _head(file: Path, opens: bytes) -> bytes:
    with file.open("rb") as stream:
        return stream.read(len(opens))


def _reason(error: Exception) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)
