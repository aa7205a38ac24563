"""Where something is, in words: a room of this school, an address, or only a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.listing import Listing
from kiosk.pages.fit import cells
from kiosk.services.rooms import room

if TYPE_CHECKING:
    from kiosk.pages.reader import Ask
    from kiosk.words import Words


PLACE_CELLS = 24
"""The width of a row's last column: a street, and how to get there."""


def room_in(words: Words, name: str) -> str:
    """A room as it stands in a sentence: `Ask in Room 104`, `Ask in the library`."""
    if any(sign.isdigit() for sign in name):
        return words.context("in a sentence", "Room {room}", room=name)
    return _usual_in(words).get(name.casefold(), name)


def _usual_in(words: Words) -> dict[str, str]:
    context = words.context
    return {
        "": context("in a sentence", "the office"),
        "office": context("in a sentence", "the office"),
        "front office": context("in a sentence", "the front office"),
        "library": context("in a sentence", "the library"),
        "gym": context("in a sentence", "the gym"),
        "field": context("in a sentence", "the field"),
        "lunch room": context("in a sentence", "the lunch room"),
        "cafeteria": context("in a sentence", "the cafeteria"),
        "auditorium": context("in a sentence", "the auditorium"),
        "playground": context("in a sentence", "the playground"),
        "art room": context("in a sentence", "the art room"),
        "music room": context("in a sentence", "the music room"),
    }


def place(ask: Ask, listing: Listing) -> str:
    """One line for a list row: `Room 104, this school`, `12 Elm St`, or `By phone`."""
    here = listing.location
    if here is None:
        return ask.words.say("By phone") if listing.phones else ""
    if here.at_school:
        if not here.room:
            return ask.words.say("This school")
        return ask.words.say("{room}, this school", room=room(ask.words, here.room))
    return _on_the_way(ask, listing) or here.name or (ask.words.say("By phone") if listing.phones else "")


def _on_the_way(ask: Ask, listing: Listing) -> str:
    """`12 Elm St, 5 min walk`; only the street where both do not fit, empty without an address."""
    way = ask.words.pick(listing.location.transportation) if listing.location else ""
    there = f"{street(listing)}, {way}" if way else street(listing)
    return there if street(listing) and cells(there) <= PLACE_CELLS else street(listing)


def short_place(ask: Ask, listing: Listing) -> str:
    """`Room 104` without the school, or the street."""
    here = listing.location
    if here is not None and here.at_school and here.room:
        return room(ask.words, here.room)
    return street(listing) or place(ask, listing)


def street(listing: Listing) -> str:
    """The first line of the address, empty when there is none."""
    here = listing.location
    return here.address.address_1 if here is not None and here.address is not None else ""


def address(listing: Listing) -> str:
    """The address in one line: `12 Elm Street, Sampleton`."""
    here = listing.location
    if here is None or here.address is None:
        return ""
    return ", ".join(part for part in (here.address.address_1, here.address.address_2, here.address.city) if part)
