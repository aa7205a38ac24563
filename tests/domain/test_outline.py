"""The outline of a listing answers all that choosing and ordering ask, as the listing itself does."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from kiosk.domain.fit import fits_age, fits_subject
from kiosk.domain.listing import Eligibility, Listing, Location, Schedule, SignUp
from kiosk.domain.opening import opening_at, week
from kiosk.domain.outline import Outlines
from kiosk.services.order import standing
from kiosk.services.traits import at_school, speaks
from tests.pages.center import NO_SCHOOL, TUESDAY, WEDNESDAY_SHORT, ZONE, center

SAMPLE = [kept.listing for kept in center().directory.all()]


@pytest.fixture(scope="module")
def outlines() -> dict[str, Listing]:
    """The outline of every listing of the sample, by id."""
    make = Outlines()
    return {listing.id: make.of(listing) for listing in SAMPLE}


@pytest.mark.parametrize("now", [TUESDAY, WEDNESDAY_SHORT, NO_SCHOOL, TUESDAY + timedelta(days=200)])
def test_hours_and_order_are_the_listings_own(outlines: dict[str, Listing], now: datetime) -> None:
    calendar = center().calendar
    for listing in SAMPLE:
        outline = outlines[listing.id]
        assert opening_at(outline, now, calendar, ZONE) == opening_at(listing, now, calendar, ZONE)
        assert week(outline, now.date(), calendar, ZONE) == week(listing, now.date(), calendar, ZONE)
        mine, theirs = (standing(each, ("", each.id), now, calendar, ZONE) for each in (outline, listing))
        assert mine == theirs


def test_what_a_walk_asks_is_in_it(outlines: dict[str, Listing]) -> None:
    answers = [answer for question in center().content.walk for answer in question.answers]
    for listing in SAMPLE:
        outline = outlines[listing.id]
        assert at_school(outline) == at_school(listing)
        assert speaks(outline, "es") == speaks(listing, "es")
        for answer in answers:
            needs = frozenset(answer.needs)
            assert fits_subject(outline, answer, needs) == fits_subject(listing, answer, needs)
            assert fits_age(outline, answer, household=False) == fits_age(listing, answer, household=False)


def test_it_holds_no_words() -> None:
    words = {"en": "Words"}
    outline = Outlines().of(
        Listing(
            id="one",
            name=words,
            description=words,
            alert=words,
            location=Location(name="Hall", room="4", directions=words),
            eligibility=Eligibility(description=words, grades=("K",)),
            sign_up=SignUp(url="https://example.org", asks=words, no_phone=words),
            schedules=(Schedule(byday=("MO",), notes=words, description=words),),
        )
    )
    assert "Words" not in repr(outline) and "Hall" not in repr(outline) and "example.org" not in repr(outline)


def test_equal_parts_are_one() -> None:
    make, needs, days = Outlines(), ["pantry"], ["MO"]
    one, other = (
        make.of(
            Listing(
                id=id,
                name={},
                needs=tuple(needs),
                location=Location(at_school=True, room=id),
                eligibility=Eligibility(minimum_age=5),
                schedules=(Schedule(byday=tuple(days), opens_at="08:00", notes={"en": id}),),
            )
        )
        for id in ("a", "b")
    )
    assert one.needs is other.needs
    assert one.location is other.location
    assert one.eligibility is other.eligibility
    assert one.schedules[0] is other.schedules[0]
