"""What comes in from a person, made ready to keep."""

from __future__ import annotations

import math

import pytest

from kiosk.domain.errors import Refused
from kiosk.store.drafts import LARGEST_LISTING, check_draft, draft, read_documents
from tests.store.samples import pantry


def test_a_draft_is_cleaned_before_it_is_kept() -> None:
    doc = draft(pantry(email=" \x1b\u200b", alert={"en": "\x00"}, x_note=["a\x07"]))
    assert doc == pantry(email=" ", x_note=["a"])


@pytest.mark.parametrize("id", ["", "../lock", "214", "Food Pantry", "a" * 65])
def test_an_id_that_is_not_safe_is_refused(id: str) -> None:
    with pytest.raises(Refused, match=r"id (cannot be|is missing)"):
        check_draft(draft(pantry(id)))


@pytest.mark.parametrize("number", [0, 100, -5, 1_000_000])
def test_a_number_out_of_bounds_is_refused(number: int) -> None:
    with pytest.raises(Refused, match="number cannot be"):
        check_draft(draft(pantry(number=number)))


def test_a_listing_of_more_than_256_kib_is_refused() -> None:
    fits = LARGEST_LISTING - 200
    draft(pantry(x_note="a" * fits))
    with pytest.raises(Refused, match=r"too large \(256 KiB of at most 256\)"):
        draft(pantry(x_note="a" * (fits + 200)))


def test_a_file_holds_one_object_or_an_array() -> None:
    assert read_documents(b'{"id": "a"}') == [{"id": "a"}]
    assert read_documents(b'\xef\xbb\xbf[{"id": "a"}, {"id": "b"}]') == [{"id": "a"}, {"id": "b"}]
    assert read_documents(b"[]") == []


def test_what_no_listing_may_hold_is_read_so_that_its_field_can_be_named() -> None:
    (doc,) = read_documents(b'{"a": NaN, "b": -Infinity, "c": "\\ud800", "d": ' + b"9" * 5000 + b', "e": 1e999}')
    assert math.isnan(float(str(doc["a"])))
    assert doc == {"a": doc["a"], "b": -math.inf, "c": "\ud800", "d": math.inf, "e": math.inf}


@pytest.mark.parametrize(("text", "said"), [
    (b'{"id": "a",\n "name" "b"}', "The file is no JSON: line 2"),
    (b"", "The file is no JSON: line 1"),
    (b'{"id": "\xe9"}', "not UTF-8"),
    (b"[1]", "Listing 1 must be members"),
    (b'"text"', "Listing 1 must be members"),
    (b'{"id": "a", "id": "b"}', "“id” stands twice"),
    (b"[" * 100_000, "nests too deep"),
    (b'{"x_a":' * 100_000, "nests too deep"),
])  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(text: bytes, said: str) -> None:
    with pytest.raises(Refused, match=said):
        read_documents(text)


def test_a_document_that_nests_without_end_is_refused() -> None:
    tree: dict[str, object] = {}
    tree["x_a"] = tree
    with pytest.raises(Refused, match="nests too deep"):
        draft(tree)
