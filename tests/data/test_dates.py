"""Dates that the sample writes relative to its first run: what each notation means, on any day."""

from __future__ import annotations

import re
import tomllib
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.errors import Refused
from kiosk.services.sample import day_of, read_listings, resolve, sample
from tests.data.conftest import DEMO

TUESDAY = date(2026, 11, 24)
DAYS = st.dates(date(2024, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("+0", "2026-11-24"),
        ("+7", "2026-12-01"),
        ("-24", "2026-10-31"),
        ("wed", "2026-11-25"),
        ("tue", "2026-12-01"),
        ("fri", "2026-11-27"),
        ("mon-91", "2026-08-31"),
        ("fri+196", "2027-06-11"),
        ("12-24", "2026-12-24"),
        ("12-24+8", "2027-01-01"),
        ("11-4TH", "2026-11-26"),
        ("11-4TH+1", "2026-11-27"),
        ("01-3MO", "2027-01-18"),
        ("09-1MO", "2026-09-07"),
        ("06-1MO-7", "2027-05-31"),
        ("08-26", "2026-08-26"),
        ("08-25", "2027-08-25"),
    ],
)
def test_each_notation_on_a_tuesday_in_november(words: str, day: str) -> None:
    assert day_of(words, TUESDAY).isoformat() == day


@given(DAYS)
def test_a_weekday_is_the_next_one_and_never_today(today: date) -> None:
    for place, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun")):
        day = day_of(name, today)
        assert day.weekday() == place
        assert timedelta(0) < day - today <= timedelta(days=7)


@given(DAYS)
def test_a_day_of_the_year_lies_in_the_year_around_today(today: date) -> None:
    for words in ("12-24", "07-04", "01-01"):
        day = day_of(words, today)
        assert day.strftime("%m-%d") == words
        assert timedelta(days=-90) <= day - today <= timedelta(days=276)


@given(DAYS)
def test_thanksgiving_is_a_fourth_thursday(today: date) -> None:
    day = day_of("11-4TH", today)
    assert (day.month, day.weekday()) == (11, 3)
    assert 22 <= day.day <= 28


@pytest.mark.parametrize("words", ["", "soon", "fry", "7", "+", "13-4XX", "11-5TH", "12-24 + 8", "FRI"])
def test_a_date_that_cannot_be_read_is_refused_by_name(words: str) -> None:
    with pytest.raises(Refused, match=re.escape(f"{{{words}}}")):
        resolve(f'on = "{{{words}}}"', TUESDAY)


def test_only_whole_strings_are_dates() -> None:
    text = 'name = { en = "Room {n}" }\nhint = "{ }x"\non = "{+1}"'
    assert resolve(text, TUESDAY) == 'name = { en = "Room {n}" }\nhint = "{ }x"\non = "2026-11-25"'


@given(DAYS)
@settings(max_examples=25)
def test_on_any_first_run_every_date_of_the_sample_is_settled(today: date) -> None:
    made = sample(DEMO, today)
    for text in (made.settings, made.calendar, repr(made.listings)):
        assert not re.search(r"""["']\{[^"'{}]*\}["']""", text)
    calendar = tomllib.loads(made.calendar)
    assert date.fromisoformat(calendar["first_day"]) < today < date.fromisoformat(calendar["last_day"])
    for day in calendar["days"]:
        assert date.fromisoformat(day["from"]) <= date.fromisoformat(day["to"])


def test_an_organization_or_place_that_is_not_there_is_refused_by_name() -> None:
    with pytest.raises(Refused, match="moon"):
        read_listings('[[listing]]\nid = "a"\norganization = "moon"\n', {"organizations": {}}, TUESDAY)
    with pytest.raises(Refused, match="mars"):
        read_listings('[[listing]]\nid = "a"\nplace = "mars"\n', {}, TUESDAY)


def test_a_listing_says_its_own_part_of_its_place() -> None:
    places = {"organizations": {"o": {"name": "O"}}, "places": {"p": {"name": "P", "room": "1"}}}
    text = '[[listing]]\nid = "a"\norganization = "o"\nplace = "p"\nlocation = { room = "2" }\n'
    assert read_listings(text, places, TUESDAY) == [
        {"id": "a", "organization": {"name": "O"}, "location": {"name": "P", "room": "2"}}
    ]
