"""One change at a time: a file that is locked (`flock`) around the whole of a change, and says whose it is."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import random
import socket
import threading
import time
from functools import cache
from pathlib import Path
from typing import Self
from zlib import crc32

import msgspec

from kiosk.domain.errors import Busy
from kiosk.store.disk import create, not_saved

PATIENCE = 5.0
"""Seconds that a change waits for another one."""
PAUSE, SHORT_PAUSE = 0.010, 0.001
"""Seconds between two tries at most; and for who has waited for long: others take the lock again within less."""
LONG = 1.0
"""Seconds after which one has waited for long."""
_LONGEST = 4096
_DIGITS = 10


class Held:
    """The lock while it is held: it says who holds it, and the number of the last change that was acknowledged."""

    def __init__(self, lock: Lock, by: str, at: str) -> None:
        by = by.encode(errors="replace").decode()
        holder = {"by": by, "process": os.getpid(), "machine": _machine(), "since": at}
        self._line = msgspec.json.encode(holder) + b"\n"
        self._lock = lock
        self._opened: list[int] = []

    def __enter__(self) -> Self:
        """Take it. `Busy` names who has it after five seconds; `NotSaved` where it cannot be had."""
        try:
            self._opened = self._lock.taken()
        except OSError as error:
            raise not_saved(error) from error
        is_said = False
        try:
            self._say()
            is_said = True
        finally:
            if not is_said:  # who is stopped here holds nothing
                _close(self._opened)
        return self

    def __exit__(self, *_: object) -> None:
        """Let the next one have it."""
        _close(self._opened)

    def note(self, seq: int) -> None:
        """Note the last change that its writer was told is kept. Not synced: it only helps to find damage."""
        try:
            os.pwrite(self._opened[0], _line_of(seq), len(self._line))
        except OSError:
            return

    def _say(self) -> None:
        """Say whose it is. The number after that stays, and is written again only where its place is another one."""
        descriptor = self._opened[0]
        try:
            before = os.pread(descriptor, _LONGEST, 0)
            is_in_place = before.find(b"\n") + 1 == len(self._line)
            written = self._line if is_in_place else self._line + _line_of(_number_in(before))
            os.pwrite(descriptor, written, 0)
            if not is_in_place and len(written) < len(before):
                os.ftruncate(descriptor, len(written))
        except OSError:  # a full disk: the change itself will say so
            return


class Lock:
    """The file `lock`: a line of JSON (who, process, machine, since when), the last acknowledged change, its CRC-32."""

    def __init__(
        self, path: Path, patience: float = PATIENCE, what: str = "The listings are", folder: Path | None = None
    ) -> None:
        """`what` is in use while it is held, as the one who waits is told.

        `folder` is locked with it: whoever takes the file away, or puts another one in its place, lets nobody in.
        """
        self._path = path
        self._name = os.fspath(path)
        self._patience = patience
        self._what = what
        self._folder = None if folder is None else os.fspath(folder)

    def held(self, by: str, at: str) -> Held:
        """Hold the lock for a change: it is taken on the way in, and given back on the way out."""
        return Held(self, by, at)

    def acknowledged(self) -> int:
        """The last change that was acknowledged, 0 when that is not known."""
        try:
            return _number_in(self._path.read_bytes())
        except OSError:
            return 0

    def taken(self) -> list[int]:
        """Take it: the open file, and the folder after it, both locked. Whoever has them closes them."""
        since = time.monotonic()
        while True:
            opened = [self._opened()]
            try:
                is_free = self._take(opened)
            except OSError:
                _close(opened)
                raise
            if is_free and self._is_named(opened[0]):
                return opened
            _close(opened)
            if not is_free:
                waited = time.monotonic() - since
                if waited > self._patience:
                    by, process = self._holder()
                    who = f"{by} ({process})" if by else "somebody else"
                    raise Busy(f"{self._what} in use by {who}. Nothing was changed. Try again soon.", by)
                pause = SHORT_PAUSE if waited > LONG else PAUSE
                time.sleep(random.uniform(pause / 10, pause))

    def _take(self, opened: list[int]) -> bool:
        try:
            fcntl.flock(opened[0], fcntl.LOCK_EX | fcntl.LOCK_NB)
            if self._folder is not None:
                opened.append(os.open(self._folder, os.O_RDONLY | os.O_CLOEXEC))
                fcntl.flock(opened[1], fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _opened(self) -> int:
        while True:
            try:
                return os.open(self._name, os.O_RDWR | os.O_CLOEXEC)
            except FileNotFoundError:
                self._made()

    def _made(self) -> None:
        """Make the file with its rights from its first instant: another account may open it as soon as it is there."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_name(f"{self._path.name}.{os.getpid()}-{threading.get_ident()}.tmp")
        beside.unlink(missing_ok=True)
        os.close(create(beside))
        with contextlib.suppress(FileExistsError):  # somebody else was first, and may hold it by now
            try:
                self._path.hardlink_to(beside)
            except FileExistsError:
                raise
            except OSError:  # no hard links here (a USB stick), and no rights either
                os.close(create(self._path))
            finally:
                beside.unlink(missing_ok=True)

    def _is_named(self, descriptor: int) -> bool:
        """Whether the locked file is still the one called `lock`: a restored copy may have taken its place."""
        try:
            named = os.stat(self._name)  # noqa: PTH116  # each save comes here
        except FileNotFoundError:
            return False
        return os.path.samestat(os.fstat(descriptor), named)

    def _holder(self) -> tuple[str, str]:
        """Who has it, and in which process; empty when that cannot be read."""
        try:
            holder = json.loads(self._path.read_bytes().splitlines()[0])
            return str(holder["by"]), f"process {holder['process']} on {holder['machine']}"
        except (OSError, ValueError, LookupError, TypeError):
            return "", ""


def _close(opened: list[int]) -> None:
    for descriptor in opened:
        os.close(descriptor)


def _line_of(seq: int) -> bytes:
    number = b"%0*d" % (_DIGITS, seq)
    return b"%s\n%08x\n" % (number, crc32(number))


def _number_in(content: bytes) -> int:
    """The number in the second line; 0 when that is damaged, or just being written. The third is its check."""
    lines = content.splitlines()[1:3]
    if not lines or len(lines[0]) != _DIGITS or not lines[0].isdigit():
        return 0
    return int(lines[0]) if lines[1:] in ([], [b"%08x" % crc32(lines[0])]) else 0


@cache
def _machine() -> str:
    return socket.gethostname()
