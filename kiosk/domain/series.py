"""The days of an event that repeats (RFC 5545, RRULE). The counting is `dateutil.rrule`'s.

Only repetitions that come round again before long are counted: one that never does would be searched for until the
year 9999, and a file with a thousand of those would stop the desk.
"""

from __future__ import annotations

from datetime import date, datetime, time
from itertools import islice, takewhile
from typing import Literal

from dateutil.rrule import DAILY, MO, MONTHLY, WEEKLY, YEARLY, rrule

from kiosk.domain.recurrence import BYDAY, weekday_of
from kiosk.domain.values import dataclass

MOST = 1500
"""Days of one series: eight years of Mondays to Fridays would be more, and are no event."""
_FREQUENCIES: dict[str, Literal[0, 1, 2, 3]] = {"DAILY": DAILY, "WEEKLY": WEEKLY, "MONTHLY": MONTHLY, "YEARLY": YEARLY}
_LONGEST = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_OLDEST = 2000
_LEAPS = {"DAILY": 366, "WEEKLY": 52, "MONTHLY": 6, "YEARLY": 1}
"""The longest interval of each: a longer one may never meet its days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How an event repeats. `until` is the last day it may take place on; 0 for no `count`."""

    freq: Literal["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]
    interval: int = 1
    count: int = 0
    until: date | None = None
    byday: tuple[str, ...] = ()
    bymonthday: tuple[int, ...] = ()
    bymonth: tuple[int, ...] = ()
    bysetpos: tuple[int, ...] = ()


def series(first: date, rule: Rule, last: date) -> tuple[date, ...] | None:
    """The days from `first` to `last` on which the event takes place; None for a repetition that is not counted."""
    if not _comes_round(first, rule):
        return None
    found = rrule(
        _FREQUENCIES[rule.freq],
        dtstart=datetime.combine(first, time()),
        interval=rule.interval,
        count=rule.count or None,
        wkst=MO,
        byweekday=[weekday_of(each) for each in rule.byday] or None,
        bymonthday=rule.bymonthday or None,
        bymonth=rule.bymonth or None,
        bysetpos=rule.bysetpos or None,
    )
    end = min(last, rule.until) if rule.until is not None else last
    days = takewhile(lambda day: day <= end, (each.date() for each in found))
    counted = tuple(islice(days, MOST + 1))
    return counted if len(counted) <= MOST else None


def _comes_round(first: date, rule: Rule) -> bool:
    """Whether the repetition is of a kind that is certain to meet its days again within a few turns."""
    if first.year < _OLDEST or not 1 <= rule.interval <= _LEAPS[rule.freq] or not 0 <= rule.count <= MOST:
        return False
    placed = [BYDAY.fullmatch(each) for each in rule.byday]
    if not all(placed) or any(not 1 <= abs(day) <= 31 for day in rule.bymonthday):
        return False
    if any(not 1 <= month <= 12 for month in rule.bymonth) or len(set(rule.bysetpos)) > 1:
        return False
    has_places = any(match and match[1] for match in placed)
    if rule.freq in ("DAILY", "WEEKLY"):
        plain = not (has_places or rule.bymonthday or rule.bymonth or rule.bysetpos)
        return plain and (rule.freq == "WEEKLY" or not rule.byday or rule.interval == 1)
    if rule.bysetpos and (has_places or not rule.byday or not 1 <= abs(rule.bysetpos[0]) <= 4):
        return False
    if rule.byday and rule.bymonthday:
        return False
    if rule.freq == "MONTHLY":
        return not rule.bymonth
    if not rule.bymonth:
        return not (rule.byday or rule.bymonthday)
    days = rule.bymonthday or (() if rule.byday else (first.day,))
    return all(abs(day) <= _LONGEST[month] for day in days for month in rule.bymonth)
