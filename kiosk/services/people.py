"""A person now: who can help at this hour, by role: as it was said today, else by the settings and the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.domain.calendar import CalendarNow
from kiosk.domain.schedule import Interval
from kiosk.domain.settings import Settings, StaffHours
from kiosk.domain.values import dataclass
from kiosk.services.here import Here
from kiosk.services.staff_hours import usual_spans

DAYS_AHEAD = 30
"""How far `next` looks: past the longest vacation but the summer's."""


@dataclass(frozen=True, slots=True)
class PersonHere:
    """A role that is in now, and until when."""

    staff: StaffHours
    until: datetime


@dataclass(frozen=True, slots=True)
class PersonLater:
    """A role that comes in later."""

    staff: StaffHours
    at: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class PeopleNow:
    """Who is here, who comes later today, and the office, where to go when nobody is."""

    here: tuple[PersonHere, ...]
    later: tuple[PersonLater, ...]
    """The first to come first."""
    office: StaffHours | None
    office_until: datetime | None
    """None when the office is closed now, or there is none."""


class People:
    """Staff by what they do, never by name: as it was said today, else as the settings have it.

    By the settings they are in on school days only, and short days shorten theirs.
    """

    def __init__(self, settings: Settings, calendar: CalendarNow, zone: ZoneInfo, here: Here | None = None) -> None:
        self._staff = settings.staff
        self._office = settings.office
        self._calendar = calendar
        self._zone = zone
        self._here = here

    def now(self, now: datetime) -> PeopleNow:
        """Who is here at this moment, in the order of the settings, and who comes later today."""
        today = now.astimezone(self._zone).date()
        here: list[PersonHere] = []
        later: list[PersonLater] = []
        for staff, every in self._today(now):
            spans = [span for span in every if _at(span.end) > _at(now)]
            if spans and _at(spans[0].start) <= _at(now):
                here.append(PersonHere(staff, spans[0].end))
            elif spans:
                later.append(PersonLater(staff, spans[0].start, spans[0].end))
        later.sort(key=lambda person: _at(person.at))
        return PeopleNow(tuple(here), tuple(later), self._office, self._office_until(now, today))

    def next(self, now: datetime) -> PersonLater | None:
        """The next person who comes in, today or on a later day; None when nobody does within `DAYS_AHEAD` days."""
        today = now.astimezone(self._zone).date()
        for ahead in range(DAYS_AHEAD):
            spans = self._today(now) if ahead == 0 else self._usual(today + timedelta(days=ahead))
            every = (PersonLater(staff, span.start, span.end) for staff, on_day in spans for span in on_day)
            coming = [person for person in every if _at(person.at) > _at(now)]
            if coming:
                return min(coming, key=lambda person: _at(person.at))
        return None

    def _today(self, now: datetime) -> Iterator[tuple[StaffHours, tuple[Interval, ...]]]:
        """Each role and when it is in today: as somebody said, with the languages of today, else as usual."""
        for staff, usual in self._usual(now.astimezone(self._zone).date()):
            presence = self._here.presence(staff, now) if self._here is not None else None
            if self._here is None or presence is None:
                yield staff, usual
            else:
                spoken = replace(staff, languages=presence.languages) if presence.languages else staff
                yield spoken, self._here.spans(staff, now) or ()

    def _usual(self, day: date) -> Iterator[tuple[StaffHours, tuple[Interval, ...]]]:
        calendar = self._calendar()
        for staff in self._here.staff() if self._here is not None else self._staff:
            yield staff, usual_spans(staff, day, calendar, self._zone)

    def _office_until(self, now: datetime, today: date) -> datetime | None:
        if self._office is None:
            return None
        spans = usual_spans(self._office, today, self._calendar(), self._zone)
        return next((span.end for span in spans if _at(span.start) <= _at(now) < _at(span.end)), None)


def _at(moment: datetime) -> float:
    """For comparing: wall clocks of one zone compare wrong in the hour that happens twice."""
    return moment.timestamp()
