"""Listings as JSON documents for property tests: few values, so that two sides often meet, and hostile names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

Doc = dict[str, Any]
Leaf = tuple[tuple[object, ...], str]

ODD = st.sampled_from(["", "a", "b", "0", "1", "en", "a.b", "a[0]", '"', "\\", "a+b", "=", "é", "x y", "\n", "id"])
SCALARS = st.sampled_from([True, False, 0, 1, 1.5, None, "", "A", "0"])
WORDS = st.dictionaries(st.sampled_from(["en", "es", "pt-BR"]), st.sampled_from(["A", "B", "C"]), max_size=3)
DAYS = st.sampled_from(["2026-12-09", "2026-12-10", "2026-12-11"])
NUMBERS = st.sampled_from(["+18605550112", "988", "0", "1"])
LISTED = st.lists(st.sampled_from(["food", "diapers", "coats", "0"]), max_size=4, unique=True)
ANYTHING = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ODD, inner, max_size=3), max_leaves=8
)


def canonical(value: Any) -> Any:
    """The value without members that are empty, innermost first: absent equals empty."""
    if isinstance(value, list):
        return [canonical(item) for item in value]
    if isinstance(value, dict):
        members = ((key, canonical(inner)) for key, inner in value.items())
        return {key: inner for key, inner in members if inner is not None and inner not in ("", [], {})}
    return value


def alike(one: object, other: object) -> bool:
    """Whether two values are the same JSON."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def some(more: dict[str, st.SearchStrategy[Any]], **needed: st.SearchStrategy[Any]) -> st.SearchStrategy[Doc]:
    """Maps with the members that are needed, and some of the others."""
    return st.fixed_dictionaries(needed, optional=more)


def rows(item: st.SearchStrategy[Doc], *key: str) -> st.SearchStrategy[list[Doc]]:
    """Lists of items with different keys; now and then one stands twice."""
    apart = st.lists(item, max_size=3, unique_by=lambda each: tuple(each.get(part) for part in key))
    return st.integers(0, 9).flatmap(lambda tenth: apart if tenth != 7 else st.lists(item, max_size=3))


PHONES = rows(some({"extension": SCALARS, "description": WORDS}, number=NUMBERS), "number")
EXCEPTIONS = rows(some({"closed": st.booleans(), "reason": WORDS}, **{"from": DAYS, "to": DAYS}), "from", "to")
LOCATION = some({
    "room": SCALARS,
    "latitude": st.sampled_from([41.5, 41.76]),
    "longitude": st.sampled_from([-72, -72.5]),
    "address": some({"city": st.sampled_from(["A", "B"]), "address_1": SCALARS}),
    "directions": WORDS,
})  # fmt: skip
DOCUMENTS = some(
    {
        "number": st.integers(101, 103),
        "name": WORDS,
        "email": SCALARS,
        "needs": LISTED,
        "languages": LISTED | st.just(["en", "en"]),
        "phones": PHONES,
        "schedules": st.lists(some({"opens_at": st.sampled_from(["08:00", "09:00"]), "notes": WORDS}), max_size=2),
        "schedule_exceptions": EXCEPTIONS,
        "location": LOCATION,
        "assured_date": DAYS,
        "assurer": st.sampled_from(["mary", "joe"]) | WORDS,
        "x_rows": rows(some({"v": SCALARS, "w": WORDS}, id=ODD), "id"),
        "x_any": ANYTHING,
        "x_a.b": ANYTHING,
    },
    id=st.just("p"),
).map(canonical)


@st.composite
def changed(draw: st.DrawFn, doc: Doc) -> Doc:
    """The document after somebody worked on it: here and there a value goes, or another one comes."""
    new = draw(DOCUMENTS)
    mixed = {key: _mixed(draw, doc.get(key), new.get(key)) for key in sorted({*doc, *new})}
    document: Doc = canonical({**mixed, "id": "p"})
    return document


def _mixed(draw: st.DrawFn, old: Any, new: Any) -> Any:
    if type(old) is type(new) is dict:
        return {key: _mixed(draw, old.get(key), new.get(key)) for key in sorted({*old, *new})}
    if type(old) is type(new) is list:
        items = [_mixed(draw, item, new[place] if place < len(new) else None) for place, item in enumerate(old)]
        return [item for item in [*items, *new[len(old) :]] if item is not None]
    return draw(st.sampled_from([old, old, new]))


@st.composite
def three(draw: st.DrawFn) -> tuple[Doc | None, Doc | None, Doc | None]:
    """A base and two sides that started from it; now and then one of them is deleted."""
    base = draw(DOCUMENTS)
    mine, theirs = (draw(changed(base)) if draw(st.integers(0, 15)) != 11 else None for _ in range(2))
    return (base if draw(st.integers(0, 15)) != 11 else None, mine, theirs)


def leaves(doc: object) -> set[Leaf]:
    """Every smallest thing that a document says, with its place: a value, a word of a list, a member of an item.

    What lies in a list is found by its key where all items have one, so that the order of items says nothing.
    """
    return set(_leaves(doc, (), ""))


def _leaves(value: Any, place: tuple[object, ...], name: str) -> Iterator[Leaf]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*place, key), key)
        return
    if isinstance(value, list):
        keys = _keys(value, name)
        if len(set(keys)) == len(value):
            for key, item in zip(keys, value, strict=True):
                yield from _leaves(item, (*place, key), "")
            return
    yield place, json.dumps(value, sort_keys=True)


def _keys(items: list[Any], name: str) -> list[tuple[object, ...]]:
    members = {"phones": ["number"], "schedule_exceptions": ["from", "to"]}.get(name, ["id"])
    keys = [tuple(item.get(each) for each in members) if isinstance(item, dict) else (item,) for item in items]
    return [key for key in keys if all(isinstance(part, str) and part for part in key)]


def containers(value: object) -> Iterator[int]:
    """Each map and list in a value, by its identity."""
    if isinstance(value, dict | list):
        yield id(value)
        for inner in value.values() if isinstance(value, dict) else value:
            yield from containers(inner)
