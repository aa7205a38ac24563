"""Full text, by SQLite's FTS5 and by the wordbook that stands in for it: both must answer alike."""

from __future__ import annotations

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
    assert texts.with_all([["cl*"], ["coats", "chess"]], FIELDS) == {3, 4}
    assert texts.with_all([["cl*"], ["coats", "chess"]], ["name"]) == {3}
    assert texts.with_all([["food"], ["zebra"]], FIELDS) == set()


def test_nothing_asked_nothing_found(texts: Texts) -> None:
    assert texts.find([], WEIGHTS, 9) == []


def test_what_is_taken_out_is_gone(texts: Texts) -> None:
    texts.take_out([row for row in ROWS if row[0] == 2])
    assert rows(texts.find([["food"]], WEIGHTS, 9)) == [1]
    assert "vacunas" not in texts.terms()
    texts.put([(2, ("Food bank", ""))])
    assert set(rows(texts.find([["food"]], WEIGHTS, 9))) == {1, 2}


def test_all_words_and_how_many_texts_hold_them(texts: Texts) -> None:
    terms = texts.terms()
    assert (terms["food"], terms["clinica"], terms["coats"]) == (2, 1, 1)


def test_without_fts5_the_wordbook_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(open_texts(("name",)), FullText) is has_full_text()
    monkeypatch.setattr(fulltext, "has_full_text", lambda: False)
    assert isinstance(open_texts(("name",)), Wordbook)
