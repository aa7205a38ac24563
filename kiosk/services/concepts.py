"""Concepts: the needs and supports that a query means, by their names and by what families call them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log
from sys import intern
from typing import Literal

from kiosk.domain.listing import LocalText
from kiosk.domain.values import dataclass
from kiosk.services.fulltext import Said, open_texts
from kiosk.services.protocols import Vocabulary
from kiosk.services.query import words_of

_WEIGHTS = {"needs": 3.0, "supports": 3.0, "synonyms": 1.0}
_BY_WORDS = 0.5
"""What words of a concept are worth beside one of its whole phrases."""
_UNFINISHED = 0.5
_TILE_BY_WORDS = 0.5
"""A home tile's name is a list ("Food, clothes, home"): one word of it does not mean all that stands under it."""
_MOST_OF_A_PART = 10
"""A part of a center that has more needs than these has nearly all: its words tell none from the others."""


Phrase = tuple[str, ...]
"""The stems of a phrase, in order of letters: there are thousands, and a tuple takes a quarter of a set's memory."""


@dataclass(frozen=True, slots=True)
class Concept:
    """A need or a support that listings can have."""

    kind: Literal["need", "support"]
    id: str


def stem(word: str) -> str:
    """A word without its plural, the same way for all words, so that `vacuna` and `vacunas` are one."""
    if len(word) < 4 or word.endswith("ss") or not word.endswith("s"):
        return word
    for plural, singular in (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh")):
        if word.endswith(plural):
            return word[: -len(plural)] + singular
    return word[:-1]


class Concepts:
    """What ships of needs, supports and synonyms, as texts to search and as phrases to meet whole."""

    def __init__(self, content: Vocabulary) -> None:
        self._small = frozenset(content.small_words)
        self._concepts: list[Concept] = [
            *(Concept("need", need.id) for need in content.needs),
            *(Concept("support", support.id) for support in content.supports),
        ]
        self._tiles = {row for row, need in enumerate(content.needs) if not need.parent}
        self.spelled: dict[str, str] = {}
        """A folded word -> as it is written, with its accents."""
        self._text = open_texts(list(_WEIGHTS))
        learned: dict[Phrase, set[int]] = defaultdict(set)
        self._text.put(self._rows(content, learned))
        self.terms: Mapping[str, int] = self._text.terms()
        self._phrases: Mapping[Phrase, tuple[int, ...]] = {phrase: tuple(rows) for phrase, rows in learned.items()}
        self._by_stem: Mapping[str, Sequence[Phrase]] = _by_stem(learned)
        self._heard: Mapping[str, int] = {
            each: sum(len(self._phrases[phrase]) for phrase in phrases) for each, phrases in self._by_stem.items()
        }

    def meant(self, said: Said) -> dict[Concept, float]:
        """The concepts that the words of a query mean, each with a score up to 1."""
        scores: dict[int, float] = {}
        found = self._text.find(said, list(_WEIGHTS.values()), 12)
        best = found[0][1] if found else 0.0
        worth = _BY_WORDS * sum(self._holds(forms) for forms in said) / (len(said) or 1)
        for row, score in found:
            scores[row] = worth * (score / best if best > 0 else 1.0) * (_TILE_BY_WORDS if row in self._tiles else 1.0)
        for row, score in self._whole_phrases(said):
            scores[row] = max(scores.get(row, 0.0), score)
        return {self._concepts[row]: score for row, score in scores.items()}

    def _holds(self, forms: Sequence[str]) -> bool:
        """Whether some need or support is called by the word; the start of a word always counts."""
        return any(form in self.terms or form.endswith("*") for form in forms)

    def _whole_phrases(self, said: Said) -> Iterable[tuple[int, float]]:
        """Phrases whose every word was said, in any order: worth the part of the query that they explain."""
        words: dict[str, int] = {stem(form.removesuffix("*")): at for at, forms in enumerate(said) for form in forms}
        says = [max(map(self._says, forms)) for forms in said]
        near = {phrase for each in words for phrase in self._by_stem.get(each, ())}
        whole = [phrase for phrase in near if all(each in words for each in phrase)]
        for phrase in whole:
            explains = sum(says[at] for at in {words[each] for each in phrase}) / sum(says)
            for row in self._phrases[phrase]:
                yield row, explains

    def _says(self, form: str) -> float:
        """How much a word says: the fewer concepts it belongs to, the more; a word not yet typed whole, little."""
        heard = self._heard.get(stem(form.removesuffix("*")), 0)
        if form.endswith("*") and not heard:
            return _UNFINISHED
        return log(1 + len(self._concepts) / (1 + heard))

    def _rows(self, content: Vocabulary, learned: dict[Phrase, set[int]]) -> list[tuple[int, Sequence[str]]]:
        called = self._called(content)
        rows: list[tuple[int, Sequence[str]]] = []
        named: dict[Concept, list[LocalText]] = {
            **{Concept("need", need.id): [need.name] for need in content.needs},
            **{Concept("support", each.id): [each.name, each.formal_name] for each in content.supports},
        }
        for row, concept in enumerate(self._concepts):
            names = [text for local in named[concept] for text in local.values()]
            for phrase in (*called[concept], *names):
                if stems := self._stems(phrase):
                    learned[stems].add(row)
                self._learn_spelling(phrase)
            spoken = " . ".join(names)
            needs, supports = (spoken, "") if concept.kind == "need" else ("", spoken)
            rows.append((row, (needs, supports, " . ".join(called[concept]))))
        return rows

    def _called(self, content: Vocabulary) -> dict[Concept, list[str]]:
        """What families call each concept; the phrases of a rights card or a part mean the needs that it is about."""
        known = set(self._concepts)
        behind = {card.id: card.needs for card in content.rights}
        behind |= {part.id: part.needs for part in content.parts if len(part.needs) <= _MOST_OF_A_PART}
        called: dict[Concept, list[str]] = defaultdict(list)
        for card in content.rights:
            for concept in known & {Concept("need", need) for need in card.needs}:
                called[concept] += [*card.name.values(), *card.formal_name.values()]
        for phrase, ids in content.synonyms.items():
            meant = [concept for id in ids for concept in (Concept("need", id), Concept("support", id))]
            meant += [Concept("need", need) for id in ids for need in behind.get(id, ())]
            for concept in dict.fromkeys(meant):
                if concept in known:
                    called[concept].append(phrase)
        return called

    def _stems(self, phrase: str) -> Phrase:
        return tuple(sorted({intern(stem(word)) for word in words_of(phrase) if word not in self._small}))

    def _learn_spelling(self, phrase: str) -> None:
        for written in phrase.casefold().split():
            plain = words_of(written)
            if len(plain) == 1:
                self.spelled.setdefault(plain[0], written.strip(".,;:!?¡¿()\"'“”"))


def _by_stem(phrases: Iterable[Phrase]) -> Mapping[str, Sequence[Phrase]]:
    found: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in phrases:
        for each in phrase:
            found[each].append(phrase)
    return {each: tuple(standing) for each, standing in found.items()}
