"""The months of a school year as rows of days: every weekday once, and moving stays within them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.calendar import SchoolCalendar
from kiosk.pages.staff.year_grid import (
    YearView,
    clamped,
    month,
    months_of,
    opening_view,
    shown_months,
    stepped,
    turned,
    weekdays,
)
from kiosk.words.offer import words_for
from tests.domain.hours import special
from tests.services.schools import TUESDAY, content

YEAR = SchoolCalendar(
    first_day=date(2026, 8, 31),
    last_day=date(2027, 6, 11),
    days=(
        special("2026-11-26", "no-school"),
        special("2026-11-25", "early-dismissal", "12:30"),
        special("2026-11-30", "delayed-opening", "10:30"),
        special("2026-11-23", "snow-day"),
    ),
)
WORDS = words_for(content(), "US-CT")
IN_YEAR = st.dates(date(2026, 8, 1), date(2027, 6, 30))


def november(view: YearView, language: str = "en", calendar: SchoolCalendar = YEAR) -> list[list[str]]:
    """The cells of November as texts."""
    shown = month(WORDS(language), calendar, date(2026, 11, 1), view, TUESDAY)
    return [[cell.text if cell else "" for cell in week] for week in shown.weeks]


def test_a_letter_stands_on_each_day_that_is_different() -> None:
    assert november(YearView(TUESDAY)) == [
        [" 2 ", " 3 ", " 4 ", " 5 ", " 6 "],
        [" 9 ", "10 ", "11 ", "12 ", "13 "],
        ["16 ", "17 ", "18 ", "19 ", "20 "],
        ["23s", "24 ", "25e", "26n", "27 "],
        ["30l", "", "", "", ""],
    ]
    shown = month(WORDS("es"), YEAR, date(2026, 11, 1), YearView(TUESDAY), TUESDAY)
    assert (shown.name, shown.letters) == ("Noviembre", ("L", "M", "M", "J", "V"))
    grounds = {cell.day.day: cell.ground for week in shown.weeks for cell in week if cell}
    assert [grounds[day] for day in (20, 23, 24, 25, 26, 30)] == ["plain", "snow", "today", "care", "shut", "care"]


def test_what_is_chosen_is_marked_and_what_lies_outside_the_year_is_a_dot() -> None:
    view = YearView(date(2026, 9, 2), date(2026, 8, 31))
    shown = month(WORDS("en"), YEAR, date(2026, 8, 1), view, TUESDAY)
    cells = [cell for week in shown.weeks for cell in week if cell]
    assert [cell.text for cell in cells if cell.ground != "out"] == ["31 "]
    assert {cell.text for cell in cells if cell.ground == "out"} == {" · "}
    assert [cell.day.day for cell in cells if cell.is_chosen] == [31]


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(20, 400))
def test_every_weekday_of_the_months_stands_there_once_in_five_rows_at_most(first: date, length: int) -> None:
    calendar = SchoolCalendar(first_day=first, last_day=first + timedelta(days=length))
    view = YearView(clamped(calendar, first))
    found = []
    for start in months_of(calendar):
        shown = month(WORDS("en"), calendar, start, view, first)
        assert 1 <= len(shown.weeks) <= 5
        found += [cell.day for week in shown.weeks for cell in week if cell]
    whole = weekdays(months_of(calendar)[0], turned(months_of(calendar)[-1], 1) - timedelta(days=1))
    assert found == whole


@given(IN_YEAR, st.integers(-12, 12), st.integers(-3, 3), st.sampled_from([6, 11]), st.integers(0, 12))
def test_moving_stays_on_weekdays_of_months_that_are_shown(
    day: date, days: int, months: int, room: int, top: int
) -> None:
    there = clamped(YEAR, turned(stepped(clamped(YEAR, day), days), months))
    assert there.weekday() < 5
    firsts, first = shown_months(YEAR, YearView(there, None, top), room)
    assert len(firsts) == room
    assert there.replace(day=1) in firsts
    assert months_of(YEAR)[first] == firsts[0]


def test_five_weekdays_are_a_week() -> None:
    assert stepped(TUESDAY, 5) == TUESDAY + timedelta(days=7)
    assert stepped(date(2026, 11, 27), 1) == date(2026, 11, 30)
    assert stepped(date(2026, 11, 30), -1) == date(2026, 11, 27)
    assert turned(date(2027, 1, 31), 1) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("today", "cursor", "top"),
    [
        (TUESDAY, TUESDAY, 1),
        (date(2026, 7, 1), date(2026, 8, 3), 0),
        (date(2028, 7, 1), date(2027, 6, 30), 5),
        (date(2026, 11, 28), date(2026, 11, 30), 1),
    ],
)
def test_it_opens_at_today_or_the_nearer_end(today: date, cursor: date, top: int) -> None:
    assert opening_view(YEAR, today, 6) == YearView(cursor, None, top)
