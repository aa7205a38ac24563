"""A person now: who can help at this hour, by role, from the staff hours in the settings and the school's calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.domain.calendar import SchoolCalendar
from kiosk.domain.settings import Settings, StaffHours


@dataclass(frozen=True, slots=True)
class PersonHere:
    """A role that is in now, and until when."""

    staff: StaffHours
    until: datetime


@dataclass(frozen=True, slots=True)
class PersonLater:
    """A role that comes in later today."""

    staff: StaffHours
    at: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class PeopleNow:
    """Who is here, who comes later today, and the office, which is where nobody is."""

    here: tuple[PersonHere, ...]
    later: tuple[PersonLater, ...]
    office: StaffHours | None
    office_until: datetime | None
    """None when the office is closed now, or there is none."""


class People:
    """Staff by what they do, never by name."""

    def __init__(self, settings: Settings, calendar: SchoolCalendar | None, zone: ZoneInfo) -> None: ...

    def now(self, now: datetime) -> PeopleNow: ...

    def next(self, now: datetime) -> PersonLater | None:
        """The next person who will be in, today or a later day, where nobody is here."""
