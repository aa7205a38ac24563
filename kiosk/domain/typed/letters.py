"""Pieces of typed hours that only the rest of the text explains: days by single letters, and `mar`.

`M` is Monday in `M-F`, but Tuesday or Wednesday in `L-M` (lunes, martes, miércoles). `S` is Saturday in `L-S` (sábado,
domingo), and Saturday or Sunday in `M-S`. `mar` is Tuesday beside Spanish days, else Tuesday or March.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from kiosk.domain.typed.words import Meaning
from kiosk.domain.values import dataclass

_WEEK = re.compile(r"(m)?(tu|t)?(w)?(th|r|t)?(f)?(sa|s)?(su|s)?")
_SPANISH_WEEK = re.compile(r"(l)?(m)?(x|m)?(j)?(v)?(s)?(d)?")
_SPANISH_DAY = re.compile(r"(?<![a-z])(?:lun|mie|jue|vie|sab|dom|marte)", re.ASCII)
_LETTERS = {"m": 0, "t": 1, "w": 2, "f": 4, "s": 5}
_SHORT = ("day", "month", "letter", "mar")
"""Kinds of pieces that may be short for a longer word, with a full stop of their own."""
_YEARS = 2000
"""From here on a number is a year: `2027`, which else could be 8:27 in the evening."""
_DATES = ("until", "from", "closed", "except")
"""Kinds of pieces after which a number behind `mar` is a day of March."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of typed hours: its kind, what it stands for, and from where to where it lies in the text."""

    kind: str
    means: Any
    start: int
    end: int


def by_letters(word: str) -> Meaning:
    """`MWF`, `TTh`, `LXV`: days by their letters, in the order of the week; else the word is not known."""
    if len(word) > 1:
        for pattern, kind in ((_WEEK, "letters"), (_SPANISH_WEEK, "spanish-letters")):
            match = pattern.fullmatch(word)
            if match:
                return kind, tuple((day, match[day + 1]) for day in range(7) if match[day + 1])
    return "unknown", None


def told_apart(found: list[Piece], folded: str) -> list[Piece]:
    """The pieces with letters and `mar` resolved, where the text says enough, and unknown neighbours joined.

    What stays open has the kind `either`, and means all that it could be.
    """
    is_spanish = any(piece.kind.startswith("spanish-") for piece in found)
    has_spanish_day = is_spanish or _SPANISH_DAY.search(folded) is not None
    told: list[Piece] = []
    for place, piece in enumerate(found):
        kind, means = piece.kind, piece.means
        if kind in ("stop", "dot"):
            if place and found[place - 1].kind in _SHORT and found[place - 1].end == piece.start:
                continue
            kind = "end" if kind == "stop" else "unknown"
        elif kind == "mar":
            kind, means = _mar(found, place, has_spanish_day)
        elif kind == "letter":
            kind, means = _letter(means, is_spanish)
        elif kind in ("letters", "spanish-letters"):
            kind, means = _several(dict(means), kind == "spanish-letters")
        kind = "day" if kind == "spanish-letter" else kind
        if kind == "unknown" and told and told[-1].kind == "unknown":
            told[-1] = Piece("unknown", None, told[-1].start, piece.end)
        else:
            told.append(Piece(kind, means, piece.start, piece.end))
    return told


def _letter(letter: str, is_spanish: bool) -> Meaning:
    if letter == "m" and is_spanish:
        return "either", ("TU", "WE")
    if letter == "s" and not is_spanish:
        return "either", ("SA", "SU")
    return "day", _LETTERS[letter]


def _several(letters: Mapping[int, str], is_spanish: bool) -> Meaning:
    if is_spanish and 1 in letters and 2 not in letters:
        return "either", ("TU", "WE")
    if not is_spanish and letters.get(5) == "s" and 6 not in letters:
        return "either", ("SA", "SU")
    return "days", tuple(letters)


def _mar(found: list[Piece], place: int, has_spanish_day: bool) -> Meaning:
    """Which it is: March where a date is wanted and a number is near, Tuesday where nothing speaks for March."""
    march, tuesday = ("month", 3), ("day", 1)
    kinds = ["", "", *(piece.kind for piece in found), "", ""]
    before, after = kinds[place : place + 2], kinds[place + 3 : place + 5]
    if before[1] == "fill" and before[0] in ("number", "place"):  # 3 de mar
        return march
    if _has_year(found, place):
        return march
    if before[1] in _DATES and (after[0] in ("number", "place") or before[1] in ("until", "from")):
        return march
    if before[1] in ("number", "place") and _is_day_of_date(kinds[: place + 1]):
        return march
    if after[0] not in ("number", "place"):
        return tuesday
    if before[1] in ("to", "dash") and after[1] not in ("to", "dash"):  # Jan 5 to Mar 30
        return march
    return tuesday if has_spanish_day else ("either", ("TU", "--03"))


def _has_year(found: list[Piece], place: int) -> bool:
    """Whether a year stands behind, and its day before or between: `mar 3, 2027`, `3 mar 2027`."""
    near = [piece.means for piece in found[max(0, place - 1) : place + 4] if piece.kind == "number"]
    return len(near) > 1 and near[1] >= _YEARS and all(number < _YEARS for number in near[:1])


def _is_day_of_date(before: list[str]) -> bool:
    """Whether a number behind these kinds is a day: `hasta el 3 mar`, `del 24 dic al 3 mar`."""
    told = [kind for kind in before if kind != "fill"]
    return told[-1] in _DATES or (told[-1] in ("to", "dash") and "month" in told[-3:-1])
