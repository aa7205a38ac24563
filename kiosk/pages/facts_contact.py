"""Facts about who answers: languages, numbers, and everything else that is known."""

from __future__ import annotations

from kiosk.domain.kept import Kept
from kiosk.pages.fit import sentence
from kiosk.pages.parts import Fact
from kiosk.pages.person import shown_phone, spoken_languages
from kiosk.pages.places_words import places_text
from kiosk.pages.reader import Ask


def answers(ask: Ask, kept: Kept) -> Fact | None:
    """Who answers, and in which languages."""
    say, words, listing = ask.words.say, ask.words, kept.listing
    spoken = listing.languages or tuple(dict.fromkeys(code for phone in listing.phones for code in phone.languages))
    who = next((sentence(text) for phone in listing.phones if (text := words.pick(phone.description))), "")
    if not spoken:
        unknown = say("Languages not known: ask.")
        return Fact(name=say("Answers"), text=(f"{who} {unknown}".strip(),), short=unknown)
    names = spoken_languages(ask, spoken)
    text = f"{who} {names}.".strip()
    own = words.language.code
    if own not in spoken and not words.pick(listing.interpretation_services):
        text = f"{text} {say('{language} not known: ask.', language=words.language_name(own))}"
    return Fact(name=say("Answers"), text=(text,), short=names)


def call(ask: Ask, kept: Kept) -> Fact | None:
    """The numbers to call or text."""
    say = ask.words.say
    numbers = [
        say("Text {number}", number=shown_phone(ask, phone.number))
        if phone.type == "text"
        else shown_phone(ask, phone.number, phone.extension)
        for phone in kept.listing.phones
        if phone.type in ("voice", "text")
    ]
    if not numbers:
        return None
    return Fact(name=say("Call"), text=(" · ".join(numbers),), short=numbers[0])


def interpreter(ask: Ask, kept: Kept) -> Fact | None:
    """How one gets an interpreter."""
    text = ask.words.pick(kept.listing.interpretation_services)
    return (
        Fact(name=ask.words.say("Interpreter"), text=(sentence(text),), name_short=ask.words.say("Other"))
        if text
        else None
    )


def no_phone(ask: Ask, kept: Kept) -> Fact | None:
    """The way for people with no phone."""
    sign_up = kept.listing.sign_up
    text = ask.words.pick(sign_up.no_phone) if sign_up is not None else ""
    return Fact(name=ask.words.say("On paper"), text=(sentence(text),)) if text else None


def email(ask: Ask, kept: Kept) -> Fact | None:
    """The address for letters."""
    return Fact(name=ask.words.say("Email"), text=(kept.listing.email,)) if kept.listing.email else None


def web(ask: Ask, kept: Kept) -> Fact | None:
    """The web page."""
    url = kept.listing.url.removeprefix("https://").removesuffix("/")
    return Fact(name=ask.words.say("Web page"), text=(url,)) if url else None


def run_by(ask: Ask, kept: Kept) -> Fact | None:
    """Who runs it."""
    run_by = kept.listing.organization
    return Fact(name=ask.words.say("Run by"), text=(run_by.name,)) if run_by is not None and run_by.name else None


def what(ask: Ask, kept: Kept) -> Fact | None:
    """What it is."""
    text = ask.words.pick(kept.listing.description)
    return Fact(name=ask.words.say("What"), text=(text,)) if text else None


def places(ask: Ask, kept: Kept) -> Fact | None:
    """Room left."""
    text = places_text(ask, kept.listing)
    return Fact(name=ask.words.say("Places"), text=(text,)) if text else None
