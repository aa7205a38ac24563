"""A listing as a JSON object, and back."""

from __future__ import annotations

import string
from copy import deepcopy
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.errors import Refused
from kiosk.domain.listing import Listing, Location, Phone, Places, Schedule, ScheduleException, SignUp, WayHome
from kiosk.store.canonical import canonical, encode
from kiosk.store.codec import from_bytes, to_doc, to_listing, with_stated
from tests.store.samples import listing_json, pantry

words = st.dictionaries(
    st.sampled_from(["en", "es", "pt"]), st.text(string.ascii_letters + "ñ ", min_size=1), max_size=3
)
days = st.none() | st.dates(date(2026, 1, 1), date(2028, 1, 1))
hours = st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0))
extras = st.dictionaries(st.sampled_from(["x_a", "x_b"]), st.integers(-99, 99) | st.just([1, {"c": "d"}]), max_size=2)
small = st.none() | st.integers(0, 99)
rows = st.builds(
    Schedule,
    freq=st.sampled_from(["WEEKLY", "MONTHLY"]),
    interval=st.integers(1, 4),
    byday=st.lists(st.sampled_from(["MO", "1SA", "-1FR"]), max_size=2).map(tuple),
    bymonthday=st.lists(st.integers(1, 31), max_size=2).map(tuple),
    dtstart=days,
    until=days,
    opens_at=st.sampled_from(["", "08:00"]),
    on=st.sampled_from(["school-days", "no-school-days", "any-day"]),
    short_days=st.sampled_from(["shortened", "moved", "cancelled", "as-usual"]),
    notes=words,
    extra=extras,
)
exceptions = st.builds(
    ScheduleException, from_=days.filter(bool), to=days.filter(bool), closed=st.booleans(), reason=words, extra=extras
)
listings = st.builds(
    Listing,
    id=st.just("food-pantry"),
    name=words.filter(bool),
    number=st.none() | st.integers(101, 999),
    status=st.sampled_from(["active", "inactive", "defunct", "temporarily closed"]),
    sensitive=st.booleans(),
    needs=st.lists(st.sampled_from(["food", "heat"]), max_size=2, unique=True).map(tuple),
    location=st.none()
    | st.builds(
        Location, at_school=st.booleans(), latitude=st.none() | st.floats(-90, 90), room=st.sampled_from(["", "112"])
    ),
    phones=st.lists(st.builds(Phone, number=st.just("988"), languages=st.just(("en",)), extra=extras), max_size=2).map(
        tuple
    ),
    sign_up=st.none() | st.builds(SignUp, opens=days, state=st.sampled_from(["open", "full"]), asks=words),
    places=st.none() | st.builds(Places, state=st.sampled_from(["open", "few"]), left=small, said=days),
    way_home=st.none() | st.builds(WayHome, late_bus=hours, walking_group=st.none() | st.booleans()),
    schedules=st.lists(rows, max_size=2).map(tuple),
    schedule_exceptions=st.lists(exceptions, max_size=2).map(tuple),
    assured_date=days,
    extra=extras,
)


def test_the_sample_goes_in_and_comes_out_the_same() -> None:
    doc = canonical(listing_json())
    listing = to_listing(listing_json())
    assert with_stated(to_doc(listing), doc) == doc
    assert from_bytes(encode(doc)) == listing
    assert listing.schedule_exceptions[0].from_ == date(2026, 12, 9)
    assert listing.sign_up is not None
    assert listing.sign_up.closes is None
    assert listing.cost_options[0].amount == 0


def test_the_documented_fields_that_the_sample_lacks() -> None:
    doc = pantry(
        number=214,
        by_appointment=True,
        places={"state": "few", "left": 6, "said": "2026-11-20", "good_for_days": 7},
        way_home={"late_bus": "17:10", "pick_up_until": "18:00", "walking_group": True},
        schedules=[{"freq": "MONTHLY", "byday": ["1SA"], "interval": 1, "valid_from": "2026-01-01", "x_source": "us"}],
        x_note={"kept": [1, 2]},
    )
    listing = to_listing(doc)
    assert listing.way_home == WayHome(late_bus=time(17, 10), pick_up_until=time(18), walking_group=True)
    assert listing.extra == {"x_note": {"kept": [1, 2]}}
    assert listing.schedules[0].extra == {"x_source": "us"}
    assert with_stated(to_doc(listing), doc) == doc


def same(listing: Listing) -> Listing:
    """The listing without parts that say nothing at all: absent equals empty."""
    is_mute = listing.way_home == WayHome()
    return replace(listing, way_home=None) if is_mute else listing


@settings(max_examples=60)
@given(listings)
def test_a_listing_comes_back_from_its_document(listing: Listing) -> None:
    doc = canonical(to_doc(listing))
    assert to_listing(doc) == same(listing)
    assert from_bytes(encode(doc)) == same(listing)
    assert canonical(to_doc(to_listing(doc))) == doc


@settings(max_examples=40)
@given(listings, listings)
def test_stated_defaults_never_change_what_is_said(new: Listing, base: Listing) -> None:
    stated = with_stated(to_doc(new), canonical({"status": "active", "sensitive": False, **to_doc(base)}))
    assert to_listing(canonical(stated)) == to_listing(canonical(to_doc(new)))


def test_no_default_is_written() -> None:
    listing = Listing(id="p", name={"en": "Pantry"}, phones=(Phone(number="988"),), schedules=(Schedule(),))
    assert to_doc(listing) == {"id": "p", "name": {"en": "Pantry"}, "phones": [{"number": "988"}], "schedules": [{}]}


def test_a_part_that_says_only_defaults_is_still_there() -> None:
    listing = Listing(id="p", name={"en": "Pantry"}, places=Places(), location=Location(), sign_up=SignUp())
    assert to_listing(canonical(to_doc(listing))) == listing


@pytest.mark.parametrize(("path", "value", "said"), [
    ("nam", {"en": "x"}, "nam is not a known field. Nothing was changed. Did you mean “name”?"),
    ("zzz", 1, "zzz is not a known field. Nothing was changed. Leave it out, or begin its name with x_ to keep it."),
    ("extra", {}, "extra is not a known field."),
    ("schedule_exceptions.0.from_", "2026-12-09", "schedule_exceptions[0].from_ is not a known field."),
    ("schedules.1.opnes_at", "08:00", "schedules[1].opnes_at is not a known field."),
    ("location.address.zip", "06000", "location.address.zip is not a known field."),
    ("name.en", 3, "name.en must be text in quotation marks."),
    ("name", "Clinic", "name must be text by language."),
    ("sensitive", "yes", "sensitive must be true or false."),
    ("number", "214", "number must be a whole number, without quotation marks."),
    ("number", True, "number must be a whole number, without quotation marks."),
    ("minutes_needed", 1.5, "minutes_needed must be a whole number, without quotation marks."),
    ("location.latitude", "41", "location.latitude must be a number, without quotation marks."),
    ("location", [], "location must be members in { }."),
    ("phones", {}, "phones must be a list in [ ]."),
    ("phones.0", "988", "phones[0] must be members in { }."),
    ("phones.0.number", 988, "phones[0].number must be text in quotation marks."),
    ("phones.0.number", None, "phones[0].number is missing."),
    ("phones.0.type", "fax machine", "phones[0].type cannot be “fax machine”. Nothing was changed. Write one of: "),
    ("status", "closed", "status cannot be “closed”."),
    ("needs", "food", "needs must be a list in [ ]."),
    ("needs.0", 3, "needs[0] must be text in quotation marks."),
    ("schedules.0.until", "2026-13-01", "schedules[0].until must be a date like 2026-11-25."),
    ("schedule_exceptions.0.from", 3, "schedule_exceptions[0].from must be a date like 2026-11-25."),
    ("schedule_exceptions.0.to", None, "schedule_exceptions[0].to is missing."),
    ("way_home", {"late_bus": "5 pm"}, "way_home.late_bus must be a time like 17:10."),
    ("id", None, "id is missing."),
])  # fmt: skip
def test_a_wrong_key_or_type_is_refused_by_its_path(path: str, value: object, said: str) -> None:
    doc = deepcopy(listing_json())
    *way, last = path.split(".")
    here: Any = doc
    for step in way:
        here = here[int(step) if step.isdigit() else step]
    here[int(last) if last.isdigit() else last] = value
    with pytest.raises(Refused) as refused:
        to_listing(doc)
    assert str(refused.value).startswith(said)
    assert "Nothing was changed." in str(refused.value)
