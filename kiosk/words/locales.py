"""Which CLDR locale a language has at a school, and whether the words in it are the language's own.

A language that CLDR does not know is not taken in another's words: Babel gives Haitian Creole French day names without
a word. Such a language brings its own names and layouts in `languages.toml` (`calendar`, `joins`), or it is refused.
"""

from __future__ import annotations

import re
from functools import lru_cache

from babel.core import Locale, UnknownLocaleError, get_global
from babel.localedata import LocaleDataDict, load

from kiosk.domain.errors import Refused
from kiosk.domain.needs import CalendarNames, Language
from kiosk.words.lean import LeanLocale, lean, reading


class NamedLocale(LeanLocale):
    """A CLDR locale whose day and month names are a language's own."""

    names: CalendarNames

    @property
    def days(self) -> LocaleDataDict:
        """Monday first, as CLDR numbers them from 0."""
        wide = dict(enumerate(self.names.days)) or dict(super().days["format"]["wide"])
        short = dict(enumerate(self.names.short_days)) or dict(super().days["format"]["abbreviated"])
        return LocaleDataDict(_both({"wide": wide, "abbreviated": short, "narrow": short, "short": short}))

    @property
    def months(self) -> LocaleDataDict:
        """January first, numbered from 1."""
        wide = dict(enumerate(self.names.months, 1)) or dict(super().months["format"]["wide"])
        short = dict(enumerate(self.names.short_months, 1)) or dict(super().months["format"]["abbreviated"])
        return LocaleDataDict(_both({"wide": wide, "abbreviated": short, "narrow": short}))

    @property
    def day_periods(self) -> LocaleDataDict:
        """The words before and after noon."""
        if not self.names.periods:
            return super().day_periods
        before, after = self.names.periods
        each = {"am": before, "pm": after}
        return LocaleDataDict(_both({"wide": each, "abbreviated": each, "narrow": each}))


def _both(widths: dict[str, dict[int, str]] | dict[str, dict[str, str]]) -> dict[str | int | None, object]:
    return {"format": widths, "stand-alone": widths}


def locale_of(language: Language, territory: str) -> Locale:
    """The CLDR locale of a language in the school's territory, or as `languages.toml` names it where CLDR has no such.

    Refused when CLDR would fall back to another language and the language does not bring its own names.
    """
    with reading:
        return _found(language, territory)


def _found(language: Language, territory: str) -> Locale:
    names = language.calendar
    has_own = names is not None and bool(names.days and names.months and language.joins)
    for identifier in (f"{language.code.replace('-', '_')}_{territory}", language.locale):
        try:
            found = Locale.parse(identifier)
        except (UnknownLocaleError, ValueError):
            continue
        if has_own or found.language == language.code.partition("-")[0]:
            break
    else:
        raise Refused(
            f"languages.toml: {language.code}: locale: {language.locale!r} is no CLDR locale of this language."
        )
    if not has_own and (lender := borrowed_from(str(found))):
        raise Refused(
            f"languages.toml: {language.code}: calendar: CLDR shows its dates in {lender}; "
            "give its own days, months and joins."
        )
    kept = lean(found)
    if names is None:
        return kept
    named = NamedLocale(found.language, found.territory, found.script, found.variant)
    named.parts, named.names = kept.parts, names
    return named


@lru_cache(maxsize=16)
def borrowed_from(identifier: str) -> str:
    """The language whose day or month names CLDR shows for a locale (`en_US`); empty when they are its own."""
    locale = Locale.parse(identifier)
    if dict(locale.months["format"]["wide"]) == dict(load("root")["months"]["format"]["wide"]):
        return "no language"
    parents = get_global("parent_exceptions")
    parent = str(parents.get(str(locale), parents.get(locale.language, ""))).partition("_")[0]
    others = {parent, "en"} - {"", locale.language, "root"}
    for other in sorted(others):
        lent = Locale.parse(other)
        if any(
            dict(locale_part["format"]["wide"]) == dict(lent_part["format"]["wide"])
            for locale_part, lent_part in ((locale.days, lent.days), (locale.months, lent.months))
        ):
            return lent.get_language_name("en") or other
    return ""


def has_half_days(territory: str) -> bool:
    """Whether clocks in a territory (ISO 3166-1) count to twelve, as its own main language writes them in CLDR."""
    own = own_locale(territory)
    return own is not None and "h" in re.sub(r"'[^']*'", "", own.time_formats["short"].pattern)


@lru_cache(maxsize=16)
def own_locale(territory: str) -> Locale | None:
    """A territory's own main language as it is written there; None where CLDR knows none."""
    with reading:
        try:
            return lean(Locale.parse(f"und_{territory}"))
        except (UnknownLocaleError, ValueError):
            return None


@lru_cache(maxsize=256)
def language_of(code: str) -> tuple[str, str]:
    """A language as CLDR calls it (`es` for `es-MX`), and its name in itself; nothing where CLDR knows none."""
    with reading:
        try:
            found = Locale.parse(code.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            return "", ""
        return found.language, str(found.languages.get(found.language, code))
