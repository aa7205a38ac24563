"""A time of the school day as a person types it: `12:30`, `1230`, `1:10`, `1 pm`, `10.30 a. m.`"""

from __future__ import annotations

import re

from kiosk.domain.text import fold

_TIME = re.compile(r"(\d{1,2})[:.h]?([0-5]\d)?(?:\s?([ap])\.?\s?(?:m\.?)?)?")
_NOON = ("noon", "mediodia")
_EARLIEST = 7
"""No school begins or ends before this hour of the morning: a smaller one is in the afternoon."""
_HALF_DAY = 12


def read_school_time(text: str) -> str:
    """The time as `HH:MM`; empty when it is none."""
    folded = " ".join(fold(text).split())
    if folded in _NOON:
        return "12:00"
    found = _TIME.fullmatch(folded)
    if found is None:
        return ""
    hour, minute, half = int(found[1]), found[2] or "00", found[3]
    if half:
        if not 1 <= hour <= _HALF_DAY:
            return ""
        hour = hour % _HALF_DAY + (_HALF_DAY if half == "p" else 0)
    elif 1 <= hour < _EARLIEST:
        hour += _HALF_DAY
    return f"{hour:02}:{minute}" if 0 < hour < 24 else ""
