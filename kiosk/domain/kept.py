"""What the store hands out: a listing with its revision, all of them at one moment, and what became of a save."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, Protocol

from kiosk.domain.errors import NoSuch
from kiosk.domain.listing import Listing, LocalText

Document = Mapping[str, object]
"""A listing as a JSON object, with the keys people write (`from`, `x_...`)."""

Outcome = Literal["saved", "merged", "question", "unchanged"]
"""What a save did: kept as sent, joined with somebody else's, kept with an open question, or nothing to do."""

_NUMBER = re.compile(r"(?:No\.?|#)?\s*(\d{1,9})", re.IGNORECASE)


def _none() -> dict[str, str]:
    return {}


@dataclass(frozen=True, slots=True)
class Head:
    """The little of a listing that choosing needs, read without reading the rest."""

    needs: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
    status: str = "active"
    name: LocalText = field(default_factory=_none)


class Source(Protocol):
    """Where a kept listing is read from when somebody asks: the store's bytes."""

    def listing(self) -> Listing:
        """The whole listing."""

    def head(self) -> Head:
        """Only what choosing needs, some ten times cheaper."""

    def document(self) -> dict[str, object]:
        """The JSON object as it is kept, a fresh one each time."""


class Kept:
    """One listing as it stands in the store: its revision, when (UTC, ISO 8601) and by whom it was last changed.

    It never changes. `listing` is decoded when first asked for, so that opening ten thousand listings stays cheap.
    """

    __slots__ = ("_head", "_listing", "at", "by", "id", "number", "rev", "source")

    def __init__(self, listing: Listing, rev: str, at: str = "", by: str = "") -> None:
        self.id: str = listing.id
        self.number: int | None = listing.number
        self.rev = rev
        self.at = at
        self.by = by
        self.source: Source | None = None
        self._listing: Listing | None = listing
        self._head: Head | None = Head(listing.needs, listing.supports, listing.status, listing.name)

    @classmethod
    def lazily(cls, source: Source, *, id: str, number: int, rev: str, at: str, by: str) -> Kept:
        """A kept listing that is read from its source when it is first asked for."""
        kept = cls.__new__(cls)
        kept.id, kept.number, kept.rev, kept.at, kept.by = id, number, rev, at, by
        kept.source, kept._listing, kept._head = source, None, None
        return kept

    @property
    def listing(self) -> Listing:
        """The whole listing."""
        if self._listing is None:
            assert self.source is not None  # a Kept has one or the other from its first moment
            self._listing = self.source.listing()
        return self._listing

    @property
    def head(self) -> Head:
        """Needs, supports, status and name: use this to choose among thousands."""
        if self._head is None:
            assert self.source is not None
            self._head = self.source.head()
        return self._head

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Kept) and (self.id, self.rev) == (other.id, other.rev)

    def __hash__(self) -> int:
        return hash((self.id, self.rev))

    def __repr__(self) -> str:
        return f"Kept({self.id!r}, {self.rev!r})"


class Snapshot:
    """All listings as of change `seq`, by id. It never changes: a later moment is another snapshot.

    `told` holds sentences for staff about damage that was found and what was kept.
    """

    __slots__ = ("_by_number", "listings", "seq", "told")

    def __init__(self, seq: int, listings: Mapping[str, Kept], told: tuple[str, ...] = ()) -> None:
        self.seq = seq
        self.listings: Mapping[str, Kept] = MappingProxyType(dict(listings))
        self.told = told
        self._by_number: dict[int, Kept] | None = None

    def get(self, ref: str) -> Kept | None:
        """The listing with this id or number (`food-pantry`, `214`, `No. 214`), or None."""
        kept = self.listings.get(ref.strip())
        if kept is not None:
            return kept
        number = _NUMBER.fullmatch(ref.strip())
        return self.numbers.get(int(number[1])) if number else None

    def named(self, ref: str) -> Kept:
        """As `get`, but raises `NoSuch` with a sentence for staff when there is none."""
        kept = self.get(ref)
        if kept is None:
            raise NoSuch(f"There is no listing “{ref}”. Look at its id or its number in the list and try again.")
        return kept

    @property
    def numbers(self) -> Mapping[int, Kept]:
        """Each listing by its short number."""
        if self._by_number is None:
            self._by_number = {kept.number: kept for kept in self.listings.values() if kept.number is not None}
        return self._by_number

    def __iter__(self) -> Iterator[Kept]:
        return iter(self.listings.values())

    def __len__(self) -> int:
        return len(self.listings)


@dataclass(frozen=True, slots=True)
class Edit:
    """One wish: what a listing shall be, and the revision it started from (empty for a new one).

    `content` is a `Listing`, a JSON object as people write it, or None to delete. A new listing without an id gets
    one made from its name.
    """

    id: str
    rev: str
    content: Listing | Document | None


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of one edit. `rev` is the listing's revision now."""

    id: str
    number: int | None
    rev: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Change:
    """One listing's part of one change. `parent` is the revision before, empty for a new listing."""

    seq: int
    at: str
    by: str
    why: str
    id: str
    rev: str
    parent: str
    deleted: bool = False
