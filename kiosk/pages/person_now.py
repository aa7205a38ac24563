"""A person now: who can help today, by role; where, until when, in which languages."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.values import dataclass
from kiosk.pages.fit import wrapped
from kiosk.pages.frame import frame
from kiosk.pages.parts import Choice, Fact, Page, State, silent
from kiosk.pages.person import office_phone, spoken_languages
from kiosk.pages.reader import Ask
from kiosk.pages.route import Route
from kiosk.pages.spoken import your_language
from kiosk.services.people import PeopleNow, PersonHere
from kiosk.services.rooms import room

CARDS = 3
WIDE_CELLS, SHORT_CELLS, WIDE_LINES = 55, 60, 6
"""The width of a fact's text, in the lobby and at 80 columns, and the lines of all facts together in the lobby."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCard:
    """One role that is in. `room` in block digits."""

    role: str
    room_word: str
    room: str
    state: State
    languages: str
    way: Choice

    def spoken(self) -> Iterator[str | Choice]:
        """Who, where, until when, in which languages, and the way."""
        yield self.role
        yield f"{self.room_word} {self.room}".strip()
        yield from self.state.spoken()
        yield self.languages
        yield self.way


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonNowPage(Page):
    """At most three people large; later ones, the office and the interpreter in words."""

    cards: tuple[PersonCard, ...]
    facts: tuple[Fact, ...]
    """Later today; No one here?; Your language?"""
    quiet: Choice
    way: Choice | None = silent(None)


def person_now_page(ask: Ask) -> PersonNowPage:
    """Who can help right now; when nobody is in, who comes next, and the office."""
    say = ask.words.say
    now = ask.center.people.now(ask.now)
    here = now.here[:CARDS]
    way = _way(ask, here[0].staff.room) if here else None
    return PersonNowPage(
        route=ask.route,
        frame=frame(ask),
        title=say("A person now"),
        subtitle=_how_many(ask, len(now.here)),
        cards=tuple(_card(ask, person) for person in here),
        facts=_facts(ask, now),
        quiet=Choice(go=Route("quiet"), label=say("Ask without words"), main=True),
        way=way,
    )


def _how_many(ask: Ask, here: int) -> str:
    if not here:
        return ask.words.say("No one is here right now.")
    return ask.words.count("{n} person can help you. No appointment.", "{n} people can help you. No appointment.", here)


def room_word(ask: Ask, name: str) -> tuple[str, str]:
    """A room's word and its number, `Room` and `104`; a room with a name of its own has no word before it."""
    if any(sign.isdigit() for sign in name):
        return ask.words.context("before a number", "Room"), name
    return "", room(ask.words, name)


def here_until(ask: Ask, person: PersonHere) -> State:
    """`HERE until 4:00 PM`."""
    say = ask.words.say
    return State(label=say("HERE"), tone="open", words=say("until {hour}", hour=ask.words.time(person.until)))


def _card(ask: Ask, person: PersonHere) -> PersonCard:
    word, name = room_word(ask, person.staff.room)
    return PersonCard(
        role=ask.words.pick(person.staff.role),
        room_word=word,
        room=name,
        state=here_until(ask, person),
        languages=spoken_languages(ask, person.staff.languages),
        way=_way(ask, person.staff.room),
    )


def _way(ask: Ask, name: str) -> Choice:
    """Beside its card `The way there` is enough; read aloud it says where."""
    say = ask.words.say
    label = say("The way to {room}", room=room(ask.words, name)) if ask.size.plain else say("The way there")
    return Choice(go=Route("room", name), label=label)


def _facts(ask: Ask, now: PeopleNow) -> tuple[Fact, ...]:
    say = ask.words.say
    facts = []
    if not now.here:
        facts += _next(ask)
    elif now.later or len(now.here) > CARDS:
        facts.append(Fact(name=say("Also today"), text=_also(ask, now)))
    facts.append(Fact(name=say("No one here?"), text=(_office(ask, now),)))
    used = sum(wrapped(text, WIDE_CELLS) for fact in facts for text in fact.text)
    lines = max(1, WIDE_LINES - used) if ask.size.wide else 1
    language = your_language(ask, WIDE_CELLS if ask.size.wide else SHORT_CELLS, lines)
    facts.append(Fact(name=say("Your language?"), text=(language,)))
    return tuple(facts)


def _next(ask: Ask) -> list[Fact]:
    following = ask.center.people.next(ask.now)
    if following is None:
        return []
    text = ask.words.say(
        "{role}, {room}: {when}.",
        role=ask.words.pick(following.staff.role),
        room=room(ask.words, following.staff.room),
        when=ask.words.when(following.at, ask.now),
    )
    return [Fact(name=ask.words.say("Next"), text=(text,))]


def _also(ask: Ask, now: PeopleNow) -> tuple[str, ...]:
    """Those who are in as well, then those who come later: two lines at most."""
    say, words = ask.words.say, ask.words
    lines = [
        say("{role}, {room}, now.", role=words.pick(person.staff.role), room=room(words, person.staff.room))
        for person in now.here[CARDS:]
    ]
    lines += [
        say(
            "{role}, {room}, from {hour}.",
            role=words.pick(person.staff.role),
            room=room(words, person.staff.room),
            hour=words.time(person.at),
        )
        for person in now.later
    ]
    return tuple(lines[:2])


def _office(ask: Ask, now: PeopleNow) -> str:
    """Where one goes when nobody is in, and the number to call."""
    say, phone = ask.words.say, office_phone(ask)
    office = now.office
    name = room(ask.words, office.room if office is not None else ask.center.settings.office_room)
    if now.office_until is not None:
        hour = ask.words.time(now.office_until)
        where = say("{room}, until {hour}.", room=name, hour=hour)
        return f"{where} {say('Or call {phone}.', phone=phone)}" if phone else where
    closed = say("{room}: closed now.", room=name)
    return f"{closed} {say('Call {phone}.', phone=phone)}" if phone else closed
