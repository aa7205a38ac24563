"""Which listings fit a child, by the grade that was said."""

from __future__ import annotations

import pytest

from kiosk.domain.fit import Fit
from kiosk.domain.listing import Eligibility, Listing
from kiosk.services.grades import GRADES, ages_of, fits_child, shares_ages


def who(low: int | None = None, high: int | None = None, *grades: str) -> Listing:
    """A listing for these ages and grades."""
    return Listing(id="one", name={}, eligibility=Eligibility(minimum_age=low, maximum_age=high, grades=tuple(grades)))


ANYBODY = Listing(id="any", name={})


def test_ages_go_up_with_the_grades() -> None:
    assert [ages_of(grade) for grade in ("0", "PK", "K", "1", "12")] == [(0, 4), (3, 5), (5, 6), (6, 7), (17, 18)]
    assert [ages_of(grade)[0] for grade in GRADES] == sorted(ages_of(grade)[0] for grade in GRADES)


@pytest.mark.parametrize(
    ("listing", "grade", "fits"),
    [
        (who(None, None, "3", "4", "5"), "3", "yes"),
        (who(None, None, "3", "4", "5"), "2", "no"),
        (who(6, 12, "3", "4", "5"), "2", "no"),
        (who(None, None, "PK", "K"), "0", "no"),
        (who(3, 5, "PK"), "0", "yes"),
        (who(8, 12), "3", "yes"),
        (who(8, 12), "1", "no"),
        (who(None, 3), "0", "yes"),
        (who(13, None), "12", "yes"),
        (who(), "3", "unknown"),
        (ANYBODY, "3", "unknown"),
        (who(18, None), "3", "no"),
        (who(8, 12), "", "unknown"),
        (who(8, 12), "99", "unknown"),
    ],
)
def test_grades_that_a_listing_names_decide_else_ages(listing: Listing, grade: str, fits: Fit) -> None:
    assert fits_child(listing, grade, household=False) == fits


def test_for_the_household_a_listing_for_grown_ups_is_not_ruled_out() -> None:
    assert fits_child(who(18, None), "3", household=True) == "unknown"
    assert fits_child(who(13, 17), "3", household=True) == "no"


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        (who(None, None, "1", "2"), who(None, None, "2", "3"), "yes"),
        (who(None, None, "1", "2"), who(None, None, "3"), "no"),
        (who(None, None, "1", "2"), who(7, 12), "yes"),
        (who(None, None, "1", "2"), who(9, 12), "no"),
        (who(5, None), who(None, 6), "yes"),
        (who(5, None), who(None, 4), "no"),
        (who(5, 6), who(), "unknown"),
        (ANYBODY, who(5, 6), "unknown"),
        (who(5, 6), ANYBODY, "unknown"),
    ],
)
def test_two_listings_share_some_children(one: Listing, other: Listing, fits: Fit) -> None:
    assert shares_ages(one, other) == fits
