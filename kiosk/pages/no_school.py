"""No school that day: who has my child?"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from kiosk.domain.places import is_stale
from kiosk.domain.values import dataclass
from kiosk.pages.cost import short_cost
from kiosk.pages.fit import capital, cells
from kiosk.pages.frame import frame, person_room
from kiosk.pages.hours_words import span
from kiosk.pages.no_school_days import special_ahead
from kiosk.pages.paging import turned
from kiosk.pages.parts import Choice, Page, Paged, State
from kiosk.pages.person import office_phone
from kiosk.pages.places_words import room_left
from kiosk.pages.reader import Ask
from kiosk.pages.route import Act, Route
from kiosk.pages.rows import row
from kiosk.pages.shown_in import shown_in
from kiosk.pages.toggles import toggle_choices
from kiosk.services.days import OnDay

WEEK = 7
OFF = ("no-school", "snow-day")
"""The kinds of day without school."""
MOST_DAYS = 3
HOURS_CELLS = 20
"""What a row has left beside its state."""
ALL_DAY = "all-day"
ALL_DAY_HOURS = 6
"""Open this long or longer, it covers a parent's shift."""
Ahead = tuple[tuple[date, str], ...]
"""The coming days that differ, each with its kind."""
HERE = ("free", "my-child")
"""The toggles of a list that make sense here too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoSchoolPage(Page):
    """Days as toggles, then what is open that day."""

    toggles: tuple[Choice, ...]
    rows: tuple[Choice, ...]
    notes: tuple[str, ...]
    ask: str
    empty: str
    turning: Paged
    person: Choice


def no_school_page(ask: Ask) -> NoSchoolPage:
    """What has children on the day `route.about` (an ISO date); without one, on the next day that differs."""
    say = ask.words.say
    ahead = tuple(sorted({day: days.special.kind for days in special_ahead(ask, WEEK) for day in days.days}.items()))
    day = _day(ask, ahead)
    kind = dict(ahead).get(day, "no-school")
    left = _left(ask, day)
    shown, turning = turned(ask, left, _rows(ask))
    with_room = sum(bool(room_left(ask, each.outline)) for each in left)
    return NoSchoolPage(
        route=Route("no-school", day.isoformat(), "", ask.route.part),
        frame=frame(ask),
        title=_title(ask, day, kind),
        subtitle=_subtitle(ask, day, kind, len(left), with_room),
        toggles=(*_days(ask, ahead, day), *_choices(ask, day)),
        rows=tuple(_row(ask, each) for each in shown),
        notes=(*_closed(ask, ahead, day), *shown_in(ask, *(each.kept.listing.name for each in shown))),
        ask=_not_sure(ask),
        empty="" if left else say("We know of no place that is open that day."),
        turning=turning,
        person=Choice(go=Route("person-now"), label=say("A person now")),
    )


def _day(ask: Ask, ahead: Ahead) -> date:
    """The day asked for, if it is not in the past; else the next without school on which something is open."""
    try:
        asked = date.fromisoformat(ask.route.about)
    except ValueError:
        asked = date.min
    if asked >= ask.today:
        return asked
    off = [day for day, kind in ahead if kind in OFF]
    usable = (day for day in off if _any_open(ask, day))
    return (*usable, *off, *(day for day, _ in ahead), ask.today)[0]


def _left(ask: Ask, day: date) -> list[OnDay]:
    rows = [each for each in ask.center.directory.open_on(day) if not each.off]
    on = {toggle for toggle in ask.session.toggles if toggle in HERE}
    passed = ask.center.directory.toggled([each.kept for each in rows], on, ask.session, ask.now, as_they_come=True)
    ids = {kept.id for kept in passed.kepts}
    return [each for each in rows if each.kept.id in ids and (ALL_DAY not in ask.session.toggles or _is_all_day(each))]


def _is_all_day(each: OnDay) -> bool:
    if each.start is None or each.end is None:
        return False
    return each.end - each.start >= timedelta(hours=ALL_DAY_HOURS)


def _rows(ask: Ask) -> int:
    """One row fewer than elsewhere: whom to ask stands below them. 0: the size's own."""
    return 0 if ask.size.plain or ask.size.large else ask.size.list_rows - 1


def _title(ask: Ask, day: date, kind: str) -> str:
    say, weekday = ask.words.say, ask.words.weekday(day)
    if not ask.size.wide:
        return say("Who has my child?")
    if kind in OFF:
        return say("No school {weekday}: who has my child?", weekday=weekday)
    return say("Short day {weekday}: who has my child?", weekday=weekday)


def _subtitle(ask: Ask, day: date, kind: str, places: int, with_room: int) -> str:
    """The day, how many places, how many have room; at 80 columns the title has no room to say which day."""
    words = ask.words
    if ask.size.wide:
        parts = [words.say("{day}.", day=words.date(day)), words.count("{n} place.", "{n} places.", places)]
    elif kind in OFF:
        parts = [words.say("No school {day}.", day=words.weekday_date(day))]
    else:
        parts = [words.say("Short day {day}.", day=words.weekday_date(day))]
    if with_room:
        parts.append(words.count("{n} has room.", "{n} have room.", with_room))
    return " ".join(parts)


def _days(ask: Ask, ahead: Ahead, chosen: date) -> tuple[Choice, ...]:
    """The days of the coming week that differ, three at most, the chosen one among them."""
    words = ask.words
    near = [day for day, _ in ahead][:MOST_DAYS]
    if chosen not in near:
        near = [chosen, *near][:MOST_DAYS]
    kinds = dict(ahead)
    choices = []
    for day in sorted(near):
        name = words.say("{weekday} {day}", weekday=words.short_weekday(day), day=day.day)
        if kinds.get(day) == "early-dismissal":
            name = words.say("{weekday}, early", weekday=words.short_weekday(day))
        elif kinds.get(day) == "delayed-opening":
            name = words.say("{weekday}, late", weekday=words.short_weekday(day))
        choices.append(Choice(go=Route("no-school", day.isoformat()), label=capital(name), selected=day == chosen))
    return tuple(choices)


def _choices(ask: Ask, day: date) -> tuple[Choice, ...]:
    """Free, all day, my child's age, each with how many it leaves."""
    rows = [each for each in ask.center.directory.open_on(day) if not each.off]
    passed = ask.center.directory.toggled(
        [each.kept for each in rows],
        {t for t in ask.session.toggles if t in HERE},
        ask.session,
        ask.now,
        as_they_come=True,
    )
    _, free, _, _, _, child = toggle_choices(ask, passed.left)
    long = sum(_is_all_day(each) for each in rows)
    all_day = Choice(
        go=Act("toggle", ALL_DAY),
        label=ask.words.say("All day"),
        note=ask.words.count("{n} left", "{n} left", long),
        selected=ALL_DAY in ask.session.toggles,
    )
    return free, all_day, child


def _row(ask: Ask, each: OnDay) -> Choice:
    say, listing = ask.words.say, each.kept.listing
    if each.start is None or each.end is None:
        state = State(label=say("CALL FIRST"), tone="care", words=say("hours not known"))
    elif is_stale(listing, ask.today):
        state = State(label=say("CALL FIRST"), tone="care", words=_hours(ask, each.start, each.end))
    else:
        state = State(label=say("OPENS"), tone="shut", words=_hours(ask, each.start, each.end))
    plain = row(ask, each.kept, state=state)
    left = room_left(ask, listing)
    return Choice(
        go=plain.go,
        label=plain.label,
        big=plain.big,
        number=plain.number,
        state=state,
        note=plain.note,
        detail=left or say("{cost} · places: ask", cost=short_cost(ask, listing)),
        place=plain.place,
    )


def _hours(ask: Ask, start: datetime, end: datetime) -> str:
    """`8:00 AM to 5:30 PM` where it fits its column, else without what the second time says too."""
    whole = span(ask.words, start, end)
    return whole if cells(whole) <= HOURS_CELLS else ask.words.span(start, end, short=True)


def _closed(ask: Ask, ahead: Ahead, chosen: date) -> tuple[str, ...]:
    """The other days of the week on which nothing at all is open."""
    say, words = ask.words.say, ask.words
    return tuple(
        say("{weekday}: no care is open.", weekday=words.weekday(day))
        for day, kind in ahead
        if day != chosen and kind in OFF and not _any_open(ask, day)
    )[:1]


def _any_open(ask: Ask, day: date) -> bool:
    return any(not each.off and each.start is not None for each in ask.center.directory.open_on(day))


def _not_sure(ask: Ask) -> str:
    say, phone = ask.words.say, office_phone(ask)
    where = person_room(ask)
    if phone:
        return say("Not sure? Ask here: {room}, or call {phone}.", room=where, phone=phone)
    return say("Not sure? Ask here: {room}.", room=where)
