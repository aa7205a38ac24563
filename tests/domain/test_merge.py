"""Three-way merge: the table of its rules, and what holds for any three documents."""

from __future__ import annotations

import copy
import json
from typing import Any, cast

import pytest
from hypothesis import given

from kiosk.domain.merge import Conflict, Merged, merge
from kiosk.domain.paths import value_at, with_value
from tests.domain.documents import DOCUMENTS, Doc, alike, canonical, changed, containers, leaves, three
from tests.domain.merge_cases import CASES, Case
from tests.properties import tried

Three = tuple[Doc | None, Doc | None, Doc | None]
many = tried(200)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_table(case: Case) -> None:
    merged = merge(case.base, case.mine, case.theirs, has_base=case.has_base)
    assert alike(merged.doc, case.doc)
    assert {each.field: (each.base, each.mine, each.theirs) for each in merged.conflicts} == case.asks


@given(DOCUMENTS, DOCUMENTS)
@tried(100)
def test_what_one_side_changed_is_taken_whole(base: Doc, one: Doc) -> None:
    for side in (one, None):
        assert merge(base, side, base) == Merged(side, ())
        assert merge(base, base, side) == Merged(side, ())
        assert merge(base, side, side) == Merged(side, ())
        assert merge(None, side, side, has_base=False) == Merged(side, ())


@given(three())
@many
def test_nothing_is_shared_and_no_side_is_changed(sides: Three) -> None:
    before = copy.deepcopy(sides)
    for has_base in (True, False):
        merged = merge(*sides, has_base=has_base)
        theirs = {found for side in sides for found in containers(side)}
        assert not theirs & {*containers(merged.doc)}
        assert not theirs & {found for each in merged.conflicts for found in values(each)}
    assert all(map(alike, sides, before))


def values(conflict: Conflict) -> set[int]:
    return {found for value in (conflict.base, conflict.mine, conflict.theirs) for found in containers(value)}


@given(three())
@many
def test_the_outcome_is_in_canonical_form(sides: Three) -> None:
    for has_base in (True, False):
        doc = merge(*sides, has_base=has_base).doc
        assert alike(doc, canonical(doc))


@given(three())
@many
def test_no_change_is_dropped(sides: Three) -> None:
    """With every question answered `mine`, all that mine changed is as mine has it; without, the same for theirs."""
    base, mine, theirs = sides
    merged = merge(*sides)
    taken = answered(merged)
    for side, outcome in ((mine, taken), (theirs, merged.doc)):
        before, after, found = leaves(settled_apart(base)), leaves(settled_apart(side)), leaves(settled_apart(outcome))
        assert after - before <= found
        assert not (before - after) & found


def answered(merged: Merged) -> Doc | None:
    """The outcome when a person takes mine everywhere."""
    doc = merged.doc
    for each in merged.conflicts:
        if each.field == "":
            return None if each.mine is None else dict(cast(Doc, each.mine))
        assert doc is not None
        doc = with_value(doc, each.field, each.mine)
    return doc


def settled_apart(doc: Doc | None) -> Doc:
    """The document without what is settled by a rule of its own: the number, and the later day."""
    return {key: value for key, value in (doc or {}).items() if key not in ("number", "assured_date", "assurer")}


@given(three())
@many
def test_nothing_is_made_up(sides: Three) -> None:
    _, mine, theirs = sides
    assert leaves(merge(*sides).doc or {}) <= leaves(mine or {}) | leaves(theirs or {})


@given(three())
@many
def test_a_question_stands_where_its_field_says(sides: Three) -> None:
    for has_base in (True, False):
        merged = merge(*sides, has_base=has_base)
        assert len({each.field for each in merged.conflicts}) == len(merged.conflicts)
        for each in merged.conflicts:
            assert not alike(each.mine, each.theirs)
            if each.field == "":
                assert alike(merged.doc, each.theirs)
                continue
            assert merged.doc is not None
            assert alike(value_at(merged.doc, each.field), each.theirs)
            assert alike(value_at(with_value(merged.doc, each.field, each.mine), each.field), each.mine)
            if has_base:
                assert alike(value_at(sides[0] or {}, each.field), each.base)


@given(three())
@many
def test_merging_again_changes_nothing(sides: Three) -> None:
    base, mine, _ = sides
    for has_base in (True, False):
        merged = merge(*sides, has_base=has_base)
        assert same_outcome(merge(base, mine, merged.doc, has_base=has_base), merged)


def same_outcome(one: Merged, other: Merged) -> bool:
    return alike(as_json(one), as_json(other))


def as_json(merged: Merged) -> object:
    return [merged.doc, [[each.field, each.base, each.mine, each.theirs] for each in merged.conflicts]]


@given(three())
@many
def test_who_comes_first_does_not_matter_where_nothing_is_asked(sides: Three) -> None:
    base, mine, theirs = sides
    one, other = merge(base, mine, theirs), merge(base, theirs, mine)
    assert {each.field for each in one.conflicts} == {each.field for each in other.conflicts}
    if not one.conflicts:
        first, second = one.doc or {}, other.doc or {}
        if value_at(first, "number") != value_at(second, "number"):  # theirs stands
            first, second = {**first, "number": 0}, {**second, "number": 0}
        assert unordered(first) == unordered(second)


def unordered(value: Any) -> Any:
    """The value with every list in one order."""
    if isinstance(value, dict):
        return {key: unordered(inner) for key, inner in value.items()}
    return sorted(map(unordered, value), key=json.dumps) if isinstance(value, list) else value


@given(three())
@many
def test_the_order_of_keys_does_not_matter(sides: Three) -> None:
    merged, turned = merge(*sides), merge(*map(backwards, sides))
    assert json.dumps(as_json(merged)) == json.dumps(as_json(turned))


def backwards(value: Any) -> Any:
    """The value with the keys of every map turned round."""
    if isinstance(value, dict):
        return {key: backwards(value[key]) for key in reversed(value)}
    return [backwards(item) for item in value] if isinstance(value, list) else value


@given(DOCUMENTS.flatmap(changed), DOCUMENTS)
@tried(100)
def test_without_a_base_each_field_that_differs_is_asked(mine: Doc, theirs: Doc) -> None:
    merged = merge(None, mine, theirs, has_base=False)
    asked = {name for each in merged.conflicts for name in each.field.replace('"x_a.b"', "x_a.b").split("+")}
    differ = {name for name in {*mine, *theirs} if not alike(mine.get(name), theirs.get(name))}
    pair = {"assured_date", "assurer"}
    assert alike(merged.doc, theirs)
    assert asked - pair == differ - pair - {"number"}
    assert (asked & pair == pair) is bool(differ & pair)
    assert all(each.base is None for each in merged.conflicts)
