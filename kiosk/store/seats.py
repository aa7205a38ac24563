"""Which screens are open: one small file each, in a folder beside the listings, true while its process lives.

A file names its process by number and start, so that it holds no longer than that process on the same machine; from
another machine it holds while its file is touched. Nothing is synced: after a power cut nobody is at a desk.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import socket
import stat
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from hashlib import sha256
from itertools import count as numbers
from pathlib import Path

from kiosk.domain.seat import Seat
from kiosk.store.disk import Disk, create

FOLDER = "at-desk"
BEAT = 20.0
"""Seconds between signs of life."""
GONE = 3 * BEAT
"""Seconds without one after which a screen of another machine is gone, and one of this machine does not answer."""
OLD = 24 * 60 * 60
"""Seconds after which a file of another machine is cleared away."""
_TOKEN = re.compile(r"[0-9a-f]{12}-[0-9]{1,9}-[0-9]{1,9}")
_NUMBERS = numbers(1)
"""One process may have several screens."""
MOST, LARGEST = 100, 4096
"""Files that are looked at, and bytes of one."""


class Seats:
    """The files of one directory. Where it cannot be written, nobody hears of this screen, and that is all."""

    def __init__(self, directory: Path, clock: Callable[[], float] = time.time) -> None:
        self._folder = directory / FOLDER
        self._clock = clock
        self._file = self._folder / f"{_place()}-{os.getpid()}-{next(_NUMBERS)}.json"
        self._held: bytes | None = None
        self._beaten = 0.0

    @property
    def token(self) -> str:
        """What this screen is known by: the name of its file."""
        return self._file.stem

    def is_open(self, token: str) -> bool:
        """Whether the screen of that token is open now."""
        return _TOKEN.fullmatch(token) is not None and self._read(self._folder / f"{token}.json") is not None

    def stamp(self) -> object:
        """Something that differs once somebody came, left or opened another listing: one `stat`."""
        try:
            status = self._folder.stat()
        except OSError:
            return None
        return status.st_ino, status.st_mtime_ns

    def sit(self, seat: Seat) -> None:
        """Say that this screen is open, and with what."""
        self._held = json.dumps(
            {
                "kind": seat.kind,
                "by": seat.by,
                "listing": seat.listing,
                "since": seat.since.isoformat(timespec="seconds") if seat.since is not None else "",
                "started": _started(os.getpid()),
            }
        ).encode()
        self._write()

    def beat(self) -> None:
        """Give a sign of life, if one is due: it touches the file, and writes nothing."""
        if self._held is None or abs(self._clock() - self._beaten) < BEAT:
            return
        self._beaten = self._clock()
        try:
            os.utime(self._file, (self._beaten, self._beaten))
        except FileNotFoundError:  # cleared away while this machine slept
            self._write()
        except OSError:
            return

    def leave(self) -> None:
        """This screen is closed."""
        if self._held is not None:
            self._held = None
            with contextlib.suppress(OSError):
                self._file.unlink(missing_ok=True)

    def others(self) -> list[Seat]:
        """Every other screen that is open. What its process left behind is cleared away where that is allowed."""
        seats = []
        for file in self._files():
            if file.name == self._file.name:
                continue
            seat = self._read(file) if file.suffix == ".json" else None
            if seat is not None:
                seats.append(seat)
            elif self._is_left(file):
                with contextlib.suppress(OSError):
                    file.unlink(missing_ok=True)
        return seats

    def _files(self) -> Iterator[Path]:
        try:
            with os.scandir(self._folder) as found:
                for entry, _ in zip(found, range(MOST), strict=False):
                    yield Path(entry.path)
        except OSError:
            return

    def _read(self, file: Path) -> Seat | None:
        """The screen of a file, None when its process is gone or the file is none of ours."""
        place, pid = _named(file)
        found = _content(file)
        if found is None or pid is None:
            return None
        content, touched = found
        is_fresh = self._clock() - touched < GONE
        if not (_lives(pid, content.get("started")) if place == _place() else is_fresh):
            return None
        try:
            since = datetime.fromisoformat(str(content.get("since")))
        except ValueError:
            since = None
        return Seat(
            kind="lobby" if content.get("kind") == "lobby" else "desk",
            by=str(content.get("by", ""))[:100],
            listing=str(content.get("listing", "")),
            since=since if since is not None and since.tzinfo is not None else None,
            answers=is_fresh,
        )

    def _is_left(self, file: Path) -> bool:
        """Whether a file's process is gone for good: on this machine at once, on another one after a day."""
        place, pid = _named(file)
        if place == _place() and pid is not None:
            content = _content(file)
            return not _lives(pid, content[0].get("started") if content is not None else None)
        try:
            return self._clock() - file.lstat().st_mtime > OLD
        except OSError:
            return False

    def _write(self) -> None:
        """Put the file there whole, not synced, with the rights of its folder."""
        if self._held is None:
            return
        beside = self._file.with_name(self._file.name + ".tmp")
        try:
            Disk().make_folder(self._folder)
            beside.unlink(missing_ok=True)
            descriptor = create(beside)
            try:
                os.write(descriptor, self._held)
            finally:
                os.close(descriptor)
            beside.replace(self._file)
        except OSError:
            return
        self._beaten = self._clock()


def _content(file: Path) -> tuple[dict[str, object], float] | None:
    """What a file says, and when it was touched; None for what is no plain small file with an object in it."""
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return None
    try:
        status = os.fstat(descriptor)
        written = os.read(descriptor, LARGEST) if stat.S_ISREG(status.st_mode) else b""
        found = json.loads(written)
    except (OSError, ValueError, RecursionError):
        return None
    finally:
        os.close(descriptor)
    return (found, status.st_mtime) if isinstance(found, dict) else None


def _named(file: Path) -> tuple[str, int | None]:
    """The machine and the process in a file's name."""
    place, pid = (*file.name.split("-"), "")[:2]
    return place, int(pid) if pid.isascii() and pid.isdigit() and len(pid) < 10 else None


def _lives(pid: int, started: object) -> bool:
    """Whether the process of that number is still the one that started then."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:  # another account's: it lives
        pass
    now = _started(pid)
    return not now or now == started or not started


def _started(pid: int) -> str:
    """When a process started, in ticks since the machine did; empty where the system does not say."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""


@cache
def _place() -> str:
    """This machine since it was started, and what numbers its processes: numbers of another one mean nothing here."""
    parts = [socket.gethostname()]
    with contextlib.suppress(OSError):
        parts.append(Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip())
    with contextlib.suppress(OSError):
        parts.append(str(Path("/proc/self/ns/pid").readlink()))
    return sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:12]
