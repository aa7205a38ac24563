"""Where the key focus goes from here: the nearest part in a direction, as an eye would look for it."""

from __future__ import annotations

from collections.abc import Iterable

from textual.geometry import Region
from textual.widget import Widget

_OTHER_WAY = 10**6


def nearest(here: Widget, among: Iterable[Widget], x: int, y: int) -> Widget | None:
    """The nearest of the parts to the right (`x` 1), left (-1), below (`y` 1) or above (-1); None if there is none."""
    others = [(_distance(here.region, each.region, x, y), each) for each in among if each is not here]
    distance, best = min(others, key=lambda other: other[0], default=(_OTHER_WAY, None))
    return best if distance < _OTHER_WAY else None


def _distance(here: Region, there: Region, x: int, y: int) -> int:
    """How far `there` is in a direction, sideways distance counting more; `_OTHER_WAY` when it lies elsewhere."""
    if x:
        along = (there.x - here.right) if x > 0 else (here.x - there.right)
        across = _apart(here.y, here.bottom, there.y, there.bottom) * 4
    else:
        along = (there.y - here.bottom) * 2 if y > 0 else (here.y - there.bottom) * 2
        across = _apart(here.x, here.right, there.x, there.right)
    if along < -1:
        return _OTHER_WAY
    centre = abs((here.x + here.right) - (there.x + there.right)) // 8 if y else 0
    return along + across * 2 + centre


def _apart(a_start: int, a_end: int, b_start: int, b_end: int) -> int:
    """The gap between two spans, 0 when they overlap."""
    return max(0, b_start - a_end + 1, a_start - b_end + 1)
