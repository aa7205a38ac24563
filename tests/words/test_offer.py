"""Which languages a school offers, and what happens when one cannot be read."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from kiosk.domain.errors import NoSuch
from kiosk.words import Content, load_content, offered, words_for


def test_a_school_offers_the_languages_of_its_settings_that_ship(content: Content) -> None:
    assert [language.code for language in offered(content, ["es", "en", "xx"])] == ["en", "es"]
    assert [language.code for language in offered(content, ["es"])] == ["es"]
    assert offered(content, []) == content.languages


def test_words_are_made_once(content: Content) -> None:
    words = words_for(content, "US-CT")
    assert words("es") is words("es")
    assert words("es").territory == "US"


def test_a_language_that_does_not_ship_is_named(content: Content) -> None:
    with pytest.raises(NoSuch, match=r"'xx'.*en, es"):
        words_for(content, "US")("xx")


def test_a_broken_catalog_leaves_english_and_a_line_in_the_log(copy: Path, caplog: pytest.LogCaptureFixture) -> None:
    (copy / "locale" / "es" / "kiosk.mo").write_bytes(b"broken")
    with caplog.at_level(logging.WARNING):
        words = words_for(load_content(copy), "US")("es")
    assert words.say("Help now") == "Help now"
    assert words.pick({"es": "Comida", "en": "Food"}) == "Comida"
    assert "kiosk.mo" in caplog.text
