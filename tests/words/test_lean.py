"""Of CLDR the kiosk keeps what it says: Babel's own copies are let go, and nothing that is said reads them again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from babel import core, localedata
from babel.core import Locale

from kiosk.words import Words, load_content, words_for
from kiosk.words.lean import lean, reading
from tests.house.reading import ROOT

NOW = datetime(2026, 11, 25, 15, 5)  # noqa: DTZ001 - local


@pytest.fixture
def english() -> Iterator[Words]:
    """A language whose names and layouts were read a moment ago, and the territory's prices."""
    words = words_for(load_content(ROOT / "content"), "US-CT")("en")
    words.clock(NOW)
    words.money(1.0)
    words.language_name("es")
    yield words


@pytest.mark.usefixtures("english")
def test_what_babel_read_is_let_go() -> None:
    assert localedata._cache == {}
    assert core._global_data is None


def test_nothing_that_is_said_reads_it_again(english: Words, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object) -> None:
        raise AssertionError("CLDR is read again")

    monkeypatch.setattr(localedata, "load", read)
    monkeypatch.setattr(core, "get_global", read)
    assert english.clock(NOW) == "Wed Nov 25  3:05 PM"
    assert english.full_date(date(2026, 11, 25)) == "Nov 25, 2026"
    assert english.money(12.5) == "$12.50"
    assert english.number(12345) == "12,345"
    assert english.names(["a", "b", "c"]) == "a, b, and c"
    assert english.language_name("es", own=False) == "Spanish"
    assert localedata._cache == {}


def test_within_one_reading_a_file_is_read_once() -> None:
    with reading:
        with reading:
            lean(Locale("en", "US"))
        assert "en_US" in localedata._cache
    assert localedata._cache == {}


@pytest.mark.parametrize("code", ["en_US", "es_US", "pt_BR", "fr_HT", "ar_EG", "zh_Hans_CN"])
def test_it_says_what_the_whole_locale_says(code: str) -> None:
    whole = Locale.parse(code)
    part = lean(whole)
    for width in ("wide", "abbreviated"):
        assert dict(part.months["format"][width]) == dict(whole.months["format"][width])
        assert dict(part.days["format"][width]) == dict(whole.days["format"][width])
        assert dict(part.day_periods["format"][width]) == dict(whole.day_periods["format"][width])
    assert str(part.datetime_skeletons["yMMMd"].pattern) == str(whole.datetime_skeletons["yMMMd"].pattern)
    assert str(part.time_formats["short"].pattern) == str(whole.time_formats["short"].pattern)
    assert str(part.currency_formats["standard"].pattern) == str(whole.currency_formats["standard"].pattern)
    assert dict(part.list_patterns["standard"]) == dict(whole.list_patterns["standard"])
    assert dict(part.number_symbols["latn"]) == dict(whole.number_symbols["latn"])
