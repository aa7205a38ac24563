"""What the store hands out: a listing with its revision, all of them at one moment, and what became of a save."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, Protocol

from kiosk.domain.errors import NoSuch
from kiosk.domain.listing import Listing, LocalText, Places
from kiosk.domain.values import dataclass

if TYPE_CHECKING:
    from kiosk.domain.due_dates import DueDates

Document = Mapping[str, object]
"""A listing as a JSON object, with the keys people write (`from`, `x_...`)."""

Outcome = Literal["saved", "merged", "question", "unchanged"]
"""What a save did: kept as sent, joined with somebody else's, kept with an open question, or nothing to do."""

RECENT = 100
"""So many listings stay decoded, those that were asked for last: more than any page shows."""
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
    assured_date: date | None = None
    places: Places | None = None


class Marks(Protocol):
    """What the store notes beside a listing: its revision, when (UTC, ISO 8601) and by whom it was last changed."""

    @property
    def rev(self) -> str:
        """The revision."""

    @property
    def at(self) -> str:
        """When it was last changed."""

    @property
    def by(self) -> str:
        """By whom."""


class Source(Protocol):
    """Where a kept listing is read from when somebody asks: the store's bytes."""

    def row(self) -> Marks:
        """What is noted beside the listing."""

    def listing(self) -> Listing:
        """The whole listing."""

    def head(self) -> Head:
        """Only what choosing needs, some ten times cheaper."""

    def dates(self) -> DueDates:
        """Only what falls due, as cheap as the head."""

    def document(self) -> dict[str, object]:
        """The JSON object as it is kept, a fresh one each time."""


def _head_of(listing: Listing) -> Head:
    return Head(listing.needs, listing.supports, listing.status, listing.name, listing.assured_date, listing.places)


@dataclass(frozen=True, slots=True)
class _Noted:
    rev: str
    at: str
    by: str


class Kept:
    """One listing as it stands in the store: its revision, when (UTC, ISO 8601) and by whom it was last changed.

    It never changes. It is decoded when it is asked for, so that opening ten thousand listings stays cheap.
    """

    __slots__ = ("_dates", "_head", "_listing", "_marks", "id", "number", "source")

    def __init__(self, listing: Listing, rev: str, at: str = "", by: str = "") -> None:
        self.id: str = listing.id
        self.number: int | None = listing.number
        self.source: Source | None = None
        self._marks: Marks | None = _Noted(rev, at, by)
        self._listing: Listing | None = listing
        self._head: Head | None = _head_of(listing)
        self._dates: DueDates | None = None

    @classmethod
    def lazily(cls, source: Source, *, id: str, number: int) -> Kept:
        """A kept listing that is read from its source when it is first asked for."""
        kept = cls.__new__(cls)
        kept.id, kept.number, kept.source = id, number, source
        kept._marks, kept._listing, kept._head, kept._dates = None, None, None, None
        return kept

    @property
    def rev(self) -> str:
        """Its revision: `N-` and 32 hex digits."""
        return self._noted.rev

    @property
    def at(self) -> str:
        """When it was last changed (UTC, ISO 8601)."""
        return self._noted.at

    @property
    def by(self) -> str:
        """Who changed it last."""
        return self._noted.by

    @property
    def is_read(self) -> bool:
        """Whether somebody asked for anything of it before."""
        return self._head is not None

    @property
    def _noted(self) -> Marks:
        if self._marks is None:
            assert self.source is not None  # a Kept has one or the other from its first moment
            row = self.source.row()
            self._marks = _Noted(row.rev, row.at, row.by)  # not the row itself: it holds the document's bytes again
        return self._marks

    @property
    def listing(self) -> Listing:
        """The whole listing. It is decoded again when it was last asked for long ago: memory holds only a few."""
        return _recent(self.decoded)

    def decoded(self) -> Listing:
        """The same for whoever goes through all of them once, and so drives out none of those in use."""
        if self._listing is not None:
            return self._listing
        assert self.source is not None
        return self.source.listing()

    def apart(self) -> Kept:
        """The same, for whoever goes through all of them once: what is read of it is let go together with it."""
        return self if self.source is None else Kept.lazily(self.source, id=self.id, number=self.number or 0)

    @property
    def head(self) -> Head:
        """Needs, supports, status and name: use this to choose among thousands."""
        if self._head is None:
            assert self.source is not None
            self._head = self.source.head()
        return self._head

    @property
    def dates(self) -> DueDates:
        """What falls due of it: use this to look for it among thousands."""
        if self._dates is None:
            from kiosk.domain.due_dates import dates_of

            self._dates = self.source.dates() if self._listing is None and self.source else dates_of(self.listing)
        return self._dates

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Kept) and (self.id, self.rev) == (other.id, other.rev)

    def __hash__(self) -> int:
        return hash((self.id, self.rev))

    def __repr__(self) -> str:
        return f"Kept({self.id!r}, {self.rev!r})"


@lru_cache(maxsize=RECENT)
def _recent(decoded: Callable[[], Listing]) -> Listing:
    return decoded()


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
        return self.numbers.get(number_in(ref))

    def named(self, ref: str) -> Kept:
        """As `get`, but raises `NoSuch` with a sentence for staff when there is none."""
        kept = self.get(ref)
        if kept is None:
            raise no_listing(ref)
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


def number_in(ref: str) -> int:
    """The number that a person wrote (`214`, `No. 214`, `#214`); -1, which no listing has, for anything else."""
    written = _NUMBER.fullmatch(ref.strip())
    return int(written[1]) if written else -1


def no_listing(ref: str) -> NoSuch:
    """The error for staff that nothing has this id or number."""
    said = f"There is no listing “{ref}”. Look at its id or its number in the list and try again."
    return NoSuch(said).coded("no-listing", id=ref)


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


@dataclass(frozen=True, slots=True)
class Question:
    """One value that two people changed differently: what stands is `theirs`, what came later is `mine`.

    `field` is a path (`name.es`), empty when one of them deleted the listing; the values are JSON, None where absent.
    """

    id: str
    name: str
    """The listing's name for staff."""
    field: str
    base: object
    mine: object
    theirs: object
    by: str
    """Who wrote `mine`."""
    at: str


@dataclass(frozen=True, slots=True)
class Version:
    """One revision of a listing in its history. `fields` are the top-level fields that the change altered."""

    seq: int
    rev: str
    parent: str
    at: str
    by: str
    why: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Altered:
    """One revision of a listing with what it made of what: its documents before and after, None where it was not."""

    version: Version
    before: Document | None
    after: Document | None


@dataclass(frozen=True, slots=True)
class Moment:
    """One change that everything can be restored to: its number, when, by whom, why, and which listings it altered."""

    when: int
    at: str
    by: str
    why: str
    ids: tuple[str, ...]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that is wrong in the store's files: which file or listing, and a sentence."""

    where: str
    problem: str
