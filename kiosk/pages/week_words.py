"""A week of hours, a column a day, with the days that differ and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from kiosk.domain.kept import Kept
from kiosk.domain.opening import week
from kiosk.domain.schedule import DayHours
from kiosk.pages.fit import capital
from kiosk.pages.place import short_place
from kiosk.pages.reader import Ask
from kiosk.pages.rows import neutral_name
from kiosk.pages.today import Bar, DayColumn, Week

SATURDAY = 5
DAY = 24 * 60
EMPTY_DAY = (8 * 60, 16 * 60)
"""The axis of a week without any hours."""


def week_of(ask: Ask, kept: Kept, day: date) -> Week:
    """The week that holds `day`: Monday to Friday, and the weekend when there is something on it."""
    say, center = ask.words.say, ask.center
    days = week(kept.listing, day, center.calendar, center.zone)
    if not any(each.intervals for each in days[SATURDAY:]):
        days = days[:SATURDAY]
    is_now = days[0].day <= ask.today <= days[-1].day
    first, last = _reach(days)
    return Week(
        title=say("{name} this week", name=neutral_name(ask, kept.listing))
        if is_now
        else say("{name}, week of {day}", name=neutral_name(ask, kept.listing), day=ask.words.date(days[0].day)),
        place=short_place(ask, kept.listing),
        days=tuple(_column(ask, each) for each in days),
        note=_note(ask, days),
        axis=tuple((at, _clock(ask, at)) for at in range(first, last + 1, 120 if last - first <= 12 * 60 else 240)),
        now=_minutes(ask.now) if is_now else None,
        now_word=say("now"),
    )


def _column(ask: Ask, day: DayHours) -> DayColumn:
    words = ask.words
    bars = tuple(
        Bar(
            start=_minutes(each.start),
            end=_minutes(each.end) if each.end.date() == day.day else DAY,
            opens=words.clock_time(each.start),
            closes=words.clock_time(each.end),
        )
        for each in day.intervals
    )
    return DayColumn(
        label=capital(words.say("{weekday} {day}", weekday=words.short_weekday(day.day), day=day.day.day)),
        is_today=day.day == ask.today,
        bars=bars,
        closed="" if bars else _closed(ask, day),
    )


def _closed(ask: Ask, day: DayHours) -> str:
    """Not known is not closed."""
    return ask.words.say("ask") if not day.known or not day.times_known else ask.words.say("closed")


def _reach(days: Sequence[DayHours]) -> tuple[int, int]:
    """The whole hours the axis runs from and to."""
    starts = [_minutes(each.start) for day in days for each in day.intervals]
    ends = [_minutes(each.end) if each.end.date() == day.day else DAY for day in days for each in day.intervals]
    if not starts:
        return EMPTY_DAY
    return min(starts) // 60 * 60, -(-max(ends) // 60) * 60


def _minutes(at: datetime) -> int:
    return at.hour * 60 + at.minute


def _clock(ask: Ask, minutes: int) -> str:
    if minutes == DAY // 2:
        return ask.words.say("noon")
    return ask.words.short_time(datetime(2000, 1, 1, minutes // 60 % 24, minutes % 60))  # noqa: DTZ001 - a clock's words


def _note(ask: Ask, days: Sequence[DayHours]) -> str:
    """`Wed: Family meetings. Thu, Fri: Thanksgiving.`"""
    words = ask.words
    by_reason: dict[str, list[str]] = {}
    for day in days:
        if day.closed_by is not None:
            reason = words.pick(day.closed_by.reason) or words.say("other hours")
            by_reason.setdefault(reason, []).append(words.short_weekday(day.day))
    return " ".join(
        words.say("{days}: {reason}.", days=capital(", ".join(names)), reason=reason)
        for reason, names in by_reason.items()
    )
