"""Hours in words, as a family says them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.listing import Listing, Schedule, ScheduleException
from kiosk.pages.hours_words import changes, no_school_hours, regular, short_days
from kiosk.pages.route import Route
from tests.pages.center import DAILY, asking, listing

ASK = asking(Route("listing", "one"))
SPANISH = asking(Route("listing", "one"), language="es")


def _rows(*rows: Schedule) -> Listing:
    return listing(schedules=rows)


def _row(byday: tuple[str, ...] = (), opens: str = "09:00", closes: str = "12:00", **fields: object) -> Schedule:
    return Schedule(byday=byday, opens_at=opens, closes_at=closes, **fields)  # type: ignore[arg-type]  # as named


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((DAILY,), ("Mon to Fri, 8:00 AM to 4:00 PM",)),
        ((_row(("MO", "WE"), "15:15", "17:00"),), ("Mon and Wed, 3:15 to 5:00 PM",)),
        ((_row(("TU",)),), ("Tuesday, 9:00 AM to 12:00 PM",)),
        ((_row(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), "00:00", "24:00"),), ("Every day, day and night",)),
        (
            (_row(("MO", "TU"), "08:00", "12:00"), _row(("MO", "TU"), "12:30", "16:00")),
            ("Mon and Tue, 8:00 AM to 12:00 PM and 12:30 to 4:00 PM",),
        ),
        ((_row(("MO",)), _row(("TU",)), _row(("WE",))), ("Mon to Wed, 9:00 AM to 12:00 PM",)),
        ((_row(("1SA",), freq="MONTHLY"),), ("1st Saturday of each month, 9:00 AM to 12:00 PM",)),
        ((_row(("1TU", "3TU"), freq="MONTHLY"),), ("1st Tuesday and 3rd Tuesday of each month, 9:00 AM to 12:00 PM",)),
        ((_row(("-1FR",), freq="MONTHLY"),), ("Last Friday of each month, 9:00 AM to 12:00 PM",)),
        ((_row(bymonthday=(15,), freq="MONTHLY"),), ("Day 15 of each month, 9:00 AM to 12:00 PM",)),
        ((_row(("TH",), interval=2, dtstart=date(2026, 9, 3)),), ("Every 2nd week: Thursday, 9:00 AM to 12:00 PM",)),
        ((_row(("TU",), dtstart=date(2027, 1, 5)),), ("From Jan 5: Tuesday, 9:00 AM to 12:00 PM",)),
        ((_row(("SA",), "20:00", "07:00"),), ("Saturday, 8:00 PM to 7:00 AM",)),
        ((_row(("SA",), "", ""),), ("Saturday, hours not known",)),
        ((_row(("TU",), "08:00:00", "12:00:00"),), ("Tuesday, 8:00 AM to 12:00 PM",)),
        ((_row(("TU",), "eight", "12:00"),), ("Tuesday, hours not known",)),
        ((_row(("TU",), "25:00", "12:00"),), ("Tuesday, hours not known",)),
        ((_row(("TU",), "08:00", "noon"),), ("Tuesday, from 8:00 AM",)),
        ((_row(("TU",), "08:00", ""),), ("Tuesday, from 8:00 AM",)),
        ((_row(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), "00:00:00", "24:00:00"),), ("Every day, day and night",)),
        ((_row(("TU",), until=date(2026, 11, 23)),), ("No dates from here on. Ask.",)),
        ((), ("Hours not known. Call before you go.",)),
        (
            (DAILY, _row(("MO", "TU", "WE", "TH", "FR"), "08:00", "17:00", on="no-school-days")),
            ("School days, 8:00 AM to 4:00 PM", "Days with no school, 8:00 AM to 5:00 PM"),
        ),
    ],
)
def test_rows_are_said_as_families_say_them(rows: tuple[Schedule, ...], said: tuple[str, ...]) -> None:
    assert regular(ASK, _rows(*rows)) == said


def test_the_short_form_fits_a_narrow_column() -> None:
    assert regular(ASK, _rows(DAILY), short=True) == ("Mon-Fri 8:00-4:00",)
    assert regular(ASK, _rows(_row(("MO", "WE"), "15:15", "17:00")), short=True) == ("Mon, Wed 3:15-5:00",)


def test_spanish_says_them_its_own_way() -> None:
    assert regular(SPANISH, _rows(DAILY)) == ("Lun a vie, 8:00 a. m. a 4:00 p. m.",)
    assert regular(SPANISH, _rows(DAILY), short=True) == ("lun-vie 8:00-4:00",)


def test_by_appointment_says_how() -> None:
    assert regular(ASK, listing(schedules=(), by_appointment=True)) == ("By appointment. Call to set a time.",)
    assert regular(ASK, listing(schedules=(), by_appointment=True, phones=())) == ("By appointment. Ask us.",)
    assert regular(ASK, listing(by_appointment=True))[-1] == "Set a time first."


def test_the_days_ahead_that_differ_are_named_with_their_reason() -> None:
    """Thanksgiving closes two days together; the short day before it closes early."""
    shortened = replace(DAILY, short_days="shortened")
    assert changes(ASK, _rows(shortened)) == (
        "Closed Nov 26 and 27 for Thanksgiving",
        "Nov 25: 8:00 AM to 12:30 PM. Family meetings",
    )
    assert changes(ASK, _rows(shortened), short=True) == ("Closed Nov 26 and 27", "Nov 25: 8:00-12:30")


def test_an_exception_is_said_and_one_far_away_is_not() -> None:
    closed = ScheduleException(from_=date(2026, 12, 1), to=date(2026, 12, 3), reason={"en": "Inventory"})
    other = ScheduleException(
        from_=date(2026, 12, 4), to=date(2026, 12, 4), closed=False, opens_at="10:00", closes_at="14:00"
    )
    far = ScheduleException(from_=date(2027, 2, 1), to=date(2027, 2, 1))
    weekdays = replace(DAILY, on="any-day")
    one = listing(schedules=(weekdays,), schedule_exceptions=(closed, other, far))
    assert changes(ASK, one) == ("Closed Dec 1 to 3 for Inventory", "Dec 4: 10:00 AM to 2:00 PM")


@pytest.mark.parametrize(
    ("way", "said", "brief"),
    [
        ("moved", "Starts when school ends. Nov 25: 12:30 to 2:15 PM.", "Starts at dismissal."),
        ("cancelled", "Not on short days.", "Not on short days."),
        ("as-usual", "Same hours.", "Same hours."),
    ],
)
def test_short_days(way: str, said: str, brief: str) -> None:
    club = _row(("MO", "WE"), "15:15", "17:00", on="school-days", short_days=way)
    assert short_days(ASK, _rows(club)) == (said, brief)


def test_what_does_not_follow_the_school_says_nothing_of_short_days() -> None:
    assert short_days(ASK, _rows(_row(("MO",)))) == ("", "")


def test_care_says_its_hours_without_school() -> None:
    care = _row(("MO", "TU", "WE", "TH", "FR"), "08:00", "17:00", on="no-school-days")
    assert no_school_hours(ASK, _rows(care)) == "Open 8:00 AM to 5:00 PM."
    assert no_school_hours(ASK, _rows(DAILY)) == ""
