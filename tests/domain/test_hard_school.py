"""Hard cases of school: short days, days without school, exceptions. Thanksgiving 2026 is Thursday, November 26."""

from __future__ import annotations

import pytest

from tests.domain.cases import Case, check
from tests.domain.hours import exception, listing, row, special, year

THANKSGIVING = (
    special("2026-11-25", "early-dismissal", "12:30", "Early release"),
    special("2026-11-26..2026-11-27", "no-school", reason="Thanksgiving"),
)
SCHOOL = year(
    special("2026-10-14", "early-dismissal", "13:10", "Conferences"),
    special("2026-12-11", "early-dismissal", "11:40", "Half day"),
    special("2026-12-15", "delayed-opening", "10:30", "Ice"),
    special("2026-12-17", "snow-day", reason="Snow"),
    special("2026-12-24..2027-01-01", "no-school", reason="Winter break"),
    *THANKSGIVING,
)

WEEKDAYS = row("MO-FR 08:00-16:00")
CLINIC = row("MO-FR 08:00-16:00", on="school-days", short_days="shortened")
CLUB = row("MO-FR 15:15-17:00", on="school-days", short_days="moved")
SHELTER = row("MO-SU 19:00-07:00")

SCHOOL_DAYS = (
    Case(
        "two short days with two times: the time belongs to the day",
        listing(CLINIC),
        {
            "2026-10-14T12:30": "open until 2026-10-14T13:10 (Conferences)",
            "2026-12-11T12:30": "closed, next 2026-12-14T08:00 (Half day)",
            "2026-12-11T11:39": "open until 2026-12-11T11:40 (Half day)",
        },
        SCHOOL,
    ),
    Case(
        "an early dismissal in the middle of the second row, and before it",
        listing(
            row("MO-FR 08:00-12:00", on="school-days", short_days="shortened"),
            row("MO-FR 12:30-16:00", on="school-days", short_days="shortened"),
        ),
        {
            "2026-10-14T12:45": "open until 2026-10-14T13:10 (Conferences)",
            "2026-10-14T09:00": "open until 2026-10-14T12:00",
            "2026-12-11T11:00": "open until 2026-12-11T11:40 (Half day)",
            "2026-12-11T13:00": "closed, next 2026-12-14T08:00 (Half day)",
            "2026-11-25T13:00": "closed, next 2026-11-30T08:00 (Early release)",
            "2026-11-25T17:10": "closed, next 2026-11-30T08:00 (Thanksgiving)",
        },
        SCHOOL,
    ),
    Case(
        "a club that moves starts at dismissal and keeps its length",
        listing(CLUB),
        {
            "2026-11-25T12:00": "closed, next 2026-11-25T12:30 (Early release)",
            "2026-11-25T12:30": "open until 2026-11-25T14:15 (Early release)",
            "2026-11-25T15:30": "closed, next 2026-11-30T15:15 (Early release)",
            "2026-11-24T15:30": "open until 2026-11-24T17:00",
            "2026-12-15T15:30": "open until 2026-12-15T17:00",
        },
        SCHOOL,
    ),
    Case(
        "a club that is off on short days",
        listing(row("MO-FR 15:15-17:00", on="school-days", short_days="cancelled")),
        {
            "2026-11-25T15:30": "closed, next 2026-11-30T15:15 (Early release)",
            "2026-12-15T15:30": "closed, next 2026-12-16T15:15 (Ice)",
        },
        SCHOOL,
    ),
    Case(
        "a class that runs as usual on short days, not on days without school",
        listing(row("MO-FR 17:00-18:00", on="school-days")),
        {
            "2026-11-25T17:30": "open until 2026-11-25T18:00",
            "2026-11-26T17:30": "closed, next 2026-11-30T17:00 (Thanksgiving)",
            "2026-12-17T17:30": "closed, next 2026-12-18T17:00 (Snow)",
        },
        SCHOOL,
    ),
    Case(
        "a late start: a clinic opens with the school, later rows stay",
        listing(CLINIC, row("MO-FR 18:00-19:00", on="school-days", short_days="as-usual")),
        {
            "2026-12-15T09:00": "closed, next 2026-12-15T10:30 (Ice)",
            "2026-12-15T10:30": "open until 2026-12-15T16:00 (Ice)",
            "2026-12-15T18:30": "open until 2026-12-15T19:00",
        },
        SCHOOL,
    ),
    Case(
        "care before school moves with the late bell, and is not moved by an early dismissal",
        listing(row("MO-FR 07:00-08:30", on="school-days", short_days="moved")),
        {
            "2026-12-15T08:00": "closed, next 2026-12-15T09:00 (Ice)",
            "2026-12-15T10:00": "open until 2026-12-15T10:30 (Ice)",
            "2026-11-25T08:00": "open until 2026-11-25T08:30",
        },
        SCHOOL,
    ),
    Case(
        "a row inside the late morning that moves starts with the school",
        listing(row("MO-FR 09:00-11:00", on="school-days", short_days="moved")),
        {"2026-12-15T12:00": "open until 2026-12-15T12:30 (Ice)"},
        SCHOOL,
    ),
    Case(
        "a late start and an early dismissal on one day",
        listing(CLINIC),
        {
            "2026-12-15T08:30": "closed, next 2026-12-15T10:30 (Gas leak)",
            "2026-12-15T13:00": "open until 2026-12-15T14:00 (Gas leak)",
        },
        year(
            special("2026-12-15", "delayed-opening", "10:30", "Ice"),
            special("2026-12-15", "early-dismissal", "14:00", "Gas leak"),
        ),
    ),
    Case(
        "a short day whose time nobody wrote: its hours are not known",
        listing(CLINIC),
        {"2026-12-15T12:00": "unknown, next 2026-12-16T08:00 (Ice)"},
        year(special("2026-12-15", "early-dismissal", reason="Ice")),
    ),
    Case(
        "care that runs only when there is no school: holidays, snow days and vacation, not weekends",
        listing(row("* 08:00-17:00", on="no-school-days")),
        {
            "2026-11-24T17:00": "closed, next 2026-11-26T08:00",
            "2026-11-27T09:00": "open until 2026-11-27T17:00 (Thanksgiving)",
            "2026-11-28T09:00": "closed, next 2026-12-17T08:00",
            "2026-12-17T09:00": "open until 2026-12-17T17:00 (Snow)",
            "2027-06-14T09:00": "open until 2027-06-14T17:00",
        },
        SCHOOL,
    ),
    Case(
        "after school on school days and all day when there is none",
        listing(
            row("MO-FR 15:15-18:00", on="school-days", short_days="moved"),
            row("MO-FR 08:00-17:00", on="no-school-days"),
        ),
        {
            "2026-11-24T16:00": "open until 2026-11-24T18:00",
            "2026-11-25T13:00": "open until 2026-11-25T15:15 (Early release)",
            "2026-11-25T18:00": "closed, next 2026-11-26T08:00",
            "2026-11-27T09:00": "open until 2026-11-27T17:00 (Thanksgiving)",
            "2026-11-27T17:30": "closed, next 2026-11-30T15:15 (Thanksgiving)",
        },
        SCHOOL,
    ),
    Case(
        "over midnight into a holiday: the night belongs to the day it starts on",
        listing(row("MO-FR 19:00-07:00", on="school-days")),
        {
            "2026-11-26T06:00": "open until 2026-11-26T07:00",
            "2026-11-26T20:00": "closed, next 2026-11-30T19:00 (Thanksgiving)",
            "2026-11-27T06:00": "closed, next 2026-11-30T19:00 (Thanksgiving)",
        },
        SCHOOL,
    ),
    Case(
        "a community row does not follow the school",
        listing(WEEKDAYS),
        {"2026-11-26T10:00": "open until 2026-11-26T16:00", "2026-12-17T10:00": "open until 2026-12-17T16:00"},
        SCHOOL,
    ),
    Case(
        "snow takes the reason of a day that had no school anyway",
        listing(CLINIC),
        {"2026-12-28T10:00": "closed, next 2027-01-04T08:00 (Blizzard)"},
        year(
            special("2026-12-28", "snow-day", reason="Blizzard"),
            special("2026-12-24..2027-01-01", "no-school", reason="Winter break"),
            special("2026-12-28", "early-dismissal", "12:00", "Half day"),
        ),
    ),
    Case(
        "without a calendar school-day rows apply as written, no-school rows never",
        listing(CLINIC, row("MO-FR 17:00-18:00", on="no-school-days")),
        {"2026-11-26T10:00": "open until 2026-11-26T16:00", "2026-11-26T17:30": "closed, next 2026-11-27T08:00"},
    ),
    Case(
        "without a calendar care for days without school is not known",
        listing(row("MO-FR 08:00-17:00", on="no-school-days")),
        {"2026-11-26T10:00": "unknown"},
    ),
    Case(
        "summer: school rows are off; where the next year must have begun nobody knows its holidays",
        listing(row("MO-FR 08:00-16:00", on="school-days")),
        {
            "2026-08-20T10:00": "closed, next 2026-08-31T08:00",
            "2027-06-11T16:00": "closed",
            "2027-07-06T10:00": "closed",
            "2027-09-06T10:00": "unknown",
            "2027-09-05T10:00": "closed",
            "2026-06-10T10:00": "unknown",
        },
        SCHOOL,
    ),
)

EXCEPTIONS = (
    Case(
        "closed, and other hours, with their reasons",
        listing(
            row("MO-FR 08:00-12:00"),
            row("MO-FR 12:30-16:00"),
            exceptions=(
                exception("2026-12-09", reason="Staff training"),
                exception("2026-12-16", "08:00-14:00", "Winter concert"),
            ),
        ),
        {
            "2026-12-16T13:59": "open until 2026-12-16T14:00 (Winter concert)",
            "2026-12-16T14:00": "closed, next 2026-12-17T08:00 (Winter concert)",
            "2026-12-16T17:00": "closed, next 2026-12-17T08:00",
            "2026-12-09T10:00": "closed, next 2026-12-10T08:00 (Staff training)",
            "2026-12-08T17:00": "closed, next 2026-12-10T08:00 (Staff training)",
        },
    ),
    Case(
        "a range, its last day included",
        listing(WEEKDAYS, exceptions=(exception("2026-12-21..2026-12-25", reason="Week off"),)),
        {
            "2026-12-18T16:00": "closed, next 2026-12-28T08:00 (Week off)",
            "2026-12-25T10:00": "closed, next 2026-12-28T08:00 (Week off)",
        },
    ),
    Case(
        "of two exceptions the last one listed wins",
        listing(
            WEEKDAYS,
            exceptions=(
                exception("2026-12-21..2026-12-25", reason="Week off"),
                exception("2026-12-23", "10:00-11:00", "Pick-up"),
            ),
        ),
        {
            "2026-12-22T10:30": "closed, next 2026-12-23T10:00 (Week off)",
            "2026-12-23T10:30": "open until 2026-12-23T11:00 (Pick-up)",
        },
    ),
    Case(
        "of two exceptions the last one listed wins, also the wider one",
        listing(
            WEEKDAYS,
            exceptions=(
                exception("2026-12-23", "10:00-11:00", "Pick-up"),
                exception("2026-12-21..2026-12-25", reason="Week off"),
            ),
        ),
        {"2026-12-23T10:30": "closed, next 2026-12-28T08:00 (Week off)"},
    ),
    Case(
        "other hours on a day that has none",
        listing(WEEKDAYS, exceptions=(exception("2026-12-05", "10:00-12:00", "Open house"),)),
        {
            "2026-12-05T11:00": "open until 2026-12-05T12:00 (Open house)",
            "2026-12-05T09:00": "closed, next 2026-12-05T10:00 (Open house)",
            "2026-12-04T16:00": "closed, next 2026-12-05T10:00",
        },
    ),
    Case(
        "other hours over midnight",
        listing(WEEKDAYS, exceptions=(exception("2026-12-31", "20:00-01:00", "Party"),)),
        {"2027-01-01T00:30": "open until 2027-01-01T01:00 (Party)"},
    ),
    Case(
        "a night belongs to the day it starts on: an exception on the next day does not cut it",
        listing(SHELTER, exceptions=(exception("2026-12-25", reason="Holiday"),)),
        {
            "2026-12-25T06:59": "open until 2026-12-25T07:00",
            "2026-12-25T07:00": "closed, next 2026-12-26T19:00 (Holiday)",
            "2026-12-26T02:00": "closed, next 2026-12-26T19:00 (Holiday)",
        },
    ),
    Case(
        "an exception beats the school calendar for its listing",
        listing(
            CLINIC,
            exceptions=(exception("2026-11-27", "09:00-10:00", "Flu shots"), exception("2026-12-17", "8:00-9:00")),
        ),
        {
            "2026-11-27T09:30": "open until 2026-11-27T10:00 (Flu shots)",
            "2026-12-17T08:30": "open until 2026-12-17T09:00",
            "2026-11-26T12:00": "closed, next 2026-11-27T09:00 (Thanksgiving)",
        },
        SCHOOL,
    ),
)


@pytest.mark.parametrize(
    "case",
    (
        *SCHOOL_DAYS,
        *EXCEPTIONS,
    ),
    ids=lambda case: case.name,
)
def test_hard_case(case: Case) -> None:
    check(case)
