"""The way to a room, its number as large as the screen allows."""

from __future__ import annotations

import re

from kiosk.domain.values import dataclass
from kiosk.pages.frame import frame
from kiosk.pages.parts import Choice, Page, State
from kiosk.pages.person import somebody, spoken_languages
from kiosk.pages.person_now import here_until, room_word
from kiosk.pages.reader import Ask
from kiosk.pages.route import Route
from kiosk.services.rooms import room


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomPage(Page):
    """`room_word` in big letters over `room` in block digits; then the way in steps."""

    room_word: str
    room: str
    from_here: str
    steps: tuple[str, ...]
    access: str
    state: State | None
    who: str
    languages: str
    call: Choice | None


def room_page(ask: Ask) -> RoomPage:
    """The room `route.about`."""
    words, name = ask.words, ask.route.about
    staff = somebody(ask, name)
    word, number = room_word(ask, name)
    here = next((person for person in ask.center.people.now(ask.now).here if person.staff.room == name), None)
    return RoomPage(
        route=ask.route,
        frame=frame(ask),
        title=room(words, name),
        room_word=word,
        room=number,
        from_here=words.say("From this screen"),
        steps=_steps(ask, name),
        access=words.pick(staff.accessibility) if staff is not None else "",
        state=here_until(ask, here) if here is not None else None,
        who=words.pick(staff.role) if staff is not None else "",
        languages=spoken_languages(ask, staff.languages) if staff is not None else "",
        call=call_choice(ask, name),
    )


def way_to(ask: Ask, name: str) -> str:
    """The way to a room in words, as its people or a listing there give it; empty when nobody does."""
    staff = somebody(ask, name)
    if staff is not None and staff.directions:
        return ask.words.pick(staff.directions)
    for kept in ask.center.directory.all():
        here = kept.listing.location
        if here is not None and here.at_school and here.room == name and here.directions:
            return ask.words.pick(here.directions)
    return ""


def call_choice(ask: Ask, name: str) -> Choice | None:
    """The code that calls a room, when it has a phone."""
    staff = somebody(ask, name)
    if staff is None or not staff.phone:
        return None
    return Choice(
        go=Route("call-code", f"room:{name}"),
        label=ask.words.say("A code that calls {room}", room=room(ask.words, name)),
    )


def _steps(ask: Ask, name: str) -> tuple[str, ...]:
    """One sentence a step; without any, whom to ask."""
    way = way_to(ask, name)
    if not way:
        return (ask.words.say("Ask at the office for the way."),)
    return tuple(sentence for sentence in re.split(r"(?<=[.!?])\s+", way) if sentence)
