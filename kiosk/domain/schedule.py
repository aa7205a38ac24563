"""Which hours of a listing fall on a date: rows, short days, exceptions and the school calendar put together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal
from zoneinfo import ZoneInfo

from kiosk.domain.calendar import DayKind, SchoolCalendar
from kiosk.domain.clock_time import Interval
from kiosk.domain.listing import Listing, LocalText

__all__ = ["Closure", "DayHours", "Interval", "hours_on"]


@dataclass(frozen=True, slots=True)
class Closure:
    """Why a day's hours differ from the ordinary ones: closed, shortened, moved or opened by this."""

    reason: LocalText
    kind: Literal["exception"] | DayKind


@dataclass(frozen=True, slots=True)
class DayHours:
    """The hours of one date: the intervals that *start* on it, in order.

    `known` is False when nothing speaks for the whole day (no row is valid, or the school calendar ends before);
    `times_known` is False when it is open that day at times nobody wrote down. Outside its intervals such a day is
    neither open nor closed. `closed_by` says why the day differs, also when it is not closed.
    """

    day: date
    intervals: tuple[Interval, ...]
    closed_by: Closure | None
    known: bool
    times_known: bool


def hours_on(listing: Listing, day: date, calendar: SchoolCalendar | None, zone: ZoneInfo) -> DayHours:
    """The hours of `listing` that start on `day`."""
    raise NotImplementedError
