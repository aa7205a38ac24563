"""Every code that the sample can show fits a screen: nothing of it is ever clipped."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.domain.listing import LocalText
from kiosk.domain.opening import opening_at
from kiosk.domain.qr import matrix
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


def _codes(school: School, language: str) -> list[tuple[str, CodeSpec, int]]:
    now = datetime(2026, 11, 24, 15, 5, tzinfo=ZONE)
    return [
        (id, code, matrix(code.payload).version)
        for id, listing in school.listings.items()
        for code in codes_for(
            listing, school.settings, now, opening_at(listing, now, school.calendar, ZONE), _Reader(language)
        )
    ]


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_code_fits_a_screen(school: School, language: str) -> None:
    codes = _codes(school, language)
    assert {code.kind for _, code, _ in codes} == {
        "sign-up",
        "call",
        "text-message",
        "date",
        "contact",
        "directions",
        "text",
    }
    assert [(id, code.kind) for id, code, version in codes if version > WITHOUT_BAND] == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_a_family_leaves_with_is_small(school: School, language: str) -> None:
    codes = _codes(school, language)
    assert all(version <= 3 for _, code, version in codes if code.kind in ("sign-up", "call", "text-message"))
    large = {id for id, code, version in codes if code.kind in ("directions", "text") and version > ALONE}
    assert large <= LONG_SPANISH_NAMES


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_date_fits_25_rows(school: School, language: str) -> None:
    """A full calendar takes 39 rows; a bare event in UTC, kept short, 25 (version 6 with its quiet zone)."""
    dates = [(id, version) for id, code, version in _codes(school, language) if code.kind == "date"]
    assert len(dates) > 50
    assert [each for each in dates if each[1] > ALONE] == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_listing_can_be_taken_along_without_the_internet(school: School, language: str) -> None:
    offline = {id for id, code, _ in _codes(school, language) if not code.needs_internet}
    assert offline == set(school.listings)


def test_a_code_of_a_sensitive_listing_does_not_say_what_it_is(school: School) -> None:
    for language in ("en", "es"):
        for id, code, _ in _codes(school, language):
            listing = school.listings[id]
            if listing.sensitive and code.kind != "directions":
                assert listing.name[language] not in code.payload
