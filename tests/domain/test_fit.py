"""Whether one listing fits one answer: what is not known never rules it out."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.domain.fit import Fit, fits_age, fits_subject, fits_time, lineage, needs_under, root
from kiosk.domain.listing import Eligibility, Listing, Schedule
from kiosk.domain.needs import WalkAnswer, WalkTime

PARENTS = {"basic": "", "food": "basic", "pantry": "food", "clinic": "", "shots": "clinic"}
TODAY = date(2026, 11, 25)
WEEK = ("MO", "TU", "WE", "TH", "FR")

FIVE_TO_TEN = WalkAnswer(id="5-10", label={}, ages=(5, 10), grades=("K", "1", "2", "3", "4", "5"))
GROWN_UP = WalkAnswer(id="me", label={}, ages=(19, 120))


def listing(*needs: str, **fields: object) -> Listing:
    """A listing with these needs, and the fields that the test is about."""
    eligibility, schedules, supports = fields.get("eligibility"), fields.get("schedules"), fields.get("supports")
    assert eligibility is None or isinstance(eligibility, Eligibility)
    return Listing(
        id="x",
        name={"en": "X"},
        needs=needs,
        supports=supports if isinstance(supports, tuple) else (),
        eligibility=eligibility,
        schedules=schedules if isinstance(schedules, tuple) else (),
        by_appointment=fields.get("by_appointment") is True,
    )


def test_a_need_counts_for_all_that_it_stands_under() -> None:
    assert list(lineage("pantry", PARENTS)) == ["pantry", "food", "basic"]
    assert root("pantry", PARENTS) == "basic"
    assert needs_under({"basic"}, PARENTS) == {"basic", "food", "pantry"}
    assert needs_under({"shots"}, PARENTS) == {"shots"}
    assert needs_under((), PARENTS) == frozenset()
    assert root("unheard-of", PARENTS) == "unheard-of"


@pytest.mark.parametrize(
    ("answer", "fit"),
    [
        (WalkAnswer(id="a", label={}, needs=("basic",)), "yes"),
        (WalkAnswer(id="a", label={}, needs=("food",)), "yes"),
        (WalkAnswer(id="a", label={}, needs=("pantry",)), "yes"),
        (WalkAnswer(id="a", label={}, needs=("clinic",)), "no"),
        (WalkAnswer(id="a", label={}, supports=("family-support-services",)), "yes"),
        (WalkAnswer(id="a", label={}, conditions=("no-home",)), "yes"),
        (WalkAnswer(id="a", label={}, conditions=("husky",)), "no"),
    ],
)
def test_fits_subject(answer: WalkAnswer, fit: Fit) -> None:
    food = listing(
        "pantry", supports=("family-support-services",), eligibility=Eligibility(conditions=("no-home", "other"))
    )
    assert fits_subject(food, answer, needs_under(answer.needs, PARENTS)) == fit


@pytest.mark.parametrize(
    ("eligibility", "child", "grown_up"),
    [
        (None, "unknown", "unknown"),
        (Eligibility(), "unknown", "unknown"),
        (Eligibility(minimum_age=3, maximum_age=12), "yes", "no"),
        (Eligibility(minimum_age=0, maximum_age=4), "no", "no"),
        (Eligibility(maximum_age=5), "yes", "no"),
        (Eligibility(minimum_age=10), "yes", "yes"),
        (Eligibility(minimum_age=11), "no", "yes"),
        (Eligibility(minimum_age=18), "no", "yes"),
        (Eligibility(minimum_age=5, maximum_age=18), "yes", "no"),
        (Eligibility(grades=("3", "4")), "yes", "no"),
        (Eligibility(grades=("6", "7")), "no", "no"),
        (Eligibility(minimum_age=10, maximum_age=13, grades=("6", "7")), "yes", "no"),
        (Eligibility(minimum_age=11, maximum_age=13, grades=("5", "6")), "yes", "no"),
    ],
)
def test_fits_age(eligibility: Eligibility | None, child: Fit, grown_up: Fit) -> None:
    club = listing("clubs", eligibility=eligibility)
    assert fits_age(club, FIVE_TO_TEN, household=False) == child
    assert fits_age(club, GROWN_UP, household=False) == grown_up


@pytest.mark.parametrize(
    ("eligibility", "child", "grown_up"),
    [
        (Eligibility(minimum_age=18), "unknown", "yes"),
        (Eligibility(minimum_age=0, maximum_age=3), "no", "unknown"),
        (Eligibility(minimum_age=0, maximum_age=12), "yes", "unknown"),
        (Eligibility(grades=("K",)), "yes", "unknown"),
    ],
)
def test_the_other_generation_of_a_household_is_not_ruled_out(
    eligibility: Eligibility, child: Fit, grown_up: Fit
) -> None:
    pantry = listing("pantry", eligibility=eligibility)
    assert fits_age(pantry, FIVE_TO_TEN, household=True) == child
    assert fits_age(pantry, GROWN_UP, household=True) == grown_up


def row(byday: tuple[str, ...] = WEEK, opens_at: str = "08:00", closes_at: str = "16:00", **more: object) -> Schedule:
    """A weekly row."""
    until, dtstart = more.get("until"), more.get("dtstart")
    return Schedule(
        byday=byday,
        opens_at=opens_at,
        closes_at=closes_at,
        on="no-school-days" if more.get("on") == "no-school-days" else "any-day",
        until=until if isinstance(until, date) else None,
        dtstart=dtstart if isinstance(dtstart, date) else None,
    )


@pytest.mark.parametrize(
    ("time", "schedules", "fit"),
    [
        ("after-school", (), "unknown"),
        ("after-school", (row(),), "yes"),
        ("after-school", (row(closes_at="15:00"),), "no"),
        ("after-school", (row(opens_at="18:00", closes_at="20:00"),), "no"),
        ("after-school", (row(on="no-school-days"),), "no"),
        ("after-school", (row(("SA",)),), "no"),
        ("after-school", (row(opens_at="", closes_at=""),), "unknown"),
        ("after-school", (row(until=date(2026, 11, 24)),), "no"),
        ("after-school", (row(until=TODAY),), "yes"),
        ("evening", (row(),), "no"),
        ("evening", (row(closes_at="17:30"),), "no"),
        ("evening", (row(closes_at="18:00"),), "yes"),
        ("evening", (row(opens_at="20:00", closes_at="07:00"),), "yes"),
        ("evening", (row(opens_at="22:00", closes_at="06:00"),), "no"),
        ("evening", (row(opens_at="00:00", closes_at="24:00"),), "yes"),
        ("weekend", (row(),), "no"),
        ("weekend", (row(("SU",), "", ""),), "yes"),
        ("weekend", (Schedule(freq="MONTHLY", byday=("1SA",), opens_at="09:00", closes_at="12:00"),), "yes"),
        ("weekend", (Schedule(freq="MONTHLY", byday=("-1FR",), opens_at="09:00", closes_at="12:00"),), "no"),
        ("weekend", (Schedule(freq="MONTHLY", bymonthday=(5,), opens_at="09:00", closes_at="12:00"),), "unknown"),
        ("weekend", (row((), dtstart=date(2026, 11, 28)),), "yes"),
        ("weekend", (row((), dtstart=date(2026, 11, 27)),), "no"),
        ("weekend", (row(), row(("SA",))), "yes"),
    ],
)
def test_fits_time(time: WalkTime, schedules: tuple[Schedule, ...], fit: Fit) -> None:
    there = listing("pantry", schedules=schedules)
    assert fits_time(there, time, TODAY, is_open=False, dismisses_at="15:00") == fit


def test_now_is_what_is_open_and_an_appointment_is_not_closed() -> None:
    hours = (row(),)
    for is_open, fields, fit in (
        (True, {"schedules": hours}, "yes"),
        (False, {"schedules": hours}, "no"),
        (False, {"schedules": ()}, "unknown"),
        (False, {"schedules": hours, "by_appointment": True}, "unknown"),
    ):
        there = listing("pantry", **fields)
        assert fits_time(there, "now", TODAY, is_open=is_open, dismisses_at="15:00") == fit


def test_a_school_that_ends_earlier_has_an_earlier_afternoon() -> None:
    club = listing("clubs", schedules=(row(opens_at="13:30", closes_at="14:30"),))
    assert fits_time(club, "after-school", TODAY, is_open=False, dismisses_at="15:00") == "no"
    assert fits_time(club, "after-school", TODAY, is_open=False, dismisses_at="13:15") == "yes"
