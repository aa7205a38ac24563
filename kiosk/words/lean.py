"""CLDR without what the kiosk never says. Babel keeps all that it reads: 5 MB for two languages, of which this is 0.3.

Whatever reads CLDR's own files does so under `reading`; what it made of them is kept, and the rest is let go.
"""

from __future__ import annotations

from threading import RLock

from babel import core, localedata
from babel.core import Locale
from babel.localedata import LocaleDataDict

USED = frozenset({
    "currency_formats", "currency_symbols", "date_formats", "datetime_formats", "datetime_skeletons", "day_periods",
    "days", "decimal_formats", "default_numbering_system", "eras", "languages", "list_patterns",
    "minimum_grouping_digits", "months", "number_symbols", "numbering_systems", "quarters", "time_formats",
})  # fmt: skip
"""The parts of a locale that dates, hours, prices, numbers, lists and language names are written by."""
UNSAID: dict[str | int | None, object] = {"currency_names": {}, "currency_names_plural": {}}
"""What Babel looks into at every price, for a layout that no price has: `5 US dollars`."""


class LeanLocale(Locale):
    """A CLDR locale with the parts in `USED` only."""

    parts: LocaleDataDict

    @property
    def _data(self) -> LocaleDataDict:
        return self.parts


def lean(locale: Locale) -> LeanLocale:
    """The same locale with only what is used; to be asked under `reading`."""
    made = LeanLocale(locale.language, locale.territory, locale.script, locale.variant)
    every = localedata.load(str(locale))
    parts: dict[str | int | None, object] = {name: _alone(every[name]) for name in sorted(USED & every.keys())}
    made.parts = LocaleDataDict(parts | UNSAID)
    return made


def _alone(part: object) -> object:
    """A part without its way to the whole, which Babel puts into every part that somebody has looked into."""
    if isinstance(part, dict | LocaleDataDict):
        inside = part if isinstance(part, dict) else part._data
        return {name: _alone(each) for name, each in inside.items()}
    return part


class _Reading:
    """Held while CLDR's files are read: one thread at a time, and at the end Babel forgets them."""

    def __init__(self) -> None:
        self._turn = RLock()
        self._within = 0

    def __enter__(self) -> None:
        self._turn.acquire()
        self._within += 1

    def __exit__(self, *_: object) -> None:
        self._within -= 1
        if not self._within:
            for whole in localedata._cache.values():
                whole.clear()  # its parts know it: without this only a search for rubbish would free them
            localedata._cache.clear()
            core._global_data = None
        self._turn.release()


reading = _Reading()
