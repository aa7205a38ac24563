"""Typed hours cut into pieces: words, times, dates, signs, each with its place in the text as it was typed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from kiosk.domain.typed.halves import Half, typed_time
from kiosk.domain.typed.letters import Piece, by_letters, told_apart
from kiosk.domain.typed.words import Meaning, meanings

_PLAIN = {"\n": "\n", "’": "'"}

_ISO_DATE = r"(?P<iso>20\d\d-\d\d?-\d\d?)(?!\d)"
_SLASH_DATE = r"(?P<numeric>\d\d?/\d\d?(?:/(?:20)?\d\d)?)(?![\d/])(?!\s*[-–]\s*\d\d?(?![\d/]))"
_PLACE = r"(?P<place>\d\d?)(?:\.?(?:[º°ª]|er|ero|era|ro|ra|do|da|to|ta)|st|nd|rd|th)(?![a-z0-9])"
_HALF = r"(?:\s*(?P<half>[ap])\.?\s?m(?![a-z])\.?|(?P<letter>[ap])(?![a-z0-9]))?"
_TIME = (
    r"(?P<hour>\d\d?(?=(?:\d\d)?(?!\d)))(?:[:.h]?(?P<minute>\d\d)(?!\d))?(?:\s?(?:hrs?|hs|h|horas)(?![a-z]))?" + _HALF
)
_WORD = r"(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)"
_SIGN = r"(?P<stop>\.(?=\s|$))|[-–—‒−~]+|[.,&+/()@:;\n|•·]"
_SIGNS = (
    dict.fromkeys("-–—‒−~", "dash")
    | dict.fromkeys(";\n|•·", "end")
    | dict.fromkeys("&+", "and")
    | dict.fromkeys("()@:", "fill")
    | {",": "comma", "/": "slash", ".": "dot"}
)


def pieces(text: str) -> list[Piece]:
    """The pieces of a text, in order. What is no word of typed hours has the kind `unknown`."""
    folded, places = _folded(text)
    found: list[Piece] = []
    at = 0
    while at < len(folded):
        match = _pattern().match(folded, at)
        if match is not None:
            kind, means = _meant(match)
            found.append(Piece(kind, means, places[at], places[match.end() - 1] + 1))
            at = match.end()
            continue
        if not folded[at].isspace():
            found.append(Piece("unknown", None, places[at], places[at] + 1))
        at += 1
    return told_apart(found, folded)


def _folded(text: str) -> tuple[str, list[int]]:
    """The text without case and accents, and where each of its signs stands in the text as it was typed."""
    signs, places = [], []
    for place, sign in enumerate(text):
        for each in unicodedata.normalize("NFD", sign.casefold()):
            if not unicodedata.combining(each):
                signs.append(_PLAIN.get(each, " " if each.isspace() else each))
                places.append(place)
    return "".join(signs), places


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """Every phrase, longest first, then times, dates and signs; last any other word."""
    phrases = sorted(meanings(), key=len, reverse=True)
    written = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    phrase = rf"(?P<phrase>(?<![a-z])(?:{written})(?![a-z]))"
    with_digits = "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in phrases if each[0].isdigit())
    digits = rf"(?P<digits>(?:{with_digits})(?![a-z0-9]))"
    numbers = "|".join((digits, _ISO_DATE, _SLASH_DATE, _PLACE, _TIME))
    return re.compile(rf"(?<!\d)(?:{numbers})|{phrase}|{_WORD}|{_SIGN}", re.ASCII)


def _meant(match: re.Match[str]) -> Meaning:
    """What a match stands for."""
    whole = match[0]
    if phrase := match["phrase"] or match["digits"]:
        return meanings()[re.sub(r"\s+", " ", phrase)]
    if match["iso"]:
        return "iso", tuple(int(number) for number in whole.split("-"))
    if match["numeric"]:
        return "numeric", tuple(int(number) for number in whole.split("/"))
    if match["place"]:
        return "place", int(match["place"])
    if match["hour"]:
        return _number(match)
    if match["word"]:
        return by_letters(whole)
    if match["stop"]:
        return "stop", None
    return _SIGNS[whole[0]], None


def _number(match: re.Match[str]) -> Meaning:
    """A time; or a plain number, which may be a time, a day or a year: its neighbours tell."""
    whole, hour, minute = match[0], match["hour"], match["minute"]
    if whole.isdigit() and (len(whole) < 3 or whole.startswith("20")):
        return "number", int(whole)
    letter = match["half"] or match["letter"]
    half: Half | None = None if letter is None else "am" if letter == "a" else "pm"
    padded = len(hour) == 2 and (hour[0] == "0" or minute is not None)
    return "time", typed_time(int(hour), int(minute or 0), half, padded)
