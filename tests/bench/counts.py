"""How much the bench measures: all of it, or little in a few minutes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is measured."""

    rounds: int = 7
    taps: int = 60
    phrases: int = 7
    changes: int = 10_000
    settled_after: int = 500
    """Screen changes before memory is first looked at."""
    saves: int = 300
    warm: int = 30
    """Saves before the first one that counts."""
    seen: int = 8
    screens: int = 100
    """Screens of the desk at most: all there are."""
    idle: float = 10.0
    sizes: tuple[int, ...] = (100, 1_000, 10_000, 50_000)
    """Listings, for what is measured of the store."""
    few: int = 200
    many: int = 10_000
    memory_at: int = 1_000


QUICK = Counts(rounds=3, taps=25, phrases=3, changes=1_500, saves=100, warm=10, sizes=(100, 10_000), seen=4, idle=4.0)
