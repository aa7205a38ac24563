"""First step: the one thing to do now, worked out from the hour, the opening and the sign-up. Pages word it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from kiosk.domain.listing import Listing, Phone
from kiosk.domain.opening import Opening

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
    """`opens-later`: when it opens."""
    until: datetime | None = None
    """`walk-in`: when it closes."""
    day: date | None = None
    """`save-day`: the day sign-up opens. `sign-up`: the last day to sign up. `call`: the day it opens, time not known."""
    room: str = ""
    phone: Phone | None = None
    form: bool = False
    """A form can be filled in today."""


def first_step(listing: Listing, opening: Opening, now: datetime) -> FirstStep:
    """The one thing to do now about `listing`.

    * `walk-in`: it is open; go to `room`, before `until`.
    * `sign-up`: a place must be asked for, and can be now, up to `day`.
    * `waitlist`, `full`: no place now; there is a list to wait on, or there is none.
    * `save-day`: sign-up opens on `day`.
    * `sign-up-over`: it opened and closed again; ask for the next one.
    * `opens-later`: it opens at `at`; with `form`, the form can be done meanwhile.
    * `set-a-time`: by appointment; call, or the form.
    * `call`: hours not known, or not checked for long: call `phone`. `ask-room`: the same when there is no number.
    * `ended`: the series is over. `off`: not offered now.
    """
    raise NotImplementedError
