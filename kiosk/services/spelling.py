"""Spelling: a word that nothing holds, mended to the nearest word that something does."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from typing import Final

_SOUNDS: Final = (
    (re.compile(r"ph"), "f"),
    (re.compile(r"h"), ""),
    (re.compile(r"v"), "b"),
    (re.compile(r"qu(?=[ei])|[ck](?![ei])|k"), "k"),
    (re.compile(r"z|c(?=[ei])"), "s"),
    (re.compile(r"g(?=[ei])"), "j"),
    (re.compile(r"ll"), "y"),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""How Spanish spells one sound in several ways, and what both languages double or leave silent."""


def sound(word: str) -> str:
    """A word as it sounds: `bakunas` and `vacunas` are one."""
    for spelled, heard in _SOUNDS:
        word = spelled.sub(heard, word)
    return word


def slips(word: str) -> int:
    """How many slips a word of this length may hold: more would make it another word."""
    return 0 if len(word) < 4 else 1 if len(word) < 6 else 2


class Spelling:
    """All words that can be found, and the nearest of them to one that cannot."""

    def __init__(self, common: Mapping[str, int], others: Mapping[str, int]) -> None:
        """`common`: the words for needs, which win over `others`; each word -> how many texts hold it."""
        self._common = common
        self._others = others
        self._sorted = sorted({*common, *others})
        self._sounds: dict[str, str] = {}
        for word in sorted(common, key=lambda word: (common[word], word)):
            self._sounds[sound(word)] = word

    def knows(self, word: str) -> bool:
        """Whether some text holds exactly this word."""
        return word in self._common or word in self._others

    def starts(self, prefix: str) -> bool:
        """Whether some text holds a word that starts so."""
        at = bisect_left(self._sorted, prefix)
        return at < len(self._sorted) and self._sorted[at].startswith(prefix)

    def weight(self, word: str) -> int:
        """In how many texts a word stands: rare words say more."""
        return self._common.get(word, 0) + self._others.get(word, 0)

    def forms(self, word: str) -> tuple[str, ...]:
        """The word with its plural or singular, as far as some text holds them."""
        near = [word, f"{word}s", f"{word}es"]
        if word.endswith("s"):
            near.append(word[:-1])
        if word.endswith("es"):
            near.append(word[:-2])
        return tuple(form for form in near if self.knows(form))

    def mended(self, word: str) -> str:
        """The nearest known word, empty when none is near: by its sound, else by its slips."""
        heard = self._sounds.get(sound(word), "")
        if heard and len(word) > 3:
            return heard
        most = slips(word)
        if not most:
            return ""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        best: tuple[tuple[float, int, str], str] | None = None
        for known, bonus in ((self._common, 0.5), (self._others, 0.0)):
            near = process.extract(word, known.keys(), scorer=OSA.distance, score_cutoff=most, limit=12)
            for term, distance, _ in near:
                cost = distance - bonus + (0.6 if term[0] != word[0] else 0.0)
                key = (cost, -known[term], term)
                if len(term) >= 3 and (best is None or key < best[0]):
                    best = key, term
        return best[1] if best else ""
