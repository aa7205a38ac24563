"""Builds the kiosk once: the one place that knows every part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.config import Places, School
from kiosk.services.center import Center
from kiosk.store import Store


@dataclass(frozen=True, slots=True)
class Kiosk:
    """A kiosk that is ready to work: what both front ends are given."""

    center: Center
    store: Store
    clock: Callable[[], datetime]
    """What time it is at school (aware, in its zone)."""
    language: str
    """The language to start in."""
    places: Places
    school: School


def make_kiosk(data: Path | None = None, at: str | None = None, language: str | None = None) -> Kiosk:
    """Build a kiosk on `data` (the default place when None), with the clock started at `at` (ISO 8601)."""
    raise NotImplementedError(data, at, language)
