"""Going back: to a change, to a moment, or to a backup file, as one change that can itself be undone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import MsgspecError

from kiosk.domain.errors import NoSuch, NotSaved, Refused
from kiosk.domain.kept import Kept, Saved
from kiosk.domain.listing import Listing
from kiosk.domain.text import clean_text
from kiosk.store.book import Book
from kiosk.store.bundle_check import check_whole
from kiosk.store.disk import not_saved
from kiosk.store.history import Past, before
from kiosk.store.ledger import Ledger, Stamp
from kiosk.store.snapshot import Damaged, Whole, decode_file, encode_file

if TYPE_CHECKING:
    from kiosk.store.plan import Plan

Content = dict[str, bytes | None]
"""Listing -> its document in canonical bytes, None where there was none."""


def restored(ledger: Ledger, when: int | datetime | Path, by: str) -> list[Saved]:
    """Take every listing back to `when`. `NoSuch` before what is kept; `Refused` when a backup is damaged."""
    whole = _read_backup(when) if isinstance(when, Path) else None
    if whole is not None and ledger.now().is_lost:
        ledger.begin_again(Book(whole))
        return [
            Saved(row.id, kept.number, row.rev, "saved")
            for row in whole.listings
            if (kept := ledger.now().kept(row.id))
        ]

    def plan(book: Book, stamp: Stamp) -> Plan:
        from kiosk.store.plan import Planner

        past = Past(ledger.log)
        if isinstance(when, Path):
            assert whole is not None  # it was read above
            wanted = _of_backup(book, whole)
        else:
            wanted = _at(past, book, when)
        planner = Planner(book, stamp, past)
        saved = [planner.put(id, content) for id, content in wanted.items()]
        return planner.planned([each for each in saved if each.outcome != "unchanged"])

    return ledger.change(plan, by, f"restore {_named(when)}").saved


def previewed(ledger: Ledger, when: int | datetime | Path) -> list[tuple[Kept | None, Listing | None]]:
    """What `restored` would change: each listing as it stands, and as it would be. Nothing is written."""
    from kiosk.store.codec import from_bytes

    book = ledger.now()
    wanted = _of_backup(book, _read_backup(when)) if isinstance(when, Path) else _at(Past(ledger.log), book, when)
    found: list[tuple[Kept | None, Listing | None]] = []
    for id, content in wanted.items():
        row = book.row(id)
        if content != ((bytes(row.doc) or None) if row else None):
            found.append((book.kept(id), from_bytes(content) if content else None))
    return found


def _named(when: int | datetime | Path) -> str:
    """What the history calls it; a file's name may hold signs that no text can."""
    if isinstance(when, Path):
        return " ".join(clean_text(when.name.encode("utf-8", "replace").decode()).split())[:80]
    return when.isoformat() if isinstance(when, datetime) else str(when)


def back_up(ledger: Ledger, file: Path) -> None:
    """Write the listings as they stand to one file, whole or not at all, without keeping anybody from writing.

    The file is read back: a backup that cannot be read is none.
    """
    with ledger.reading() as book:
        if book.is_lost and not book.listings:
            raise NotSaved(f"{book.told[0]} There is nothing to back up.").coded("lost")
        content = encode_file(book.listings.values(), book.graves.values(), book.meta())
    try:
        like = ledger.directory if ledger.directory.is_dir() else None
        ledger.disk.replace_file(file, content, like)
        written = file.read_bytes()
    except OSError as error:
        raise not_saved(error, "There is no backup. The listings are as they were.") from error
    if written != content:
        said = f"{file} does not read as it was written. It is no backup. Take another disk or stick."
        raise NotSaved(said).coded("not-as-written", file=file)


def _read_backup(file: Path) -> Whole:
    try:
        whole = decode_file(file.read_bytes())
        check_whole(whole)
    except FileNotFoundError as error:
        said = f"There is no file {file}. Nothing was changed. Look at its name."
        raise NoSuch(said).coded("no-file", file=file) from error
    except OSError as error:
        said = f"{file} cannot be read ({error.strerror}). Nothing was changed."
        raise NoSuch(said).coded("file-not-read", file=file) from error
    except (Damaged, ValueError, RecursionError, MsgspecError) as error:
        said = f"{file} is damaged, or no backup. Nothing was changed. Take another one."
        raise Refused(said).coded("no-backup", file=file) from error
    return whole


def _of_backup(book: Book, whole: Whole) -> Content:
    wanted: Content = dict.fromkeys(book.listings)
    wanted.update((row.id, bytes(row.row().doc)) for row in whole.listings)
    return wanted


def _at(past: Past, book: Book, when: int | datetime) -> Content:
    """The documents that differ from today's, as they were after change `when`."""
    seq = when if isinstance(when, int) else _last_until(past, when)
    if not 0 < seq <= book.seq or not past.covers(book, seq):
        raise NoSuch(
            f"What the listings were then ({when}) is not kept. Nothing was changed. See: kiosk restore --list"
        ).coded("not-kept")
    wanted: Content = {}
    for record in past.records(seq):
        for put in reversed(record.put):
            wanted[put.id] = before(put)
    return wanted


def _last_until(past: Past, moment: datetime) -> int:
    """The last change that was not made later than the moment, by the clock of who made it; 0 when none is kept."""
    limit = moment.astimezone(UTC)
    return max(_until(past, limit), default=0)


def _until(past: Past, limit: datetime) -> Iterator[int]:
    return (record.seq for record in past.records() if datetime.fromisoformat(record.at) <= limit)
