"""Full text in memory: SQLite's FTS5 over texts with fields, ranked by BM25 with a weight for each field.

Nothing is ever written to disk, and no query is kept: words go in as bound values. Where a Python's SQLite was built
without FTS5, `kiosk.services.wordbook` answers the same questions, more slowly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import Protocol

from kiosk.services.query import count_words

Said = Sequence[Sequence[str]]
"""The words of a query, each in all its forms; a form `cl*` counts for all words that start so."""


class Texts(Protocol):
    """Texts with fields, each under a row number."""

    def put(self, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Take texts in, each a row number and its fields in their order."""

    def take_out(self, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Forget texts, each with its row number and its fields as they were put in."""

    def terms(self) -> dict[str, int]:
        """Every word of the texts, as it is looked for -> in how many texts it stands."""

    def find(self, said: Said, weights: Sequence[float], limit: int) -> list[tuple[int, float]]:
        """The texts with any of the words that were said: row numbers and scores, best first.

        `weights`: what a word counts in each field, in their order.
        """

    def with_all(self, said: Said, within: Sequence[str], among: Collection[int]) -> set[int]:
        """Those of some texts, by their row numbers, that have every one of the words in some of these fields."""


@cache
def has_full_text() -> bool:
    """Whether this Python's SQLite has FTS5: every usual build has."""
    import sqlite3

    probe = sqlite3.connect(":memory:")
    options = {option for (option,) in probe.execute("PRAGMA compile_options")}
    probe.close()
    return "ENABLE_FTS5" in options


def open_texts(fields: Sequence[str]) -> Texts:
    """An empty table of texts with these fields: FTS5 where there is one."""
    if has_full_text():
        return FullText(fields)
    from kiosk.services.wordbook import Wordbook

    return Wordbook(fields)


_BITS = 12
"""A text's row number stands in its rowid above so many bits, its length in words in them."""
_LONGEST = (1 << _BITS) - 1
"""A longer text counts as one of this length."""
_K1, _B = 1.2, 0.75
"""BM25's constants as FTS5 has them: how soon a word said again adds less, and how much a text's length counts."""


class FullText:
    """Texts in one FTS5 table.

    BM25 adds up `f / (f + k)`: `f` is what a word counts in a text, and `k` grows with the text's length. FTS5 looks
    each length up in a table of its own, and where thousands of texts hold a word, that takes most of a key's time.
    So it keeps none here (`columnsize=0`): then it takes every text for one of -1 words a field, and `k` is the same
    for all. A text's length stands in its rowid instead, and `f` is scaled for it, which gives the same scores.
    """

    def __init__(self, fields: Sequence[str]) -> None:
        import sqlite3

        # The table holds no texts (content=''), only where which word stands: the texts lie in the store already.
        # Built by a thread in the background, asked by the screen's; SQLite itself serializes, and callers take turns.
        self._db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._db.execute("PRAGMA temp_store = MEMORY")
        columns, weights = ", ".join(fields), ", ".join(f"weight_{at}" for at in range(len(fields)))
        self._db.execute(
            f"CREATE VIRTUAL TABLE texts USING fts5({columns}, content='', columnsize=0, prefix='1',"
            ' tokenize="unicode61 remove_diacritics 2")'
        )
        self._db.execute("CREATE VIRTUAL TABLE terms USING fts5vocab(texts, 'row')")
        self._db.execute(f"CREATE TABLE scales (id INTEGER PRIMARY KEY, {weights})")
        values = f"?{', ?' * len(fields)}"
        self._put = f"INSERT INTO texts (rowid, {columns}) VALUES ({values})"
        self._take_out = f"INSERT INTO texts (texts, rowid, {columns}) VALUES ('delete', {values})"
        self._scale = f"INSERT INTO scales VALUES ({values})"
        self._find = (
            f"SELECT texts.rowid >> {_BITS}, -bm25(texts, {weights}) AS score FROM texts CROSS JOIN scales"
            f" ON scales.id = (texts.rowid & {_LONGEST}) + ? WHERE texts MATCH ? ORDER BY score DESC LIMIT ?"
        )
        self._fields = len(fields)
        self._lengths: Counter[int] = Counter()
        """How many texts there are of each length."""
        self._scaled: dict[tuple[float, ...], int] = {}
        """The weights that there are scales of -> what their ids start from."""
        self._words = 0
        """Words of all texts together, as FTS5 counts them; 0 when that is not known."""

    def __del__(self) -> None:
        """Close the connection: Python 3.13 warns of one that is left open."""
        self._db.close()

    def put(self, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Take texts in, each a row number and its fields in their order."""
        self._change(self._put, rows, 1)

    def take_out(self, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Forget texts, each with its row number and its fields as they were put in."""
        self._change(self._take_out, rows, -1)

    def _change(self, statement: str, rows: Iterable[tuple[int, Sequence[str]]], texts: int) -> None:
        self._db.execute("BEGIN")
        self._db.executemany(statement, ((self._row(number, fields, texts), *fields) for number, fields in rows))
        self._db.execute("DELETE FROM scales")
        self._db.execute("COMMIT")
        self._scaled.clear()
        self._words = 0

    def _row(self, number: int, fields: Sequence[str], texts: int) -> int:
        length = min(sum(map(count_words, fields)), _LONGEST)
        self._lengths[length] += texts
        return (number << _BITS) + length

    def terms(self) -> dict[str, int]:
        """Every word of the texts, as it is looked for -> in how many texts it stands."""
        standing = self._db.execute("SELECT term, doc, cnt FROM terms").fetchall()
        self._words = sum(times for _, _, times in standing)
        return {term: texts for term, texts, _ in standing}

    def find(self, said: Said, weights: Sequence[float], limit: int) -> list[tuple[int, float]]:
        """The texts with any of the words that were said: row numbers and BM25 scores, best first."""
        if not said:
            return []
        return list(self._db.execute(self._find, (self._scales(weights), " OR ".join(map(_any_form, said)), limit)))

    def with_all(self, said: Said, within: Sequence[str], among: Collection[int]) -> set[int]:
        """Those of some texts, by their row numbers, that have every one of the words in some of these fields."""
        every = " AND ".join(f"({_any_form(forms)})" for forms in said)
        find = (
            f"SELECT rowid >> {_BITS} FROM texts WHERE texts MATCH ?"
            f" AND rowid >> {_BITS} IN ({', '.join('?' * len(among))})"
        )
        return {row for (row,) in self._db.execute(find, (f"{{{' '.join(within)}}} : ({every})", *among))}

    def _scales(self, weights: Sequence[float]) -> int:
        """What the ids of these weights' scales start from; they are worked out once, until a text comes or goes."""
        wanted = tuple(weights)
        if wanted not in self._scaled:
            mean = self._mean_length()
            start = len(self._scaled) << _BITS
            self._db.executemany(self._scale, self._scaled_for_each_length(start, wanted, mean))
            self._scaled[wanted] = start
        return self._scaled[wanted]

    def _scaled_for_each_length(self, start: int, weights: Sequence[float], mean: float) -> Iterator[tuple[float, ...]]:
        """What a word counts in each field, for every length that a text has."""
        same = _K1 * (1 - _B + _B * -self._fields / mean)
        for length in self._lengths:
            share = same / (_K1 * (1 - _B + _B * length / mean))
            yield start + length, *(weight * share for weight in weights)

    def _mean_length(self) -> float:
        """How many words a text has on average; never just as many as make FTS5's `k` 0, which would rank nothing."""
        words = self._words or sum(times for (times,) in self._db.execute("SELECT cnt FROM terms"))
        if words and words == self._fields * _B / (1 - _B) * self._lengths.total():
            self.put([(-1, [""] * self._fields)])  # one empty text more moves the average
        self._words = words
        return words / self._lengths.total() if words else 1.0


def _any_form(forms: Sequence[str]) -> str:
    """FTS5's own language: words in quotation marks, so that none is read as one of its operators."""
    return " OR ".join(f'"{form.removesuffix("*")}"{"*" if form.endswith("*") else ""}' for form in forms)
