"""Rows of hours and days that differ as lines of the desk, in columns; and the next times when it opens."""

from __future__ import annotations

from datetime import date, timedelta

from kiosk.domain.listing import Listing, Schedule, ScheduleException
from kiosk.domain.said_hours import is_over
from kiosk.domain.schedule import hours_on
from kiosk.domain.values import dataclass
from kiosk.pages.fit import capital
from kiosk.pages.hours_words import clock, span
from kiosk.pages.staff.parts import StaffAsk
from kiosk.pages.staff.said_hours import said_bounds, said_closing, said_days, said_text

_NEAR = 183
"""Days from today within which a date needs no year."""
_AHEAD = 14
"""Days in which the next openings are looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLine:
    """A line of what was read: a row in its columns, a sentence, or a piece that was not read."""

    number: str = ""
    days: str = ""
    times: str = ""
    on: str = ""
    short_days: str = ""
    label: str = ""
    """`NOT READ`, on its ground."""
    words: str = ""
    strong: bool = False


def standing_lines(ask: StaffAsk, listing: Listing) -> tuple[ReadLine, ...]:
    """The rows as they stand, then the days that differ."""
    rows = [row_line(ask, row, str(place)) for place, row in enumerate(listing.schedules, 1)]
    count = len(rows)
    closings = [
        closing_line(ask, closing, str(count + place)) for place, closing in enumerate(listing.schedule_exceptions, 1)
    ]
    return (*rows, *closings)


def row_line(ask: StaffAsk, row: Schedule, number: str, strong: bool = False) -> ReadLine:
    """One row: its days, its times, which days of the school, what a short day does, and until when."""
    bounds = said_bounds(ask.words, row, ask.today)
    short = _short_days(ask)[row.short_days]
    return ReadLine(
        number=number,
        days=capital(said_days(ask.words, row)),
        times=_times(ask, row.opens_at, row.closes_at),
        on=_on(ask)[row.on],
        short_days=f"{short} · {bounds}" if bounds else short,
        strong=strong,
    )


def closing_line(ask: StaffAsk, closing: ScheduleException, number: str, strong: bool = False) -> ReadLine:
    """A day that differs: its dates, closed or its hours, and why, in each language that says so."""
    say, words = ask.words.say, ask.words
    is_near = max(abs((day - ask.today).days) for day in (closing.from_, closing.to)) <= _NEAR
    ends = tuple(dict.fromkeys((words.full_date(closing.from_), words.full_date(closing.to))))
    days = words.days(closing.from_, closing.to)
    if not is_near:
        days = ends[0] if len(ends) == 1 else say("{start} to {end}", start=ends[0], end=ends[1])
    hours = say("closed") if closing.closed else _times(ask, closing.opens_at, closing.closes_at)
    reason = " / ".join(text for _, text in sorted(closing.reason.items()))
    return ReadLine(number=number, days=days, times=hours, on=reason or say("no reason yet"), strong=strong)


def _times(ask: StaffAsk, opens_at: str, closes_at: str) -> str:
    opens, closes = clock(opens_at), clock(closes_at)
    if opens is None or closes is None:
        return ask.words.say("hours not known")
    if (opens_at, closes_at) == ("00:00", "24:00"):
        return ask.words.say("24 hours")
    return span(ask.words, opens, closes)


def _on(ask: StaffAsk) -> dict[str, str]:
    say = ask.words.say
    return {
        "school-days": say("on school days"),
        "no-school-days": say("days with no school"),
        "any-day": say("on any day"),
    }


def _short_days(ask: StaffAsk) -> dict[str, str]:
    """What a short day of the school does to a row; in few words at 80 columns, where it is the last column."""
    say = ask.words.say
    if not ask.size.wide:
        return {
            "shortened": say("closes early"),
            "moved": say("starts early"),
            "cancelled": say("off"),
            "as-usual": say("no change"),
        }
    return {
        "shortened": say("short days: closes at dismissal"),
        "moved": say("short days: starts at dismissal"),
        "cancelled": say("short days: off"),
        "as-usual": say("short days: as usual"),
    }


def following(ask: StaffAsk, listing: Listing) -> str:
    """`Next: Wed Nov 25 8:00 AM to 12:30 PM (Family meetings), Mon Nov 30 8:00 AM to 4:00 PM.`"""
    words, center = ask.words, ask.desk.center
    found = []
    for ahead in range(1, _AHEAD + 1):
        day = hours_on(listing, ask.today + timedelta(days=ahead), center.calendar, center.zone)
        if day.intervals:
            told = f"{words.weekday_date(day.day)} {words.names(span(words, e.start, e.end) for e in day.intervals)}"
            reason = words.pick(day.closed_by.reason) if day.closed_by is not None else ""
            found.append(f"{told} ({reason})" if reason else told)
        if len(found) == (2 if ask.size.wide else 1):
            break
    if not found:
        return words.say("It does not open in the next two weeks.") if listing.schedules else ""
    return words.say("Next: {days}.", days=", ".join(found))


def text_of(ask: StaffAsk, listing: Listing, place: int) -> str:
    """A line of the list as it would be typed, to be changed."""
    rows = listing.schedules
    if place < len(rows):
        return said_text(ask.words, (rows[place],), date.min if is_over(rows[place], ask.today) else ask.today)
    return said_closing(ask.words, listing.schedule_exceptions[place - len(rows)], ask.today)
