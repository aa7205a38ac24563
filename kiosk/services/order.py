"""The order of every list: what a family can use now comes first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from enum import IntEnum
from zoneinfo import ZoneInfo

from kiosk.domain.calendar import SchoolCalendar, special_day
from kiosk.domain.listing import Listing, LocalText
from kiosk.domain.opening import Opening, opening_at
from kiosk.domain.places import is_stale, places_now, sign_up_now
from kiosk.domain.schedule import exception_on, hours_on, ordinary_hours_on
from kiosk.domain.text import fold
from kiosk.domain.values import dataclass
from kiosk.services.traits import at_school


class Turn(IntEnum):
    """How soon a listing can be used."""

    OPEN = 0
    TODAY = 1
    APPOINTMENT = 2
    LATER = 3
    CALL_FIRST = 4
    OVER = 5


Key = tuple[int, bool, float, bool, float, tuple[str, str]]
"""Sorts a list: the turn; with room before full; later today by time, else at this school first; then the name."""


def tie_of(name: LocalText, id: str) -> tuple[str, str]:
    """What orders listings that are alike in all else: the name without accents, then the id."""
    return fold(name.get("en") or next(iter(name.values()), "")), id


@dataclass(frozen=True, slots=True)
class Standing:
    """How a listing stands from one moment until another: its opening, its turn and its place in a list."""

    opening: Opening
    turn: Turn
    key: Key
    since: float
    until: float
    """POSIX times: within them nothing about it changes."""

    @property
    def open_now(self) -> bool:
        """Somebody who goes there now gets in: it is open, and neither full nor to be called first."""
        turn, full, *_ = self.key
        return turn is Turn.OPEN and not full


def has_room(listing: Listing, today: date) -> bool:
    """Whether a family can still get in: neither full nor over, as far as anybody knows."""
    full = places_now(listing, today) in ("full", "waitlist")
    return not full and sign_up_now(listing, today) not in ("waitlist", "full", "over")


def turn_of(listing: Listing, opening: Opening, now: datetime, zone: ZoneInfo) -> Turn:
    """Which turn a listing takes. One that nobody checked for 180 days is to be called first, whatever its hours."""
    today = now.astimezone(zone).date()
    if opening.ended:
        return Turn.OVER
    if opening.state == "unknown" or is_stale(listing, today):
        return Turn.CALL_FIRST
    if opening.state == "open":
        return Turn.OPEN
    if opening.state == "appointment":
        return Turn.APPOINTMENT
    day = opening.next.astimezone(zone).date() if opening.next is not None else opening.next_day
    if day is None:
        return Turn.OVER
    return Turn.TODAY if day == today else Turn.LATER


def standing(
    listing: Listing, tie: tuple[str, str], now: datetime, calendar: SchoolCalendar | None, zone: ZoneInfo
) -> Standing:
    """How a listing stands now, and until when that holds: its own bounds, at the latest midnight."""
    opening = opening_at(listing, now, calendar, zone)
    turn = turn_of(listing, opening, now, zone)
    today = now.astimezone(zone).date()
    at = _next(opening, zone) if turn in (Turn.TODAY, Turn.LATER) else 0.0
    first = at if turn is Turn.TODAY else 0.0
    key = (turn, not has_room(listing, today), first, not at_school(listing), at, tie)
    midnight = datetime.combine(today + timedelta(days=1), time(), zone)
    moment = now.timestamp()
    turns = (opening.until, opening.next, midnight, *_reasons_turn(listing, today, calendar, zone))
    bounds = (bound.timestamp() for bound in turns if bound is not None)
    return Standing(opening, turn, key, moment, min((bound for bound in bounds if bound > moment), default=moment))


def _reasons_turn(listing: Listing, today: date, calendar: SchoolCalendar | None, zone: ZoneInfo) -> Iterator[datetime]:
    """When the reason can change though the state does not: where a day that differs begins or ends its hours, or
    would have on an ordinary day."""
    for day in (today - timedelta(days=1), today):
        if exception_on(listing, day) is not None or special_day(calendar, day) is not None:
            for hours in (ordinary_hours_on, hours_on):
                for interval in hours(listing, day, calendar, zone).intervals:
                    yield interval.start
                    yield interval.end


def _next(opening: Opening, zone: ZoneInfo) -> float:
    """When it opens next (POSIX time); at the end of its day where the time is not known."""
    if opening.next is not None:
        return opening.next.timestamp()
    day = opening.next_day
    return datetime.combine(day + timedelta(days=1), time(), zone).timestamp() if day is not None else float("inf")
