"""Search: what a family types, in their words and spelling, to the listings that answer it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from threading import Lock

from kiosk.domain.kept import Kept
from kiosk.domain.values import dataclass
from kiosk.services.concepts import Concept, Concepts
from kiosk.services.directory import Directory
from kiosk.services.listing_texts import ListingTexts
from kiosk.services.protocols import Vocabulary
from kiosk.services.query import Query, read_query
from kiosk.services.spelling import Spelling

_HALF = 20.0
"""The BM25 score that counts half: it makes scores of small and large directories alike."""
_FROM_TEXT = 0.6
"""What a listing's own words are worth beside what it is for."""
_IN_NAME = 0.4
"""What is added when its name says every word."""
_BOTH = 0.25
"""What it adds that both its words and what it is for answer the query."""
_FROM_ABOVE = 0.85
_FROM_SUPPORT = 0.9
_AND_MORE = 0.1
"""What it is worth that a need stands above a listing's own, that a support was meant, that a further one was."""
_HARDLY = 0.001
"""A word that most listings hold scores nothing in BM25, but it was found."""
_MOST_TELLING = 5
_EVERYWHERE = 0.2
"""A word that stands in a larger share of the listings tells none from the others, if there are rarer words."""
_MOST_CONCEPTS = 6
_WORTH_SHOWING = 0.4
"""The share of the best score below which a listing only shares a word with the query."""
_BANDS = 6
"""Scores are compared in so many steps: within one, what can be used now comes first."""
_EXACT_NUMBER = 2.0


@dataclass(frozen=True, slots=True)
class Hit:
    """One listing that answers, and how well, up to 2: higher is better."""

    kept: Kept
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, best first. `corrected` is what was looked for where a word was mended, else empty."""

    hits: tuple[Hit, ...]
    corrected: str
    total: int
    """How many there are without the limit."""


class Search:
    """Full text over the directory's active listings. Nothing that was typed is kept.

    Built when it is first asked, or ahead of need by `warm`; a changed listing is taken in at the next question.
    """

    def __init__(self, directory: Directory, content: Vocabulary) -> None:
        self._directory = directory
        self._content = content
        self._turn = Lock()
        self._built: _Built | None = None

    def warm(self) -> None:
        """Build the index ahead of need; made for a thread in the background."""
        with self._turn:
            self._ready()

    def find(self, text: str, language: str, now: datetime, limit: int | None = None) -> Found:
        """The listings that answer what was typed: the most fitting first, then what can be used now."""
        query = read_query(text, self._content.small_words)
        if not query.words:
            return Found((), "", 0)
        with self._turn:
            scores, corrected = self._ready().scores(query, language, now)
        exact = self._directory.get(query.number) if query.number else None
        if exact is not None:
            scores[exact.id] = _EXACT_NUMBER
        return self._found(scores, corrected, now, limit)

    def _ready(self) -> _Built:
        if self._built is None:
            self._built = _Built(self._directory, self._content)
        self._built.catch_up()
        return self._built

    def _found(self, scores: Mapping[str, float], corrected: str, now: datetime, limit: int | None) -> Found:
        """The best of them in order: no more steps of scores are put in order than are asked for."""
        best = max(scores.values(), default=0.0) or 1.0
        least = best * _WORTH_SHOWING
        steps: dict[int, list[Kept]] = defaultdict(list)
        for kept in self._directory.shown(id for id, score in scores.items() if score >= least):
            steps[round(_BANDS * scores[kept.id] / best)].append(kept)
        hits: list[Hit] = []
        for step in sorted(steps, reverse=True):
            if limit is not None and len(hits) >= limit:
                break
            ordered = self._directory.order(steps[step], now)[: None if limit is None else limit - len(hits)]
            hits += [Hit(kept, round(scores[kept.id], 4)) for kept in ordered]
        return Found(tuple(hits), corrected, sum(map(len, steps.values())))


class _Built:
    """The listings' texts and the concepts of one snapshot, and all words that can be found in them."""

    def __init__(self, directory: Directory, content: Vocabulary) -> None:
        self._directory = directory
        self._concepts = Concepts(content)
        self._texts = ListingTexts(language.code for language in content.languages)
        self._spelling = Spelling(self._concepts.terms, {})

    def catch_up(self) -> None:
        """Take in what changed since the last question."""
        if self._texts.catch_up(self._directory.snapshot()):
            self._spelling = Spelling(self._concepts.terms, self._texts.terms())

    def scores(self, query: Query, language: str, now: datetime) -> tuple[dict[str, float], str]:
        """The id of every listing that answers, with its score, and the query as it was mended."""
        said, corrected = self._understood(query)
        scores: dict[str, float] = {}
        found = self._texts.find(self._telling(said), language)
        for mention in found:
            text = _FROM_TEXT * mention.score / (mention.score + _HALF) + _IN_NAME * mention.in_name
            scores[mention.kept.id] = text + _HARDLY * mention.score / found[0].score
        for id, score in self._by_concept(self._concepts.meant(said), now):
            less, more = sorted((score, scores.get(id, 0.0)))
            scores[id] = more + _BOTH * less
        return scores, corrected

    def _understood(self, query: Query) -> tuple[list[Sequence[str]], str]:
        """The words to look for, each in all its forms, and the query in words where one of them was mended."""
        said: list[Sequence[str]] = []
        written: list[str] = []
        is_mended = False
        for at, word in enumerate(query.words):
            goes_on = query.goes_on and at == len(query.words) - 1
            if goes_on and self._spelling.starts(word):
                said.append((f"{word}*", *self._spelling.forms(word)))
                written.append(word)
            elif forms := self._spelling.forms(word):
                said.append(forms)
                written.append(word)
            elif nearest := self._spelling.mended(word, goes_on=goes_on):
                said.append(nearest)
                written.append(nearest[0])
                is_mended = True
        spelled = " ".join(self._concepts.spelled.get(word, word) for word in written)
        return said, spelled if is_mended else ""

    def _telling(self, said: Sequence[Sequence[str]]) -> list[Sequence[str]]:
        """The words that tell listings apart: a whole sentence has too many to look for, and some stand everywhere."""
        weight = {tuple(forms): sum(map(self._spelling.weight, forms)) for forms in said}
        rare = [forms for forms in said if weight[tuple(forms)] <= _EVERYWHERE * self._texts.size]
        return sorted(rare or said, key=lambda forms: weight[tuple(forms)])[:_MOST_TELLING]

    def _by_concept(self, meant: Mapping[Concept, float], now: datetime) -> Iterator[tuple[str, float]]:
        """The listings of the concepts: the best of them counts, a further one a little."""
        best: dict[str, float] = {}
        more: dict[str, float] = {}
        for concept in sorted(meant, key=lambda concept: -meant[concept])[:_MOST_CONCEPTS]:
            share = 1.0 if concept.kind == "need" else _FROM_SUPPORT
            for kept in self._directory.lead(concept.kind, concept.id, now):
                own = concept.kind == "support" or concept.id in kept.head.needs
                score = meant[concept] * share * (1.0 if own else _FROM_ABOVE)
                more[kept.id] = more.get(kept.id, 0.0) + score
                best[kept.id] = max(best.get(kept.id, 0.0), score)
        for id, score in best.items():
            yield id, score + _AND_MORE * (more[id] - score)
