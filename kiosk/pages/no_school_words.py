"""What a listing does on days without school, and who has the child then."""

from __future__ import annotations

from datetime import date

from kiosk.domain.kept import Kept
from kiosk.domain.places import is_stale
from kiosk.pages.hours_words import follows_school, no_school_hours
from kiosk.pages.no_school_days import no_school_ahead
from kiosk.pages.reader import Ask
from kiosk.pages.rows import neutral_name, number

CARE = "care"
"""The need of having a child looked after."""
LOOK_AHEAD = 40
"""Days: further away, nobody asks yet who has the child."""


def no_school_text(ask: Ask, kept: Kept) -> tuple[str, str]:
    """`Closed. Open Fri Nov 27: Care room, No. 118.`, and the same for 80 columns; empty where it keeps its own days.

    The day is the first without school on which any care is open: it may not be the first without school.
    """
    say = ask.words.say
    own = no_school_hours(ask, kept.listing)
    if own:
        return own, own
    if not follows_school(kept.listing):
        return "", ""
    care = _care(ask, kept)
    if care is None:
        return say("Closed."), say("Closed.")
    day, there = care
    name, at = neutral_name(ask, there.listing), number(ask, there.listing)
    return (
        say("Closed. Open {day}: {name}, {number}.", day=ask.words.weekday_date(day), name=name, number=at),
        say("Closed. {day}: {number}", day=ask.words.date(day), number=at),
    )


def _care(ask: Ask, kept: Kept) -> tuple[date, Kept] | None:
    """The next day without school that has any care, and who has children then; not where one must call first."""
    for day in (day for days in no_school_ahead(ask, LOOK_AHEAD) for day in days.days):
        for item in ask.center.directory.open_on(day):
            listing = item.outline
            known = item.start is not None and not is_stale(listing, ask.today)
            if known and item.kept.id != kept.id and CARE in listing.needs:
                return day, item.kept
    return None
