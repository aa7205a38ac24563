"""Hours worked out the slow and obvious way, minute by minute, to check the quick way against.

Nothing here is shared with the product but the types: no rrule, no intervals, no joining. A day's hours are a list of
(first minute, end minute); whether it is open at a minute is looked up by what the clock on the wall shows then.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from kiosk.domain.calendar import DayKind, SchoolCalendar
from kiosk.domain.listing import Listing, Schedule

NAMES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
ONE_DAY = timedelta(days=1)
ONE_MINUTE = timedelta(minutes=1)

Spans = list[tuple[int, int]]


class Model:
    """The hours of one listing."""

    def __init__(self, listing: Listing, calendar: SchoolCalendar | None, zone: ZoneInfo) -> None:
        self.listing, self.calendar, self.zone = listing, calendar, zone
        self._days: dict[date, tuple[Spans, bool]] = {}

    def day(self, day: date) -> tuple[Spans, bool]:
        """The spans that start on `day`, in minutes after its midnight, and whether the rest of the day is known."""
        if day not in self._days:
            self._days[day] = self._work_out(day)
        return self._days[day]

    def owners(self, moment: datetime) -> list[date]:
        """The days whose spans hold `moment`: the clock on the wall is in one of them."""
        wall = moment.astimezone(self.zone)
        found = []
        for back in (2, 1, 0):
            day = wall.date() - back * ONE_DAY
            minute = back * 1440 + wall.hour * 60 + wall.minute
            if any(start <= minute < end for start, end in self.day(day)[0]):
                found.append(day)
        return found

    def state(self, moment: datetime) -> Literal["open", "closed", "unknown"]:
        """What it is at `moment`."""
        if self.owners(moment):
            return "open"
        return "closed" if self.day(moment.astimezone(self.zone).date())[1] else "unknown"

    def until(self, moment: datetime, limit: int) -> datetime | None:
        """The first minute after `moment` at which it is not open; None if that takes `limit` days of its first day."""
        last = min(self.owners(moment)) + limit * ONE_DAY
        while self.owners(moment):
            moment = moment.astimezone(UTC) + ONE_MINUTE
            if moment.astimezone(self.zone).date() >= last:
                return None
        return moment.astimezone(self.zone)

    def next(self, after: datetime, limit: int) -> datetime | None:
        """The first minute later than `after` at which a span starts, up to the first day that is not all known."""
        first = after.astimezone(self.zone).date()
        for ahead in range(limit + 1):
            day = first + ahead * ONE_DAY
            spans, known = self.day(day)
            starts = [moment for span in spans for moment in self._starts(day, span) if moment > after.astimezone(UTC)]
            if starts:
                return min(starts).astimezone(self.zone)
            if ahead and not known:
                return None
        return None

    def _starts(self, day: date, span: tuple[int, int]) -> Iterator[datetime]:
        """The minutes at which the wall clock enters `span`: two if it does so again in the hour that repeats."""
        midnight = datetime(day.year, day.month, day.day, tzinfo=self.zone).astimezone(UTC)
        moment = midnight + (span[0] - 180) * ONE_MINUTE
        was_in = False
        for _ in range(span[1] - span[0] + 360):
            wall = moment.astimezone(self.zone)
            minute = (wall.date() - day).days * 1440 + wall.hour * 60 + wall.minute
            is_in = span[0] <= minute < span[1]
            if is_in and not was_in:
                yield moment
            was_in = is_in
            moment += ONE_MINUTE

    def _work_out(self, day: date) -> tuple[Spans, bool]:
        if self.listing.status != "active":
            return [], True
        governing = None
        for exception in self.listing.schedule_exceptions:
            if exception.from_ <= day and day <= exception.to:
                governing = exception
        if governing is not None and governing.closed:
            return [], True
        if governing is not None:
            span = times(governing.opens_at, governing.closes_at)
            return ([], False) if span is None else ([span], True)
        spans: Spans = []
        anybody_speaks, all_known = False, True
        for row in self.listing.schedules:
            said = self._row(row, day)
            if said == "silent":
                continue
            anybody_speaks = True
            if said == "unknown":
                all_known = False
            elif said != "off":
                spans.append(said)
        return spans, anybody_speaks and all_known

    def _row(self, row: Schedule, day: date) -> tuple[int, int] | Literal["off", "unknown", "silent"]:
        if row.dtstart and day < row.dtstart:
            return "off"
        if row.until and day > row.until:
            return "off"
        if row.valid_from and day < row.valid_from:
            return "silent"
        if row.valid_to and day > row.valid_to:
            return "silent"
        comes = comes_round(row, day)
        if comes == "no":
            return "off"
        kinds, closed = self._school(day)
        if row.on == "no-school-days" and self.calendar is None:
            return "silent"
        if row.on != "any-day" and self.calendar is not None:
            if closed == "unknown":
                return "unknown"
            if closed == (row.on == "school-days"):
                return "off"
        span = times(row.opens_at, row.closes_at)
        if comes == "unknown" or span is None:
            return "unknown"
        return span if closed else self._short(row, span, kinds)

    def _school(self, day: date) -> tuple[dict[DayKind, str], bool | Literal["unknown"]]:
        """The kinds of a day with their times, and whether there is no school."""
        calendar = self.calendar
        kinds: dict[DayKind, str] = {}
        if calendar is None:
            return kinds, False
        for each in calendar.days:
            if each.from_ <= day <= each.to:
                kinds[each.kind] = each.at
        if "snow-day" in kinds or "no-school" in kinds or day.weekday() in (5, 6):
            return kinds, True
        if calendar.first_day <= day <= calendar.last_day:
            return kinds, False
        if calendar.last_day - 365 * ONE_DAY < day < calendar.first_day + 365 * ONE_DAY:
            return kinds, True
        return kinds, "unknown"

    def _short(
        self, row: Schedule, span: tuple[int, int], kinds: dict[DayKind, str]
    ) -> tuple[int, int] | Literal["off", "unknown"]:
        start, end = span
        is_short = "delayed-opening" in kinds or "early-dismissal" in kinds
        if row.short_days == "as-usual" or not is_short:
            return span
        if row.short_days == "cancelled":
            return "off"
        if "" in (kinds.get("delayed-opening"), kinds.get("early-dismissal")):
            return "unknown"
        late, early = (clock(kinds[kind]) if kind in kinds else None for kind in ("delayed-opening", "early-dismissal"))
        if row.short_days == "shortened":
            inside = [
                minute
                for minute in range(start, end)
                if (late is None or minute >= late) and (early is None or minute < early)
            ]
            return (inside[0], inside[-1] + 1) if inside else "off"
        length = end - start
        if late is not None and self.calendar is not None:
            bell = clock(self.calendar.starts_at)
            if end <= bell:
                start += max(late - bell, 0)
            elif start < late:
                start = late
        if early is not None and start + length > early:
            start = early
        return start, start + length


def clock(written: str) -> int:
    """`08:30` -> 510."""
    hour, minute = written.split(":")
    return int(hour) * 60 + int(minute)


def times(opens: str, closes: str) -> tuple[int, int] | None:
    """The minutes of two written times; None when one is missing."""
    if not opens or not closes:
        return None
    start, end = clock(opens), clock(closes)
    while end <= start:
        end += 24 * 60
    return start, end


def comes_round(row: Schedule, day: date) -> Literal["yes", "no", "unknown"]:
    """Whether a row comes round on a day, by counting days."""
    byday = list(row.byday)
    bymonthday = list(row.bymonthday)
    if not byday and not bymonthday:
        if row.freq == "WEEKLY" and row.on != "any-day":
            byday = NAMES[:5]
        elif row.dtstart is None:
            return "unknown"
        elif row.freq == "WEEKLY":
            byday = [NAMES[row.dtstart.weekday()]]
        else:
            bymonthday = [row.dtstart.day]
    if byday and not any(weekday_fits(each, day) for each in byday):
        return "no"
    if bymonthday and not any(month_day_fits(each, day) for each in bymonthday):
        return "no"
    if row.interval == 1:
        return "yes"
    if row.dtstart is None:
        return "unknown"
    return "yes" if turns_between(row, row.dtstart, day) % row.interval == 0 else "no"


def weekday_fits(written: str, day: date) -> bool:
    """`FR`, `1FR`, `-1FR`, by walking through the month."""
    if NAMES[day.weekday()] != written[-2:]:
        return False
    if len(written) == 2:
        return True
    alike = [each for each in month_of(day) if each.weekday() == day.weekday()]
    place = int(written[:-2])
    index = place - 1 if place > 0 else len(alike) + place
    return 0 <= index < len(alike) and alike[index] == day


def month_day_fits(number: int, day: date) -> bool:
    """The `number`th day of the month, from its end when negative."""
    month = month_of(day)
    index = number - 1 if number > 0 else len(month) + number
    return 0 <= index < len(month) and month[index] == day


def month_of(day: date) -> list[date]:
    """All days of the month of `day`."""
    first = day.replace(day=1)
    return [each for each in (first + n * ONE_DAY for n in range(31)) if each.month == day.month]


def turns_between(row: Schedule, start: date, day: date) -> int:
    """How many Mondays, or firsts of a month, lie between two days."""
    turns = 0
    while start < day:
        start += ONE_DAY
        if (row.freq == "WEEKLY" and start.weekday() == 0) or (row.freq == "MONTHLY" and start.day == 1):
            turns += 1
    return turns
