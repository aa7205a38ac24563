"""What short days do to a row, mode by mode."""

from __future__ import annotations

import pytest

from kiosk.domain.calendar import SchoolDay
from kiosk.domain.clock_time import Span, span
from kiosk.domain.short_days import Hours, ShortDays, on_short_day
from tests.domain.hours import special, year


def short(late: str = "", early: str = "") -> SchoolDay:
    """A school day that starts late, ends early or both; `?` is a time nobody wrote."""
    return SchoolDay(
        True,
        late=special("2026-12-11", "delayed-opening", late.strip("?")) if late else None,
        early=special("2026-12-11", "early-dismissal", early.strip("?")) if early else None,
    )


def hours(written: str) -> Hours:
    """`08:00-16:00`, `off`, `?`."""
    if written == "off":
        return False, None
    opens, _, closes = written.partition("-")
    return True, span(opens, closes)


EARLY = short(early="12:30")
LATE = short(late="10:30")
BOTH = short(late="10:30", early="12:30")

CASES: list[tuple[ShortDays, SchoolDay, str, str]] = [
    ("as-usual", EARLY, "08:00-16:00", "08:00-16:00"),
    ("as-usual", short(early="?"), "08:00-16:00", "08:00-16:00"),
    ("shortened", short(), "08:00-16:00", "08:00-16:00"),
    ("cancelled", short(), "08:00-16:00", "08:00-16:00"),
    ("cancelled", EARLY, "07:00-08:00", "off"),
    ("cancelled", LATE, "15:00-16:00", "off"),
    ("cancelled", short(early="?"), "15:00-16:00", "off"),
    ("shortened", EARLY, "08:00-16:00", "08:00-12:30"),
    ("shortened", EARLY, "08:00-12:30", "08:00-12:30"),
    ("shortened", EARLY, "12:30-16:00", "off"),
    ("shortened", EARLY, "19:00-07:00", "off"),
    ("shortened", LATE, "08:00-16:00", "10:30-16:00"),
    ("shortened", LATE, "08:00-10:30", "off"),
    ("shortened", LATE, "11:00-12:00", "11:00-12:00"),
    ("shortened", BOTH, "08:00-16:00", "10:30-12:30"),
    ("shortened", short(late="12:30", early="10:30"), "08:00-16:00", "off"),
    ("shortened", short(early="?"), "08:00-16:00", "?"),
    ("shortened", short(late="?"), "08:00-16:00", "?"),
    ("moved", EARLY, "15:15-17:00", "12:30-14:15"),
    ("moved", EARLY, "11:00-14:00", "12:30-15:30"),
    ("moved", EARLY, "07:00-08:30", "07:00-08:30"),
    ("moved", EARLY, "11:00-12:30", "11:00-12:30"),
    ("moved", EARLY, "22:00-02:00", "12:30-16:30"),
    ("moved", LATE, "07:00-08:30", "09:00-10:30"),
    ("moved", LATE, "07:00-08:00", "09:00-10:00"),
    ("moved", LATE, "08:00-09:00", "10:30-11:30"),
    ("moved", LATE, "10:30-11:00", "10:30-11:00"),
    ("moved", LATE, "15:15-17:00", "15:15-17:00"),
    ("moved", short(late="08:00"), "07:00-08:30", "07:00-08:30"),
    ("moved", BOTH, "07:00-08:30", "09:00-10:30"),
    ("moved", BOTH, "15:15-17:00", "12:30-14:15"),
    ("moved", short(early="?"), "15:15-17:00", "?"),
]


@pytest.mark.parametrize(("mode", "school", "written", "want"), CASES)
def test_short_day(mode: ShortDays, school: SchoolDay, written: str, want: str) -> None:
    usual = hours(written)[1]
    assert usual is not None
    assert on_short_day(usual, mode, school, year()) == hours(want)


def test_a_row_that_moves_late_may_end_after_midnight() -> None:
    assert on_short_day(Span(600, 1440), "moved", short(late="12:00"), year()) == (True, Span(720, 1560))
