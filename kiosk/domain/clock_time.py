"""Times of a day as people write them, and the spans between them as the clock on the wall shows them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from kiosk.domain.values import dataclass

MIDNIGHT = 24 * 60
"""`24:00`, in minutes."""

_WRITTEN = re.compile(r"([0-9]{1,2}):([0-5][0-9])(?::00)?")
_SECOND = timedelta(seconds=1)


class Span(NamedTuple):
    """From `start` up to, not including, `end`, in minutes of the wall clock after the midnight that begins a day."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Interval:
    """From `start` up to, not including, `end`: two moments in the school's zone."""

    start: datetime
    end: datetime

    def holds(self, at: datetime) -> bool:
        """Whether `at` is inside. Compared in UTC: two times of one zone compare wrongly in the hour that repeats."""
        moment = at.astimezone(UTC)
        return self.start.astimezone(UTC) <= moment < self.end.astimezone(UTC)


def minutes(written: str) -> int | None:
    """`08:30` -> 510; None when it is empty or no time of day. `24:00` is the midnight that ends the day."""
    match = _WRITTEN.fullmatch(written)
    if not match:
        return None
    after = int(match[1]) * 60 + int(match[2])
    return after if after <= MIDNIGHT else None


@lru_cache(maxsize=2048)
def span(opens_at: str, closes_at: str) -> Span | None:
    """The span between two written times, over midnight when it closes at or before it opens; None if not known."""
    opens, closes = minutes(opens_at), minutes(closes_at)
    if opens is None or closes is None:
        return None
    while closes <= opens:  # twice only from 24:00 to 00:00
        closes += MIDNIGHT
    return Span(opens, closes)


@lru_cache(maxsize=16384)
def on_the_clock(day: date, span: Span, zone: ZoneInfo) -> tuple[Interval, ...]:
    """The moments when clocks on the wall show a time inside `span`, counted from the midnight that begins `day`.

    What people do when the clock is changed, they do by the clock: a time that does not exist is passed over to the
    next that does, and what falls into the hour that happens twice is open both times. So one span is two intervals
    if it ends or starts inside that hour, and none if it lies wholly in the hour that never happens.
    """
    midnight = datetime.combine(day, time())
    start, end = (midnight + timedelta(minutes=part) for part in span)
    before = start.replace(tzinfo=zone).utcoffset() or timedelta()
    after = end.replace(tzinfo=zone, fold=1).utcoffset() or timedelta()
    if before == after:
        return (Interval(start.replace(tzinfo=zone), end.replace(tzinfo=zone)),)
    change = _change(zone, day, before, after)
    first = (start - before, min(end - before, change))
    second = (max(start - after, change), end - after)
    pieces = [piece for piece in (first, second) if piece[0] < piece[1]]
    if len(pieces) == 2 and first[1] == second[0]:
        pieces = [(first[0], second[1])]
    return tuple(Interval(*(moment.replace(tzinfo=UTC).astimezone(zone) for moment in piece)) for piece in pieces)


@lru_cache(maxsize=64)
def _change(zone: ZoneInfo, day: date, before: timedelta, after: timedelta) -> datetime:
    """The second, in UTC, when the zone's offset turns from `before` to `after` within two days of `day`."""
    low = datetime.combine(day, time()) - before - timedelta(days=1)
    high = low + timedelta(days=5)
    while high - low > _SECOND:
        middle = low + (high - low) // _SECOND // 2 * _SECOND
        if middle.replace(tzinfo=UTC).astimezone(zone).utcoffset() == after:
            high = middle
        else:
            low = middle
    return high
