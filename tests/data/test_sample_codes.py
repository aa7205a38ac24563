"""Every code that the sample can show fits a screen: nothing of it is ever clipped."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.domain.listing import LocalText
from kiosk.domain.opening import opening_at
from kiosk.domain.qr import smallest_version
from kiosk.services.codes import CodeSpec, codes_for
from tests.data.conftest import School
from tests.data.test_sample import LONG_SPANISH_NAMES

ZONE = ZoneInfo("America/New_York")
ALONE, WITHOUT_BAND = 6, 8
"""The largest versions that a lobby screen holds: below its band, and all of it (LOOK.md)."""


class _Reader:
    """A reader of one language, as far as codes ask."""

    def __init__(self, language: str) -> None:
        self._language = language

    def say(self, message: str, **values: object) -> str:
        return message.format(**values)

    def pick(self, text: LocalText) -> str:
        return text.get(self._language) or text.get("en", "")


Codes = dict[str, list[tuple[str, CodeSpec, int]]]


@pytest.fixture(scope="module")
def codes(school: School) -> Codes:
    """By language: every code with its listing's id and the version it takes."""
    return {language: _codes(school, language) for language in ("en", "es")}


def _codes(school: School, language: str) -> list[tuple[str, CodeSpec, int]]:
    now = datetime(2026, 11, 24, 15, 5, tzinfo=ZONE)
    return [
        (id, code, smallest_version(code.payload))
        for id, listing in school.listings.items()
        for code in codes_for(
            listing, school.settings, now, opening_at(listing, now, school.calendar, ZONE), _Reader(language)
        )
    ]


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_code_fits_a_screen(codes: Codes, language: str) -> None:
    assert {code.kind for _, code, _ in codes[language]} == {
        "sign-up",
        "call",
        "text-message",
        "date",
        "contact",
        "directions",
        "text",
    }
    assert [(id, code.kind) for id, code, version in codes[language] if version > WITHOUT_BAND] == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_a_family_leaves_with_is_small(codes: Codes, language: str) -> None:
    small = [version for _, code, version in codes[language] if code.kind in ("sign-up", "call", "text-message")]
    assert small
    assert max(small) <= 3
    large = {id for id, code, version in codes[language] if code.kind in ("directions", "text") and version > ALONE}
    assert large <= LONG_SPANISH_NAMES


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_date_fits_25_rows(codes: Codes, language: str) -> None:
    """A full calendar takes 39 rows; a bare event in UTC, kept short, 25 (version 6 with its quiet zone)."""
    dates = [(id, version) for id, code, version in codes[language] if code.kind == "date"]
    assert len(dates) > 50
    assert [each for each in dates if each[1] > ALONE] == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_listing_can_be_taken_along_without_the_internet(school: School, codes: Codes, language: str) -> None:
    offline = {id for id, code, _ in codes[language] if not code.needs_internet}
    assert offline == set(school.listings)


def test_a_code_of_a_sensitive_listing_does_not_say_what_it_is(school: School, codes: Codes) -> None:
    for language, shown in codes.items():
        for id, code, _ in shown:
            listing = school.listings[id]
            if listing.sensitive and code.kind != "directions":
                assert listing.name[language] not in code.payload
