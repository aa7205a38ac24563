"""The one thing to do now."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.first_step import FirstStep, StepKind, first_step, is_joined
from kiosk.domain.listing import Listing, Location, Phone, Places, SignUp, WayHome
from kiosk.domain.opening import opening_at
from tests.domain.hours import NEW_YORK, at, day, exception, listing, row

CHECKED = day("2026-11-03")
LINE = Phone(number="+18605550104")
SHELF = replace(
    listing(row("MO-FR 08:00-16:00"), exceptions=(exception("2026-11-26..2026-11-27", reason="Thanksgiving"),)),
    location=Location(room="104", at_school=True),
    phones=(Phone(number="+18605550105", type="text"), LINE),
    sign_up=SignUp(url="https://example.org/food"),
    assured_date=CHECKED,
)
CLUB = replace(
    listing(row("MO,WE 15:15-17:00")),
    location=Location(room="107", at_school=True),
    phones=(LINE,),
    sign_up=SignUp(url="https://example.org/chess", opens=day("2026-12-01"), closes=day("2026-12-11")),
    places=Places(state="few", left=6, said=day("2026-12-01")),
    way_home=WayHome(walking_group=True),
    assured_date=CHECKED,
)


def step(of: Listing, when: str) -> FirstStep:
    """The first step at a moment, without a school calendar."""
    return first_step(of, opening_at(of, at(when), None, NEW_YORK), at(when))


def test_an_open_door_is_walked_into() -> None:
    assert step(SHELF, "2026-11-24T15:05") == FirstStep(
        kind="walk-in", until=at("2026-11-24T16:00"), room="104", phone=LINE, form=True
    )


def test_a_shut_door_says_when_it_opens_and_gives_the_form_meanwhile() -> None:
    assert step(SHELF, "2026-11-25T17:10") == FirstStep(
        kind="opens-later", at=at("2026-11-30T08:00"), room="104", phone=LINE, form=True
    )


def test_hours_that_nobody_knows_are_called_about() -> None:
    market = replace(SHELF, schedules=(), sign_up=None, schedule_exceptions=())
    assert step(market, "2026-11-24T15:05") == FirstStep(kind="call", room="104", phone=LINE)
    assert step(replace(market, phones=()), "2026-11-24T15:05").kind == "ask-room"


def test_a_day_without_a_time_is_called_about() -> None:
    fridays = replace(SHELF, schedules=(row("MO 09:00-10:00"), row("FR")), schedule_exceptions=())
    found = step(fridays, "2026-12-02T10:00")
    assert (found.kind, found.day) == ("call", day("2026-12-04"))


@pytest.mark.parametrize(
    ("when", "kind", "last"),
    [
        ("2026-11-24T15:05", "save-day", "2026-12-01"),
        ("2026-12-01T10:00", "sign-up", "2026-12-11"),
        ("2026-12-07T15:30", "sign-up", "2026-12-11"),  # while it runs: a place is still needed
        ("2026-12-12T10:00", "sign-up-over", None),
    ],
)
def test_a_club_is_joined_through_its_window(when: str, kind: StepKind, last: str | None) -> None:
    found = step(CLUB, when)
    assert (found.kind, found.day) == (kind, day(last) if last else None)


@pytest.mark.parametrize("state", ["full", "waitlist"])
def test_a_full_club_says_so_as_long_as_that_is_fresh(state: StepKind) -> None:
    places = Places(state="waitlist" if state == "waitlist" else "full", said=day("2026-12-01"))
    full = replace(CLUB, places=places)
    assert step(full, "2026-12-02T10:00").kind == state
    assert step(full, "2026-12-10T10:00").kind == "sign-up"
    drop_in = replace(full, sign_up=None)
    assert step(drop_in, "2026-12-02T10:00").kind == state
    assert step(drop_in, "2026-12-10T10:00").kind == "opens-later"


def test_a_pantry_with_a_form_is_not_joined_a_club_is() -> None:
    assert [is_joined(each) for each in (SHELF, CLUB)] == [False, True]
    assert is_joined(replace(SHELF, sign_up=SignUp(state="full")))
    assert is_joined(replace(SHELF, way_home=WayHome()))
    assert not is_joined(replace(SHELF, sign_up=None, way_home=WayHome()))


def test_an_open_door_comes_before_a_form_that_opens_later() -> None:
    later = replace(SHELF, sign_up=SignUp(opens=day("2026-12-01")))
    assert step(later, "2026-11-24T15:05").kind == "walk-in"
    assert step(later, "2026-11-24T17:05").kind == "save-day"


@pytest.mark.parametrize(
    ("checked", "kind"), [("2026-05-28", "walk-in"), ("2026-05-27", "call"), ("2020-01-01", "call")]
)
def test_what_nobody_checked_for_long_is_called_first(checked: str, kind: StepKind) -> None:
    found = step(replace(SHELF, assured_date=day(checked)), "2026-11-24T15:05")
    assert (found.kind, found.until) == (kind, at("2026-11-24T16:00"))


def test_what_nobody_checked_for_long_promises_no_opening_either() -> None:
    found = step(replace(SHELF, assured_date=day("2026-01-01")), "2026-11-24T17:00")
    assert (found.kind, found.at) == ("call", at("2026-11-25T08:00"))


@pytest.mark.parametrize("when", ["2026-11-24T15:05", "2026-12-07T10:00"], ids=["before it opens", "while it is open"])
def test_what_nobody_checked_for_long_is_called_before_one_signs_up(when: str) -> None:
    stale = replace(CLUB, assured_date=day("2026-05-01"), places=None)
    assert step(stale, when).kind == "call"
    assert step(replace(stale, phones=()), when).kind == "ask-room"
    assert step(replace(stale, sign_up=SignUp(state="full")), when).kind == "call"


def test_what_was_said_lately_holds_though_nobody_checked_for_long() -> None:
    stale = replace(CLUB, assured_date=day("2026-05-01"))
    assert step(stale, "2026-12-12T10:00").kind == "sign-up-over"
    full = replace(stale, places=Places(state="full", said=day("2026-12-05")))
    assert step(full, "2026-12-07T10:00").kind == "full"
    assert step(full, "2026-12-10T23:00").kind == "full"
    assert step(replace(full, places=Places(state="full", said=day("2026-11-20"))), "2026-12-07T10:00").kind == "call"


def test_by_appointment_sets_a_time() -> None:
    lawyer = replace(SHELF, by_appointment=True, schedule_exceptions=())
    found = step(lawyer, "2026-11-24T15:05")
    assert (found.kind, found.until, found.at) == ("set-a-time", at("2026-11-24T16:00"), at("2026-11-25T08:00"))


def test_a_series_that_is_over_has_ended_unless_the_next_one_takes_names() -> None:
    over = replace(CLUB, schedules=(row("MO,WE 15:15-17:00", until="2026-11-20"),))
    assert step(over, "2026-11-24T10:00").kind == "save-day"
    assert step(over, "2026-12-05T10:00").kind == "sign-up"
    assert step(over, "2026-12-12T10:00").kind == "ended"
    always = replace(over, sign_up=SignUp(url="https://example.org/chess"))
    assert step(always, "2026-11-24T10:00") == FirstStep(kind="ended", room="107", phone=LINE)


def test_what_is_not_active_is_off() -> None:
    found = step(replace(SHELF, status="temporarily closed"), "2026-11-24T10:00")
    assert (found.kind, found.form) == ("off", False)


def test_a_line_without_a_door_is_called() -> None:
    found = step(replace(SHELF, location=None), "2026-11-24T15:05")
    assert (found.kind, found.room, found.until) == ("call", "", at("2026-11-24T16:00"))
