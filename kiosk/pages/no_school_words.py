"""What a listing does on days without school, and who has the child then."""

from __future__ import annotations

from kiosk.domain.kept import Kept
from kiosk.pages.hours_words import follows_school, no_school_hours
from kiosk.pages.no_school_days import no_school_ahead
from kiosk.pages.reader import Ask
from kiosk.pages.rows import neutral_name, number

LOOK_AHEAD = 40
"""Days: further away, nobody asks yet who has the child."""


def no_school_text(ask: Ask, kept: Kept) -> tuple[str, str]:
    """`Closed. Care room is open: No. 118.`, and the same for 80 columns; empty when it does not follow the school."""
    say = ask.words.say
    own = no_school_hours(ask, kept.listing)
    if own:
        return own, own
    if not follows_school(kept.listing):
        return "", ""
    care = _care(ask, kept)
    if care is None:
        return say("Closed."), say("Closed.")
    name, at = neutral_name(ask, care.listing), number(ask, care.listing)
    return (
        say("Closed. Open that day: {name}, {number}.", name=name, number=at),
        say("Closed. Care: {number}", number=at),
    )


def _care(ask: Ask, kept: Kept) -> Kept | None:
    """What has children on the next day without school that has any care; where one must call first is not named."""
    for day in (day for days in no_school_ahead(ask, LOOK_AHEAD) for day in days.days):
        for item in ask.center.directory.open_on(day):
            if item.kept.id != kept.id and item.start is not None and "care" in item.kept.listing.needs:
                return item.kept
    return None
