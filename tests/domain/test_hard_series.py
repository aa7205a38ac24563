"""Hard cases of series: first and last days, validity, places in the month, every second week."""

from __future__ import annotations

import pytest

from tests.domain.cases import Case, check
from tests.domain.hours import exception, listing, row

SERIES = (
    Case(
        "the last day of a series is one of its days; then it is over",
        listing(row("FR 14:00-16:00", dtstart="2027-01-08", until="2027-01-29")),
        {
            "2027-01-07T15:00": "closed, next 2027-01-08T14:00",
            "2027-01-29T13:00": "closed, next 2027-01-29T14:00",
            "2027-01-29T15:00": "open until 2027-01-29T16:00",
            "2027-01-29T16:00": "closed, over",
            "2027-01-30T15:00": "closed, over",
            "2027-02-05T15:00": "closed, over",
        },
    ),
    Case(
        "the last night of a series runs on after it",
        listing(row("FR 20:00-06:00", until="2027-01-29")),
        {"2027-01-30T05:59": "open until 2027-01-30T06:00", "2027-01-30T06:00": "closed, over"},
    ),
    Case(
        "the last day of a monthly series is one of its days",
        listing(row("-1FR 14:00-16:00", freq="MONTHLY", until="2027-01-29")),
        {"2027-01-29T15:00": "open until 2027-01-29T16:00", "2027-02-26T15:00": "closed, over"},
    ),
    Case(
        "an exception takes the last day of a series",
        listing(row("FR 14:00-16:00", until="2027-01-29"), exceptions=(exception("2027-01-29", reason="Room in use"),)),
        {
            "2027-01-22T15:00": "open until 2027-01-22T16:00",
            "2027-01-29T15:00": "closed, over (Room in use)",
            "2027-01-30T15:00": "closed, over",
        },
    ),
    Case(
        "an exception adds a day after the end of a series",
        listing(
            row("FR 14:00-16:00", until="2027-01-29"), exceptions=(exception("2027-02-06", "10:00-11:00", "Show"),)
        ),
        {
            "2027-01-29T16:00": "closed, next 2027-02-06T10:00",
            "2027-02-06T10:30": "open until 2027-02-06T11:00 (Show)",
            "2027-02-06T11:00": "closed, over",
        },
    ),
    Case(
        "a closing that lies after the end keeps no series going",
        listing(row("FR 14:00-16:00", until="2027-01-29"), exceptions=(exception("2027-07-01..2027-07-09"),)),
        {"2027-01-29T16:00": "closed, over", "2027-07-05T15:00": "closed, over"},
    ),
    Case(
        "a listing is over when its last series is",
        listing(row("MO 09:00-10:00", until="2026-12-07"), row("TU 09:00-10:00", until="2026-12-15")),
        {"2026-12-07T10:00": "closed, next 2026-12-08T09:00", "2026-12-15T10:00": "closed, over"},
    ),
    Case(
        "after valid_to nothing is known: not closed, not over",
        listing(row("MO-FR 08:00-16:00", valid_to="2026-12-03")),
        {
            "2026-12-03T15:00": "open until 2026-12-03T16:00",
            "2026-12-03T16:00": "closed",
            "2026-12-04T09:00": "unknown",
            "2026-12-05T09:00": "unknown",
        },
    ),
    Case(
        "until ends a series for certain, valid_to only what is known of it",
        listing(row("MO-FR 08:00-16:00", valid_to="2026-12-03", until="2026-12-11")),
        {"2026-12-04T09:00": "unknown", "2026-12-11T09:00": "unknown", "2026-12-12T09:00": "closed, over"},
    ),
    Case(
        "a night that starts on the last known day is known to its end",
        listing(row("MO-SU 19:00-07:00", valid_to="2026-12-03")),
        {"2026-12-04T06:00": "open until 2026-12-04T07:00", "2026-12-04T07:00": "unknown"},
    ),
    Case(
        "summer and winter rows hand over on a day",
        listing(row("MO-FR 08:00-18:00", valid_to="2026-12-02"), row("MO-FR 09:00-15:00", valid_from="2026-12-03")),
        {
            "2026-12-02T17:00": "open until 2026-12-02T18:00",
            "2026-12-02T18:00": "closed, next 2026-12-03T09:00",
            "2026-12-03T17:00": "closed, next 2026-12-04T09:00",
        },
    ),
    Case(
        "between two valid rows nobody knows, and no later day is promised as the next",
        listing(row("MO-FR 08:00-18:00", valid_to="2026-12-02"), row("MO-FR 09:00-15:00", valid_from="2027-01-04")),
        {
            "2026-12-02T18:00": "closed",
            "2026-12-10T10:00": "unknown",
            "2027-01-03T10:00": "unknown, next 2027-01-04T09:00",
        },
    ),
    Case(
        "before its first day a series is not on",
        listing(row("MO 09:00-10:00", dtstart="2027-01-04", valid_from="2027-01-04")),
        {"2026-12-07T09:30": "closed, next 2027-01-04T09:00"},
    ),
    Case(
        "the next opening is found more than a year ahead, and not for ever",
        listing(row("MO 09:00-10:00", until="2020-01-01"), exceptions=(exception("2027-12-20", "09:00-12:00"),)),
        {"2026-11-25T09:00": "closed, next 2027-12-20T09:00", "2026-11-14T09:00": "closed"},
    ),
)

RECURRENCE = (
    Case(
        "only months with five Fridays have a fifth",
        listing(row("5FR 10:00-12:00", freq="MONTHLY")),
        {
            "2026-11-24T10:00": "closed, next 2027-01-29T10:00",
            "2027-01-29T11:00": "open until 2027-01-29T12:00",
            "2027-01-29T12:00": "closed, next 2027-04-30T10:00",
        },
    ),
    Case(
        "the last Friday is the fourth or the fifth",
        listing(row("-1FR 10:00-12:00", freq="MONTHLY")),
        {"2026-11-24T10:00": "closed, next 2026-11-27T10:00", "2027-01-28T10:00": "closed, next 2027-01-29T10:00"},
    ),
    Case(
        "the first and the third Saturday",
        listing(row("1SA,3SA 09:00-12:00", freq="MONTHLY")),
        {"2026-12-05T12:00": "closed, next 2026-12-19T09:00", "2026-12-19T12:00": "closed, next 2027-01-02T09:00"},
    ),
    Case(
        "every second week, counted from its start across new year",
        listing(row("WE 10:00-12:00", interval=2, dtstart="2026-12-02")),
        {
            "2026-12-16T12:00": "closed, next 2026-12-30T10:00",
            "2026-12-30T12:00": "closed, next 2027-01-13T10:00",
            "2027-01-06T10:30": "closed, next 2027-01-13T10:00",
        },
    ),
    Case(
        "weeks start on Monday: a start on Sunday counts its whole week",
        listing(row("SU,MO 10:00-12:00", interval=2, dtstart="2026-12-06")),
        {"2026-12-06T12:00": "closed, next 2026-12-14T10:00", "2026-12-14T12:00": "closed, next 2026-12-20T10:00"},
    ),
    Case(
        "every second week without a start: which one, nobody knows",
        listing(row("WE 10:00-12:00", interval=2)),
        {"2026-12-02T10:30": "unknown", "2026-12-03T10:30": "closed"},
    ),
    Case(
        "every third month from its start",
        listing(row("2TU 09:00-10:00", freq="MONTHLY", interval=3, dtstart="2026-11-01")),
        {"2026-11-10T10:00": "closed, next 2027-02-09T09:00"},
    ),
    Case(
        "the 31st, in months that have one",
        listing(row("* 09:00-10:00", freq="MONTHLY", dtstart="2026-10-31")),
        {"2026-10-31T10:00": "closed, next 2026-12-31T09:00"},
    ),
    Case(
        "the last day of each month",
        listing(row("* 09:00-10:00", freq="MONTHLY", bymonthday=(-1,))),
        {"2027-01-31T10:00": "closed, next 2027-02-28T09:00"},
    ),
    Case(
        "a weekly row that names no day comes round on that of its start",
        listing(row("* 09:00-10:00", dtstart="2026-12-02")),
        {"2026-12-02T10:00": "closed, next 2026-12-09T09:00"},
    ),
    Case(
        "a row that names no day at all: nobody knows", listing(row("* 09:00-10:00")), {"2026-12-02T09:30": "unknown"}
    ),
    Case(
        "a day that cannot be read, or a place in the month in a weekly row: nobody knows",
        listing(row("1SA 09:00-10:00")),
        {"2026-12-05T09:30": "unknown"},
    ),
)


@pytest.mark.parametrize(
    "case",
    (
        *SERIES,
        *RECURRENCE,
    ),
    ids=lambda case: case.name,
)
def test_hard_case(case: Case) -> None:
    check(case)
