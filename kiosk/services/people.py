"""A person now: who can help at this hour, by role, from the staff hours in the settings and the school's calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.domain.calendar import CalendarNow
from kiosk.domain.listing import Listing, Schedule
from kiosk.domain.schedule import Interval, hours_on
from kiosk.domain.settings import Settings, StaffHours
from kiosk.domain.values import dataclass

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
    """Staff by what they do, never by name. They are in on school days only, and short days shorten theirs."""

    def __init__(self, settings: Settings, calendar: CalendarNow, zone: ZoneInfo) -> None:
        self._staff = tuple((staff, _hours(staff)) for staff in settings.staff)
        self._office = (settings.office, _hours(settings.office)) if settings.office is not None else None
        self._calendar = calendar
        self._zone = zone

    def now(self, now: datetime) -> PeopleNow:
        """Who is here at this moment, in the order of the settings, and who comes later today."""
        today = now.astimezone(self._zone).date()
        here: list[PersonHere] = []
        later: list[PersonLater] = []
        for staff, hours in self._staff:
            spans = [span for span in self._spans(hours, today) if _at(span.end) > _at(now)]
            if spans and _at(spans[0].start) <= _at(now):
                here.append(PersonHere(staff, spans[0].end))
            elif spans:
                later.append(PersonLater(staff, spans[0].start, spans[0].end))
        later.sort(key=lambda person: _at(person.at))
        office, office_until = self._office[0] if self._office else None, self._office_until(now, today)
        return PeopleNow(tuple(here), tuple(later), office, office_until)

    def next(self, now: datetime) -> PersonLater | None:
        """The next person who comes in, today or on a later day; None when nobody does within `DAYS_AHEAD` days."""
        today = now.astimezone(self._zone).date()
        for ahead in range(DAYS_AHEAD):
            coming = [person for person in self._on(today + timedelta(days=ahead)) if _at(person.at) > _at(now)]
            if coming:
                return min(coming, key=lambda person: _at(person.at))
        return None

    def _on(self, day: date) -> Iterator[PersonLater]:
        for staff, hours in self._staff:
            for span in self._spans(hours, day):
                yield PersonLater(staff, span.start, span.end)

    def _office_until(self, now: datetime, today: date) -> datetime | None:
        spans = self._spans(self._office[1], today) if self._office else ()
        return next((span.end for span in spans if _at(span.start) <= _at(now) < _at(span.end)), None)

    def _spans(self, hours: Listing, day: date) -> tuple[Interval, ...]:
        return hours_on(hours, day, self._calendar(), self._zone).intervals


def _hours(staff: StaffHours) -> Listing:
    """A role's hours as the hours of a listing, so that one rule reads the school's calendar for both."""
    row = Schedule(
        byday=staff.days, opens_at=staff.opens_at, closes_at=staff.closes_at, on="school-days", short_days="shortened"
    )
    return Listing(id="", name={}, schedules=(row,) if staff.opens_at and staff.closes_at else ())


def _at(moment: datetime) -> float:
    """For comparing: wall clocks of one zone compare wrong in the hour that happens twice."""
    return moment.timestamp()
