"""What a guided walk finds: the reasons, what is let go when nothing fits, and never more than that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from kiosk.domain.listing import Eligibility, Listing, Schedule
from kiosk.domain.matching import Asked, Found, find
from kiosk.domain.needs import WalkAnswer, WalkQuestionId

PARENTS = {
    "basic": "", "food": "basic", "pantry": "food", "rent-help": "basic", "shelter": "basic",
    "after-school": "", "clubs": "after-school", "care": "after-school", "kinship": "after-school",
    "clinic": "", "shots": "clinic",
}  # fmt: skip
SATURDAY = Schedule(byday=("SA",), opens_at="09:00", closes_at="12:00")
WORKDAYS = Schedule(byday=("MO", "TU", "WE", "TH", "FR"), opens_at="08:00", closes_at="16:00")

PANTRY = Listing(
    id="pantry", name={}, needs=("pantry",), schedules=(WORKDAYS,), eligibility=Eligibility(minimum_age=18)
)
SHELTER = Listing(id="shelter", name={}, needs=("shelter",), eligibility=Eligibility(conditions=("no-home",)))
CLUB = Listing(
    id="club", name={}, needs=("clubs",), schedules=(WORKDAYS,), eligibility=Eligibility(minimum_age=8, maximum_age=12)
)
CARE = Listing(
    id="care", name={}, needs=("care",), schedules=(WORKDAYS,), eligibility=Eligibility(minimum_age=5, maximum_age=10)
)
SHOTS = Listing(id="shots", name={}, needs=("shots",), schedules=(SATURDAY,))
KIN = Listing(id="kin", name={}, needs=("kinship",), schedules=(SATURDAY,), eligibility=Eligibility(minimum_age=18))
ALL = (PANTRY, SHELTER, CLUB, CARE, SHOTS, KIN)

CHILD = WalkAnswer(id="5-10", label={}, ages=(5, 10), grades=("K", "1", "2", "3", "4", "5"))
TEEN = WalkAnswer(id="14-18", label={}, ages=(14, 18))
ME = WalkAnswer(id="me", label={}, ages=(19, 120))
FOOD = WalkAnswer(id="food", label={}, needs=("food",))
CLUBS = WalkAnswer(id="clubs", label={}, needs=("clubs",))
NOTHING_LISTED = WalkAnswer(id="rent", label={}, needs=("rent-help",))
WEEKEND = WalkAnswer(id="weekend", label={}, time="weekend")
NOW = WalkAnswer(id="now", label={}, time="now")
ANY = WalkAnswer(id="any", label={})
NO_HOME = WalkAnswer(id="no-home", label={}, needs=("shelter",), conditions=("no-home",))
GRANDCHILD = WalkAnswer(id="grandchild", label={}, needs=("kinship",))


def found(listings: tuple[Listing, ...] = ALL, open_now: tuple[str, ...] = (), **said: WalkAnswer) -> Found:
    """What these answers find."""
    ids: Mapping[str, WalkQuestionId] = {
        "who": "who", "age": "age", "what": "what", "when": "when", "special": "special",
    }  # fmt: skip
    answers = {ids[name]: answer for name, answer in said.items()}
    asked = Asked(answers, PARENTS, date(2026, 11, 25), lambda listing: listing.id in open_now, "15:00")
    return find(asked, listings)


def reasons(found: Found) -> dict[str, tuple[str, ...]]:
    """Each match's reasons by its listing."""
    return {match.listing.id: match.reasons for match in found.matches}


def test_no_answer_finds_everything_for_no_reason() -> None:
    assert reasons(found()) == {listing.id: () for listing in ALL}
    assert reasons(found(when=ANY)) == {listing.id: () for listing in ALL}


def test_each_result_says_why_the_strongest_first() -> None:
    everything = found(what=CLUBS, age=CHILD, when=WalkAnswer(id="after-school", label={}, time="after-school"))
    assert reasons(everything) == {"club": ("what.clubs", "age.5-10", "when.after-school")}
    assert everything.relaxed == ()
    assert not everything.near


def test_a_parent_fetches_food_for_a_child() -> None:
    assert reasons(found(what=FOOD, age=CHILD)) == {"pantry": ("what.food",)}
    assert reasons(found(what=FOOD, who=ME)) == {"pantry": ("what.food", "who.me")}


def test_a_grown_up_is_not_sent_to_a_childrens_club() -> None:
    assert set(reasons(found(who=ME))) == {"pantry", "shelter", "shots", "kin"}


def test_what_is_meant_for_this_family_stands_beside_what_it_asked_for() -> None:
    both = found(what=FOOD, special=NO_HOME)
    assert reasons(both) == {"pantry": ("what.food",), "shelter": ("special.no-home",)}
    assert [match.listing.id for match in both.matches if match.beside] == ["shelter"]


def test_what_is_special_decides_when_nothing_else_was_asked_for() -> None:
    assert reasons(found(special=NO_HOME)) == {"shelter": ("special.no-home",)}
    assert reasons(found(special=GRANDCHILD, age=CHILD)) == {"kin": ("special.grandchild",)}


def test_the_time_is_let_go_first() -> None:
    later = found(what=CLUBS, age=CHILD, when=WEEKEND)
    assert set(reasons(later)) == {"club"}
    assert later.relaxed == ("when",)
    assert not later.near


def test_then_the_need_is_widened_to_its_tile() -> None:
    near = found(what=NOTHING_LISTED)
    assert set(reasons(near)) == {"pantry", "shelter"}
    assert near.near
    assert near.relaxed == ()
    assert not any(match.beside for match in near.matches)
    both = found((SHOTS, PANTRY), what=NOTHING_LISTED, when=WEEKEND)
    assert set(reasons(both)) == {"pantry"}
    assert both.near
    assert both.relaxed == ("when",)


def test_then_the_age() -> None:
    younger = found((CLUB, PANTRY), what=CLUBS, age=TEEN, when=WEEKEND)
    assert set(reasons(younger)) == {"club"}
    assert younger.relaxed == ("when", "age")
    on_time = found((CLUB, PANTRY), what=CLUBS, age=TEEN, when=WalkAnswer(id="x", label={}, time="after-school"))
    assert on_time.relaxed == ("age",), "a time that fits is not let go"


def test_then_the_need_itself_and_last_what_is_special() -> None:
    assert found((SHOTS,), what=CLUBS).relaxed == ("what",)
    assert found((SHOTS, SHELTER), what=CLUBS, special=NO_HOME).relaxed == ("what",)
    assert set(reasons(found((SHOTS, SHELTER), what=CLUBS, special=NO_HOME))) == {"shelter"}
    last = found((SHOTS,), what=CLUBS, special=NO_HOME, age=CHILD, when=WEEKEND)
    assert last.relaxed == ("what", "special")
    assert reasons(last) == {"shots": ("when.weekend",)}


def test_what_stands_beside_is_no_answer_alone() -> None:
    found_clubs = found((SHELTER, CARE), what=CLUBS, special=NO_HOME)
    assert found_clubs.near
    assert reasons(found_clubs) == {"shelter": ("special.no-home",), "care": ()}


def test_now_asks_what_is_open() -> None:
    assert set(reasons(found((PANTRY, SHOTS), ("shots",), when=NOW))) == {"shots"}
    assert found((PANTRY, SHOTS), when=NOW).relaxed == ("when",)


def test_only_active_listings_count_and_none_means_a_person() -> None:
    gone = tuple(replace(listing, status="inactive") for listing in ALL)
    for nothing in (found(gone, what=FOOD), found(())):
        assert nothing.ask_a_person
        assert nothing.relaxed == ()
    assert not found().ask_a_person
