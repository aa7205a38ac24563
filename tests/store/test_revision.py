"""Revisions: worked out from the parent and the content, the same on every machine."""

from __future__ import annotations

from kiosk.store.canonical import canonical, encode
from kiosk.store.revision import generation, is_rev, next_rev

PANTRY: dict[str, object] = {
    "id": "food-pantry",
    "location": {"latitude": 41.5, "longitude": -72.0},
    "name": {"es": "Despensa de niños", "en": "Food pantry"},
    "needs": ["food"],
    "number": 214,
    "sensitive": False,
    "status": "active",
    "email": "",
    "places": None,
}
CANONICAL = (
    '{"id":"food-pantry","location":{"latitude":41.5,"longitude":-72},'
    '"name":{"en":"Food pantry","es":"Despensa de niños"},"needs":["food"],"number":214,"sensitive":false,'
    '"status":"active"}'
)


def test_the_three_known_revisions() -> None:
    content = encode(canonical(PANTRY))
    assert content.decode() == CANONICAL
    first = next_rev("", content)
    assert first == "1-78e7f9b5f20ac7d8faffe1fb12ed54f2"
    second = next_rev(first, encode(canonical({**PANTRY, "email": "pantry@example.org"})))
    assert second == "2-8632ee640b2f9bde6bdbc30de95f10c5"
    assert next_rev(second, None) == "3-6f7b8639f300e62e922074f36249fdd1"


def test_the_known_revisions_of_a_short_listing() -> None:
    first = {"id": "p", "name": {"en": "Pantry"}, "number": 101}
    rev = next_rev("", encode(canonical(first)))
    assert rev == "1-168782f6ae48c9cbde7681a9cfa1910a"
    second = next_rev(rev, encode(canonical({**first, "email": "p@example.org"})))
    assert second == "2-89e801a0c52bb7ee9e56a727a7fcbae4"


def test_a_revision_counts_the_changes_before_it() -> None:
    assert generation("") == 0
    assert generation("12-" + "0" * 32) == 12
    assert not is_rev("0-" + "0" * 32)
    assert not is_rev("1-xyz")
    assert is_rev("1-168782f6ae48c9cbde7681a9cfa1910a")
