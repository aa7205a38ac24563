"""The quick way to a listing's next document against the slow one that looks at all of it: the same, always."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.errors import Refused
from kiosk.domain.kept import Edit
from kiosk.domain.listing import Listing, Location, Places
from kiosk.store import plan
from kiosk.store.book import Book
from kiosk.store.codec import to_listing
from kiosk.store.disk import Disk
from kiosk.store.drafts import LARGEST_LISTING
from kiosk.store.history import Past
from kiosk.store.ledger import Stamp
from kiosk.store.log import Log
from kiosk.store.plan import Planner
from kiosk.store.record import Entry, Put, Record
from tests.store.samples import listing_json, pantry

Outcome = str | tuple[Put, ...]
STATED: dict[str, Any] = {
    "status": "active",
    "sensitive": False,
    "places": {"state": "open"},
    "schedules": [{"interval": 1}],
}
VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-1, 3), st.floats(), st.just("a\u200bb"), st.just(""), st.just("2026-11-25"),
    st.just("17:10:00"), st.just({"en": "Food", "es": ""}), st.just({"en": 3}), st.just([]), st.just(["food", None]),
    st.just([{}]), st.just({"state": "open"}), st.just("\ud800"), st.just(2**70), st.just({1: "a"}),
)  # fmt: skip
KEYS = st.sampled_from((*listing_json(), "x_note", "alert\u200b", "x_\u0000a", "nam", "rev", "id", "number", "extra"))


def standing(*docs: dict[str, object]) -> Book:
    """A book with these listings."""
    book = Book()
    puts = planned(book, [Edit("", "", doc) for doc in docs])
    assert not isinstance(puts, str), puts
    book.apply(Entry(Record(seq=1, prev="", at="2026-11-25T09:55:30.663Z", by="mary", why="add", put=puts), "0"))
    return book


def planned(book: Book, edits: list[Edit]) -> Outcome:
    """What a batch comes to: what is to be written, or why not."""
    stamp = Stamp(2, "2026-11-25T10:00:00.000Z", "joe", "set")
    try:
        return Planner(book, stamp, Past(Log(Path("nowhere"), Disk()))).plan(edits).puts
    except Refused as error:
        return str(error)


def both_ways(book: Book, content: Listing | dict[str, Any]) -> tuple[Outcome, Outcome]:
    """What the quick way and the slow one make of it."""
    (row,) = book.listings.values()
    edits = [Edit(row.id, row.rev, content)]
    quick = planned(book, edits)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(plan, "revised", lambda *_: None)
        return quick, planned(book, edits)


@given(KEYS, VALUES, st.sampled_from(["set", "drop", "inside"]))
def test_any_change_of_a_document_comes_to_the_same(key: str, value: object, how: str) -> None:
    doc: dict[str, Any] = deepcopy(listing_json())
    book = standing(doc)
    _changed(doc, key, value, how)
    quick, slow = both_ways(book, doc)
    assert quick == slow


def _changed(doc: dict[str, Any], key: str, value: object, how: str) -> None:
    if how == "drop":
        doc.pop(key, None)
    elif how == "inside" and isinstance(doc.get(key), dict):
        doc[key]["en"] = value
    elif how == "inside" and isinstance(doc.get(key), list):
        doc[key].append(value)
    else:
        doc[key] = value


CHANGES: list[Callable[[Listing], Listing]] = [
    lambda listing: listing,
    lambda listing: replace(listing, number=None),
    lambda listing: replace(listing, number=999),
    lambda listing: replace(listing, id="another"),
    lambda listing: replace(listing, email="a\u200b@example.org", name={"en": "New\x07"}),
    lambda listing: replace(listing, status="defunct", sensitive=True),
    lambda listing: replace(listing, status="active", sensitive=False, places=Places()),
    lambda listing: replace(listing, places=Places(left=0), location=Location(room="104")),
    lambda listing: replace(listing, schedules=listing.schedules[:1], phones=()),
    lambda listing: replace(listing, schedules=(*listing.schedules, *listing.schedules)),
    lambda listing: replace(listing, schedule_exceptions=listing.schedule_exceptions[::-1]),
    lambda listing: replace(listing, extra={"x_a": {"b": [1, True, None]}}),
    lambda listing: replace(listing, extra={}),
    lambda listing: replace(listing, minutes_needed=math.nan),  # type: ignore[arg-type]  # wrong on purpose
    lambda listing: replace(listing, assurer="", assured_date=None, alert={}, organization=None),
]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("doc", [
    pantry(), pantry(**STATED), pantry(x_a={"b": [1, True]}), listing_json(), {**listing_json(), **STATED},
    {key: value for key, value in listing_json().items() if not key.startswith("x_")},
])  # fmt: skip
def test_any_change_of_a_typed_listing_comes_to_the_same(
    doc: dict[str, object], change: Callable[[Listing], Listing]
) -> None:
    book = standing(doc)
    quick, slow = both_ways(book, change(to_listing(next(iter(book.listings.values())).row().document())))
    assert quick == slow


def test_what_has_no_type_is_compared_as_it_is_written() -> None:
    book = standing(pantry(x_yes=1))
    for content in (pantry(x_yes=True), to_listing(pantry(x_yes=True))):
        for outcome in both_ways(book, content):
            assert not isinstance(outcome, str), outcome
            (put,) = outcome
            assert json.loads(put.content or b"")["x_yes"] is True


def test_a_document_that_grows_too_large_by_one_member_is_refused() -> None:
    book = standing(pantry(x_a="a" * (LARGEST_LISTING - 2000)))
    doc = {**pantry(x_a="a" * (LARGEST_LISTING - 2000)), "x_b": "b" * 3000}
    quick, slow = both_ways(book, doc)
    assert quick == slow
    assert "too large" in str(quick)


def test_a_document_that_holds_itself_is_refused() -> None:
    doc = pantry()
    doc["x_a"] = doc
    quick, slow = both_ways(standing(pantry(x_a="a")), doc)
    assert quick == slow
    assert "too deep" in str(quick)


def test_a_time_that_is_written_longer_than_we_write_it_is_not_a_change() -> None:
    book = standing(pantry(way_home={"late_bus": "17:10:00"}))
    (row,) = book.listings.values()
    assert planned(book, [Edit(row.id, row.rev, to_listing(row.row().document()))]) == ()
