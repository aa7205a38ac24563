"""Hours said back in one sentence: `Open Mon to Fri 8 to 12 and 12:30 to 4, first Saturday 9 to 11, until Jan 31.`

The sentence can be typed again and is then read as the same hours (`kiosk.domain.typed_hours`), in English and Spanish:
so what the desk says it has read is never another thing than what it keeps. That holds for translators too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time
from itertools import groupby
from typing import TYPE_CHECKING

from kiosk.domain.clock_time import MIDNIGHT, Span, span
from kiosk.domain.listing import WEEK, Schedule, ScheduleException
from kiosk.domain.said_hours import SaidGroup, said_hours
from kiosk.domain.typed_hours import reads_as
from kiosk.pages.hours_words import weekly_days

if TYPE_CHECKING:
    from kiosk.words import Words

_NEAR = 183
"""Days ahead in which a date needs no year."""
_NOON = MIDNIGHT // 2


def said_sentence(words: Words, rows: Iterable[Schedule], today: date, by_appointment: bool = False) -> str:
    """The rows in one sentence, as they are said on `today`; a second one when a time has to be set first."""
    text = said_text(words, rows, today)
    said = words.say("Open {hours}.", hours=text) if text else words.say("No hours yet.")
    if not by_appointment:
        return said
    return f"{said if text else ''} {words.say('By appointment.')}".strip()


def said_text(words: Words, rows: Iterable[Schedule], today: date) -> str:
    """The same as somebody would type it: without *open* and a full stop."""
    said = said_hours(rows, today)
    parts = [_group(words, group, today) for group in said.groups]
    last = words.say("until {day}", day=_date(words, said.until, today)) if said.until is not None else ""
    return ", ".join(filter(None, (*parts, _on(words, said.on), _short_days(words, said.short_days), last)))


def said_closing(words: Words, closing: ScheduleException, today: date) -> str:
    """`closed Dec 9`, `closed Dec 24 to Jan 2`, `Dec 9 8 to 2`, to be typed again; without the reason."""
    first, last = closing.from_, closing.to
    if closing.closed:
        return words.say("closed {days}", days=_range(words, first, last, today))
    # `Mar 3: 9 to 11` could be a Tuesday in Spanish: so a month is written out, or has its year.
    is_near = first == last and 0 <= (first - today).days <= _NEAR
    days = words.long_date(first) if is_near else _range(words, first, last, today, in_full=True)
    hours = _times(words, ((closing.opens_at, closing.closes_at),))
    return words.say("{days}: {hours}", days=days, hours=hours)


def said_days(words: Words, row: Schedule) -> str:
    """The days of one row: `Mon to Fri`, `first Saturday`; for all days of the school which those are."""
    group = said_hours((row,), date.min).groups[0]
    return _days(words, group) or _on(words, group.on)


def placed_day(words: Words, code: str) -> str:
    """`Saturday`, or by its place in the month `second Thursday`."""
    return _placed(words, [code]) if len(code) > 2 else words.day_of_week(WEEK.index(code))


def said_bounds(words: Words, row: Schedule, today: date) -> str:
    """From when, until when and how often one row comes round; empty where it always does."""
    said = said_hours((row,), today)
    if not said.groups:
        return words.say("over")
    return " ".join(_bounds(words, said.groups[0], today))


def _group(words: Words, group: SaidGroup, today: date) -> str:
    """Days, times, then the rules that are not the usual ones."""
    days, on = _days(words, group), _on(words, group.on)
    parts = [days or on, _times(words, group.spans), on if days else ""]
    parts += [_short_days(words, group.short_days), *_bounds(words, group, today)]
    return " ".join(filter(None, parts))


# -- days


def _days(words: Words, group: SaidGroup) -> str:
    if group.freq == "WEEKLY":
        return _weekly(words, group.days) if group.days else ""
    named = [_placed(words, list(codes)) for _, codes in groupby(_by_weekday(group.days), _weekday_and_way)]
    named += _of_month(words, group.month_days)
    return words.names(named) if named else words.say("once a month")


def _weekly(words: Words, days: Sequence[str]) -> str:
    if len(days) == len(WEEK):
        return words.say("every day")
    return weekly_days(words, days, short=False)


def _by_weekday(codes: Iterable[str]) -> list[str]:
    """Places in the month in their order, those of one weekday together when no other stands between."""
    return sorted(codes, key=lambda code: (WEEK.index(code[-2:]), code[:-2].startswith("-"), code))


def _weekday_and_way(code: str) -> tuple[str, int]:
    """What may be said together: the first and third Saturday; not those counted from the month's end."""
    place = int(code[:-2] or 0)
    return code[-2:], place if place < 0 else min(place, 1)


def _placed(words: Words, codes: Sequence[str]) -> str:
    """`first and third Saturday`, `last Friday`, `third Friday from the end`."""
    day = words.day_of_week(WEEK.index(codes[0][-2:]))
    places = [int(code[:-2] or 0) for code in codes]
    if not places[0]:
        return words.say("every {day}", day=day)
    if places[0] > 0:
        return words.say("{place} {day}", place=words.names(_ordinal(words, place) for place in places), day=day)
    if places[0] == -1:
        return words.say("last {day}", day=day)
    if places[0] == -2:
        return words.say("next to last {day}", day=day)
    return words.say("{place} {day} from the end", place=_ordinal(words, -places[0]), day=day)


def _ordinal(words: Words, place: int) -> str:
    named = (
        words.context("of the month", "first"),
        words.context("of the month", "second"),
        words.context("of the month", "third"),
        words.context("of the month", "fourth"),
        words.context("of the month", "fifth"),
    )
    return named[place - 1] if 1 <= place <= len(named) else str(place)


def _of_month(words: Words, days: Sequence[int]) -> Iterator[str]:
    counted = [day for day in days if day > 0]
    if counted:
        numbers = words.names(str(day) for day in counted)
        yield words.count("day {days} of each month", "days {days} of each month", len(counted), days=numbers)
    for day in days:
        if day == -1:
            yield words.say("last day of each month")
        elif day < 0:
            yield words.say("day {n} from the end of each month", n=-day)


# -- times


def _times(words: Words, spans: Sequence[tuple[str, str]]) -> str:
    """`8 to 12 and 12:30 to 4`; with AM and PM in all where one would else be read otherwise."""
    known = [(opens, closes, span(opens, closes)) for opens, closes in spans]
    for way in range(3):
        said = [_span(words, each, way) if each else _unknown(words, opens) for opens, _, each in known]
        if all(each is None or reads_as(text, each) for text, (_, _, each) in zip(said, known, strict=True)):
            break
    return words.names(said)


def _unknown(words: Words, opens: str) -> str:
    return words.say("from {hour}", hour=opens) if opens else words.say("hours not known")


def _span(words: Words, hours: Span, way: int) -> str:
    """A span as it is said, shortest way first: `8 to 4`; `8 AM to noon`; so too where clocks count to 24."""
    if hours == (0, MIDNIGHT):
        return words.say("24 hours")
    start, end = (_hour(words, minute, way) for minute in hours)
    return words.context("hours of a day", "{start} to {end}", start=start, end=end)


def _hour(words: Words, minute: int, way: int) -> str:
    at = time(minute // 60 % 24, minute % 60)
    if way == 0:
        return words.hour(at)
    if minute % MIDNIGHT == 0:
        return words.say("midnight")
    if minute % MIDNIGHT == _NOON:
        return words.say("noon")
    if way == 1:
        return words.hour(at, period=True)
    hour = f"{minute // 60 % 12 or 12}:{minute % 60:02}"
    is_late = minute % MIDNIGHT >= _NOON
    return words.say("{hour} PM", hour=hour) if is_late else words.say("{hour} AM", hour=hour)


# -- rules


def _on(words: Words, on: str) -> str:
    return {
        "school-days": words.say("on school days"),
        "no-school-days": words.say("on days with no school"),
    }.get(on, "")


def _short_days(words: Words, short_days: str) -> str:
    return {
        "shortened": words.say("closes at dismissal"),
        "moved": words.say("starts at dismissal"),
        "cancelled": words.say("not on short days"),
    }.get(short_days, "")


def _bounds(words: Words, group: SaidGroup, today: date) -> Iterator[str]:
    """How often, from when, until when."""
    say, each = words.say, group.interval
    if each > 1 and group.freq == "WEEKLY":
        yield say("every {n} weeks", n=each)
    elif each > 1:
        yield say("every {n} months", n=each)
    in_full = group.starts is not None and group.until is not None
    if group.starts is not None:
        yield say("from {day}", day=_date(words, group.starts, today, in_full))
    if group.until is not None:
        yield say("until {day}", day=_date(words, group.until, today, in_full))
    first, last = group.valid_from, group.valid_to
    if first is not None and last is not None:
        ends = {"first": _date(words, first, today, True), "last": _date(words, last, today, True)}
        yield say("valid from {first} until {last}", **ends)
    elif first is not None:
        yield say("valid from {day}", day=_date(words, first, today))
    elif last is not None:
        yield say("valid until {day}", day=_date(words, last, today))


def _range(words: Words, first: date, last: date, today: date, in_full: bool = False) -> str:
    if first == last:
        return _date(words, first, today, in_full)
    in_full = in_full or first < today or (last - today).days > _NEAR
    return words.say(
        "{start} to {end}", start=_date(words, first, today, in_full), end=_date(words, last, today, in_full)
    )


def _date(words: Words, day: date, today: date, in_full: bool = False) -> str:
    """`Jan 31`; with its year where that is not the next such day, or far off."""
    is_near = 0 <= (day - today).days <= _NEAR
    return words.date(day) if is_near and not in_full else words.full_date(day)
