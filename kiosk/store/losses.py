"""What staff are told about damage: one sentence for each thing that was lost, with what was kept and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kiosk.store.book import Book

MISSING = "The listings are missing. Restore a backup."
REBUILT = "The listings file was damaged and is rebuilt."
NOTHING_LOST = "Nothing is lost."
_NAMED = 10
"""How many listings one sentence names."""


@dataclass(frozen=True, slots=True)
class Loss:
    """Changes `first` to `last` that cannot be read, about when, and the listings that their bytes still name."""

    first: int
    last: int
    at: str
    ids: frozenset[str]


def told_of(book: Book, loss: Loss, jumped: dict[str, int]) -> str:
    """The sentence about changes that cannot be read. `jumped`: listings with a change that follows on none there is.

    Bytes that are damaged may name a listing that never was; then those that jumped are the ones.
    """
    ids = loss.ids
    if not any(book.row(id) for id in ids):
        ids = frozenset(id for id, seq in jumped.items() if seq > loss.last) or ids
    whole = {id for id in ids if (row := book.row(id)) is not None and row.seq >= loss.first}
    if ids and ids == whole:
        if len(ids) == 1:
            return f"One old version of {_names(book, ids)} cannot be read. The listing is whole."
        return f"Old versions of {_names(book, ids)} cannot be read. The listings are whole."
    look = f"Look at {_names(book, ids - whole)}." if ids else "Look at what was changed then."
    what = "A change" if loss.first == loss.last else f"{loss.last - loss.first + 1} changes"
    return f"{what} made about {_moment(loss.at)} cannot be read. {look}"


def end_told(count: int) -> str:
    """The sentence about the last changes, of which the log has nothing and the lock knows."""
    if count == 1:
        return "The last change is missing. All before it is kept."
    return f"The last {count} changes are missing. All before them is kept."


def rows_told(count: int | None) -> str:
    """The sentence about listings that cannot be read anywhere; None when nobody knows how many."""
    listings = {None: "Some listings", 1: "One listing"}.get(count, f"{count} listings")
    return f"{listings} cannot be read. Restore a backup."


def gone_told(first: int, last: int) -> str:
    """The sentence about versions in the history that are not there."""
    return f"Versions from {first} to {last} are gone. The listings are whole."


def _moment(at: str) -> str:
    """A moment as the clock on this machine's wall said it."""
    return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}" if at else "an unknown time"


def _names(book: Book, ids: Iterable[str]) -> str:
    known = sorted(ids)
    names = [(kept.head.name.get("en") if (kept := book.kept(id)) else None) or id for id in known[:_NAMED]]
    return ", ".join(names) + (f" and {len(known) - _NAMED} more" if len(known) > _NAMED else "")
