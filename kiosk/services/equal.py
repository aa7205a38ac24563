"""The nearest equal of a full program: the same kind, with room, for the same ages, as near as can be."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from math import asin, cos, radians, sin, sqrt
from zoneinfo import ZoneInfo

from kiosk.domain.calendar import SchoolCalendar
from kiosk.domain.kept import Kept
from kiosk.domain.listing import Listing, Location
from kiosk.services.grades import shares_ages
from kiosk.services.index import Entry
from kiosk.services.order import Turn, has_room

_EARTH_KM = 6371.0
_FAR = float("inf")


def distance_km(one: Location | None, other: Location | None) -> float:
    """The way between two places as the crow flies; infinite when one of them is not on the map."""
    if one is None or other is None or None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return _FAR
    a, b, c, d = (radians(each or 0.0) for each in (one.latitude, one.longitude, other.latitude, other.longitude))
    half = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))


def nearest_equal(
    listing: Listing, among: Iterable[Entry], now: datetime, calendar: SchoolCalendar | None, zone: ZoneInfo
) -> Kept | None:
    """The listing to go to instead: ages known to fit before not known, at school first, then the nearest."""
    today = now.astimezone(zone).date()
    best: tuple[tuple[bool, bool, float, int, tuple[str, str]], Kept] | None = None
    for entry in among:
        other, traits = entry.outline, entry.traits
        if other.id == listing.id or not has_room(other, today):
            continue
        fits = shares_ages(listing, other)
        stands = entry.stands(now, calendar, zone)
        if fits == "no" or stands.turn is Turn.OVER:
            continue
        away = 0.0 if traits.here else distance_km(listing.location, other.location)
        key = (fits != "yes", not traits.at_school, away, int(stands.turn), entry.tie)
        if best is None or key < best[0]:
            best = key, entry.kept
    return best[1] if best else None
