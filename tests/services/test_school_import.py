"""A school's calendar file taken into the school year: what it would change, and what it leaves to a person."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.calendar_text import fresh
from kiosk.domain.calendar import SchoolCalendar, SpecialDay, is_school_day, school_day
from kiosk.domain.errors import ChangedElsewhere, Refused
from kiosk.domain.feed import Feed, FeedEvent, Occurrence
from kiosk.domain.school_days import days_of, put
from kiosk.exchange.ical import read_feed
from kiosk.services.school_import import Preview, Usual, joined, preview
from kiosk.services.school_year import SchoolYear
from kiosk.words.offer import words_for
from tests.domain.hours import day, special, year
from tests.domain.test_school_days import WINDOW, YEARS
from tests.exchange.feeds import FIRST, LAST, ZONE, event, file
from tests.services.schools import NOW, content
from tests.services.years import PaperFile, PaperNotes, school_year

HALF = ("DTSTART;TZID=America/New_York:20261211T{start}", "DTEND;TZID=America/New_York:20261211T{end}")


def shown(*events: str, calendar: SchoolCalendar | None = None, usual: Usual | None = None) -> Preview:
    """What taking such a file would do to a year without special days."""
    feed = read_feed(file(*events), ZONE, FIRST, LAST)
    return preview(feed, calendar if calendar is not None else year(), usual)


def on(when: str, title: str) -> str:
    """An event of one whole day."""
    return event(title, f"DTSTART;VALUE=DATE:{when.replace('-', '')}")


def test_a_recess_ends_on_its_last_day_and_school_is_the_day_after() -> None:
    """The field case: all-day ends are exclusive, and an event without an end is one day."""
    found = shown(
        event("Winter recess", "DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20270104"),
        on("2027-01-18", "No School"),
    )
    assert found.added == (
        special("2026-12-24..2027-01-03", "no-school", reason="Winter recess"),
        special("2027-01-18", "no-school"),
    )
    taken = year(*found.added)
    assert is_school_day(taken, day("2027-01-01")) is False
    assert is_school_day(taken, day("2027-01-04")) is True
    assert is_school_day(taken, day("2027-01-19")) is True


def test_a_dismissal_that_repeats_skips_the_day_that_is_taken_out() -> None:
    found = shown(
        event(
            "Early dismissal 12:30",
            "DTSTART;TZID=America/New_York:20270112T123000",
            "DTEND;TZID=America/New_York:20270112T133000",
            "RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20270202",
            "EXDATE;VALUE=DATE:20270119",
        )
    )
    assert [each.from_.isoformat() for each in found.added] == ["2027-01-12", "2027-01-26", "2027-02-02"]
    assert found.unread == ()


def test_each_short_day_keeps_its_own_time() -> None:
    """The field case: one time a kind is wrong on the other days."""
    found = shown(on("2026-10-14", "Early dismissal 1:10"), on("2026-12-11", "Early dismissal 11:40"))
    taken = year(*found.added)
    times = [school_day(taken, day(when)).early for when in ("2026-10-14", "2026-12-11")]
    assert [each.at for each in times if each] == ["13:10", "11:40"]


@pytest.mark.parametrize(
    ("title", "start", "end", "want"),
    [
        ("Early dismissal", "123000", "123000", "12:30"),
        ("Early dismissal", "123000", "130000", "12:30"),  # a short event marks the moment it begins
        ("Early dismissal", "123000", "150000", "12:30"),  # until school would have ended
        ("Early dismissal", "083000", "123000", "12:30"),  # the hours of school that day
        ("Early dismissal", "100000", "123000", "no-time"),  # nobody knows which end is meant
        ("Early dismissal 11:40", "123000", "133000", "11:40"),  # the title says it
        ("Early dismissal 7:30", "123000", "133000", "odd-time"),
        ("Early dismissal 3:00", "123000", "133000", "odd-time"),  # that is when school ends anyway
        ("Early dismissal", "180000", "190000", "no-time"),
        ("Delayed opening", "083000", "103000", "10:30"),
        ("Delayed opening", "103000", "103000", "10:30"),
        ("2-hour delay", "083000", "150000", "10:30"),
    ],
)
def test_the_time_of_a_short_day(title: str, start: str, end: str, want: str) -> None:
    found = shown(event(title, *(line.format(start=start, end=end) for line in HALF)))
    told = [each.at for each in found.added] or [each.why for each in found.unread]
    assert told == [want]


def test_a_short_day_without_a_time_takes_the_usual_one_only_when_somebody_says_it() -> None:
    events = (on("2026-12-11", "Half Day"), on("2026-12-14", "Late start"))
    found = shown(*events)
    assert found.added == () and [each.why for each in found.unread] == ["no-time", "no-time"]
    found = shown(*events, usual=Usual(early="12:45", late="10:00"))
    assert [(each.kind, each.at) for each in found.added] == [
        ("early-dismissal", "12:45"),
        ("delayed-opening", "10:00"),
    ]


def test_what_is_not_understood_is_listed_what_is_near_first() -> None:
    found = shown(
        on("2026-10-01", "Picture Day"),
        on("2026-11-03", "No school - grades 9-12"),
        on("2026-10-12", "Columbus Day"),
        event("Early dismissal 12:30", "DTSTART;TZID=Mars/Base:20261211T123000"),
        event("Early dismissal 12:30", "DTSTART;VALUE=DATE:20261211", "RRULE:FREQ=HOURLY"),
    )
    assert found.days == ()
    assert [(each.title, each.why, each.is_near) for each in found.unread] == [
        ("No school - grades 9-12", "only-some", True),
        ("Early dismissal 12:30", "zone", True),
        ("Early dismissal 12:30", "rule", True),
        ("Picture Day", "no-kind", False),
        ("Columbus Day", "no-kind", False),
    ]


def test_a_file_that_says_two_things_of_one_day_is_asked_about() -> None:
    found = shown(
        on("2026-11-25", "No School"),
        on("2026-11-25", "Early dismissal 12:30"),
        on("2026-12-11", "Early dismissal 11:40"),
        on("2026-12-11", "Early dismissal 12:30"),
        on("2026-12-14", "Late start 10:00"),
        on("2026-12-14", "Early dismissal 12:30"),
    )
    assert [each.why for each in found.unread] == ["contradicts"] * 4
    assert [each.kind for each in found.added] == ["early-dismissal", "delayed-opening"]


def test_what_the_year_says_already_is_counted_and_keeps_its_reason() -> None:
    calendar = year(
        special("2026-11-26..2026-11-27", "no-school", reason="Thanksgiving"),
        special("2026-12-11", "early-dismissal", "11:40", "Half day"),
    )
    found = shown(
        event("Thanksgiving recess", "DTSTART;VALUE=DATE:20261126", "DTEND;VALUE=DATE:20261128"),
        on("2026-12-11", "Early dismissal 12:30"),
        on("2026-12-14", "No School"),
        on("2027-07-05", "No School"),
        calendar=calendar,
    )
    assert (found.same, found.outside, len(found.added)) == (1, 1, 1)
    assert [(each.new.at, each.old) for each in found.changed] == [("12:30", (calendar.days[1],))]


def test_a_break_that_is_written_day_by_day_is_one_entry() -> None:
    days = ("2026-12-24", "2026-12-25", "2026-12-28", "2026-12-29", "2027-01-04")
    found = shown(*(on(when, "No School - Winter recess") for when in days))
    assert [(each.from_.isoformat(), each.to.isoformat()) for each in found.added] == [
        ("2026-12-24", "2026-12-29"),
        ("2027-01-04", "2027-01-04"),
    ]


def test_far_too_many_days_are_refused() -> None:
    events = (
        event(f"Early dismissal 12:{number % 60:02}", "DTSTART;VALUE=DATE:20260901", "RRULE:FREQ=DAILY")
        for number in range(4)
    )
    with pytest.raises(Refused, match=r"Nothing was changed"):
        shown(*events)


def test_it_is_taken_as_it_was_shown_and_undone_in_one(tmp_path: Path) -> None:
    years = school_year(tmp_path)
    before = years.calendar()
    assert before is not None
    feed = read_feed(file(on("2026-12-11", "Early dismissal 12:30"), on("2026-12-14", "No School")), ZONE, FIRST, LAST)
    done = years.take_in(preview(feed, before), "ana")
    assert done.calendar is not None and preview(feed, done.calendar).days == ()
    last = years.last()
    assert last is not None and last.why == "import"
    assert years.undo("ana").calendar == before


def test_a_day_that_somebody_changed_since_it_was_shown_takes_nothing_in(tmp_path: Path) -> None:
    years = school_year(tmp_path)
    before = years.calendar()
    assert before is not None
    feed = read_feed(file(on("2026-12-11", "Early dismissal 12:30"), on("2026-12-14", "No School")), ZONE, FIRST, LAST)
    found = preview(feed, before)
    years.put([special("2026-12-14", "delayed-opening", "10:00")], "ben")
    with pytest.raises(ChangedElsewhere):
        years.take_in(found, "ana")
    stands = years.calendar()
    assert stands is not None and not school_day(stands, day("2026-12-14")).closed


TITLES = st.sampled_from(
    (
        "No School", "Winter recess", "Early Dismissal 12:30", "Early dismissal", "Late start 10:30", "2-hour delay",
        "Snow day", "Salida temprana 1:10", "No hay clases", "PTA meeting", "No school - K only", "Labor Day",
    )
)  # fmt: skip


@st.composite
def feeds(draw: st.DrawFn) -> Feed:
    """Some events near the first of December."""
    events = []
    for _ in range(draw(st.integers(0, 7))):
        first = date(2026, 12, 1) + timedelta(days=draw(st.integers(-9, 9)))
        last = first + timedelta(days=draw(st.sampled_from((0, 0, 1, 5))))
        starts, ends = draw(st.sampled_from((("", ""), ("12:30", ""), ("08:30", "12:30"), ("10:30", "11:00"))))
        events.append(FeedEvent(title=draw(TITLES), occurrences=(Occurrence(first, last, starts, ends),)))
    return Feed(tuple(events))


@given(feeds(), YEARS)
def test_taking_a_file_in_is_done_once_says_what_it_does_and_is_undone(feed: Feed, calendar: SchoolCalendar) -> None:
    paper = PaperFile(fresh(calendar))
    years = SchoolYear(paper, PaperNotes(), lambda: NOW)
    before, text = years.calendar(), paper.text
    assert before is not None
    found = preview(feed, before)
    after = years.take_in(found, "ana").calendar
    assert after is not None
    again = preview(feed, after)
    assert (again.days, again.unread) == ((), found.unread)
    untouched = [when for when in WINDOW if not any(each.touches(when) for each in found.days)]
    assert all(facts(after, when) == facts(before, when) for when in untouched)
    if found.days:
        years.undo("ana")
    assert paper.text == text


def facts(calendar: SchoolCalendar, when: date) -> object:
    """What the year says of a day, whichever entry says it."""
    found = school_day(calendar, when)
    return [each and (each.kind, each.at, each.reason) for each in (found.closed, found.late, found.early)]


@given(st.lists(st.integers(0, 30), max_size=12))
def test_joining_days_changes_no_day(offsets: list[int]) -> None:
    days = [SpecialDay(from_=each, to=each, kind="no-school") for each in map(FIRST.__add__, map(timedelta, offsets))]
    apart, together, days_end = year(), year(), FIRST + timedelta(days=40)
    for each in days:
        apart = put(apart, each)
    for each in joined(days):
        together = put(together, each)
    assert all(is_school_day(apart, when) == is_school_day(together, when) for when in days_of(FIRST, days_end))
    assert joined(joined(days)) == joined(days)


def test_a_reason_that_is_known_is_told_in_every_language_of_the_school() -> None:
    words = words_for(content(), "US-CT")
    speeches = {code: words(code) for code in ("en", "es")}
    feed = read_feed(
        file(
            on("2026-12-28", "Winter Recess"),
            on("2027-01-18", "No School - Martin Luther King Jr. Day"),
            on("2027-04-12", "No hay clases: Vacaciones de primavera"),
            on("2027-05-03", "No School: Oak family day"),
        ),
        ZONE,
        FIRST,
        LAST,
    )
    assert [each.reason for each in preview(feed, year(), None, speeches).added] == [
        {"en": "Winter Recess", "es": "Vacaciones de invierno"},
        {"en": "Martin Luther King Jr. Day", "es": "Día de Martin Luther King"},
        {"en": "Spring break", "es": "Vacaciones de primavera"},
        {"en": "Oak family day"},
    ]
