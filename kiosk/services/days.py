"""What is on, on one day: at this school with what is called off and why, and who has the children that day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from kiosk.domain.calendar import SchoolCalendar
from kiosk.domain.kept import Kept
from kiosk.domain.listing import Listing, LocalText
from kiosk.domain.schedule import DayHours, Interval, hours_on, ordinary_hours_on
from kiosk.domain.values import dataclass
from kiosk.services.index import Entry
from kiosk.services.traits import at_school

_UNKNOWN = float("inf")
NO_REASON: LocalText = {}


@dataclass(frozen=True, slots=True)
class OnDay:
    """One listing on one day: its hours, or that it is off that day and why."""

    kept: Kept
    outline: Listing
    """The listing without its words: whoever goes through a whole day goes by it."""
    hours: DayHours
    usual: datetime | None
    """When it would have started on an ordinary day of this week; None when it starts as usual."""
    starts: float
    """When it starts, or would have (POSIX time, infinite when not known): boards are sorted by it again and again."""
    over: float
    """When its last span ends, or would have: then it leaves the board."""
    would: bool = False
    """Whether it would have been on, on an ordinary day."""
    seen_at: datetime | None = None
    """The moment it is looked at from; None: the whole day."""

    @property
    def spans(self) -> tuple[Interval, ...]:
        """When it is on, in order, without what is over; empty when it is off, or when only the day is known."""
        now = self.seen_at
        if now is None:
            return self.hours.intervals
        return tuple(span for span in self.hours.intervals if span.end.timestamp() > now.timestamp())

    @property
    def start(self) -> datetime | None:
        """When it starts that day; of several spans, the one that was `seen_at` a moment, else the first."""
        return self.spans[0].start if self.spans else None

    @property
    def end(self) -> datetime | None:
        """When the span of `start` ends; of a whole day that nobody looks at from a moment, when its last one does."""
        if not self.spans:
            return None
        return self.spans[0].end if self.seen_at is not None else self.spans[-1].end

    @property
    def off(self) -> bool:
        """Called off: it would have been on."""
        return self.would and not self.hours.intervals and self.hours.closed_by is not None

    @property
    def reason(self) -> LocalText:
        """Why this day differs; empty on an ordinary day."""
        return self.hours.closed_by.reason if self.hours.closed_by is not None else NO_REASON


class Days:
    """Days as the school's calendar and zone make them."""

    def __init__(self, calendar: SchoolCalendar | None, zone: ZoneInfo) -> None:
        self._calendar = calendar
        self._zone = zone

    def on(self, entry: Entry, day: date) -> OnDay:
        """One listing on one day."""
        hours = hours_on(entry.outline, day, self._calendar, self._zone)
        usual: tuple[Interval, ...] = ()
        would = False
        if hours.closed_by is not None:
            ordinary = ordinary_hours_on(entry.outline, day, self._calendar, self._zone)
            usual = ordinary.intervals
            would = bool(usual) or not ordinary.times_known
        spans = hours.intervals or usual
        return OnDay(
            entry.kept,
            entry.outline,
            hours,
            usual[0].start if usual else None,
            starts=spans[0].start.timestamp() if spans else _UNKNOWN,
            over=spans[-1].end.timestamp() if spans else _UNKNOWN,
            would=would,
        )

    def at_school(self, entries: Iterable[Entry], day: date) -> tuple[OnDay, ...]:
        """All that is on at this school that day, and what is off, each where it starts or would have started."""
        here = (self.on(entry, day) for entry in entries if entry.traits.at_school)
        return self._by_clock((each for each in here if each.spans or each.off), first_here=False)

    def open_that_day(self, entries: Iterable[Entry], day: date) -> tuple[OnDay, ...]:
        """What is on that day: at this school first, by the clock; then what must be asked, its hours not known."""
        found = [self.on(entry, day) for entry in entries]
        known = [each for each in found if each.hours.known and each.spans]
        ask = [each for each in found if not each.hours.known or (not each.spans and not each.hours.times_known)]
        return (*self._by_clock(known, first_here=True), *self._by_clock(ask, first_here=True))

    def _by_clock(self, found: Iterable[OnDay], *, first_here: bool) -> tuple[OnDay, ...]:
        def place(each: OnDay) -> tuple[bool, float, str]:
            return first_here and not at_school(each.outline), each.starts, each.kept.id

        return tuple(sorted(found, key=place))


def still_to_come(found: Iterable[OnDay], now: datetime) -> tuple[OnDay, ...]:
    """A day's board at one moment: what is over is gone, and what is open now comes first."""
    moment = now.timestamp()
    left = [each for each in found if each.over > moment]
    seen = [replace(each, seen_at=now) if len(each.hours.intervals) > 1 else each for each in left]
    return tuple(sorted(seen, key=lambda each: each.off or each.start is None or each.start.timestamp() > moment))
