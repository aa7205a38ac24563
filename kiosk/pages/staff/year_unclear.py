"""Why an event of a calendar file is not taken, in words."""

from __future__ import annotations

from kiosk.services.school_import import Unclear
from kiosk.words import Words


def unclear_words(words: Words, why: Unclear) -> str:
    """The reason, as it stands after the event's title."""
    say = words.say
    said: dict[Unclear, str] = {
        "no-kind": say("it names no kind of day that is known"),
        "only-some": say("it is not about the whole school, or not certain"),
        "two-times": say("it says two times"),
        "two-kinds": say("it says two kinds of day"),
        "no-time": say("it says no time (E or L gives one)"),
        "odd-time": say("its time is outside the school day"),
        "contradicts": say("another event says something else of that day"),
        "no-day": say("it has no day"),
        "zone": say("its time zone is not known"),
        "rule": say("it repeats in a way that cannot be counted"),
        "too-long": say("it is longer than a summer"),
        "broken": say("it cannot be read"),
    }
    return said[why]
