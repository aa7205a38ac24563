"""The hours of one listing, a week at a time."""

from __future__ import annotations

from datetime import date, timedelta

from kiosk.domain.values import dataclass
from kiosk.pages.frame import frame
from kiosk.pages.missing import missing_page
from kiosk.pages.parts import Choice, Page, Paged
from kiosk.pages.reader import Ask
from kiosk.pages.route import Route
from kiosk.pages.rows import neutral_name
from kiosk.pages.today import Week

WEEKS = 26
"""How far a family may turn: further ahead no hours are sure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPage(Page):
    """The week that holds `route.detail` (an ISO date)."""

    week: Week
    turning: Paged


def week_page(ask: Ask) -> Page:
    """One week of the listing `route.about`; without a day, this week."""
    from kiosk.pages.week_words import week_of

    kept = ask.center.directory.get(ask.route.about)
    if kept is None:
        return missing_page(ask)
    say, day = ask.words.say, _day(ask)
    monday = day - timedelta(days=day.weekday())
    this = ask.today - timedelta(days=ask.today.weekday())
    before, after = monday - timedelta(days=7), monday + timedelta(days=7)
    return WeekPage(
        route=ask.route,
        frame=frame(ask),
        title=neutral_name(ask, kept.listing),
        subtitle=say("Week of {day}", day=ask.words.date(monday)),
        week=week_of(ask, kept, day),
        turning=Paged(
            before=Choice(go=_week(ask, before), label=say("Week before")) if before >= this else None,
            more=Choice(go=_week(ask, after), label=say("Next week"))
            if after <= this + timedelta(weeks=WEEKS)
            else None,
        ),
    )


def _week(ask: Ask, day: date) -> Route:
    return Route("week", ask.route.about, day.isoformat())


def _day(ask: Ask) -> date:
    try:
        return date.fromisoformat(ask.route.detail)
    except ValueError:
        return ask.today
