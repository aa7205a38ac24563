"""What the keys of the hours, the question and the files do, in a few words each."""

from __future__ import annotations

from kiosk.pages.staff.parts import StaffAsk


def more_key_words(ask: StaffAsk) -> dict[str, str]:
    """`action`, or `screen:action`, -> words."""
    return _days(ask) | _hours(ask) | _deciding(ask)


def _days(ask: StaffAsk) -> dict[str, str]:
    """Days of the school year, where the calendar's own words do not say it."""
    say = ask.words.say
    return {
        "calendar:stretch": say("more days, from here on"),
        "calendar-file:usual('early-dismissal')": say("at what time they end early"),
        "calendar-file:usual('delayed-opening')": say("at what time they start late"),
        "calendar-file:take": say("take these days"),
        "calendar-year:take": say("take this year"),
    }


def _hours(ask: StaffAsk) -> dict[str, str]:
    say = ask.words.say
    end, start, day = say("ends later or sooner"), say("starts later or sooner"), say("the day above or below")
    return {
        "hours:follow": say("follows the school, or not"),
        "hours:short": say("on short days"),
        "hours:draw": say("draw the week, or type"),
        "hours:closings": say("days that are closed"),
        "hours:lines": say("to the lines below"),
        "hours:enter": say("take it"),
        "erase": say("take that row away"),
        "day": day,
        "draw('end', -1)": end,
        "draw('end', 1)": end,
        "draw('start', -1)": start,
        "draw('start', 1)": start,
        "draw('gap', 0)": say("a lunch gap, or none"),
        "draw('closed', 0)": say("closed that day"),
        "draw('copy', 0)": say("the same on all days"),
    }


def _deciding(ask: StaffAsk) -> dict[str, str]:
    """Questions, files, one change of many."""
    say = ask.words.say
    return {
        "question:take('before')": say("as it was before both"),
        "question:write": say("write another"),
        "question:next": say("the next question, or before"),
        "meanwhile:next": say("the next field, or before"),
        "form:both": say("what somebody else saved meanwhile"),
        "files:write": say("write to a stick"),
        "files:take_in": say("take in from a stick"),
        "files:back_up": say("make a backup"),
        "files:type": say("type where it lies"),
        "open('moments')": say("go back to a day before"),
        "arrivals:take": say("take it in"),
        "arrivals:questions": say("what is left to decide"),
    }
