"""Signing in at the lobby: a PIN is typed, a wrong one makes the wait longer, and families never wait with it."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from kiosk.domain.problems import told
from kiosk.domain.values import dataclass
from kiosk.pages.frame import frame
from kiosk.pages.parts import Page
from kiosk.pages.reader import Ask

Standing = Literal["new", "trying", "wrong"]
"""Nobody tried yet; a PIN is being compared; the last one was wrong."""
_WHY = {
    "busy": told("Another screen tries a PIN just now."),
    "disk-fault": told("The disk did not take it."),
    "disk-full": told("The disk is full."),
    "no-right": told("This account may not change the files here."),
    "people-not-read": told("The list of people cannot be read."),
}
"""Why no PIN could be tried, by the code of what was refused."""
_STEP = 5
"""Seconds between two numbers of a longer wait: one that jumps each second hurries people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInPage(Page):
    """What stands beside the digits. The PIN itself is never part of a page."""

    says: tuple[str, ...]
    """What the last PIN came to, and the seconds to wait; empty at first."""
    says_short: tuple[str, ...]
    """The same for 80 columns."""
    notes: tuple[str, ...]
    helps: tuple[str, ...]
    clear: str
    enter: str


def sign_in_page(ask: Ask, standing: Standing, wait: float, problem: str = "", idle: float = 300.0) -> SignInPage:
    """The page while `wait` seconds are left. `problem`: why no PIN could be tried, a code."""
    say, count = ask.words.say, ask.words.count
    around = frame(ask)
    says, short = _says(ask, standing, wait)
    minutes = max(1, round(idle / 60))
    back = say("Back to families") if ask.size.wide else say("Families")
    return SignInPage(
        route=ask.route,
        frame=replace(around, center=say("Staff desk"), sample="", back=back, not_reviewed=""),
        title=say("Staff"),
        subtitle=say("Type your PIN."),
        says=_not_tried(ask, problem) if problem else says,
        says_short=_not_tried(ask, problem) if problem else short,
        notes=(
            say("Each wrong PIN makes the wait longer."),
            say("Nobody is locked out. The family side is never held up."),
        ),
        helps=(
            say("Forgot it? An admin can set a new one."),
            count(
                "After {n} minute without a key this goes back to families.",
                "After {n} minutes without a key this goes back to families.",
                minutes,
            ),
        ),
        clear=say("Clear"),
        enter=say("Enter"),
    )


def _not_tried(ask: Ask, problem: str) -> tuple[str, ...]:
    """Why, what became of the PIN, and what to do."""
    say = ask.words.say
    why = (ask.words.tell(_WHY[problem]),) if problem in _WHY else ()
    again = say("Type it again in a moment.") if problem == "busy" else say("Ask who set up this computer.")
    return (" ".join((*why, say("The PIN was not tried."), again)),)


def _says(ask: Ask, standing: Standing, wait: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
    say, count = ask.words.say, ask.words.count
    if standing == "trying":
        return (say("One moment."),), (say("One moment."),)
    wrong, wrong_short = say("That PIN was not right."), say("Not right.")
    seconds = _shown(wait)
    if not seconds:
        again = say("Type it again.")
        return ((f"{wrong} {again}",), (f"{wrong_short} {again}",)) if standing == "wrong" else ((), ())
    waits = count("Wait {n} second.", "Wait {n} seconds.", seconds)
    return ((f"{wrong} {waits}",), (f"{wrong_short} {waits}",)) if standing == "wrong" else ((waits,), (waits,))


def _shown(wait: float) -> int:
    """Whole seconds, none too few: up to five as they are, then in steps."""
    whole = int(wait) + (wait > int(wait))
    return whole if whole <= _STEP else -(-whole // _STEP) * _STEP
