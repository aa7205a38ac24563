"""What is wrong with a listing, by field and code, and the sentence staff read."""

from __future__ import annotations

import string
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kiosk.domain.listing import Listing
from kiosk.domain.problems import CODES, Problem
from kiosk.domain.validate import problems, sentence
from kiosk.store.codec import to_listing
from tests.store.samples import listing_json

NEEDS = frozenset({"check-ups", "shots", "sick-visits"})
SUPPORTS = frozenset({"school-based-health-clinic", "medication-management"})


def found(change: Callable[[dict[str, Any]], object]) -> list[tuple[str, str]]:
    """The problems of the sample after one change to it."""
    doc = deepcopy(listing_json())
    change(doc)
    return [(problem.field, problem.code) for problem in problems(to_listing(doc), NEEDS, SUPPORTS)]


def put(path: str, value: object) -> Callable[[dict[str, Any]], object]:
    """A change that puts a value at a path, `phones.0.number`."""

    def change(doc: dict[str, Any]) -> None:
        *way, last = path.split(".")
        here: Any = doc
        for step in way:
            here = here[int(step) if step.isdigit() else step]
        here[int(last) if last.isdigit() else last] = value

    return change


def test_the_sample_is_right() -> None:
    assert found(lambda _: None) == []


@pytest.mark.parametrize(("path", "value", "field", "code"), [
    ("needs.0", "chek-ups", "needs[0]", "unknown-need"),
    ("needs.1", "check-ups", "needs[1]", "twice"),
    ("supports.1", "wizardry", "supports[1]", "unknown-support"),
    ("schedules.0.closes_at", "25:00", "schedules[0].closes_at", "bad-time"),
    ("schedules.0.opens_at", "8am", "schedules[0].opens_at", "bad-time"),
    ("schedules.0.opens_at", "", "schedules[0].opens_at", "no-opening-time"),
    ("schedules.1.closes_at", "", "schedules[1].closes_at", "no-closing-time"),
    ("schedules.0.until", "2026-08-30", "schedules[0].until", "upside-down"),
    ("schedules.0.byday", ["1MO"], "schedules[0].byday[0]", "byday-weekly"),
    ("schedules.0.byday", ["MON"], "schedules[0].byday[0]", "bad-byday"),
    ("schedules.0.bymonthday", [3], "schedules[0].bymonthday", "month-days-weekly"),
    ("schedules.0.interval", 0, "schedules[0].interval", "bad-interval"),
    ("schedule_exceptions.0.to", "2026-12-08", "schedule_exceptions[0].to", "upside-down"),
    ("schedule_exceptions.1.closed", True, "schedule_exceptions[1].closed", "closed-with-hours"),
    ("schedule_exceptions.1.opens_at", "", "schedule_exceptions[1].opens_at", "no-opening-time"),
    ("sign_up.url", "htps://example.org", "sign_up.url", "bad-url"),
    ("sign_up.url", "https://localhost/form", "sign_up.url", "bad-url"),
    ("sign_up.url", "https://exa mple.org", "sign_up.url", "bad-url"),
    ("sign_up.url", "https://example.org@evil.example", "sign_up.url", "bad-url"),
    ("sign_up.url", "https://example.org:99999", "sign_up.url", "bad-url"),
    ("sign_up.url", "javascript:alert(1)", "sign_up.url", "bad-url"),
    ("sign_up.url", "http://example.org/form", "sign_up.url", "not-https"),
    ("sign_up.url", "https://www.bit.ly/x", "sign_up.url", "shortener"),
    ("organization.url", "https://tinyurl.com/x", "organization.url", "shortener"),
    ("sign_up.closes", "2026-08-01", "sign_up.closes", "upside-down"),
    ("phones.0.number", "860-555-0112", "phones[0].number", "bad-phone"),
    ("phones.0.number", "12", "phones[0].number", "bad-phone"),
    ("phones.0.extension", "x3", "phones[0].extension", "bad-extension"),
    ("phones.0.languages", ["spanish"], "phones[0].languages[0]", "bad-language"),
    ("languages", ["en", "ES"], "languages[1]", "bad-language"),
    ("email", "clinic at example", "email", "bad-email"),
    ("eligibility.minimum_age", 13, "eligibility.maximum_age", "ages-reversed"),
    ("eligibility.maximum_age", 300, "eligibility.maximum_age", "bad-age"),
    ("eligibility.grades", ["K", "13"], "eligibility.grades[1]", "bad-grade"),
    ("location.latitude", 91, "location.latitude", "bad-latitude"),
    ("location.longitude", -181, "location.longitude", "bad-longitude"),
    ("location.longitude", None, "location.longitude", "half-a-place"),
    ("location.address.country", "USA", "location.address.country", "bad-country"),
    ("cost_options.0.amount", -1, "cost_options[0].amount", "negative"),
    ("cost_options.0.currency", "$", "cost_options[0].currency", "bad-currency"),
    ("papers.asks", ["passport"], "papers.asks[0]", "bad-paper"),
    ("minutes_needed", -5, "minutes_needed", "negative"),
    ("name", {"en": "  "}, "name", "no-name"),
    ("name", {}, "name", "no-name"),
    ("name.en", "Two\nlines", "name.en", "one-line"),
    ("name.english", "Clinic", "name.english", "bad-language"),
    ("name.es", "", "name.es", "blank"),
    ("description.en", "x" * 4001, "description.en", "too-long"),
    ("location.room", "1\n2", "location.room", "one-line"),
    ("location.room", "x" * 301, "location.room", "too-long"),
    ("eligibility.conditions", ["x" * 301], "eligibility.conditions[0]", "too-long"),
    ("cost_options.0.option.en", " ", "cost_options[0].option.en", "blank"),
    ("number", 7, "number", "bad-number"),
    ("id", "../lock", "id", "bad-id"),
    ("places", {"state": "few", "left": -1}, "places.left", "negative"),
    ("places", {"state": "few", "good_for_days": 0}, "places.good_for_days", "too-many-days"),
])  # fmt: skip
def test_one_wrong_field_is_named_with_its_code(path: str, value: object, field: str, code: str) -> None:
    assert (field, code) in found(put(path, value))


@pytest.mark.parametrize(("row", "code"), [
    ({"opens_at": "09:00", "closes_at": "12:00"}, "no-days"),
    ({"freq": "MONTHLY", "byday": ["1SA"], "interval": 2}, "no-start"),
    ({"freq": "MONTHLY", "bymonthday": [32]}, "bad-month-day"),
    ({"byday": ["MO"], "valid_from": "2026-09-02", "valid_to": "2026-09-01"}, "upside-down"),
])  # fmt: skip
def test_a_row_that_cannot_be_read_is_named(row: dict[str, object], code: str) -> None:
    assert code in [each for _, each in found(put("schedules", [row]))]


@pytest.mark.parametrize("row", [
    {"freq": "MONTHLY", "byday": ["1SA", "-1FR"], "opens_at": "18:00", "closes_at": "07:00"},
    {"byday": ["SU"], "opens_at": "00:00", "closes_at": "24:00"},
    {"on": "no-school-days", "opens_at": "08:00", "closes_at": "17:00"},
    {"dtstart": "2026-09-01", "interval": 2, "opens_at": "08:00", "closes_at": "09:00"},
    {"byday": ["MO"], "description": {"en": "Call for the time."}},
])  # fmt: skip
def test_a_row_that_can_be_read_is_not(row: dict[str, object]) -> None:
    assert found(put("schedules", [row])) == []


@pytest.mark.parametrize("name", [{"es": "Despensa"}, {"pt-BR": "Despensa", "zh-Hans": "x"}])
def test_a_name_in_any_one_language_is_enough(name: dict[str, str]) -> None:
    assert found(put("name", name)) == []


@pytest.mark.parametrize("number", ["988", "741741", "+18605550112"])
def test_a_short_number_is_a_phone_number_too(number: str) -> None:
    assert found(put("phones.0.number", number)) == []


def test_all_that_is_wrong_is_found_at_once() -> None:
    listing = Listing(id="a", name={}, email="x", assured_date=date(2026, 11, 2))
    assert {each.code for each in problems(listing, NEEDS, SUPPORTS)} == {"no-name", "bad-email"}
    assert problems(replace(listing, name={"en": "A"}, email=""), NEEDS, SUPPORTS) == []


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_sentence_names_the_field_and_says_what_to_do(code: str) -> None:
    said = sentence(Problem("schedules[0].closes_at", code, "25:00"))
    assert said.startswith("schedules[0].closes_at: ")
    assert said[-1] == "."
    assert not set("{}") & set(said)
    asked = ("Write", "Change", "Take", "Keep", "Shorten")
    assert any(word in said for word in asked), said
    assert set(said) <= set(string.printable) | set("“”")


def test_braces_in_what_people_wrote_are_shown_as_they_are() -> None:
    assert "“{detail}{0}”" in sentence(Problem("email", "bad-email", "{detail}{0}"))
