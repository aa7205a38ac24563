"""Short numbers: the smallest free one from 101 up, and none again within 400 days."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kiosk.store.numbers import Numbers, is_past


def test_the_first_number_is_101_and_gaps_are_filled() -> None:
    numbers = Numbers([102, 104])
    assert [numbers.give() for _ in range(4)] == [101, 103, 105, 106]


def test_a_number_is_taken_once() -> None:
    numbers = Numbers([])
    assert numbers.take(101)
    assert not numbers.take(101)
    assert numbers.give() == 102


@given(st.sets(st.integers(101, 140)), st.integers(1, 20))
def test_no_number_is_given_twice_and_each_is_the_smallest(taken: set[int], wanted: int) -> None:
    numbers = Numbers(taken)
    given_out = [numbers.give() for _ in range(wanted)]
    free = [number for number in range(101, 200) if number not in taken]
    assert given_out == free[:wanted]


def test_a_tombstone_stays_for_400_days() -> None:
    buried = datetime(2026, 11, 25, 12, tzinfo=UTC)
    at = "2026-11-25T12:00:00.000Z"
    assert not is_past(at, buried + timedelta(days=400))
    assert is_past(at, buried + timedelta(days=400, seconds=1))
