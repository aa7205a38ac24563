"""Files that are whole or not there: written beside, synced, then renamed into place."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path


class Disk:
    """What the store asks of the operating system, in one place so that tests can make each step fail."""

    def write(self, descriptor: int, content: bytes) -> None:
        """Write all of it."""
        left = memoryview(content)
        while left:
            left = left[os.write(descriptor, left) :]

    def sync(self, descriptor: int) -> None:
        """Return when the bytes are on the disk."""
        os.fsync(descriptor)

    def rename(self, source: Path, target: Path) -> None:
        """Put a file in another's place, in one step."""
        source.replace(target)

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name."""
        target.hardlink_to(source)

    def write_file(self, path: Path, content: bytes) -> None:
        """A new, synced file with the directory's rights less execute; what stood there half written goes first."""
        path.unlink(missing_ok=True)
        descriptor = create(path)
        try:
            self.write(descriptor, content)
            self.sync(descriptor)
        finally:
            os.close(descriptor)

    def sync_directory(self, directory: Path) -> None:
        """Make the names in a directory durable."""
        descriptor = os.open(directory, os.O_RDONLY)
        try:
            self.sync(descriptor)
        finally:
            os.close(descriptor)

    def keep_beside(self, path: Path, beside: Path) -> None:
        """Let `beside` be the file that is now `path`, which stays where it is if the file system can do that."""
        second = beside.with_name(beside.name + ".tmp")
        second.unlink(missing_ok=True)
        try:
            self.link(path, second)
        except OSError:  # no hard links here (a USB stick): for a moment there is only `beside`, and readers know
            self.rename(path, beside)
        else:
            try:
                self.rename(second, beside)
            finally:
                second.unlink(missing_ok=True)  # a rename between two names of one file leaves both

    def quarantine(self, path: Path, folder: Path, stamp: str) -> None:
        """Keep a copy of bytes that could not be read, by time and file; the file itself stays where it is."""
        folder.mkdir(exist_ok=True)
        with contextlib.suppress(PermissionError):  # another account's folder already has its rights
            folder.chmod(stat.S_IMODE(folder.parent.stat().st_mode))
        kept = folder / f"{stamp.replace(':', '-')}-{path.name}"
        kept.unlink(missing_ok=True)
        try:
            self.link(path, kept)
        except OSError:  # no hard links here (a USB stick)
            self.write_file(kept, path.read_bytes())


def create(path: Path) -> int:
    """A new file, open for reading and writing, with the directory's rights less execute whatever the umask."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with contextlib.suppress(PermissionError):  # a file system without rights of its own
        os.fchmod(descriptor, stat.S_IMODE(path.parent.stat().st_mode) & 0o666)
    return descriptor
