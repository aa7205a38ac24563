"""Recurrence: rrule's dates agree with counting days, and are worked out once for all rows that share a pattern."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.listing import Schedule
from kiosk.domain.recurrence import dates, recurs, weekdays
from tests.domain.hours import day, row
from tests.domain.model import comes_round
from tests.domain.strategies import DAYS, rows

WORDS = {"yes": True, "no": False, "unknown": None}


@given(st.data())
def test_a_row_comes_round_when_counting_days_says_so(data: st.DataObject) -> None:
    about = data.draw(DAYS)
    drawn = data.draw(rows(about))
    for off in range(-40, 41, data.draw(st.integers(1, 5))):
        when = about + timedelta(days=off)
        if drawn.dtstart is None or when >= drawn.dtstart:
            assert recurs(drawn, when) is WORDS[comes_round(drawn, when)], when


def test_a_start_long_ago_costs_no_counting_from_there() -> None:
    old = row("MO 09:00-10:00", interval=2, dtstart="0001-01-01")
    assert [recurs(old, day(when)) for when in ("2026-11-23", "2026-11-30")] == [True, False]


@pytest.mark.parametrize("byday", ["XX", "6FR", "0FR", "MON", "mo", ""])
def test_a_day_that_cannot_be_read_leaves_the_row_unknown(byday: str) -> None:
    assert recurs(Schedule(freq="MONTHLY", byday=(byday,)), day("2026-12-04")) is None


@pytest.mark.parametrize("number", [0, 32, -32])
def test_a_day_that_no_month_has_leaves_the_row_unknown(number: int) -> None:
    assert recurs(Schedule(freq="MONTHLY", bymonthday=(number,)), day("2026-12-04")) is None


def test_an_interval_of_nothing_is_unknown() -> None:
    assert recurs(row("MO 09:00-10:00", interval=0, dtstart="2026-11-30"), day("2026-11-30")) is None


def test_plain_weekdays_and_places_in_the_month_add_up() -> None:
    both = row("MO,1FR 09:00-10:00", freq="MONTHLY")
    assert [recurs(both, day(when)) for when in ("2026-12-04", "2026-12-07", "2026-12-11", "2026-12-14")] == [
        True,
        True,
        False,
        True,
    ]


def test_rows_that_differ_only_in_their_start_share_their_dates() -> None:
    dates.cache_clear()
    for n in range(300):
        recurs(row("MO-FR 08:00-12:00", dtstart=(day("2024-01-01") + timedelta(days=n)).isoformat()), day("2026-12-02"))
    assert dates.cache_info().misses == 1


@pytest.mark.parametrize(
    ("of", "want"),
    [
        (row("MO,WE 09:00-10:00"), ("MO", "WE")),
        (row("1SA 09:00-10:00", freq="MONTHLY"), ("1SA",)),
        (row("* 09:00-10:00", dtstart="2026-12-02"), ("WE",)),
        (row("* 09:00-10:00", dtstart="2026-12-02", on="school-days"), ("MO", "TU", "WE", "TH", "FR")),
        (row("* 09:00-10:00", on="no-school-days"), ("MO", "TU", "WE", "TH", "FR")),
        (row("* 09:00-10:00"), ()),
        (row("* 09:00-10:00", freq="MONTHLY", dtstart="2026-12-02"), ()),
        (row("* 09:00-10:00", freq="MONTHLY", bymonthday=(15,)), ()),
    ],
)
def test_the_weekdays_of_a_row_are_told_also_when_it_names_none(of: Schedule, want: tuple[str, ...]) -> None:
    assert weekdays(of) == want
