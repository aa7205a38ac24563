"""The sample school in time: on the day of the pictures, and on any first run and the sixty days after it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.calendar import days_ahead, is_school_day, special_day
from kiosk.domain.opening import Opening, opening_at
from kiosk.domain.places import SignUpState, places_now, sign_up_now
from tests.data.conftest import School, school_on
from tests.properties import tried

ZONE = ZoneInfo("America/New_York")
DAYS = st.dates(date(2025, 1, 1), date(2032, 12, 31))
WINDOWS: dict[str, SignUpState] = {
    "food-shelf": "open",
    "warm-coats": "open",
    "care-room": "open",
    "soccer": "open",
    "dance-club": "open",
    "science-club": "full",
    "coding-club": "waitlist",
    "hotspots": "waitlist",
    "shoes": "waitlist",
    "garden-club": "before",
    "summer-camp": "before",
    "job-training": "before",
    "basketball": "over",
    "holiday-boxes": "over",
    "calm-mornings": "over",
}


def _open(school: School, id: str, at: str) -> Opening:
    now = datetime.fromisoformat(at).replace(tzinfo=ZONE)
    return opening_at(school.listings[id], now, school.calendar, ZONE)


@pytest.mark.parametrize(
    ("id", "until"),
    [
        ("food-shelf", "16:00"),
        ("clinic", "16:00"),
        ("homework-club", "17:30"),
        ("maple-food-pantry", "18:00"),
        ("care-room", "18:00"),
        ("bus-passes", "16:30"),
    ],
)
def test_open_in_the_pictures_on_tuesday_at_five_past_three(school: School, id: str, until: str) -> None:
    opening = _open(school, id, "2026-11-24T15:05")
    assert opening.state == "open"
    assert opening.until is not None
    assert opening.until.strftime("%H:%M") == until


@pytest.mark.parametrize(
    ("id", "opens"),
    [
        ("soccer", "2026-11-24T16:00"),
        ("english-evening", "2026-11-24T17:00"),
        ("game-night", "2026-11-24T18:30"),
        ("night-shelter", "2026-11-24T18:00"),
        ("community-dinner", "2026-11-25T17:00"),
        ("clothes-closet", "2026-11-25T08:00"),
        ("weekend-backpack", "2026-12-04T14:00"),
        ("baby-closet", "2026-11-28T09:00"),
        ("school-dentist", "2026-12-01T09:00"),
        ("tax-clinic", "2027-02-01T10:00"),
    ],
)
def test_opens_next_in_the_pictures(school: School, id: str, opens: str) -> None:
    opening = _open(school, id, "2026-11-24T15:05")
    assert opening.state == "closed"
    assert opening.next == datetime.fromisoformat(opens).replace(tzinfo=ZONE)


def test_the_week_of_thanksgiving(school: School) -> None:
    assert _open(school, "clinic", "2026-11-25T12:29").state == "open"
    assert _open(school, "clinic", "2026-11-25T12:30").state == "closed"
    assert _open(school, "care-room", "2026-11-25T12:45").state == "open"
    assert _open(school, "care-room", "2026-11-26T10:00").state == "closed"
    assert _open(school, "homework-club", "2026-11-25T15:30").state == "closed"
    assert _open(school, "art-and-chess", "2026-11-25T12:31").until == datetime(2026, 11, 25, 14, 15, tzinfo=ZONE)
    for id in ("care-room", "youth-center", "movie-day", "winter-camp"):
        assert _open(school, id, "2026-11-27T11:00").state == "open", id
    friday = special_day(school.calendar, date(2026, 11, 27))
    assert friday is not None
    assert friday.reason["en"] == "Thanksgiving"


def test_the_shelter_is_open_past_midnight_and_the_market_is_not_known(school: School) -> None:
    assert _open(school, "night-shelter", "2026-11-25T03:00").until == datetime(2026, 11, 25, 8, tzinfo=ZONE)
    assert _open(school, "oak-street-market", "2026-11-24T15:05").state == "unknown"
    assert _open(school, "snap-and-wic", "2026-11-24T15:05").state == "appointment"


@given(DAYS)
@tried(25)
def test_within_a_week_of_any_first_run_there_is_a_friday_without_school_and_an_ordinary_day(today: date) -> None:
    calendar = school_on(today).calendar
    ahead = [special for special in days_ahead(calendar, today, 8) if special.kind == "no-school"]
    assert any(special.from_ <= today + timedelta(days=gone) <= special.to for special in ahead for gone in range(8))
    friday = today + timedelta(days=(4 - today.weekday() - 1) % 7 + 1)
    assert is_school_day(calendar, friday) is False
    ordinary = [today + timedelta(days=gone) for gone in range(21)]
    assert any(is_school_day(calendar, day) and special_day(calendar, day) is None for day in ordinary)


@given(DAYS, st.integers(0, 60))
@tried(25)
def test_windows_keep_their_state_for_sixty_days(today: date, later: int) -> None:
    school = school_on(today)
    day = today + timedelta(days=later)
    assert {id: sign_up_now(school.listings[id], day) for id in WINDOWS} == WINDOWS


@given(DAYS, st.integers(0, 60))
@tried(25)
def test_nothing_goes_stale_within_sixty_days(today: date, later: int) -> None:
    school = school_on(today)
    day = today + timedelta(days=later)
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=ZONE)
    assert places_now(school.listings["art-and-chess"], day) == "open"
    ended = {id for id, one in school.listings.items() if opening_at(one, noon, school.calendar, ZONE).ended}
    assert ended <= {"holiday-boxes"}
    assert {sign_up_now(one, today) for one in school.listings.values()} >= {
        "before",
        "open",
        "full",
        "waitlist",
        "over",
    }
