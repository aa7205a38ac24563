"""The first step in words: one thing to do now, for the lobby, for 80 columns, and in big letters."""

from __future__ import annotations

from kiosk.domain.first_step import FirstStep
from kiosk.domain.listing import Listing
from kiosk.domain.opening import Opening
from kiosk.pages.fit import capital
from kiosk.pages.parts import Step, Tone
from kiosk.pages.person import office_words, shown_phone
from kiosk.pages.place import room_in, short_place
from kiosk.pages.places_words import room_left
from kiosk.pages.reader import Ask
from kiosk.services.rooms import room


def step_of(ask: Ask, listing: Listing, opening: Opening, step: FirstStep) -> Step:
    """The sentence on the step's ground."""
    match step.kind:
        case "walk-in":
            return _walk_in(ask, listing, step)
        case "sign-up" | "waitlist" | "full" | "save-day" | "sign-up-over":
            return _joining(ask, listing, step)
        case "opens-later":
            return _opens_later(ask, step)
    return _asking(ask, opening, step)


def _walk_in(ask: Ask, listing: Listing, step: FirstStep) -> Step:
    say, words = ask.words.say, ask.words
    where = room(words, step.room) if step.room else short_place(ask, listing)
    long_open = step.until is None or (step.until - ask.now).total_seconds() > 24 * 3600
    if long_open or step.until is None:
        text = say("Walk in now. {place}.", place=where) if where else say("Come now. Open day and night.")
    elif where:
        text = say("Walk in now. {place}, until {hour}.", place=where, hour=words.hour(step.until))
    else:
        text = say("Open now, until {hour}.", hour=words.hour(step.until))
    return Step(text=text, tone="open", big=(say("Walk in now"), *((where,) if where else ())))


def _joining(ask: Ask, listing: Listing, step: FirstStep) -> Step:
    say, words, places = ask.words.say, ask.words, listing.places
    match step.kind:
        case "sign-up":
            left = room_left(ask, listing)
            text = say("Sign up now. {left}.", left=capital(left)) if left else say("Sign up now.")
            return Step(text=text, tone="open", short=say("Sign up now."), big=(say("Sign up now"),))
        case "waitlist":
            waiting = places.waiting if places is not None else None
            line = words.count("{n} waits now.", "{n} wait now.", waiting) if waiting else ""
            text = f"{say('Ask for a place on the waitlist.')} {line}".strip()
            return Step(text=text, tone="care", short=say("Ask to join the waitlist."), big=(say("Join the waitlist"),))
        case "full":
            return Step(
                text=say("No place now. Ask when one is free."),
                tone="shut",
                short=say("No place now. Ask us."),
            )
        case "sign-up-over":
            text = say("Sign-up is over. Ask when the next one starts.")
            return Step(text=text, tone="shut", short=say("Sign-up is over. Ask us."), big=(say("Sign-up is over"),))
    if step.day is None:
        return Step(text=say("Sign-up opens later. Ask when."), tone="shut")
    day = words.weekday_date(step.day)
    return Step(
        text=say("Save the day: sign-up opens {day}.", day=day),
        tone="shut",
        short=say("Sign-up opens {day}.", day=day),
        big=(say("Save the day"), words.date(step.day)),
    )


def _opens_later(ask: Ask, step: FirstStep) -> Step:
    say, words = ask.words.say, ask.words
    if step.at is None:
        return Step(text=say("Closed now. Ask when they open."), tone="shut")
    days = (step.at.date() - ask.today).days
    hour = words.hour(step.at)
    if days == 0:
        opens = say("They open today at {hour}.", hour=hour)
    elif days < 7:
        opens = say("They open {weekday} at {hour}.", weekday=words.weekday(step.at), hour=hour)
    else:
        opens = say("They open {day} at {hour}.", day=words.weekday_date(step.at), hour=hour)
    form = say("Here is the form meanwhile.") if step.form else ""
    when = words.when(step.at, ask.now, short=True)
    return Step(
        text=f"{opens} {form}".strip(),
        tone="shut",
        short=say("Opens {when}.", when=when),
        big=(say("Opens"), words.when(step.at, ask.now, short=True)),
    )


def _asking(ask: Ask, opening: Opening, step: FirstStep) -> Step:
    say = ask.words.say
    phone = shown_phone(ask, step.phone.number, step.phone.extension) if step.phone is not None else ""
    tone: Tone = "shut" if step.kind in ("ended", "off") else "care"
    if step.kind == "ended":
        return Step(
            text=say("This one is over. Ask for the next one."), tone=tone, short=say("This one is over. Ask us.")
        )
    if step.kind == "off":
        return Step(
            text=say("Not offered now. Ask when it comes back."), tone=tone, short=say("Not offered now. Ask us.")
        )
    if step.phone is not None:
        texting = step.phone.type == "text"
        return _texting(ask, opening, step, phone) if texting else _calling(ask, opening, step, phone)
    where = room(ask.words, step.room) if step.room else ""
    if where:
        return Step(
            text=say("Ask in {room}.", room=room_in(ask.words, step.room)), tone=tone, big=(say("Ask here"), where)
        )
    return Step(text=office_words(ask), tone=tone)


def _calling(ask: Ask, opening: Opening, step: FirstStep, phone: str) -> Step:
    """The number that a person answers."""
    say, short = ask.words.say, ask.words.say("Call {phone}.", phone=phone)
    if step.kind == "set-a-time":
        text = say("Call to set a time: {phone}.", phone=phone)
        return Step(text=text, tone="care", short=short, big=(say("Call"), phone))
    if opening.state == "closed" and opening.next is not None:
        when = ask.words.when(opening.next, ask.now, short=True)
        text = say("Call first: {phone}. Opens {when}.", phone=phone, when=when)
        return Step(text=text, tone="care", short=short, big=(say("Call first"), phone))
    return Step(text=say("Call now: {phone}.", phone=phone), tone="care", short=short, big=(say("Call now"), phone))


def _texting(ask: Ask, opening: Opening, step: FirstStep, phone: str) -> Step:
    """The same where nobody answers a call."""
    say, short = ask.words.say, ask.words.say("Text {phone}.", phone=phone)
    if step.kind == "set-a-time":
        text = say("Text to set a time: {phone}.", phone=phone)
        return Step(text=text, tone="care", short=short, big=(ask.words.context("button", "Text"), phone))
    if opening.state == "closed" and opening.next is not None:
        when = ask.words.when(opening.next, ask.now, short=True)
        text = say("Text first: {phone}. Opens {when}.", phone=phone, when=when)
        return Step(text=text, tone="care", short=short, big=(say("Text first"), phone))
    return Step(text=say("Text now: {phone}.", phone=phone), tone="care", short=short, big=(say("Text now"), phone))
