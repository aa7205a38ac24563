"""The months of a school year as rows of days, and moving over them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from kiosk.domain.calendar import SATURDAY, SchoolCalendar, school_day
from kiosk.domain.school_days import days_of
from kiosk.domain.values import dataclass
from kiosk.words import Words

Ground = Literal["plain", "shut", "care", "snow", "today", "out"]
"""What a day stands on: no school, a short day, a snow day, today, outside the school year."""
LETTERS = {"no-school": "n", "early-dismissal": "e", "delayed-opening": "l", "snow-day": "s"}
GROUNDS: dict[str, Ground] = {
    "no-school": "shut",
    "early-dismissal": "care",
    "delayed-opening": "care",
    "snow-day": "snow",
}
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class YearView:
    """Where a person is in the year: a day, the other end of a run of days, and the first month that is shown."""

    cursor: date
    anchor: date | None = None
    top: int = 0

    @property
    def first(self) -> date:
        """The first chosen day."""
        return min(self.cursor, self.anchor or self.cursor)

    @property
    def last(self) -> date:
        """The last chosen day."""
        return max(self.cursor, self.anchor or self.cursor)


@dataclass(frozen=True, slots=True)
class DayCell:
    """One weekday: `25e` or ` 8 `, its ground, and whether it is chosen."""

    day: date
    text: str
    ground: Ground
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Month:
    """One month: its name, the letters of Monday to Friday, and its weeks; no cell where no day is."""

    name: str
    letters: tuple[str, ...]
    weeks: tuple[tuple[DayCell | None, ...], ...]


def months_of(calendar: SchoolCalendar) -> tuple[date, ...]:
    """The first day of each month that the year has days in."""
    months, month = [], calendar.first_day.replace(day=1)
    while month <= calendar.last_day:
        months.append(month)
        month = _next_month(month)
    return tuple(months)


def shown_months(calendar: SchoolCalendar, view: YearView, room: int) -> tuple[tuple[date, ...], int]:
    """The months that are shown in a room for so many, that of the cursor among them, and the place of the first."""
    months = months_of(calendar)
    at = _place(months, view.cursor)
    top = min(view.top, at, max(0, len(months) - room))
    top = max(top, at - room + 1)
    return months[top : top + room], top


def opening_view(calendar: SchoolCalendar, today: date, room: int) -> YearView:
    """Where a person begins: at today, else at the end of the year that is nearer; the months ahead have more room."""
    cursor = clamped(calendar, today)
    at = _place(months_of(calendar), cursor)
    return YearView(cursor, None, max(0, min(at - 2, len(months_of(calendar)) - room)))


def clamped(calendar: SchoolCalendar, day: date) -> date:
    """The nearest weekday to `day` in the months of the year."""
    months = months_of(calendar)
    last = months[-1].replace(day=monthrange(months[-1].year, months[-1].month)[1])
    day = max(months[0], min(day, last))
    if day.weekday() < SATURDAY:
        return day
    later = day + timedelta(days=7 - day.weekday())
    return later if later <= last else day - timedelta(days=day.weekday() - SATURDAY + 1)


def stepped(day: date, days: int) -> date:
    """So many weekdays on, or back."""
    step = _DAY if days > 0 else -_DAY
    for _ in range(abs(days)):
        day += step
        while day.weekday() >= SATURDAY:
            day += step
    return day


def turned(day: date, months: int) -> date:
    """The same day so many months on, or the last one of a month that is shorter."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month(words: Words, calendar: SchoolCalendar, first: date, view: YearView, today: date) -> Month:
    """One month of the year."""
    return Month(_name(words, first.month), _letters(words), tuple(_weeks(calendar, first, view, today)))


@lru_cache(maxsize=256)
def _name(words: Words, number: int) -> str:
    """A month's name as a title."""
    name = words.month(date(2000, number, 1))
    return name[:1].upper() + name[1:]


@lru_cache(maxsize=16)
def _letters(words: Words) -> tuple[str, ...]:
    """The letters that Monday to Friday begin with."""
    return tuple(words.day_of_week(number, short=True)[:1].upper() for number in range(SATURDAY))


def _weeks(calendar: SchoolCalendar, first: date, view: YearView, today: date) -> Iterator[tuple[DayCell | None, ...]]:
    end = _next_month(first) - _DAY
    monday = first - timedelta(days=first.weekday())
    while monday <= end:
        days = [monday + timedelta(days=number) for number in range(SATURDAY)]
        row = tuple(_cell(calendar, day, view, today) if first <= day <= end else None for day in days)
        if any(row):
            yield row
        monday += _WEEK


def _cell(calendar: SchoolCalendar, day: date, view: YearView, today: date) -> DayCell:
    special = school_day(calendar, day).special
    letter = LETTERS[special.kind] if special else " "
    ground: Ground = GROUNDS[special.kind] if special else "plain"
    text = f"{day.day:>2}{letter}"
    if not calendar.first_day <= day <= calendar.last_day:
        ground, text = "out", " · "
    if day == today and ground in ("plain", "out"):
        ground, text = "today", f"{day.day:>2} "
    return DayCell(day, text, ground, view.first <= day <= view.last)


def weekdays(first: date, last: date) -> list[date]:
    """The weekdays of a run of days."""
    return [day for day in days_of(first, last) if day.weekday() < SATURDAY]


def _place(months: tuple[date, ...], day: date) -> int:
    return max(0, min(len(months) - 1, (day.year - months[0].year) * 12 + day.month - months[0].month))


def _next_month(first: date) -> date:
    return turned(first, 1)
