"""Sticks that are in: where they are, how much room they have, and which files of a kiosk lie on them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Literal

from kiosk.domain.values import dataclass

FileKind = Literal["bundle", "backup", "sheet"]
KindOf = Callable[[Path], FileKind | None]
SHEETS = (".csv", ".xlsx")
SUFFIXES = (".kiosk", ".json", *SHEETS)
MOST_NAMES, MOST_FILES, MOST_STICKS = 1000, 50, 8
"""Names in a folder that are looked at, files that are told, sticks that are told: a stick may hold a whole library."""


@dataclass(frozen=True, slots=True)
class Carried:
    """One file of a kiosk: a bundle, a sheet or a backup. `at` is when it was written, in seconds since 1970."""

    path: Path
    kind: FileKind
    at: float
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Stick:
    """One stick (or other disk that can be taken out) that is in."""

    path: Path
    name: str
    free: int
    """Bytes."""
    may_write: bool
    files: tuple[Carried, ...]
    """Newest first."""


def sticks(
    roots: Iterable[Path], kind_of: KindOf, is_mount: Callable[[Path], bool] = os.path.ismount
) -> tuple[Stick, ...]:
    """The sticks under these folders (`/media`, `/run/media`, `/Volumes`), by name. One that cannot be read is none."""
    places = sorted({place for root in roots for place in _mounted(root, is_mount)})
    found = (stick for place in places if (stick := _stick(place, kind_of)) is not None)
    return tuple(islice(found, MOST_STICKS))


def _mounted(root: Path, is_mount: Callable[[Path], bool]) -> Iterator[Path]:
    """What is mounted right in a folder, or one folder deeper: each account has its own there."""
    for place in _folders(root):
        if is_mount(place):
            yield place
        else:
            yield from (inner for inner in _folders(place) if is_mount(inner))


def _folders(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        for place in islice(folder.iterdir(), MOST_NAMES):
            with suppress(OSError):
                if place.is_dir() and not place.is_symlink():
                    yield place


def _stick(place: Path, kind_of: KindOf) -> Stick | None:
    try:
        free = shutil.disk_usage(place).free
        files = tuple(carried(place, kind_of))
    except OSError:
        return None
    return Stick(place, place.name, free, os.access(place, os.W_OK), files)


def carried(folder: Path, kind_of: KindOf) -> list[Carried]:
    """The files of a kiosk that lie in a folder, newest first."""
    found: list[Carried] = []
    for path in islice(folder.iterdir(), MOST_NAMES):
        if path.suffix.lower() not in SUFFIXES or path.name.startswith("."):
            continue
        with suppress(OSError):
            kind = kind_of(path)
            if kind is not None:
                status = path.lstat()
                found.append(Carried(path, kind, status.st_mtime, status.st_size))
    return sorted(found, key=lambda each: (-each.at, each.path.name))[:MOST_FILES]
