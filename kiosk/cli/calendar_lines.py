"""The school year in lines for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kiosk.domain.calendar import SchoolCalendar, SpecialDay
from kiosk.domain.school_days import Difference, school_days

if TYPE_CHECKING:
    from kiosk.services.school_import import Preview, Unclear, Unread
    from kiosk.words import Words

KINDS = {
    "no-school": "no school",
    "early-dismissal": "ends early, {at}",
    "delayed-opening": "starts late, {at}",
    "snow-day": "snow day",
}
WHY: dict[Unclear, str] = {
    "no-kind": "it says no kind of day that is known",
    "only-some": "it is not about the whole school, or not certain",
    "two-times": "it says two times",
    "two-kinds": "it says two kinds of day",
    "no-time": "it says no time: give one with --early-time or --late-time",
    "odd-time": "its time lies outside the school day",
    "contradicts": "another event says something else of that day",
    "no-day": "it has no day",
    "zone": "its time zone is not known",
    "rule": "it repeats in a way that cannot be counted",
    "too-long": "it is longer than a summer",
    "broken": "it cannot be read",
}
"""Why an event of a calendar file is not taken."""
MOST_UNREAD = 40


def year_lines(calendar: SchoolCalendar, words: Words) -> Iterator[str]:
    """The year's bounds, then a line for each entry."""
    yield (
        f"School year {calendar.first_day} to {calendar.last_day}: {school_days(calendar)} school days, "
        f"{calendar.starts_at} to {calendar.dismisses_at}."
    )
    yield from (day_line(day, words) for day in calendar.days)


def day_line(day: SpecialDay, words: Words) -> str:
    """`2026-11-26 to 2026-11-27  no school  Thanksgiving`."""
    when = f"{day.from_}" if day.from_ == day.to else f"{day.from_} to {day.to}"
    parts = (f"{when:<24}", f"{KINDS[day.kind].format(at=day.at):<20}", words.pick(day.reason))
    return "  ".join(parts).rstrip()


def change_lines(difference: Difference, words: Words) -> Iterator[str]:
    """What went and what came, each with its sign before it."""
    yield from (f"- {day_line(day, words)}" for day in difference.removed)
    yield from (f"+ {day_line(day, words)}" for day in difference.added)


def preview_lines(preview: Preview, words: Words) -> Iterator[str]:
    """What a calendar file would change, and what of it was not understood."""
    for day in preview.added:
        yield f"+ {day_line(day, words)}"
    for each in preview.changed:
        yield from (f"- {day_line(old, words)}" for old in each.old)
        yield f"+ {day_line(each.new, words)}"
    yield (
        f"New: {len(preview.added)}. Changed: {len(preview.changed)}. As it is already: {preview.same}. "
        f"Outside the school year: {preview.outside}. Not understood: {len(preview.unread)}."
    )


def unread_lines(preview: Preview) -> Iterator[str]:
    """What was not understood: each that could be about a school day, the others by their number."""
    near = [each for each in preview.unread if each.is_near]
    yield from (f"? {_unread(each)}" for each in near[:MOST_UNREAD])
    if len(near) > MOST_UNREAD:
        yield f"? and {len(near) - MOST_UNREAD} more like these (--json lists all)."
    others = len(preview.unread) - len(near)
    if others:
        yield f"{others} other {'event is' if others == 1 else 'events are'} not about a school day (--json lists all)."


def _unread(each: Unread) -> str:
    return f"{each.day or 'no day'!s:<12}{each.title or 'no title'}: {WHY[each.why]}."
