"""The roster: every listing as staff go through them, filtered as one types and sorted by a column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Literal

from kiosk.domain.kept import Kept, Snapshot
from kiosk.domain.text import fold
from kiosk.domain.values import dataclass

Column = Literal["number", "name", "need", "now", "places", "checked", "spanish"]
COLUMNS: tuple[Column, ...] = ("number", "name", "need", "now", "places", "checked", "spanish")


@dataclass(frozen=True, slots=True)
class Sorting:
    """By which column, and from which end."""

    column: Column = "checked"
    backwards: bool = False

    def by(self, column: Column) -> Sorting:
        """Sorted by another column, or by the same one from the other end."""
        return Sorting(column, not self.backwards if column == self.column else False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One listing of the roster: only what its line needs, so that ten thousand are at hand."""

    kept: Kept
    name: str
    need: str
    lacks: tuple[str, ...]
    """Languages of the school that its name has no words in."""
    folded: str
    """What a search looks into: number, names, id, without case and accents."""


class Roster:
    """The listings of one snapshot, in the words of one language."""

    def __init__(
        self,
        snapshot: Snapshot,
        name_of: Callable[[Mapping[str, str]], str],
        need_of: Callable[[Sequence[str]], str],
        languages: Iterable[str],
    ) -> None:
        self.seq = snapshot.seq
        self._languages = tuple(languages)
        self._entries = [self._entry(kept, name_of, need_of) for kept in snapshot]
        self._sorted: tuple[Sorting, datetime | None, list[Entry]] | None = None

    def __len__(self) -> int:
        return len(self._entries)

    def rows(
        self, words: str, sorting: Sorting, now: datetime, soonest: Callable[[Iterable[Kept], datetime], Sequence[Kept]]
    ) -> list[Entry]:
        """The listings that have all of the words in number, name or id, sorted. `soonest` sorts by when they open."""
        left = list(self._in_order(sorting, now, soonest))
        for word in fold(words).split():
            left = [entry for entry in left if word in entry.folded]
        return left

    def _in_order(
        self, sorting: Sorting, now: datetime, soonest: Callable[[Iterable[Kept], datetime], Sequence[Kept]]
    ) -> list[Entry]:
        moment = now if sorting.column == "now" else None
        if self._sorted is None or self._sorted[:2] != (sorting, moment):
            if sorting.column == "now":
                by_id = {entry.kept.id: entry for entry in self._entries}
                ordered = [by_id[kept.id] for kept in soonest((entry.kept for entry in self._entries), now)]
                ordered = ordered[::-1] if sorting.backwards else ordered
            else:
                key = _KEYS[sorting.column]
                ordered = sorted(self._entries, key=lambda entry: (key(entry), entry.folded), reverse=sorting.backwards)
            self._sorted = sorting, moment, ordered
        return self._sorted[2]

    def _entry(
        self,
        kept: Kept,
        name_of: Callable[[Mapping[str, str]], str],
        need_of: Callable[[Sequence[str]], str],
    ) -> Entry:
        head = kept.head
        texts = " ".join((str(kept.number), *head.name.values(), kept.id))
        lacks = tuple(code for code in self._languages if not head.name.get(code))
        return Entry(kept=kept, name=name_of(head.name), need=need_of(head.needs), lacks=lacks, folded=fold(texts))


_PLACES = {"full": 0, "waitlist": 1, "few": 2, "open": 3}
_KEYS: Mapping[Column, Callable[[Entry], object]] = {
    "number": lambda entry: entry.kept.number or 0,
    "name": lambda entry: fold(entry.name),
    "need": lambda entry: fold(entry.need),
    "places": lambda entry: _PLACES[entry.kept.head.places.state] if entry.kept.head.places else len(_PLACES),
    "checked": lambda entry: entry.kept.head.assured_date or date.min,
    "spanish": lambda entry: not entry.lacks,
}
