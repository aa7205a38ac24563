"""The outline of a listing: what choosing and ordering go by, without its words, in a tenth of the memory.

Whoever goes through thousands of listings goes through their outlines; what a family reads is the listing itself.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from kiosk.domain.listing import Eligibility, Listing, LocalText, Location, Places, Schedule, SignUp

_WORDLESS: LocalText = {}
Part = TypeVar("Part")


class Outlines:
    """Makes outlines. Parts of them that are equal are one: a school has a few kinds of hours, ages and needs."""

    def __init__(self) -> None:
        self._parts: dict[tuple[object, ...], Any] = {}

    def of(self, listing: Listing) -> Listing:
        """The listing as a `Listing` whose texts are empty: hours with their exceptions, ages, windows, places, maps.

        Whether it has a place, costs something or asks for papers is not in it: see `kiosk.services.traits`.
        """
        return Listing(
            id=listing.id,
            name=_WORDLESS,
            number=listing.number,
            status=listing.status,
            needs=self._one(listing.needs, listing.needs),
            supports=self._one(listing.supports, listing.supports),
            sensitive=listing.sensitive,
            by_appointment=listing.by_appointment,
            location=self._on_the_map(listing.location),
            languages=self._one(listing.languages, listing.languages),
            eligibility=self._ages(listing.eligibility),
            sign_up=_window(listing.sign_up),
            places=self._room(listing.places),
            schedules=tuple(self._row(row) for row in listing.schedules),
            schedule_exceptions=listing.schedule_exceptions,
            assured_date=listing.assured_date,
        )

    def _one(self, part: Part, *says: object) -> Part:
        """The first part that says the same."""
        one: Part = self._parts.setdefault((type(part), *says), part)
        return one

    def _on_the_map(self, here: Location | None) -> Location | None:
        if here is None:
            return None
        there = Location(at_school=here.at_school, latitude=here.latitude, longitude=here.longitude)
        return self._one(there, there.at_school, there.latitude, there.longitude)

    def _ages(self, who: Eligibility | None) -> Eligibility | None:
        if who is None:
            return None
        ages = Eligibility(
            minimum_age=who.minimum_age, maximum_age=who.maximum_age, grades=who.grades, conditions=who.conditions
        )
        return self._one(ages, ages.minimum_age, ages.maximum_age, ages.grades, ages.conditions)

    def _room(self, places: Places | None) -> Places | None:
        if places is None:
            return None
        room = replace(places, extra=_WORDLESS)
        return self._one(room, room.state, room.left, room.waiting, room.said, room.good_for_days)

    def _row(self, row: Schedule) -> Schedule:
        hours = replace(row, description=_WORDLESS, notes=_WORDLESS, extra=_WORDLESS)
        return self._one(
            hours, row.freq, row.interval, row.byday, row.bymonthday, row.dtstart, row.until, row.valid_from,
            row.valid_to, row.opens_at, row.closes_at, row.on, row.short_days,
        )  # fmt: skip


def _window(sign_up: SignUp | None) -> SignUp | None:
    return sign_up and SignUp(opens=sign_up.opens, closes=sign_up.closes, state=sign_up.state)
