"""A person to ask, in one sentence: the answer that every page has when nothing else does."""

from __future__ import annotations

from typing import Literal

from kiosk.domain.first_step import phone_for
from kiosk.domain.listing import Listing
from kiosk.domain.settings import StaffHours
from kiosk.pages.place import room_in
from kiosk.pages.reader import Ask
from kiosk.services.rooms import room


def ask_person(ask: Ask) -> str:
    """Who can help now, by role: `Parent liaison: Room 104, until 4:00 PM.` Else the office, else who comes next."""
    say, words = ask.words.say, ask.words
    now = ask.center.people.now(ask.now)
    if now.here:
        first = now.here[0]
        return say(
            "{role}: {room}, until {hour}.",
            role=words.pick(first.staff.role),
            room=room(words, first.staff.room),
            hour=words.time(first.until),
        )
    if now.office is not None and now.office_until is not None:
        return say(
            "The office: {room}, until {hour}.", room=room(words, now.office.room), hour=words.time(now.office_until)
        )
    following = ask.center.people.next(ask.now)
    if following is not None:
        return say(
            "{role}: {room}, {when}.",
            role=words.pick(following.staff.role),
            room=room(words, following.staff.room),
            when=words.when(following.at, ask.now),
        )
    return office_words(ask)


def office_words(ask: Ask) -> str:
    """`The office: Front office. Call 860-555-0100.`, as much of it as is known."""
    say, office = ask.words.say, ask.center.settings.office
    phone = office_phone(ask)
    where = room_in(ask.words, office.room if office else ask.center.settings.office_room)
    return (
        say("Ask in {room}, or call {phone}.", room=where, phone=phone) if phone else say("Ask in {room}.", room=where)
    )


def office_phone(ask: Ask) -> str:
    """The office's number as people here write it, empty when it is not known."""
    office = ask.center.settings.office
    return shown_phone(ask, office.phone) if office is not None and office.phone else ""


def shown_phone(ask: Ask, number: str, extension: str = "") -> str:
    """A number as families here write it."""
    from kiosk.services.phones import shown

    return shown(number, extension, ask.center.settings.region.partition("-")[0])


def reached_by(listing: Listing) -> Literal["call", "text", ""]:
    """How one gets through to it by phone; empty when there is no number that a person answers."""
    phone = phone_for(listing)
    if phone is None:
        return ""
    return "text" if phone.type == "text" else "call"


def number_to_use(ask: Ask, listing: Listing) -> str:
    """`860-555-0104`, `Text 860-555-0195`; empty when there is no number that a person answers."""
    phone = phone_for(listing)
    if phone is None:
        return ""
    shown = shown_phone(ask, phone.number, phone.extension)
    return ask.words.say("Text {number}", number=shown) if phone.type == "text" else shown


def spoken_languages(ask: Ask, codes: tuple[str, ...]) -> str:
    """`English, Español`: each by its own name, the reader's own first."""
    own = ask.words.language.code
    ordered = sorted(codes, key=lambda code: code != own)
    return ", ".join(ask.words.language_name(code) for code in ordered)


def somebody(ask: Ask, name: str) -> StaffHours | None:
    """The staff whose room this is."""
    office = ask.center.settings.office
    every = (*ask.center.here.staff(), *((office,) if office is not None else ()))
    return next((staff for staff in every if staff.room == name), None)
