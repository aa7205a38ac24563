"""The school year on one screen: a letter on each day that is different, and what the day under the cursor is."""

from __future__ import annotations

from kiosk.domain.calendar import SchoolCalendar, school_day
from kiosk.domain.school_days import KINDS, school_days
from kiosk.domain.values import dataclass
from kiosk.pages.staff.file_problems import placed_words
from kiosk.pages.staff.parts import GAP, Key, StaffAsk, StaffPage, staff_frame
from kiosk.pages.staff.year_grid import GROUNDS, LETTERS, Ground, Month, YearView, month, shown_months, weekdays
from kiosk.pages.staff.year_words import bounds_words, days_words, effects_words, kind_words, what_it_is, year_name
from kiosk.services.effects import effects_of_day

WIDE_MONTHS, SMALL_MONTHS = 11, 6
"""Months that are shown at once."""
MOST_COUNTED = 500
"""Listings that are counted for the day under the cursor at each step; of more, Enter tells."""


@dataclass(frozen=True, slots=True)
class LegendLine:
    """A letter on its ground, and what it means."""

    text: str
    ground: Ground
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPage(StaffPage):
    """Months, and three lines about what is chosen."""

    calendar: SchoolCalendar | None
    view: YearView
    """With the first month that is really shown."""
    months: tuple[Month, ...]
    legend: tuple[LegendLine, ...]
    legend_line: str
    """The same on one line, for 80 columns."""
    day: str
    what: str
    does: str
    hints: str
    none: str
    """What stands there while there is no school year."""


def year_page(ask: StaffAsk, calendar: SchoolCalendar | None, view: YearView) -> YearPage:
    """The year as it stands, with the cursor on a day."""
    say = ask.words.say
    if calendar is None:
        return _no_year(ask, view)
    wide = ask.size.wide
    firsts, top = shown_months(calendar, view, WIDE_MONTHS if wide else SMALL_MONTHS)
    view = YearView(view.cursor, view.anchor, top)
    return YearPage(
        frame=staff_frame(ask),
        title=say("School year {name}", name=year_name(calendar)),
        subtitle=bounds_words(ask, calendar) if wide else _count(ask, calendar),
        keys=_keys(ask, view),
        calendar=calendar,
        view=view,
        months=tuple(month(ask.words, calendar, first, view, ask.today) for first in firsts),
        legend=_legend(ask),
        legend_line=_legend_line(ask),
        day=days_words(ask, view.first, view.last),
        what=_what(ask, calendar, view),
        does=_does(ask, calendar, view),
        hints=_hints(ask),
        none="",
    )


def _no_year(ask: StaffAsk, view: YearView) -> YearPage:
    say, off = ask.words.say, not ask.desk.who.may_change
    begin = Key(key="Y", label=say("New year"), action="begin", off=off)
    return YearPage(
        frame=staff_frame(ask),
        title=say("School year"),
        keys=(begin, GAP, GAP, GAP, GAP, Key(key="Esc", label=say("Back"), action="leave")),
        calendar=None,
        view=view,
        months=(),
        legend=(),
        legend_line="",
        day="",
        what=say("There is no school year yet."),
        does=say("Y begins one from the public holidays. You see it first."),
        hints=_wrong(ask),
        none=say("Until then nothing here closes with the school."),
    )


def _count(ask: StaffAsk, calendar: SchoolCalendar) -> str:
    return ask.words.count("{n} day", "{n} days", school_days(calendar))


def _what(ask: StaffAsk, calendar: SchoolCalendar, view: YearView) -> str:
    if view.first == view.last:
        return what_it_is(ask, calendar, view.cursor)
    days = len(weekdays(view.first, view.last))
    return ask.words.count(
        "{n} weekday chosen. A letter sets it.", "{n} weekdays chosen. A letter sets them all.", days
    )


def _does(ask: StaffAsk, calendar: SchoolCalendar, view: YearView) -> str:
    """What a day that is different does to the listings."""
    say = ask.words.say
    if view.first != view.last:
        return say("The same letter, or Del, clears them.")
    if school_day(calendar, view.cursor).special is None:
        return say("A letter makes it another kind of day: {letters}.", letters=_legend_words(ask))
    center = ask.desk.center
    shown = center.directory.all()
    if len(shown) > MOST_COUNTED:
        return say("Enter shows which listings change.")
    found = effects_of_day(shown, view.cursor, calendar, center.zone)
    return f"{effects_words(ask, found)} {say('Enter shows which.')}"


def _legend(ask: StaffAsk) -> tuple[LegendLine, ...]:
    return tuple(LegendLine(f" 8{LETTERS[kind]}", GROUNDS[kind], kind_words(ask, kind)) for kind in KINDS)


def _legend_line(ask: StaffAsk) -> str:
    said = (f"{LETTERS[kind]} {kind_words(ask, kind)}" for kind in KINDS)
    return " · ".join((*said, ask.words.say("PgDn month")))


def _legend_words(ask: StaffAsk) -> str:
    return ", ".join(f"{LETTERS[kind].upper()} {kind_words(ask, kind)}" for kind in KINDS)


def _hints(ask: StaffAsk) -> str:
    say = ask.words.say
    if wrong := _wrong(ask):
        return wrong
    if not ask.desk.who.may_change:
        return say("You may look here, and not change it.")
    return say("Space: from here. R reason. T time. B first and last day. Y new year. Del ordinary. ^Z undo.")


def _wrong(ask: StaffAsk) -> str:
    """What is wrong in the calendar's own file: families go by the last good one meanwhile."""
    found = next((each for each in ask.desk.wrong() if each.file == "calendar.toml"), None)
    if found is None:
        return ""
    return ask.words.say("Families see the last good year. {problem}", problem=placed_words(ask, found))


def _keys(ask: StaffAsk, view: YearView) -> tuple[Key, ...]:
    say, off = ask.words.say, not ask.desk.who.may_change
    is_today = view.first == view.last == ask.today
    return (
        Key(key="N", label=say("No school"), action="kind('no-school')", off=off),
        Key(key="E", label=say("Ends early"), short=say("Early"), action="kind('early-dismissal')", off=off),
        Key(key="L", label=say("Late start"), short=say("Late"), action="kind('delayed-opening')", off=off),
        Key(
            key="S",
            label=say("Snow day today") if is_today else say("Snow day"),
            short=say("Snow"),
            action="kind('snow-day')",
            off=off,
        ),
        Key(key="I", label=say("From a file"), short=say("File"), action="file", off=off),
        Key(key="Esc", label=say("Back"), action="leave"),
    )
