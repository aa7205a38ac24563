"""Frozen values: what the standard library's frozen dataclasses promise holds for ours."""

from __future__ import annotations

import copy
import dataclasses
import pickle

import pytest

from kiosk.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """Two numbers in order, and a list of its own."""

    x: int
    y: int = 2
    seen: list[int] = dataclasses.field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Point):
    """A point with a name."""

    name: str


@dataclass(frozen=True, slots=True)
class One:
    """A single value."""

    only: str = ""


def test_values_are_given_in_order_or_by_name() -> None:
    assert Point(1) == Point(x=1, y=2) == Point(1, 2, [])
    assert (Named(1, name="a").x, Named(1, name="a").name) == (1, "a")


@pytest.mark.parametrize(
    ("given", "named"),
    [((), {}), ((1,), {"x": 1}), ((1, 2, [], 4), {}), ((1,), {"z": 3}), ((1,), {"name": "a"})],
    ids=["missing", "twice", "too many", "not known", "of another class"],
)
def test_other_values_are_refused(given: tuple[int, ...], named: dict[str, int]) -> None:
    with pytest.raises(TypeError):
        Point(*given, **named)  # type: ignore[arg-type]


def test_what_is_made_for_one_value_is_not_shared() -> None:
    assert Point(1).seen is not Point(1).seen


def test_nothing_is_set_or_taken_away_afterwards() -> None:
    point = Point(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        point.x = 3  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del point.x
    with pytest.raises(AttributeError):
        point.z = 3  # type: ignore[attr-defined]
    assert point.x == 1


def test_values_are_equal_by_class_and_content() -> None:
    assert One("a") == One("a") != One("b")
    assert Point(1) != Named(1, name="a")
    assert hash(One("a")) == hash(One("a"))
    with pytest.raises(TypeError):
        hash(Point(1))


def test_a_value_is_replaced_copied_and_pickled_whole() -> None:
    point = Named(1, name="a")
    assert dataclasses.replace(point, y=5) == Named(1, 5, name="a")
    assert copy.deepcopy(point) == pickle.loads(pickle.dumps(point)) == point
    assert dataclasses.asdict(point) == {"x": 1, "y": 2, "seen": [], "name": "a"}


def test_a_value_shows_its_fields() -> None:
    assert repr(Named(1, name="a")) == "Named(x=1, y=2, seen=[], name='a')"


def test_methods_of_its_own_are_kept() -> None:
    @dataclass(frozen=True, slots=True)
    class Spoken:
        """A value that shows itself another way."""

        words: str

        def __repr__(self) -> str:
            return self.words

    assert repr(Spoken("hello")) == "hello"
