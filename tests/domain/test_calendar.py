"""The school calendar: which special day governs, what is a school day, and what lies ahead."""

from __future__ import annotations

import pytest

from kiosk.domain.calendar import days_ahead, is_school_day, school_day, special_day
from tests.domain.hours import day, special, year

SNOW = special("2026-12-28", "snow-day", reason="Blizzard")
BREAK = special("2026-12-24..2027-01-01", "no-school", reason="Winter break")
HALF = special("2026-12-11", "early-dismissal", "11:40", "Half day")
LATE = special("2026-12-11", "delayed-opening", "10:00", "Ice")
CALENDAR = year(SNOW, BREAK, HALF, LATE)


@pytest.mark.parametrize(
    ("when", "want"),
    [
        ("2026-08-30", False),  # Sunday before the first day
        ("2026-08-31", True),  # the first day
        ("2026-11-28", False),  # Saturday
        ("2026-12-11", True),  # a short day is a school day
        ("2026-12-23", True),
        ("2026-12-24", False),
        ("2027-01-01", False),
        ("2027-01-04", True),
        ("2027-06-11", True),  # the last day
        ("2027-06-14", False),
        ("2027-08-30", False),  # the last day of the vacation it knows
        ("2027-08-31", None),
        ("2027-09-04", False),  # a Saturday, in any year
        ("2026-06-11", None),
        ("2026-06-12", False),  # the first day of the vacation before
    ],
)
def test_school_days(when: str, want: bool | None) -> None:
    assert is_school_day(CALENDAR, day(when)) is want


def test_no_calendar_knows_no_school_day() -> None:
    assert is_school_day(None, day("2026-12-11")) is None
    assert special_day(None, day("2026-12-11")) is None
    assert days_ahead(None, day("2026-12-11"), 400) == ()


@pytest.mark.parametrize(
    ("when", "want"),
    [("2026-12-28", SNOW), ("2026-12-29", BREAK), ("2026-12-11", HALF), ("2026-12-10", None)],
)
def test_snow_governs_over_no_school_and_no_school_over_short_days(when: str, want: object) -> None:
    assert special_day(CALENDAR, day(when)) == want


def test_a_day_may_start_late_and_end_early() -> None:
    found = school_day(CALENDAR, day("2026-12-11"))
    assert (found.late, found.early, found.special) == (LATE, HALF, HALF)
    assert school_day(year(LATE), day("2026-12-11")).special == LATE


def test_of_two_days_of_one_kind_the_last_one_listed_governs() -> None:
    weekly = special("2026-12-07..2026-12-18", "early-dismissal", "13:10", "Conferences")
    assert special_day(year(weekly, HALF), day("2026-12-11")) == HALF
    assert special_day(year(HALF, weekly), day("2026-12-11")) == weekly


def test_a_short_day_makes_no_school_on_a_weekend() -> None:
    calendar = year(special("2026-12-11..2026-12-14", "early-dismissal", "12:00"))
    assert is_school_day(calendar, day("2026-12-12")) is False
    assert special_day(calendar, day("2026-12-12")) is None


def test_the_days_ahead_are_those_that_touch_the_window_in_their_order() -> None:
    assert days_ahead(CALENDAR, day("2026-12-11"), 1) == (HALF, LATE)
    assert days_ahead(CALENDAR, day("2026-12-12"), 12) == ()
    assert days_ahead(CALENDAR, day("2026-12-12"), 13) == (BREAK,)
    assert days_ahead(CALENDAR, day("2027-01-01"), 7) == (BREAK,)
    assert days_ahead(CALENDAR, day("2027-01-02"), 7) == ()
    assert days_ahead(CALENDAR, day("2026-12-20"), 14) == (BREAK, SNOW)


def test_calendars_that_are_equal_hash_alike_and_others_are_told_apart() -> None:
    assert hash(year(SNOW, BREAK)) == hash(year(SNOW, BREAK))
    assert is_school_day(year(SNOW), day("2026-12-28")) is False
    assert is_school_day(year(HALF), day("2026-12-28")) is True
