"""RRULE, as the library reads it, to the rule that the domain counts by."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from kiosk.domain.feed import Occurrence
from kiosk.domain.series import Rule

_KNOWN = frozenset(("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS"))
_FREQUENCIES: Mapping[str, Literal["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]] = {
    "DAILY": "DAILY",
    "WEEKLY": "WEEKLY",
    "MONTHLY": "MONTHLY",
    "YEARLY": "YEARLY",
}


def rule_of(found: object, once: Occurrence, zone: ZoneInfo) -> Rule | None:
    """The rule of an event that first takes place `once`; None for one with parts that schools have no use for.

    Weeks are counted from Monday, whatever `WKST` says: that only matters to every second week of several days.
    """
    if not isinstance(found, Mapping):
        return None
    parts = {str(key).upper(): value if isinstance(value, list) else [value] for key, value in found.items()}
    freq = _FREQUENCIES.get(str(next(iter(parts.get("FREQ", ())), "")).upper())
    if freq is None or not parts.keys() <= _KNOWN:
        return None
    every_few = int(str(next(iter(parts.get("INTERVAL", [1])))))
    if every_few > 1 and len(parts.get("BYDAY", ())) > 1 and str(next(iter(parts.get("WKST", ["MO"])))) != "MO":
        return None
    return Rule(
        freq=freq,
        interval=every_few,
        count=int(str(next(iter(parts.get("COUNT", [0]))))),
        until=_until(next(iter(parts.get("UNTIL", ())), None), once, zone),
        byday=tuple(str(each).upper() for each in parts.get("BYDAY", ())),
        bymonthday=_numbers(parts.get("BYMONTHDAY", ())),
        bymonth=_numbers(parts.get("BYMONTH", ())),
        bysetpos=_numbers(parts.get("BYSETPOS", ())),
    )


def _numbers(values: list[object] | tuple[object, ...]) -> tuple[int, ...]:
    return tuple(int(str(value)) for value in values)


def _until(until: object, once: Occurrence, zone: ZoneInfo) -> date | None:
    """The last day: a day is included, a moment as far as the event has begun by then."""
    if isinstance(until, datetime):
        at_school = (until.astimezone(zone) if until.tzinfo is not None else until).replace(tzinfo=None)
        begins = once.starts or "00:00"
        return at_school.date() if f"{at_school:%H:%M}" >= begins else at_school.date() - timedelta(days=1)
    return until if isinstance(until, date) else None
