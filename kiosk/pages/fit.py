"""Making words fit: whole sentences first, then whole words. Nothing is ever cut inside a word."""

from __future__ import annotations

import re
from unicodedata import combining, east_asian_width

_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def sentence(text: str) -> str:
    """A text that ends like a sentence, so that another may follow it."""
    text = text.strip()
    return f"{text}." if text and text[-1].isalnum() else text


def capital(text: str) -> str:
    """A text as it stands first on its line: weekdays and much else are small in Spanish, but not there."""
    return text[:1].upper() + text[1:]


def cells(text: str) -> int:
    """How many terminal cells a text takes."""
    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def fit(text: str, width: int) -> str:
    """As many whole sentences as fit in `width` cells; of a first sentence that is longer, as many whole words."""
    kept = ""
    for sentence in _SENTENCE.split(text.replace("\n", " ").strip()):
        longer = f"{kept} {sentence}".strip()
        if cells(longer) > width:
            break
        kept = longer
    return kept or _words(text, width)


def _words(text: str, width: int) -> str:
    kept = ""
    for word in text.split():
        longer = f"{kept} {word}".strip()
        if cells(longer) > width - 3:
            break
        kept = longer
    return f"{kept.rstrip(',;:.')}..." if kept else ""


def wrapped(text: str, width: int) -> int:
    """How many lines a text takes when it is broken at spaces into lines of `width` cells."""
    count = 0
    for paragraph in text.split("\n"):
        used = 0
        count += 1
        for word in paragraph.split():
            size = cells(word)
            if used and used + 1 + size > width:
                count, used = count + 1, 0
            used += size + (1 if used else 0)
    return count
