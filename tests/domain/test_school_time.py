"""Times and days as they are typed at the calendar: read as meant, and what is none, or could be two, is not read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.clock_time import minutes
from kiosk.domain.typed.one_day import read_day
from kiosk.domain.typed.school_time import read_school_time

SUMMER = date(2026, 7, 1)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("12:30", "12:30"), ("1230", "12:30"), ("12.30", "12:30"), ("12", "12:00"), ("noon", "12:00"),
        ("Mediodía", "12:00"), ("1:10", "13:10"), ("110", "13:10"), ("1 pm", "13:00"), ("1:10 p. m.", "13:10"),
        ("10:30 a.m.", "10:30"), ("10:30 AM", "10:30"), ("7", "07:00"), ("13:10", "13:10"), (" 9:45 ", "09:45"),
        ("", ""), ("soon", ""), ("12:75", ""), ("25:00", ""), ("13 pm", ""), ("0:30", ""), ("12:30 12:40", ""),
    ],
)  # fmt: skip
def test_times_of_the_school_day(typed: str, read: str) -> None:
    assert read_school_time(typed) == read


@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_time_or_nothing(typed: str) -> None:
    read = read_school_time(typed)
    assert read == "" or minutes(read) is not None


@given(st.times().filter(lambda at: at.hour >= 7))
def test_a_time_that_was_read_is_read_again_as_the_same(at: object) -> None:
    written = f"{at:%H:%M}"
    assert read_school_time(written) == written


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2026-08-31", "2026-08-31"), ("Aug 31", "2026-08-31"), ("31 de agosto", "2026-08-31"), ("8/31", "2026-08-31"),
        ("August 31, 2027", "2027-08-31"), ("Jun 11", "2027-06-11"), ("11 jun", "2027-06-11"),
        ("", ""), ("soon", ""), ("3/4", ""), ("Feb 30", ""), ("Aug 31 8-4", ""), ("2026-02-30", ""), ("x" * 500, ""),
    ],
)  # fmt: skip
def test_days_of_the_year(typed: str, read: str) -> None:
    found = read_day(typed, SUMMER)
    assert (found.isoformat() if found else "") == read


@given(st.text(max_size=20))
def test_whatever_is_typed_is_a_day_or_nothing(typed: str) -> None:
    assert read_day(typed, SUMMER) is None or isinstance(read_day(typed, SUMMER), date)
