"""What staff are told before it hurts: a network drive, a disk that is nearly full."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from kiosk.store.bounds import MIB, Bounds
from kiosk.store.follower import FILE
from kiosk.store.mounts import SENTENCE, network_drive


def warnings(directory: Path, bounds: Bounds | None = None, free: Callable[[Path], int] | None = None) -> Iterator[str]:
    """Sentences about the place where the listings lie; none when all is well."""
    if network_drive(directory):
        yield SENTENCE
    try:
        left = (free or free_bytes)(directory)
    except OSError:  # the directory is not there yet
        return
    file = directory / FILE
    listings = file.stat().st_size if file.exists() else 0
    if left < max((bounds or Bounds()).disk, 3 * listings):
        yield f"The disk is nearly full: {left // MIB} MB are left. Make room, so that the next change can be kept."


def free_bytes(directory: Path) -> int:
    """How much may still be written to the disk that the directory lies on."""
    return shutil.disk_usage(directory).free
