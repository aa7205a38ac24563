"""Why a piece of typed hours was not read, and what to type instead, in the words of who types."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from kiosk.domain.hours_reading import Filled, HoursProblem
from kiosk.domain.listing import WEEK
from kiosk.domain.problems import told
from kiosk.pages.hours_words import clock
from kiosk.pages.staff.said_hours import placed_day

if TYPE_CHECKING:
    from kiosk.words import Words

SENTENCES = {
    "appointment-part": told("“{text}”: by appointment goes for all hours, not for some days."),
    "closed-and-open": told("“{text}” is named as open and as closed. Keep one of the two."),
    "closed-part": told("“{text}”: only dates can be closed. Type them, like closed Dec 9."),
    "holidays": told("“{text}”: which dates? Type them, like closed Dec 25."),
    "no-days": told("“{text}”: on which days? Type them, like Mon to Fri."),
    "no-hours": told("“{text}”: from when until when? Type it, or take it away."),
    "which-day": told("“{text}”: {choice}? Type more of the name."),
    "which-hours": told("“{text}”: which hours go with which days? Type the days first."),
    "which-turn": told("“{text}”: {choice}? Type it like that."),
    "which-week": told("“{text}”: each week, or one week of the month? Type it for each day."),
    "bad-time": told("“{text}” is no time of day."),
    "gap-outside": told("“{text}”: it is not open then."),
    "no-end": told("“{text}”: from when until when? Type both times, like 8-4."),
    "no-length": told("“{text}” opens and closes at the same time."),
    "one-span": told("“{text}”: a date can be open once only. Type it without the break."),
    "overlap": told("“{text}” is at the same time as {choice}. Keep one of the two."),
    "which-half": told("“{text}”: {choice}? Add AM or PM."),
    "bad-date": told("“{text}” is no date."),
    "no-day": told("“{text}”: which day of it? Type it, like Jan 31."),
    "no-start": told("“{text}”: counted from which day? Type it too, like from Jan 12."),
    "over": told("“{text}” is over."),
    "upside-down": told("“{text}”: it ends before it starts."),
    "which-date": told("“{text}”: {choice}? Type the name of the month."),
    "which-year": told("“{text}”: {choice}? Type the year too."),
    "wrong-weekday": told("“{text}”: that day is a {choice}."),
    "bad-interval": told("“{text}” does not go with these days. Weeks go with weekdays, months with first Saturday."),
    "not-understood": told("“{text}” was not understood. Type it another way, or take it away."),
    "nothing": told("No hours were read. Type days and times, like Mon to Fri 8-4."),
    "said-twice": told("“{text}” is said twice. Keep one of the two."),
    "too-long": told("This is too long. Take a part of it first."),
}
"""A code -> its sentence, with places for the piece as it was typed and for what it could mean."""


def problem_said(words: Words, problem: HoursProblem) -> str:
    """What is wrong with the piece, in one or two short sentences."""
    choice = words.either(_readings(words, problem))
    return words.tell(SENTENCES[problem.code], text=problem.text, choice=choice)


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
