"""What each field of a listing is called at the desk, in plain words."""

from __future__ import annotations

import re

from kiosk.pages.staff.parts import StaffAsk

_ROW = re.compile(r"\[(\d+)\]")


def field_label(ask: StaffAsk, path: str) -> str:
    """A field's name: `Name (Spanish)`, `Row 2: opens at`."""
    say = ask.words.say
    row = _ROW.search(path)
    plain = _ROW.sub("", path)
    language = next((code for code in ask.desk.center.settings.languages if plain.endswith(f".{code}")), "")
    name = _names(ask).get(plain.removesuffix(f".{language}") if language else plain, plain)
    if language:
        name = say("{name} ({language})", name=name, language=ask.words.language_name(language, own=False))
    return say("Row {n}: {name}", n=int(row[1]) + 1, name=name) if row and _is_row(path) else name


def _is_row(path: str) -> bool:
    return path.startswith(("schedules[", "schedule_exceptions[", "phones["))


def _names(ask: StaffAsk) -> dict[str, str]:
    return _about(ask) | _when(ask) | _joining(ask)


def _about(ask: StaffAsk) -> dict[str, str]:
    """What it is, for whom, where."""
    say = ask.words.say
    return {
        "name": say("Name"),
        "alternate_name": say("Short name"),
        "description": say("What it is, in one plain sentence"),
        "needs": say("Needs, with commas"),
        "supports": say("School supports, with commas"),
        "sensitive": say("Private: a neutral name on screens"),
        "eligibility.description": say("Who can use it"),
        "eligibility.minimum_age": say("Lowest age"),
        "eligibility.maximum_age": say("Highest age"),
        "eligibility.grades": say("Grades, with commas"),
        "cost_options.amount": say("Cost in dollars, 0 is free"),
        "papers.asks": say("Papers they ask, with commas"),
        "papers.immigration": say("Do they ask about immigration"),
        "papers.checked": say("Papers checked on"),
        "application_process": say("How to get it"),
        "minutes_needed": say("Minutes it takes"),
        "location.room": say("Room"),
        "location.at_school": say("At this school"),
        "location.name": say("Name of the place"),
        "location.address.address_1": say("Street"),
        "location.address.city": say("Town"),
        "location.directions": say("The way, in plain steps"),
    }


def _when(ask: StaffAsk) -> dict[str, str]:
    """Hours, places, the way home."""
    say = ask.words.say
    return {
        "schedules": say("hours"),
        "by_appointment": say("By appointment"),
        "places.state": say("Places"),
        "places.left": say("Places left"),
        "places.said": say("Said on"),
        "way_home.late_bus": say("Late bus"),
        "way_home.pick_up_until": say("Pick up until"),
    }


def _joining(ask: StaffAsk) -> dict[str, str]:
    """Sign-up, who answers, notices."""
    say = ask.words.say
    return {
        "sign_up.url": say("Link for the code"),
        "sign_up.opens": say("Sign-up opens"),
        "sign_up.closes": say("Sign-up closes"),
        "sign_up.state": say("Sign-up is"),
        "sign_up.no_phone": say("With no phone"),
        "phones.number": say("phone"),
        "phones.extension": say("extension"),
        "email": say("E-mail"),
        "url": say("Web page"),
        "languages": say("Languages spoken, with commas"),
        "status": say("Shown to families"),
        "alert": say("Notice"),
        "schedule_exceptions": say("day that differs"),
    }
