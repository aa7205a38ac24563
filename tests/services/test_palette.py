"""Commands by what is typed of their names."""

from __future__ import annotations

import pytest

from kiosk.services.palette import Palette, alike

NAMES = [("New listing", "Ficha nueva"), ("Snow day: close the school", "Día de nieve"), ("Settings", "Ajustes")]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", [0, 1, 2]), ("new", [0]), ("nieve", [1]), ("DIA", [1]), ("snow cl", [1]), ("cl snow", [1]),
        ("setings", [2]), ("ajsutes", [2]), ("istin", [0]), ("xyzzy", []), ("new xyzzy", []), ("nwe", []),
    ],
)  # fmt: skip
def test_words_begun_within_and_with_a_slip_are_found(typed: str, found: list[int]) -> None:
    assert Palette(NAMES).find(typed) == found


def test_the_nearest_stands_first() -> None:
    assert Palette([("a reopening",), ("open today",)]).find("open") == [1, 0]


def test_a_name_like_what_was_typed_is_found() -> None:
    names = {"a": "214 school food shelf", "b": "306 homework club", "c": "118 clinic"}
    assert alike("hoemwork club", names, 5)[0] == "b"
    assert alike("zzzzzz", names, 5) == []
