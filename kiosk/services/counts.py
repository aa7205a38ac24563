"""Counts for tiles and the first listings of each need: worked out once, and kept while no opening can have changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Generic, Literal, TypeVar

from kiosk.domain.values import dataclass
from kiosk.services.index import Entry, Index
from kiosk.services.order import Standing

LEAD = 100
"""How many listings of one need a search puts before a family."""

Stands = Callable[[Entry, datetime], Standing]
Kind = Literal["need", "support"]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Count:
    """How many listings a need has, how many of them are open now, and until when the last of those is."""

    listings: int
    open: int
    until: datetime | None


NONE = Count(0, 0, None)


@dataclass(frozen=True, slots=True)
class _Held(Generic[Value]):
    """Something worked out from an index, and how long it holds (POSIX times)."""

    index: Index
    since: float
    until: float
    value: Value

    def holds(self, index: Index, moment: float) -> bool:
        return self.index is index and self.since <= moment < self.until


class Counts:
    """The counts of every need, and the first listings of those that were asked for."""

    def __init__(self, stands: Stands) -> None:
        """`stands`: how a listing stands at a moment."""
        self._stands = stands
        self._counts: _Held[Mapping[str, Count]] | None = None
        self._leads: dict[tuple[Kind, str], _Held[tuple[Entry, ...]]] = {}

    def all(self, index: Index, now: datetime, at_most: int | None = None) -> Mapping[str, Count] | None:
        """The counts of now; None when more than `at_most` listings would have to be worked out for them."""
        moment, known, entries = now.timestamp(), self._counts, index.entries.values()
        if known is not None and known.holds(index, moment):
            return known.value
        if at_most is not None and sum(not entry.holds(moment) for entry in entries) > at_most:
            return None
        stood = {entry.kept.id: self._stands(entry, now) for entry in entries}
        counts = {need: _count([stood[entry.kept.id] for entry in group]) for need, group in index.by_need.items()}
        self._counts = _Held(index, moment, _until(stood.values(), moment), counts)
        return counts

    def lead(self, index: Index, kind: Kind, id: str, now: datetime) -> tuple[Entry, ...]:
        """The first `LEAD` listings of a need or a support, what can be used now first."""
        moment, known = now.timestamp(), self._leads.get((kind, id))
        if known is not None and known.holds(index, moment):
            return known.value
        among = (index.by_need if kind == "need" else index.by_support).get(id, ())
        rows = sorted(((self._stands(entry, now), entry) for entry in among), key=lambda row: row[0].key)
        lead = tuple(entry for _, entry in rows[:LEAD])
        self._leads[kind, id] = _Held(index, moment, _until((stands for stands, _ in rows), moment), lead)
        return lead


def _until(stood: Iterable[Standing], moment: float) -> float:
    """The first moment at which one of them can change."""
    return min((stands.until for stands in stood), default=moment + 1)


def _count(stood: Sequence[Standing]) -> Count:
    is_open = [stands.opening for stands in stood if stands.open_now]
    ends = [opening.until for opening in is_open if opening.until is not None]
    return Count(len(stood), len(is_open), max(ends, key=datetime.timestamp, default=None))
