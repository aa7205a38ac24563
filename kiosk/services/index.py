"""The index of one snapshot: which listings a need or a support has, and how each listing stands while that holds.

Choosing among thousands reads only each listing's head, or its outline once it was counted or ordered; what a family
reads of a listing is decoded when it is shown. Its opening is worked out once and kept until the moment it can change,
so that minutes cost nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.domain.calendar import CalendarNow, SchoolCalendar
from kiosk.domain.fit import lineage
from kiosk.domain.kept import Kept, Snapshot
from kiosk.domain.listing import Listing
from kiosk.domain.needs import Need
from kiosk.domain.outline import Outlines
from kiosk.services.order import Standing, standing, tie_of
from kiosk.services.traits import Traits, traits_of


class Entry:
    """A kept listing among others: its name for ties, and how it stands while that holds."""

    __slots__ = ("_outline", "_outlines", "_standing", "_tie", "_traits", "kept")

    def __init__(self, kept: Kept, outlines: Outlines) -> None:
        self.kept = kept
        self._outlines = outlines
        self._outline: Listing | None = None
        self._traits: Traits | None = None
        self._tie: tuple[str, str] | None = None
        self._standing: Standing | None = None

    @property
    def outline(self) -> Listing:
        """The listing without its words."""
        if self._outline is None:
            self._read()
        assert self._outline is not None
        return self._outline

    @property
    def tie(self) -> tuple[str, str]:
        """What orders listings that are alike in all else: the name without accents, then the id."""
        if self._tie is None:
            self._tie = tie_of(self.kept.head.name, self.kept.id)
        return self._tie

    @property
    def traits(self) -> Traits:
        """What families choose by that hours do not change."""
        if self._traits is None:
            self._read()
        assert self._traits is not None
        return self._traits

    def _read(self) -> None:
        listing = self.kept.decoded()
        self._outline, self._traits = self._outlines.of(listing), traits_of(listing)

    def afresh(self) -> Entry:
        """The same listing under another calendar: how it stands has to be worked out anew."""
        entry = Entry(self.kept, self._outlines)
        entry._outline, entry._traits, entry._tie = self._outline, self._traits, self._tie
        return entry

    def holds(self, moment: float) -> bool:
        """Whether it is known how it stands at this moment (a POSIX time)."""
        return self._standing is not None and self._standing.since <= moment < self._standing.until

    def stands(self, now: datetime, calendar: SchoolCalendar | None, zone: ZoneInfo) -> Standing:
        """How it stands now; worked out again only when that can have changed."""
        moment = now.timestamp()
        known = self._standing
        if known is None or not known.since <= moment < known.until:
            known = self._standing = standing(self.outline, self.tie, now, calendar, zone)
        return known


class Index:
    """Active listings of one snapshot by need (with all that stand above it) and by support, under one calendar."""

    def __init__(
        self,
        snapshot: Snapshot,
        parents: Mapping[str, str],
        calendar: SchoolCalendar | None,
        before: Index | None = None,
    ) -> None:
        old = before.entries if before else {}
        same_year = before is None or before.calendar is calendar
        self._outlines: Outlines = before._outlines if before else Outlines()
        self.snapshot = snapshot
        self.calendar: SchoolCalendar | None = calendar
        self.is_read: bool = before is not None and before.is_read and same_year
        """Every listing was decoded and worked out once: the few that changed since take no time."""
        self.entries: dict[str, Entry] = {}
        above: dict[tuple[str, ...], tuple[str, ...]] = {}
        by_need: dict[str, list[Entry]] = defaultdict(list)
        by_support: dict[str, list[Entry]] = defaultdict(list)
        for kept in snapshot:
            head = kept.head
            if head.status != "active":
                continue
            entry = old.get(kept.id)
            if entry is None or (entry.kept is not kept and entry.kept.rev != kept.rev):
                entry = Entry(kept, self._outlines)
            elif not same_year:
                entry = entry.afresh()
            entry.kept = kept  # the same revision: what it was read from before need not be kept
            self.entries[kept.id] = entry
            if head.needs not in above:
                above[head.needs] = tuple({step for leaf in head.needs for step in lineage(leaf, parents)})
            for need in above[head.needs]:
                by_need[need].append(entry)
            for support in dict.fromkeys(head.supports):
                by_support[support].append(entry)
        self.by_need: Mapping[str, Sequence[Entry]] = dict(by_need)
        self.by_support: Mapping[str, Sequence[Entry]] = dict(by_support)

    def entry(self, kept: Kept) -> Entry:
        """The entry of a kept listing; one of its own for a listing that is hidden or of another moment."""
        entry = self.entries.get(kept.id)
        is_it = entry is not None and (entry.kept is kept or entry.kept.rev == kept.rev)
        return entry if entry is not None and is_it else Entry(kept, self._outlines)


class Indexes:
    """The index of the newest snapshot, built again only when the listings or the school's calendar changed."""

    def __init__(self, load: Callable[[], Snapshot], calendar: CalendarNow, needs: Iterable[Need]) -> None:
        self._load = load
        self._calendar = calendar
        self.parents: Mapping[str, str] = {need.id: need.parent for need in needs}
        self._index: Index | None = None

    @property
    def size(self) -> int:
        """How many listings there are, hidden ones too, without reading any."""
        return len(self._load())

    @property
    def is_read(self) -> bool:
        """Every listing was read once."""
        return self._index is not None and self._index.is_read

    @property
    def calendar(self) -> SchoolCalendar | None:
        """What the newest index goes by; asked for many times in one answer, so without a look at the file."""
        return self._index.calendar if self._index is not None else self._calendar()

    def newest(self) -> Index:
        """The index of the listings as they are now."""
        snapshot, calendar = self._load(), self._calendar()
        index = self._index
        if index is None or index.snapshot is not snapshot or index.calendar is not calendar:
            index = Index(snapshot, self.parents, calendar, index)
            self._index = index  # one assignment: whoever reads at the same time has the old one or the new one whole
        return index
