"""Listings, calendars and moments for property tests of hours, crowded round the days where hours go wrong."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Literal, TypeVar
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from kiosk.domain.calendar import DayKind, SchoolCalendar, SpecialDay
from kiosk.domain.listing import Listing, Schedule, ScheduleException
from tests.domain.hours import WEEK

T = TypeVar("T")
ZONES = st.sampled_from([ZoneInfo(name) for name in ("America/New_York", "Australia/Lord_Howe", "Europe/Dublin")])

HARD_DAYS = (
    date(2026, 10, 25),  # Dublin puts the clock back
    date(2026, 11, 1),  # New York puts the clock back
    date(2026, 11, 26),  # Thanksgiving
    date(2026, 12, 31),
    date(2027, 3, 14),  # New York puts the clock forward
    date(2027, 3, 28),  # Dublin puts the clock forward
    date(2027, 4, 4),  # Lord Howe puts it back by half an hour
    date(2027, 6, 11),  # the last day of school
    date(2027, 8, 31),  # the calendar's knowledge ends
    date(2028, 2, 29),
)
DAYS = st.builds(lambda hard, off: hard + timedelta(days=off), st.sampled_from(HARD_DAYS), st.integers(-9, 9))


def near(day: date, reach: int = 9) -> st.SearchStrategy[date]:
    """Days within `reach` of `day`."""
    return st.integers(-reach, reach).map(lambda off: day + timedelta(days=off))


TIMES = st.one_of(
    st.sampled_from(["00:00", "01:00", "01:30", "02:00", "02:30", "03:00", "12:30", "15:15", "24:00"]),
    st.builds(lambda hour, minute: f"{hour:02}:{minute:02}", st.integers(0, 23), st.integers(0, 59)),
)
KNOWN_HOURS = st.one_of(
    st.tuples(TIMES, TIMES), st.sampled_from([("19:00", "07:00"), ("00:00", "24:00"), ("08:00", "08:00")])
)


def seldom(rare: st.SearchStrategy[T], mostly: st.SearchStrategy[T]) -> st.SearchStrategy[T]:
    """`rare` in one of eight cases."""
    return st.integers(0, 7).flatmap(lambda eighth: mostly if eighth else rare)


HOURS = seldom(st.sampled_from([("", ""), ("09:00", "")]), KNOWN_HOURS)


@st.composite
def rows(draw: st.DrawFn, about: date) -> Schedule:
    """A row whose series and validity may begin or end near `about`."""
    freq: Literal["WEEKLY", "MONTHLY"] = draw(st.sampled_from(("WEEKLY", "WEEKLY", "MONTHLY")))
    place = st.sampled_from(["", "1", "2", "3", "4", "5", "-1", "-2", "-5"]) if freq == "MONTHLY" else st.just("")
    some = st.lists(st.builds(str.__add__, place, st.sampled_from(WEEK)), min_size=1, max_size=7, unique=True)
    byday = draw(seldom(st.just([]), some | st.sampled_from([list(WEEK), list(WEEK[:5])])))
    opens, closes = draw(HOURS)
    bound: st.SearchStrategy[date | None] = seldom(near(about, 30), st.none())
    return Schedule(
        freq=freq,
        interval=draw(st.sampled_from([1, 1, 1, 2, 3])),
        byday=tuple(byday),
        bymonthday=draw(st.sampled_from([(), (), (), (1, 31), (-1, 13)])) if freq == "MONTHLY" else (),
        dtstart=draw(st.none() | near(about, 30)),
        until=draw(bound),
        valid_from=draw(bound),
        valid_to=draw(bound),
        opens_at=opens,
        closes_at=closes,
        on=draw(st.sampled_from(("any-day", "any-day", "school-days", "no-school-days"))),
        short_days=draw(st.sampled_from(("as-usual", "shortened", "moved", "cancelled"))),
    )


@st.composite
def exceptions(draw: st.DrawFn, about: date) -> ScheduleException:
    """A day or a few near `about`, closed or with other hours."""
    first = draw(near(about, 4))
    closed = draw(st.booleans())
    opens, closes = ("", "") if closed else draw(HOURS)
    length = draw(st.integers(0, 3))
    return ScheduleException(
        from_=first, to=first + timedelta(days=length), closed=closed, opens_at=opens, closes_at=closes
    )


@st.composite
def calendars(draw: st.DrawFn, about: date) -> SchoolCalendar | None:
    """The school year 2026-27 with special days near `about`; now and then no calendar."""
    if draw(st.integers(0, 4)) == 0:
        return None
    days = []
    for _ in range(draw(st.integers(0, 5))):
        first = draw(near(about, 4))
        kind: DayKind = draw(st.sampled_from(("no-school", "early-dismissal", "delayed-opening", "snow-day")))
        to = first + timedelta(days=draw(st.integers(0, 2)))
        days.append(SpecialDay(from_=first, to=to, kind=kind, at=draw(st.sampled_from(["", "10:30"]) | TIMES)))
    return SchoolCalendar(first_day=date(2026, 8, 31), last_day=date(2027, 6, 11), days=tuple(days))


@st.composite
def questions(draw: st.DrawFn) -> tuple[Listing, SchoolCalendar | None, ZoneInfo, datetime]:
    """A listing, its school's calendar and zone, and a moment to ask about."""
    about = draw(DAYS)
    listing = Listing(
        id="x",
        name={"en": "X"},
        schedules=tuple(draw(st.lists(rows(about), min_size=draw(seldom(st.just(0), st.just(1))), max_size=4))),
        schedule_exceptions=tuple(draw(st.lists(exceptions(about), max_size=3))),
        status=draw(st.sampled_from(["active"] * 9 + ["inactive"])),
    )
    minute, second, fold = draw(st.integers(0, 1439)), draw(st.sampled_from([0, 0, 59])), draw(st.integers(0, 1))
    zone = draw(ZONES)
    at = datetime(about.year, about.month, about.day, minute // 60, minute % 60, second, tzinfo=zone, fold=fold)
    return listing, draw(calendars(about)), zone, at
