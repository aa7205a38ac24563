"""Search: what a family types, in their words and spelling, to the listings that answer it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from kiosk.domain.kept import Kept
from kiosk.services.concepts import Concept, Concepts
from kiosk.services.directory import Directory
from kiosk.services.listing_texts import ListingTexts
from kiosk.services.protocols import Vocabulary
from kiosk.services.query import Query, read_query
from kiosk.services.spelling import Spelling

_HALF = 20.0
"""The BM25 score that counts half: it makes scores of small and large directories alike."""
_FROM_TEXT = 0.9
"""What a listing's own words are worth beside what it is for."""
_FROM_ABOVE = 0.85
_FROM_SUPPORT = 0.9
_AND_MORE = 0.1
"""What it is worth that a need stands above a listing's own, that a support was meant, that a further one was."""
_WORTH_SHOWING = 0.35
"""The share of the best score below which a listing only shares a word with the query."""
_BANDS = 8
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

    def find(self, text: str, language: str, now: datetime, limit: int = 50) -> Found:
        """The listings that answer what was typed: the most fitting first, then what can be used now."""
        query = read_query(text, self._content.small_words)
        if not query.words:
            return Found((), "", 0)
        with self._turn:
            scores, corrected = self._ready().scores(query, language)
        exact = self._directory.get(query.number) if query.number else None
        if exact is not None and exact.listing.status == "active":
            scores[exact] = _EXACT_NUMBER
        hits = self._ordered(scores, now)
        return Found(tuple(hits[:limit]), corrected, len(hits))

    def _ready(self) -> _Built:
        if self._built is None:
            self._built = _Built(self._directory, self._content)
        self._built.catch_up()
        return self._built

    def _ordered(self, scores: Mapping[Kept, float], now: datetime) -> list[Hit]:
        best = max(scores.values(), default=0.0)
        worth = {kept: score for kept, score in scores.items() if score >= best * _WORTH_SHOWING}
        usable = self._directory.order(worth, now)
        banded = sorted(usable, key=lambda kept: -round(_BANDS * worth[kept] / best))
        return [Hit(kept, round(worth[kept], 4)) for kept in banded]


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

    def scores(self, query: Query, language: str) -> tuple[dict[Kept, float], str]:
        """Every listing that answers, with its score, and the query as it was mended."""
        words, prefix, corrected = self._mended(query)
        scores: dict[Kept, float] = {}
        for kept, score in self._texts.find(self._forms(words), prefix, language):
            scores[kept] = _FROM_TEXT * score / (score + _HALF) if score > 0 else 0.01
        for kept, score in self._by_concept(self._concepts.meant(self._forms(words), prefix)):
            scores[kept] = scores.get(kept, 0.0) + score
        return scores, corrected

    def _mended(self, query: Query) -> tuple[list[str], str, str]:
        """The words to look for, the last one apart when it may go on, and the query in words where one was mended."""
        words: list[str] = []
        prefix, mended = "", False
        for at, word in enumerate(query.words):
            last = query.goes_on and at == len(query.words) - 1
            if last and self._spelling.starts(word):
                prefix = word
            elif self._spelling.forms(word):
                words.append(word)
            elif better := self._spelling.mended(word):
                words.append(better)
                mended = True
        written = [self._concepts.spelled.get(word, word) for word in ([*words, prefix] if prefix else words)]
        return words, prefix, " ".join(written) if mended else ""

    def _forms(self, words: Sequence[str]) -> list[str]:
        return [form for word in words for form in self._spelling.forms(word)]

    def _by_concept(self, meant: Mapping[Concept, float]) -> Iterator[tuple[Kept, float]]:
        """The listings of the concepts: the best of them counts, a second one a little."""
        found: dict[Kept, list[float]] = {}
        for concept, score in meant.items():
            if concept.kind == "need":
                for kept in self._directory.by_need(concept.id):
                    own = concept.id in kept.head.needs
                    found.setdefault(kept, []).append(score if own else score * _FROM_ABOVE)
            else:
                for kept in self._directory.by_support(concept.id):
                    found.setdefault(kept, []).append(score * _FROM_SUPPORT)
        for kept, scores in found.items():
            best = max(scores)
            yield kept, best + _AND_MORE * (sum(scores) - best)
