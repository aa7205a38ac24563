"""Ids of listings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.ids import id_from, is_id


@pytest.mark.parametrize("text", ["p", "food-pantry", "l_1", "3b", "a" * 64])
def test_these_are_ids(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize(
    "text", ["", "214", "../lock", "a/b", "a b", "-a", "Ñ", "Food", "a" * 65, "a\n", "a.b", "a\x00", "٣a"]
)
def test_these_are_not(text: str) -> None:
    assert not is_id(text)


def test_an_id_is_made_from_the_name_and_counts_on() -> None:
    assert id_from("Clínica de la escuela", set()) == "clinica-de-la-escuela"
    assert id_from("Food pantry", {"food-pantry", "food-pantry-2"}) == "food-pantry-3"
    assert id_from("214", set()) == "listing-214"
    assert id_from("食物", set()) == "listing"


@given(st.text(max_size=200), st.sets(st.text(max_size=8), max_size=3))
def test_a_made_id_is_always_an_id_that_is_free(name: str, taken: set[str]) -> None:
    made = id_from(name, taken)
    assert is_id(made)
    assert made not in taken
