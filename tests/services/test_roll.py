"""The roll: the Directory's own order, whatever is wanted of it, and no listing held."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from kiosk.domain.kept import Edit, Kept, Snapshot
from kiosk.domain.listing import Listing
from kiosk.domain.opening import Opening
from kiosk.services.roll import Roll
from kiosk.store import open_store
from tests.services.schools import (
    CALENDAR,
    NOW,
    ZONE,
    at,
    directory,
    ids,
    kepts,
    sample_calendar,
    sample_directory,
    sample_listings,
)


def any_of_them(_: Listing, __: Opening) -> bool:
    return True


def id_of(kept: Kept, _: Listing, __: Opening) -> str:
    return kept.id


@pytest.mark.parametrize("now", [at(3), at(10), NOW, at(9, day=28)])
def test_it_has_the_order_of_the_screens(now: datetime) -> None:
    screens = sample_directory()
    roll = Roll(screens.snapshot(), now, sample_calendar(), ZONE)
    assert list(roll.call(any_of_them, id_of)) == ids(screens.order(screens.all(), now))


def test_each_comes_with_how_it_stands() -> None:
    screens = sample_directory()
    for kept, listing, opening in Roll(screens.snapshot(), NOW, sample_calendar(), ZONE).call(
        any_of_them, lambda *said: said
    ):
        assert (listing, opening) == (kept.listing, screens.opening(kept, NOW))


def test_what_is_not_wanted_or_not_active_is_not_called() -> None:
    one, two = (Listing(id=id, name={"en": id}) for id in ("one", "two"))
    gone = Listing(id="gone", name={"en": "gone"}, status="inactive")
    school = directory(one, two, gone)
    roll = Roll(school.snapshot(), NOW, CALENDAR, ZONE)
    assert list(roll.call(lambda listing, _: listing.id != "two", id_of)) == ["one"]
    assert list(roll.call(lambda _, opening: opening.state == "open", id_of)) == []


def test_no_listing_is_held(tmp_path: Path) -> None:
    """What is read of a listing goes with it: the directory stays the bytes that were opened."""
    docs = [{"id": f"no-{number}", "name": {"en": f"No. {number}"}} for number in range(30)]
    open_store(tmp_path).batch([Edit("", "", doc) for doc in docs], "test", "add")
    snapshot = open_store(tmp_path).load()
    said = list(Roll(snapshot, NOW, CALENDAR, ZONE).call(any_of_them, lambda kept, *_: (kept.id, kept.rev)))
    assert len(said) == 30
    assert not any(kept.is_read for kept in snapshot)
    assert dict(said) == {kept.id: kept.rev for kept in snapshot}


def test_a_listing_that_has_no_source_is_called_as_it_is() -> None:
    listings = sample_listings()[:3]
    roll = Roll(Snapshot(1, kepts(*listings)), NOW, sample_calendar(), ZONE)
    assert sorted(roll.call(any_of_them, id_of)) == sorted(listing.id for listing in listings)
