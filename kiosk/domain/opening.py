"""Opening: is it open, until when, when next, and why not now.

Unknown is never shown as closed or as open, and the next opening is searched, never guessed: the search stops at the
first day that nobody knows, for it might be open then.

A listing by appointment is never `open` and never `closed`: its rows are the hours when people are seen who have set
a time, and nobody may just walk in. `until` then says how long somebody is there now, `next` when they are next. Hours
for walking in are a listing of their own. (Only a series that has ended, or a status other than active, is closed.)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from datetime import UTC, date, datetime, timedelta
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from kiosk.domain.calendar import SchoolCalendar
from kiosk.domain.clock_time import span
from kiosk.domain.listing import Listing, LocalText
from kiosk.domain.schedule import Closure, DayHours, Interval, hours_on, ordinary_hours_on
from kiosk.domain.values import dataclass

OpeningState = Literal["open", "closed", "appointment", "unknown"]

HORIZON = 400
"""How many days ahead the next opening is searched: a year, and the start of the season after."""
ALWAYS = 14
"""A door that does not close within so many days is open all the time."""
_LAST = date.max.toordinal() - ALWAYS


def _none() -> dict[str, str]:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Whether a listing is open at a moment, and what comes next. All times are in the school's zone."""

    state: OpeningState
    until: datetime | None = None
    """When it closes; None while open means: not within two weeks (always open)."""
    next: datetime | None = None
    """The next known opening after now, or after `until` when open."""
    next_until: datetime | None = None
    """When that one closes."""
    next_day: date | None = None
    """The day of the next opening; alone, without `next`, when its time is not known."""
    reason: LocalText = field(default_factory=_none)
    """Why it is closed, or open at other hours than usual; empty on ordinary days."""
    closed_by: Closure | None = None
    """The same reason with its kind."""
    ended: bool = False
    """It is over: closed, and it will not open again."""


def opening_at(listing: Listing, now: datetime, calendar: SchoolCalendar | None, zone: ZoneInfo) -> Opening:
    """Whether `listing` is open at `now`: see `Opening`. Intervals that touch or overlap are joined."""
    if listing.status != "active":
        return Opening(state="closed", ended=listing.status == "defunct")
    hours = _Hours(listing, calendar, zone)
    today = now.astimezone(zone).date()
    running = hours.running(now, today)
    until = hours.closing(running) if running else None
    coming = _Coming() if running and until is None else hours.search(until or now)
    ended = coming.over and not running and hours.on(today).clear
    closed_by = hours.why_open(running) if running else hours.why_closed(now, today, coming)
    state: OpeningState = "open" if running else _between(hours, today, coming)
    if listing.by_appointment:
        state = "appointment"
    return Opening(
        state="closed" if ended else state,
        until=until,
        next=coming.next.start if coming.next else None,
        next_until=hours.closing(_Running(coming.next, coming.day)) if coming.next and coming.day else None,
        next_day=coming.day,
        reason=closed_by.reason if closed_by else {},
        closed_by=closed_by,
        ended=ended,
    )


def week(listing: Listing, day: date, calendar: SchoolCalendar | None, zone: ZoneInfo) -> tuple[DayHours, ...]:
    """The hours of the week that holds `day`, Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return tuple(hours_on(listing, monday + timedelta(days=n), calendar, zone) for n in range(7))


def days_that_differ(
    listing: Listing, start: date, days: int, calendar: SchoolCalendar | None, zone: ZoneInfo
) -> tuple[DayHours, ...]:
    """The days among the `days` from `start` on whose hours are not the ordinary ones: `Closed Nov 26 and 27`."""
    every = (hours_on(listing, day, calendar, zone) for day in _days(start, days))
    return tuple(hours for hours in every if hours.closed_by)


class _Running(NamedTuple):
    """An interval, and the day it starts on."""

    interval: Interval
    day: date


class _Coming(NamedTuple):
    """What the search found: the next interval and its day; a day alone when its times are not known.

    `skipped` is what closed the first day that was passed over; `over` says that no row can come round any more.
    """

    next: Interval | None = None
    day: date | None = None
    skipped: Closure | None = None
    over: bool = False


def _between(hours: _Hours, today: date, coming: _Coming) -> OpeningState:
    """The state outside all intervals. A listing of which only days are known is unknown on the other days too."""
    on_today = hours.on(today)
    only_days = coming.day is not None and coming.next is None and not hours.has_times
    return "unknown" if not on_today.clear or (only_days and on_today.closed_by is None) else "closed"


class _Hours:
    """The hours of one listing, day by day, each worked out once for one question."""

    def __init__(self, listing: Listing, calendar: SchoolCalendar | None, zone: ZoneInfo) -> None:
        self.listing, self.calendar, self.zone = listing, calendar, zone
        self._days: dict[date, DayHours] = {}

    def on(self, day: date) -> DayHours:
        """The hours that start on `day`."""
        found = self._days.get(day)
        if found is None:
            found = self._days[day] = hours_on(self.listing, day, self.calendar, self.zone)
        return found

    @property
    def has_times(self) -> bool:
        """Whether any row says its times."""
        return any(span(row.opens_at, row.closes_at) for row in self.listing.schedules)

    def running(self, now: datetime, today: date) -> _Running | None:
        """The interval that holds `now`: yesterday's over midnight, or today's."""
        for day in (today - timedelta(days=1), today):
            for interval in self.on(day).intervals:
                if interval.holds(now):
                    return _Running(interval, day)
        return None

    def closing(self, running: _Running) -> datetime | None:
        """When it closes, touching and overlapping intervals followed; None if not within two weeks."""
        end = running.interval.end
        for day in _days(running.day, ALWAYS):
            for interval in self.on(day).intervals:
                if _utc(interval.start) <= _utc(end) < _utc(interval.end):
                    end = interval.end
            if end.date() <= day:
                return end
        return None

    def search(self, after: datetime) -> _Coming:
        """The first interval that starts after `after`, up to the first day that is not clear."""
        skipped: Closure | None = None
        first = after.astimezone(self.zone).date()
        last = self._last_day()
        for day in _days(first, HORIZON + 1):
            if last is not None and day > last:
                return _Coming(skipped=skipped, over=bool(self.listing.schedules))
            found = self.on(day)
            for interval in found.intervals:
                if _utc(interval.start) > _utc(after):
                    return _Coming(interval, day, skipped)
            if day > first and not found.clear:
                return _Coming(day=None if found.times_known else day, skipped=skipped)
            if day > first and found.closed_by and not found.intervals:
                skipped = skipped or found.closed_by
        return _Coming(skipped=skipped)

    def _last_day(self) -> date | None:
        """The last day on which anything can be on; None if there is no end to it."""
        ends = [row.until for row in self.listing.schedules]
        ends += [exception.to for exception in self.listing.schedule_exceptions if not exception.closed]
        known = [end for end in ends if end is not None]
        return max(known, default=None) if len(known) == len(ends) else None

    def why_open(self, running: _Running) -> Closure | None:
        """Why it is open at hours that are not the ordinary ones."""
        closed_by = self.on(running.day).closed_by
        if closed_by is None or running.interval in self._ordinary(running.day).intervals:
            return None
        return closed_by

    def why_closed(self, now: datetime, today: date, coming: _Coming) -> Closure | None:
        """Why it is not open now: what changed today if that explains it, else what closed the days passed over."""
        on_today = self.on(today)
        if on_today.closed_by and (not on_today.intervals or coming.day == today):
            return on_today.closed_by
        for day in (today, today - timedelta(days=1)):
            closed_by = self.on(day).closed_by
            if closed_by and any(interval.holds(now) for interval in self._ordinary(day).intervals):
                return closed_by
        return coming.skipped

    def _ordinary(self, day: date) -> DayHours:
        return ordinary_hours_on(self.listing, day, self.calendar, self.zone)


def _days(first: date, count: int) -> Iterator[date]:
    for number in range(first.toordinal(), min(first.toordinal() + count, _LAST)):
        yield date.fromordinal(number)


def _utc(at: datetime) -> datetime:
    return at.astimezone(UTC)
