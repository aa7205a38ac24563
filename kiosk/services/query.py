"""A query: what somebody typed, read as words that can be looked for, whatever it was."""

from __future__ import annotations

import re
from collections.abc import Collection

from kiosk.domain.text import fold
from kiosk.domain.values import dataclass

LONGEST = 300
"""Characters that are read; a screen's keyboard takes far fewer."""
MOST_WORDS = 12
_LONGEST_WORD = 40
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\s*(?:no\.?|num(?:ber|ero)?\.?|n[º°o]\.?|#)?\s*(\d{3,9})\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Query:
    """The words of a query, without case and accents, small words left out unless there are no others."""

    words: tuple[str, ...]
    goes_on: bool
    """The last word may not be whole yet: it counts for all words that start with it."""
    number: str
    """A listing's number, when the query is one (`214`, `No. 214`); else empty."""


def words_of(text: str) -> list[str]:
    """The words of a text without case and accents, split as the full text index splits them."""
    return _WORD.findall(fold(text))


def count_words(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))


def read_query(text: str, small_words: Collection[str]) -> Query:
    """Read what was typed. Never fails: what is no word is passed over."""
    text = text[:LONGEST]
    if number := _NUMBER.fullmatch(text):
        return Query((number[1],), goes_on=False, number=number[1])
    found = [word[:_LONGEST_WORD] for word in words_of(text)]
    goes_on = bool(found) and text[-1:].isalnum()
    kept = [word for at, word in enumerate(found) if _counts(word, small_words, last=goes_on and at == len(found) - 1)]
    if not kept or (len(kept) == 1 and goes_on and len(kept[0]) == 1 and len(found) > 1):
        kept = [word for word in found if word not in small_words] or found
    words = tuple(dict.fromkeys(kept[:MOST_WORDS]))
    return Query(words, goes_on and bool(words) and words[-1] == found[-1], "")


def _counts(word: str, small_words: Collection[str], *, last: bool) -> bool:
    """Whether a word says something; a single letter does only while it is being typed."""
    if word in small_words:
        return False
    return len(word) > 1 or last or word.isdigit()
