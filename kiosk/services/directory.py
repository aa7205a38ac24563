"""The Directory: every question a family's screen asks about listings, answered from one frozen snapshot."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from time import sleep
from zoneinfo import ZoneInfo

from kiosk.domain.calendar import CalendarNow
from kiosk.domain.fit import HOUSEHOLD, lineage
from kiosk.domain.kept import Kept, Snapshot
from kiosk.domain.listing import Listing
from kiosk.domain.needs import Need
from kiosk.domain.opening import Opening
from kiosk.services.counts import NONE, Count, Counts, Kind
from kiosk.services.days import Days, OnDay, still_to_come
from kiosk.services.equal import nearest_equal
from kiosk.services.index import Entry, Index, Indexes
from kiosk.services.order import Standing, Turn
from kiosk.services.protocols import Reader
from kiosk.services.toggles import TOGGLES, Lift, Sieve, Toggle, Toggled

__all__ = ["TOGGLES", "Count", "Directory", "Lift", "OnDay", "Toggle", "Toggled"]

AT_ONCE = 400
"""How many listings may be worked out while a family waits for a tile's count; more are left to `warm`."""
CHILDREN = "after-school"
"""The home tile whose needs can have a child for a day."""
NO_PLACE_FOR_CHILDREN = frozenset({"home-visits"})
"""Needs of it that come to the child."""
_BREATH = 25
"""`warm` lets the screen's thread go first after so many listings."""


class Directory:
    """The read side. Listings whose status is not `active` are hidden everywhere but in `get`."""

    def __init__(
        self,
        load: Callable[[], Snapshot],
        calendar: CalendarNow,
        zone: ZoneInfo,
        needs: Iterable[Need],
    ) -> None:
        self._indexes = Indexes(load, calendar, needs)
        self._household = frozenset(need for need in self.parents if HOUSEHOLD in lineage(need, self.parents))
        self._zone = zone
        self._counts = Counts(self._stands)
        self._boards: dict[tuple[str, date], tuple[Index, tuple[OnDay, ...]]] = {}

    @property
    def parents(self) -> Mapping[str, str]:
        """Each need's parent, empty for the tiles of Home."""
        return self._indexes.parents

    def snapshot(self) -> Snapshot:
        """The listings as they are now, hidden ones too."""
        return self._indexes.newest().snapshot

    def all(self) -> tuple[Kept, ...]:
        """Every listing a family may see."""
        return _kepts(self._indexes.newest().entries.values())

    def shown(self, ids: Iterable[str]) -> tuple[Kept, ...]:
        """The listings with these ids that a family may see."""
        entries = self._indexes.newest().entries
        return _kepts(entries[id] for id in ids if id in entries)

    def get(self, ref: str) -> Kept | None:
        """One listing by id or number, whatever its status; None when there is no such listing."""
        return self.snapshot().get(ref)

    def by_need(self, need_id: str) -> tuple[Kept, ...]:
        """The listings of a need and of all that stands under it, in no order."""
        return _kepts(self._indexes.newest().by_need.get(need_id, ()))

    def by_support(self, support_id: str) -> tuple[Kept, ...]:
        """The listings that offer a support, in no order."""
        return _kepts(self._indexes.newest().by_support.get(support_id, ()))

    def by_own_needs(self, need_ids: Collection[str]) -> tuple[Kept, ...]:
        """The listings that name one of these needs themselves, whatever stands under them, in no order."""
        by_need, wanted = self._indexes.newest().by_need, frozenset(need_ids)
        below = (entry for need in need_ids for entry in by_need.get(need, ()))
        return _kepts({entry.kept.id: entry for entry in below if wanted & set(entry.kept.head.needs)}.values())

    def outline(self, kept: Kept) -> Listing:
        """A listing without its words, which is at hand: for whoever goes through many (see `outline`)."""
        return self._indexes.newest().entry(kept).outline

    def lead(self, kind: Kind, id: str, now: datetime) -> tuple[Kept, ...]:
        """The first of a need or a support, what can be used now first: as many as anybody turns to (`LEAD`)."""
        return _kepts(self._counts.lead(self._indexes.newest(), kind, id, now))

    def opening(self, kept: Kept, now: datetime) -> Opening:
        """Whether it is open, until when, and when next."""
        return self._stands(self._indexes.newest().entry(kept), now).opening

    def turn(self, kept: Kept, now: datetime) -> Turn:
        """How soon it can be used: what `order` goes by."""
        return self._stands(self._indexes.newest().entry(kept), now).turn

    def order(self, kepts: Iterable[Kept], now: datetime) -> tuple[Kept, ...]:
        """What can be used now first: see `Turn` and `order.Key`."""
        return _kepts(entry for entry, _ in self._ordered(kepts, now))

    def toggled(
        self,
        kepts: Iterable[Kept],
        toggles: Collection[str],
        reader: Reader,
        now: datetime,
        *,
        as_they_come: bool = False,
    ) -> Toggled:
        """The listings that pass all of the toggles: what can be used now first, or `as_they_come` (a search)."""
        index = self._indexes.newest()
        if as_they_come:
            rows = [(entry, self._stands(entry, now)) for entry in map(index.entry, kepts)]
        else:
            rows = self._ordered(kepts, now)
        return Sieve(rows, reader, self._household).toggled(toggles)

    def count(self, need_id: str, now: datetime) -> Count | None:
        """For a tile: how many there are and are open. None while a very large directory is still being read."""
        counts = self._counts.all(self._indexes.newest(), now, at_most=AT_ONCE)
        return counts.get(need_id, NONE) if counts is not None else None

    @property
    def is_read(self) -> bool:
        """Whether every listing has been read once."""
        return self._indexes.is_read

    def at_hand(self) -> bool:
        """Whether every listing has been read, or there are so few that reading them takes no time."""
        return self._indexes.is_read or self._indexes.size <= AT_ONCE

    def take_news(self) -> None:
        """Read which listings there are, under the calendar as it is; none of them is decoded."""
        self._indexes.newest()

    def warm(self, now: datetime) -> None:
        """Work out every listing's standing, the counts and the leads ahead of need, in a thread in the background."""
        index, moment = self._indexes.newest(), now.timestamp()
        for done, entry in enumerate(index.entries.values()):
            if not entry.holds(moment):
                self._stands(entry, now)
            if done % _BREATH == 0:
                sleep(0)
        index.is_read = True
        self._counts.all(index, now)
        for need in index.by_need:
            self._counts.lead(index, "need", need, now)
            sleep(0)
        for support in index.by_support:
            self._counts.lead(index, "support", support, now)
            sleep(0)

    def today(self, day: date, now: datetime | None = None) -> tuple[OnDay, ...]:
        """What is on at this school that day, and what is called off; with `now`, what is over is left out."""
        board = self._board("school", day, Days.at_school, lambda index: index.entries.values())
        return still_to_come(board, now) if now is not None else board

    def open_on(self, day: date) -> tuple[OnDay, ...]:
        """Who has my child that day: care, clubs, camps and the like with hours that day; last, where one must ask."""
        return self._board("children", day, Days.open_that_day, self._for_children)

    def nearest_equal(self, listing: Listing, now: datetime) -> Kept | None:
        """Where to go when this one is full: the same need, with room, ages that fit, the nearest."""
        index = self._indexes.newest()
        for wanted in (listing.needs, self._one_above(listing.needs)):
            among = {entry.kept.id: entry for need in wanted for entry in index.by_need.get(need, ())}
            found = nearest_equal(listing, among.values(), now, index.calendar, self._zone)
            if found is not None:
                return found
        return None

    def _one_above(self, needs: Sequence[str]) -> tuple[str, ...]:
        """The needs that stand directly above, but no home tile: that would be anything at all."""
        above = (self.parents.get(need, "") for need in needs)
        return tuple(need for need in above if self.parents.get(need))

    def _for_children(self, index: Index) -> Iterator[Entry]:
        for entry in index.by_need.get(CHILDREN, ()):
            needs = {need for need in entry.kept.head.needs if CHILDREN in lineage(need, self.parents)}
            if needs - NO_PLACE_FOR_CHILDREN:
                yield entry

    def _board(
        self,
        name: str,
        day: date,
        build: Callable[[Days, Iterable[Entry], date], tuple[OnDay, ...]],
        among: Callable[[Index], Iterable[Entry]],
    ) -> tuple[OnDay, ...]:
        """A day's board, built once while the listings and the calendar stay as they are."""
        index = self._indexes.newest()
        known = self._boards.get((name, day))
        if known is not None and known[0] is index:
            return known[1]
        board = build(Days(index.calendar, self._zone), among(index), day)
        self._boards = {key: each for key, each in self._boards.items() if each[0] is index}
        self._boards[name, day] = index, board
        return board

    def _stands(self, entry: Entry, now: datetime) -> Standing:
        return entry.stands(now, self._indexes.calendar, self._zone)

    def _ordered(self, kepts: Iterable[Kept], now: datetime) -> list[tuple[Entry, Standing]]:
        index = self._indexes.newest()
        rows = [(entry, self._stands(entry, now)) for entry in map(index.entry, kepts)]
        rows.sort(key=lambda row: row[1].key)
        return rows


def _kepts(entries: Iterable[Entry]) -> tuple[Kept, ...]:
    return tuple(entry.kept for entry in entries)
