"""The days ahead on which a child is not at school as usual, and the notice that Home gives of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kiosk.domain.calendar import SpecialDay, days_ahead, special_day
from kiosk.domain.values import dataclass
from kiosk.pages.parts import Choice, State
from kiosk.pages.reader import Ask
from kiosk.pages.route import Route

WEEK = 7
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Days:
    """One entry of the school calendar and its weekdays within the days looked at."""

    special: SpecialDay
    days: tuple[date, ...]


def special_ahead(ask: Ask, days: int) -> tuple[Days, ...]:
    """The calendar's special days from today on, in order, each with those of its weekdays that are in reach."""
    calendar = ask.center.calendar
    if calendar is None:
        return ()
    found = (Days(each, tuple(_weekdays(ask, each, days))) for each in days_ahead(calendar, ask.today, days + 1))
    return tuple(sorted((each for each in found if each.days), key=lambda each: each.days[0]))


def no_school_ahead(ask: Ask, days: int) -> tuple[Days, ...]:
    """Those of them without school."""
    return tuple(each for each in special_ahead(ask, days) if each.special.kind in ("no-school", "snow-day"))


def short_ahead(ask: Ask, days: int) -> tuple[Days, ...]:
    """Those that end early or start late."""
    return tuple(each for each in special_ahead(ask, days) if each.special.kind not in ("no-school", "snow-day"))


def _weekdays(ask: Ask, special: SpecialDay, days: int) -> Iterator[date]:
    day = max(special.from_, ask.today)
    last = min(special.to, ask.today + timedelta(days=days))
    while day <= last:
        if day.weekday() < SATURDAY:
            yield day
        day += timedelta(days=1)


def named_days(ask: Ask, days: tuple[date, ...], short: bool = False) -> str:
    """Days of the coming week by their names: `today`, `Friday`, `Thu and Fri`, `Mon to Fri`."""
    words = ask.words
    if days == (ask.today,):
        return words.say("Today")
    if len(days) == 1:
        return words.short_weekday(days[0]) if short else words.weekday(days[0])
    names = [words.short_weekday(day) for day in days]
    if len(days) > 2:
        return words.say("{first} to {last}", first=names[0], last=names[-1])
    return ", ".join(names) if short else words.names(names)


def notice(ask: Ask) -> Choice | None:
    """`NO SCHOOL  Thu and Fri: who has my child?`, from a week before until the day is over; a snow day by its name."""
    off = no_school_ahead(ask, WEEK)
    if not off:
        return None
    say = ask.words.say
    today = special_day(ask.center.calendar, ask.today)
    if today is not None and today.kind == "snow-day" and off[0].days[0] == ask.today:
        return snow_day_notice(ask)
    days = tuple(sorted({day for each in off for day in each.days}))
    return Choice(
        go=Route("no-school"),
        state=State(label=say("NO SCHOOL"), tone="shut"),
        label=say("{days}: who has my child?", days=named_days(ask, days)),
        short=say("No school {days}: who has my child?", days=named_days(ask, days, short=True)),
        pictogram="calendar",
    )


def snow_day_notice(ask: Ask) -> Choice:
    """What Home says on a snow day."""
    say = ask.words.say
    return Choice(
        go=Route("no-school", ask.today.isoformat()),
        state=State(label=say("SNOW DAY"), tone="shut"),
        label=say("School is closed: who has my child?"),
        short=say("Snow day: who has my child?"),
        pictogram="calendar",
    )
