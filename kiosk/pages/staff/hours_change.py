"""Hours before and after a change, drawn: on the one day that differs as bars, else in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import time

from kiosk.domain.clock_time import span
from kiosk.domain.listing import WEEK
from kiosk.domain.recurrence import weekdays
from kiosk.domain.values import dataclass
from kiosk.pages.staff.parts import StaffAsk
from kiosk.pages.staff.value_words import listing_of

Spans = tuple[tuple[int, int], ...]
"""Minutes after midnight, from and to."""


@dataclass(frozen=True, slots=True)
class Week:
    """A weekday -> its spans, and all else that the rows say: which days they are for, and until when they hold."""

    spans: Mapping[str, Spans]
    rules: frozenset[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Bar:
    """One opening, drawn: where it starts and how long it is, as parts of the whole line, and the times at its ends."""

    start: float
    length: float
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class DayHours:
    """What one side says of the day: in words, and as bars."""

    words: str
    bars: tuple[Bar, ...]


def day_that_differs(ask: StaffAsk, sides: Sequence[object]) -> tuple[str, tuple[DayHours, ...]] | None:
    """`Hours on Friday` and what each side says, where all sides have the same hours on all other days; else None.

    `sides` are rows of hours as they are kept.
    """
    weeks = [week for side in sides if (week := _week(ask, side)) is not None]
    day = _only_day(weeks) if len(weeks) == len(sides) else ""
    if not day:
        return None
    spans = [week.spans[day] for week in weeks]
    label = ask.words.say("Hours on {day}", day=ask.words.day_of_week(WEEK.index(day)))
    ends = [minute for side in spans for span in side for minute in span]
    first, last = min(ends), max(ends)
    return label, tuple(_side(ask, each, first, max(last - first, 1)) for each in spans)


def one_line(ask: StaffAsk, before: object, after: object) -> str:
    """`Friday ends at 2:00 PM, was 4:00 PM`, where only one end of one day's hours moved; else empty."""
    weeks = [week for side in (before, after) if (week := _week(ask, side)) is not None]
    day = _only_day(weeks) if len(weeks) == 2 else ""
    was, now = (week.spans[day] for week in weeks) if day else ((), ())
    if not was or not now:
        return ""
    say, name = ask.words.say, ask.words.day_of_week(WEEK.index(day))
    if was[0][0] == now[0][0] and was[:-1] == now[:-1]:
        hour, old = _hour(ask, now[-1][1]), _hour(ask, was[-1][1])
        return say("{day} ends at {hour}, was {before}", day=name, hour=hour, before=old)
    if was[-1][1] == now[-1][1] and was[1:] == now[1:]:
        hour, old = _hour(ask, now[0][0]), _hour(ask, was[0][0])
        return say("{day} starts at {hour}, was {before}", day=name, hour=hour, before=old)
    return ""


def _only_day(weeks: Sequence[Week]) -> str:
    """The one weekday whose hours differ; empty where more do, or anything else does."""
    days = [day for day in WEEK if len({week.spans[day] for week in weeks}) > 1]
    return days[0] if len(days) == 1 and len({week.rules for week in weeks}) == 1 else ""


def _week(ask: StaffAsk, rows: object) -> Week | None:
    """What a plain week of these rows is; None where they say more than that."""
    listing = listing_of(ask, schedules=rows or [])
    if listing is None:
        return None
    week: dict[str, list[tuple[int, int]]] = {day: [] for day in WEEK}
    rules = set()
    for row in listing.schedules:
        hours = span(row.opens_at, row.closes_at)
        if row.freq != "WEEKLY" or row.interval != 1 or hours is None:
            return None
        rules.add((row.on, row.short_days, row.dtstart, row.until, row.valid_from, row.valid_to))
        for day in weekdays(row):
            week[day].append((hours.start, hours.end))
    if len({rule[0] for rule in rules}) > 1:
        return None  # days with school and days without have their own hours
    return Week({day: tuple(sorted(spans)) for day, spans in week.items()}, frozenset(rules))


def _side(ask: StaffAsk, spans: Spans, first: int, length: int) -> DayHours:
    if not spans:
        return DayHours(ask.words.say("closed"), ())
    words = ask.words.names(ask.words.say("{start} to {end}", start=_hour(ask, a), end=_hour(ask, b)) for a, b in spans)
    bars = (Bar((a - first) / length, max(0, b - a) / length, _short(ask, a), _short(ask, b)) for a, b in spans)
    return DayHours(words, tuple(bars))


def _hour(ask: StaffAsk, minute: int) -> str:
    return ask.words.time(_at(minute))


def _short(ask: StaffAsk, minute: int) -> str:
    return ask.words.clock_time(_at(minute))


def _at(minute: int) -> time:
    """The clock's time so many minutes after midnight, the next day's too."""
    return time(minute // 60 % 24, minute % 60)
