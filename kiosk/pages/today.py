"""What is on at this school today, by the clock, and the clinic's week."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.kept import Kept
from kiosk.domain.values import dataclass
from kiosk.pages.fit import capital
from kiosk.pages.frame import frame
from kiosk.pages.hours_words import clock
from kiosk.pages.no_school_days import Days, named_days, no_school_ahead, short_ahead, special_ahead
from kiosk.pages.paging import turned
from kiosk.pages.parts import Choice, Page, Paged, State, silent
from kiosk.pages.place import short_place
from kiosk.pages.reader import Ask
from kiosk.pages.route import Route
from kiosk.services.days import OnDay
from kiosk.services.traits import at_school

WEEK = 7
CLINIC = "school-based-health-clinic"
"""The support whose listing at this school has its week drawn beside the board."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayItem:
    """One thing today: its state or its time, its name, until when, and its room."""

    state: State | None
    time: str
    name: str
    until: str
    place: str
    short: str = silent("")
    """A name for where the whole one has no room."""
    off: bool = silent(False)
    go: Route | None = silent(None)

    def spoken(self) -> Iterator[str | Choice]:
        """`OPEN School clinic, until 4:00 PM, Room 112`: a choice where it leads somewhere."""
        if self.go is None:
            yield self.name
            return
        label = f"{self.time} {self.name}".strip()
        yield Choice(go=self.go, label=label, state=self.state, note=self.until, place=self.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """An open span of a day, in minutes after midnight, with both its times in words."""

    start: int
    end: int
    opens: str
    closes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayColumn:
    """One day of a drawn week. `closed` is the word when nothing is open, else empty."""

    label: str
    is_today: bool = silent(False)
    bars: tuple[Bar, ...] = silent(())
    closed: str = ""

    def spoken(self) -> Iterator[str]:
        """`Mon 23: 8:00 to 4:00`."""
        spans = ", ".join(f"{bar.opens} – {bar.closes}" for bar in self.bars)
        yield f"{self.label}: {spans or self.closed}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """A week of hours, a column a day."""

    title: str
    place: str
    days: tuple[DayColumn, ...]
    note: str
    """Which days differ, and why."""
    axis: tuple[tuple[int, str], ...] = silent(())
    """Minutes after midnight and their words: `(480, "8 AM")`."""
    now: int | None = silent(None)
    now_word: str = silent("")


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayPage(Page):
    """Today's board and, beside it, the clinic's week."""

    banner: str
    """A short day, in one sentence; else empty."""
    items: tuple[TodayItem, ...]
    ahead: tuple[str, ...]
    """The next days that differ."""
    link: Choice | None
    week: Week | None
    turning: Paged


def today_page(ask: Ask) -> TodayPage:
    """Today by the clock: open now first, then what starts later, then what is off; never a sensitive listing."""
    from kiosk.pages.week_words import week_of

    say = ask.words.say
    banner = banner_text(ask)
    shown, turning = turned(ask, today_rows(ask), _rows(ask, bool(banner)))
    clinic = _clinic(ask)
    return TodayPage(
        route=ask.route,
        frame=frame(ask),
        title=say("Today at school"),
        subtitle=ask.words.long_date(ask.today),
        banner=banner,
        items=tuple(_item(ask, row) for row in shown) or (_nothing(ask),),
        ahead=ahead_lines(ask)[:2],
        link=_link(ask),
        week=week_of(ask, clinic, ask.today) if clinic is not None else None,
        turning=turning,
    )


def _rows(ask: Ask, with_banner: bool) -> int:
    """Items of one screen: with two lines each in the lobby, one under a banner."""
    if ask.size.plain:
        return 30
    return 6 if ask.size.wide and not with_banner else 7


def today_rows(ask: Ask) -> list[OnDay]:
    """What anybody may read on a public board."""
    rows = [row for row in ask.center.directory.today(ask.today, ask.now) if not row.outline.sensitive]
    return sorted(rows, key=lambda row: _turn(ask, row))


def _turn(ask: Ask, row: OnDay) -> tuple[int, float]:
    if row.off or row.start is None:
        return (2 if row.off else 1), row.usual.timestamp() if row.usual is not None else 0
    return (0 if row.start <= ask.now else 1), row.start.timestamp()


def _item(ask: Ask, row: OnDay) -> TodayItem:
    say, words = ask.words.say, ask.words
    listing = row.kept.listing
    is_open = row.start is not None and row.start <= ask.now
    state = None
    if row.off:
        state = State(label=say("OFF"), tone="shut")
    elif is_open:
        state = State(label=say("OPEN"), tone="open")
    until = say("until {hour}", hour=words.time(row.end)) if row.end is not None else ""
    return TodayItem(
        state=state,
        time=words.time(row.start) if row.start is not None and not is_open else "",
        name=words.pick(listing.name),
        short=words.pick(listing.alternate_name),
        until=say("not today") if row.off else until,
        place=short_place(ask, listing),
        off=row.off,
        go=Route("listing", row.kept.id),
    )


def _nothing(ask: Ask) -> TodayItem:
    return TodayItem(state=None, time="", name=ask.words.say("Nothing more today."), until="", place="")


def banner_text(ask: Ask) -> str:
    """A short day or a day without school, today, in one sentence."""
    say, words = ask.words.say, ask.words
    today = next((days.special for days in special_ahead(ask, 0) if ask.today in days.days), None)
    if today is None:
        return ""
    if today.kind in ("no-school", "snow-day"):
        return (
            say("No school today. {reason}.", reason=words.pick(today.reason))
            if today.reason
            else say("No school today.")
        )
    at, early = clock(today.at), today.kind == "early-dismissal"
    if at is None:
        return say("School ends early today. Ask when.") if early else say("School starts late today. Ask when.")
    hour = words.hour(at, period=True)
    if early:
        return say("School ends at {hour} today. Pick up your child then.", hour=hour)
    return say("School starts at {hour} today.", hour=hour)


def ahead_lines(ask: Ask) -> tuple[str, ...]:
    """The next days that differ: `Tomorrow: school ends at 12:30 PM.`, `Thu and Fri: no school. Thanksgiving.`"""
    return tuple(
        ask.words.say("{days}: {what}", days=capital(coming_name(ask, days)), what=coming_text(ask, days))
        for days in coming(ask)
    )


def coming(ask: Ask) -> tuple[Days, ...]:
    """The special days of the coming week after today."""
    later = (
        Days(each.special, tuple(day for day in each.days if day > ask.today)) for each in special_ahead(ask, WEEK)
    )
    return tuple(each for each in later if each.days)


def coming_name(ask: Ask, days: Days) -> str:
    """`Tomorrow`, `Friday`, `Thu and Fri`."""
    if len(days.days) == 1 and (days.days[0] - ask.today).days == 1:
        return ask.words.say("Tomorrow")
    return named_days(ask, days.days)


def coming_text(ask: Ask, days: Days) -> str:
    """`no school. Thanksgiving.`, `school ends at 12:30 PM.`"""
    say, words, special = ask.words.say, ask.words, days.special
    if special.kind in ("no-school", "snow-day"):
        reason = words.pick(special.reason)
        return say("no school. {reason}.", reason=reason) if reason else say("no school.")
    at, early = clock(special.at), special.kind == "early-dismissal"
    if at is None:
        return say("school ends early.") if early else say("school starts late.")
    hour = words.hour(at, period=True)
    return say("school ends at {hour}.", hour=hour) if early else say("school starts at {hour}.", hour=hour)


def _link(ask: Ask) -> Choice | None:
    say, off, short = ask.words.say, no_school_ahead(ask, WEEK), short_ahead(ask, WEEK)
    if off:
        return Choice(go=Route("no-school"), label=say("No school: who has my child?"))
    if not short:
        return None
    day = short[0].days[0]
    label = say("Who has my child on {weekday}?", weekday=ask.words.weekday(day))
    return Choice(go=Route("no-school", day.isoformat()), label=label)


def _clinic(ask: Ask) -> Kept | None:
    directory = ask.center.directory
    outlines = [(kept, directory.outline(kept)) for kept in directory.by_support(CLINIC)]
    drawn = [kept for kept, each in outlines if at_school(each) and each.schedules and not each.sensitive]
    return min(drawn, key=lambda kept: kept.number or 0, default=None)
