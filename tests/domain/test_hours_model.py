"""Generated schedules, calendars and clocks: the quick answers agree with the minute-by-minute model."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.calendar import SchoolCalendar
from kiosk.domain.listing import Listing
from kiosk.domain.opening import ALWAYS, opening_at
from kiosk.domain.schedule import hours_on
from tests.domain.model import Model
from tests.domain.strategies import questions
from tests.properties import tried

AHEAD = 21
"""How many days the model walks on for the next opening."""

Question = tuple[Listing, SchoolCalendar | None, ZoneInfo, datetime]


@tried(150)
@given(questions())
def test_every_minute_of_two_days_is_in_an_interval_just_when_the_model_is_open(question: Question) -> None:
    listing, calendar, zone, now = question
    model = Model(listing, calendar, zone)
    days = [now.date() + timedelta(days=n) for n in range(-2, 2)]
    intervals = [interval for day in days for interval in hours_on(listing, day, calendar, zone).intervals]
    bounds = [(interval.start.astimezone(UTC), interval.end.astimezone(UTC)) for interval in intervals]
    moment = datetime(now.year, now.month, now.day, tzinfo=zone).astimezone(UTC)
    for _ in range(25 * 60):
        assert any(start <= moment < end for start, end in bounds) == bool(model.owners(moment)), moment
        moment += timedelta(minutes=1)


@tried(300)
@given(questions())
def test_a_day_is_clear_just_when_the_model_knows_it(question: Question) -> None:
    listing, calendar, zone, now = question
    hours = hours_on(listing, now.date(), calendar, zone)
    assert hours.clear == Model(listing, calendar, zone).day(now.date())[1]
    assert list(hours.intervals) == sorted(hours.intervals, key=lambda interval: interval.start.timestamp())


@tried(150)
@given(questions())
def test_an_opening_is_what_the_model_finds_by_walking_on(question: Question) -> None:
    listing, calendar, zone, now = question
    model = Model(listing, calendar, zone)
    opening = opening_at(listing, now, calendar, zone)
    state = model.state(now)
    only_days = opening.next is None and opening.next_day is not None
    assert opening.state == state or (state == "closed" and opening.state == "unknown" and only_days)
    after = now
    if state == "open":
        until = model.until(now.astimezone(UTC).replace(second=0), ALWAYS)
        assert opening.until == until
        after = until or now
    assert opening.next == (None if state == "open" and opening.until is None else model.next(after, AHEAD)) or (
        opening.next is not None and opening.next - after > timedelta(days=AHEAD)
    )
    if opening.next and opening.next_until:
        assert model.until(opening.next, ALWAYS) == opening.next_until


@tried(300)
@given(questions(), st.booleans())
def test_an_opening_never_contradicts_itself(question: Question, by_appointment: bool) -> None:
    listing, calendar, zone, now = question
    opening = opening_at(replace(listing, by_appointment=by_appointment), now, calendar, zone)
    moment = now.timestamp()
    if by_appointment and listing.status == "active":
        assert opening.state == "appointment" or opening.ended
    if opening.until:
        assert opening.state in ("open", "appointment")
        assert opening.until.timestamp() > moment
    if opening.next:
        assert opening.next.timestamp() > (opening.until.timestamp() if opening.until else moment)
        assert opening.next_day is not None
    if opening.next and opening.next_until:
        assert opening.next_until.timestamp() > opening.next.timestamp()
    if opening.ended:
        assert (opening.state, opening.next, opening.next_day) == ("closed", None, None)
        model = Model(listing, calendar, zone)
        assert all(model.day(now.date() + timedelta(days=n)) == ([], True) for n in range(1, 60))
    assert opening.reason == (opening.closed_by.reason if opening.closed_by else {})
