"""Opening: is it open, until when, when next, and why not now."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from kiosk.domain.calendar import SchoolCalendar
from kiosk.domain.listing import Listing, LocalText
from kiosk.domain.schedule import Closure, DayHours

OpeningState = Literal["open", "closed", "appointment", "unknown"]


def _none() -> dict[str, str]:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Whether a listing is open at a moment, and what comes next."""

    state: OpeningState
    until: datetime | None = None
    """When it closes; None while open means: not within two weeks (always open)."""
    next: datetime | None = None
    """The next known opening after now, or after `until` when open."""
    next_until: datetime | None = None
    next_day: date | None = None
    """The day of the next opening; alone, without `next`, when its time is not known."""
    reason: LocalText = field(default_factory=_none)
    """Why it is closed, or open at other hours than usual; empty on ordinary days."""
    closed_by: Closure | None = None
    """The same reason with its kind."""
    ended: bool = False
    """The series is over: it is closed and will not open again."""


def opening_at(listing: Listing, now: datetime, calendar: SchoolCalendar | None, zone: ZoneInfo) -> Opening:
    """Whether `listing` is open at `now`."""
    raise NotImplementedError


def week(listing: Listing, day: date, calendar: SchoolCalendar | None, zone: ZoneInfo) -> tuple[DayHours, ...]:
    """The hours of the week that holds `day`, Monday to Sunday."""
    raise NotImplementedError


def days_that_differ(
    listing: Listing, start: date, days: int, calendar: SchoolCalendar | None, zone: ZoneInfo
) -> tuple[DayHours, ...]:
    """The days among the next `days` whose hours are not the ordinary ones: `Closed Nov 26 and 27`."""
    raise NotImplementedError
