"""Openings: what joins, what the week shows, what differs, and that the work is shared."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrule

from kiosk.domain import recurrence
from kiosk.domain.calendar import SchoolCalendar
from kiosk.domain.listing import Listing
from kiosk.domain.opening import ALWAYS, HORIZON, Opening, days_that_differ, opening_at, week
from kiosk.domain.schedule import Closure
from tests.domain.hours import NEW_YORK, WEEK, at, day, exception, listing, row, special, year

CLINIC = listing(
    row("MO-FR 08:00-16:00", on="school-days", short_days="shortened"),
    exceptions=(exception("2026-11-23", reason="Training"),),
)
CALENDAR = year(
    special("2026-11-25", "early-dismissal", "12:30", "Early release"),
    special("2026-11-26..2026-11-27", "no-school", reason="Thanksgiving"),
)


def ask(of: Listing, when: str, calendar: SchoolCalendar | None = None) -> Opening:
    """The opening of a listing in New York."""
    return opening_at(of, at(when), calendar, NEW_YORK)


def test_an_opening_says_all_it_knows() -> None:
    assert ask(CLINIC, "2026-11-25T10:00", CALENDAR) == Opening(
        state="open",
        until=at("2026-11-25T12:30"),
        next=at("2026-11-30T08:00"),
        next_until=at("2026-11-30T16:00"),
        next_day=day("2026-11-30"),
        reason={"en": "Early release"},
        closed_by=Closure({"en": "Early release"}, "early-dismissal"),
    )


def test_now_may_come_in_another_zone() -> None:
    now = at("2026-12-02T14:00", ZoneInfo("UTC"))
    assert opening_at(CLINIC, now, CALENDAR, NEW_YORK).until == at("2026-12-02T16:00")


def test_the_next_opening_also_ends_where_what_touches_it_ends() -> None:
    pantry = listing(row("FR 20:00-24:00"), row("SA 00:00-02:00"))
    opening = ask(pantry, "2026-12-02T10:00")
    assert (opening.next, opening.next_until) == (at("2026-12-04T20:00"), at("2026-12-05T02:00"))


def test_a_next_opening_that_never_closes_has_no_end() -> None:
    line = listing(row("MO-SU 00:00-24:00", dtstart="2026-12-07"))
    opening = ask(line, "2026-12-02T10:00")
    assert (opening.state, opening.next, opening.next_until) == ("closed", at("2026-12-07T00:00"), None)


@pytest.mark.parametrize(("nights", "closes"), [(ALWAYS - 1, True), (ALWAYS, False)])
def test_open_all_the_time_means_longer_than_two_weeks(nights: int, closes: bool) -> None:
    last = day("2026-12-01") + timedelta(days=nights - 1)
    stretch = listing(row("MO-SU 00:00-24:00", dtstart="2026-12-01", until=last.isoformat()))
    assert (ask(stretch, "2026-12-01T10:00").until is not None) is closes


def test_the_search_reaches_its_horizon_and_no_further() -> None:
    base = day("2026-12-01")
    for ahead, found in ((HORIZON, True), (HORIZON + 1, False)):
        once = listing(exceptions=(exception((base + timedelta(days=ahead)).isoformat(), "09:00-10:00"),))
        never = row("MO 09:00-10:00", until="2020-01-01")
        opening = opening_at(
            Listing(id="x", name={}, schedules=(never,), schedule_exceptions=once.schedule_exceptions),
            at("2026-12-01T09:00"),
            None,
            NEW_YORK,
        )
        assert (opening.next is not None, opening.state, opening.ended) == (found, "closed", False)


def test_by_appointment_says_how_long_somebody_is_there() -> None:
    lawyer = listing(row("MO-FR 09:00-12:00"), by_appointment=True)
    opening = ask(lawyer, "2026-12-02T10:00")
    assert (opening.state, opening.until, opening.next) == (
        "appointment",
        at("2026-12-02T12:00"),
        at("2026-12-03T09:00"),
    )


def test_a_reason_is_only_given_for_what_it_explains() -> None:
    """Two rows, one cut by the short day: the other one is open as usual, for no reason."""
    both = listing(
        row("MO-FR 08:00-16:00", on="school-days", short_days="shortened"), row("MO-FR 17:00-19:00", on="any-day")
    )
    assert ask(both, "2026-11-25T18:00", CALENDAR).reason == {}
    assert ask(both, "2026-11-25T15:00", CALENDAR).reason == {"en": "Early release"}
    assert ask(both, "2026-11-24T20:00", CALENDAR).reason == {}


def test_last_nights_exception_explains_a_door_that_is_shut_after_midnight() -> None:
    shelter = listing(row("MO-SU 19:00-07:00"), exceptions=(exception("2026-12-02", reason="No heat"),))
    assert ask(shelter, "2026-12-03T02:00").reason == {"en": "No heat"}
    assert ask(shelter, "2026-12-03T08:00").reason == {}


def test_the_week_is_monday_to_sunday() -> None:
    hours = week(CLINIC, day("2026-11-29"), CALENDAR, NEW_YORK)
    assert [each.day for each in hours] == [day("2026-11-23") + timedelta(days=n) for n in range(7)]
    assert [[f"{i.start:%H:%M}-{i.end:%H:%M}" for i in each.intervals] for each in hours] == [
        [],
        ["08:00-16:00"],
        ["08:00-12:30"],
        [],
        [],
        [],
        [],
    ]
    assert [each.closed_by.reason["en"] if each.closed_by else "" for each in hours] == [
        "Training",
        "",
        "Early release",
        "Thanksgiving",
        "Thanksgiving",
        "",
        "",
    ]


def test_the_days_that_differ_are_named() -> None:
    differ = days_that_differ(CLINIC, day("2026-11-24"), 14, CALENDAR, NEW_YORK)
    assert [each.day.day for each in differ] == [25, 26, 27]


def test_the_last_day_of_all_time_is_no_error() -> None:
    assert opening_at(listing(row("MO-SU 09:00-10:00")), datetime(9999, 12, 30, 9, 30, tzinfo=NEW_YORK), None, NEW_YORK)


@pytest.mark.slow
def test_ten_thousand_listings_share_the_work_of_counting_dates(monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[rrule] = []

    class CountedRule(rrule):
        def __iter__(self) -> Iterator[datetime]:
            counted.append(self)
            return super().__iter__()

    monkeypatch.setattr(recurrence, "rrule", CountedRule)
    recurrence.dates.cache_clear()
    start = day("2026-06-01")
    for n in range(10_000):
        hour, first = n % 12, (start + timedelta(days=n % 97)).isoformat()
        of = (
            listing(row(f"{WEEK[n % 7]} {hour:02}:{n % 60:02}-16:00", dtstart=first)),
            listing(row("MO-FR 08:00-12:00", on="school-days"), row("MO-FR 12:30-16:00", until="2027-06-11")),
            listing(row("1SA 09:00-12:00", freq="MONTHLY", dtstart=first)),
            listing(row("WE 09:00-12:00", interval=2, dtstart=first)),
        )[n % 4]
        opening_at(of, at("2026-12-30T12:00"), CALENDAR, NEW_YORK)
    patterns = 7 + 1 + 1 + 2
    years = 2
    assert 0 < len(counted) <= patterns * years
