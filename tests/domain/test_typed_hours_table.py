"""Hours as people type them, in both languages: what is read, and what is refused, as `typed-hours.toml` lists them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kiosk.domain.hours_reading import CODES
from kiosk.domain.listing import Listing
from kiosk.domain.typed_hours import read_hours
from kiosk.domain.validate_hours import exception_problems, row_problems
from tests.domain.hours import day
from tests.domain.typed import refused, told

TABLE = tomllib.loads((Path(__file__).parents[1] / "fixtures" / "typed-hours.toml").read_text("utf-8"))
READ = [(typed, want) for part in ("english", "spanish", "mixed") for typed, want in TABLE[part].items()]
REFUSED = list(TABLE["refused"].items())
TODAY = day("2026-11-24")


@pytest.mark.parametrize(("typed", "want"), READ)
def test_what_is_read(typed: str, want: str) -> None:
    reading = read_hours(typed, TODAY)
    assert (told(reading), [refused(problem) for problem in reading.problems]) == (want, [])
    assert reading.can_be_taken


@pytest.mark.parametrize(("typed", "want"), REFUSED)
def test_what_is_refused(typed: str, want: list[str]) -> None:
    reading = read_hours(typed, TODAY)
    assert [refused(problem) for problem in reading.problems] == want
    assert not reading.can_be_taken


def test_the_table_is_as_long_as_what_people_type() -> None:
    assert len(TABLE["english"]) >= 100
    assert len(TABLE["spanish"]) >= 100
    assert len(READ) >= 200
    assert len(REFUSED) >= 40


def test_each_kind_of_problem_stands_in_the_table() -> None:
    shown = {problem.split(" ")[0] for problems in TABLE["refused"].values() for problem in problems}
    assert CODES - shown == {"too-long"}
    assert shown <= CODES


@pytest.mark.parametrize("typed", [typed for typed, _ in READ])
def test_what_is_read_can_be_kept(typed: str) -> None:
    reading = read_hours(typed, TODAY)
    listing = Listing(id="x", name={"en": "X"}, schedules=reading.rows, schedule_exceptions=reading.exceptions)
    assert not [problem for row in listing.schedules for problem in row_problems(row, "row")]
    assert not [problem for each in listing.schedule_exceptions for problem in exception_problems(each, "day")]


@pytest.mark.parametrize("typed", [typed for typed, _ in READ + REFUSED])
def test_every_piece_that_is_named_stands_in_the_text(typed: str) -> None:
    reading = read_hours(typed, TODAY)
    named = [(each.position, each.text) for each in reading.problems]
    named += [(each.position, each.text) for each in reading.filled]
    for position, text in named:
        assert typed[position : position + len(text)] == text
    assert [each.position for each in reading.problems] == sorted(each.position for each in reading.problems)


@pytest.mark.parametrize("typed", [typed for typed, _ in READ])
def test_capitals_and_accents_change_nothing(typed: str) -> None:
    plain = read_hours(typed.lower(), TODAY)
    loud = read_hours(typed.upper(), TODAY)
    assert plain.rows == loud.rows == read_hours(typed, TODAY).rows
