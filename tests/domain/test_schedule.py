"""The hours of one date: which intervals start on it, and why it differs."""

from __future__ import annotations

import pytest

from kiosk.domain.schedule import Closure, hours_on, ordinary_hours_on
from tests.domain.hours import NEW_YORK, at, day, exception, listing, row, special, year

CLINIC = row("MO-FR 08:00-16:00", on="school-days", short_days="shortened")
THANKSGIVING = special("2026-11-26..2026-11-27", "no-school", reason="Thanksgiving")
HALF = special("2026-11-25", "early-dismissal", "12:30", "Half day")
SNOW = special("2026-12-01", "snow-day", reason="Snow")
CALENDAR = year(THANKSGIVING, HALF, SNOW)


def test_a_night_belongs_to_the_day_it_starts_on() -> None:
    shelter = listing(row("FR 19:00-07:00"))
    (night,) = hours_on(shelter, day("2026-12-04"), None, NEW_YORK).intervals
    assert (night.start, night.end) == (at("2026-12-04T19:00"), at("2026-12-05T07:00"))
    assert hours_on(shelter, day("2026-12-05"), None, NEW_YORK).intervals == ()


def test_intervals_come_in_order_and_once() -> None:
    two = listing(row("FR 13:00-15:00"), row("FR 08:00-12:00"), row("FR 08:00-12:00"))
    starts = [interval.start.hour for interval in hours_on(two, day("2026-12-04"), None, NEW_YORK).intervals]
    assert starts == [8, 13]


@pytest.mark.parametrize(
    ("when", "want"),
    [
        ("2026-11-24", None),
        ("2026-11-25", Closure({"en": "Half day"}, "early-dismissal")),
        ("2026-11-26", Closure({"en": "Thanksgiving"}, "no-school")),
        ("2026-11-28", None),
        ("2026-12-01", Closure({"en": "Snow"}, "snow-day")),
    ],
)
def test_a_special_day_is_named_where_it_changes_something(when: str, want: Closure | None) -> None:
    assert hours_on(listing(CLINIC), day(when), CALENDAR, NEW_YORK).closed_by == want


@pytest.mark.parametrize("when", ["2026-11-25", "2026-11-26", "2026-12-01"])
@pytest.mark.parametrize(
    "unmoved",
    [
        row("MO-FR 08:00-16:00"),
        row("MO-FR 08:00-16:00", until="2026-11-20", on="school-days"),
        row("SA 08:00-16:00", on="school-days"),
    ],
)
def test_a_special_day_that_changes_nothing_here_is_not_named(when: str, unmoved: object) -> None:
    assert isinstance(unmoved, type(CLINIC))
    assert hours_on(listing(unmoved), day(when), CALENDAR, NEW_YORK).closed_by is None


def test_a_day_opened_by_a_holiday_names_it() -> None:
    care = listing(row("MO-FR 08:00-17:00", on="no-school-days"))
    hours = hours_on(care, day("2026-11-27"), CALENDAR, NEW_YORK)
    assert len(hours.intervals) == 1
    assert hours.closed_by == Closure({"en": "Thanksgiving"}, "no-school")


def test_an_exception_is_named_also_where_nothing_was_on() -> None:
    weekend = listing(CLINIC, exceptions=(exception("2026-11-28", reason="Floor work"),))
    hours = hours_on(weekend, day("2026-11-28"), CALENDAR, NEW_YORK)
    assert (hours.closed_by, hours.intervals, hours.clear) == (Closure({"en": "Floor work"}, "exception"), (), True)


def test_the_ordinary_hours_leave_special_days_and_exceptions_out() -> None:
    clinic = listing(CLINIC, exceptions=(exception("2026-11-24", reason="Training"),))
    for when in ("2026-11-24", "2026-11-25", "2026-11-27", "2026-12-01"):
        (usual,) = ordinary_hours_on(clinic, day(when), CALENDAR, NEW_YORK).intervals
        assert (usual.start.hour, usual.end.hour) == (8, 16)
    assert len(ordinary_hours_on(clinic, day("2026-11-26"), None, NEW_YORK).intervals) == 1


def test_a_community_row_may_still_follow_short_days() -> None:
    """`on` says which days, `short_days` what a short day does: each is taken at its word."""
    pantry = listing(row("MO-FR 08:00-16:00", short_days="shortened"))
    (short,) = hours_on(pantry, day("2026-11-25"), CALENDAR, NEW_YORK).intervals
    assert f"{short.end:%H:%M}" == "12:30"
    (holiday,) = hours_on(pantry, day("2026-11-26"), CALENDAR, NEW_YORK).intervals
    assert holiday.end.hour == 16
