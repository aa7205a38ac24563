"""A bundle on a stick: written whole or not at all, over nothing that is no bundle, and read within bounds."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kiosk.domain.errors import KioskError, NoSuch, Refused
from kiosk.store.backup_place import check_place
from kiosk.store.bounds import LARGEST_CHANGE
from kiosk.store.bundle import unpack
from kiosk.store.bundle_check import Step
from kiosk.store.disk import Disk, not_saved

if TYPE_CHECKING:
    from kiosk.store.bundle import Bundle
    from kiosk.store.repository import Store

LARGEST = 2 * LARGEST_CHANGE
"""Bytes of a bundle that is read: more than any school's listings and their history come to."""
PIECE = 1024 * 1024
"""Bytes that are written or read at a time."""
OPENS = b'{"bundle":'
"""How the file begins."""
_NOTHING = "Nothing was changed."


class SteppedDisk(Disk):
    """A disk that says after each piece how much of how much is written."""

    def __init__(self, step: Step) -> None:
        self._step = step

    def write(self, descriptor: int, content: bytes, at: int) -> None:
        """Piece by piece."""
        for start in range(0, len(content), PIECE):
            super().write(descriptor, content[start : start + PIECE], at + start)
            self._step(min(start + PIECE, len(content)), len(content))


def write_bundle(
    store: Store, directory: Path, file: Path, disk: Disk | None = None, step: Step | None = None
) -> Bundle:
    """Write the listings of `directory` to one synced file, and give what it holds, read back from its bytes.

    `step` is told how much of how much is done; what it raises stops it, and nothing is left of it.
    """
    check_place(file, directory, "bundle", OPENS)
    content = store.pack()
    held = unpack(content, step and _half(step, 0))
    try:
        (disk or (SteppedDisk(_half(step, 1)) if step else Disk())).replace_file(file, content)
    except OSError as error:
        raise not_saved(error, "There is no bundle. The listings are as they were.") from error
    except KioskError:
        with suppress(OSError):
            file.with_name(f"{file.name}.tmp").unlink(missing_ok=True)
        raise
    return held


def read_bundle(file: Path, largest: int = LARGEST, step: Step | None = None) -> Bundle:
    """The bundle in a file. `NoSuch` when it cannot be read, `Refused` when it is damaged, too large or no bundle.

    `step` is told how much of how much is read and checked.
    """
    try:
        if file.exists() and not file.is_file():
            said = f"{file} is no file. {_NOTHING} Name the file that kiosk export wrote."
            raise Refused(said).coded("not-a-file", file=file)
        with file.open("rb") as stream:
            head = stream.read(len(OPENS))
            content = head + _pieces(stream, largest, step and _half(step, 0)) if head == OPENS else head
    except FileNotFoundError as error:
        raise NoSuch(f"There is no file {file}. {_NOTHING} Look at its name.").coded("no-file", file=file) from error
    except (OSError, ValueError) as error:
        reason = (isinstance(error, OSError) and error.strerror) or str(error)
        said = f"{file} cannot be read ({reason}). {_NOTHING} Look at its name."
        raise NoSuch(said).coded("file-not-read", file=file) from error
    if len(content) > largest:
        said = f"{file} is too large (at most {largest // 1024 // 1024} MiB are read). {_NOTHING}"
        raise Refused(said).coded("file-too-large", file=file)
    return unpack(content, step and _half(step, 1))


def _half(step: Step, which: int) -> Step:
    """Tells a step how far the first (0) or the second (1) half of a work is, as parts of the whole."""
    return lambda done, total: step(which * total + done, 2 * total)


def _pieces(stream: BinaryIO, largest: int, step: Step | None) -> bytes:
    """What is left of a file, up to one byte more than may be."""
    size = os.fstat(stream.fileno()).st_size
    pieces: list[bytes] = []
    done = len(OPENS)
    while done <= largest and (piece := stream.read(min(PIECE, largest + 1 - done))):
        pieces.append(piece)
        done += len(piece)
        if step:
            step(done, max(size, done))
    return b"".join(pieces)
