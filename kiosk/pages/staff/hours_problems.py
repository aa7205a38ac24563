"""Why a piece of typed hours was not read, and what to type instead, in the words of who types."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from kiosk.domain.hours_reading import Filled, HoursProblem
from kiosk.pages.hours_words import WEEK, clock
from kiosk.pages.staff.said_hours import placed_day

if TYPE_CHECKING:
    from kiosk.words import Words

_PLACE = re.compile(r"\{(text|choice)\}")


def problem_said(words: Words, problem: HoursProblem) -> str:
    """What is wrong with the piece, in one or two short sentences."""
    choice = words.either(_readings(words, problem))
    sentences = _days(words) | _times(words) | _dates(words) | _others(words)
    return _PLACE.sub(lambda place: problem.text if place[1] == "text" else choice, sentences[problem.code])


def filled_said(words: Words, filled: Filled) -> str:
    """What a piece was read as by a rule, where that was not typed."""
    return words.say("“{text}” was read as {reading}.", text=filled.text, reading=reading_said(words, filled.reading))


def reading_said(words: Words, reading: str) -> str:
    """One thing that a piece can mean: a span, a date, two dates, a day, a month, a turn of weeks."""
    start, dash, end = reading.partition("-")
    opens, closes = clock(start), clock(end)
    if dash and opens is not None and closes is not None:
        return words.span(opens, closes)
    if reading.startswith("--"):
        return words.month(date(2000, int(reading[2:]), 1))
    first, slash, last = reading.partition("/")
    if slash and last.isdigit():
        day = words.day_of_week(WEEK.index(first))
        return words.say("{day} every {n} weeks", day=day, n=int(last))
    if slash:
        return words.say("{start} to {end}", start=reading_said(words, first), end=reading_said(words, last))
    if reading[-2:] in WEEK:
        return placed_day(words, reading)
    try:
        return words.full_date(date.fromisoformat(reading))
    except ValueError:
        return reading


def _readings(words: Words, problem: HoursProblem) -> Sequence[str]:
    """What it could mean; for an overlap it is the other piece as it was typed."""
    if problem.code == "overlap":
        return [f"“{reading}”" for reading in problem.readings]
    return [reading_said(words, reading) for reading in problem.readings]


def _days(words: Words) -> dict[str, str]:
    say = words.say
    return {
        "appointment-part": say("“{text}”: by appointment goes for all hours, not for some days."),
        "closed-and-open": say("“{text}” is named as open and as closed. Keep one of the two."),
        "closed-part": say("“{text}”: only dates can be closed. Type them, like closed Dec 9."),
        "holidays": say("“{text}”: which dates? Type them, like closed Dec 25."),
        "no-days": say("“{text}”: on which days? Type them, like Mon to Fri."),
        "no-hours": say("“{text}”: from when until when? Type it, or take it away."),
        "which-day": say("“{text}”: {choice}? Type more of the name."),
        "which-hours": say("“{text}”: which hours go with which days? Type the days first."),
        "which-turn": say("“{text}”: {choice}? Type it like that."),
        "which-week": say("“{text}”: each week, or one week of the month? Type it for each day."),
    }


def _times(words: Words) -> dict[str, str]:
    say = words.say
    return {
        "bad-time": say("“{text}” is no time of day."),
        "gap-outside": say("“{text}”: it is not open then."),
        "no-end": say("“{text}”: from when until when? Type both times, like 8-4."),
        "no-length": say("“{text}” opens and closes at the same time."),
        "one-span": say("“{text}”: a date can be open once only. Type it without the break."),
        "overlap": say("“{text}” is at the same time as {choice}. Keep one of the two."),
        "which-half": say("“{text}”: {choice}? Add AM or PM."),
    }


def _dates(words: Words) -> dict[str, str]:
    say = words.say
    return {
        "bad-date": say("“{text}” is no date."),
        "no-day": say("“{text}”: which day of it? Type it, like Jan 31."),
        "no-start": say("“{text}”: counted from which day? Type it too, like from Jan 12."),
        "over": say("“{text}” is over."),
        "upside-down": say("“{text}”: it ends before it starts."),
        "which-date": say("“{text}”: {choice}? Type the name of the month."),
        "which-year": say("“{text}”: {choice}? Type the year too."),
        "wrong-weekday": say("“{text}”: that day is a {choice}."),
    }


def _others(words: Words) -> dict[str, str]:
    say = words.say
    return {
        "bad-interval": say(
            "“{text}” does not go with these days. Weeks go with weekdays, months with first Saturday."
        ),
        "not-understood": say("“{text}” was not understood. Type it another way, or take it away."),
        "nothing": say("No hours were read. Type days and times, like Mon to Fri 8-4."),
        "said-twice": say("“{text}” is said twice. Keep one of the two."),
        "too-long": say("This is too long. Take a part of it first."),
    }
