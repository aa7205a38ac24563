"""Help lines belong to a region, are shown whatever is broken, and equal their copy in the code."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kiosk.domain.needs import Region
from kiosk.words import Content, load_content
from kiosk.words.built_in import DIGITS, REGIONS, built_in_region
from kiosk.words.regions import merged, read_region
from tests.words.conftest import ROOT

DIRECTORY = ROOT / "content" / "regions"


def lines(region: Region) -> list[str]:
    """The ids of its lines; a star for a large one."""
    return [line.id + "*" * line.big for line in region.lines]


def test_connecticut_stands_over_the_country(content: Content) -> None:
    assert lines(content.region("US-CT")) == [
        "danger*",
        "lifeline*",
        "child-crisis*",
        "basic-needs",
        "husky-counselor",
        "adult-crisis",
        "quit-substances",
        "child-crisis-centers",
        "husky-members",
        "husky-dental",
    ]


def test_the_numbers_are_those_that_were_checked(content: Content) -> None:
    region = content.region("US-CT")
    assert [line.shown for line in region.lines] == [
        *("911", "988", "2-1-1", "2-1-1", "1-877-552-8247", "1-800-467-3135", "1-800-563-4086", "2-1-1"),
        *("1-800-859-9889", "1-855-283-3682"),
    ]
    assert region.checked == date(2026, 11, 23)
    for line in region.lines:
        digits = "".join(sign for sign in line.shown if sign.isdigit())
        assert line.dial == (f"+{digits}" if len(digits) > 3 else digits)


def test_the_number_to_press_stands_wherever_the_number_to_call_does(content: Content) -> None:
    """At every size: 2-1-1 alone leads to another line."""
    line = next(line for line in content.region("US-CT").lines if line.id == "child-crisis")
    for text in (line.title, line.short, line.note_large):
        assert all("1" in words for words in text.values())


def test_the_retired_option_of_988_is_not_printed(content: Content) -> None:
    for line in content.region("US-CT").lines:
        assert "press 3" not in " ".join((*line.note.values(), *line.note_short.values()))
        assert "oprima 3" not in " ".join((*line.note.values(), *line.note_short.values()))


@pytest.mark.parametrize("code", ["US", "US-NY", "US-PR"])
def test_no_line_of_connecticut_is_shown_elsewhere(content: Content, code: str) -> None:
    region = content.region(code)
    assert lines(region) == ["danger*", "lifeline*", "basic-needs*"]
    assert region.code == code
    assert "Connecticut" not in str(region)
    assert "ct.gov" not in str(region)


def test_a_country_that_does_not_ship_has_no_lines_rather_than_wrong_ones(content: Content) -> None:
    assert content.region("MX").lines == ()
    assert content.region("MX-DUR").lines == ()


def test_pages_that_exist_carry_the_day_they_were_seen(content: Content) -> None:
    region = content.region("US-CT")
    assert {page.url.removeprefix("https://") for page in region.pages} >= {"988lifeline.org", "www.211ct.org"}
    assert all(page.url.startswith("https://") and page.seen == date(2026, 11, 23) for page in region.pages)


@pytest.mark.parametrize("code", ["US", "US-CT"])
def test_every_text_stands_in_every_language(content: Content, code: str) -> None:
    codes = {language.code for language in content.languages}
    region = read_region(DIRECTORY, code)
    for line in region.lines:
        for text in (line.title, line.short, line.large, line.note, line.note_short, line.note_large or line.note):
            assert set(text) == codes, line.id
    assert all(set(page.name) == codes for page in region.pages)


@pytest.mark.parametrize("code", ["US", "US-CT"])
def test_every_text_fits(code: str, content: Content) -> None:
    from kiosk.domain.pixels import big_width

    for line in read_region(DIRECTORY, code).lines:
        for language in content.languages:
            assert len(line.title[language.code]) <= (33 if line.big else 52), line.title
            assert len(line.short[language.code]) <= 23, line.short
            assert len(line.note[language.code]) <= 68, line.note
            assert len(line.note_short[language.code]) <= (44 if line.big else 29), line.note_short
            assert big_width(line.large[language.code], content.letters) <= 85, line.large


def test_the_built_in_copy_equals_the_files() -> None:
    assert set(REGIONS) == {path.stem for path in DIRECTORY.glob("*.toml")}
    for code in REGIONS:
        assert built_in_region(code) == replace(read_region(DIRECTORY, code), pages=())


@pytest.mark.parametrize(
    "damaged", ["", "nonsense", "[[lines]]\nid = 1", 'name = { en = "X" }\nchecked = 2026-11-23\nx = 1']
)
def test_help_is_there_when_every_file_is_broken(copy: Path, content: Content, damaged: str) -> None:
    for path in copy.rglob("*.*"):
        path.write_text(damaged, encoding="utf-8")
    assert load_content(copy).region("US-CT").lines == content.region("US-CT").lines


def test_help_is_there_when_there_is_no_file_at_all(tmp_path: Path, content: Content) -> None:
    assert load_content(tmp_path / "nowhere").region("US-CT").lines == content.region("US-CT").lines


def test_a_states_line_takes_the_place_of_its_countrys() -> None:
    country, state = built_in_region("US"), built_in_region("US-CT")
    own = replace(country.lines[2], note={"en": "Ours"})
    region = merged(country, replace(state, lines=(own,), checked=date(2026, 1, 1)))
    assert [line.note["en"] for line in region.lines if line.id == "basic-needs"] == ["Ours"]
    assert region.checked == date(2026, 1, 1)


def test_the_built_in_digits_equal_the_file(content: Content) -> None:
    assert content.digits == DIGITS
