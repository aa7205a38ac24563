"""The six toggles: what each keeps, what each would leave, and what to lift when nothing is left."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.domain.listing import CostOption, Eligibility, Listing, Location, Papers, Phone, Places
from kiosk.services.directory import TOGGLES, Lift
from kiosk.services.toggles import Toggle
from tests.services.schools import ALL_DAY, ELSEWHERE, HERE, NOW, TUESDAY, Visitor, directory, hours, ids

FREE = (CostOption(amount=0),)
NO_PAPERS = Papers(immigration="not-asked", checked=date(2026, 11, 2))
BASE = Listing(id="base", name={"en": "Base"}, schedules=ALL_DAY, location=ELSEWHERE)


def listing(id: str, **rest: object) -> Listing:
    """A listing that passes no toggle but `open-now` and `my-child`, but for what is given."""
    return Listing(
        **{"id": id, "name": {"en": id}, "schedules": ALL_DAY, "location": ELSEWHERE, **rest}  # type: ignore[arg-type]  # a test's shorthand
    )


def left(toggle: Toggle, *listings: Listing, visitor: Visitor | None = None) -> list[str]:
    """What one toggle leaves."""
    school = directory(*listings)
    return ids(school.toggled(school.all(), {toggle}, visitor or Visitor(), NOW).kepts)


def test_open_now() -> None:
    assert left("open-now", listing("open"), listing("closed", schedules=hours("08:00", "09:00"))) == ["open"]


def test_a_full_program_is_not_open_to_who_comes_now() -> None:
    full = listing("full", places=Places(state="full", said=TUESDAY))
    few = listing("few", places=Places(state="few", said=TUESDAY))
    assert left("open-now", full, few) == ["few"]
    assert left("open-now", listing("stale", assured_date=date(2026, 1, 1))) == []


@pytest.mark.parametrize(
    ("costs", "passes"),
    [
        (FREE, True),
        ((), False),
        ((CostOption(amount=None),), False),
        ((CostOption(amount=5),), False),
        ((CostOption(amount=0), CostOption(amount=5)), False),
    ],
)
def test_free_means_free_for_everybody_as_far_as_known(costs: tuple[CostOption, ...], passes: bool) -> None:
    assert left("free", listing("one", cost_options=costs)) == (["one"] if passes else [])


@pytest.mark.parametrize(
    ("papers", "passes"),
    [
        (NO_PAPERS, True),
        (None, False),
        (Papers(immigration="not-asked"), False),
        (Papers(checked=date(2026, 11, 2)), False),
        (Papers(immigration="asked", checked=date(2026, 11, 2)), False),
        (Papers(asks=("id",), immigration="not-asked", checked=date(2026, 11, 2)), False),
    ],
)
def test_papers_that_are_not_known_are_never_no_papers(papers: Papers | None, passes: bool) -> None:
    assert left("no-papers", listing("one", papers=papers)) == (["one"] if passes else [])


@pytest.mark.parametrize(
    ("location", "passes"),
    [
        (HERE, True),
        (None, True),
        (Location(name="All of the county"), True),
        (ELSEWHERE, False),
        (Location(latitude=41.7, longitude=-72.6), False),
        (Location(room="2"), False),
        (Location(directions={"en": "Over the bridge."}), False),
    ],
)
def test_this_school_keeps_what_is_here_by_phone_or_county_wide(location: Location | None, passes: bool) -> None:
    assert left("this-school", listing("one", location=location)) == (["one"] if passes else [])


def test_my_language_is_what_somebody_there_speaks() -> None:
    both, english = listing("both", languages=("en", "es-MX")), listing("english", languages=("en",))
    phone_only = listing("phone", phones=(Phone(number="988", languages=("es",)),))
    assert left("my-language", both, english, phone_only, listing("unknown"), visitor=Visitor("es")) == ["both"]


@pytest.mark.parametrize("grade", ["3", "0", "PK", "12"])
def test_my_child_keeps_what_is_not_known_but_after_what_fits(grade: str) -> None:
    fitting = listing("z-fits", eligibility=Eligibility(minimum_age=0, maximum_age=18))
    too_old = listing("no", eligibility=Eligibility(minimum_age=30))
    assert left("my-child", listing("a-unknown"), fitting, too_old, visitor=Visitor(grade=grade)) == [
        "z-fits",
        "a-unknown",
    ]


def test_what_the_whole_household_uses_stays_though_it_is_for_grown_ups() -> None:
    for_adults = Eligibility(minimum_age=18)
    pantry = listing("pantry", needs=("pantry",), eligibility=for_adults)
    club = listing("club", needs=("clubs",), eligibility=for_adults)
    assert left("my-child", pantry, club, visitor=Visitor(grade="3")) == ["pantry"]


def test_each_toggle_says_how_many_it_would_leave() -> None:
    school = directory(
        listing("a", cost_options=FREE, papers=NO_PAPERS),
        listing("b", cost_options=FREE, location=HERE),
        listing("c", location=HERE),
    )
    toggled = school.toggled(school.all(), {"free"}, Visitor(), NOW)
    assert ids(toggled.kepts) == ["b", "a"]
    assert toggled.left == {
        "open-now": 2,
        "free": 2,
        "no-papers": 1,
        "this-school": 1,
        "my-language": 0,
        "my-child": 2,
    }
    assert tuple(toggled.left) == TOGGLES
    assert toggled.lifts == ()


def test_an_empty_list_says_which_toggle_to_lift_and_what_that_gives() -> None:
    school = directory(
        listing("a", schedules=hours("08:00", "09:00"), cost_options=FREE, papers=NO_PAPERS),
        listing("b", schedules=hours("17:00", "18:00"), cost_options=FREE, papers=NO_PAPERS),
        listing("c", cost_options=FREE),
    )
    toggled = school.toggled(school.all(), {"open-now", "free", "no-papers"}, Visitor(), NOW)
    assert toggled.kepts == ()
    a, b, c = (school.get(id) for id in "abc")
    assert a is not None and b is not None and c is not None
    assert toggled.lifts == (Lift("open-now", 2, b), Lift("no-papers", 1, c))


def test_where_no_single_toggle_helps_none_is_named() -> None:
    school = directory(listing("a", schedules=hours("08:00", "09:00")))
    toggled = school.toggled(school.all(), {"open-now", "free"}, Visitor(), NOW)
    assert toggled.kepts == ()
    assert toggled.lifts == ()


def test_a_toggle_that_does_not_exist_asks_for_nothing() -> None:
    school = directory(listing("a"))
    assert ids(school.toggled(school.all(), {"cheap"}, Visitor(), NOW).kepts) == ["a"]


def test_what_search_found_stays_in_its_order() -> None:
    school = directory(listing("a"), listing("b", schedules=()))
    found = school.shown(["b", "a", "gone"])
    assert ids(school.toggled(found, (), Visitor(), NOW, as_they_come=True).kepts) == ["b", "a"]
    assert ids(school.toggled(found, (), Visitor(), NOW).kepts) == ["a", "b"]
