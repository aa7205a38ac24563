"""What every test shares."""

from __future__ import annotations

import gc
import pickle
import tomllib
from functools import cache
from typing import Any

from hypothesis import HealthCheck, settings

settings.register_profile("kiosk", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", settings.get_profile("kiosk"))
settings.load_profile("kiosk")


gc.set_threshold(700, 10, 50)
"""As in the lobby (`kiosk.tui.rubbish`)."""

_loads = tomllib.loads


@cache
def _read(text: str) -> bytes:
    return pickle.dumps(_loads(text))


def _read_once(text: str, /, **more: Any) -> dict[str, Any]:
    """A TOML text as a tree of its own: content is read anew for each school of a test, and Python's reader is slow."""
    tree: dict[str, Any] = pickle.loads(_read(text)) if not more else _loads(text, **more)
    return tree


tomllib.loads = _read_once
