"""Hours in words: the rows of a schedule as a family says them, and the days ahead that differ.

`Mon to Fri, 8:00 AM to 4:00 PM`, `1st Saturday of each month, 9:00 AM to 12:00 PM`, `Closed Nov 26 and 27 for
Thanksgiving`. What is over is not said; what starts later says from when.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from kiosk.domain.clock_time import minutes
from kiosk.domain.listing import WEEK, Listing, Schedule
from kiosk.domain.opening import days_that_differ
from kiosk.domain.recurrence import weekdays
from kiosk.domain.schedule import DayHours
from kiosk.domain.values import dataclass
from kiosk.pages.fit import capital
from kiosk.pages.person import reached_by
from kiosk.pages.reader import Ask

if TYPE_CHECKING:
    from kiosk.words import Words

LOOK_AHEAD = 14
"""Days: a change further away is on the week page, not among the facts."""

Span = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pattern:
    """Rows that say the same days: when they hold, and all their spans of a day, lunch gaps between them."""

    row: Schedule
    days: tuple[str, ...]
    spans: tuple[Span, ...]


def regular(ask: Ask, listing: Listing, short: bool = False) -> tuple[str, ...]:
    """The ordinary hours, a line for each pattern. `short` is the form for 80 columns."""
    say = ask.words.say
    patterns = tuple(_patterns(listing.schedules, ask.today))
    if not patterns:
        return (_no_hours(ask, listing),)
    mixed = len({pattern.row.on for pattern in patterns if pattern.row.on != "any-day"}) > 1
    lines = [_line(ask, pattern, mixed, short) for pattern in patterns]
    if listing.by_appointment:
        lines.append(say("Set a time first."))
    return tuple(lines)


def _no_hours(ask: Ask, listing: Listing) -> str:
    """What is said where no row says when."""
    say, way = ask.words.say, reached_by(listing)
    if listing.by_appointment:
        return {
            "call": say("By appointment. Call to set a time."),
            "text": say("By appointment. Text to set a time."),
            "": say("By appointment. Ask us."),
        }[way]
    if listing.schedules:
        return say("No dates from here on. Ask.")
    return {
        "call": say("Hours not known. Call before you go."),
        "text": say("Hours not known. Text before you go."),
        "": say("Hours not known. Ask first."),
    }[way]


def changes(ask: Ask, listing: Listing, short: bool = False, short_days: bool = True) -> tuple[str, ...]:
    """The days of the next two weeks that differ: closed ones together, then each with other hours.

    Without `short_days`, what an early dismissal or a late start does is left to the fact that tells it.
    """
    ahead = [day for day in _differing(ask, listing) if short_days or not day.intervals or not _is_short(day)]
    closed = [day for day in ahead if not day.intervals]
    lines = [_closed(ask, run, short) for run in _runs(closed)]
    lines += [_other_hours(ask, day, short) for day in ahead if day.intervals]
    return tuple(lines)


def short_days(ask: Ask, listing: Listing) -> tuple[str, str]:
    """What a short day does to it, with the next one's hours; and a short form for 80 columns. Empty: nothing."""
    say = ask.words.say
    ways = {row.short_days for row in _current(listing.schedules, ask.today) if row.on == "school-days"}
    rules = {
        "moved": (say("Starts when school ends."), say("Starts at dismissal.")),
        "shortened": (say("Closes when school ends."), say("Closes at dismissal.")),
        "cancelled": (say("Not on short days."), say("Not on short days.")),
        "as-usual": (say("Same hours."), say("Same hours.")),
    }
    if len(ways) != 1 or ask.center.calendar is None:
        return "", ""
    rule, brief = rules[ways.pop()]
    following = next((day for day in _differing(ask, listing) if day.intervals and _is_short(day)), None)
    if following is None:
        return rule, brief
    first = following.intervals[0]
    hours = span(ask.words, first.start, first.end)
    return f"{rule} {say('{day}: {hours}.', day=ask.words.date(following.day), hours=hours)}", brief


def no_school_hours(ask: Ask, listing: Listing) -> str:
    """The hours on days without school, when it has its own for them; else empty."""
    own = tuple(pattern for pattern in _patterns(listing.schedules, ask.today) if pattern.row.on == "no-school-days")
    return ask.words.say("Open {hours}.", hours=_hours(ask.words, own[0].spans, False)) if own else ""


def follows_school(listing: Listing) -> bool:
    """Every row of it keeps to school days."""
    return bool(listing.schedules) and all(row.on == "school-days" for row in listing.schedules)


# -- patterns


def _current(rows: Iterable[Schedule], today: date) -> Iterator[Schedule]:
    for row in rows:
        if all(last is None or last >= today for last in (row.until, row.valid_to)):
            yield row


def _patterns(rows: Iterable[Schedule], today: date) -> Iterator[Pattern]:
    """Rows of the same days become one with several spans; weekly ones of the same spans one with several days."""
    by_days: dict[tuple[object, ...], list[Schedule]] = {}
    for row in _current(rows, today):
        by_days.setdefault((_rule(row, today), row.byday, row.bymonthday), []).append(row)
    by_spans: dict[tuple[object, ...], list[tuple[Schedule, tuple[Span, ...]]]] = {}
    for same in by_days.values():
        spans = tuple(sorted({(row.opens_at, row.closes_at) for row in same}))
        alone = () if same[0].freq == "WEEKLY" else (same[0].byday, same[0].bymonthday)
        by_spans.setdefault((_rule(same[0], today), spans, alone), []).append((same[0], spans))
    for alike in by_spans.values():
        days = tuple(dict.fromkeys(day for row, _ in alike for day in weekdays(row)))
        yield Pattern(alike[0][0], days, alike[0][1])


def _rule(row: Schedule, today: date) -> tuple[object, ...]:
    starts = row.dtstart if row.dtstart is not None and row.dtstart > today else row.valid_from
    return row.freq, row.interval, row.on, starts if starts is not None and starts > today else None


def _line(ask: Ask, pattern: Pattern, mixed: bool, short: bool) -> str:
    say, row = ask.words.say, pattern.row
    days = _monthly(ask.words, row) if row.freq == "MONTHLY" else weekly_days(ask.words, pattern.days, short)
    if row.interval == 2 and row.freq == "WEEKLY":
        days = say("Every 2nd week: {days}", days=days)
    elif row.interval > 1:
        days = say("{days} (every {n})", days=days, n=row.interval)
    if row.on == "no-school-days":
        days = say("Days with no school") if len(pattern.days) >= 5 else say("{days} with no school", days=days)
    elif mixed and row.on == "school-days":
        days = say("School days") if len(pattern.days) >= 5 else say("School days, {days}", days=days)
    hours = _hours(ask.words, pattern.spans, short)
    line = say("{days} {hours}", days=days, hours=hours) if short else say("{days}, {hours}", days=days, hours=hours)
    starts = row.dtstart if row.dtstart is not None and row.dtstart > ask.today else row.valid_from
    if starts is not None and starts > ask.today:
        line = say("From {day}: {hours}", day=ask.words.date_near(starts, ask.today), hours=line)
    return line if short else capital(line)


def weekly_days(words: Words, days: Sequence[str], short: bool) -> str:
    """`Mon to Fri`, `Mon and Wed`, `Every day`; short `Mon-Fri`, `Mon, Wed`."""
    numbers = sorted({WEEK.index(day[-2:]) for day in days})
    if len(numbers) == len(WEEK):
        return words.say("Every day")
    names = [words.day_of_week(number, short=True) for number in numbers]
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        ends = {"first": names[0], "last": names[-1]}
        return words.say("{first}-{last}", **ends) if short else words.say("{first} to {last}", **ends)
    if len(numbers) == 1 and not short:
        return words.day_of_week(numbers[0])
    return ", ".join(names) if short else words.names(names)


def _monthly(words: Words, row: Schedule) -> str:
    """`1st Saturday of each month`; by number `Day 15 of each month`."""
    say = words.say
    if row.bymonthday:
        return say("Day {days} of each month", days=words.names(words.number(day) for day in row.bymonthday))
    named = []
    for rule in row.byday:
        place, day = rule[:-2], words.day_of_week(WEEK.index(rule[-2:]))
        named.append(_placed(words, place, day))
    if not named:
        return say("Once a month")
    return say("{days} of each month", days=words.names(named))


def _placed(words: Words, place: str, day: str) -> str:
    say = words.say
    return {
        "": say("every {day}", day=day),
        "1": say("1st {day}", day=day),
        "2": say("2nd {day}", day=day),
        "3": say("3rd {day}", day=day),
        "4": say("4th {day}", day=day),
        "5": say("5th {day}", day=day),
        "-1": say("last {day}", day=day),
        "-2": say("next to last {day}", day=day),
    }.get(place.lstrip("+"), day)


def _hours(words: Words, spans: tuple[Span, ...], short: bool) -> str:
    clocks = [(clock(opens), clock(closes)) for opens, closes in spans]
    if clocks == [(time(), time())]:
        return words.say("day and night")
    told = []
    for opens_at, closes_at in clocks:
        if opens_at is None:
            return words.say("hours not known")
        if closes_at is None:
            told.append(words.say("from {hour}", hour=words.time(opens_at)))
        elif short:
            told.append(words.compact_span(opens_at, closes_at))
        else:
            told.append(span(words, opens_at, closes_at))
    return ", ".join(told) if short else words.names(told)


def clock(written: str) -> time | None:
    """A clock time as listings keep it (`HH:MM`, `24:00` at most); None for what a hand wrote that is no time."""
    after = minutes(written)
    return None if after is None else time(after // 60 % 24, after % 60)


def span(words: Words, start: time | datetime, end: time | datetime) -> str:
    """`8:00 AM to 4:00 PM`; within one half of the day `3:15 to 5:00 PM`."""
    return words.span(start, end, short=(start.hour < 12) == (end.hour < 12))


# -- days that differ


def _differing(ask: Ask, listing: Listing) -> tuple[DayHours, ...]:
    center = ask.center
    return days_that_differ(listing, ask.today, LOOK_AHEAD, center.calendar, center.zone)


def _is_short(day: DayHours) -> bool:
    return day.closed_by is not None and day.closed_by.kind in ("early-dismissal", "delayed-opening")


def _runs(days: Sequence[DayHours]) -> list[list[DayHours]]:
    """Closed days of one reason that follow each other, a weekend between them or not."""
    runs: list[list[DayHours]] = []
    for day in days:
        last = runs[-1][-1] if runs else None
        near = last is not None and (day.day - last.day).days <= 3 and _reason(last) == _reason(day)
        if near:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _reason(day: DayHours) -> tuple[tuple[str, str], ...]:
    return tuple(day.closed_by.reason.items()) if day.closed_by is not None else ()


def _closed(ask: Ask, run: Sequence[DayHours], short: bool) -> str:
    say = ask.words.say
    days = ask.words.days(run[0].day, run[-1].day)
    reason = ask.words.pick(run[0].closed_by.reason) if run[0].closed_by is not None else ""
    if short or not reason:
        return say("Closed {days}", days=days)
    return say("Closed {days} for {reason}", days=days, reason=reason)


def _other_hours(ask: Ask, day: DayHours, short: bool) -> str:
    say, words = ask.words.say, ask.words
    if short:
        spans = ", ".join(words.compact_span(each.start, each.end) for each in day.intervals)
        return say("{day}: {hours}", day=words.date(day.day), hours=spans)
    hours = words.names(span(words, each.start, each.end) for each in day.intervals)
    reason = words.pick(day.closed_by.reason) if day.closed_by is not None else ""
    if not reason:
        return say("{day}: {hours}", day=words.date(day.day), hours=hours)
    return say("{day}: {hours}. {reason}", day=words.date(day.day), hours=hours, reason=reason)
