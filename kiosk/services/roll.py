"""The roll of a directory: its listings gone through once, what can be used now first, and none of them held.

For answers as long as the directory. Each listing is read, said in few words and let go; only its words and its place
in the order are kept until the last one was read. Screens, which ask again and again, ask the Directory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from operator import itemgetter
from typing import TypeVar
from zoneinfo import ZoneInfo

from kiosk.domain.calendar import SchoolCalendar
from kiosk.domain.kept import Kept
from kiosk.domain.listing import Listing
from kiosk.domain.opening import Opening
from kiosk.services.order import Key, standing, tie_of

T = TypeVar("T")


class Roll:
    """Listings at one moment, under one calendar. Those whose status is not `active` are not called."""

    def __init__(self, kepts: Iterable[Kept], now: datetime, calendar: SchoolCalendar | None, zone: ZoneInfo) -> None:
        self._kepts = kepts
        self._now = now
        self._calendar = calendar
        self._zone = zone

    def call(
        self, wanted: Callable[[Listing, Opening], bool], said: Callable[[Kept, Listing, Opening], T]
    ) -> Iterator[T]:
        """What is said of each listing that is wanted, in order. All are read before the first is given."""
        rows: list[tuple[Key, T]] = []
        for kept in self._kepts:
            listing = kept.decoded()
            if listing.status != "active":
                continue
            stands = standing(listing, tie_of(listing.name, kept.id), self._now, self._calendar, self._zone)
            if wanted(listing, stands.opening):
                rows.append((stands.key, said(kept.apart(), listing, stands.opening)))
        rows.sort(key=itemgetter(0))
        yield from (words for _, words in rows)
