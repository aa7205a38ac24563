"""How two states of a listing differ: as fine as a person says it, and never finer than makes sense."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.differences import differences
from kiosk.domain.kept import Document
from kiosk.domain.paths import with_value
from kiosk.domain.tree import same

ROW = {"byday": ["MO"], "opens_at": "08:00", "closes_at": "16:00"}


def told(before: Document, after: Document) -> list[tuple[str, object, object]]:
    return [(each.path, each.before, each.after) for each in differences(before, after)]


def test_texts_are_told_by_language() -> None:
    assert told({"name": {"en": "A", "es": "B"}}, {"name": {"en": "A", "es": "C"}}) == [("name.es", "B", "C")]
    assert told({"name": {"en": "A"}}, {"name": {"en": "A", "es": "B"}}) == [("name.es", None, "B")]


def test_items_are_told_by_their_key_and_whole_when_they_come_or_go() -> None:
    one, two = {"number": "+18605550112"}, {"number": "988"}
    assert told({"phones": [one]}, {"phones": [{**one, "extension": "3"}]}) == [
        ("phones[+18605550112].extension", None, "3")
    ]
    assert told({"phones": [one]}, {"phones": [two]}) == [
        ("phones[+18605550112]", one, None),
        ('phones["988"]', None, two),
    ]


def test_what_is_one_value_is_told_as_one() -> None:
    assert told({"schedules": [ROW]}, {"schedules": [{**ROW, "closes_at": "14:00"}]}) == [
        ("schedules", [ROW], [{**ROW, "closes_at": "14:00"}])
    ]
    assert told({"location": {"address": {"city": "A"}}}, {"location": {"address": {"city": "B"}}}) == [
        ("location.address", {"city": "A"}, {"city": "B"})
    ]
    assert told({"location": {"latitude": 1, "longitude": 2}}, {"location": {"latitude": 1, "longitude": 3}}) == [
        ("location.latitude+longitude", {"latitude": 1, "longitude": 2}, {"latitude": 1, "longitude": 3})
    ]
    assert [each[0] for each in told({}, {"assured_date": "2026-11-20", "assurer": "ana"})] == ["assured_date+assurer"]


def test_true_is_not_one_and_the_same_is_nothing() -> None:
    assert told({"x_a": 1}, {"x_a": True}) == [("x_a", 1, True)]
    assert told({"x_a": [1, {"b": 2}]}, {"x_a": [1, {"b": 2}]}) == []
    assert differences(None, None) == []


texts = st.dictionaries(st.sampled_from(["en", "es", "pt"]), st.text(max_size=3), max_size=3)
docs = st.fixed_dictionaries(
    {},
    optional={
        "name": texts,
        "email": st.text(min_size=1, max_size=4),
        "needs": st.lists(st.sampled_from("abc"), max_size=3, unique=True),
        "location": st.fixed_dictionaries({}, optional={"room": st.text(min_size=1, max_size=3), "directions": texts}),
        "schedules": st.lists(st.just(ROW), max_size=2),
    },
)


@given(docs, docs)
def test_the_differences_put_onto_the_first_make_the_second(before: Document, after: Document) -> None:
    empty: Document = {}
    plain = _bare(before), _bare(after)
    doc = plain[0]
    for each in differences(*plain):
        doc = with_value(doc, each.path, each.after)
    assert same(_bare(doc), plain[1] or empty)


def _bare(value: Document) -> dict[str, object]:
    """Without what is empty: absent equals empty."""
    found = {}
    for key, each in value.items():
        inner = _bare(each) if isinstance(each, dict) else each
        if inner not in ({}, [], "", None):
            found[key] = inner
    return found
