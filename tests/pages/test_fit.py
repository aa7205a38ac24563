"""Making words fit: whole sentences, whole words, and how many lines they take."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.domain.listing import Places
from kiosk.pages.fit import capital, cells, fit, sentence, wrapped
from kiosk.pages.places_words import places_text, room_left
from kiosk.pages.route import Route
from tests.pages.center import TUESDAY, asking, listing

TODAY = TUESDAY.date()
ASK = asking(Route("results"))


@pytest.mark.parametrize(
    ("text", "width", "fitted"),
    [
        ("Bread and milk. Take what you need.", 40, "Bread and milk. Take what you need."),
        ("Bread and milk. Take what you need.", 20, "Bread and milk."),
        ("Food for moms, babies and kids to 5.", 20, "Food for moms..."),
        ("Unbreakablelongword", 10, ""),
        ("", 10, ""),
        ("One\nline.", 20, "One line."),
    ],
)
def test_whole_sentences_first_then_whole_words(text: str, width: int, fitted: str) -> None:
    assert fit(text, width) == fitted
    assert cells(fit(text, width)) <= width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [("", 10, 1), ("one two", 7, 1), ("one two", 6, 2), ("one\ntwo", 20, 2), ("a b c d", 3, 2), ("longer than", 4, 2)],
)
def test_lines_are_counted_as_they_are_broken(text: str, width: int, lines: int) -> None:
    assert wrapped(text, width) == lines


def test_cells_count_what_a_terminal_draws() -> None:
    assert (cells("Ñandú"), cells("N\u0303"), cells("日本")) == (5, 1, 4)


def test_sentences_end_and_lines_begin() -> None:
    assert (sentence("A bag"), sentence("Really?"), sentence(" "), capital("lunes"), capital("")) == (
        "A bag.",
        "Really?",
        "",
        "Lunes",
        "",
    )


@pytest.mark.parametrize(
    ("places", "left", "text"),
    [
        (None, "", ""),
        (Places(left=5), "", ""),
        (Places(left=1, said=TODAY), "1 place left, said today", "Places: 1, said today."),
        (Places(state="few", said=TODAY), "few places left, said today", "Few places, said today."),
        (Places(state="open", said=TODAY), "", ""),
        (Places(state="full", said=TODAY), "", "Full, said today."),
        (Places(left=0, said=TODAY), "", "Full, said today."),
        (Places(left=5, said=date(2026, 11, 1)), "", "Places: ask."),
    ],
)
def test_room_left_is_dated_and_goes_stale(places: Places | None, left: str, text: str) -> None:
    one = listing(places=places)
    assert (room_left(ASK, one), places_text(ASK, one)) == (left, text)
