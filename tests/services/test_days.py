"""Today's board, and who has my child on a day without school."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kiosk.domain.listing import Listing, ScheduleException
from tests.services.schools import ELSEWHERE, HERE, NOW, TUESDAY, at, directory, hours

WEDNESDAY, FRIDAY = date(2026, 11, 25), date(2026, 11, 27)


def here(id: str, opens: str, closes: str, *days: str, on: str = "any-day", short: str = "as-usual") -> Listing:
    """A listing at this school, with one row of hours."""
    rows = hours(opens, closes, *days, on=on, short=short)
    return Listing(id=id, name={"en": id}, needs=("care",), location=HERE, schedules=rows)


def test_today_goes_by_the_clock_and_shows_this_school_only() -> None:
    school = directory(
        here("evening", "18:30", "20:00"),
        here("morning", "08:00", "12:00"),
        here("not-today", "08:00", "12:00", "MO"),
        Listing(id="away", name={}, location=ELSEWHERE, schedules=hours("08:00", "12:00")),
    )
    board = school.today(TUESDAY)
    assert [(each.kept.id, each.start, each.end, each.off) for each in board] == [
        ("morning", at(8), at(12), False),
        ("evening", at(18, 30), at(20), False),
    ]


def test_a_club_called_off_stands_where_it_would_have_started_and_says_why() -> None:
    school = directory(
        here("care", "12:30", "17:30", on="any-day"),
        here("soccer", "15:15", "16:30", on="school-days", short="cancelled"),
        here("game-night", "18:30", "20:00"),
    )
    board = school.today(WEDNESDAY)
    assert [(each.kept.id, each.off) for each in board] == [("care", False), ("soccer", True), ("game-night", False)]
    soccer = board[1]
    assert soccer.reason == {"en": "Family meetings"}
    assert (soccer.start, soccer.end, soccer.usual) == (None, None, at(15, 15, day=25))
    assert board[0].reason == {}
    assert [each.kept.id for each in school.today(WEDNESDAY, at(16, 29, day=25))] == ["care", "soccer", "game-night"]
    assert [each.kept.id for each in school.today(WEDNESDAY, at(16, 30, day=25))] == ["care", "game-night"]


def test_an_exception_calls_off_too_but_only_on_a_day_it_would_have_been_on() -> None:
    training = ScheduleException(from_=TUESDAY, to=WEDNESDAY, closed=True, reason={"en": "Training"})
    clinic = Listing(
        id="clinic",
        name={},
        location=HERE,
        schedules=hours("08:00", "12:00", "TU"),
        schedule_exceptions=(training,),
    )
    school = directory(clinic)
    (off,) = school.today(TUESDAY)
    assert (off.off, off.reason, off.usual) == (True, {"en": "Training"}, at(8))
    assert school.today(WEDNESDAY) == ()


def test_what_follows_the_school_is_not_called_off_where_there_would_be_no_school() -> None:
    """After the last day of school nothing that keeps to school days would have been on."""
    july = date(2027, 7, 6)
    closed = ScheduleException(from_=july, to=july, closed=True, reason={"en": "Training"})
    club = replace(here("club", "15:15", "16:30", on="school-days"), schedule_exceptions=(closed,))
    shelf = replace(here("shelf", "15:15", "16:30"), schedule_exceptions=(closed,))
    assert [each.kept.id for each in directory(club, shelf).today(july)] == ["shelf"]


def test_as_the_day_goes_on_what_is_over_leaves_the_board() -> None:
    two_spans = Listing(
        id="clinic",
        name={},
        location=HERE,
        schedules=(*hours("08:00", "12:00"), *hours("12:30", "16:00")),
    )
    school = directory(two_spans, here("early", "07:00", "08:00"), here("late", "17:00", "18:00"))
    whole_day = {each.kept.id: (each.start, each.end) for each in school.today(TUESDAY)}
    assert whole_day["clinic"] == (at(8), at(16))
    morning = school.today(TUESDAY, at(9))
    assert [each.kept.id for each in morning] == ["clinic", "late"]
    assert (morning[0].start, morning[0].end) == (at(8), at(12)), "until noon, not until four: there is a gap"
    noon = school.today(TUESDAY, at(12, 10))
    assert (noon[0].kept.id, noon[0].start) == ("clinic", at(12, 30))
    assert [each.kept.id for each in school.today(TUESDAY, NOW)] == ["clinic", "late"]
    assert school.today(TUESDAY, at(20)) == ()


def test_what_is_open_now_stands_before_what_comes() -> None:
    school = directory(
        here("from-three", "15:00", "18:00"), here("from-one", "13:00", "16:00"), here("x", "16:00", "17:00")
    )
    assert [each.kept.id for each in school.today(TUESDAY, NOW)] == ["from-one", "from-three", "x"]


def test_a_board_is_built_once_while_the_listings_stay() -> None:
    school = directory(here("care", "12:30", "17:30"))
    assert school.today(TUESDAY) is school.today(TUESDAY)
    assert school.today(WEDNESDAY) is not school.today(TUESDAY)


def test_who_has_my_child_on_a_day_without_school() -> None:
    def place(id: str, need: str, opens: str, closes: str, where: object, on: str = "any-day") -> Listing:
        assert where is HERE or where is ELSEWHERE
        location = HERE if where is HERE else ELSEWHERE
        return Listing(id=id, name={}, needs=(need,), location=location, schedules=hours(opens, closes, on=on))

    school = directory(
        place("youth-center", "clubs", "07:30", "18:00", ELSEWHERE),
        place("movies", "care", "10:00", "13:00", ELSEWHERE),
        place("care-room", "care", "08:00", "17:30", HERE, on="no-school-days"),
        place("homework", "clubs", "15:00", "16:00", HERE, on="school-days"),
        place("pantry", "pantry", "08:00", "16:00", HERE),
        place("visits", "home-visits", "08:00", "16:00", HERE),
        Listing(id="ask", name={}, needs=("care",), location=ELSEWHERE),
    )
    friday = school.open_on(FRIDAY)
    assert [each.kept.id for each in friday] == ["care-room", "youth-center", "movies", "ask"]
    assert (friday[0].start, friday[0].end) == (at(8, day=27), at(17, 30, day=27))
    assert (friday[-1].spans, friday[-1].off, friday[-1].start) == ((), False, None)
