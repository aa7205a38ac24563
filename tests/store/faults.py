"""Disks that fail: at any one step with any error, for good, or because the power went at that step."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

from kiosk.store.disk import Disk

ALL = frozenset({"create", "write", "sync", "sync_content", "truncate", "rename", "unlink"})
"""The kinds of steps."""


class Crash(BaseException):
    """The process ends here: nothing after this line runs in real life but the tests' own."""


def fault(number: int) -> OSError:
    """The system's error of that number."""
    return OSError(number, os.strerror(number))


class QuickDisk(Disk):
    """A disk that says at once that all is on it: enough where nothing is lost but by these tests."""

    def sync(self, descriptor: int) -> None:
        """Done."""

    def sync_content(self, descriptor: int) -> None:
        """Done."""


class FaultyDisk(QuickDisk):
    """A disk whose step number `fails_at` does not work; a write fails half way.

    After a `Crash` nothing works any more. `steps` are the names of those that were begun.
    """

    def __init__(self, fails_at: int = -1, failure: Callable[[], BaseException] = Crash) -> None:
        self.steps: list[str] = []
        self._fails_at = fails_at
        self._failure = failure
        self._is_gone = False

    @property
    def has_failed(self) -> bool:
        """Whether that step was reached."""
        return 0 <= self._fails_at < len(self.steps)

    def create(self, path: Path, like: Path | None = None) -> int:
        """Fails before the file is there."""
        self.step("create")
        return super().create(path, like)

    def write(self, descriptor: int, content: bytes, at: int) -> None:
        """Fails when half of it is written."""
        if self.is_next():
            super().write(descriptor, content[: len(content) // 2], at)
        self.step("write")
        super().write(descriptor, content, at)

    def sync(self, descriptor: int) -> None:
        """Fails with everything still in the page cache."""
        self.step("sync")
        super().sync(descriptor)

    def sync_content(self, descriptor: int) -> None:
        """As `sync`."""
        self.step("sync_content")
        super().sync_content(descriptor)

    def truncate(self, descriptor: int, end: int) -> None:
        """Fails with nothing cut."""
        self.step("truncate")
        super().truncate(descriptor, end)

    def rename(self, source: Path, target: Path) -> None:
        """Fails with both as they were."""
        self.step("rename")
        super().rename(source, target)

    def unlink(self, path: Path) -> None:
        """Fails with the file still there."""
        self.step("unlink")
        super().unlink(path)

    def step(self, name: str) -> None:
        """One step, which fails if it is the one."""
        fails = self.is_next()
        self.steps.append(name)
        if fails:
            failure = self._failure()
            self._is_gone = isinstance(failure, Crash)
            raise failure

    def is_next(self) -> bool:
        """Whether the step that comes now is to fail."""
        return self._is_gone or len(self.steps) == self._fails_at


class DyingDisk(FaultyDisk):
    """A disk on which nothing of some kinds works from one step on, until `is_mended`."""

    def __init__(self, fails_at: int, number: int, kinds: frozenset[str] = ALL) -> None:
        super().__init__(fails_at)
        self.is_mended = False
        self._number = number
        self._kinds = kinds

    def is_next(self) -> bool:
        """Every later one too."""
        return not self.is_mended and len(self.steps) >= self._fails_at

    def step(self, name: str) -> None:
        """One step, which fails if it is of these kinds."""
        fails = self.is_next() and name in self._kinds
        self.steps.append(name)
        if fails:
            raise fault(self._number)


def full(fails_at: int) -> DyingDisk:
    """A disk that is full from one step on: no new byte and no new name; cutting off and taking away still work."""
    return DyingDisk(fails_at, errno.ENOSPC, frozenset({"create", "write"}))


class PowerCut(FaultyDisk):
    """A disk that forgets at the cut what was not synced: bytes, and the names in a directory.

    A file's bytes go back to what they were at its last sync; of the names that were made, moved or taken away since
    their directory was last synced, the last ones go back.
    """

    def __init__(self, aside: Path, fails_at: int = -1) -> None:
        super().__init__(fails_at)
        self._aside = aside
        """A folder on the same disk, for what may come back."""
        self._synced: dict[int, bytes] = {}
        self._names: list[tuple[set[Path], Callable[[], None]]] = []

    def create(self, path: Path, like: Path | None = None) -> int:
        """A name that is not on the disk yet."""
        descriptor = super().create(path, like)
        self._synced[os.fstat(descriptor).st_ino] = b""
        self._names.append(({path.parent}, lambda: path.unlink(missing_ok=True)))
        return descriptor

    def write(self, descriptor: int, content: bytes, at: int) -> None:
        """Bytes that are not on the disk yet."""
        self._remember(descriptor)
        super().write(descriptor, content, at)

    def truncate(self, descriptor: int, end: int) -> None:
        """A length that is not on the disk yet."""
        self._remember(descriptor)
        super().truncate(descriptor, end)

    def sync(self, descriptor: int) -> None:
        """Bytes are on the disk."""
        super().sync(descriptor)
        self._settle(descriptor)

    def sync_content(self, descriptor: int) -> None:
        """As `sync`."""
        super().sync_content(descriptor)
        self._settle(descriptor)

    def sync_directory(self, directory: Path) -> None:
        """Names are on the disk."""
        self.step("sync_directory")
        self._names = [(where, undo) for where, undo in self._names if directory not in where]

    def rename(self, source: Path, target: Path) -> None:
        """A move: whole or not, and on the disk when one of its directories is synced (as on ext4, XFS, Btrfs)."""
        before = self._put_by(target)
        super().rename(source, target)
        self._names.append(({source.parent, target.parent}, lambda: _back(target, source, before)))

    def unlink(self, path: Path) -> None:
        """A name that is gone for good only when its directory is synced."""
        before = self._put_by(path)
        super().unlink(path)
        if before:
            self._names.append(({path.parent}, lambda: path.hardlink_to(before)))

    def begin_again(self, fails_at: int = -1) -> None:
        """Another process goes on after the one that was stopped; what was not synced then still is not."""
        self._is_gone, self._fails_at = False, fails_at
        self.steps.clear()

    @property
    def unsynced_names(self) -> int:
        """How many of the last names may go back."""
        return len(self._names)

    def cut(self, directory: Path, names: int) -> None:
        """Leave on the disk what is there after the power came back, the last `names` names not."""
        for path in [*directory.rglob("*"), *self._aside.iterdir()]:
            if path.is_file() and (content := self._synced.get(path.stat().st_ino)) is not None:
                path.write_bytes(content)
        for _ in range(names):
            self._names.pop()[1]()

    def _remember(self, descriptor: int) -> None:
        status = os.fstat(descriptor)
        if not self._is_gone:
            self._synced.setdefault(status.st_ino, os.pread(descriptor, status.st_size, 0))

    def _settle(self, descriptor: int) -> None:
        status = os.fstat(descriptor)
        self._synced[status.st_ino] = os.pread(descriptor, status.st_size, 0)

    def _put_by(self, path: Path) -> Path | None:
        if self._is_gone or not path.is_file():
            return None
        kept = self._aside / str(len(list(self._aside.iterdir())))
        kept.hardlink_to(path)
        return kept


def _back(target: Path, source: Path, before: Path | None) -> None:
    target.rename(source)
    if before:
        target.hardlink_to(before)
