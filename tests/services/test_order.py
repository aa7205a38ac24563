"""The order of lists: what a family can use now first."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.listing import Listing, Places, Schedule, SignUp
from kiosk.domain.opening import opening_at
from kiosk.services.order import Turn
from tests.properties import tried
from tests.services.schools import (
    ALL_DAY,
    CALENDAR,
    ELSEWHERE,
    HERE,
    NOW,
    TUESDAY,
    ZONE,
    at,
    directory,
    hours,
    ids,
    sample_calendar,
    sample_directory,
)


def named(id: str, **rest: object) -> Listing:
    """A listing called as its id, open all day unless told otherwise."""
    return Listing(**{"id": id, "name": {"en": id}, "schedules": ALL_DAY, **rest})  # type: ignore[arg-type]  # a test's shorthand


def test_the_turns_stand_in_order() -> None:
    school = directory(
        named("over", schedules=(Schedule(byday=("MO",), until=date(2026, 9, 1), opens_at="08:00", closes_at="9:00"),)),
        named("unknown", schedules=()),
        named("later", schedules=hours("10:00", "12:00", "SA")),
        named("by-appointment", schedules=(), by_appointment=True),
        named("today", schedules=hours("17:00", "18:00")),
        named("open"),
    )
    ordered = school.order(school.all(), NOW)
    assert ids(ordered) == ["open", "today", "by-appointment", "later", "unknown", "over"]
    assert [school.turn(kept, NOW) for kept in ordered] == list(Turn)


def test_later_today_goes_by_the_clock_and_later_by_place_first() -> None:
    school = directory(
        named("six", schedules=hours("18:00", "19:00"), location=HERE),
        named("five", schedules=hours("17:00", "19:00"), location=ELSEWHERE),
        named("wednesday", schedules=hours("17:00", "19:00", "WE"), location=ELSEWHERE),
        named("friday", schedules=hours("14:00", "15:00", "FR"), location=HERE),
        named("thursday", schedules=hours("14:00", "15:00", "TH"), location=HERE),
    )
    assert ids(school.order(school.all(), NOW)) == ["five", "six", "thursday", "friday", "wednesday"]


def test_at_this_school_before_elsewhere_then_by_name_without_accents() -> None:
    school = directory(
        named("a", name={"en": "Zebra"}, location=HERE),
        named("b", name={"en": "apple"}, location=ELSEWHERE),
        named("c", name={"es": "Álbum"}, location=ELSEWHERE),
        named("d", name={"en": "Apple"}, location=ELSEWHERE),
        named("e", name={}),
    )
    assert ids(school.order(school.all(), NOW)) == ["a", "e", "c", "b", "d"]


def test_nobody_checked_it_for_half_a_year_so_it_is_not_called_open() -> None:
    school = directory(
        named("checked", assured_date=TUESDAY - timedelta(days=180)),
        named("stale", assured_date=TUESDAY - timedelta(days=181)),
        named("never-checked"),
    )
    assert ids(school.order(school.all(), NOW)) == ["checked", "never-checked", "stale"]
    stale = school.get("stale")
    assert stale is not None
    assert school.turn(stale, NOW) is Turn.CALL_FIRST


@pytest.mark.parametrize(
    "full",
    [
        {"places": Places(state="full", said=TUESDAY)},
        {"places": Places(state="waitlist", said=TUESDAY)},
        {"sign_up": SignUp(state="full")},
        {"sign_up": SignUp(closes=date(2026, 9, 1))},
    ],
)
def test_what_is_full_stands_after_what_has_room(full: dict[str, object]) -> None:
    school = directory(named("a-full", **full), named("b"))
    assert ids(school.order(school.all(), NOW)) == ["b", "a-full"]


def test_places_said_long_ago_are_not_believed() -> None:
    said = TUESDAY - timedelta(days=8)
    school = directory(named("a", places=Places(state="full", said=said, good_for_days=7)), named("b"))
    assert ids(school.order(school.all(), NOW)) == ["a", "b"]


def test_a_day_known_without_its_time_comes_at_the_end_of_that_day() -> None:
    school = directory(
        named("day-only", schedules=(*hours("08:00", "09:00", "MO"), Schedule(byday=("SA",)))),
        named("saturday", schedules=hours("20:00", "21:00", "SA")),
        named("sunday", schedules=hours("08:00", "09:00", "SU")),
    )
    assert ids(school.order(school.all(), NOW)) == ["saturday", "day-only", "sunday"]


@pytest.mark.parametrize("status", ["defunct", "inactive", "temporarily closed"])
def test_a_hidden_listing_is_never_open_when_somebody_looks_it_up(status: str) -> None:
    school = directory(named("gone", status=status))
    kept = school.get("gone")
    assert kept is not None
    assert school.turn(kept, NOW) is Turn.OVER
    assert school.opening(kept, NOW).state != "open"


def test_the_reason_of_a_short_day_is_said_only_while_it_explains_the_closed_door() -> None:
    """The club would be on from 3:15 to 4:30, but met at 12:30: at 2 nobody wonders, at 3:20 the reason is due."""
    school = directory(named("club", schedules=hours("15:15", "16:30", on="school-days", short="moved")))
    kept = school.get("club")
    assert kept is not None
    reasons = [school.opening(kept, at(*moment, day=25)).reason for moment in ((14, 0), (15, 20), (16, 45))]
    assert reasons == [
        opening_at(kept.listing, at(*moment, day=25), CALENDAR, ZONE).reason for moment in ((14, 0), (15, 20), (16, 45))
    ]
    assert reasons[0] != reasons[1]


@tried(60)
@given(st.lists(st.integers(0, 10 * 24 * 60), min_size=2, max_size=4))
def test_an_opening_that_is_kept_is_the_opening_of_its_minute(minutes: list[int]) -> None:
    """Whatever the order in which moments are asked for, on every listing of the sample."""
    school = sample_directory()
    for minute in minutes:
        now = at(0, day=20) + timedelta(minutes=minute)
        for kept in school.all():
            assert school.opening(kept, now) == opening_at(kept.listing, now, sample_calendar(), ZONE), (kept, now)
