"""A wordbook: texts by their words in plain Python, for a Python whose SQLite has no full text search."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from math import log

from kiosk.services.fulltext import Said
from kiosk.services.query import words_of

_SATURATION = 1.2
"""BM25's k1: a word said again adds less each time."""


class Wordbook:
    """Texts under row numbers, found by whole words or by how words start, ranked by BM25 without text lengths."""

    def __init__(self, fields: Sequence[str]) -> None:
        self._fields = {field: at for at, field in enumerate(fields)}
        self._texts: dict[int, Counter[tuple[str, int]]] = {}
        self._rows: dict[str, set[int]] = defaultdict(set)
        self._sorted: list[str] = []

    def put(self, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Take texts in, each a row number and its fields in their order."""
        for row, fields in rows:
            self._texts[row] = Counter((word, at) for at, text in enumerate(fields) for word in words_of(text))
            for word, _ in self._texts[row]:
                self._rows[word].add(row)
        self._sorted = sorted(self._rows)

    def take_out(self, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Forget texts, each with its row number and its fields as they were put in."""
        for row, _ in rows:
            for word, _ in self._texts.pop(row):
                self._rows[word].discard(row)
        self._sorted = sorted(word for word, standing in self._rows.items() if standing)

    def terms(self) -> dict[str, int]:
        """Every word of the texts -> in how many texts it stands."""
        return {word: len(self._rows[word]) for word in self._sorted}

    def find(self, said: Said, weights: Sequence[float], limit: int) -> list[tuple[int, float]]:
        """The texts with any of the words that were said: row numbers and scores, best first."""
        scores: dict[int, float] = defaultdict(float)
        for word in {word for forms in said for word in self._words(forms)}:
            tells = max(log(len(self._texts) / len(self._rows[word])), 1e-6)
            for row in self._rows[word]:
                times = sum(weight * self._texts[row][word, at] for at, weight in enumerate(weights))
                scores[row] += tells * times * (_SATURATION + 1) / (times + _SATURATION)
        return sorted(scores.items(), key=lambda each: -each[1])[:limit]

    def with_all(self, said: Said, within: Sequence[str], among: Collection[int]) -> set[int]:
        """Those of some texts, by their row numbers, that have every one of the words in some of these fields."""
        fields = [self._fields[field] for field in within]
        words = [list(self._words(forms)) for forms in said]
        return {row for row in among if all(any(self._holds(row, word, fields) for word in each) for each in words)}

    def _holds(self, row: int, word: str, fields: Sequence[int]) -> bool:
        return any((word, at) in self._texts[row] for at in fields)

    def _words(self, forms: Sequence[str]) -> Iterator[str]:
        """The words that some text holds, for a word's forms and starts."""
        for form in forms:
            if not form.endswith("*"):
                yield from (form,) if self._rows.get(form) else ()
                continue
            start = form.removesuffix("*")
            for word in self._sorted[bisect_left(self._sorted, start) :]:
                if not word.startswith(start):
                    break
                yield word
