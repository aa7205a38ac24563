"""Rows that typed hours can say, for property tests of saying them and reading them again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, NamedTuple

from hypothesis import strategies as st

from kiosk.domain.clock_time import MIDNIGHT, span
from kiosk.domain.hours_overlap import overlaps
from kiosk.domain.listing import Schedule, ScheduleException
from kiosk.domain.typed.days import in_order
from tests.domain.hours import WEEK

TODAY = date(2026, 11, 24)
_COMING = st.integers(1, 500).map(lambda days: TODAY + timedelta(days=days))
_QUARTERS = st.integers(0, 95).map(lambda quarter: quarter * 15)


class Atom(NamedTuple):
    """One span on one day, with everything that holds for it: what a row says, whatever rows it is spread over."""

    freq: str
    day: str
    opens_at: str
    closes_at: str
    rules: tuple[object, ...]


def atoms(rows: Iterable[Schedule]) -> set[Atom]:
    """What rows say, a day and a span at a time."""
    found = set()
    for row in rows:
        rules = (row.interval, row.dtstart, row.until, row.valid_from, row.valid_to, row.on, row.short_days)
        for day in row.byday or [str(number) for number in row.bymonthday] or [""]:
            found.add(Atom(row.freq, day, row.opens_at, row.closes_at, rules))
    return found


@st.composite
def spans(draw: st.DrawFn) -> tuple[str, str]:
    """Times as rows have them: a quarter of an hour or five minutes apart, over midnight, all day, or not known."""
    if draw(st.integers(0, 11)) == 0:
        return draw(st.sampled_from([("", ""), ("00:00", "24:00"), ("19:00", "07:00"), ("12:00", "24:00")]))
    start = draw(_QUARTERS | st.integers(6, 20).map(lambda hour: hour * 60))
    end = start + draw(st.integers(1, 95)) * 15
    closes = end if end <= MIDNIGHT else end - MIDNIGHT
    return f"{start // 60:02}:{start % 60:02}", f"{closes // 60:02}:{closes % 60:02}"


@st.composite
def rows(draw: st.DrawFn) -> Schedule:
    """One row."""
    opens_at, closes_at = draw(spans())
    fields: dict[str, Any] = {"opens_at": opens_at, "closes_at": closes_at}
    which = draw(st.sampled_from(["week", "week", "week", "places", "numbers", "school"]))
    if which == "week":
        fields["byday"] = in_order(draw(st.lists(st.sampled_from(WEEK), min_size=1, max_size=7)))
    elif which == "places":
        placed = st.builds(str.__add__, st.sampled_from(["1", "2", "3", "4", "5", "-1", "-2", "-3", "-5"]), _ONE_DAY)
        fields |= {"freq": "MONTHLY", "byday": in_order(draw(st.lists(placed, min_size=1, max_size=3)))}
    elif which == "numbers":
        numbers = draw(st.sets(st.integers(1, 31) | st.just(-1), min_size=1, max_size=3))
        fields |= {"freq": "MONTHLY", "bymonthday": tuple(sorted(numbers))}
    fields["on"] = draw(st.sampled_from(["school-days", "no-school-days", *["any-day"] * (2 * (which != "school"))]))
    fields["short_days"] = draw(st.sampled_from(["as-usual", "as-usual", "shortened", "moved", "cancelled"]))
    return Schedule(**fields, **draw(_bounds(draw(st.sampled_from([1, 1, 1, 2, 3, 52])))))


_ONE_DAY = st.sampled_from(WEEK)


@st.composite
def _bounds(draw: st.DrawFn, interval: int) -> dict[str, Any]:
    """How often, from when, until when. A series that is counted may have begun before today."""
    fields: dict[str, Any] = {"interval": interval}
    begun = st.integers(0, 400).map(lambda days: TODAY - timedelta(days=days))
    start = draw(_COMING | begun) if interval > 1 else draw(st.none() | _COMING)
    last = draw(st.none() | _COMING)
    fields |= {"dtstart": start, "until": max(last, start) if last and start else last}
    first, last = draw(st.none() | _COMING), draw(st.none() | _COMING)
    return fields | {"valid_from": first, "valid_to": max(last, first) if last and first else last}


@st.composite
def schedules(draw: st.DrawFn) -> tuple[Schedule, ...]:
    """A few rows that are never open at the same time; half of them end on one day."""
    found = draw(st.lists(rows(), min_size=1, max_size=3))
    if draw(st.booleans()):
        found = [Schedule(**{**_fields(row), "until": date(2028, 6, 1)}) for row in found]
    apart: list[Schedule] = []
    for row in found:
        if not list(overlaps([*apart, row], TODAY)) and not any(_mixed(row, each) for each in apart):
            apart.append(row)
    return tuple(apart)


def _mixed(one: Schedule, other: Schedule) -> bool:
    """Times known and not known on one day: nobody says both."""
    return bool(one.opens_at) != bool(other.opens_at) and bool(set(one.byday) & set(other.byday))


def _fields(row: Schedule) -> dict[str, Any]:
    names = ("freq", "interval", "byday", "bymonthday", "dtstart", "valid_from", "valid_to", "opens_at", "closes_at")
    return {name: getattr(row, name) for name in (*names, "on", "short_days")}


@st.composite
def closings(draw: st.DrawFn) -> ScheduleException:
    """A day or a few, closed or with other hours."""
    first = draw(st.integers(0, 400).map(lambda days: TODAY + timedelta(days=days)))
    last = first + timedelta(days=draw(st.integers(0, 20)))
    if draw(st.booleans()):
        return ScheduleException(from_=first, to=last)
    opens_at, closes_at = draw(spans().filter(lambda found: span(*found) is not None))
    return ScheduleException(from_=first, to=last, closed=False, opens_at=opens_at, closes_at=closes_at)
