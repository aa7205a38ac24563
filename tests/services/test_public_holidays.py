"""A new school year starts from the public holidays of its region, named in the school's languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.school_days import check_year
from kiosk.services.all_languages import in_all_languages
from kiosk.services.public_holidays import new_year, next_bounds
from kiosk.words.offer import words_for
from tests.domain.hours import day, year
from tests.services.schools import content

WORDS = words_for(content(), "US-CT")
SPEECHES = {code: WORDS(code) for code in ("en", "es")}
FIRST, LAST = day("2026-08-31"), day("2027-06-11")


def named(region: str) -> dict[str, str]:
    """The days of a new year and their English reasons."""
    return {each.from_.isoformat(): each.reason["en"] for each in new_year(region, FIRST, LAST, SPEECHES).days}


def test_connecticut_has_its_own_holidays_beside_the_countrys() -> None:
    assert named("US-CT") == {
        "2026-09-07": "Labor Day",
        "2026-10-12": "Columbus Day",
        "2026-11-11": "Veterans Day",
        "2026-11-26": "Thanksgiving",
        "2026-12-25": "Christmas",
        "2027-01-01": "New Year's Day",
        "2027-01-18": "Martin Luther King Jr. Day",
        "2027-02-12": "Lincoln's Birthday",
        "2027-02-15": "Presidents' Day",
        "2027-03-26": "Good Friday",
        "2027-05-31": "Memorial Day",
    }
    assert set(named("US")) < set(named("US-CT"))


def test_a_holiday_that_is_put_off_keeps_its_name_and_weekends_need_no_entry() -> None:
    days = new_year("US-CT", day("2027-06-14"), day("2028-06-09"), SPEECHES).days
    names = {each.from_.isoformat(): each.reason["en"] for each in days}
    assert names["2027-06-18"] == "Juneteenth" and "2027-06-19" not in names
    assert names["2027-07-05"] == "Independence Day"
    assert names["2027-12-24"] == "Christmas"


def test_every_holiday_of_the_country_has_a_name_in_every_language() -> None:
    for region in ("US", "US-CT"):
        for each in new_year(region, day("2026-08-31"), day("2027-08-20"), SPEECHES).days:
            assert set(each.reason) == {"en", "es"}, each


def test_another_country_names_its_own() -> None:
    mexico = new_year("MX", FIRST, LAST, SPEECHES).days
    assert {"en": "Revolution Day", "es": "Día de la Revolución"} in [each.reason for each in mexico]


@pytest.mark.parametrize("region", ["ZZ", "US-ZZ", "DE-BE", "HT"])
def test_any_region_begins_a_year(region: str) -> None:
    started = new_year(region, FIRST, LAST, SPEECHES)
    check_year(started)
    assert (started.days == ()) == (region == "ZZ")
    assert all(each.reason["en"] for each in started.days)


def test_the_bells_ring_on() -> None:
    old = year()
    assert old.starts_at != "09:05"
    started = new_year("US", FIRST, LAST, SPEECHES, replace(old, starts_at="09:05", dismisses_at="15:20"))
    assert (started.starts_at, started.dismisses_at) == ("09:05", "15:20")


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        ("2026-08-01", "2026-08-31", "2027-06-11"),
        ("2026-11-24", "2026-08-31", "2027-06-11"),
        ("2027-02-01", "2026-08-31", "2027-06-11"),
        ("2027-07-01", "2027-08-30", "2028-06-09"),
    ],
)
def test_a_first_year_is_guessed_from_august_to_june(today: str, first: str, last: str) -> None:
    assert next_bounds(None, day(today)) == (day(first), day(last))


@pytest.mark.parametrize("today", ["2026-11-24", "2027-06-12", "2027-08-01", "2029-07-01"])
def test_the_next_year_begins_on_the_same_weekday_and_is_not_over(today: str) -> None:
    old = year()
    first, last = next_bounds(old, day(today))
    assert (first.weekday(), last.weekday()) == (old.first_day.weekday(), old.last_day.weekday())
    assert last > max(day(today), old.last_day) and (last - first) == (old.last_day - old.first_day)
    assert first > old.last_day
    assert isinstance(first, date)


def test_a_text_is_written_down_where_a_language_has_words_for_it() -> None:
    assert in_all_languages(SPEECHES, lambda words: words.say("Snow day")) == {"en": "Snow day", "es": "Día de nieve"}
    assert in_all_languages(SPEECHES, lambda words: words.say("Not said anywhere")) == {"en": "Not said anywhere"}
