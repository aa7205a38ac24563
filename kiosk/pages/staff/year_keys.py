"""What the keys of the calendar and of the snow day do, in a few words each."""

from __future__ import annotations

from kiosk.pages.staff.parts import StaffAsk


def year_key_words(ask: StaffAsk) -> dict[str, str]:
    """`screen:action` -> words."""
    say = ask.words.say
    return {
        "calendar:move": say("another day"),
        "calendar:stretch": say("several days"),
        "calendar:turn": say("another month"),
        "calendar:jump": say("first, last day"),
        "calendar:mark": say("several days, from here"),
        "calendar:which": say("which listings change"),
        "calendar:kind": say("what kind of day it is"),
        "calendar:clear": say("ordinary days again"),
        "calendar:time": say("the time of a short day"),
        "calendar:reason": say("why, in each language"),
        "calendar:bounds": say("first day, last, bells"),
        "calendar:begin": say("a new school year"),
        "calendar:undo": say("take the last change back"),
        "take": say("take it, as it is shown"),
        "usual('early-dismissal')": say("when its short days end"),
        "usual('delayed-opening')": say("when its late starts begin"),
        "snow-day:undo": say("all as it was, all day"),
        "snow-day:other": say("the other choice"),
        "snow-day:turn": say("more listings"),
    }
