"""A snow day today: what closes by it and what stays open, before anything is done; and the way back, all day."""

from __future__ import annotations

from typing import Literal

from kiosk.domain.errors import Refused
from kiosk.domain.values import dataclass
from kiosk.pages.no_school_days import snow_day_notice
from kiosk.pages.parts import State
from kiosk.pages.route import Route
from kiosk.pages.staff.asked import Answer, Question
from kiosk.pages.staff.parts import GAP, Key, StaffAsk, StaffPage, staff_frame
from kiosk.pages.staff.year_asks import time_question
from kiosk.pages.staff.year_words import effects_words, kind_words, listing_words
from kiosk.services.effects import Effects
from kiosk.services.snow_day import SnowDay, SnowDayView

Short = Literal["early-dismissal", "delayed-opening"]


@dataclass(frozen=True, slots=True)
class NameList:
    """One card: its title, the listings on it, and a line below them."""

    title: str
    names: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SnowDayPage(StaffPage):
    """Two lists, what Home says, and one of two things to do."""

    closes: NameList
    stays: NameList
    home: str
    """`Home will say`."""
    notice: State
    undo: str
    undo_words: str
    main: Key
    """What changes something; off where nothing is to be done."""
    safe: Key
    more: str
    """The key that shows more, for lists that are longer than their card."""


def snow_day_page(ask: StaffAsk, snow: SnowDay) -> SnowDayPage:
    """Today, as it is or would be."""
    try:
        view = snow.look()
    except Refused:
        return _without_year(ask)
    say, count = ask.words.say, ask.words.count
    closes, stays = view.effects.of("off"), view.effects.of("same", "opens", "shorter", "moved")
    done = view.is_snow_day
    notice = snow_day_notice(ask.family(Route("home")))
    return SnowDayPage(
        frame=staff_frame(ask),
        title=say("Snow day today") if done else say("Snow day today?"),
        subtitle=_subtitle(ask, view),
        keys=_keys(ask, view),
        closes=NameList(
            title=_closes(ask, len(closes), done=done),
            names=tuple(listing_words(ask, each, hours=False) for each in closes),
            note=say("Each shows why it is closed, and when it opens next.") if closes else "",
        ),
        stays=NameList(
            title=count("{n} stays open", "These {n} stay open", len(stays)),
            names=_stays(ask, view.effects),
            note=say("They do not follow the school."),
        ),
        home=say("Home says") if done else say("Home will say"),
        notice=State(label=notice.state.label if notice.state else "", tone="shut", words=notice.label),
        undo=say("Undo"),
        undo_words=say("U on this screen, all day. All goes back as it was."),
        main=_main(ask, view),
        safe=Key(key="Esc", label=say("Leave it so") if done else say("Change nothing"), action="leave"),
        more="PgDn",
    )


def short_question(ask: StaffAsk, snow: SnowDay, kind: Short) -> Question:
    """When school ends or starts today, and under it what that does."""
    calendar = ask.desk.school_year().calendar()
    assert calendar is not None, "a short day is asked only where there is a school year"
    plain = time_question(ask, calendar, kind)

    def read(text: str, before: tuple[str, ...]) -> Answer:
        answer = plain.read(text, before)
        if not answer.is_read:
            return answer
        return Answer(answer.value, f"{answer.said} {effects_words(ask, snow.look_short(kind, answer.value))}")

    return Question(label=plain.label, value=plain.value, read=read, hint=plain.hint, longest=plain.longest, fresh=True)


def _subtitle(ask: StaffAsk, view: SnowDayView) -> str:
    say = ask.words.say
    day = ask.words.long_date(view.day) if ask.size.wide else ask.words.weekday_date(view.day)
    if view.is_snow_day:
        standing = say("Families see it now.")
    elif not view.has_school:
        standing = say("There is no school today anyway.")
    elif view.short is not None:
        said = kind_words(ask, view.short.kind, view.short.at)
        standing = say("Today is short: {kind}.", kind=said)
    else:
        standing = say("Nothing has changed yet.") if ask.size.wide else ""
    return f"{day}. {standing}" if standing else day


def _closes(ask: StaffAsk, number: int, *, done: bool) -> str:
    if not number:
        return ask.words.say("Nothing closes by it")
    if done:
        return ask.words.count("{n} is closed today", "These {n} are closed today", number)
    return ask.words.count("{n} closes today", "These {n} close today", number)


def _stays(ask: StaffAsk, effects: Effects) -> tuple[str, ...]:
    """Those that open for it first, with their hours: then those that stay as they are."""
    opens = ask.words.say("OPENS")
    named = []
    for each in effects.of("opens", "shorter", "moved"):
        name = listing_words(ask, each, hours=False)
        span = ask.words.names(ask.words.compact_span(one.start, one.end) for one in each.hours)
        named.append(f"{name}: {opens} {span}" if each.way == "opens" else f"{name}: {span}")
    return (*named, *(listing_words(ask, each, hours=False) for each in effects.of("same")))


def _main(ask: StaffAsk, view: SnowDayView) -> Key:
    say, off = ask.words.say, not ask.desk.who.may_change
    if view.is_snow_day:
        return Key(key="U", label=say("Undo the snow day"), short=say("Undo"), action="undo", off=off)
    label = ask.words.count("Close {n} for snow", "Close these {n} for snow", view.closes)
    short = ask.words.count("Close {n}", "Close {n}", view.closes)
    if not view.closes:
        label, short = say("Make it a snow day"), say("Snow day")
    return Key(key="Y", label=label, short=short, action="close", off=off or not view.has_school, main=True)


def _keys(ask: StaffAsk, view: SnowDayView) -> tuple[Key, ...]:
    say = ask.words.say
    off = not ask.desk.who.may_change or view.is_snow_day or not view.has_school
    main = _main(ask, view)
    undo = Key(key="U", label=say("Undo"), action="undo", off=not ask.desk.who.may_change)
    return (
        Key(key=main.key, label=main.short, action=main.action, off=main.off, main=main.main),
        Key(key="L", label=say("Late start"), short=say("Late"), action="short('delayed-opening')", off=off),
        Key(key="E", label=say("Ends early"), short=say("Early"), action="short('early-dismissal')", off=off),
        undo if view.can_lengthen and not view.is_snow_day else GAP,
        Key(key="C", label=say("Calendar"), action="open('calendar')"),
        Key(key="Esc", label=say("Back"), action="leave"),
    )


def _without_year(ask: StaffAsk) -> SnowDayPage:
    say = ask.words.say
    back = Key(key="Esc", label=say("Back"), action="leave")
    nothing = NameList(title=say("There is no school year yet."), names=(), note=say("C opens the calendar."))
    return SnowDayPage(
        frame=staff_frame(ask),
        title=say("Snow day today?"),
        subtitle=ask.words.weekday_date(ask.today),
        keys=(GAP, GAP, GAP, GAP, Key(key="C", label=say("Calendar"), action="open('calendar')"), back),
        closes=nothing,
        stays=NameList(title="", names=(), note=""),
        home="",
        notice=State(label="", tone="plain", words=""),
        undo="",
        undo_words=say("Until then nothing here closes with the school."),
        main=Key(key="Y", label=say("Make it a snow day"), action="close", off=True),
        safe=Key(key="Esc", label=say("Change nothing"), action="leave"),
        more="",
    )
