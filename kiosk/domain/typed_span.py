"""Two times of a day as a person types them: `18:00-06:30`, `6 PM to 6:30 AM`, `de 6 p. m. a 6:30 a. m.`."""

from __future__ import annotations

import re

_TIME = r"(\d{1,2})(?:[:.h](\d\d))?(?:\s*([ap])\.?\s?m?\.?)?"
_SPAN = re.compile(rf"(?:from |de |desde |las )*{_TIME}\s*(?:-|–|—|to|until|till|a|hasta)\s*(?:las )?{_TIME}")
_NOON = 12


def read_span(text: str) -> tuple[str, str] | None:
    """The two times as `HH:MM`, over midnight or not; None for what cannot be read, or could mean two things.

    An hour from 1 to 12 needs AM or PM, minutes, or a zero before it.
    """
    found = _SPAN.fullmatch(" ".join(text.casefold().split()))
    if found is None:
        return None
    first, second = _time(*found.groups()[:3]), _time(*found.groups()[3:])
    return (first, second) if first and second else None


def _time(hour: str, minute: str | None, half: str | None) -> str:
    """`HH:MM`, empty when it is no time or its half of the day is not said."""
    at, past = int(hour), int(minute or 0)
    if past > 59:
        return ""
    if half is not None:
        if not 1 <= at <= _NOON:
            return ""
        at = at % _NOON + (_NOON if half == "p" else 0)
    elif minute is None and 1 <= at <= _NOON and not hour.startswith("0"):  # in the morning or in the evening?
        return ""
    return f"{at:02}:{past:02}" if at < 24 else ""
