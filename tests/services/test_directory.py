"""The directory's look-ups, counts and caches, over one snapshot and the next."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.domain.due_dates import DueDates
from kiosk.domain.kept import Head, Kept, Marks, Snapshot
from kiosk.domain.listing import Listing
from kiosk.services import counts
from kiosk.services import directory as module
from kiosk.services.counts import LEAD, Count
from kiosk.services.directory import Directory
from tests.services.schools import ALL_DAY, CALENDAR, NEEDS, NOW, ZONE, at, directory, hours, ids, kepts

PANTRY = Listing(id="pantry", number=214, name={"en": "Pantry"}, needs=("pantry",), schedules=ALL_DAY)
MEALS = Listing(id="meals", number=215, name={"en": "Meals"}, needs=("free-meals", "pantry"), supports=("family",))
COATS = Listing(id="coats", number=216, name={"en": "Coats"}, needs=("coats", "no-such-need"), supports=("family",))
GONE = Listing(id="gone", number=217, name={"en": "Gone"}, needs=("pantry",), status="inactive")
SCHOOL = directory(PANTRY, MEALS, COATS, GONE)


def test_by_id_or_number_hidden_ones_too() -> None:
    for ref in ("pantry", "214", "No. 214"):
        found = SCHOOL.get(ref)
        assert found is not None and found.id == "pantry"
    gone = SCHOOL.get("217")
    assert gone is not None and gone.id == "gone"
    assert SCHOOL.get("nothing") is None


def test_a_listing_counts_once_for_each_need_above_its_own() -> None:
    assert ids(SCHOOL.by_need("pantry")) == ["pantry", "meals"]
    assert ids(SCHOOL.by_need("food")) == ["pantry", "meals"]
    assert ids(SCHOOL.by_need("basic")) == ["pantry", "meals", "coats"]
    assert ids(SCHOOL.by_need("no-such-need")) == ["coats"]
    assert SCHOOL.by_need("after-school") == ()
    assert ids(SCHOOL.by_support("family")) == ["meals", "coats"]
    assert SCHOOL.by_support("pbis") == ()


def test_what_is_not_active_is_hidden() -> None:
    assert ids(SCHOOL.all()) == ["pantry", "meals", "coats"]
    assert ids(SCHOOL.shown(["gone", "coats", "nothing"])) == ["coats"]


def test_counts_for_the_tiles() -> None:
    school = directory(PANTRY, replace(PANTRY, id="late", schedules=hours("08:00", "18:00")), MEALS)
    assert school.count("food", NOW) == Count(3, 2, at(18))
    assert school.count("food", at(16)) == Count(3, 1, at(18))
    assert school.count("food", at(18)) == Count(3, 0, None)
    assert school.count("sports", NOW) == Count(0, 0, None)
    assert school.count("food", NOW) == Count(3, 2, at(18)), "back in time, as tests and training do"


def test_what_is_always_open_has_no_end() -> None:
    always = replace(PANTRY, schedules=hours("00:00", "24:00", "MO", "TU", "WE", "TH", "FR", "SA", "SU"))
    assert directory(always).count("food", NOW) == Count(1, 1, None)


def test_a_very_large_directory_counts_only_once_it_is_read() -> None:
    many = [replace(PANTRY, id=f"pantry-{number}") for number in range(module.AT_ONCE + 1)]
    school = directory(*many)
    assert not school.at_hand()
    assert school.count("food", NOW) is None
    school.warm(NOW)
    school.warm(NOW + timedelta(minutes=1))
    assert school.at_hand()
    assert school.count("food", NOW) == Count(len(many), len(many), at(16))
    assert len(school.lead("need", "food", NOW)) == LEAD


def test_choosing_decodes_nothing() -> None:
    """A tile, a need and a search among thousands read heads only; a listing is decoded when it is shown."""

    class Closed:
        """A source that may not be decoded."""

        def row(self) -> Marks:
            """Never asked."""
            raise AssertionError("decoded")

        def listing(self) -> Listing:
            """Never asked."""
            raise AssertionError("decoded")

        def head(self) -> Head:
            """All that choosing needs."""
            return Head(needs=("pantry",), supports=("family",), name={"en": "Pantry"})

        def dates(self) -> DueDates:
            """Never asked."""
            raise AssertionError("decoded")

        def document(self) -> dict[str, object]:
            """Never asked."""
            raise AssertionError("decoded")

    lazy = {f"p{n}": Kept.lazily(Closed(), id=f"p{n}", number=101 + n) for n in range(500)}
    snapshot = Snapshot(1, lazy)
    school = Directory(lambda: snapshot, lambda: CALENDAR, ZONE, NEEDS)
    assert len(school.all()) == len(school.by_need("food")) == len(school.by_support("family")) == 500
    assert school.get("101") is lazy["p0"]
    assert school.count("food", NOW) is None


def test_another_snapshot_is_seen_at_once_and_keeps_what_did_not_change() -> None:
    snapshots = [Snapshot(1, kepts(PANTRY, MEALS))]
    school = Directory(lambda: snapshots[-1], lambda: CALENDAR, ZONE, NEEDS)
    school.warm(NOW)
    assert ids(school.order(school.all(), NOW)) == ["pantry", "meals"]
    closed = replace(PANTRY, schedules=hours("08:00", "09:00"))
    snapshots.append(Snapshot(2, {"pantry": Kept(closed, "2-b"), "meals": snapshots[0].listings["meals"]}))
    assert school.count("food", NOW) == Count(2, 0, None)
    assert school.snapshot() is snapshots[1]
    assert school.at_hand()
    old = snapshots[0].listings["pantry"]
    assert school.opening(old, NOW).state == "open", "a listing of the moment before still answers for itself"


def test_what_was_read_ahead_is_not_put_in_order_while_a_family_types(monkeypatch: pytest.MonkeyPatch) -> None:
    school = directory(replace(PANTRY, supports=("family",)))
    school.warm(NOW)

    def again(*_: object) -> float:
        raise AssertionError("put in order again")

    monkeypatch.setattr(counts, "_until", again)
    assert ids(school.lead("need", "food", NOW)) == ids(school.lead("support", "family", NOW)) == ["pantry"]


def test_leads_hold_until_an_opening_changes() -> None:
    late = replace(PANTRY, id="a-late", schedules=hours("15:30", "18:00"))
    school = directory(PANTRY, late)
    assert ids(school.lead("need", "food", NOW)) == ["pantry", "a-late"]
    assert ids(school.lead("need", "food", NOW + timedelta(minutes=5))) == ["pantry", "a-late"]
    assert ids(school.lead("need", "food", at(15, 30))) == ["a-late", "pantry"]
    assert school.lead("need", "sports", NOW) == ()
    assert school.lead("support", "family", NOW) == ()


def test_the_tree_is_at_hand() -> None:
    assert SCHOOL.parents["pantry"] == "food"
    assert SCHOOL.parents["food"] == "basic"
