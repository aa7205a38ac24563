"""Spelling: a word that nothing holds, mended to the nearest word that something does."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
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


_SURE_BY_SOUND = 5
"""Shorter words sound alike too often: `casa` and `caza`."""
_AS_NEAR = 3
"""So many words for needs that are equally near are looked for together, and as many others."""


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
        self._sounds: dict[str, list[str]] = defaultdict(list)
        for word in sorted({*common, *others}, key=lambda word: (-self.weight(word), word)):
            if len(word) >= _SURE_BY_SOUND:
                self._sounds[sound(word)].append(word)

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
        """The word with its plural, its singular and what sounds the same, as far as some text holds them."""
        near = [word, f"{word}s", f"{word}es"] if len(word) > 2 else [word]
        if word.endswith("s"):
            near.append(word[:-1])
        if word.endswith("es"):
            near.append(word[:-2])
        known = [form for form in near if self.knows(form)]
        return tuple(dict.fromkeys([*known, *self._sounds.get(sound(word), ())]))

    def mended(self, word: str, *, goes_on: bool = False) -> tuple[str, ...]:
        """The known words nearest to an unknown one, the likeliest first; none when none is near.

        With `goes_on` the word may be the start of a longer one, slip and all.
        """
        most = slips(word)
        if not most:
            return ()
        found = self._near(word, most)
        if goes_on:
            # While it is typed, a longer word is likelier than a shorter one: `dipe` is no `die`.
            found = [each for each in found if len(each[1]) >= len(word)] + self._near_start(word) or found
        best = min((distance for distance, _ in found), default=0)
        nearest = sorted(
            {term for distance, term in found if distance == best}, key=lambda term: self._unlikely(word, term)
        )
        needs, others = (
            [term for term in nearest if (term in self._common) is wanted][:_AS_NEAR] for wanted in (True, False)
        )
        return tuple(sorted((*needs, *others), key=lambda term: self._unlikely(word, term)))

    def _near(self, word: str, most: int) -> list[tuple[int, str]]:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        near: list[tuple[int, str]] = []
        for known in (self._common, self._others):
            found = process.extract(word, known.keys(), scorer=OSA.distance, score_cutoff=most, limit=12)
            # A wrong first letter is rare, and makes another word more often than a slip.
            near += [(int(distance) + (term[0] != word[0]), term) for term, distance, _ in found if len(term) > 2]
        return [(distance, term) for distance, term in near if distance <= most]

    def _near_start(self, word: str) -> list[tuple[int, str]]:
        from rapidfuzz.distance import OSA

        longer = (term for term in self._common if len(term) > len(word) and term[0] == word[0])
        starts = ((min(OSA.distance(word, term[: len(word) + more]) for more in (0, 1)), term) for term in longer)
        return [(distance, term) for distance, term in starts if distance <= 1]

    def _unlikely(self, word: str, term: str) -> tuple[bool, bool, int, str]:
        """Sorts words that are equally near: left-out letters are the commonest slip; then words for needs."""
        letters = iter(term)
        left_out = all(letter in letters for letter in word)
        return not left_out, term not in self._common, -self.weight(term), term
