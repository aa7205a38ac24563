"""Words: everything the program says in one language, from its gettext catalog and CLDR."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.domain.listing import LocalText
from kiosk.domain.needs import Language
from kiosk.words.catalog import Catalog
from kiosk.words.pick import chosen, picked

if TYPE_CHECKING:
    from kiosk.words.dates import Dates

PLACE = re.compile(r"\{(\w+)\}(\.?)")
"""A place for a value, with the full stop after it."""
NEAR = 4
"""Days ahead that a weekday alone names without a doubt."""

Day = date
Hour = time | datetime
"""Named apart: `Words` has methods called `date` and `time`."""


class Words:
    """One language at one school. All texts are finished: screens, plain mode and command line show them as they are.

    `territory` is the school's (ISO 3166-1): whatever the language, it decides on 12 or 24 hours and writes money.
    """

    def __init__(self, language: Language, territory: str, catalog: Catalog) -> None:
        self.language = language
        self.territory = territory
        self._catalog = catalog

    # -- the interface's own words

    def say(self, message: str, **values: object) -> str:
        """A sentence in this language. `message` is the English, with `{named}` places for `values`."""
        return _filled(self._catalog.gettext(message), values)

    def tell(self, sentence: str, **values: object) -> str:
        """Like `say`, for a sentence that stands elsewhere and is marked there (`told`)."""
        return _filled(self._catalog.gettext(sentence), values)

    def count(self, one: str, many: str, n: int, **values: object) -> str:
        """A sentence about `n` things, in the plural form this language has for `n`; `{n}` stands for the number."""
        return _filled(self._catalog.ngettext(one, many, n), {"n": self.number(n), **values})

    def context(self, context: str, message: str, **values: object) -> str:
        """Like `say`, where one English text has two meanings; `context` tells them apart and is never shown."""
        return _filled(self._catalog.pgettext(context, message), values)

    # -- texts that content and listings bring along

    def pick(self, text: LocalText) -> str:
        """The text in this language, else in English, else in any; empty when there is none."""
        return picked(text, self.language.code)

    def is_fallback(self, text: LocalText) -> bool:
        """Whether `pick` shows this text in another language than the reader's."""
        return chosen(text, self.language.code) not in ("", self.language.code)

    def shown_in(self, text: LocalText) -> str:
        """`Shown in English.` when the text has fallen back, else empty."""
        shown = chosen(text, self.language.code)
        if shown in ("", self.language.code):
            return ""
        return self.say("Shown in {language}.", language=self.language_name(shown, own=False))

    def warm(self) -> None:
        """Read CLDR's names and layouts ahead of need: the first sentence with a date or a price would wait."""
        self.money(1)
        self.language_name(self.language.code)

    # -- times and dates: the words are CLDR's, the clock is the territory's

    def time(self, at: Hour) -> str:
        """`4:00 PM`."""
        return self._dates.time(at)

    def short_time(self, at: Hour) -> str:
        """`4 PM`, with minutes only when there are some."""
        return self._dates.short_time(at)

    def hour(self, at: Hour, period: bool = False) -> str:
        """`4`, `4:30` (with `period` `4 PM`), as said after *until*, *at*, *from*: in Spanish `las 4`, `la 1`."""
        text = self._dates.short_time(at) if period else self._dates.bare_time(at)
        said = self._dates.hour_number(at)
        # Translators: an hour as it stands after "until", "at" and "from". Spanish has an article: "la 1", "las 4".
        return _filled(self._catalog.npgettext("after until, at, from", "{hour}", "{hour}", said), {"hour": text})

    def span(self, start: Hour, end: Hour, short: bool = False) -> str:
        """`8:00 AM to 4:00 PM`; `short` leaves out what the second time says too: `3:15 to 5:00 PM`."""
        first = self._dates.clock_time(start) if short else self._dates.time(start)
        return self.say("{start} to {end}", start=first, end=self._dates.time(end))

    def clock_time(self, at: Hour) -> str:
        """`4:00`, where what stands around it tells which half of the day."""
        return self._dates.clock_time(at)

    def compact_span(self, start: Hour, end: Hour) -> str:
        """`8:00-4:00`, for narrow columns, where the days beside it tell which half of the day."""
        return f"{self._dates.clock_time(start)}-{self._dates.clock_time(end)}"

    def days(self, first: Day, last: Day) -> str:
        """`Nov 26`, `Nov 26 and 27`, `Nov 26 to 30`, `Nov 30 to Dec 2`: a run of days, both ends included."""
        if first == last:
            return self.date(first)
        if (first.year, first.month) != (last.year, last.month):
            return self.say("{start} to {end}", start=self.date(first), end=self.date(last))
        ends = (str(first.day), str(last.day))
        near = (last - first).days == 1
        numbers = self.names(ends) if near else self.say("{start} to {end}", start=ends[0], end=ends[1])
        return self._dates.date_of(numbers, first)

    def date(self, day: Day) -> str:
        """`Nov 24`."""
        return self._dates.form("date", day)

    def weekday_date(self, day: Day) -> str:
        """`Tue Nov 24`."""
        return self._dates.form("weekday_date", day)

    def long_date(self, day: Day) -> str:
        """`Tuesday, November 24`: a title, so it begins with a capital in every language."""
        text = self._dates.form("long_date", day)
        return text[:1].upper() + text[1:]

    def full_date(self, day: Day) -> str:
        """`Nov 23, 2026`."""
        return self._dates.form("full_date", day)

    def weekday(self, day: Day) -> str:
        """`Monday`."""
        return self._dates.form("weekday", day)

    def short_weekday(self, day: Day) -> str:
        """`Mon`."""
        return self._dates.form("short_weekday", day)

    def day_of_week(self, number: int, short: bool = False) -> str:
        """The name of a weekday by its number, Monday 0: `Monday`, short `Mon`."""
        return self._dates.form("short_weekday" if short else "weekday", Day(2024, 1, 1 + number))

    def month(self, day: Day) -> str:
        """`November`."""
        return self._dates.form("month", day)

    def month_year(self, day: Day) -> str:
        """`November 2026`."""
        return self._dates.form("month_year", day)

    def clock(self, now: datetime) -> str:
        """The band's clock: `Tue Nov 24  3:05 PM`."""
        return f"{self._dates.form('band_date', now)}  {self.time(now)}"

    def when(self, at: datetime, now: datetime, short: bool = False) -> str:
        """A coming moment: `4:00 PM` today, `Friday 2:00 PM` in the next four days, else `Mon Nov 30, 8:00 AM`."""
        days = (at.date() - now.date()).days
        if days == 0:
            return self.time(at)
        if 0 < days <= NEAR:
            return f"{self.short_weekday(at) if short else self.weekday(at)} {self.time(at)}"
        return f"{self.weekday_date(at)}, {self.time(at)}"

    def said(self, day: Day, today: Day) -> str:
        """A day in the past six days by its name (`Tuesday`), `today`, else its date (`Nov 3`)."""
        days = (today - day).days
        if days == 0:
            return self.say("today")
        named = self.weekday(day) if 0 < days < 7 else self.date_near(day, today)
        # Translators: a day as it stands after "said": "said Tuesday", "said Nov 3". Spanish has an article.
        return self.context("after said", "{day}", day=named)

    def date_near(self, day: Day, today: Day) -> str:
        """`Nov 24`, with its year when it is more than half a year away: `Nov 24, 2025`."""
        return self.date(day) if abs((day - today).days) <= 183 else self.full_date(day)

    # -- numbers, money, names

    def number(self, value: int | float) -> str:
        """`1,200`."""
        if isinstance(value, int) and -1000 < value < 1000:
            return str(value)
        from kiosk.words.numbers import number

        return number(value, self._dates.locale)

    def money(self, amount: float, currency: str = "USD") -> str:
        """`$25`, `$12.50`: without cents when there are none. What a family reads on the school's own price list."""
        from kiosk.words.numbers import money

        return money(amount, currency, self.territory, self._dates.locale)

    def names(self, items: Iterable[str]) -> str:
        """`A, B, and C`, as this language lists things."""
        return self._listed(tuple(items), "and")

    def either(self, items: Iterable[str]) -> str:
        """`A, B, or C`."""
        return self._listed(tuple(items), "or")

    def language_name(self, code: str, own: bool = True) -> str:
        """A language by its own name (`Español`), or with `own=False` by its name in this language (`Spanish`)."""
        return self._dates.language_name(code, own)

    def grade(self, grade: str) -> str:
        """A school grade on its own: `Pre-K`, `K`, `3`."""
        return self.say("Pre-K") if grade == "PK" else grade

    def _listed(self, items: tuple[str, ...], join: str) -> str:
        from kiosk.words.numbers import joined, listed

        own = self.language.joins.get(join)
        return joined(items, own) if own else listed(items, self._dates.locale, either=join == "or")

    @cached_property
    def _dates(self) -> Dates:
        """CLDR costs a start 20 ms, so it waits for the first date."""
        from kiosk.words.dates import Dates

        return Dates(self.language, self.territory)


def _filled(text: str, values: dict[str, object]) -> str:
    """A text with its named places filled: one pass, so braces in a value stay what they are.

    A value that ends in a full stop (`until 4:00 p. m.`) takes the sentence's with it.
    """

    def value(place: re.Match[str]) -> str:
        said, stop = str(values[place[1]]), place[2]
        return said if stop and said.endswith(stop) else said + stop

    return PLACE.sub(value, text) if values else text
