"""What tests of the services share: PINs that are kept with little work."""

from __future__ import annotations

from functools import partial

import argon2
import pytest


@pytest.fixture(autouse=True)
def _quick_pins(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fifty PINs, each with the work that keeps a thief busy, take as long as five hundred other tests."""
    monkeypatch.setattr(argon2, "PasswordHasher", partial(argon2.PasswordHasher, time_cost=1, memory_cost=64))
