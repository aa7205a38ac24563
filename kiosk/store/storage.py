"""TinyDB's storage for the listings file: read by one `stat`, written beside and renamed, the one before it kept.

TinyDB's own `JSONStorage` writes over the file in place, so that a stop in the middle leaves no listings at all.
"""

from __future__ import annotations

import contextlib
import errno
import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from tinydb import Storage

from kiosk.domain.errors import Newer, NotSaved
from kiosk.store.disk import Disk
from kiosk.store.recovery import EMPTY, LOST, Contents, mended, read_contents
from kiosk.store.rows import LISTINGS, TOMBSTONES, Damaged, NewerSchema, Row, encode_file

FILE, PREVIOUS, QUARANTINE = "listings.json", "listings.previous.json", "quarantine"
Tables = dict[str, dict[str, Any]]
Signature = tuple[int, int, int]
"""Which file it is, how long, and when it was written: all that one `stat` says."""

_NEWER = "A newer kiosk wrote these listings. Update this one. Nothing was changed."


class SnapshotStorage(Storage):
    """The listings file of one directory. `write` stages; `commit` makes what was staged the file, or nothing.

    Whoever holds the lock may stage. Others may ask for the contents meanwhile, from any thread.
    """

    def __init__(self, directory: Path, disk: Disk, acknowledged: Callable[[], int]) -> None:
        self._file = directory / FILE
        self._previous = directory / PREVIOUS
        self._disk = disk
        self._acknowledged = acknowledged
        self._seen: tuple[Signature | None, Contents] | None = None
        """What was read last: one value, so that threads never see one half of it."""
        self._base = EMPTY
        self._staged: Tables = {}

    def read(self) -> Tables:
        """The tables as TinyDB wants them: name -> key -> row. The rows' documents stay bytes."""
        return dict(self._staged)

    def write(self, data: Tables) -> None:
        """Stage the tables; nothing is on the disk before `commit`."""
        self._staged = data

    def changed(self) -> bool:
        """Whether the file is another one than was read last: one `stat`."""
        return self._seen is None or self._signed() != self._seen[0]

    def contents(self) -> Contents:
        """What the file holds now; read again only when it changed. `Newer` when this program is too old for it."""
        seen = self._seen
        if seen is None or self._signed() != seen[0]:
            acknowledged = self._acknowledged()  # before the file: a change in between must not look like a loss
            signature, current = self._read_file()
            seen = signature, self._understood(current, acknowledged)
            self._seen = seen
        return seen[1]

    def begin(self) -> Contents:
        """Start a change from what the file holds now. The lock is held from here to `commit`."""
        self._base = self.contents()
        self._staged = {LISTINGS: dict(self._base.listings), TOMBSTONES: dict(self._base.tombstones)}
        return self._base

    def commit(self, seq: int, at: str) -> None:
        """Make what is staged the listings file. `NotSaved` says why it could not be, and the old file stands."""
        listings = {key: _row(row) for key, row in sorted(self._staged[LISTINGS].items(), key=_by_number)}
        tombstones = {key: _row(row) for key, row in sorted(self._staged[TOMBSTONES].items(), key=_by_number)}
        beside = self._file.with_name(FILE + ".tmp")
        was_there = self._file.exists()
        try:
            self._disk.write_file(beside, encode_file(listings, tombstones, seq))
            if was_there:
                self._make_room(at)
            self._disk.rename(beside, self._file)
        except OSError as error:
            self._undo(beside, was_there)
            raise not_saved(error) from error
        try:
            self._disk.sync_directory(self._file.parent)
        except OSError as error:
            raise not_saved(error, "It may still be there: look before you try again.") from error
        self._seen = self._signed(), Contents(listings, tombstones, seq)

    def _understood(self, current: bytes | None, acknowledged: int) -> Contents:
        try:
            if current is not None:
                return _noting_missing(read_contents(current), acknowledged)
        except NewerSchema as error:
            raise Newer(_NEWER) from error
        except Damaged:
            pass
        previous = _bytes_of(self._previous)
        if not current and previous is None:  # plain TinyDB makes an empty file when it only looks
            return LOST if acknowledged else EMPTY
        return _counting_on(mended(current, previous), acknowledged)

    def _read_file(self) -> tuple[Signature | None, bytes | None]:
        for _ in range(3):  # where there are no hard links, the file is away for a moment while it is replaced
            try:
                with self._file.open("rb") as file:
                    return _signature(os.fstat(file.fileno())), file.read()
            except FileNotFoundError:
                if not self._previous.exists():
                    break
                time.sleep(0.005)
            except PermissionError as error:
                raise NotSaved("This account may not read the listings. Ask who set up this computer.") from error
            except OSError as error:
                reason = os.strerror(error.errno or 0)
                raise NotSaved(f"The listings cannot be read ({reason}). Nothing was changed. Try again.") from error
        return None, None

    def _make_room(self, at: str) -> None:
        """Let the file that is about to be replaced be the one before; a damaged one is kept apart instead."""
        if self._base.is_mended:
            self._disk.quarantine(self._file, self._file.parent / QUARANTINE, at)
        else:
            self._disk.keep_beside(self._file, self._previous)

    def _undo(self, beside: Path, was_there: bool) -> None:
        """Leave everything as it was; the file may have been moved aside where there are no hard links."""
        if was_there and not self._file.exists():
            with contextlib.suppress(OSError):  # readers and the next writer take the previous file
                self._disk.rename(self._previous, self._file)
        with contextlib.suppress(OSError):  # the next writer clears it away
            beside.unlink(missing_ok=True)

    def _signed(self) -> Signature | None:
        try:
            return _signature(self._file.stat())
        except FileNotFoundError:
            return None


def _counting_on(contents: Contents, acknowledged: int) -> Contents:
    """The contents, never behind the last acknowledged change: its number is not given to another one."""
    return replace(contents, seq=max(contents.seq, acknowledged))


def _noting_missing(contents: Contents, acknowledged: int) -> Contents:
    missing = acknowledged - contents.seq
    if missing <= 0:
        return contents
    what = "The last change is" if missing == 1 else f"The last {missing} changes are"
    told = f"{what} missing. All before is kept. Look at what was changed last."
    return replace(_counting_on(contents, acknowledged), told=(told,))


def not_saved(
    error: OSError, then: str = "Nothing was changed. Make room or ask for help, then try again."
) -> NotSaved:
    """The system's refusal of a write as a sentence for staff."""
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return NotSaved("This account may not change the listings. Nothing was changed. Ask who set up this computer.")
    return NotSaved(f"The disk did not take the change ({os.strerror(error.errno or 0)}). {then}")


def _row(value: Row | dict[str, Any]) -> Row:
    return value if isinstance(value, Row) else Row(**value)


def _by_number(item: tuple[str, object]) -> int:
    return int(item[0])


def _signature(status: os.stat_result) -> Signature:
    return status.st_ino, status.st_size, status.st_mtime_ns


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:  # it is only a help: without it, what the newest file holds is all there is
        return None
