"""Editing the school year: what is put stands, what is taken is gone, and no other day notices."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.calendar import DayKind, SchoolCalendar, SpecialDay, school_day
from kiosk.domain.day_documents import day_document, day_of, year_document
from kiosk.domain.errors import Refused
from kiosk.domain.school_days import (
    KINDS,
    LONGEST,
    MOST,
    SHORT,
    check_room,
    check_year,
    days_of,
    difference,
    put,
    school_days,
    take,
    taken_back,
    touching,
)
from tests.domain.hours import day, special, year

ABOUT = date(2026, 12, 1)
WINDOW = list(days_of(ABOUT - timedelta(days=40), ABOUT + timedelta(days=40)))
AT: dict[DayKind, tuple[str, ...]] = {"early-dismissal": ("12:30", "13:10"), "delayed-opening": ("10:00", "10:30")}


@st.composite
def special_days(draw: st.DrawFn) -> SpecialDay:
    """An entry near the first of December, of one day or some."""
    kind = draw(st.sampled_from(KINDS))
    first = ABOUT + timedelta(days=draw(st.integers(-12, 12)))
    return SpecialDay(
        from_=first,
        to=first + timedelta(days=draw(st.sampled_from((0, 0, 0, 1, 4, 9)))),
        kind=kind,
        at=draw(st.sampled_from(AT.get(kind, ("",)))),
        reason=draw(st.sampled_from(({}, {"en": "Snow"}, {"en": "Rest", "es": "Descanso"}))),
    )


YEARS = st.lists(special_days(), max_size=8, unique_by=repr).map(lambda days: year(*days))


def of_kind(calendar: SchoolCalendar, kind: DayKind, when: date) -> SpecialDay | None:
    """The entry of one kind that governs a day, whatever lies over it."""
    return next((each for each in reversed(calendar.days) if each.kind == kind and each.touches(when)), None)


@given(YEARS, special_days())
def test_what_is_put_stands_on_its_days_and_no_other_day_differs(calendar: SchoolCalendar, new: SpecialDay) -> None:
    after = put(calendar, new)
    for when in WINDOW:
        if not new.touches(when):
            assert school_day(after, when) == school_day(calendar, when) or same_but_for_bounds(after, calendar, when)
            continue
        assert of_kind(after, new.kind, when) == new
        assert [each.kind for each in after.days if each.kind == new.kind and each.touches(when)] == [new.kind]
        if new.kind == "no-school":
            assert not any(each.touches(when) for each in after.days if each.kind in SHORT)
        elif new.kind in SHORT:
            assert of_kind(after, "no-school", when) is None


def same_but_for_bounds(one: SchoolCalendar, other: SchoolCalendar, when: date) -> bool:
    """Whether a day is of the same kinds, times and reasons, though the entry it belongs to was cut."""
    found, before = school_day(one, when), school_day(other, when)

    def said(each: SpecialDay | None) -> object:
        return each and (each.kind, each.at, each.reason)

    pairs = ((found.closed, before.closed), (found.late, before.late), (found.early, before.early))
    return found.has_school == before.has_school and all(said(a) == said(b) for a, b in pairs)


@given(YEARS, special_days())
def test_putting_it_twice_changes_nothing_more(calendar: SchoolCalendar, new: SpecialDay) -> None:
    once = put(calendar, new)
    assert put(once, new) is once


@given(YEARS, special_days(), st.sets(st.sampled_from(KINDS), min_size=1))
def test_what_is_taken_is_gone_from_there_and_from_nowhere_else(
    calendar: SchoolCalendar, where: SpecialDay, kinds: set[DayKind]
) -> None:
    after = take(calendar, where.from_, where.to, kinds)
    assert touching(after, where.from_, where.to, kinds) == ()
    for when in WINDOW:
        for kind in KINDS:
            if not where.touches(when) or kind not in kinds:
                found, before = of_kind(after, kind, when), of_kind(calendar, kind, when)
                assert (found and (found.at, found.reason)) == (before and (before.at, before.reason))
    assert take(after, where.from_, where.to, kinds) is after


@given(YEARS, special_days())
def test_a_snow_day_leaves_what_it_lies_over_and_goes_without_a_trace(
    calendar: SchoolCalendar, new: SpecialDay
) -> None:
    bare = replace(calendar, days=tuple(each for each in calendar.days if each.kind != "snow-day"))
    snow = SpecialDay(from_=new.from_, to=new.to, kind="snow-day")
    assert take(put(bare, snow), snow.from_, snow.to, ["snow-day"]) == bare


@given(YEARS, special_days(), special_days())
def test_a_change_is_taken_back_whatever_came_after_it(
    calendar: SchoolCalendar, mine: SpecialDay, theirs: SpecialDay
) -> None:
    """Without a change in between the days are what they were; what somebody else put far from it stays."""
    changed = put(calendar, mine)
    change = difference(calendar, changed)
    assert not difference(taken_back(changed, change), calendar)
    far = replace(theirs, from_=theirs.from_ + timedelta(days=90), to=theirs.to + timedelta(days=90))
    assert not difference(taken_back(put(changed, far), change), put(calendar, far))


@given(YEARS)
def test_days_are_the_same_after_a_way_through_json(calendar: SchoolCalendar) -> None:
    assert tuple(day_of(day_document(each)) for each in calendar.days) == calendar.days


@pytest.mark.parametrize(
    "document",
    [
        None,
        "2026-11-26",
        {},
        {"from": "2026-11-26", "to": "2026-11-26", "kind": "holiday"},
        {"from": "soon", "to": "2026-11-26", "kind": "no-school"},
        {"from": "2026-11-26", "to": "2026-11-26", "kind": "no-school", "reason": "Rest"},
    ],
)
def test_what_is_no_day_is_none(document: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        day_of(document)


def test_a_range_is_cut_where_a_day_is_taken_out_of_it() -> None:
    calendar = year(special("2026-12-24..2027-01-03", "no-school", reason="Winter break"))
    after = take(calendar, day("2026-12-28"), day("2026-12-29"))
    assert [(each.from_, each.to) for each in after.days] == [
        (day("2026-12-24"), day("2026-12-27")),
        (day("2026-12-30"), day("2027-01-03")),
    ]


def test_a_day_stands_among_the_others_in_order_of_time() -> None:
    first, second = special("2026-10-12", "no-school"), special("2026-12-24..2027-01-03", "no-school")
    new = special("2026-11-11", "no-school")
    assert put(year(first, second), new).days == (first, new, second)
    assert put(year(new, second), first).days == (first, new, second)
    assert put(year(), new).days == (new,)


def test_an_early_dismissal_says_that_there_is_school() -> None:
    calendar = year(special("2026-11-25..2026-11-27", "no-school", reason="Thanksgiving"))
    after = put(calendar, special("2026-11-25", "early-dismissal", "12:30"))
    assert school_day(after, day("2026-11-25")).has_school is True
    assert school_day(after, day("2026-11-26")).has_school is False


def test_school_days_are_counted() -> None:
    calendar = replace(year(), first_day=day("2026-11-23"), last_day=day("2026-12-04"))
    assert school_days(calendar) == 10
    assert school_days(put(calendar, special("2026-11-26..2026-11-29", "no-school"))) == 8
    assert school_days(put(calendar, special("2026-11-25", "early-dismissal", "12:30"))) == 10
    assert year_document(calendar)["school_days"] == 10


@pytest.mark.parametrize(
    "wrong",
    [
        special("2026-11-27..2026-11-26", "no-school"),
        special("2026-11-27", "early-dismissal"),
        special("2026-11-27", "delayed-opening", "24:00"),
        special("2026-11-27", "early-dismissal", "noon"),
        special("2026-11-27", "no-school", reason="x" * 121),
        SpecialDay(from_=ABOUT, to=ABOUT + timedelta(days=LONGEST), kind="no-school"),
    ],
)
def test_what_can_be_no_special_day_is_refused(wrong: SpecialDay) -> None:
    with pytest.raises(Refused, match=r"\.$"):
        put(year(), wrong)


def test_what_can_be_no_school_year_is_refused() -> None:
    for wrong in (
        {"last_day": date(2026, 8, 30)},
        {"last_day": date(2028, 8, 30)},
        {"starts_at": "15:00"},
        {"dismisses_at": ""},
        {"days": (special("2026-11-27", "early-dismissal"),)},
    ):
        with pytest.raises(Refused, match=r"Nothing was changed"):
            check_year(replace(year(), **wrong))
    full = tuple(SpecialDay(from_=ABOUT, to=ABOUT, kind="no-school") for _ in range(MOST + 1))
    with pytest.raises(Refused, match=r"room"):
        check_room(replace(year(), days=full))


def test_the_last_day_that_can_be_counted_ends_a_range() -> None:
    assert list(days_of(date.max, date.max)) == [date.max]
