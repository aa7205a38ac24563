"""Full text, by SQLite's FTS5 and by the wordbook that stands in for it: both must answer alike."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Sequence

import pytest

from kiosk.services import fulltext
from kiosk.services.fulltext import FullText, Texts, has_full_text, open_texts
from kiosk.services.wordbook import Wordbook

ROWS = [
    (1, ("Food shelf", "Bread and milk")),
    (2, ("Clínica de la escuela", "Vacunas y food")),
    (3, ("Chess club", "")),
    (4, ("Clothes closet", "Coats")),
]
FIELDS = ("name", "description")
WEIGHTS = (10.0, 1.0)


@pytest.fixture(params=["fts5", "wordbook"])
def texts(request: pytest.FixtureRequest) -> Texts:
    """Four texts of two fields."""
    found: Texts = FullText(FIELDS) if request.param == "fts5" else Wordbook(FIELDS)
    found.put(ROWS)
    return found


def rows(found: list[tuple[int, float]]) -> list[int]:
    """The row numbers, best first."""
    return [row for row, _ in found]


def test_a_field_that_counts_more_comes_first(texts: Texts) -> None:
    assert rows(texts.find([["food"]], WEIGHTS, 9)) == [1, 2]
    assert rows(texts.find([["food"]], (1.0, 10.0), 9)) == [2, 1]
    assert all(score > 0 for _, score in texts.find([["food"]], WEIGHTS, 9))


def test_accents_and_case_are_no_matter(texts: Texts) -> None:
    assert rows(texts.find([["clinica"]], WEIGHTS, 9)) == [2]


def test_any_form_of_any_word_and_starts_of_words(texts: Texts) -> None:
    assert set(rows(texts.find([["bread", "coats"], ["chess"]], WEIGHTS, 9))) == {1, 3, 4}
    assert set(rows(texts.find([["cl*"]], WEIGHTS, 9))) == {2, 3, 4}
    assert rows(texts.find([["z*"]], WEIGHTS, 9)) == []
    assert len(texts.find([["cl*"]], WEIGHTS, 2)) == 2


def test_every_word(texts: Texts) -> None:
    every = range(1, 5)
    assert texts.with_all([["cl*"], ["coats", "chess"]], FIELDS, every) == {3, 4}
    assert texts.with_all([["cl*"], ["coats", "chess"]], FIELDS, [1, 4]) == {4}
    assert texts.with_all([["cl*"], ["coats", "chess"]], ["name"], every) == {3}
    assert texts.with_all([["food"], ["zebra"]], FIELDS, every) == set()
    assert texts.with_all([["food"]], FIELDS, []) == set()


def test_nothing_asked_nothing_found(texts: Texts) -> None:
    assert texts.find([], WEIGHTS, 9) == []


def test_what_is_taken_out_is_gone(texts: Texts) -> None:
    texts.take_out([row for row in ROWS if row[0] == 2])
    assert rows(texts.find([["food"]], WEIGHTS, 9)) == [1]
    assert "vacunas" not in texts.terms()
    texts.put([(2, ("Food bank", ""))])
    assert set(rows(texts.find([["food"]], WEIGHTS, 9))) == {1, 2}


def stock(rows: Sequence[tuple[int, Sequence[str]]], query: str) -> dict[int, float]:
    """What FTS5's own BM25 says of the texts, when it keeps their lengths itself."""
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE texts USING fts5(name, description)")
    db.executemany(
        "INSERT INTO texts (rowid, name, description) VALUES (?, ?, ?)", ((row, *each) for row, each in rows)
    )
    named = ", ".join(map(str, WEIGHTS))
    scores = dict(db.execute(f"SELECT rowid, -bm25(texts, {named}) FROM texts WHERE texts MATCH ?", (query,)))
    db.close()
    return scores


def of_many_lengths(seed: int, longest: int, size: int = 60) -> list[tuple[int, tuple[str, str]]]:
    """Texts of a few words that some share, at most so long."""
    chance = random.Random(seed)
    words = ("food", "foods", "chess", "coats", "art", "Clínica", "rent")
    said = [[" ".join(chance.choices(words, k=chance.randrange(longest))) for _ in FIELDS] for _ in range(size)]
    return [(row, (name, description)) for row, (name, description) in enumerate(said, 1)]


@pytest.mark.parametrize("longest", [2, 4, 6, 30, 400])
def test_a_texts_length_counts_as_fts5_has_it(longest: int) -> None:
    rows = of_many_lengths(longest, longest)
    texts = FullText(FIELDS)
    texts.put(rows[:40])
    texts.put(rows[40:])
    for said, query in (
        ([["chess"]], "chess"),
        ([["foo*"], ["rent", "coats"]], "foo* OR rent OR coats"),
        ([["clinica"], ["art"]], "clinica OR art"),
    ):
        found = texts.find(said, WEIGHTS, 99)
        assert dict(found) == pytest.approx(stock(rows, query), rel=1e-9, abs=0)
        assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
    texts.take_out(rows[:30])
    assert dict(texts.find([["art"]], WEIGHTS, 99)) == pytest.approx(stock(rows[30:], "art"), rel=1e-9, abs=0)


def test_texts_of_just_three_words_a_field_are_ranked_too() -> None:
    """The mean length at which FTS5's `k` is 0 when it keeps no lengths, which would rank nothing."""
    rows = [(row, ("food and milk", "chess " * row + "club " * (3 - row))) for row in (1, 2, 3)]
    texts = FullText(FIELDS)
    texts.put(rows)
    found = texts.find([["chess"]], WEIGHTS, 9)
    assert [row for row, _ in found] == [3, 2, 1]
    assert found[0][1] > found[1][1] > found[2][1] > 0
    assert texts.find([["milk", "chess"]], (1.0, 10.0), 9)[0][0] == 3


def test_a_text_may_be_longer_than_is_counted() -> None:
    texts = FullText(FIELDS)
    texts.put([(1, ("food", "rent " * 9_000)), (2, ("food", "rent"))])
    assert [row for row, _ in texts.find([["food"]], WEIGHTS, 9)] == [2, 1]
    texts.take_out([(1, ("food", "rent " * 9_000))])
    assert rows(texts.find([["rent"]], WEIGHTS, 9)) == [2]


def test_all_words_and_how_many_texts_hold_them(texts: Texts) -> None:
    terms = texts.terms()
    assert (terms["food"], terms["clinica"], terms["coats"]) == (2, 1, 1)


def test_without_fts5_the_wordbook_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(open_texts(("name",)), FullText) is has_full_text()
    monkeypatch.setattr(fulltext, "has_full_text", lambda: False)
    assert isinstance(open_texts(("name",)), Wordbook)
