"""What is said of a line that was typed before and not taken, when it is asked for again."""

from __future__ import annotations

from datetime import date

from kiosk.pages.staff.parts import StaffAsk


def typed_before(ask: StaffAsk, on: date) -> str:
    """When it was typed, and how it is cleared; going on keeps it."""
    return ask.words.say("You were typing this on {day}. Keep it, or ^U clears it.", day=ask.words.date(on))
