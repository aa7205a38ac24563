"""Changing rows of hours: by what was typed for some of the days, by what was typed for one row, by what was drawn.

Only the days that are named change. What is not said of them (which days of the school, short days, from when, until
when) stays as it was for those days; what cannot be told is asked. Nothing here knows how it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal, TypeVar

from kiosk.domain.clock_time import Span
from kiosk.domain.hours_overlap import overlaps
from kiosk.domain.listing import WEEK, Schedule
from kiosk.domain.recurrence import weekdays
from kiosk.domain.said_hours import On, ShortDays
from kiosk.domain.typed.days import in_order
from kiosk.domain.typed.rows import times
from kiosk.domain.values import dataclass

ANY: On = "any-day"
ONS: tuple[On, ...] = ("school-days", "no-school-days", ANY)
SHORT_DAYS: tuple[ShortDays, ...] = ("shortened", "moved", "cancelled", "as-usual")
Choice = TypeVar("Choice", On, ShortDays)
_WEEKEND = WEEK[5:]
_BEHIND = 9
"""Behind every place in the month: days of the month by their numbers."""


@dataclass(frozen=True, slots=True)
class Follow:
    """How rows follow the school where that was chosen by a key; empty where nothing was chosen."""

    on: On | Literal[""] = ""
    short_days: ShortDays | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """Rows after a change: which of them are new or other, the days that were not clear, and rows that overlap."""

    rows: tuple[Schedule, ...]
    new: tuple[Schedule, ...]
    read: tuple[Schedule, ...] = ()
    """What was typed, with what it does not say filled in from before."""
    asked: tuple[str, ...] = ()
    """Days that have hours of their own both with school and without it: which of the two?"""
    clashes: tuple[tuple[Schedule, Schedule], ...] = ()

    @property
    def is_clear(self) -> bool:
        """Whether it can be kept."""
        return not self.asked and not self.clashes


def days_of(row: Schedule) -> tuple[str, ...]:
    """The days of a row, one code each: `MO`, `1SA`, or the number of a day of the month."""
    named = weekdays(row)
    if named or row.freq == "WEEKLY":
        return named
    numbers = row.bymonthday or ((row.dtstart.day,) if row.dtstart is not None else ())
    return tuple(str(number) for number in numbers)


def with_typed(rows: Sequence[Schedule], read: Sequence[Schedule], follow: Follow, today: date) -> Changed:
    """The rows once what was read is put in place of what its days had."""
    lost: list[set[str]] = [set() for _ in rows]
    new: list[Schedule] = []
    asked: dict[str, None] = {}
    for row in (_followed(each, follow) for each in read):
        parts = []
        for code in days_of(row):
            places = [place for place, old in enumerate(rows) if code in days_of(old) and _about(row, old, follow)]
            olds = [rows[place] for place in places]
            if not _says_on(row, follow) and len({old.on for old in olds}) > 1:
                asked[code] = None
                continue
            for place in places:
                lost[place].add(code)
            parts.append(_on_day(_inherited(row, olds[0], follow) if olds else row, code))
        new += _joined(parts, row)
    left = [kept for row, codes in zip(rows, lost, strict=True) for kept in _without(row, codes)]
    return replace(_checked(rows, tidy([*left, *new]), today), read=tuple(new), asked=tuple(asked))


def with_row(rows: Sequence[Schedule], place: int, read: Sequence[Schedule], today: date) -> Changed:
    """The rows with what was read in place of one of them: all that could be said of it is what was said."""
    old = rows[place]
    new = [
        replace(
            old,
            freq=row.freq,
            interval=row.interval,
            byday=row.byday,
            bymonthday=row.bymonthday,
            dtstart=row.dtstart or _begun(old.dtstart, today),
            until=row.until,
            valid_from=row.valid_from or _begun(old.valid_from, today),
            valid_to=row.valid_to,
            opens_at=row.opens_at,
            closes_at=row.closes_at,
            on=row.on,
            short_days=row.short_days,
        )
        for row in read
    ]
    changed = _checked(rows, tidy([*rows[:place], *new, *rows[place + 1 :]]), today)
    return replace(changed, read=tuple(new))


def with_follow(rows: Sequence[Schedule], places: Sequence[int], follow: Follow) -> tuple[Schedule, ...]:
    """The rows with some of them following the school in another way."""
    return tidy(_followed(row, follow) if place in places else row for place, row in enumerate(rows))


def turned(follow: Follow, *, on: bool) -> Follow:
    """The next choice of days of the school, or else of what short days do."""
    if on:
        return replace(follow, on=_after(ONS, follow.on))
    return replace(follow, short_days=_after(SHORT_DAYS, follow.short_days))


def _after(choices: Sequence[Choice], now: str) -> Choice:
    """The choice after the one that holds now, the first where none does."""
    places = [place for place, each in enumerate(choices) if each == now]
    return choices[(places[0] + 1) % len(choices)] if places else choices[0]


def with_day(rows: Sequence[Schedule], drawn: Sequence[int], day: str, spans: Sequence[Span]) -> tuple[Schedule, ...]:
    """The rows with these spans on one weekday, where the rows at the places `drawn` had theirs."""
    bases = [rows[place] for place in drawn]
    base = next((row for row in bases if day in days_of(row)), bases[0] if bases else Schedule())
    left = [kept for place, row in enumerate(rows) for kept in (_without(row, {day}) if place in drawn else (row,))]
    new = []
    for each in spans:
        opens_at, closes_at = times(each)
        new.append(_on_day(replace(base, opens_at=opens_at, closes_at=closes_at), day))
    return tidy([*left, *new])


def tidy(rows: Iterable[Schedule]) -> tuple[Schedule, ...]:
    """Rows that differ in their days only as one, in the order of the week; those of the month behind."""
    found: list[Schedule] = []
    for row in rows:
        alike = next((place for place, each in enumerate(found) if _alike(each, row)), None)
        if alike is None:
            found.append(row)
        else:
            found[alike] = replace(row, byday=in_order({*found[alike].byday, *row.byday}))
    return tuple(sorted(found, key=_order))


def _followed(row: Schedule, follow: Follow) -> Schedule:
    """The row as the keys chose. What is only on weekends keeps to no school day: it would never be open."""
    days = days_of(row)
    is_weekend = bool(days) and all(code[-2:] in _WEEKEND for code in days)
    on = row.on if is_weekend or not follow.on else follow.on
    short_days = row.short_days if is_weekend or not follow.short_days else follow.short_days
    return replace(row, on=on, short_days=short_days)


def _says_on(row: Schedule, follow: Follow) -> bool:
    return row.on != ANY or bool(follow.on)


def _about(row: Schedule, old: Schedule, follow: Follow) -> bool:
    """Whether what was typed may be about this row: both are for the same days of the school, or one does not say."""
    return not _says_on(row, follow) or ANY in (row.on, old.on) or row.on == old.on


def _inherited(row: Schedule, old: Schedule, follow: Follow) -> Schedule:
    """The row with what it does not say taken from what its day had before."""
    is_counted = row.interval > 1 or row.dtstart is not None
    return replace(
        old,
        freq=row.freq,
        interval=row.interval if is_counted else old.interval,
        byday=row.byday,
        bymonthday=row.bymonthday,
        dtstart=row.dtstart or old.dtstart,
        until=row.until or old.until,
        valid_from=row.valid_from or old.valid_from,
        valid_to=row.valid_to or old.valid_to,
        opens_at=row.opens_at,
        closes_at=row.closes_at,
        on=row.on if _says_on(row, follow) else old.on,
        short_days=row.short_days if row.short_days != "as-usual" or follow.short_days else old.short_days,
    )


def _on_day(row: Schedule, code: str) -> Schedule:
    """The row on one of its days only."""
    if code[-1:].isdigit():
        return replace(row, byday=(), bymonthday=(int(code),))
    return replace(row, byday=(code,), bymonthday=())


def _joined(parts: Sequence[Schedule], row: Schedule) -> list[Schedule]:
    """The days of one row that is typed, put together again where they stayed alike."""
    together: list[Schedule] = []
    for part in parts:
        for place, each in enumerate(together):
            if _blank(each) == _blank(part):
                days = in_order({*each.byday, *part.byday})
                numbers = tuple(sorted({*each.bymonthday, *part.bymonthday}))
                together[place] = replace(part, byday=days, bymonthday=numbers)
                break
        else:
            together.append(part)
    if len(together) == 1 and not (row.byday or row.bymonthday or row.dtstart):
        return [replace(together[0], byday=())]  # all days of the school, as it was typed
    return together


def _blank(row: Schedule) -> Schedule:
    return replace(row, byday=(), bymonthday=())


def _alike(one: Schedule, other: Schedule) -> bool:
    """Whether two rows are one: the same but for weekdays that both name."""
    if not (one.byday and other.byday) or one.bymonthday or other.bymonthday:
        return one == other
    return replace(one, byday=()) == replace(other, byday=())


def _without(row: Schedule, lost: set[str]) -> tuple[Schedule, ...]:
    """What is left of a row that lost some of its days: itself, or nothing."""
    days = days_of(row)
    left = [code for code in days if code not in lost]
    if len(left) == len(days):
        return (row,)
    if not left:
        return ()
    if left[0][-1:].isdigit():
        return (replace(row, bymonthday=tuple(int(code) for code in left)),)
    return (replace(row, byday=tuple(left)),)


def _begun(day: date | None, today: date) -> date | None:
    """A first day that is not said, because it is over."""
    return day if day is not None and day <= today else None


def _order(row: Schedule) -> tuple[bool, bool, int, int, int, str]:
    """By the first of its days; what comes once a month behind."""
    days = days_of(row)
    place, number = 0, 0
    if days and days[0][-1:].isdigit():
        place, number = _BEHIND, int(days[0])
    elif days:
        place, number = int(days[0][:-2] or 0), WEEK.index(days[0][-2:])
    return row.freq == "MONTHLY", place < 0, place, number, ONS.index(row.on), row.opens_at


def _checked(before: Sequence[Schedule], after: tuple[Schedule, ...], today: date) -> Changed:
    new = tuple(row for row in after if row not in before)
    pairs = tuple(
        (after[earlier], after[later])
        for earlier, later in overlaps(after, today)
        if after[earlier] in new or after[later] in new
    )
    return Changed(after, new, clashes=pairs)
