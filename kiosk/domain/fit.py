"""Whether a listing fits one answer of the guided walk: yes, no, or not known.

What a listing does not say never rules it out: not known passes, but gives no reason.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Literal

from kiosk.domain.listing import WEEK, Listing, Schedule
from kiosk.domain.needs import WalkAnswer, WalkTime

Fit = Literal["yes", "no", "unknown"]

GROWN_UP = 18
"""The age from which a listing with this lowest age is for grown-ups only."""
HOUSEHOLD = "basic"
"""The home tile whose help is for all who live together: a parent fetches a child's food and a child's coat."""
EVENING = (17 * 60 + 30, 22 * 60)
"""Minutes of the day: what somebody who works until five can still reach."""
CARE_ENDS = 18 * 60
"""Where the afternoon after school ends."""
WORKDAYS = frozenset(WEEK[:5])
WEEKEND = frozenset({"SA", "SU"})


def lineage(need: str, parents: Mapping[str, str]) -> Iterator[str]:
    """The need, its parent, and so on up to its home tile."""
    while need:
        yield need
        need = parents.get(need, "")


def root(need: str, parents: Mapping[str, str]) -> str:
    """The home tile a need stands under."""
    return tuple(lineage(need, parents))[-1]


def needs_under(needs: Collection[str], parents: Mapping[str, str]) -> frozenset[str]:
    """These needs and all that stand under them."""
    return frozenset(needs).union(need for need in parents if any(step in needs for step in lineage(need, parents)))


def fits_subject(listing: Listing, answer: WalkAnswer, needs: frozenset[str]) -> Fit:
    """Whether it is about what the answer names: a need (`needs` holds those under them too), support or condition."""
    if not needs.isdisjoint(listing.needs) or not {*answer.supports}.isdisjoint(listing.supports):
        return "yes"
    conditions = listing.eligibility.conditions if listing.eligibility else ()
    return "no" if {*answer.conditions}.isdisjoint(conditions) else "yes"


def fits_age(listing: Listing, answer: WalkAnswer, *, household: bool) -> Fit:
    """Whether somebody of the answer's ages or grades may use it.

    Ages or grades that overlap are enough, whichever the listing gives. With `household` a listing for the other
    generation is no reason against it: it is then not known.
    """
    if answer.ages is None or listing.eligibility is None:
        return "unknown"
    low, high = listing.eligibility.minimum_age, listing.eligibility.maximum_age
    grades = listing.eligibility.grades
    knows_ages = low is not None or high is not None
    if not knows_ages and not grades:
        return "unknown"
    youngest, oldest = answer.ages
    if knows_ages and (low or 0) <= oldest and (high is None or high >= youngest):
        return "yes"
    if set(grades) & set(answer.grades):
        return "yes"
    for_child = youngest < GROWN_UP
    for_grown_ups_only = low is not None and low >= GROWN_UP
    return "unknown" if household and for_child == for_grown_ups_only else "no"


def fits_time(listing: Listing, time: WalkTime, today: date, *, is_open: bool, dismisses_at: str) -> Fit:
    """Whether it can be used then: `now` is what is open this minute, the others go by the rows still running."""
    if time == "now":
        return "yes" if is_open else "no" if listing.schedules and not listing.by_appointment else "unknown"
    if not listing.schedules:
        return "unknown"
    fits = {_row_fits(row, time, _minutes(dismisses_at)) for row in listing.schedules if _runs(row, today)}
    return "yes" if "yes" in fits else "unknown" if "unknown" in fits else "no"


def _runs(row: Schedule, today: date) -> bool:
    return row.until is None or row.until >= today


def _row_fits(row: Schedule, time: WalkTime, dismissal: int) -> Fit:
    days = _weekdays(row)
    if not days:
        return "unknown"
    if time == "weekend":
        return "yes" if days & WEEKEND else "no"
    if not days & WORKDAYS or (time == "after-school" and row.on == "no-school-days"):
        return "no"
    if not row.opens_at or not row.closes_at:
        return "unknown"
    starts, ends = (dismissal, CARE_ENDS) if time == "after-school" else EVENING
    opens, closes = _minutes(row.opens_at), _minutes(row.closes_at)
    if closes <= opens:
        closes += 24 * 60
    return "yes" if opens < ends and closes > starts else "no"


def _weekdays(row: Schedule) -> frozenset[str]:
    """The weekdays a row can fall on; none when it goes by the day of the month."""
    if row.byday:
        return frozenset(day[-2:] for day in row.byday)
    if row.freq == "WEEKLY" and row.dtstart is not None:
        return frozenset({WEEK[row.dtstart.weekday()]})
    return frozenset()


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)
