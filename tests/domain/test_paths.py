"""Paths: what each leads to, what each changes and leaves alone, and what a wrong one says."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.errors import Refused
from kiosk.domain.paths import value_at, with_value
from kiosk.domain.steps import DEEPEST, LONGEST, item_path, member_path, steps_of, written
from kiosk.domain.tree import keys_of
from tests.domain.documents import ANYTHING, DOCUMENTS, ODD, Doc, alike, containers

DOC: Doc = {
    "id": "clinic",
    "name": {"en": "Clinic", "es": "Clínica"},
    "needs": ["check-ups", "shots"],
    "location": {"latitude": 41.5, "longitude": -72, "room": "112"},
    "phones": [{"number": "+18605550112", "extension": "3"}, {"number": "1"}],
    "schedules": [{"opens_at": "08:00", "notes": {"en": "Noon: lunch"}}, {"opens_at": "12:30"}],
    "schedule_exceptions": [{"from": "2026-12-09", "to": "2026-12-11", "reason": {"es": "Capacitación"}}],
    "x_a.b": {"": 1, "c[0]": [None, [7, 8]]},
    "x_rows": [{"id": "s", "v": 1}, {"v": 2}],
    "x_twice": [{"id": "s"}, {"id": "s", "v": 2}],
}


@pytest.mark.parametrize(("path", "value"), [
    ("name.es", "Clínica"),
    ("name", {"en": "Clinic", "es": "Clínica"}),
    ("needs[1]", "shots"),
    ("schedules[0].opens_at", "08:00"),
    ("phones[+18605550112].extension", "3"),
    ("phones[0].extension", "3"),
    ("phones[1].number", "1"),  # the key comes before the place, and here both are the same
    ("phones[1]", {"number": "1"}),
    ('phones["1"]', {"number": "1"}),
    ("schedule_exceptions[2026-12-09/2026-12-11].reason.es", "Capacitación"),
    ("schedule_exceptions[0].to", "2026-12-11"),
    ("location.latitude+longitude", {"latitude": 41.5, "longitude": -72}),
    ("location.room+floor", {"room": "112"}),
    ('"x_a.b".""', 1),
    ('"x_a.b"."c[0]"[1][0]', 7),
    ("x_rows[1].v", 2),  # one item has no key: only places count
    ("x_twice[1].v", 2),  # two have the same
    # nothing there
    ("name.pt-BR", None),
    ("email", None),
    ("x_key", None),
    ("x_key.deep[0].er", None),
    ("needs[2]", None),
    ("schedules[2].notes.en", None),
    ("phones[+19].extension", None),
    ('phones["0"].extension', None),
    ('x_new["0"].v', None),
    ("schedule_exceptions[2027-01-01/2027-01-02]", None),
    ("x_a+x_b", None),
    ('"x_a.b"."c[0]"[0]', None),  # null
    ('"x_a.b"."c[0]"[0].d', None),
])  # fmt: skip
def test_a_path_leads_to(path: str, value: object) -> None:
    assert value_at(DOC, path) == value
    assert value_at(MappingProxyType(DOC), path) == value


def test_the_key_of_an_item_comes_before_its_place() -> None:
    doc = {"phones": [{"number": "1"}, {"number": "0"}]}
    assert value_at(doc, "phones[0]") == {"number": "0"}
    assert value_at(doc, "phones[1]") == {"number": "1"}


@pytest.mark.parametrize(("path", "value", "member", "becomes"), [
    ("name.es", "La clínica", "name", {"en": "Clinic", "es": "La clínica"}),
    ("name.es", None, "name", {"en": "Clinic"}),
    ("needs[2]", "glasses", "needs", ["check-ups", "shots", "glasses"]),
    ("needs[0]", None, "needs", ["shots"]),
    ("x_new.a.b", 1, "x_new", {"a": {"b": 1}}),
    ("x_new.a.b", None, "x_new", None),
    ("x_new[0].a", 1, "x_new", [{"a": 1}]),
    ("x_new[0][0]", 1, "x_new", [[1]]),
    ('x_new["0"].a', 1, "x_new", [{"id": "0", "a": 1}]),
    ("x_new[a/b].a", 1, "x_new", [{"id": "a/b", "a": 1}]),
    ("x_new[s].a", 1, "x_new", [{"id": "s", "a": 1}]),
    ("x_new[s]", {"a": 1}, "x_new", [{"id": "s", "a": 1}]),
    ("x_new[s].a", None, "x_new", None),
    ("phones[+19].extension", "4", "phones", [*DOC["phones"], {"number": "+19", "extension": "4"}]),
    ("phones[2].number", "+19", "phones", [*DOC["phones"], {"number": "+19"}]),
    ("phones[+18605550112].number", "+19", "phones", [{"number": "+19", "extension": "3"}, {"number": "1"}]),
    ("phones[1]", None, "phones", [DOC["phones"][0]]),
    ("phones[+19]", None, "phones", DOC["phones"]),
    ("schedule_exceptions[2027-01-01/2027-01-02].closed", True, "schedule_exceptions",
     [*DOC["schedule_exceptions"], {"from": "2027-01-01", "to": "2027-01-02", "closed": True}]),
    ("schedules[1].opens_at", None, "schedules", [DOC["schedules"][0], {}]),  # the place of a row means something
    ("schedules[0].notes.en", None, "schedules", [{"opens_at": "08:00"}, {"opens_at": "12:30"}]),
    ("location.latitude+longitude", {"latitude": 1}, "location", {"latitude": 1, "room": "112"}),
    ("location.latitude+longitude", None, "location", {"room": "112"}),
    ("location.latitude+longitude+room", None, "location", None),
    ("email", "", "email", None),
    ("name", {}, "name", None),
    ("needs", [], "needs", None),
    ("x_off", False, "x_off", False),
    ('"x_a.b"."c[0]"[0]', None, "x_a.b", {"": 1, "c[0]": [[7, 8]]}),
    ('"x_a.b"."c[0]"[0].d', None, "x_a.b", DOC["x_a.b"]),
    ('"x_a.b"."c[0]"[0].d', 1, "x_a.b", {"": 1, "c[0]": [{"d": 1}, [7, 8]]}),
])  # fmt: skip
def test_a_value_is_put_at_a_path(path: str, value: object, member: str, becomes: object) -> None:
    expected = {key: inner for key, inner in {**DOC, member: becomes}.items() if inner is not None}
    assert with_value(DOC, path, value) == expected


def test_a_pair_shares_nothing_with_its_value() -> None:
    value = {"latitude": [1], "longitude": [2]}
    assert not {*containers(with_value(DOC, "location.latitude+longitude", value))} & {*containers(value)}


def test_a_list_that_loses_its_last_item_is_absent() -> None:
    assert with_value({"id": "p", "needs": ["food"]}, "needs[0]", None) == {"id": "p"}
    assert with_value({"id": "p", "location": {"address": {"city": "A"}}}, "location.address.city", None) == {"id": "p"}


PLACE = "is no place in a listing. Nothing was changed. Write it like name.es or schedules[0].closes_at."


@pytest.mark.parametrize(("path", "says"), [
    ("", f"“” {PLACE}"),
    (".", f"“.” {PLACE}"),
    ("name.", f"“name.” {PLACE}"),
    (".name", f"“.name” {PLACE}"),
    ("name..es", f"“name..es” {PLACE}"),
    ("name es", f"“name es” {PLACE}"),
    ("name=es", f"“name=es” {PLACE}"),
    ("[0]", f"“[0]” {PLACE}"),
    ("needs[]", f"“needs[]” {PLACE}"),
    ("needs[0", f"“needs[0” {PLACE}"),
    ("needs[0]]", f"“needs[0]]” {PLACE}"),
    ("needs[0]name", f"“needs[0]name” {PLACE}"),
    ('na"me"', f"“na\"me\"” {PLACE}"),
    ('"name', f"“\"name” {PLACE}"),
    ("a+", f"“a+” {PLACE}"),
    ("a+b.c", f"“a+b.c” {PLACE}"),
    ("a+b[0]", f"“a+b[0]” {PLACE}"),
    ("name\x1b[2J.es", "“name[2J.es” is no place in a listing. Nothing was changed. "
     "Write it like name.es or schedules[0].closes_at."),
    ("a+a", "“a+a” has a name twice. Nothing was changed. Keep one of them."),
    ('"\\q"', "“\"\\q\"” has quotation marks that cannot be read. Nothing was changed. Write the name as JSON does."),
    ("name.es.x", "“name.es” has nothing inside it. Nothing was changed. Leave out what comes after it."),
    ("schedules[0].opens_at.x", "“schedules[0].opens_at” has nothing inside it. Nothing was changed. "
     "Leave out what comes after it."),
    ("name.es[0]", "“name.es” has nothing inside it. Nothing was changed. Leave out what comes after it."),
    ("location.latitude.x", "“location.latitude” has nothing inside it. Nothing was changed. "
     "Leave out what comes after it."),
    ("name[0]", "“name” is no list. Nothing was changed. Write a dot and a name, like name.en."),
    ("needs.x", "“needs” is a list. Nothing was changed. Say which item, like needs[0]."),
    ("needs[3]", "“needs[3]” is past the end of the list. Nothing was changed. Write needs[2]."),
    ("needs[-1]", "“needs[-1]” is no item of the list. Nothing was changed. Write its place, like needs[0]."),
    ("needs[shots]", "“needs[shots]” is no item of the list. Nothing was changed. Write its place, like needs[0]."),
    ("needs[٣]", "“needs[\"٣\"]” is no item of the list. Nothing was changed. Write its place, like needs[0]."),
    ("phones[988].extension", "“phones[988]” is past the end of the list. Nothing was changed. "
     "Write phones[2], or phones[\"988\"] for a new one with that key."),
    ("schedules[a].notes", "“schedules[a]” is no item of the list. Nothing was changed. "
     "Write its place, like schedules[0]."),
    ('schedules[""].notes', "“schedules[\"\"]” is no item of the list. Nothing was changed. "
     "Write its place, like schedules[0]."),
    ("schedule_exceptions[2026-12-09].closed", "“schedule_exceptions[2026-12-09]” is no item of the list. "
     "Nothing was changed. Write its place, like schedule_exceptions[0]."),
    ("x_twice[s].v", "“x_twice[s]” is no item of the list. Nothing was changed. Write its place, like x_twice[0]."),
])  # fmt: skip
def test_a_wrong_path_is_refused_in_a_sentence(path: str, says: str) -> None:
    with pytest.raises(Refused) as reading:
        value_at(DOC, path)
    with pytest.raises(Refused) as writing:
        with_value(DOC, path, 1)
    assert str(reading.value) == str(writing.value) == says


@pytest.mark.parametrize(("path", "value", "says"), [
    ("location.latitude+longitude", 41, "“location.latitude+longitude” is more than one member. Nothing was changed. "
     "Write them together, like {\"latitude\": ..., \"longitude\": ...}."),
    ("location.latitude+longitude", {"room": 1}, "“location.latitude+longitude” is more than one member. "
     "Nothing was changed. Write them together, like {\"latitude\": ..., \"longitude\": ...}."),
    ("phones[+19]", {"number": "+20"}, "“phones[+19]” names one item and the value another. Nothing was changed. "
     "Write the same in both."),
    ("phones[+19].number", "+20", "“phones[+19].number” names one item and the value another. Nothing was changed. "
     "Write the same in both."),
    ("phones[+19].number", "", "“phones[+19].number” names one item and the value another. Nothing was changed. "
     "Write the same in both."),
    ("phones[+19]", "+19", "“phones[+19]” names one item and the value another. Nothing was changed. "
     "Write the same in both."),
])  # fmt: skip
def test_a_value_that_does_not_fit_its_path_is_refused(path: str, value: object, says: str) -> None:
    with pytest.raises(Refused) as refused:
        with_value(DOC, path, value)
    assert str(refused.value) == says


def test_rows_of_hours_have_no_key_even_when_there_is_one() -> None:
    with pytest.raises(Refused, match="no item of the list"):
        value_at({"schedules": [{"opens_at": "08:00"}]}, 'schedules[""]')


def test_a_path_has_bounds() -> None:
    deepest = ".".join(["x_a"] * DEEPEST)
    assert value_at(with_value({}, deepest, 1), deepest) == 1
    for path in (deepest + ".x", "x" * LONGEST + "x", "x" + "[0]" * LONGEST, "9" * LONGEST + "[" + "9" * LONGEST + "]"):
        with pytest.raises(Refused) as refused:
            with_value({}, path, 1)
        assert len(str(refused.value)) < 400
    assert value_at({}, "x" * LONGEST) is None


def test_a_key_of_many_digits_is_no_place() -> None:
    with pytest.raises(Refused, match="is no item"):
        with_value(DOC, f"needs[{'9' * 5000}]", "x")


@dataclass(frozen=True)
class Spot:
    """A path of a document, the path of what it lies in, and whether the keys of lists stay when it changes."""

    path: str
    within: str
    is_item: bool
    keeps_keys: bool


def spots(value: Any, path: str = "", name: str = "") -> Iterator[Spot]:
    """Each path of a document, written as merge does: by key where a list has keys."""
    if isinstance(value, dict):
        for key, inner in value.items():
            here = member_path(path, key)
            yield Spot(here, path, is_item=False, keeps_keys=key not in KEYS)
            yield from spots(inner, here, key)
    elif isinstance(value, list):
        keys = keys_of(name, value)
        for place, item in enumerate(value):
            here = item_path(path, keys[place]) if keys else f"{path}[{place}]"
            yield Spot(here, path, is_item=True, keeps_keys=not keys)
            yield from spots(item, here)


KEYS = ("id", "number", "from", "to")
VALUES = ANYTHING.filter(lambda value: value is not None and value not in ("", [], {}))
PLAIN_VALUES = VALUES.filter(lambda value: '"id"' not in json.dumps(value))


@given(DOCUMENTS, PLAIN_VALUES, st.data())
def test_what_is_put_is_found_and_all_else_stays(doc: Doc, value: object, data: st.DataObject) -> None:
    spot = data.draw(
        st.sampled_from([spot for spot in spots(doc) if spot.keeps_keys] or [Spot("x_n", "", False, True)])
    )
    before, old = copy.deepcopy(doc), value_at(doc, spot.path)
    after = with_value(doc, spot.path, value)
    assert alike(value_at(after, spot.path), value)
    assert alike(doc, before)
    assert not {*containers(after)} & {*containers(doc), *containers(value)}
    if old is not None:
        assert alike(with_value(after, spot.path, old), doc)


@given(DOCUMENTS, st.data())
def test_what_is_removed_is_gone_and_can_be_put_back(doc: Doc, data: st.DataObject) -> None:
    spot = data.draw(st.sampled_from(list(spots(doc))))
    old = value_at(doc, spot.path)
    without = with_value(doc, spot.path, None)
    assert not {*containers(without)} & {*containers(doc)}
    if spot.is_item:
        items, left = value_at(doc, spot.within), value_at(without, spot.within) or []
        assert isinstance(items, list)
        assert isinstance(left, list)
        assert len(left) == len(items) - 1
        assert all(any(alike(item, each) for each in items) for item in left)
    elif spot.keeps_keys:
        assert value_at(without, spot.path) is None
        assert alike(with_value(without, spot.path, old), doc)


@given(st.lists(ODD | st.text(max_size=5), min_size=1, max_size=5), st.data())
def test_every_name_and_key_can_be_written_and_read(names: list[str], data: st.DataObject) -> None:
    path = member_path("", names[0])
    for name in names[1:]:
        path = item_path(path, name) if data.draw(st.booleans()) else member_path(path, name)
    steps = steps_of(path)
    assert [step.names[0] if hasattr(step, "names") else step.key for step in steps] == names
    assert written(steps) == path


SIGNS = st.sampled_from(
    ["name", "needs", "phones", "x_a.b", "id", "+18605550112", "0", "1", "2", *'.[]"+=\\/ \n\x1b\ud800']
)


@given(DOCUMENTS | st.just(DOC), st.lists(SIGNS, max_size=9).map("".join) | st.text(max_size=9), VALUES)
def test_any_text_is_a_path_or_is_refused_in_words(doc: Doc, path: str, value: object) -> None:
    before = copy.deepcopy(doc)
    try:
        found = value_at(doc, path)
    except Refused as refused:
        assert "Nothing was changed." in str(refused)
        str(refused).encode()
        assert "\x1b" not in str(refused)
        with pytest.raises(Refused):
            with_value(doc, path, value)
    else:
        assert found is None or path
    assert doc == before
