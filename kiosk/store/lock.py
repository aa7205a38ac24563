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
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from zlib import crc32

import msgspec

from kiosk.domain.errors import Busy
from kiosk.store.disk import create, not_saved

PATIENCE = 5.0
"""Seconds that a change waits for another one."""
_LONGEST = 4096
_DIGITS = 10


class Held:
    """The lock while it is held: it says who holds it, and the number of the last change that was acknowledged."""

    def __init__(self, descriptor: int, by: str, at: str) -> None:
        self._descriptor = descriptor
        by = by.encode(errors="replace").decode()
        holder = {"by": by, "process": os.getpid(), "machine": _machine(), "since": at}
        self._line = msgspec.json.encode(holder) + b"\n"
        with contextlib.suppress(OSError):  # a full disk: the change itself will say so
            before = os.pread(descriptor, _LONGEST, 0)
            written = self._line + _line_of(_number_in(before))
            os.pwrite(descriptor, written, 0)
            if len(written) < len(before):
                os.ftruncate(descriptor, len(written))

    def note(self, seq: int) -> None:
        """Note the last change that its writer was told is kept. Not synced: it only helps to find damage."""
        with contextlib.suppress(OSError):
            os.pwrite(self._descriptor, _line_of(seq), len(self._line))


class Lock:
    """The file `lock`: a line of JSON (who, process, machine, since when), the last acknowledged change, its CRC-32."""

    def __init__(
        self, path: Path, patience: float = PATIENCE, what: str = "The listings are", folder: Path | None = None
    ) -> None:
        """`what` is in use while it is held, as the one who waits is told.

        `folder` is locked with it: whoever takes the file away, or puts another one in its place, lets nobody in.
        """
        self._path = path
        self._patience = patience
        self._what = what
        self._folder = folder

    @contextlib.contextmanager
    def held(self, by: str, at: str) -> Iterator[Held]:
        """Hold the lock for a change. `Busy` names who has it after five seconds; `NotSaved` where it cannot be had."""
        try:
            opened = self._locked()
        except OSError as error:
            raise not_saved(error) from error
        try:
            yield Held(opened[0], by, at)
        finally:
            _close(opened)

    def acknowledged(self) -> int:
        """The last change that was acknowledged, 0 when that is not known."""
        try:
            return _number_in(self._path.read_bytes())
        except OSError:
            return 0

    def _locked(self) -> list[int]:
        """The open file, and the folder after it; both are locked."""
        until = time.monotonic() + self._patience
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
                if time.monotonic() > until:
                    by, process = self._holder()
                    who = f"{by} ({process})" if by else "somebody else"
                    raise Busy(f"{self._what} in use by {who}. Nothing was changed. Try again soon.", by)
                time.sleep(random.uniform(0.001, 0.010))

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
                return os.open(self._path, os.O_RDWR | os.O_CLOEXEC)
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
            return os.path.samestat(os.fstat(descriptor), self._path.stat())
        except FileNotFoundError:
            return False

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
