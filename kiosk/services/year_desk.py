"""The school year as one person changes it at the desk: each change kept at once, and each one taken back in turn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from kiosk.domain.calendar import SATURDAY, DayKind, SchoolCalendar, SpecialDay, school_day
from kiosk.domain.clock_time import minutes
from kiosk.domain.errors import NoSuch
from kiosk.domain.school_days import KINDS, days_of, touching
from kiosk.services.all_languages import Speeches, in_all_languages
from kiosk.services.last_change import LastChange
from kiosk.services.school_import import Preview
from kiosk.services.school_year import SchoolYear, YearChange

_SHORTER_BY = {"early-dismissal": -150, "delayed-opening": 120}
"""Minutes that a short day loses where no other one of the year says how many."""


class YearDesk:
    """One person at the school year, who remembers what they changed for as long as they stay."""

    def __init__(self, years: SchoolYear, by: str, speeches: Speeches) -> None:
        self._years = years
        self._by = by
        self._speeches = speeches
        self._mine: list[LastChange] = []
        """My own changes that are not taken back yet, the newest last."""

    def calendar(self) -> SchoolCalendar | None:
        """The year as it stands now."""
        return self._years.calendar()

    def put(self, shown: SchoolCalendar, kind: DayKind, first: date, last: date, at: str = "") -> YearChange:
        """Make these days of a kind. `shown`: the year as the person saw it, so that nobody's day is written over."""
        reason = in_all_languages(self._speeches, lambda speech: speech.say("Snow day")) if kind == "snow-day" else {}
        day = SpecialDay(from_=first, to=last, kind=kind, at=at, reason=reason)
        return self._noted(self._years.put([day], self._by, seen=touching(shown, first, last)))

    def clear(self, shown: SchoolCalendar, first: date, last: date, kind: DayKind | None = None) -> YearChange:
        """Make them ordinary days again, or take this kind away only."""
        kinds = (kind,) if kind else KINDS
        return self._noted(self._years.take(first, last, self._by, kinds, seen=touching(shown, first, last)))

    def set_time(self, entry: SpecialDay, at: str) -> YearChange:
        """Another time for a short day."""
        return self._noted(self._years.exchange(entry, replace(entry, at=at), self._by))

    def set_reason(self, entry: SpecialDay, reasons: Mapping[str, str]) -> YearChange:
        """Another reason, by language; a language without words is left out."""
        others = {code: text for code, text in entry.reason.items() if code not in reasons}
        reason = {**{code: text for code, text in reasons.items() if text}, **others}
        return self._noted(self._years.exchange(entry, replace(entry, reason=reason), self._by))

    def set_bounds(self, first_day: date, last_day: date, starts_at: str, dismisses_at: str) -> YearChange:
        """Another first and last day of school, and other bells."""
        return self._noted(self._years.set_bounds(first_day, last_day, self._by, starts_at, dismisses_at))

    def begin(self, year: SchoolCalendar) -> YearChange:
        """Begin a school year."""
        return self._noted(self._years.begin(year, self._by))

    def take_in(self, preview: Preview) -> YearChange:
        """Take a school's calendar file, as it was shown."""
        return self._noted(self._years.take_in(preview, self._by))

    def undo(self) -> LastChange:
        """Take back my last change, then the one before; after mine the last one of anybody. What was taken back."""
        last = self._years.last()
        is_new = last is not None and last.why != "undo" and not (self._mine and _is_same(self._mine[-1], last))
        if last is not None and is_new and (last.by == self._by or not self._mine):  # mine from another screen, or
            self._years.undo(self._by, last)  # all of mine is taken back already
            return last
        if not self._mine:
            raise NoSuch("There is no change of the calendar to undo. Nothing was changed.").coded("nothing-to-undo")
        change = self._mine[-1]
        self._years.undo(self._by, change)
        self._mine.pop()
        return change

    def _noted(self, change: YearChange) -> YearChange:
        if change.last is not None:
            self._mine.append(change.last)
        return change


def _is_same(one: LastChange, other: LastChange) -> bool:
    return (one.at, one.by, one.after) == (other.at, other.by, other.after)


def all_are(calendar: SchoolCalendar, kind: DayKind, first: date, last: date) -> bool:
    """Whether each weekday from `first` to `last` is of this kind."""
    entries = touching(calendar, first, last, (kind,))
    days = [day for day in days_of(first, last) if day.weekday() < SATURDAY]
    return bool(days) and all(any(entry.touches(day) for entry in entries) for day in days)


def entry_on(calendar: SchoolCalendar, day: date) -> SpecialDay | None:
    """The entry that a reason or a time of this day belongs to."""
    found = school_day(calendar, day)
    if found.special is not None:
        return found.special
    return next(iter(touching(calendar, day, day)), None)


def usual_time(calendar: SchoolCalendar, kind: DayKind) -> str:
    """The time a short day of this kind most often has in this year, else a sensible one (`HH:MM`)."""
    times = Counter(day.at for day in calendar.days if day.kind == kind and day.at)
    if times:
        return times.most_common(1)[0][0]
    starts, ends = minutes(calendar.starts_at) or 0, minutes(calendar.dismisses_at) or 0
    by = _SHORTER_BY.get(kind, 0)
    wanted = ends + by if by < 0 else starts + by
    if not starts < wanted < ends:
        wanted = (starts + ends) // 2
    return f"{wanted // 60:02}:{wanted % 60:02}"


def is_short_time(calendar: SchoolCalendar, at: str) -> bool:
    """Whether a time lies within the school day: else the day would not be short."""
    starts, moment, ends = (minutes(each) for each in (calendar.starts_at, at, calendar.dismisses_at))
    return starts is not None and moment is not None and ends is not None and starts < moment < ends
