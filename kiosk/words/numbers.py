"""Numbers, prices and lists of names, as CLDR writes them in one language."""

from __future__ import annotations

import re
from functools import lru_cache

from babel.core import Locale
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from kiosk.words.dates import tidy
from kiosk.words.locales import own_locale

BEFORE_SAME_SOUND = {
    "es": ((" y ", " e ", re.compile(r"h?[ií](?!e)", re.IGNORECASE)), (" o ", " u ", re.compile(r"h?[oó]|8", re.I)))
}
"""Where *and* or *or* changes before its own sound (`padres e hijos`), which CLDR's patterns leave to the program."""


def number(value: int | float, locale: Locale) -> str:
    """`1,200`."""
    return tidy(format_decimal(value, locale=locale))


@lru_cache(maxsize=512)
def money(amount: float, currency: str, territory: str, locale: Locale) -> str:
    """A price as the school's own territory writes it: the reader meets it again on signs and bills there."""
    written = own_locale(territory) or locale
    cents = "" if float(amount).is_integer() else "00"
    pattern = re.sub(r"([.])0+", rf"\g<1>{cents}" if cents else "", str(written.currency_formats["standard"].pattern))
    return tidy(format_currency(amount, currency, pattern, locale=written, currency_digits=False))


def joined(items: tuple[str, ...], word: str) -> str:
    """`A, B ak C`: a list in a language whose joining word CLDR does not know."""
    *others, last = items or ("",)
    return f"{', '.join(others)} {word} {last}" if others else last


def listed(items: tuple[str, ...], locale: Locale, either: bool = False) -> str:
    """`A, B, and C`, or with `either` `A, B, or C`."""
    text = tidy(format_list(items, "or" if either else "standard", locale=locale))
    for word, other, sound in BEFORE_SAME_SOUND.get(locale.language, ()):
        if len(items) > 1 and sound.match(items[-1]) and text.endswith(word + items[-1]):
            text = text.removesuffix(word + items[-1]) + other + items[-1]
    return text
