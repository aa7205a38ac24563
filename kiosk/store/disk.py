"""What the store asks of the operating system, in one place, so that tests can make each step of it fail."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path

from kiosk.domain.errors import NotSaved

_THEN = "Nothing was changed. Make room or ask for help, then try again."
_BLOCK = 4096
"""Bytes that a disk gives back, or does not, together."""
Signature = tuple[int, int, int]
"""Which file it is, how long, and when it was written: all that one `stat` says."""


class Disk:
    """Files that are whole or not there, and bytes that are on the disk before anybody is told so."""

    def create(self, path: Path, like: Path | None = None) -> int:
        """A new file, open for reading and writing, with the rights of its directory (or of `like`) from the first."""
        return create(path, like)

    def write(self, descriptor: int, content: bytes, at: int) -> None:
        """Write all of it from byte `at` on."""
        left, place = memoryview(content), at
        while left:
            written = os.pwrite(descriptor, left, place)
            left, place = left[written:], place + written

    def sync(self, descriptor: int) -> None:
        """Return when bytes and length are on the disk."""
        os.fsync(descriptor)

    def sync_content(self, descriptor: int) -> None:
        """Return when the bytes are on the disk, and what is needed to read them."""
        getattr(os, "fdatasync", os.fsync)(descriptor)

    def truncate(self, descriptor: int, end: int) -> None:
        """Cut a file off at byte `end`."""
        os.ftruncate(descriptor, end)

    def rename(self, source: Path, target: Path) -> None:
        """Put a file in another's place, in one step."""
        source.replace(target)

    def unlink(self, path: Path) -> None:
        """Take a file's name away; a file that has none is no error."""
        path.unlink(missing_ok=True)

    def write_file(self, path: Path, content: bytes, like: Path | None = None) -> None:
        """A new, synced file; what stood there half written goes first."""
        self.unlink(path)
        descriptor = self.create(path, like)
        try:
            self.write(descriptor, content, 0)
            self.sync(descriptor)
        finally:
            os.close(descriptor)

    def replace_file(self, path: Path, content: bytes, like: Path | None = None) -> None:
        """A synced file in the place of the one that is there, in one step."""
        beside = path.with_name(path.name + ".tmp")
        try:
            self.write_file(beside, content, like)
            self.rename(beside, path)
        except OSError:
            with contextlib.suppress(OSError):  # the next one clears it away
                beside.unlink(missing_ok=True)
            raise
        self.sync_directory(path.parent)

    def sync_directory(self, directory: Path) -> None:
        """Make the names in a directory durable."""
        descriptor = os.open(directory, os.O_RDONLY)
        try:
            self.sync(descriptor)
        finally:
            os.close(descriptor)

    def make_folder(self, folder: Path) -> None:
        """A folder with the rights of the one it lies in, from its first instant, if it is not there."""
        if folder.is_dir():
            return
        beside = folder.with_name(folder.name + ".tmp")
        with contextlib.suppress(FileNotFoundError):  # of one who was stopped before it had its name
            beside.rmdir()
        beside.mkdir(mode=0o700)
        with contextlib.suppress(PermissionError):  # a file system without rights of its own
            beside.chmod(stat.S_IMODE(folder.parent.stat().st_mode))
        self.rename(beside, folder)
        self.sync_directory(folder.parent)


def create(path: Path, like: Path | None = None) -> int:
    """A new file, open for reading and writing, with a folder's rights less execute whatever the umask."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with contextlib.suppress(PermissionError):  # a file system without rights of its own
        os.fchmod(descriptor, stat.S_IMODE((like or path.parent).stat().st_mode) & 0o666)
    return descriptor


def read_file(path: Path, start: int = 0) -> bytes:
    """A file's bytes from `start` on. What the disk cannot give back is zeros, so that the rest of it can be kept."""
    with path.open("rb") as file:
        file.seek(start)
        try:
            return file.read()
        except OSError as error:
            if error.errno != errno.EIO:
                raise
        size = os.fstat(file.fileno()).st_size
        return b"".join(_block(file.fileno(), at, min(_BLOCK, size - at)) for at in range(start, size, _BLOCK))


def _block(descriptor: int, at: int, size: int) -> bytes:
    try:
        return os.pread(descriptor, size, at).ljust(size, b"\0")
    except OSError:
        return bytes(size)


def signature(path: Path | str) -> Signature | None:
    """The signature of the file at `path`, None when there is none."""
    try:
        return signed(os.stat(path))  # noqa: PTH116  # each save and each look comes here
    except FileNotFoundError:
        return None


def signed(status: os.stat_result) -> Signature:
    """The signature that lies in a `stat`."""
    return status.st_ino, status.st_size, status.st_mtime_ns


def not_saved(error: BaseException | None, then: str = _THEN) -> NotSaved:
    """The system's refusal of a write as a sentence for staff."""
    number = error.errno if isinstance(error, OSError) and error.errno else errno.EIO
    if number in (errno.EACCES, errno.EPERM, errno.EROFS):
        said = "This account may not change the listings. Nothing was changed. Ask who set up this computer."
        return NotSaved(said).coded("no-right")
    code = "disk-full" if number in (errno.ENOSPC, errno.EDQUOT) else "disk-fault"
    return NotSaved(f"The disk did not take the change ({os.strerror(number)}). {then}").coded(code)
