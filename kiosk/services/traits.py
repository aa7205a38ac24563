"""What a family asks of a listing besides its hours: free, no papers, near, in my language, for my child."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from kiosk.domain.listing import Listing, Location


def is_free(listing: Listing) -> bool:
    """Whether it costs nothing for everybody, as far as it is known."""
    return bool(listing.cost_options) and all(option.amount == 0 for option in listing.cost_options)


def asks_no_papers(listing: Listing) -> bool:
    """Whether somebody checked that they ask for no papers and not about immigration. Not known is not *no*."""
    papers = listing.papers
    return papers is not None and papers.checked is not None and not papers.asks and papers.immigration == "not-asked"


def at_school(listing: Listing) -> bool:
    """Whether it is in the building the kiosk stands in."""
    return listing.location is not None and listing.location.at_school


def has_place(location: Location | None) -> bool:
    """Whether a family goes somewhere for it; what is by phone or county-wide has no place."""
    if location is None:
        return False
    street = location.address is not None and bool(location.address.address_1)
    return location.at_school or street or location.latitude is not None or bool(location.room or location.directions)


def is_here(listing: Listing) -> bool:
    """Whether a family need go nowhere else: it is at this school, or by phone or county-wide."""
    return at_school(listing) or not has_place(listing.location)


def speaks(listing: Listing, language: str) -> bool:
    """Whether somebody there speaks the language (`es` and `es-MX` are one)."""
    primary = language.split("-")[0]
    return any(spoken.split("-")[0] == primary for spoken in listing.languages)


class Traits(NamedTuple):
    """The traits of a listing that are the same for everybody."""

    free: bool
    no_papers: bool
    here: bool
    at_school: bool


_one_of_sixteen = cache(Traits)


def traits_of(listing: Listing) -> Traits:
    """All of them at once."""
    return _one_of_sixteen(is_free(listing), asks_no_papers(listing), is_here(listing), at_school(listing))
