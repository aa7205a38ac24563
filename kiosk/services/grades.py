"""Whether a listing fits one child: by the grade that was said at the kiosk, and the ages children of it have."""

from __future__ import annotations

from kiosk.domain.fit import Fit, fits_age
from kiosk.domain.listing import Eligibility, Listing
from kiosk.domain.needs import WalkAnswer

NOT_IN_SCHOOL = "0"
"""The answer for a child who is not in school yet."""
GRADES = ("PK", "K", *(str(grade) for grade in range(1, 13)))
_FIRST_GRADE_AGE = 6
_OLDEST = 200


def ages_of(grade: str) -> tuple[int, int]:
    """The ages children of a grade have, both included."""
    if grade == NOT_IN_SCHOOL:
        return 0, 4
    if grade == "PK":
        return 3, 5
    years = 0 if grade == "K" else int(grade)
    return _FIRST_GRADE_AGE - 1 + years, _FIRST_GRADE_AGE + years


def fits_child(listing: Listing, grade: str, *, household: bool) -> Fit:
    """Whether a child of this grade may use it. Grades that a listing names decide; else ages do.

    With `household` (help for everybody at home) a listing for grown-ups is no reason against it: not known.
    """
    if grade not in GRADES and grade != NOT_IN_SCHOOL:
        return "unknown"
    named = listing.eligibility.grades if listing.eligibility else ()
    if named and grade != NOT_IN_SCHOOL:
        return "yes" if grade in named else "no"
    child = WalkAnswer(id=grade, label={}, ages=ages_of(grade), grades=())
    return fits_age(listing, child, household=household)


def shares_ages(one: Listing, other: Listing) -> Fit:
    """Whether two listings are for some of the same children, by grades or by ages."""
    a, b = one.eligibility, other.eligibility
    if a is None or b is None:
        return "unknown"
    if a.grades and b.grades:
        return "yes" if set(a.grades) & set(b.grades) else "no"
    mine, theirs = _span(a), _span(b)
    if mine is None or theirs is None:
        return "unknown"
    return "yes" if mine[0] <= theirs[1] and theirs[0] <= mine[1] else "no"


def _span(who: Eligibility) -> tuple[int, int] | None:
    """The ages it is for, from what it says of ages, else of grades."""
    if who.minimum_age is not None or who.maximum_age is not None:
        return who.minimum_age or 0, _OLDEST if who.maximum_age is None else who.maximum_age
    spans = [ages_of(grade) for grade in who.grades if grade in GRADES]
    return (min(low for low, _ in spans), max(high for _, high in spans)) if spans else None
