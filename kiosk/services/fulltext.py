"""Full text in memory: SQLite's FTS5 over texts with fields, ranked by BM25 with a weight for each field.

Nothing is ever written to disk, and no query is kept: words go in as bound values. Where a Python's SQLite was built
without FTS5, `kiosk.services.wordbook` answers the same questions, more slowly.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Protocol

MOST = 1_000
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

    def with_all(self, said: Said, within: Sequence[str]) -> set[int]:
        """Texts with every one of the words in some of these fields: row numbers of at most `MOST` of them."""


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


class FullText:
    """Texts in one FTS5 table."""

    def __init__(self, fields: Sequence[str]) -> None:
        import sqlite3

        # The table holds no texts (content=''), only where which word stands: the texts lie in the store already.
        # Built by a thread in the background, asked by the screen's; SQLite itself serializes, and callers take turns.
        self._db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._db.execute("PRAGMA temp_store = MEMORY")
        columns = ", ".join(fields)
        self._db.execute(
            f"CREATE VIRTUAL TABLE texts USING fts5({columns}, content='', prefix='1',"
            ' tokenize="unicode61 remove_diacritics 2")'
        )
        self._db.execute("CREATE VIRTUAL TABLE terms USING fts5vocab(texts, 'row')")
        values = f"?{', ?' * len(fields)}"
        self._put = f"INSERT INTO texts (rowid, {columns}) VALUES ({values})"
        self._take_out = f"INSERT INTO texts (texts, rowid, {columns}) VALUES ('delete', {values})"

    def __del__(self) -> None:
        """Close the connection: Python 3.13 warns of one that is left open."""
        self._db.close()

    def put(self, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Take texts in, each a row number and its fields in their order."""
        self._db.execute("BEGIN")
        self._db.executemany(self._put, ((number, *fields) for number, fields in rows))
        self._db.execute("COMMIT")

    def take_out(self, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Forget texts, each with its row number and its fields as they were put in."""
        self._db.execute("BEGIN")
        self._db.executemany(self._take_out, ((number, *fields) for number, fields in rows))
        self._db.execute("COMMIT")

    def terms(self) -> dict[str, int]:
        """Every word of the texts, as it is looked for -> in how many texts it stands."""
        return dict(self._db.execute("SELECT term, doc FROM terms"))

    def find(self, said: Said, weights: Sequence[float], limit: int) -> list[tuple[int, float]]:
        """The texts with any of the words that were said: row numbers and BM25 scores, best first."""
        if not said:
            return []
        ranked = ", ".join(format(weight, "g") for weight in weights)
        find = (
            f"SELECT rowid, -bm25(texts, {ranked}) AS score FROM texts WHERE texts MATCH ? ORDER BY score DESC LIMIT ?"
        )
        return list(self._db.execute(find, (" OR ".join(map(_any_form, said)), limit)))

    def with_all(self, said: Said, within: Sequence[str]) -> set[int]:
        """Texts with every one of the words in some of these fields: row numbers of at most `MOST` of them."""
        every = " AND ".join(f"({_any_form(forms)})" for forms in said)
        find = "SELECT rowid FROM texts WHERE texts MATCH ? LIMIT ?"
        return {row for (row,) in self._db.execute(find, (f"{{{' '.join(within)}}} : ({every})", MOST))}


def _any_form(forms: Sequence[str]) -> str:
    """FTS5's own language: words in quotation marks, so that none is read as one of its operators."""
    return " OR ".join(f'"{form.removesuffix("*")}"{"*" if form.endswith("*") else ""}' for form in forms)
