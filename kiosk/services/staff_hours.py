"""When a role is in by the settings: its hours on school days, shortened as the school's calendar shortens them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from zoneinfo import ZoneInfo

from kiosk.domain.calendar import SchoolCalendar
from kiosk.domain.listing import Listing, Schedule
from kiosk.domain.schedule import Interval, hours_on
from kiosk.domain.settings import StaffHours


def usual_spans(staff: StaffHours, day: date, calendar: SchoolCalendar | None, zone: ZoneInfo) -> tuple[Interval, ...]:
    """The hours of a role on a day, as the settings have them."""
    hours = _hours(staff.days, staff.opens_at, staff.closes_at)
    return hours_on(hours, day, calendar, zone).intervals


@lru_cache(maxsize=256)
def _hours(days: tuple[str, ...], opens_at: str, closes_at: str) -> Listing:
    """A role's hours as the hours of a listing, so that one rule reads the school's calendar for both."""
    row = Schedule(byday=days, opens_at=opens_at, closes_at=closes_at, on="school-days", short_days="shortened")
    return Listing(id="", name={}, schedules=(row,) if opens_at and closes_at else ())
