"""What was read from typed hours: the rows, the days that differ, what was filled in by rule, and what was not read.

Nobody takes hours unseen: a reading says everything that will be kept, and names every piece it leaves out.
"""

from __future__ import annotations

from typing import Literal

from kiosk.domain.listing import Schedule, ScheduleException
from kiosk.domain.values import dataclass

CODES = frozenset(
    {
        "appointment-part",  # by appointment on some of the days only
        "bad-date",  # 31 Feb
        "bad-interval",  # every 99 weeks
        "bad-time",  # 8:75, 13 pm
        "closed-and-open",  # a day is named as open and as closed
        "closed-part",  # closed each first Saturday: only dates can be closed
        "gap-outside",  # closed 12-1, but not open then
        "holidays",  # closed on holidays: which dates?
        "no-day",  # until January: which day?
        "no-days",  # hours without days
        "no-end",  # one time only
        "no-hours",  # days without hours
        "no-length",  # 8 am to 8 am
        "no-start",  # every 2 weeks, but from when?
        "not-understood",
        "nothing",
        "one-span",  # a date with two spans: an exception has one
        "over",  # it ended before today
        "overlap",  # two rows are open at the same time
        "said-twice",  # until Jan 31 until Feb 2
        "too-long",
        "upside-down",  # it ends before it starts
        "which-date",  # 3/4
        "which-day",  # S: Saturday or Sunday?
        "which-half",  # 7-9: in the morning or in the evening?
        "which-hours",  # which days do these hours go with?
        "which-turn",  # every 3rd Tuesday: of the month, or every 3 weeks?
        "which-week",  # 2nd Tue and Thu: each Thursday, or the second one?
        "which-year",  # from Sep 8 until Jan 31, in November
        "wrong-weekday",  # Mon Dec 9, which is a Wednesday
    }
)


@dataclass(frozen=True, slots=True)
class HoursProblem:
    """A piece of typed hours that was not read: why (one of `CODES`), the piece, and where it starts in the text.

    `readings` are what it could mean, where that is the question: spans (`07:00-09:00`), dates (ISO 8601) or days
    (`SA`, `2TH`, RFC 5545). For `wrong-weekday` it is the day it is, for `overlap` the piece it overlaps with.
    """

    code: str
    text: str
    position: int
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Filled:
    """What was not typed but follows by a rule: `8-4` is `08:00-16:00`, `Jan 31` is `2027-01-31`."""

    kind: Literal["half", "year"]
    text: str
    position: int
    reading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was read from a text of typed hours, and all that was not."""

    rows: tuple[Schedule, ...] = ()
    exceptions: tuple[ScheduleException, ...] = ()
    by_appointment: bool | None = None
    """None when the text says nothing about it."""
    filled: tuple[Filled, ...] = ()
    problems: tuple[HoursProblem, ...] = ()

    @property
    def can_be_taken(self) -> bool:
        """Whether everything was read, so that a person who agrees may keep it."""
        return not self.problems
