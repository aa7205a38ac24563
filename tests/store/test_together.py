"""Two changes that are each right and wrong together: what stands stays right, and the other one is a question."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.kept import Document, Edit
from kiosk.domain.merge import merge
from kiosk.domain.paths import with_value
from kiosk.domain.validate import problems
from kiosk.store import Store
from kiosk.store.codec import to_listing
from kiosk.store.together import reconciled, wrong_fields
from tests.store.faults import QuickDisk
from tests.store.samples import Clock, pantry
from tests.store.test_merging import meet, places

DAY = {"from": "2026-12-09", "to": "2026-12-09"}
CASES = {
    "the last name in two languages": (
        {"name": {"en": "Pantry", "es": "Despensa"}},
        {"name": {"es": "Despensa"}},
        {"name": {"en": "Pantry"}},
        "name",
    ),
    "ages that cross": (
        {"eligibility": {"minimum_age": 5, "maximum_age": 12}},
        {"eligibility": {"minimum_age": 10, "maximum_age": 12}},
        {"eligibility": {"minimum_age": 5, "maximum_age": 8}},
        "eligibility",
    ),
    "a sign-up that ends before it starts": (
        {"sign_up": {"opens": "2026-12-01", "closes": "2026-12-18"}},
        {"sign_up": {"opens": "2026-12-10", "closes": "2026-12-18"}},
        {"sign_up": {"opens": "2026-12-01", "closes": "2026-12-05"}},
        "sign_up",
    ),
    "a day that is closed and has hours": (
        {"schedule_exceptions": [{**DAY, "closed": False}]},
        {"schedule_exceptions": [{**DAY, "closed": True}]},
        {"schedule_exceptions": [{**DAY, "closed": False, "opens_at": "08:00", "closes_at": "12:00"}]},
        "schedule_exceptions",
    ),
}


def without_questions(doc: Document) -> list[str]:
    """What is wrong with a document, by field."""
    listing = to_listing(doc)
    return [each.field for each in problems(listing, listing.needs, listing.supports)]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
@pytest.mark.parametrize("turned", [False, True])
def test_two_editors(tmp_path: Path, case: tuple[Document, Document, Document, str], turned: bool) -> None:
    base, one, other, field = case
    first, second = (other, one) if turned else (one, other)
    store = Store(tmp_path, Clock(), QuickDisk())
    (added,) = store.batch([Edit("", "", pantry("p", **base))], "start", "add")
    for change in (first, second):
        store.batch([Edit("p", added.rev, {**store.document(store.get("p")), **base, **change})], "ana")
    stands = store.document(store.get("p"))
    assert without_questions(stands) == []
    assert stands[field] == first[field]
    (question,) = store.questions()
    assert (question.field, question.mine, question.theirs) == (field, second[field], first[field])
    store.answer(question, "mine", "ana")
    assert store.document(store.get("p"))[field] == second[field]
    assert store.questions() == []


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_two_directories(case: tuple[Document, Document, Document, str]) -> None:
    base, one, other, field = case
    with places("home", "office") as (home, office):
        home.set("a", **base)
        office.take_from(home)
        home.set("a", **one)
        office.set("a", **other)
        meet(home, office)
        assert home.state() == office.state()
        assert without_questions(home.store.document(home.store.get("a"))) == []
        (question,) = home.store.questions()
        both = [one[field], other[field]]
        assert question.field == field
        assert question.mine in both
        assert question.theirs in both
        assert question.mine != question.theirs
        third = office.store.unpack(home.store.pack())
        assert office.store.merge(third, "office") == [], "again nothing changes"


def test_two_long_texts_that_no_longer_fit_together(tmp_path: Path) -> None:
    store = Store(tmp_path, Clock(), QuickDisk())
    (added,) = store.batch([Edit("", "", pantry("p"))], "start", "add")
    for field in ("x_one", "x_two"):
        store.batch([Edit("p", added.rev, {**pantry("p"), field: "a" * 200_000})], "ana")
    assert "x_two" not in store.document(store.get("p"))
    assert [each.field for each in store.questions()] == ["x_two"]
    assert len(store.unpack(store.pack()).book.listings) == 1, "and it can be carried on"


ages = st.one_of(st.none(), st.integers(0, 20))
days = st.one_of(st.none(), st.dates().map(str))
sides = st.fixed_dictionaries(
    {
        "eligibility.minimum_age": ages,
        "eligibility.maximum_age": ages,
        "sign_up.opens": days,
        "sign_up.closes": days,
        "name.en": st.sampled_from([None, "A", "B"]),
        "name.es": st.sampled_from([None, "A", "B"]),
    }
)


def written(side: dict[str, object]) -> Document | None:
    """The listing with these values, if it is right by itself."""
    doc: Document = {"id": "p", "number": 101}
    for path, value in side.items():
        doc = with_value(doc, path, value)
    return None if wrong_fields(doc) else doc


@given(sides, sides, sides)
def test_what_two_right_changes_come_to_is_right(
    base: dict[str, object], mine: dict[str, object], theirs: dict[str, object]
) -> None:
    docs = written(base), written(mine), written(theirs)
    if None in docs:
        return
    joined = reconciled(merge(*docs), *docs)
    assert joined.doc is not None
    assert wrong_fields(joined.doc) == set()
    asked = {each.field.partition(".")[0] for each in joined.conflicts}
    for field in ("name", "eligibility", "sign_up"):
        if field not in asked:
            assert joined.doc.get(field) == merge(*docs).doc.get(field)  # type: ignore[union-attr]
