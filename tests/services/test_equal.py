"""Where to go when a program is full."""

from __future__ import annotations

from datetime import date

from kiosk.domain.listing import Address, Eligibility, Listing, Location, Places, Schedule
from kiosk.services.equal import distance_km
from tests.services.schools import ALL_DAY, HERE, NOW, TUESDAY, directory

GRADES = Eligibility(grades=("3", "4", "5"))
FULL = Places(state="full", said=TUESDAY)
SOCCER = Listing(
    id="soccer", name={}, needs=("sports",), places=FULL, eligibility=GRADES, schedules=ALL_DAY, location=HERE
)


def sport(id: str, **rest: object) -> Listing:
    """Another sport for the same children, at an address that is not on the map."""
    elsewhere = Location(address=Address(address_1="5 Elm Street"))
    given = {"needs": ("sports",), "eligibility": GRADES, "schedules": ALL_DAY, "location": elsewhere, **rest}
    return Listing(**{"id": id, "name": {"en": id}, **given})  # type: ignore[arg-type]  # a test's shorthand


def there(latitude: float, longitude: float) -> Location:
    """A place on the map."""
    return Location(latitude=latitude, longitude=longitude)


def nearest(*others: Listing, full: Listing = SOCCER) -> str | None:
    """The id of the nearest equal."""
    found = directory(full, *others).nearest_equal(full, NOW)
    return found.id if found is not None else None


def test_the_same_need_with_room_for_the_same_children() -> None:
    assert nearest(sport("swim")) == "swim"
    assert nearest(sport("full-too", places=FULL)) is None
    assert nearest(sport("big-kids", eligibility=Eligibility(minimum_age=15))) is None
    assert (
        nearest(
            sport(
                "over",
                schedules=(Schedule(byday=("MO",), until=date(2026, 9, 1), opens_at="08:00", closes_at="09:00"),),
            )
        )
        is None
    )
    assert nearest(sport("hidden", status="inactive")) is None
    assert nearest() is None


def test_ages_known_to_fit_before_ages_not_known() -> None:
    assert nearest(sport("a-unknown", eligibility=None), sport("b-fits")) == "b-fits"
    assert nearest(sport("unknown", eligibility=None)) == "unknown"


def test_at_this_school_first_then_the_nearest() -> None:
    full = sport("full", places=FULL, location=there(41.76, -72.69))
    far, near = sport("a-far", location=there(41.90, -72.69)), sport("z-near", location=there(41.77, -72.69))
    assert nearest(far, near, full=full) == "z-near"
    assert nearest(far, near, sport("y-here", location=HERE), full=full) == "y-here"
    assert nearest(far, sport("b-not-on-the-map"), full=full) == "a-far"


def test_no_club_stands_in_for_another_kind_of_thing_but_a_camp_for_a_camp() -> None:
    club = sport("club", needs=("clubs",))
    assert nearest(club) is None, "all that both have in common is the home tile"
    full = sport("summer", needs=("summer-camp",), places=FULL)
    assert nearest(club, sport("winter", needs=("vacation-camp",)), full=full) == "winter"


def test_as_the_crow_flies() -> None:
    hartford, new_haven = there(41.7637, -72.6851), there(41.3083, -72.9279)
    assert 54 < distance_km(hartford, new_haven) < 55
    assert distance_km(hartford, hartford) == 0
    assert (
        distance_km(hartford, None) == distance_km(None, hartford) == distance_km(hartford, Location()) == float("inf")
    )
