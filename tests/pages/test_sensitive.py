"""What others may not read over a family's shoulder, nor find in their phone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.pages.route import Route
from tests.pages.center import (
    EVENING,
    listing,
    page_of,
)


def test_a_sensitive_listing_has_a_neutral_title_in_the_band_and_asks_without_words() -> None:
    one = listing(sensitive=True, name={"en": "Talk about drugs"}, alternate_name={"en": "Room 120"})
    page = page_of(one)
    assert (page.title, page.band_title) == ("Talk about drugs", "Room 120")
    assert page.quiet is not None and page.quiet.go == Route("quiet", "one")
    nameless = replace(one, alternate_name={})
    assert page_of(nameless).band_title == "No. 101"
    assert page_of(listing()).quiet is None


@pytest.mark.parametrize("kind", ["call", "date", "contact", "text"])
def test_no_code_of_a_sensitive_listing_carries_its_name(kind: str) -> None:
    one = listing(sensitive=True, name={"en": "Drug talk"}, alternate_name={"en": "Room 120"}, email="a@example.org")
    page = page_of(one, now=EVENING, kind=kind)
    assert page.code is not None and page.code.kind == kind
    for text in (page.code.payload, page.code.small_payload, page.code.does, page.code.opens, page.code.instead):
        assert "Drug" not in text
