"""The canonical form: equal listings have equal bytes, and what JSON cannot hold is refused by its field."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.errors import Refused
from kiosk.store.canonical import LARGEST, canonical, encode

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
numbers = st.one_of(
    st.integers(-LARGEST, LARGEST), st.floats(-1e15, 1e15, allow_nan=False), st.floats(1e-7, 1e-4), st.just(-0.0)
)
values = st.recursive(
    st.one_of(st.none(), st.booleans(), numbers, texts),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(texts, inner, max_size=3)),
    max_leaves=12,
)
trees = st.dictionaries(texts, values, max_size=4)


def emptied(tree: object) -> object:
    """The slow, obvious rule: members that are empty are left out, innermost first."""
    if isinstance(tree, dict):
        kept = {key: emptied(value) for key, value in tree.items()}
        return {key: value for key, value in kept.items() if value is not None and value not in ("", [], {})}
    if isinstance(tree, list):
        return [emptied(item) for item in tree]
    return tree


@given(trees)
def test_the_bytes_say_the_same_as_the_tree_without_its_empty_members(tree: dict[str, object]) -> None:
    tree.pop("rev", None)
    assert json.loads(encode(canonical(tree))) == emptied(tree)


@given(trees)
def test_canonical_form_is_reached_at_once(tree: dict[str, object]) -> None:
    once = encode(canonical(tree))
    assert encode(canonical(json.loads(once))) == once


@given(trees)
def test_the_order_of_keys_does_not_matter(tree: dict[str, object]) -> None:
    assert encode(canonical(dict(reversed(tree.items())))) == encode(canonical(tree))


@pytest.mark.parametrize(("number", "written"), [
    (-72.0, "-72"), (41.5, "41.5"), (-0.0, "0"), (1e15, "1000000000000000"), (float(LARGEST), str(LARGEST)),
    (1.5e-6, "0.0000015"), (1e-7, "1e-7"), (-1.25e-6, "-0.00000125"), (0.00001, "0.00001"), (0.1, "0.1"),
])  # fmt: skip
def test_numbers_are_written_as_rfc_8785_does(number: float, written: str) -> None:
    assert encode(canonical({"x_n": number})) == b'{"x_n":' + written.encode() + b"}"


def test_absent_equals_empty_and_false_is_not_empty() -> None:
    tree: dict[str, object] = {
        "a": None,
        "b": "",
        "c": [],
        "d": {"e": {"f": ""}},
        "g": False,
        "h": 0,
        "i": [{}],
        "rev": "1-a",
    }
    assert canonical(tree) == {"g": False, "h": 0, "i": [{}]}


@pytest.mark.parametrize(("tree", "field"), [
    ({"cost_options": [{"amount": math.nan}]}, "cost_options[0].amount"),
    ({"cost_options": [{}, {"amount": math.inf}]}, "cost_options[1].amount"),
    ({"location": {"latitude": -math.inf}}, "location.latitude"),
    ({"name": {"en": "half \ud83d"}}, "name.en"),
    ({"minutes_needed": int("9" * 400)}, "minutes_needed"),
    ({"x_n": LARGEST + 1}, "x_n"),
    ({"x_n": 1e300}, "x_n"),
    ({"x_n": {"deep": [b"bytes"]}}, "x_n.deep[0]"),
    ({"x_\ud800": 1}, "x_?"),
])  # fmt: skip
def test_what_json_cannot_hold_is_refused_by_its_field(tree: dict[str, object], field: str) -> None:
    with pytest.raises(Refused) as refused:
        canonical(tree)
    said = str(refused.value)
    assert said.startswith(f"{field} ")
    assert "Nothing was changed." in said
    said.encode()  # it can be printed


def test_a_tree_that_nests_without_end_is_refused() -> None:
    tree: dict[str, object] = {}
    tree["x_a"] = tree
    with pytest.raises(Refused, match="too deep"):
        canonical(tree)


def test_a_key_that_is_not_text_is_refused() -> None:
    with pytest.raises(Refused, match="key that is not text"):
        canonical({"x_a": {1: 2}})
