"""Full text in memory: SQLite's FTS5 over texts with fields, ranked by BM25 with a weight for each field.

Nothing is ever written to disk, and no query is kept: words go in as bound values.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from functools import cache

from kiosk.domain.errors import KioskError

Said = Sequence[Sequence[str]]
"""The words of a query, each in all its forms; a form `cl*` counts for all words that start so."""


class NoFullText(KioskError):
    """This Python's SQLite was built without full text search."""

    def __init__(self) -> None:
        super().__init__(
            "This Python was built without full text search (SQLite FTS5), so Search cannot work. No listing was"
            " changed. Use the Python of the system or of python.org."
        )


@cache
def has_full_text() -> bool:
    """Whether this Python's SQLite has FTS5: every usual build has."""
    with sqlite3.connect(":memory:") as probe:
        options = {option for (option,) in probe.execute("PRAGMA compile_options")}
    probe.close()
    return "ENABLE_FTS5" in options


class FullText:
    """One table of texts, each with a row number and its fields."""

    def __init__(self, fields: Sequence[str]) -> None:
        if not has_full_text():
            raise NoFullText
        # Built by a thread in the background, asked by the screen's; SQLite itself serializes, and callers take turns.
        self._db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._db.execute("PRAGMA temp_store = MEMORY")
        columns = ", ".join(fields)
        self._db.execute(
            f"CREATE VIRTUAL TABLE texts USING fts5({columns}, prefix='1 2 3',"
            ' tokenize="unicode61 remove_diacritics 2")'
        )
        self._db.execute("CREATE VIRTUAL TABLE terms USING fts5vocab(texts, 'row')")
        self._put = f"INSERT INTO texts (rowid, {columns}) VALUES (?{', ?' * len(fields)})"

    def put(self, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Take texts in, each a row number and its fields in their order."""
        self._db.execute("BEGIN")
        self._db.executemany(self._put, ((number, *fields) for number, fields in rows))
        self._db.execute("COMMIT")

    def take_out(self, rows: Iterable[int]) -> None:
        """Forget texts by their row numbers."""
        self._db.execute("BEGIN")
        self._db.executemany("DELETE FROM texts WHERE rowid = ?", ((number,) for number in rows))
        self._db.execute("COMMIT")

    def terms(self) -> dict[str, int]:
        """Every word of the texts, as it is looked for -> in how many texts it stands."""
        return dict(self._db.execute("SELECT term, doc FROM terms"))

    def find(self, said: Said, weights: Sequence[float], limit: int) -> list[tuple[int, float]]:
        """The texts with any of the words that were said: row numbers and BM25 scores, best first.

        `weights`: what a word counts in each field, in their order.
        """
        ranked = ", ".join(format(weight, "g") for weight in weights)
        find = (
            f"SELECT rowid, -bm25(texts, {ranked}) AS score FROM texts WHERE texts MATCH ? ORDER BY score DESC LIMIT ?"
        )
        return list(self._db.execute(find, (" OR ".join(_any_form(forms) for forms in said), limit))) if said else []

    def with_all(self, said: Said, limit: int) -> set[int]:
        """Texts with every one of the words: row numbers, in no order."""
        every = " AND ".join(f"({_any_form(forms)})" for forms in said)
        found = self._db.execute("SELECT rowid FROM texts WHERE texts MATCH ? LIMIT ?", (every, limit)) if said else ()
        return {row for (row,) in found}


def _any_form(forms: Sequence[str]) -> str:
    """FTS5's own language: words in quotation marks, so that none is read as one of its operators."""
    return " OR ".join(f'"{form.removesuffix("*")}"{"*" if form.endswith("*") else ""}' for form in forms)
