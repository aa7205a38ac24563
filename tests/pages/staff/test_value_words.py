"""What stands in a listing, in words for staff: no value of any shape is shown as the JSON that it is kept as."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain.paths import value_at
from kiosk.pages.reader import Size
from kiosk.pages.staff.hours_change import day_that_differs
from kiosk.pages.staff.parts import StaffAsk
from kiosk.pages.staff.path_words import path_words
from kiosk.pages.staff.value_words import value_words
from kiosk.services.desk import Who
from kiosk.services.sheet_columns import flat
from tests.store.samples import listing_json
from tests.tui.staff.host import desk_kiosk


@pytest.fixture(scope="module")
def asks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, StaffAsk]:
    """The desk's words in both languages."""
    place: Path = tmp_path_factory.mktemp("words")
    kiosk = desk_kiosk(place / "school")
    words = kiosk.desk_words()
    return {code: StaffAsk(kiosk.desk(Who("ana")), words(code), kiosk.clock(), Size(120, 33)) for code in ("en", "es")}


CASES = [
    ("minutes_needed", 5, "5", "5"),
    ("sensitive", True, "yes", "sí"),
    ("status", "temporarily closed", "closed for now", "cerrado por ahora"),
    ("assured_date", "2026-11-02", "Nov 2", "2 nov"),
    ("sign_up.opens", "2025-08-24", "Aug 24, 2025", "24 ago 2025"),
    ("way_home.late_bus", "17:10:00", "5:10 PM", "5:10 p. m."),
    ("languages", ["en", "es"], "English, Spanish", "inglés, español"),
    ("eligibility.grades", ["PK", "K", "1"], "Pre-K, K, 1", "Pre-K, K, 1"),
    ("phones[988]", {"number": "+18605550112", "extension": "3"}, "860-555-0112 ext. 3", "860-555-0112 ext. 3"),
    ("cost_options[0]", {"amount": 0, "option": {"en": "With a card"}}, "free: With a card", "gratis: With a card"),
    ("location.address", {"address_1": "1 Maple St", "city": "Town"}, "1 Maple St, Town", "1 Maple St, Town"),
    ("location.latitude+longitude", {"latitude": 41.5, "longitude": -72}, "41.5, -72", "41.5, -72"),
    ("email", None, "nothing", "nada"),
    ("name", {"en": "A", "es": "B"}, "English: A; Spanish: B", "inglés: A; español: B"),
    ("places.state", "few", "few left", "quedan pocos"),
    (
        "schedule_exceptions[2026-12-09/2026-12-09]",
        {"from": "2026-12-09", "to": "2026-12-09", "closed": True, "reason": {"en": "Training"}},
        "closed Dec 9, Training",
        "cerrado el 9 dic, Training",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value", "english", "spanish"), CASES)
def test_values_in_words(asks: dict[str, StaffAsk], path: str, value: object, english: str, spanish: str) -> None:
    assert value_words(asks["en"], path, value) == english
    assert value_words(asks["es"], path, value).casefold() == spanish.casefold()


def test_every_place_of_a_listing_has_a_name_and_words(asks: dict[str, StaffAsk]) -> None:
    doc = listing_json()
    for path in flat(doc):
        for ask in asks.values():
            name, words = path_words(ask, path), value_words(ask, path, value_at(doc, path))
            assert name != path, path
            assert not any(sign in name for sign in "{}_"), (path, name)
            assert not any(sign in words for sign in "{}"), (path, words)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=12,
)
PLACES = [
    "schedules", "schedule_exceptions[0]", "phones[0]", "cost_options[0]", "name", "location.address", "x_a",
    "assured_date+assurer", "needs", "papers.asks", "sign_up.opens", "way_home.late_bus", "", "status",
]  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(PLACES), json_values)
def test_any_value_in_any_place_is_said_somehow(asks: dict[str, StaffAsk], path: str, value: object) -> None:
    """A question may hold what an older or another kiosk wrote."""
    assert isinstance(value_words(asks["en"], path, value), str)
    assert isinstance(path_words(asks["en"], path), str)


ROW = {"freq": "WEEKLY", "byday": ["MO", "FR"], "opens_at": "08:00", "closes_at": "16:00"}


def friday(closes: str, **more: object) -> list[object]:
    return [{**ROW, "byday": ["MO"]}, {**ROW, "byday": ["FR"], "closes_at": closes, **more}]


def test_hours_of_the_one_day_that_differs_are_drawn(asks: dict[str, StaffAsk]) -> None:
    found = day_that_differs(asks["en"], (friday("14:00"), friday("12:00"), [ROW]))
    assert found is not None
    label, days = found
    assert label == "Hours on Friday"
    assert [day.words for day in days] == ["8:00 AM to 2:00 PM", "8:00 AM to 12:00 PM", "8:00 AM to 4:00 PM"]
    assert [(day.bars[0].start, day.bars[0].length) for day in days] == [(0, 0.75), (0, 0.5), (0, 1)]


@pytest.mark.parametrize(
    "sides",
    [
        ([ROW], [ROW]),
        ([ROW], [{**ROW, "closes_at": "12:00"}]),
        ([ROW], friday("14:00", until="2027-01-01")),
        ([ROW], [{**ROW, "freq": "MONTHLY", "byday": ["1SA"]}]),
        ([ROW], [{**ROW, "on": "no-school-days", "byday": ["FR"]}, {**ROW, "on": "school-days", "byday": ["MO"]}]),
        ([ROW], "not rows"),
        ([ROW], [{"byday": 7}]),
    ],
)
def test_where_more_than_one_day_differs_nothing_is_drawn(
    asks: dict[str, StaffAsk], sides: tuple[object, object]
) -> None:
    assert day_that_differs(asks["en"], sides) is None


def test_hours_over_midnight_and_a_day_that_is_closed(asks: dict[str, StaffAsk]) -> None:
    late = [{**ROW, "byday": ["MO"]}, {**ROW, "byday": ["FR"], "opens_at": "22:00", "closes_at": "02:00"}]
    found = day_that_differs(asks["en"], (late, [{**ROW, "byday": ["MO"]}]))
    assert found is not None
    assert [day.words for day in found[1]] == ["10:00 PM to 2:00 AM", "closed"]
