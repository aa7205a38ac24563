"""Changing rows of hours: only the days that are named change, and what is not said of them stays."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.clock_time import Span
from kiosk.domain.hours_overlap import overlaps
from kiosk.domain.listing import WEEK, Schedule
from kiosk.domain.row_changes import (
    Changed,
    Follow,
    days_of,
    turned,
    with_day,
    with_follow,
    with_row,
    with_typed,
)
from kiosk.domain.typed_hours import read_hours
from tests.domain.hours import day
from tests.domain.typed import row_told
from tests.pages.staff.typed_rows import schedules
from tests.properties import tried

TODAY = day("2026-11-24")
CLINIC = Schedule(
    byday=WEEK[:5],
    opens_at="08:00",
    closes_at="16:00",
    on="school-days",
    short_days="shortened",
    dtstart=day("2026-08-31"),
    until=day("2027-06-11"),
)
CARE = (
    Schedule(byday=WEEK[:5], opens_at="15:15", closes_at="18:00", on="school-days"),
    Schedule(byday=WEEK[:5], opens_at="08:00", closes_at="17:00", on="no-school-days"),
)
NO_KEYS = Follow()


def typed(rows: tuple[Schedule, ...], text: str, follow: Follow = NO_KEYS) -> Changed:
    """What a typed line makes of rows."""
    return with_typed(rows, read_hours(text, TODAY).rows, follow, TODAY)


def told(rows: tuple[Schedule, ...]) -> str:
    """Rows in short words, without the school year they share."""
    return " | ".join(row_told(replace(row, dtstart=None, until=None)) for row in rows)


def test_a_day_that_is_typed_keeps_what_is_not_said_of_it() -> None:
    changed = typed((CLINIC,), "Fri 8-2")
    assert told(changed.rows) == (
        "MO,TU,WE,TH 08:00-16:00 on school-days short days shortened"
        " | FR 08:00-14:00 on school-days short days shortened"
    ).replace("MO,TU,WE,TH", "MO-TH")
    assert {(row.dtstart, row.until) for row in changed.rows} == {(day("2026-08-31"), day("2027-06-11"))}
    assert changed.is_clear
    assert [row.byday for row in changed.read] == [("FR",)]


def test_days_that_had_no_hours_are_added_and_follow_nothing() -> None:
    changed = typed((CLINIC,), "1st Sat 9-11, Sun 10-12")
    assert told(changed.rows).endswith("| SU 10:00-12:00 | 1SA 09:00-11:00")
    assert changed.rows[0] == CLINIC


def test_what_is_said_takes_the_place_of_what_was() -> None:
    changed = typed((CLINIC,), "M-F 9-3 on school days not on short days until Jan 31")
    (row,) = changed.rows
    assert (row.on, row.short_days, row.until, row.dtstart) == (
        "school-days", "cancelled", day("2027-01-31"), day("2026-08-31"),
    )  # fmt: skip


def test_hours_with_school_and_without_are_asked_for_and_told_apart() -> None:
    asked = typed(CARE, "Fri 3-5")
    assert asked.asked == ("FR",)
    assert not asked.is_clear
    assert asked.rows == CARE
    said = typed(CARE, "Fri 3-5 on school days")
    assert told(said.rows) == (
        "MO-TH 15:15-18:00 on school-days | MO-FR 08:00-17:00 on no-school-days | FR 15:00-17:00 on school-days"
    )
    chosen = typed(CARE, "Fri 3-5", Follow(on="no-school-days"))
    assert "FR 15:00-17:00 on no-school-days" in told(chosen.rows)


def test_any_day_can_be_chosen_and_a_weekend_follows_no_school() -> None:
    (row,) = typed((CLINIC,), "M-F 8-4", Follow(on="any-day", short_days="as-usual")).rows
    assert (row.on, row.short_days) == ("any-day", "as-usual")
    assert typed((), "Sat 9-11", Follow(on="school-days")).rows[0].on == "any-day"


def test_two_rows_open_at_once_are_named_and_not_taken() -> None:
    weekly = Schedule(byday=("SA",), opens_at="09:00", closes_at="12:00")
    changed = typed((weekly,), "1st Sat 10-11")
    assert [told(pair) for pair in changed.clashes] == ["SA 09:00-12:00 | 1SA 10:00-11:00"]
    assert not changed.is_clear


def test_one_row_typed_anew_loses_what_is_no_longer_said() -> None:
    changed = with_row((CLINIC,), 0, read_hours("Mon to Wed 9-11", TODAY).rows, TODAY)
    (row,) = changed.rows
    assert row == Schedule(byday=WEEK[:3], opens_at="09:00", closes_at="11:00", dtstart=day("2026-08-31"))


def test_a_day_is_drawn_and_closed_and_drawn_again() -> None:
    shorter = with_day((CLINIC,), (0,), "FR", (Span(480, 720), Span(750, 840)))
    assert "FR 08:00-12:00" in told(shorter)
    assert "FR 12:30-14:00" in told(shorter)
    places = tuple(range(len(shorter)))
    assert with_day(shorter, places, "FR", (Span(480, 960),)) == (CLINIC,)
    assert with_day((CLINIC,), (0,), "MO", ())[0].byday == WEEK[1:5]
    assert told(with_day((), (), "SA", (Span(540, 660),))) == "SA 09:00-11:00"


def test_keys_turn_the_rules_round() -> None:
    follow = Follow()
    ons = []
    for _ in range(4):
        follow = turned(follow, on=True)
        ons.append(follow.on)
    assert ons == ["school-days", "no-school-days", "any-day", "school-days"]
    assert turned(Follow(), on=False).short_days == "shortened"
    assert with_follow((CLINIC,), (0,), Follow(on="any-day"))[0].on == "any-day"


def test_a_series_without_days_has_the_weekday_it_began_on() -> None:
    assert days_of(Schedule(dtstart=day("2026-09-08"))) == ("TU",)
    assert days_of(Schedule(freq="MONTHLY", dtstart=day("2026-09-08"))) == ("8",)
    assert days_of(Schedule(on="school-days")) == WEEK[:5]


@given(schedules(), schedules())
@tried(150)
def test_what_was_not_named_stays_and_nothing_overlaps_unsaid(
    rows: tuple[Schedule, ...], read: tuple[Schedule, ...]
) -> None:
    changed = with_typed(rows, read, Follow(), TODAY)
    named = {code for row in read for code in days_of(row)}
    others = {code for row in rows for code in days_of(row)} - named
    assert {code: day_atoms(rows, code) for code in others} == {code: day_atoms(changed.rows, code) for code in others}
    if changed.is_clear:
        assert not list(overlaps(changed.rows, TODAY))


@given(schedules(), st.sampled_from(WEEK), st.lists(st.integers(1, 5), max_size=4))
@tried(100)
def test_drawing_one_day_leaves_the_others(rows: tuple[Schedule, ...], code: str, lengths: list[int]) -> None:
    spans, start = [], 6 * 60
    for length in lengths:
        spans.append(Span(start, start + length * 30))
        start += length * 30 + 15
    weekly = [place for place, row in enumerate(rows) if row.freq == "WEEKLY" and row.interval == 1]
    after = with_day(rows, weekly, code, spans)
    others = [day_atoms(rows, each) for each in WEEK if each != code]
    assert others == [day_atoms(after, each) for each in WEEK if each != code]


def day_atoms(rows: tuple[Schedule, ...], code: str) -> set[tuple[object, ...]]:
    """What rows say of one day."""
    return {
        (row.opens_at, row.closes_at, row.on, row.short_days, row.until, row.valid_to, row.interval, row.dtstart)
        for row in rows
        if code in days_of(row)
    }
