"""Facts about where and when: hours with the days that differ, the way there and the way home."""

from __future__ import annotations

from kiosk.domain.kept import Kept
from kiosk.pages import hours_words
from kiosk.pages.fit import capital, sentence, wrapped
from kiosk.pages.hours_words import changes, regular
from kiosk.pages.no_school_words import no_school_text
from kiosk.pages.parts import Fact
from kiosk.pages.place import address, short_place
from kiosk.pages.reader import Ask
from kiosk.services.rooms import room

WIDE_CELLS = 53
"""The width of a fact's text in the lobby."""


def where(ask: Ask, kept: Kept) -> Fact | None:
    """The place and the way to it."""
    say, words, listing = ask.words.say, ask.words, kept.listing
    here = listing.location
    if here is None:
        return Fact(name=say("Where"), text=(say("By phone, from anywhere."),)) if listing.phones else None
    name = room(words, here.room) if here.at_school and here.room else address(listing) or here.name
    way = words.pick(here.directions)
    text = " ".join(part for part in (sentence(name), sentence(way)) if part)
    return Fact(name=say("Where"), text=(text,), short=short_place(ask, listing)) if text else None


def when(ask: Ask, kept: Kept) -> Fact:
    """The hours, and the days ahead that differ."""
    listing = kept.listing
    text = (*regular(ask, listing), *changes(ask, listing))
    short = (*regular(ask, listing, short=True), *changes(ask, listing, short=True)[:1])
    return Fact(name=ask.words.say("When"), text=text, short="\n".join(short))


def program_when(ask: Ask, kept: Kept) -> Fact:
    """With the room in the same line: a program's place is part of its time."""
    listing, say = kept.listing, ask.words.say
    lines = list(regular(ask, listing))
    where = short_place(ask, listing)
    if where and listing.schedules:
        with_place = say("{hours}, {place}", hours=lines[0], place=where)
        lines[0] = with_place if wrapped(with_place, WIDE_CELLS) == 1 else lines[0]
    ahead = changes(ask, listing, short_days=not hours_words.short_days(ask, listing)[0])
    short = (*regular(ask, listing, short=True), *changes(ask, listing, short=True, short_days=False)[:1])
    return Fact(name=say("When"), text=(*lines, *ahead), short="\n".join(short))


def short_days(ask: Ask, kept: Kept) -> Fact | None:
    """What an early dismissal or a late start does."""
    text, short = hours_words.short_days(ask, kept.listing)
    if not text:
        return None
    return Fact(name=ask.words.say("Short days"), text=(text,), name_short=ask.words.say("Short day"), short=short)


def no_school(ask: Ask, kept: Kept) -> Fact | None:
    """What happens on days without school."""
    text, short = no_school_text(ask, kept)
    return Fact(name=ask.words.say("No school"), text=(text,), short=short) if text else None


def way_home(ask: Ask, kept: Kept) -> Fact | None:
    """How a child gets home after it."""
    say, words, home = ask.words.say, ask.words, kept.listing.way_home
    if home is None:
        return None
    times = []
    if home.late_bus is not None:
        times.append(say("Late bus {hour}.", hour=words.hour(home.late_bus)))
    if home.pick_up_until is not None:
        times.append(say("Pick up until {hour}.", hour=words.hour(home.pick_up_until)))
    if home.walking_group:
        times.append(say("A group walks home."))
    who = sentence(words.pick(home.who_may_collect))
    text = tuple(part for part in (" ".join(times), who) if part)
    if not text:
        return None
    return Fact(name=say("Way home"), text=text, short=" ".join(text))


def access(ask: Ask, kept: Kept) -> Fact | None:
    """Steps and ramps."""
    here = kept.listing.location
    text = ask.words.pick(here.accessibility) if here is not None else ""
    return Fact(name=ask.words.say("Access"), text=(sentence(text),)) if text else None


def getting_there(ask: Ask, kept: Kept) -> Fact | None:
    """How far it is, or which bus goes there."""
    here = kept.listing.location
    text = ask.words.pick(here.transportation) if here is not None else ""
    if not text:
        return None
    name, short = ask.words.say("Getting there"), ask.words.say("The way")
    return Fact(name=name, text=(sentence(capital(text)),), name_short=short)
