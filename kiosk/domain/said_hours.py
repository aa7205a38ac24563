"""Rows of hours as they are said: rows of the same days are one group with several spans, rows of the same spans one
group with several days. What is over is not said, nor since when a series has run; what all share is said once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from kiosk.domain.listing import Schedule
from kiosk.domain.recurrence import weekdays
from kiosk.domain.typed.days import in_order
from kiosk.domain.values import dataclass

On = Literal["school-days", "no-school-days", "any-day"]
ShortDays = Literal["shortened", "moved", "cancelled", "as-usual"]
Times = tuple[str, str]
"""`opens_at` and `closes_at` as rows have them; empty when nobody knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidGroup:
    """Days that share their hours and their rules."""

    days: tuple[str, ...]
    """Weekdays in the order of the week, each month with their place (`1SA`). None for all days of the school."""
    month_days: tuple[int, ...]
    spans: tuple[Times, ...]
    freq: Literal["WEEKLY", "MONTHLY"]
    interval: int
    starts: date | None
    """When the series starts; None when it runs already and nothing is counted from there."""
    until: date | None
    valid_from: date | None
    valid_to: date | None
    on: On
    short_days: ShortDays


@dataclass(frozen=True, slots=True)
class SaidHours:
    """All groups of a listing, without the rules that they share: those are said once, behind all of them.

    A rule that is shared has its usual value in each group, and stands here.
    """

    groups: tuple[SaidGroup, ...]
    on: On = "any-day"
    short_days: ShortDays = "as-usual"
    until: date | None = None


def said_hours(rows: Iterable[Schedule], today: date) -> SaidHours:
    """The rows as they are said on `today`."""
    groups = tuple(_by_spans(_by_days(_said(row, today) for row in rows if not is_over(row, today))))
    if len(groups) < 2:
        return SaidHours(groups)
    ons, short_days = {group.on for group in groups}, {group.short_days for group in groups}
    ends = {group.until for group in groups}
    found = SaidHours(groups)
    if len(ons) == 1 and all(group.days or group.month_days for group in groups):
        found = replace(found, on=ons.pop(), groups=tuple(replace(group, on="any-day") for group in found.groups))
    if len(short_days) == 1:
        usual = tuple(replace(group, short_days="as-usual") for group in found.groups)
        found = replace(found, short_days=short_days.pop(), groups=usual)
    if len(ends) == 1:
        found = replace(found, until=ends.pop(), groups=tuple(replace(group, until=None) for group in found.groups))
    return found


def is_over(row: Schedule, today: date) -> bool:
    """Whether a row says nothing of any day from `today` on."""
    return any(last is not None and last < today for last in (row.until, row.valid_to))


def _said(row: Schedule, today: date) -> SaidGroup:
    """One row as a group of its own."""
    of_school = row.on != "any-day" and row.freq == "WEEKLY" and not row.byday
    days = () if of_school else weekdays(row)
    by_start = row.freq == "MONTHLY" and row.dtstart is not None and not days
    month_days = row.bymonthday or ((row.dtstart.day,) if by_start and row.dtstart is not None else ())
    return SaidGroup(
        days=in_order(days),
        month_days=tuple(sorted(set(month_days), key=lambda day: (day < 0, day))),
        spans=((row.opens_at, row.closes_at),),
        freq=row.freq,
        interval=row.interval,
        starts=row.dtstart if row.interval > 1 else _to_come(row.dtstart, today),
        until=row.until,
        valid_from=_to_come(row.valid_from, today),
        valid_to=row.valid_to,
        on=row.on,
        short_days=row.short_days,
    )


def _to_come(day: date | None, today: date) -> date | None:
    return day if day is not None and day > today else None


def _by_days(said: Iterable[SaidGroup]) -> list[SaidGroup]:
    """Groups of the same days and rules as one with several spans."""
    found: dict[SaidGroup, list[Times]] = {}
    for group in said:
        found.setdefault(replace(group, spans=()), []).extend(group.spans)
    return [replace(group, spans=tuple(sorted(set(spans)))) for group, spans in found.items()]


def _by_spans(said: Sequence[SaidGroup]) -> Iterator[SaidGroup]:
    """Groups of the same spans and rules as one with several days; those of the school and of month days stay alone."""
    found: dict[tuple[SaidGroup, bool], list[str]] = {}
    for group in said:
        alone = not group.days or bool(group.month_days)
        found.setdefault((group if alone else replace(group, days=()), alone), []).extend(group.days)
    for (group, _), days in found.items():
        yield replace(group, days=in_order(days))
