"""The time of a short day, from the title of an event, from the event, or from the school's usual one."""

from __future__ import annotations

from typing import Literal

from kiosk.domain.calendar import SchoolCalendar
from kiosk.domain.clock_time import minutes
from kiosk.domain.day_titles import Title, Why
from kiosk.domain.feed import EventProblem, Occurrence
from kiosk.domain.school_days import SHORT
from kiosk.domain.values import dataclass

Unclear = Literal[Why, EventProblem, "no-time", "odd-time", "contradicts"]
"""Why an event is not taken: beside what keeps its title or its days from being read, it says no time, one outside the
school day, or something else than another event of the file says of the same day."""
SHORT_EVENT = 60
"""Minutes: an event so short, within the school day, marks the moment it begins."""


@dataclass(frozen=True, slots=True)
class Usual:
    """The times of short days whose own time is said nowhere, when somebody at school gives them (`HH:MM`)."""

    early: str = ""
    late: str = ""


class NotClear(Exception):
    """An event that is not taken."""

    def __init__(self, why: Unclear) -> None:
        super().__init__(why)
        self.why: Unclear = why


def short_day_time(title: Title, when: Occurrence, calendar: SchoolCalendar, usual: Usual) -> str:
    """The time of a short day, empty for other days. It lies within the school day: else the day would not be short.

    `NotClear` when it says none, or one that cannot be.
    """
    if title.kind not in SHORT:
        return ""
    starts, ends = minutes(calendar.starts_at) or 0, minutes(calendar.dismisses_at) or 0
    said = minutes(title.at)
    if said is None and title.late_by:
        said = starts + title.late_by
    if said is None:
        said = _from_event(title, when, starts, ends)
    if said is None:
        said = minutes(usual.early if title.kind == "early-dismissal" else usual.late)
    if said is None:
        raise NotClear("no-time")
    if not starts < said < ends:
        raise NotClear("odd-time")
    return f"{said // 60:02}:{said % 60:02}"


def _from_event(title: Title, when: Occurrence, starts: int, ends: int) -> int | None:
    """The time an event with times means: the one of its two ends that lies within the school day.

    Where both do, a short event marks the moment it begins; of a long one nobody knows which is meant.
    """
    begins, is_over = minutes(when.starts), minutes(when.ends)
    if begins is None:
        return None
    if starts < begins < ends:
        is_mark = is_over is None or 0 <= is_over - begins <= SHORT_EVENT
        until_the_end = title.kind == "early-dismissal" and is_over is not None and is_over >= ends
        return begins if is_mark or until_the_end else None
    return is_over if begins <= starts else None
