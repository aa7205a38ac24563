"""What a day of another kind does to the listings: which are off, shorter, moved or open instead, and which stay."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from kiosk.domain.calendar import SchoolCalendar
from kiosk.domain.kept import Kept
from kiosk.domain.listing import Listing
from kiosk.domain.schedule import Interval, hours_on
from kiosk.domain.school_days import take
from kiosk.domain.values import dataclass

Way = Literal["off", "shorter", "moved", "opens", "same"]
"""`opens`: it is open, or open longer, because of that day."""


@dataclass(frozen=True, slots=True)
class Effect:
    """One listing on that day: its hours without what is special about it, and with it."""

    kept: Kept
    way: Way
    was: tuple[Interval, ...]
    hours: tuple[Interval, ...]


@dataclass(frozen=True, slots=True)
class Effects:
    """Every listing that has or would have hours that day, by number."""

    every: tuple[Effect, ...]

    def of(self, *ways: Way) -> tuple[Effect, ...]:
        """Those that go one of these ways."""
        return tuple(effect for effect in self.every if effect.way in ways)

    def count(self, way: Way) -> int:
        """How many go this way."""
        return sum(effect.way == way for effect in self.every)


def effects(
    kepts: Iterable[Kept],
    day: date,
    before: SchoolCalendar | None,
    after: SchoolCalendar | None,
    zone: ZoneInfo,
    now: datetime | None = None,
) -> Effects:
    """What `after` makes of `day` that `before` did not; with `now`, hours that are over by then no longer count."""
    found = []
    for kept in kepts:
        listing = kept.listing
        was = _left(hours_on(listing, day, before, zone).intervals, now)
        hours = _left(hours_on(listing, day, after, zone).intervals, now) if _follows_school(listing) else was
        if was or hours:
            found.append(Effect(kept, _way(was, hours, now), was, hours))
    found.sort(key=lambda effect: (effect.kept.number or 0, effect.kept.id))
    return Effects(tuple(found))


def effects_of_day(kepts: Iterable[Kept], day: date, calendar: SchoolCalendar, zone: ZoneInfo) -> Effects:
    """What is special about `day` in the calendar does to the listings; on an ordinary day all stay as they are."""
    return effects(kepts, day, take(calendar, day, day), calendar, zone)


def _follows_school(listing: Listing) -> bool:
    return any(row.on != "any-day" or row.short_days != "as-usual" for row in listing.schedules)


def _left(intervals: Sequence[Interval], now: datetime | None) -> tuple[Interval, ...]:
    if now is None:
        return tuple(intervals)
    return tuple(each for each in intervals if each.end.timestamp() > now.timestamp())


def _way(was: tuple[Interval, ...], hours: tuple[Interval, ...], now: datetime | None) -> Way:
    if hours == was:
        return "same"
    if not hours:
        return "off"
    length, before = _length(hours, now), _length(was, now)
    if length < before:
        return "shorter"
    return "moved" if length == before else "opens"


def _length(intervals: Iterable[Interval], now: datetime | None) -> float:
    """Seconds that are left of them."""
    moment = now.timestamp() if now is not None else 0.0
    return sum(each.end.timestamp() - max(each.start.timestamp(), moment) for each in intervals)
