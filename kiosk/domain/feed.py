"""Events of a calendar file from outside, as far as the school's year can use them: a title and its days."""

from __future__ import annotations

from datetime import date
from typing import Literal

from kiosk.domain.calendar import SpecialDay
from kiosk.domain.values import dataclass

EventProblem = Literal["", "no-day", "zone", "rule", "too-long", "broken"]
"""What keeps an event from having days: none is said; a time zone nobody knows; a repetition too odd to count; a span
longer than a summer; something in it cannot be read."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that an event takes place: its days, both included, and its times (`HH:MM`), empty for whole days."""

    first: date
    last: date
    starts: str = ""
    ends: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEvent:
    """One event. `own` is the special day it was written from, when this program wrote it."""

    title: str
    occurrences: tuple[Occurrence, ...] = ()
    problem: EventProblem = ""
    own: SpecialDay | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """The events of a file, in its order, without those that were called off."""

    events: tuple[FeedEvent, ...]
