"""A new school year, started from the public holidays of the school's region."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kiosk.domain.calendar import SATURDAY, SchoolCalendar, SpecialDay
from kiosk.domain.listing import LocalText
from kiosk.domain.school_days import REASON
from kiosk.services.all_languages import ENGLISH, Speeches, in_all_languages
from kiosk.services.day_names import day_names

if TYPE_CHECKING:
    from holidays import HolidayBase

OBSERVED = " (observed)"
_YEAR = timedelta(weeks=52)
"""To the same weekday a year later."""
_MONDAY, _FRIDAY = 0, 4


def new_year(
    region: str, first_day: date, last_day: date, speeches: Speeches, bells: SchoolCalendar | None = None
) -> SchoolCalendar:
    """A school year with the public holidays between its first and last day that fall on weekdays.

    `region` is ISO 3166-2 (`US-CT`) or 3166-1; where its holidays are not known there are none. `bells`: an earlier
    year, whose bells ring on.
    """
    days = tuple(
        SpecialDay(from_=day, to=day, kind="no-school", reason=reason)
        for day, reason in _holidays(region, first_day, last_day, speeches)
        if day.weekday() < SATURDAY
    )
    fresh = SchoolCalendar(first_day=first_day, last_day=last_day, days=days)
    if bells is None:
        return fresh
    return SchoolCalendar(
        first_day=first_day, last_day=last_day, days=days, starts_at=bells.starts_at, dismisses_at=bells.dismisses_at
    )


def next_bounds(calendar: SchoolCalendar | None, today: date) -> tuple[date, date]:
    """A guess at the first and last day of the year to begin, for a person to correct.

    A year after the one before; without one, from the last Monday of August to the second Friday of June.
    """
    if calendar is not None and calendar.last_day < today:
        first, last = calendar.first_day, calendar.last_day
        while last < today:
            first, last = first + _YEAR, last + _YEAR
        return first, last
    if calendar is not None:
        return calendar.first_day + _YEAR, calendar.last_day + _YEAR
    fall = today.year if today.month >= 7 else today.year - 1
    return _weekday_before(date(fall, 9, 1), _MONDAY), _weekday_before(date(fall + 1, 6, 15), _FRIDAY)


def _weekday_before(day: date, weekday: int) -> date:
    """The last such weekday before `day`."""
    return day - timedelta(days=(day.weekday() - weekday - 1) % 7 + 1)


def _holidays(region: str, first: date, last: date, speeches: Speeches) -> Iterator[tuple[date, LocalText]]:
    """Each public holiday in the range and its name, in order."""
    found = _named(region, first, last, "en_US") or _named(region, first, last, "")
    own = {code: _named(region, first, last, code) for code in speeches if code != ENGLISH}
    for day in sorted(found):
        yield day, _reason(found[day], {code: names[day] for code, names in own.items() if day in names}, speeches)


def _reason(english: str, own: LocalText, speeches: Speeches) -> LocalText:
    """A holiday's name: as the region itself calls it in a language, else by the program's own words for it."""
    if english in day_names(speeches[ENGLISH]):
        return {**in_all_languages(speeches, lambda speech: day_names(speech)[english]), **own}
    return {ENGLISH: english, **own}


def _named(region: str, first: date, last: date, language: str) -> dict[date, str]:
    """The holidays with their names in a language, empty where it has none; `language` empty: the region's own."""
    known = _known(region)
    if known is None:
        return {}
    base = language.partition("_")[0]
    spoken = next((each for each in known.supported_languages if each.partition("_")[0] == base), None)
    if language and spoken is None:
        return {}
    import holidays

    years = range(first.year, last.year + 1)
    named = holidays.country_holidays(known.country, subdiv=known.subdiv, years=years, language=spoken)
    return {day: _plain(name) for day, name in named.items() if first <= day <= last}


def _known(region: str) -> HolidayBase | None:
    """What the library knows of a region, of its country where it does not know the part; None for neither."""
    import holidays  # a fifth of a second: only who begins a school year waits for it

    country, _, part = region.partition("-")
    for subdivision in (part or None, None):
        try:
            return holidays.country_holidays(country, subdiv=subdivision)
        except NotImplementedError:
            continue
    return None


def _plain(name: str) -> str:
    """The names of a day without the remark that it was put off."""
    return name.replace(OBSERVED, "").replace("; ", ", ")[:REASON]
