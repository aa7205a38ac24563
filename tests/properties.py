"""What every `make test` tries: a few examples of a property, one of several forms. `make slow` tries all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import pytest
from hypothesis import settings

THOROUGH = "thorough"
"""The profile and the marker of `make slow`."""
SHARE = 5
"""`make test` tries one in so many."""
Test = TypeVar("Test", bound=Callable[..., object])


def tried(times: int) -> Callable[[Test], Test]:
    """Mark a property to be tried so many times where there is time."""
    is_thorough = settings.get_current_profile_name() == THOROUGH
    chosen = settings(max_examples=times if is_thorough else times // SHARE)

    def marked(test: Test) -> Test:
        return pytest.mark.thorough(chosen(test))  # type: ignore[no-any-return]  # pytest's marks give back the test

    return marked


def first(values: Iterable[Any], quick: int = 1) -> list[Any]:
    """Values of a parameter, of which the first few are tried at every `make test` and the others at `make slow`."""
    return [value if at < quick else pytest.param(value, marks=pytest.mark.slow) for at, value in enumerate(values)]
