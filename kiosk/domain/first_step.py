"""First step: the one thing to do now, worked out from the hour, the opening and the sign-up. Pages word it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Literal

from kiosk.domain.listing import Listing, Phone
from kiosk.domain.opening import Opening
from kiosk.domain.places import SignUpState, is_stale, places_now, sign_up_now
from kiosk.domain.values import dataclass

StepKind = Literal[
    "walk-in",
    "sign-up",
    "waitlist",
    "full",
    "save-day",
    "sign-up-over",
    "call",
    "set-a-time",
    "opens-later",
    "ask-room",
    "ended",
    "off",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstStep:
    """One thing to do now, without its words. See `first_step` for what each kind means."""

    kind: StepKind
    at: datetime | None = None
    """`opens-later`, `call`, `ask-room`: when it opens next. `set-a-time`: when people are next seen."""
    until: datetime | None = None
    """`walk-in`: when it closes, None if it does not. `set-a-time`, `call`: how long somebody is there now."""
    day: date | None = None
    """`save-day`: when sign-up opens. `sign-up`: its last day. `call`, `ask-room`: it opens then, time not known."""
    room: str = ""
    phone: Phone | None = None
    """The number to use: see `phone_for`."""
    form: bool = False
    """A form can be filled in today."""


def first_step(listing: Listing, opening: Opening, now: datetime) -> FirstStep:
    """The one thing to do at `now` (in the school's zone) about `listing`.

    * `walk-in`: it is open; go to `room`, before `until`.
    * `sign-up`: a place must be asked for, and can be now, up to `day`.
    * `waitlist`, `full`: no place now; there is a list to wait on, or there is none.
    * `save-day`: sign-up opens on `day`.
    * `sign-up-over`: sign-up opened and closed again; ask for the next one.
    * `opens-later`: it opens at `at`; with `form`, the form can be done meanwhile.
    * `set-a-time`: by appointment; call, or the form.
    * `call`: there is no door to walk in by, hours are not known, or nobody checked for long: call `phone`. That comes
      before a sign-up too: what was written so long ago may no longer be how one joins.
    * `ask-room`: the same when there is no number.
    * `ended`: the series is over. `off`: not offered now.
    """
    today = now.date()
    sign_up = sign_up_now(listing, today)
    phone = phone_for(listing)
    room = listing.location.room if listing.location else ""
    step = FirstStep(kind="call" if phone else "ask-room", room=room, phone=phone, form=sign_up == "open")
    if listing.status != "active":
        return replace(step, kind="off", form=False)
    joining = _joining(listing, sign_up, step, today)
    if opening.ended and not _next_season(listing, sign_up):
        return replace(step, kind="ended", form=False)
    if joining and (opening.state != "open" or is_joined(listing)):
        return joining
    return _by_opening(listing, opening, step, today)


def phone_for(listing: Listing) -> Phone | None:
    """The number a family uses: the first that a person answers by voice, else the first that takes text messages."""
    usable = [phone for kind in ("voice", "text") for phone in listing.phones if phone.type == kind]
    return usable[0] if usable else None


def is_joined(listing: Listing) -> bool:
    """Whether one needs a place in it, as in a club or a camp, so that nobody just walks in.

    It counts its places, its sign-up closes or is not open, or it says how children get home. A pantry or a clinic
    with a form but none of these is walked into.
    """
    sign_up = listing.sign_up
    closes = sign_up is not None and (sign_up.closes is not None or sign_up.state != "open")
    return closes or listing.places is not None or (sign_up is not None and listing.way_home is not None)


def _joining(listing: Listing, sign_up: SignUpState, step: FirstStep, today: date) -> FirstStep | None:
    """The step that the sign-up or the places call for; None when the opening decides, or nobody checked for long.

    That a window has closed stays true, and so does what was said of the places lately.
    """
    window = listing.sign_up
    if is_stale(listing, today) and sign_up != "over":
        room = places_now(listing, today)
        return replace(step, kind=room) if room == "waitlist" or room == "full" else None
    if sign_up == "before" and window:
        return replace(step, kind="save-day", day=window.opens)
    if not is_joined(listing):
        return None
    if sign_up == "open" and window:
        return replace(step, kind="sign-up", day=window.closes)
    if sign_up == "over":
        return replace(step, kind="sign-up-over")
    kind = sign_up if sign_up != "none" else places_now(listing, today)
    return replace(step, kind=kind) if kind == "waitlist" or kind == "full" else None


def _next_season(listing: Listing, sign_up: SignUpState) -> bool:
    """Whether an ended series takes sign-ups for its next one: its window lies ahead, or was set to close later."""
    window = listing.sign_up
    return sign_up == "before" or (sign_up in ("open", "waitlist") and window is not None and window.closes is not None)


def _by_opening(listing: Listing, opening: Opening, step: FirstStep, today: date) -> FirstStep:
    """The step that the hours alone call for. Without a door, or after no check for long, `step` calls or asks."""
    if opening.state == "appointment":
        return replace(step, kind="set-a-time", at=opening.next, until=opening.until)
    if not is_stale(listing, today):
        if opening.state == "open" and listing.location is not None:
            return replace(step, kind="walk-in", until=opening.until)
        if opening.state == "closed" and opening.next:
            return replace(step, kind="opens-later", at=opening.next)
    return replace(step, at=opening.next, until=opening.until, day=None if opening.next else opening.next_day)
