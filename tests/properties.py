"""How often a property is tried: a few examples at every `make test`, all of them at `make slow`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

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
