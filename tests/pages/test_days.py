"""Today, weeks, days without school, and the neutral board."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from kiosk.domain.calendar import DayKind, SchoolCalendar, SpecialDay
from kiosk.domain.listing import Schedule
from kiosk.pages.board import BoardPage, board_page
from kiosk.pages.home import home_page
from kiosk.pages.missing import MissingPage
from kiosk.pages.no_school import no_school_page
from kiosk.pages.route import Route
from kiosk.pages.today import today_page
from kiosk.pages.week import WEEKS, WeekPage, week_page
from kiosk.services.session import Session
from tests.pages.center import (
    EVENING,
    NO_SCHOOL,
    PLAIN,
    SMALL,
    TUESDAY,
    WEDNESDAY_SHORT,
    WEEKEND,
    ZONE,
    asking,
    center,
    listing,
    school_of,
    sentences,
)

BARE = SchoolCalendar(first_day=date(2026, 8, 31), last_day=date(2027, 6, 11))
"""A school year in which every day is ordinary."""


def test_today_says_what_is_on_and_what_is_off_on_a_short_day() -> None:
    page = today_page(asking(Route("today"), WEDNESDAY_SHORT, PLAIN))
    assert page.banner == "School ends at 12:30 PM today. Pick up your child then."
    assert page.subtitle == "Wednesday, November 25"
    labels = [item.state.label if item.state else item.time for item in page.items]
    assert labels[0] == "OPEN" and "OFF" in labels
    assert labels.index("OFF") > max(n for n, label in enumerate(labels) if label == "OPEN")
    assert page.ahead[0].startswith("Thu and Fri: no school.")
    assert page.link is not None and page.link.go == Route("no-school")


def test_today_never_shows_what_is_sensitive() -> None:
    secret = {kept.listing.name["en"] for kept in center().directory.all() if kept.listing.sensitive}
    for now in (TUESDAY, WEDNESDAY_SHORT, EVENING, WEEKEND, NO_SCHOOL):
        assert not secret & {item.name for item in today_page(asking(Route("today"), now, PLAIN)).items}


def test_a_day_with_nothing_left_says_so() -> None:
    late = asking(Route("today"), datetime(2026, 11, 24, 23, 30, tzinfo=ZONE), school=school_of(listing()))
    assert [item.name for item in today_page(late).items] == ["Nothing more today."]


@pytest.mark.parametrize(
    ("kind", "at", "said"),
    [
        ("no-school", "", "No school today. Storm."),
        ("snow-day", "", "No school today. Storm."),
        ("early-dismissal", "12:30", "School ends at 12:30 PM today. Pick up your child then."),
        ("delayed-opening", "10:30", "School starts at 10:30 AM today."),
    ],
)
def test_the_banner_of_a_day_that_differs(kind: DayKind, at: str, said: str) -> None:
    day = TUESDAY.date()
    special = SpecialDay(from_=day, to=day, kind=kind, at=at, reason={"en": "Storm"})
    school = school_of(listing(), calendar=replace(BARE, days=(special,)))
    assert today_page(asking(Route("today"), school=school)).banner == said
    assert today_page(asking(Route("today"), school=school_of(listing(), calendar=BARE))).banner == ""
    tomorrow = asking(Route("today"), TUESDAY - timedelta(days=1), school=school)
    assert today_page(tomorrow).ahead[0].startswith("Tomorrow: ")


def test_the_clinics_week_shows_closed_days_and_why() -> None:
    week = today_page(asking(Route("today"))).week
    assert week is not None
    assert [day.closed or day.bars[0].closes for day in week.days] == ["4:00", "4:00", "12:30", "closed", "closed"]
    assert week.note == "Wed: Family meetings. Thu, Fri: Thanksgiving."
    assert week.axis[0] == (480, "8 AM") and (720, "noon") in week.axis
    assert [day.is_today for day in week.days] == [False, True, False, False, False]


def test_weeks_turn_forward_as_far_as_hours_are_sure() -> None:
    first = week_page(asking(Route("week", "clinic", "2026-11-24")))
    assert isinstance(first, WeekPage)
    assert first.turning.before is None and first.turning.more is not None
    last = week_page(asking(Route("week", "clinic", (date(2026, 11, 24) + timedelta(weeks=WEEKS)).isoformat())))
    assert isinstance(last, WeekPage)
    assert last.turning.more is None and last.week.now is None
    assert isinstance(week_page(asking(Route("week", "no-such"))), MissingPage)


def test_a_week_with_a_weekend_and_a_night_over_midnight() -> None:
    night = listing(schedules=(Schedule(byday=("SA",), opens_at="20:00", closes_at="07:00"),))
    page = week_page(asking(Route("week", "one"), school=school_of(night)))
    assert isinstance(page, WeekPage)
    assert len(page.week.days) == 7
    assert page.week.days[5].bars[0].end == 24 * 60
    empty = week_page(asking(Route("week", "one"), school=school_of(listing(schedules=()))))
    assert isinstance(empty, WeekPage)
    assert {day.closed for day in empty.week.days} == {"ask"}


def test_without_school_the_page_shows_the_day_on_which_something_is_open() -> None:
    page = no_school_page(asking(Route("no-school")))
    assert page.title == "No school Friday: who has my child?"
    assert page.subtitle.startswith("Nov 27. ") and "room." in page.subtitle
    assert [toggle.label for toggle in page.toggles] == [
        "Wed, early",
        "Thu 26",
        "Fri 27",
        "Free",
        "All day",
        "Child's age",
    ]
    assert [toggle.selected for toggle in page.toggles] == [False, False, True, False, False, False]
    assert page.rows[0].state is not None and page.rows[0].state.words == "8:00 AM to 5:30 PM"
    assert page.notes[0] == "Thursday: no care is open."
    assert page.ask == "Not sure? Ask here: Room 104, or call 860-555-0100."


def test_at_80_columns_the_day_stands_below_the_band() -> None:
    page = no_school_page(asking(Route("no-school"), size=SMALL))
    assert page.title == "Who has my child?"
    assert page.subtitle.startswith("No school Fri Nov 27. ")
    assert len(page.rows) == 3
    early = no_school_page(asking(Route("no-school", "2026-11-25"), size=SMALL))
    assert early.subtitle.startswith("Short day Wed Nov 25.")


def test_without_school_toggles_narrow_and_an_empty_day_offers_a_person() -> None:
    long = no_school_page(asking(Route("no-school", "2026-11-27"), session=Session(toggles={"all-day"})))
    every = no_school_page(asking(Route("no-school", "2026-11-27")))
    assert len(long.rows) <= len(every.rows) and long.toggles[4].selected
    none = no_school_page(asking(Route("no-school", "2026-11-27"), school=school_of(listing())))
    assert none.rows == () and none.empty and none.person.go == Route("person-now")


def test_a_past_or_broken_day_becomes_the_next() -> None:
    for about in ("2026-01-01", "soon", ""):
        assert no_school_page(asking(Route("no-school", about))).route.about == "2026-11-27"


def test_without_a_calendar_nothing_differs() -> None:
    school = school_of(listing(), staff=())
    school.year = lambda: None
    assert home_page(asking(Route("home"), school=school)).notice is None
    assert today_page(asking(Route("today"), school=school)).ahead == ()


def test_the_board_is_plausible_and_neutral() -> None:
    page = board_page(asking(Route("board")))
    assert isinstance(page, BoardPage)
    assert page.title == "Tuesday, November 24"
    names = [line.name for line in page.lines]
    assert names == ["Lunch", "After school", "Tonight", "Tomorrow", "Thu and Fri", "Monday"]
    assert page.lines[3].text == ("School ends at 12:30 PM.",)
    assert page.starts == ("Touch to start.", "Toque para empezar.")
    bare = board_page(asking(Route("board"), WEEKEND, school=school_of(listing(sensitive=True), board=())))
    assert bare.lines


def test_the_board_stays_neutral_for_ever() -> None:
    secret = {kept.listing.name["en"] for kept in center().directory.all() if kept.listing.sensitive}
    for now in (TUESDAY, EVENING, WEEKEND, NO_SCHOOL):
        told = " ".join(sentences(board_page(asking(Route("board"), now))))
        assert not [name for name in secret if name in told]


@pytest.mark.parametrize(
    ("kind", "today", "ahead"),
    [
        ("early-dismissal", "School ends early today. Ask when.", "Tomorrow: school ends early."),
        ("delayed-opening", "School starts late today. Ask when.", "Tomorrow: school starts late."),
    ],
)
def test_a_short_day_whose_time_cannot_be_read_is_still_told(kind: DayKind, today: str, ahead: str) -> None:
    short = SpecialDay(from_=date(2026, 11, 24), to=date(2026, 11, 25), kind=kind, at="noon")
    page = today_page(asking(Route("today"), TUESDAY, PLAIN, school=school_of(calendar=replace(BARE, days=(short,)))))
    said = sentences(page)
    assert today in said
    assert ahead in said
