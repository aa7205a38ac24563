"""A school's calendar file: which days each of its events takes place on, and that no file does harm."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.calendar import SchoolCalendar
from kiosk.domain.errors import Refused
from kiosk.domain.feed import FeedEvent, Occurrence
from kiosk.exchange.ical import LARGEST, MOST, read_feed
from kiosk.exchange.ical_out import write_feed
from tests.domain.hours import day, special, year
from tests.domain.test_school_days import YEARS
from tests.exchange.feeds import FIRST, LAST, ZONE, event, file, read
from tests.properties import tried

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def spans(found: FeedEvent) -> list[str]:
    """Its days: `2026-12-24..2027-01-03`."""
    return [f"{each.first}..{each.last}" if each.first != each.last else f"{each.first}" for each in found.occurrences]


def only(*lines: str) -> FeedEvent:
    """The one event of a file."""
    events = read(event(*lines)).events
    assert len(events) == 1
    return events[0]


def test_whole_days_end_the_day_before_their_end_and_without_one_on_their_day() -> None:
    """ICSImport 14, nextcloud/calendar 888: a span ended one day late."""
    recess, king = read(
        event("Winter recess", "DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20270104"),
        event("No school", "DTSTART;VALUE=DATE:20270118"),
    ).events
    assert (recess.title, spans(recess)) == ("Winter recess", ["2026-12-24..2027-01-03"])
    assert spans(king) == ["2027-01-18"]


def test_a_skipped_date_written_as_a_date_counts_for_an_event_with_a_time() -> None:
    """sabre-io/vobject 555, nextcloud/server 44600: the skipped meeting still showed."""
    found = only(
        "Early dismissal",
        "DTSTART;TZID=America/New_York:20270112T153000",
        "DTEND;TZID=America/New_York:20270112T163000",
        "RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20270202",
        "EXDATE;VALUE=DATE:20270119",
    )
    assert spans(found) == ["2027-01-12", "2027-01-26", "2027-02-02"]
    assert {(each.starts, each.ends) for each in found.occurrences} == {("15:30", "16:30")}
    assert found.problem == ""


@pytest.mark.parametrize(
    ("lines", "want"),
    [
        (("DTSTART;VALUE=DATE:20261126", "DTEND;VALUE=DATE:20261126"), ["2026-11-26"]),  # its end is its start
        (("DTSTART;VALUE=DATE:20261126", "DTEND;VALUE=DATE:20261120"), ["2026-11-26"]),  # its end comes first
        (("DTSTART;VALUE=DATE:20261126", "DURATION:P2D"), ["2026-11-26..2026-11-27"]),
        (("DTSTART:20261126T000000", "DTEND:20261128T000000"), ["2026-11-26..2026-11-27"]),  # midnight to midnight
        (("DTSTART:20261211T173000Z",), ["2026-12-11"]),
        (("DTSTART:20261212T030000Z",), ["2026-12-11"]),  # still the evening before, at school
        (("DTSTART;TZID=Eastern Standard Time:20261211T123000",), ["2026-12-11"]),
        (("DTSTART:20261211T220000", "DTEND:20261212T010000"), ["2026-12-11..2026-12-12"]),
        (("DTSTART:20261211T220000", "DTEND:20261212T000000"), ["2026-12-11"]),
    ],
)
def test_the_days_of_one_event(lines: tuple[str, ...], want: list[str]) -> None:
    assert spans(only("No school", *lines)) == want


def test_a_moment_elsewhere_is_told_by_the_clock_at_school() -> None:
    assert only("x", "DTSTART:20261211T173000Z").occurrences == (
        Occurrence(day("2026-12-11"), day("2026-12-11"), "12:30"),
    )


@pytest.mark.parametrize(
    ("rule", "want"),
    [
        ("RRULE:FREQ=WEEKLY;COUNT=2", ["2027-01-12", "2027-01-19"]),
        ("RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20270209T045959Z", ["2027-01-12", "2027-01-26"]),
        ("RRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=3", ["2027-01-12", "2027-02-09", "2027-03-09"]),
        ("RRULE:FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1;COUNT=2", ["2027-01-26", "2027-02-23"]),
        ("RRULE:FREQ=MONTHLY;BYMONTHDAY=12;COUNT=2", ["2027-01-12", "2027-02-12"]),
        ("RRULE:FREQ=DAILY;BYDAY=MO,WE;COUNT=2", ["2027-01-13", "2027-01-18"]),
        ("RRULE:FREQ=YEARLY", ["2027-01-12"]),
        ("RDATE;VALUE=DATE:20270114,20270115", ["2027-01-12", "2027-01-14", "2027-01-15"]),
        ("RRULE:FREQ=DAILY;COUNT=3\r\nEXDATE:20270113T153000", ["2027-01-12", "2027-01-14"]),
        (
            "RRULE:FREQ=DAILY;COUNT=4\r\nEXDATE:20270113T153000,20270114T153000\r\nEXDATE:20270115T153000",
            ["2027-01-12"],
        ),
    ],
)
def test_the_days_of_an_event_that_repeats(rule: str, want: list[str]) -> None:
    assert spans(only("x", "DTSTART:20270112T153000", rule)) == want


def test_a_series_until_a_moment_ends_with_what_has_begun_by_then() -> None:
    """`UNTIL` in UTC: midnight there is the evening before here."""
    found = only("x", "DTSTART;TZID=America/New_York:20270112T153000", "RRULE:FREQ=WEEKLY;UNTIL=20270202T000000Z")
    assert spans(found) == ["2027-01-12", "2027-01-19", "2027-01-26"]
    found = only("x", "DTSTART;TZID=America/New_York:20270112T153000", "RRULE:FREQ=WEEKLY;UNTIL=20270202T203000Z")
    assert spans(found)[-1] == "2027-02-02"


def test_a_series_is_counted_within_the_year_only() -> None:
    found = only("x", "DTSTART;VALUE=DATE:20200106", "RRULE:FREQ=WEEKLY")
    assert (found.occurrences[0].first, found.occurrences[-1].last) == (day("2026-08-31"), day("2027-06-07"))


def test_an_event_that_was_moved_or_called_off_does_not_stand_on_its_old_day() -> None:
    series = event("Half day", "UID:a", "DTSTART;VALUE=DATE:20270112", "RRULE:FREQ=WEEKLY;COUNT=3")
    moved = event("Half day", "UID:a", "RECURRENCE-ID;VALUE=DATE:20270119", "DTSTART;VALUE=DATE:20270120")
    off = event(
        "Half day", "UID:a", "STATUS:CANCELLED", "RECURRENCE-ID;VALUE=DATE:20270126", "DTSTART;VALUE=DATE:20270126"
    )
    assert [spans(each) for each in read(series, moved, off).events] == [["2027-01-12"], ["2027-01-20"]]


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (("DTSTAMP:20260101T000000Z",), "no-day"),
        (("DTSTART:soon",), "broken"),
        (("DTSTART;TZID=Mars/Base:20261211T123000",), "zone"),
        (("DTSTART;VALUE=DATE:20261211", "DTEND;VALUE=DATE:99991231"), "too-long"),
        (("DTSTART;VALUE=DATE:20261211", "DURATION:P99999999D"), "broken"),
        (("DTSTART;VALUE=DATE:20261211", "RRULE:FREQ=SECONDLY"), "rule"),
        (("DTSTART;VALUE=DATE:20261211", "RRULE:FREQ=DAILY;BYHOUR=3"), "rule"),
        (("DTSTART;VALUE=DATE:20261211", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), "rule"),
        (("DTSTART;VALUE=DATE:20261211", "RRULE:FREQ=DAILY;INTERVAL=7;BYDAY=MO"), "rule"),
        (("DTSTART;VALUE=DATE:20261211", "RRULE:FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30"), "rule"),
        (("DTSTART;VALUE=DATE:19000101", "RRULE:FREQ=DAILY"), "rule"),
        (("DTSTART;VALUE=DATE:20261211", "EXDATE:xx", "RRULE:FREQ=DAILY;COUNT=3"), "broken"),
        (("DTSTART;VALUE=DATE:20261211", "DTSTART;VALUE=DATE:20261212"), "broken"),
        (("DTSTART:00010101T000000Z",), "broken"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_title_and_costs_no_other(lines: tuple[str, ...], problem: str) -> None:
    strange, fine = read(event("Strange", *lines), event("Fine", "DTSTART;VALUE=DATE:20261211")).events
    assert (strange.title, strange.problem, strange.occurrences) == ("Strange", problem, ())
    assert spans(fine) == ["2026-12-11"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Hello",
        b"BEGIN:VCALENDAR",
        b"\xff\xfe\x00\x00",
        b"END:VCALENDAR",
        file(event("No school", "DTSTART;VALUE=DATE:20261211"))[:-20],
        b"BEGIN:VEVENT\r\n" * 3000,
        b"<html><body>Sign in</body></html>",
        b"x" * (LARGEST + 1),
        file(*["BEGIN:VEVENT\r\nEND:VEVENT"] * (MOST + 1)),
    ],
)
def test_what_is_no_calendar_file_or_far_too_large_is_refused(content: bytes) -> None:
    with pytest.raises(Refused, match=r"Nothing was changed\.$"):
        read_feed(content, ZONE, FIRST, LAST)


def test_no_title_reaches_a_terminal_raw() -> None:
    assert (
        only("SUMMARY:No \x1b[31mschool\u202e\\nnow\\, here", "DTSTART;VALUE=DATE:20261211").title
        == "No [31mschool now, here"
    )


def test_a_thousand_repetitions_that_never_come_take_no_time() -> None:
    """Each of these alone is searched for seconds, to the year 9999, by who counts without looking first."""
    rules = (
        "FREQ=DAILY;BYSETPOS=2",
        "FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31",
        "FREQ=YEARLY;BYMONTH=2",
        "FREQ=MONTHLY;BYDAY=5MO;BYSETPOS=4",
    )
    events = [event("x", "DTSTART;VALUE=DATE:20270131", f"RRULE:{rule}") for rule in rules] * 200
    began = time.process_time()
    found = read(*events).events
    assert time.process_time() - began < 10
    assert {each.problem for each in found} == {"rule"}


@given(YEARS)
@settings(max_examples=40)
def test_a_year_written_and_read_back_is_the_same(calendar: SchoolCalendar) -> None:
    feed = read_feed(write_feed(calendar, "Oak, School; [b]", NOON), ZONE, FIRST, LAST)
    assert tuple(each.own for each in feed.events) == calendar.days
    assert [(each.occurrences[0].first, each.occurrences[0].last) for each in feed.events] == [
        (special.from_, special.to) for special in calendar.days
    ]


def test_what_was_moved_since_it_was_written_is_read_by_its_title() -> None:
    content = write_feed(year(special("2026-12-11", "early-dismissal", "11:40", "Half day")), "Oak", NOON)
    moved = content.replace(b"20261211", b"20261214").replace(b"20261212", b"20261215")
    found = read_feed(moved, ZONE, FIRST, LAST).events[0]
    assert (found.own, found.title, spans(found)) == (None, "Early dismissal 11:40: Half day", ["2026-12-14"])


LINES = st.sampled_from(
    (
        "DTSTART;VALUE=DATE:20261211", "DTSTART:20261211T123000Z", "DTSTART;TZID=America/New_York:20261211T123000",
        "DTEND;VALUE=DATE:20261214", "DTEND:20261211T133000Z", "DURATION:PT1H", "DURATION:-P1D", "RRULE:;;;",
        "RRULE:FREQ=WEEKLY;COUNT=3", "RRULE:FREQ=MONTHLY;BYDAY=-1FR", "EXDATE;VALUE=DATE:20261211",
        "RDATE;VALUE=PERIOD:20261211T123000Z/PT1H", "RECURRENCE-ID:20261211T123000Z", "STATUS:CANCELLED",
        "X-KIOSK-DAY:{", "X-KIOSK-DAY:[]", "BEGIN:VALARM", "END:VALARM", "END:VEVENT", "BEGIN:VEVENT", "UID:a",
        "SUMMARY:No school", " folded",
    )
)  # fmt: skip


@given(st.lists(st.one_of(LINES, st.text(max_size=30)), max_size=12))
@tried(300)
def test_whatever_stands_in_a_file_it_is_read_or_refused(lines: list[str]) -> None:
    content = file("BEGIN:VEVENT", *lines, "END:VEVENT").decode().encode("utf-8", "replace")
    try:
        feed = read_feed(content, ZONE, FIRST, LAST)
    except Refused:
        return
    for found in feed.events:
        assert found.problem or found.occurrences is not None
        assert all(each.first <= each.last for each in found.occurrences)
        assert all(date(1, 1, 1) <= each.first for each in found.occurrences)


def test_an_event_of_this_programs_own_with_other_days_is_not_believed() -> None:
    own = '{"from": "2026-12-11", "to": "2026-12-11", "kind": "no-school"}'.replace(",", "\\,")
    found = only("Party", "DTSTART;VALUE=DATE:20261218", f"X-KIOSK-DAY:{own}")
    assert found == replace(found, own=None)
