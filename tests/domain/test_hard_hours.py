"""Hard cases of rows by themselves: over midnight, gaps, clocks that change, times nobody wrote, status."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from tests.domain.cases import Case, check
from tests.domain.hours import exception, listing, row

WEEKDAYS = row("MO-FR 08:00-16:00")

PLAIN_ROWS = (
    Case(
        "the next opening is searched, not looked for tomorrow",
        listing(WEEKDAYS),
        {"2026-12-04T18:30": "closed, next 2026-12-07T08:00", "2026-12-03T18:30": "closed, next 2026-12-04T08:00"},
    ),
    Case(
        "a tail after midnight stands beside the next day's own rows",
        listing(row("MO 07:30-14:00"), row("TU-TH 08:30-03:00"), row("FR-SU 10:00-16:00")),
        {
            "2026-12-04T02:00": "open until 2026-12-04T03:00",
            "2026-12-04T03:00": "closed, next 2026-12-04T10:00",
            "2026-12-04T03:30": "closed, next 2026-12-04T10:00",
            "2026-12-01T02:00": "closed, next 2026-12-01T08:30",
        },
    ),
    Case(
        "a tail that reaches the next row is one opening with it",
        listing(row("FR 20:00-06:00"), row("SA 06:00-12:00"), row("SA 11:00-13:00")),
        {"2026-12-04T23:00": "open until 2026-12-05T13:00", "2026-12-05T05:59": "open until 2026-12-05T13:00"},
    ),
    Case(
        "a lunch gap is closed, its edges belong to what follows them",
        listing(row("MO-FR 08:00-12:00"), row("MO-FR 12:30-16:00")),
        {
            "2026-12-02T07:59": "closed, next 2026-12-02T08:00",
            "2026-12-02T08:00": "open until 2026-12-02T12:00",
            "2026-12-02T11:59": "open until 2026-12-02T12:00",
            "2026-12-02T12:00": "closed, next 2026-12-02T12:30",
            "2026-12-02T12:30": "open until 2026-12-02T16:00",
            "2026-12-02T16:00": "closed, next 2026-12-03T08:00",
        },
    ),
    Case(
        "rows that touch are one opening",
        listing(row("MO 12:00-16:00"), row("MO 08:00-12:00")),
        {"2026-12-07T09:00": "open until 2026-12-07T16:00"},
    ),
    Case(
        "24:00 is the end of the day, and 00:00 of the next day follows it",
        listing(row("FR 18:00-24:00"), row("SA 00:00-02:00")),
        {
            "2026-12-04T23:59": "open until 2026-12-05T02:00",
            "2026-12-05T01:59": "open until 2026-12-05T02:00",
            "2026-12-05T02:00": "closed, next 2026-12-11T18:00",
        },
    ),
    Case(
        "24:00 closes at midnight",
        listing(row("FR 18:00-24:00")),
        {"2026-12-04T20:00": "open until 2026-12-05T00:00", "2026-12-05T00:00": "closed, next 2026-12-11T18:00"},
    ),
    Case(
        "closing at the minute of opening is a day and a night",
        listing(row("MO 09:00-09:00")),
        {
            "2026-12-07T08:59": "closed, next 2026-12-07T09:00",
            "2026-12-08T08:59": "open until 2026-12-08T09:00",
            "2026-12-08T09:00": "closed, next 2026-12-14T09:00",
        },
    ),
    Case(
        "every day from 00:00 to 24:00 never closes, across years and clocks",
        listing(row("MO-SU 00:00-24:00")),
        {"2026-12-31T23:59": "open always", "2026-11-01T01:30": "open always"},
    ),
    Case(
        "a door that never closes does, on a day that an exception takes",
        listing(row("MO-SU 00:00-00:00"), exceptions=(exception("2026-12-25", reason="Holiday"),)),
        {
            "2026-12-24T12:00": "open until 2026-12-25T00:00",
            "2026-12-25T12:00": "closed, next 2026-12-26T00:00 (Holiday)",
            "2026-11-24T12:00": "open always",
        },
    ),
)

CLOCK_CHANGES = (
    Case(
        "the hour that happens twice is open both times",
        listing(row("SU 01:00-02:00")),
        {
            "2026-11-01T00:59": "closed, next 2026-11-01T01:00",
            "2026-11-01T01:30": "open until 2026-11-01T02:00",
            "2026-11-01T01:30#2": "open until 2026-11-01T02:00",
            "2026-11-01T02:00": "closed, next 2026-11-08T01:00",
        },
    ),
    Case(
        "half of the hour that happens twice: by the clock on the wall, twice",
        listing(row("SU 00:00-01:30")),
        {
            "2026-11-01T01:15": "open until 2026-11-01T01:30",
            "2026-11-01T01:30": "closed, next 2026-11-01T01:00",
            "2026-11-01T01:15#2": "open until 2026-11-01T01:30",
            "2026-11-01T01:45#2": "closed, next 2026-11-08T00:00",
        },
    ),
    Case(
        "a night with an hour more, and one with an hour less",
        listing(row("SA 19:00-07:00")),
        {"2026-11-01T01:30#2": "open until 2026-11-01T07:00", "2027-03-14T06:59": "open until 2027-03-14T07:00"},
    ),
    Case(
        "a time that does not exist moves forward to the first that does",
        listing(row("SU 02:30-05:00")),
        {
            "2027-03-14T01:59": "closed, next 2027-03-14T03:00",
            "2027-03-14T03:00": "open until 2027-03-14T05:00",
            "2027-03-07T02:29": "closed, next 2027-03-07T02:30",
        },
    ),
    Case(
        "closing at a time that does not exist",
        listing(row("SU 01:00-02:30")),
        {"2027-03-14T01:30": "open until 2027-03-14T03:00", "2027-03-14T03:00": "closed, next 2027-03-21T01:00"},
    ),
    Case(
        "hours wholly inside the hour that never happens do not happen",
        listing(row("SU 02:10-02:50")),
        {"2027-03-14T01:00": "closed, next 2027-03-21T02:10"},
    ),
    Case(
        "a zone that changes by half an hour",
        listing(row("SU 01:30-02:00")),
        {
            "2027-04-04T01:45": "open until 2027-04-04T02:00+1030",
            "2027-04-04T01:45#2": "open until 2027-04-04T02:00+1030",
        },
        zone=ZoneInfo("Australia/Lord_Howe"),
    ),
)

TIMES_NOT_KNOWN = (
    Case("no rows: hours not known", listing(), {"2026-12-02T10:00": "unknown"}),
    Case(
        "days without times: call first, and the day is known",
        listing(row("FR")),
        {"2026-12-04T10:00": "unknown, next 2026-12-11", "2026-12-02T10:00": "unknown, next 2026-12-04"},
    ),
    Case(
        "days without times beside rows with times: closed between, and no time is promised",
        listing(row("MO 09:00-10:00"), row("FR")),
        {
            "2026-12-04T10:00": "unknown, next 2026-12-07T09:00",
            "2026-12-02T10:00": "closed, next 2026-12-04",
            "2026-12-07T09:30": "open until 2026-12-07T10:00",
        },
    ),
    Case(
        "a day with a row with times and one without: surely open inside, unknown outside",
        listing(row("FR 09:00-10:00"), row("FR")),
        {"2026-12-04T09:30": "open until 2026-12-04T10:00", "2026-12-04T08:00": "unknown, next 2026-12-04T09:00"},
    ),
    Case(
        "an exception that is open at times nobody wrote",
        listing(WEEKDAYS, exceptions=(exception("2026-12-02", "?", "Fair"),)),
        {"2026-12-02T10:00": "unknown, next 2026-12-03T08:00 (Fair)", "2026-12-01T16:00": "closed, next 2026-12-02"},
    ),
    Case(
        "a closed exception is known even where nothing else is",
        listing(exceptions=(exception("2026-12-02", reason="Move"),)),
        {"2026-12-02T10:00": "closed (Move)", "2026-12-03T10:00": "unknown"},
    ),
    Case("a time that cannot be read", listing(row("WE 9am-5pm")), {"2026-12-02T10:00": "unknown, next 2026-12-09"}),
    Case("a time past 24:00", listing(row("WE 09:00-25:00")), {"2026-12-02T10:00": "unknown, next 2026-12-09"}),
    Case("an opening without a closing", listing(row("WE 09:00-")), {"2026-12-02T10:00": "unknown, next 2026-12-09"}),
    Case(
        "days without times that are over",
        listing(row("FR", until="2026-12-04")),
        {"2026-12-04T10:00": "unknown", "2026-12-05T10:00": "closed, over"},
    ),
)

STATUS = (
    Case(
        "by appointment is never closed, and its hours are no open door",
        listing(row("MO-FR 09:00-12:00"), by_appointment=True, exceptions=(exception("2026-12-02", reason="Away"),)),
        {
            "2026-12-01T10:00": "appointment, next 2026-12-03T09:00",
            "2026-12-01T20:00": "appointment, next 2026-12-03T09:00 (Away)",
            "2026-12-02T10:00": "appointment, next 2026-12-03T09:00 (Away)",
        },
    ),
    Case("by appointment without hours", listing(by_appointment=True), {"2026-12-02T10:00": "appointment"}),
    Case(
        "by appointment, hours no longer known",
        listing(row("MO-FR 09:00-12:00", valid_to="2026-12-01"), by_appointment=True),
        {"2026-12-02T10:00": "appointment"},
    ),
    Case(
        "by appointment, and over",
        listing(row("MO-FR 09:00-12:00", until="2026-12-01"), by_appointment=True),
        {"2026-12-01T10:00": "appointment", "2026-12-02T10:00": "closed, over"},
    ),
    Case("not active", listing(WEEKDAYS, status="inactive"), {"2026-12-02T10:00": "closed"}),
    Case(
        "closed for a time, and by appointment",
        listing(WEEKDAYS, status="temporarily closed", by_appointment=True),
        {"2026-12-02T10:00": "closed"},
    ),
    Case("gone", listing(WEEKDAYS, status="defunct"), {"2026-12-02T10:00": "closed, over"}),
)


@pytest.mark.parametrize(
    "case",
    (
        *PLAIN_ROWS,
        *CLOCK_CHANGES,
        *TIMES_NOT_KNOWN,
        *STATUS,
    ),
    ids=lambda case: case.name,
)
def test_hard_case(case: Case) -> None:
    check(case)
