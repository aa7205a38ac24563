"""What was typed, read as words."""

from __future__ import annotations

import pytest

from kiosk.services.query import LONGEST, MOST_WORDS, Query, read_query, words_of

SMALL = frozenset({"i", "need", "the", "a", "mi"})


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("Diapers", Query(("diapers",), True, "")),
        ("diapers ", Query(("diapers",), False, "")),
        ("I need the diapers", Query(("diapers",), True, "")),
        ("NIÑEZ, Clínica", Query(("ninez", "clinica"), True, "")),
        ("child's shoes?", Query(("child", "shoes"), False, "")),
        ("room 4", Query(("room", "4"), True, "")),
        ("food food", Query(("food",), True, "")),
        ("need the", Query(("need", "the"), True, "")),
        ("diapers a", Query(("diapers",), False, "")),
        ("d", Query(("d",), True, "")),
        ("i d", Query(("d",), True, "")),
        ("214", Query(("214",), False, "214")),
        (" No. 214 ", Query(("214",), False, "214")),
        ("#214", Query(("214",), False, "214")),
        ("número 214", Query(("numero", "214"), True, "")),
        ("14", Query(("14",), True, "")),
        ("", Query((), False, "")),
        ("¿?*\x00 🙂", Query((), False, "")),
    ],
)
def test_reading(typed: str, query: Query) -> None:
    assert read_query(typed, SMALL) == query


def test_only_so_much_is_read() -> None:
    many = read_query(" ".join(f"word{number}" for number in range(100)), SMALL)
    assert len(many.words) == MOST_WORDS
    assert not many.goes_on
    assert len(read_query("x" * 10_000, SMALL).words[0]) < LONGEST


def test_words_are_split_as_the_full_text_splits_them() -> None:
    assert words_of("pre-k, Mother’s_day ½ ﬁne") == ["pre", "k", "mother", "s", "day", "1", "2", "fine"]
