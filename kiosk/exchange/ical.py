"""iCalendar (RFC 5545) as it comes in: the events of a school's calendar file as plain values.

What comes in is not trusted: its size, its number of events and its repetitions are bounded, its texts are cleaned,
and an event that cannot be read is told of and costs no other.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, vDDDLists, vDDDTypes, vDuration
from icalendar.cal import Component

from kiosk.domain.calendar import SpecialDay
from kiosk.domain.day_documents import day_of
from kiosk.domain.errors import Refused
from kiosk.domain.feed import EventProblem, Feed, FeedEvent, Occurrence
from kiosk.domain.school_days import LONGEST
from kiosk.domain.series import series
from kiosk.domain.text import clean_text
from kiosk.exchange.ical_out import OWN
from kiosk.exchange.ical_rule import rule_of

LARGEST = 4 * 1024 * 1024
"""Bytes of a file."""
MOST = 5000
"""Events of a file; a school of many years has some hundreds."""
_TITLE = 300
_DAY = timedelta(days=1)
_Moment = date | datetime


class _Unreadable(Exception):
    """An event, or a part of it, that has no days."""

    def __init__(self, problem: EventProblem) -> None:
        super().__init__(problem)
        self.problem = problem


def read_feed(content: bytes, zone: ZoneInfo, first: date, last: date) -> Feed:
    """The events of an iCalendar file; those that repeat, as far as they fall between `first` and `last`.

    `Refused` for what is no such file, and for one that is too large.
    """
    if len(content) > LARGEST or content.upper().count(b"BEGIN:VEVENT") > MOST:
        said = f"This file is too large: more than {LARGEST >> 20} MB or {MOST} events. Nothing was changed."
        raise Refused(said).coded("too-many-events", size=LARGEST >> 20, n=MOST)
    calendars: list[Component] = []
    with suppress(ValueError, KeyError, TypeError, AttributeError, RecursionError):  # whatever else it may be
        calendars += Calendar.from_ical(content.decode("utf-8-sig", "replace"), multiple=True)
    if not calendars:
        said = "This is no calendar file (iCalendar, .ics), or not all of it. Nothing was changed."
        raise Refused(said).coded("no-calendar-file")
    found = [event for each in calendars for event in each.walk("VEVENT")]
    moved = _moved(found, zone)
    events = (_event(each, zone, first, last, moved) for each in found if not _is_called_off(each))
    return Feed(tuple(events))


def _event(
    found: Component, zone: ZoneInfo, first: date, last: date, moved: Mapping[str, frozenset[date]]
) -> FeedEvent:
    title = _text(found, "SUMMARY")[:_TITLE]
    try:
        occurrences = _occurrences(found, zone, first, last, moved)
    except _Unreadable as error:
        return FeedEvent(title=title, problem=error.problem)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):  # each part of it is what somebody typed
        return FeedEvent(title=title, problem="broken")
    return FeedEvent(title=title, occurrences=occurrences, own=_own(found, occurrences))


def _occurrences(
    found: Component, zone: ZoneInfo, first: date, last: date, moved: Mapping[str, frozenset[date]]
) -> tuple[Occurrence, ...]:
    once = _once(found, zone)
    if "RRULE" not in found and "RDATE" not in found:
        return (once,)
    days: set[date] = {once.first}
    if "RRULE" in found:
        rule = rule_of(found["RRULE"], once, zone)
        counted = series(once.first, rule, last) if rule is not None else None
        if counted is None:
            raise _Unreadable("rule")
        days = set(counted)
    days |= set(_dates(found, "RDATE", zone))
    days -= set(_dates(found, "EXDATE", zone))
    if "RECURRENCE-ID" not in found:
        days -= moved.get(_text(found, "UID"), frozenset())
    length = once.last - once.first
    return tuple(
        Occurrence(day, day + length, once.starts, once.ends)
        for day in sorted(days)
        if day <= last and day + length >= first
    )


def _once(found: Component, zone: ZoneInfo) -> Occurrence:
    """The first time it takes place. The end of whole days is the first day that no longer belongs to it."""
    if "DTSTART" not in found:
        raise _Unreadable("no-day")
    start = _moment(found, "DTSTART", zone)
    end = _moment(found, "DTEND", zone) if "DTEND" in found else None
    length = found.get("DURATION")
    if end is None and length is not None:
        end = start + _length(length)
    if not isinstance(start, datetime) or (_is_midnight(start) and isinstance(end, datetime) and _is_midnight(end)):
        first = _day(start)
        last = _day(end) - _DAY if end is not None else first
        return _bounded(Occurrence(first, max(first, last)))
    if isinstance(end, datetime) and end > start:
        last = (end - timedelta(microseconds=1)).date()
        return _bounded(Occurrence(start.date(), last, f"{start:%H:%M}", f"{end:%H:%M}"))
    return Occurrence(start.date(), start.date(), f"{start:%H:%M}")


def _bounded(once: Occurrence) -> Occurrence:
    if (once.last - once.first).days >= LONGEST:
        raise _Unreadable("too-long")
    return once


def _moment(found: Component, key: str, zone: ZoneInfo) -> _Moment:
    """A day, or a moment at school. A time without a zone is one at school; one in a zone nobody knows is none."""
    value = found[key]
    if not isinstance(value, vDDDTypes):
        raise _Unreadable("broken")
    moment: object = value.dt
    if isinstance(moment, datetime):
        if moment.tzinfo is None and "TZID" in value.params:
            raise _Unreadable("zone")
        return _at_school(moment, zone)
    if isinstance(moment, date):
        return moment
    raise _Unreadable("broken")


def _length(value: object) -> timedelta:
    length: object = value.dt if isinstance(value, (vDDDTypes, vDuration)) else None
    if not isinstance(length, timedelta):
        raise _Unreadable("broken")
    return length


def _at_school(moment: datetime, zone: ZoneInfo) -> datetime:
    """The clock at school at that moment, without its zone: events are told by the clock."""
    return (moment.astimezone(zone) if moment.tzinfo is not None else moment).replace(tzinfo=None)


def _dates(found: Component, key: str, zone: ZoneInfo) -> Iterator[date]:
    """The days of EXDATE or RDATE, whether they are written as days or as moments, on one line or several."""
    value = found.get(key)
    for line in value if isinstance(value, list) else [value] if value is not None else []:
        if not isinstance(line, vDDDLists):
            raise _Unreadable("broken")
        for each in line.dts:
            moment: object = each.dt[0] if isinstance(each.dt, tuple) else each.dt
            if isinstance(moment, datetime):
                moment = _at_school(moment, zone).date()
            if not isinstance(moment, date):
                raise _Unreadable("broken")
            yield moment


def _moved(found: Iterable[Component], zone: ZoneInfo) -> dict[str, frozenset[date]]:
    """The days of a series that were moved or called off: each is an event of its own, by the series' id."""
    moved: dict[str, frozenset[date]] = {}
    for event in found:
        if "RECURRENCE-ID" in event:
            try:
                day = _day(_moment(event, "RECURRENCE-ID", zone))
            except (_Unreadable, ValueError, TypeError, AttributeError, OverflowError):
                continue
            uid = _text(event, "UID")
            moved[uid] = moved.get(uid, frozenset()) | {day}
    return moved


def _is_called_off(found: Component) -> bool:
    return _text(found, "STATUS").upper() == "CANCELLED"


def _text(found: Component, key: str) -> str:
    """A text on one line, cleaned; empty when there is none."""
    value = found.get(key, "")
    return " ".join(clean_text(str(value[0] if isinstance(value, list) and value else value)).split())


def _day(moment: _Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _is_midnight(moment: datetime) -> bool:
    return moment.time() == time()


def _own(found: Component, occurrences: tuple[Occurrence, ...]) -> SpecialDay | None:
    """The special day that the event was written from, if its days are still those."""
    if OWN not in found or len(occurrences) != 1:
        return None
    try:
        day = day_of(json.loads(str(found[OWN])))
    except (ValueError, RecursionError):
        return None
    return day if (day.from_, day.to) == (occurrences[0].first, occurrences[0].last) else None
