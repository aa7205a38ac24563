"""The write path: one lock around the whole of a change, one line at the end of the log, then memory.

A crash leaves the line or no line. Reading goes by `Follower` and needs no lock.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol, TypeVar

from kiosk.domain.errors import NotSaved
from kiosk.domain.kept import Kept
from kiosk.store.book import Book
from kiosk.store.bounds import Bounds
from kiosk.store.disk import Disk, not_saved
from kiosk.store.fold import Folding
from kiosk.store.follower import Follower
from kiosk.store.lock import Lock
from kiosk.store.log import Log, Unsure
from kiosk.store.mounts import SENTENCE as NETWORK_TOLD
from kiosk.store.mounts import network_drive
from kiosk.store.record import Entry, Put, Record, encode

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who changes what the listings are, when (UTC) and why; `seq` is the change's number."""

    seq: int
    at: str
    by: str
    why: str


class Planned(Protocol):
    """What a plan comes to: what to write, or nothing."""

    @property
    def puts(self) -> tuple[Put, ...]:
        """One for each listing that changes."""


P = TypeVar("P", bound=Planned)


class Ledger:
    """The listings of one directory: read as they stand now, and changed one change at a time."""

    def __init__(self, directory: Path, clock: Callable[[], datetime], disk: Disk, bounds: Bounds) -> None:
        self.directory = directory
        self._clock = clock
        self.disk = disk
        self.bounds = bounds
        self._lock = Lock(directory / "lock", folder=directory)
        self.log = Log(directory, disk)
        self._follower = Follower(directory, self.log, self._lock.acknowledged)
        self._folding = Folding(directory, self.log, disk, bounds)
        self._is_trusted: bool | None = None
        """Whether a lock and a sync mean something where the directory lies; not asked yet."""
        self._guard = threading.RLock()
        """Held while what is in memory changes; never while waiting for another process."""

    def now(self) -> Book:
        """The listings as they stand now: one `stat` where nothing changed."""
        with self._guard:
            return self._follower.catch_up()

    def again(self) -> Book:
        """The listings as they stand now, read from the beginning: what was read before may be damaged since."""
        with self._guard:
            return self._follower.open()

    def standing(self, ref: str) -> Kept:
        """The listing that stands now with this id or number; `NoSuch` when there is none."""
        with self._guard:
            return self._follower.catch_up().standing(ref)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Book]:
        """The listings as they stand now, and no thread changes them before this is over."""
        with self._guard:
            yield self._follower.catch_up()

    def changed(self) -> bool:
        """Whether there is something new to read: one `stat`."""
        return self._follower.changed()

    def change(self, plan: Callable[[Book, Stamp], P], by: str, why: str) -> P:
        """One change, whole or not at all: what `plan` makes of the listings as they stand.

        When this returns, it is kept. When it raises, nothing was changed, or the sentence says that this is not sure.
        """
        at = moment(self._clock())
        self._check_trusted()
        with self._lock.held(by, at) as lock:  # 1: alone, from the first look to the last byte
            book = self._settled(at)  # 2: what others did is read; what is damaged is mended
            stamp = Stamp(book.seq + 1, at, by, why)
            planned = plan(book, stamp)  # 3: compared, merged, checked; a batch that fails anywhere raises here
            if planned.puts:
                self._make_ready(book, at)
                self._append(book, stamp, planned.puts)  # 4, 5, 6: on the disk, then in memory
                lock.note(stamp.seq)
                self._fold_if_due(book, at)  # 7
            else:
                self._settle()
            return planned

    def begin_again(self, book: Book) -> None:
        """Put a book in the place of listings that are lost. What lies there is put aside first."""
        at = moment(self._clock())
        self._check_trusted()
        with self._lock.held("restore", at) as lock, self._guard:
            lost = self._follower.open()
            if not lost.is_lost:
                said = "The listings can be read again. Nothing was changed. Look at them first."
                raise NotSaved(said).coded("read-again")
            begins = max(book.seq, lost.seq + 1)  # so that no moment before can be taken for one of these listings
            book.gaps = (*book.gaps, *lost.gaps, (lost.seq + 1, begins))
            book.seq = begins
            book.is_damaged = True  # as far as the files go: what lies there is to be put aside
            try:
                self._folding.mend(book, at)
            except OSError as error:
                raise not_saved(error) from error
            self._follower.begin(book)
            lock.note(book.seq)

    def _check_trusted(self) -> None:
        if self._is_trusted is None:
            self._is_trusted = not network_drive(self.directory)
        if not self._is_trusted:
            raise NotSaved(f"{NETWORK_TOLD} Nothing was changed.").coded("network-drive")

    def _settled(self, at: str) -> Book:
        """The listings as they stand, in files that a line can be appended to."""
        self._give_up_journal()
        if self.log.is_distrusted:
            raise not_saved(None)
        with self._guard:
            book = self._follower.catch_up()
            if book.is_damaged:  # now that nobody writes, it is read again
                book = self._follower.open()
            if book.is_lost:
                raise NotSaved(f"{book.told[0]} Nothing was changed.").coded("lost")
            try:
                if book.is_damaged:
                    self._folding.mend(book, at)
                    self._follower.retired()
                elif self._follower.has_tail():
                    self._folding.cut_tail(self._follower.end, at)
                    self._follower.cut()
            except OSError as error:
                raise not_saved(error) from error
            return book

    def _make_ready(self, book: Book, at: str) -> None:
        """Give a new directory its snapshot; keep one of an older schema, and write it in today's form."""
        try:
            if book.seq == 0:
                self._folding.begin()
            elif book.is_older:
                self._folding.upgrade(book, at)
                with self._guard:
                    self._follower.retired()
        except OSError as error:
            raise not_saved(error) from error

    def _append(self, book: Book, stamp: Stamp, puts: tuple[Put, ...]) -> None:
        record = Record(seq=stamp.seq, prev=book.prev, at=stamp.at, by=stamp.by, why=stamp.why, put=puts)
        line, check = encode(record)
        try:
            signed = self.log.append(line, self._follower.end)
        except Unsure as error:
            self._give_up_journal()
            raise not_saved(error.__cause__, "It may still be there: look before you try again.") from error
        except OSError as error:
            self._give_up_journal()
            raise not_saved(error) from error
        with self._guard:
            self._follower.appended(Entry(record, check), len(line), signed)

    def _settle(self) -> None:
        """Before somebody is told that what he wants is there already: it may not be on the disk yet."""
        try:
            self.log.settle()
        except OSError as error:
            self._give_up_journal()
            raise not_saved(error) from error

    def _give_up_journal(self) -> None:
        """After a sync that failed, what is read back may not be on the disk: never append to that file again."""
        if not self.log.is_distrusted:
            return
        try:
            self.log.give_up()
        except OSError as error:  # the next change tries again, before anything else
            _log.warning("The journal could not be moved into the history (%s).", error.strerror)

    def _fold_if_due(self, book: Book, at: str) -> None:
        if not self._folding.is_due(self._follower.end):
            return
        try:
            self._folding.fold(book, self._follower.first, at)
            with self._guard:
                self._follower.retired()
        except OSError as error:
            _log.warning("The journal could not be folded (%s). Nothing is lost.", error.strerror)
            self._folding.failed(self._follower.end)


def moment(now: datetime) -> str:
    """A moment as it is written: UTC, ISO 8601, to the millisecond."""
    return now.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
