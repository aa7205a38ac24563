"""A file by the path that a person types: read without waiting for ever, and no more of it than is wanted."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from kiosk.domain.errors import NoSuch


def typed_bytes(path: str, most: int) -> bytes:
    """The first `most` bytes of an ordinary file; `~` is the person's own folder.

    `NoSuch` when there is none that can be read: a pipe or a device is none, for it could keep the reader waiting.
    """
    there = Path(path.strip().strip("\"'"))
    try:
        there = there.expanduser()
        handle = os.open(there, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(handle, "rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                said = f"{there} is no file. Nothing was changed. Look at its name."
                raise NoSuch(said).coded("not-a-file", file=there)
            return stream.read(most)
    except (OSError, RuntimeError, ValueError) as error:  # no such home; a name with a zero byte
        why = error.strerror if isinstance(error, OSError) else error
        said = f"{there} cannot be read ({why}). Nothing was changed. Look at its name."
        raise NoSuch(said).coded("file-not-read", file=there) from error
