"""A listing as one row of a list: its name, what it is now, what it is, what it costs, and where."""

from __future__ import annotations

from kiosk.domain.kept import Kept
from kiosk.domain.listing import Listing
from kiosk.pages.cost import short_cost, short_papers
from kiosk.pages.fit import capital, fit
from kiosk.pages.parts import Choice, State
from kiosk.pages.place import place, short_place
from kiosk.pages.places_words import room_left
from kiosk.pages.reader import Ask
from kiosk.pages.route import Route
from kiosk.pages.shelf_words import shelf_left
from kiosk.pages.state import state_of

NOTE_CELLS, SMALL_NOTE_CELLS = 41, 38
"""From a row's text column to its state's column, in the lobby and at 80 columns."""


def row(ask: Ask, kept: Kept, because: str = "", state: State | None = None) -> Choice:
    """One row of results. `because` says why a guided walk put it there."""
    listing, words = kept.listing, ask.words
    shelf = shelf_left(ask, kept)
    note = because or words.pick(listing.description)
    if shelf and not (because or ask.size.wide):  # at 80 columns the place stands where the lobby has the detail
        note = capital(shelf)
    return Choice(
        go=Route("listing", kept.id),
        label=words.pick(listing.name),
        big=words.pick(listing.alternate_name) or words.pick(listing.name),
        number=number(ask, listing),
        state=state or state_of(ask, kept),
        note=note if ask.size.plain else fit(note, NOTE_CELLS if ask.size.wide else SMALL_NOTE_CELLS),
        detail=shelf or detail(ask, listing),
        place=place(ask, listing),
        because=because,
    )


def neutral_row(ask: Ask, kept: Kept) -> Choice:
    """One row of my list: a sensitive listing stands there under its neutral name."""
    return Choice(
        go=Route("listing", kept.id),
        label=neutral_name(ask, kept.listing),
        big=ask.words.pick(kept.listing.alternate_name) or ask.words.pick(kept.listing.name),
        number=number(ask, kept.listing),
        state=state_of(ask, kept),
        place=short_place(ask, kept.listing),
    )


def neutral_name(ask: Ask, listing: Listing) -> str:
    """The name that others may read over one's shoulder: for a sensitive listing never its own."""
    if not listing.sensitive:
        return ask.words.pick(listing.name)
    return ask.words.pick(listing.alternate_name) or ask.words.say("No. {number}", number=listing.number or "")


def number(ask: Ask, listing: Listing) -> str:
    """`No. 214`; empty for a listing that was never saved."""
    return ask.words.say("No. {number}", number=listing.number) if listing.number is not None else ""


def detail(ask: Ask, listing: Listing) -> str:
    """Beside what it is: room left when somebody said so, else cost and papers."""
    left = room_left(ask, listing)
    return left or f"{short_cost(ask, listing)} · {short_papers(ask, listing)}"
