"""Places, sign-up windows and checks: what was said on a day and is worth less with every day after it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from kiosk.domain.listing import Listing

RoomState = Literal["open", "few", "full", "waitlist", "ask"]
SignUpState = Literal["none", "before", "open", "waitlist", "full", "over"]
Freshness = Literal["fresh", "call-first", "old", "never"]

CALL_FIRST_AFTER = 180
"""Days after a check when families are told to call first (DESIGN: assured_date)."""
OLD_AFTER = 365
"""Days after a check when they are also told when it was (Inform USA: records are checked at least yearly)."""


def places_now(listing: Listing, today: date) -> RoomState | None:
    """Whether there is room: what was last said, `ask` once that is too old or has no day.

    None if nobody counts places. With `ask`, the numbers in `listing.places` are not to be shown.
    """
    places = listing.places
    if places is None:
        return None
    if places.said is None or (today - places.said).days > places.good_for_days:
        return "ask"
    return "full" if places.left == 0 and places.state in ("open", "few") else places.state


def sign_up_now(listing: Listing, today: date) -> SignUpState:
    """What signing up would do today; both days of its window are included.

    Places that are full or have a waitlist, said lately, count over a sign-up that still says `open`.
    """
    sign_up = listing.sign_up
    if sign_up is None:
        return "none"
    if sign_up.opens and today < sign_up.opens:
        return "before"
    if sign_up.closes and today > sign_up.closes:
        return "over"
    if sign_up.state != "open":
        return sign_up.state
    room = places_now(listing, today)
    if room == "full" or room == "waitlist":
        return room
    return "open"


def freshness(listing: Listing, today: date) -> Freshness:
    """How far the last check can be trusted today: `never` when nobody has checked."""
    if listing.assured_date is None:
        return "never"
    age = (today - listing.assured_date).days
    if age > OLD_AFTER:
        return "old"
    return "call-first" if age > CALL_FIRST_AFTER else "fresh"


def is_stale(listing: Listing, today: date) -> bool:
    """Whether the last check is so long ago that families are told to call first."""
    return freshness(listing, today) in ("call-first", "old")
