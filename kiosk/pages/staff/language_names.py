"""Languages as staff write them: by their own name, by their name in the reader's language or English, or by code."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kiosk.domain.text import fold
from kiosk.pages.staff.parts import StaffAsk

if TYPE_CHECKING:
    from kiosk.words import Words

CODES = (
    "en", "es", "ar", "zh", "vi", "pt", "ru", "ht", "hmn", "ur", "ko", "fr", "so", "uk", "fil", "tl", "pl", "fa", "ps",
    "sw", "am", "bn", "hi", "ja", "de", "it", "ne", "my", "km", "lo", "pa", "gu", "te", "ta", "mr", "ml", "sq", "bs",
    "hr", "sr", "ro", "hu", "el", "tr", "he", "yi", "hy", "ka", "ti", "om", "ig", "yo", "ha", "ak", "rw", "ln", "wo",
    "ku", "uz", "mn", "th", "id", "ms", "jv", "sm", "to", "mh", "chk", "haw", "nv", "quc", "ase", "kea", "bg", "cs",
    "sk", "lt", "lv", "et", "fi", "sv", "da", "nb", "nl", "az", "kk", "ky", "tg", "si", "ur",
)  # fmt: skip
"""Languages that families of United States schools speak (ISO 639): their names are CLDR's."""
_BETWEEN = re.compile(r"\s*(?:[,;/]|\band\b|\by\b)\s*", re.IGNORECASE)


def language_codes(ask: StaffAsk, typed: str) -> tuple[tuple[str, ...], str]:
    """The codes of what was typed, each once; and the first name that is known to nobody, empty when there is none."""
    center = ask.desk.center
    known = _names(ask.words) | _names(center.words_for("en"))
    known |= {fold(each.name): each.code for each in center.content.languages}
    codes: dict[str, None] = {}
    for name in filter(None, _BETWEEN.split(typed.strip())):
        folded = fold(name)
        alike = {code for each, code in known.items() if folded in each.split()}  # `creole` is Haitian Creole here
        code = known.get(folded) or (folded if folded in CODES else alike.pop() if len(alike) == 1 else "")
        if not code:
            return (), name
        codes[code] = None
    return tuple(codes), ""


def own_name(ask: StaffAsk, code: str) -> str:
    """A language by its own short name: `Kreyòl`."""
    language = ask.desk.center.content.language(code)
    return language.name if language is not None else ask.words.language_name(code)


@lru_cache(maxsize=8)
def _names(words: Words) -> dict[str, str]:
    """Folded names -> codes, in one language and in their own."""
    names = {fold(words.language_name(code, own=own)): code for own in (False, True) for code in reversed(CODES)}
    return {name: code for name, code in names.items() if name}
