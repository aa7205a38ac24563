"""Finds a command by what is typed of its name: words begun, words within, and words with a slip in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kiosk.domain.text import fold
from kiosk.services.spelling import slips

_WITHIN = 0.5
"""A word that only lies within another counts as half a slip."""
_NEAR_ENOUGH = 80.0
"""How alike a listing's name must be, of 100."""


class Palette:
    """The names of commands, each in the languages it may be typed in."""

    def __init__(self, names: Sequence[Sequence[str]]) -> None:
        self._words = [[fold(name).split() for name in each] for each in names]

    def find(self, typed: str) -> list[int]:
        """The places of the commands that have all of the typed words, the nearest first; all when nothing is typed."""
        wanted = fold(typed).split()
        found: list[tuple[float, int]] = []
        for place, names in enumerate(self._words):
            costs = [cost for words in names if (cost := _cost(wanted, words)) is not None]
            if costs:
                found.append((min(costs), place))
        return [place for _, place in sorted(found)]


def alike(typed: str, names: Mapping[str, str], most: int) -> list[str]:
    """The keys of the names most like what was typed, slips and all: for names that nothing else has found."""
    from rapidfuzz import fuzz, process

    found = process.extract(fold(typed), names, scorer=fuzz.WRatio, score_cutoff=_NEAR_ENOUGH, limit=most)
    return [key for _, _, key in found]


def _cost(wanted: Sequence[str], words: Sequence[str]) -> float | None:
    """How far a name is from the typed words, None when one of them is not in it at all."""
    total = 0.0
    for typed in wanted:
        costs = [cost for word in words if (cost := _word_cost(typed, word)) is not None]
        if not costs:
            return None
        total += min(costs)
    return total


def _word_cost(typed: str, word: str) -> float | None:
    if word.startswith(typed):
        return 0.0
    if len(typed) > 1 and typed in word:
        return _WITHIN
    from rapidfuzz.distance import OSA

    most = slips(typed)
    near = min(OSA.distance(typed, word[: len(typed) + more]) for more in (-1, 0, 1)) if most else most + 1
    return float(near) if near <= most else None
