"""Dates and times of one language at one school: names and layouts from CLDR, the clock from the school's territory."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from babel.dates import format_datetime

from kiosk.domain.needs import Language
from kiosk.words.lean import reading
from kiosk.words.locales import has_half_days, language_of, locale_of

NARROW_NO_BREAK, NO_BREAK = "\u202f", "\u00a0"
_HALF_DAY = 12

Day = date
Hour = time | datetime
"""Named apart: `Dates` has a method called `time`."""


def tidy(text: str) -> str:
    """CLDR's no-break spaces as plain ones: one cell, one byte in a code, found by search and by tests."""
    return text.replace(NARROW_NO_BREAK, " ").replace(NO_BREAK, " ")


class Dates:
    """How one language writes dates and times at one school."""

    def __init__(self, language: Language, territory: str) -> None:
        with reading:
            self.locale = locale_of(language, territory)
            self._half_days = has_half_days(territory)
        self._borrowed = bool(language.joins)
        self._patterns = self._layouts() | dict(language.layouts)

    def _layouts(self) -> dict[str, str]:
        """CLDR's layout for each form; `languages.toml` may have a narrower one (`[language.layouts]`)."""
        skeletons = self.locale.datetime_skeletons
        with_weekday = str(skeletons["MMMEd"].pattern)
        long = str(skeletons["MMMMEd" if "MMMMEd" in skeletons else "MMMEd"].pattern)
        return {
            "date": str(skeletons["MMMd"].pattern),
            "weekday_date": with_weekday,
            "band_date": with_weekday,
            "long_date": re.sub(r"MMM+", "MMMM", re.sub(r"E+", "EEEE", long)),
            "full_date": str(skeletons["yMMMd"].pattern),
            "month_year": str(skeletons["yMMMM"].pattern),
            "month": "LLLL",
            "weekday": "cccc",
            "short_weekday": "ccc",
            "time": str(skeletons["hm" if self._half_days else "Hm"].pattern),
            "short_time": str(skeletons["h"].pattern) if self._half_days else str(skeletons["Hm"].pattern),
            "clock_time": "h:mm" if self._half_days else str(skeletons["Hm"].pattern),
        }

    def form(self, form: str, at: date) -> str:
        """A date in one of the forms of `_layouts`."""
        return self._written(self._patterns[form], at)

    def date_of(self, days: str, in_month: Day) -> str:
        """The `date` form with `days` (`26 and 27`) where the day's number stands."""
        place = "#"
        quoted_or_day = re.compile(r"'[^']*'|d+")
        pattern = quoted_or_day.sub(
            lambda found: found[0] if found[0][0] == "'" else f"'{place}'", self._patterns["date"]
        )
        return self._written(pattern, in_month).replace(place, days)

    def time(self, at: Hour) -> str:
        """`4:00 PM`, or `16:00`."""
        return self._written(self._patterns["time"], at)

    def short_time(self, at: Hour) -> str:
        """`4 PM`, `4:30 PM`, or `16:00`."""
        return self._written(self._patterns["time" if at.minute else "short_time"], at)

    def clock_time(self, at: Hour) -> str:
        """`4:00`, without AM or PM."""
        return self._written(self._patterns["clock_time"], at)

    def bare_time(self, at: Hour) -> str:
        """`4`, `4:30`, or `16:00`."""
        if at.minute or not self._half_days:
            return self.clock_time(at)
        return str(self.hour_number(at))

    def hour_number(self, at: Hour) -> int:
        """The hour as it is said: 4 at four in the afternoon where clocks count to twelve, else 16."""
        return (at.hour % _HALF_DAY or _HALF_DAY) if self._half_days else at.hour

    def language_name(self, code: str, own: bool) -> str:
        """A language's own name, or its name in this language; the code itself where CLDR knows none."""
        language, name = language_of(code)
        if not language:
            return code
        if own or self._borrowed:
            return name[:1].upper() + name[1:]
        return str(self.locale.languages.get(language, code))

    def _written(self, pattern: str, at: Day | Hour) -> str:
        return tidy(format_datetime(_moment(at), pattern, locale=self.locale))


def _moment(at: Day | Hour) -> datetime:
    """A day or an hour as a moment of its own, without a zone: its other half is never shown."""
    if isinstance(at, datetime):
        return at.replace(tzinfo=None)
    if isinstance(at, time):
        return datetime(2000, 1, 1, at.hour, at.minute)  # noqa: DTZ001 - local and shown as it is
    return datetime(at.year, at.month, at.day)  # noqa: DTZ001 - as above
