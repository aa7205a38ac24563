"""One day as a person types it: `Aug 31`, `31 de agosto`, `8/31`, `2026-08-31`. What could be two days is neither."""

from __future__ import annotations

from datetime import date

from kiosk.domain.typed.dates import date_at, skipped
from kiosk.domain.typed.notes import Notes
from kiosk.domain.typed.pieces import pieces
from kiosk.domain.typed.years import resolved

LONGEST = 60
"""Signs: more than any way to write a day."""


def read_day(text: str, not_before: date) -> date | None:
    """The day, the next one from `not_before` on where it says no year; None when it is none, or could be two."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        found = pieces(f"until {text[:LONGEST]}")  # behind that word `3 mar` is no Tuesday
    if len(found) < 2 or len(text) > LONGEST:
        return None
    typed = date_at(found, 1, wanted=True)
    if typed is None or skipped(found, typed[1], "dot") < len(found):
        return None
    return resolved(typed[0], Notes(text, not_before), not_before)
