"""How much room a program has left, with the day it was said; a number that went stale becomes *ask*."""

from __future__ import annotations

from kiosk.domain.listing import Listing
from kiosk.domain.places import places_now
from kiosk.pages.reader import Ask


def room_left(ask: Ask, listing: Listing) -> str:
    """`6 places left, said Tuesday`; empty when nobody said, or it was long ago."""
    places = listing.places
    if places is None or places.said is None or places_now(listing, ask.today) not in ("open", "few"):
        return ""
    said = ask.words.said(places.said, ask.today)
    if places.left is not None:
        return ask.words.count("{n} place left, said {day}", "{n} places left, said {day}", places.left, day=said)
    if places.state == "few":
        return ask.words.say("few places left, said {day}", day=said)
    return ""


def places_text(ask: Ask, listing: Listing) -> str:
    """The same as a sentence of a fact: `Places: 20, said Monday.`; `Places: ask.` when what was said went stale."""
    say, places = ask.words.say, listing.places
    if places is None or places.said is None:
        return ""
    state, said = places_now(listing, ask.today), ask.words.said(places.said, ask.today)
    if state == "ask":
        return say("Places: ask.")
    if state in ("full", "waitlist"):
        return say("Full, said {day}.", day=said)
    if places.left is not None:
        return say("Places: {left}, said {day}.", left=places.left, day=said)
    return say("Few places, said {day}.", day=said) if state == "few" else ""
