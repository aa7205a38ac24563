"""Kept listings, and a snapshot of them."""

from __future__ import annotations

import pytest

from kiosk.domain.errors import NoSuch
from kiosk.domain.kept import Kept, Snapshot
from kiosk.domain.listing import Listing

PANTRY = Kept(Listing(id="food-pantry", number=214, name={"en": "Food pantry"}, needs=("pantry",)), "1-a")


def test_a_listing_is_found_by_id_and_by_number() -> None:
    snapshot = Snapshot(3, {"food-pantry": PANTRY})
    for ref in ("food-pantry", " food-pantry ", "214", "No. 214", "#214"):
        assert snapshot.get(ref) is PANTRY
    for ref in ("", "21", "pantry", "No. ", "-214", "214.0"):
        assert snapshot.get(ref) is None


def test_what_is_named_and_does_not_exist_is_said() -> None:
    with pytest.raises(NoSuch, match="no listing “999”"):
        Snapshot(0, {}).named("999")


def test_a_snapshot_cannot_be_changed() -> None:
    source = {"food-pantry": PANTRY}
    snapshot = Snapshot(1, source)
    source.clear()
    assert len(snapshot) == 1
    assert list(snapshot) == [PANTRY]
    assert not hasattr(snapshot.listings, "clear")


def test_the_head_is_what_choosing_needs() -> None:
    assert PANTRY.head.needs == ("pantry",)
    assert PANTRY.head.name == {"en": "Food pantry"}


def test_two_kept_listings_are_one_when_their_revision_is() -> None:
    again = Kept(PANTRY.listing, "1-a")
    assert again == PANTRY
    assert hash(again) == hash(PANTRY)
    assert Kept(PANTRY.listing, "2-b") != PANTRY
