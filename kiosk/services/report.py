"""The report: how the directory stands, how old its checks are, and how often each listing was opened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from kiosk.domain.kept import Kept
from kiosk.domain.values import dataclass
from kiosk.services.desk import Desk
from kiosk.services.jobs import standing

AGES = (30, 90, 180, 365)
"""Days since a check: at most so many, each without those before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedTimes:
    """How often one listing was opened: on each day, and in each week by its Monday."""

    id: str
    kept: Kept | None
    """None when it is there no more."""
    times: int
    days: Mapping[date, int]
    weeks: Mapping[date, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """How the directory stands on a day. Ids of listings where somebody can do something about it."""

    day: date
    first: date
    """The first day whose openings are counted."""
    shown: int
    hidden: int
    due: tuple[str, ...]
    no_hours: tuple[str, ...]
    lacking: Mapping[str, tuple[str, ...]]
    """Language of the school -> the listings whose name is not in it."""
    checked: tuple[int, ...]
    """How many were checked within each of `AGES`, then how many longer ago."""
    never: int
    oldest: Kept | None
    """The one whose check is longest ago."""
    opened: tuple[OpenedTimes, ...]
    """The most opened first."""


def report(desk: Desk, days: int) -> Report:
    """The report of today, with the openings of so many days, today among them."""
    today, directory = desk.clock().date(), desk.center.directory
    shown = directory.all()
    found = standing(desk)
    aged = [kept for kept in shown if kept.head.assured_date is not None]
    ages = {kept.id: (today - kept.head.assured_date).days for kept in shown if kept.head.assured_date is not None}
    first = today - timedelta(days=days - 1)
    counts = desk.opened.since(first)
    return Report(
        day=today,
        first=first,
        shown=len(shown),
        hidden=len(directory.snapshot()) - len(shown),
        due=found.due,
        no_hours=tuple(job.ids[0] for job in found.jobs if job.kind in ("no-hours", "hours-ended")),
        lacking=_lacking(shown, desk.center.settings.languages),
        checked=_by_age(ages.values()),
        never=len(shown) - len(ages),
        oldest=max(aged, key=lambda kept: (ages[kept.id], kept.id), default=None),
        opened=_opened(desk, {day: each for day, each in counts.items() if day <= today}),
    )


def monday(day: date) -> date:
    """The day that a week is named by."""
    return day - timedelta(days=day.weekday())


def _lacking(shown: Iterable[Kept], languages: Iterable[str]) -> dict[str, tuple[str, ...]]:
    shown = tuple(shown)
    return {code: tuple(kept.id for kept in shown if not kept.head.name.get(code)) for code in languages}


def _by_age(ages: Iterable[int]) -> tuple[int, ...]:
    counted = [0] * (len(AGES) + 1)
    for age in ages:
        counted[sum(1 for most in AGES if age > most)] += 1
    return tuple(counted)


def _opened(desk: Desk, counts: Mapping[date, Mapping[str, int]]) -> tuple[OpenedTimes, ...]:
    days: dict[str, dict[date, int]] = {}
    for day, each in counts.items():
        for id, times in each.items():
            days.setdefault(id, {})[day] = times
    snapshot = desk.records.load()
    rows = [
        OpenedTimes(id=id, kept=snapshot.get(id), times=sum(on.values()), days=on, weeks=_weeks(on))
        for id, on in days.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.times, row.id)))


def _weeks(days: Mapping[date, int]) -> dict[date, int]:
    weeks: dict[date, int] = {}
    for day, times in days.items():
        weeks[monday(day)] = weeks.get(monday(day), 0) + times
    return weeks
