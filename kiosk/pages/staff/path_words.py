"""What each place in a listing is called when it is read back: plain names, with the language or the item it is of."""

from __future__ import annotations

from kiosk.domain.errors import Refused
from kiosk.domain.steps import Members, Step, steps_of
from kiosk.pages.staff.parts import StaffAsk

Names = dict[str, str]


def path_words(ask: StaffAsk, path: str) -> str:
    """`Name (Spanish)`, `Phone`, `Hours`; the whole listing for no path. What nobody gave a name is called as it is."""
    if not path:
        return ask.words.say("The whole listing")
    try:
        steps = steps_of(path)
    except Refused:
        return path
    names = place_names(ask)
    plain = plain_path(steps)
    if plain in names:
        return names[plain]
    head, _, last = plain.rpartition(".")
    if head in names:
        if ask.desk.center.content.language(last) is not None:
            language = ask.words.language_name(last, own=False)
            return ask.words.say("{name} ({language})", name=names[head], language=language)
        return ask.words.say("{name}: {part}", name=names[head], part=last.replace("_", " "))
    top = plain.partition(".")[0]
    return ask.words.say("{name}: {part}", name=names[top], part=last.replace("_", " ")) if top in names else plain


def plain_path(steps: tuple[Step, ...]) -> str:
    """The path without its items: `phones.extension`."""
    return ".".join("+".join(step.names) for step in steps if isinstance(step, Members))


def place_names(ask: StaffAsk) -> Names:
    """Path without items -> name."""
    return _about(ask) | _where(ask) | _when(ask) | _joining(ask)


def _about(ask: StaffAsk) -> Names:
    """What it is and for whom."""
    say = ask.words.say
    return {
        "id": say("Id"),
        "number": say("Number"),
        "name": say("Name"),
        "alternate_name": say("Short name"),
        "description": say("What it is"),
        "status": say("Shown to families"),
        "needs": say("Needs"),
        "supports": say("School supports"),
        "sensitive": say("Private"),
        "organization": say("Who runs it"),
        "organization.name": say("Who runs it"),
        "organization.url": say("Web page of who runs it"),
        "eligibility": say("Who can use it"),
        "eligibility.description": say("Who can use it"),
        "eligibility.minimum_age": say("Lowest age"),
        "eligibility.maximum_age": say("Highest age"),
        "eligibility.grades": say("Grades"),
        "eligibility.conditions": say("Only for"),
        "cost_options": say("Cost"),
        "required_documents": say("What to bring"),
        "papers": say("Papers"),
        "papers.asks": say("Papers they ask for"),
        "papers.immigration": say("Immigration questions"),
        "papers.checked": say("Papers checked"),
        "application_process": say("How to get it"),
        "minutes_needed": say("Minutes it takes"),
    }


def _where(ask: StaffAsk) -> Names:
    """The place, and who answers."""
    say = ask.words.say
    return {
        "location": say("Place"),
        "location.name": say("Name of the place"),
        "location.at_school": say("At this school"),
        "location.room": say("Room"),
        "location.address": say("Address"),
        "location.address.address_1": say("Street"),
        "location.address.address_2": say("Second line of the address"),
        "location.address.city": say("Town"),
        "location.address.state_province": say("State"),
        "location.address.postal_code": say("ZIP code"),
        "location.address.country": say("Country"),
        "location.latitude+longitude": say("Point on the map"),
        "location.directions": say("The way"),
        "location.transportation": say("Bus"),
        "location.accessibility": say("Steps and ramps"),
        "phones": say("Phone"),
        "phones.number": say("Phone"),
        "phones.extension": say("Extension"),
        "phones.type": say("Kind of phone"),
        "phones.languages": say("Languages on the phone"),
        "phones.description": say("About the phone"),
        "email": say("E-mail"),
        "url": say("Web page"),
        "languages": say("Languages spoken"),
        "interpretation_services": say("Interpreter"),
    }


def _when(ask: StaffAsk) -> Names:
    """Hours, places, the way home."""
    say = ask.words.say
    return {
        "schedules": say("Hours"),
        "schedule_exceptions": say("Days that differ"),
        "schedule_exceptions.closed": say("Closed that day"),
        "schedule_exceptions.opens_at": say("Opens that day"),
        "schedule_exceptions.closes_at": say("Closes that day"),
        "schedule_exceptions.reason": say("Why that day differs"),
        "by_appointment": say("By appointment"),
        "places": say("Places"),
        "places.state": say("Places"),
        "places.left": say("Places left"),
        "places.waiting": say("Families waiting"),
        "places.said": say("Places said on"),
        "places.good_for_days": say("Days that holds"),
        "way_home": say("Way home"),
        "way_home.late_bus": say("Late bus"),
        "way_home.pick_up_until": say("Pick up until"),
        "way_home.who_may_collect": say("Who may pick up"),
        "way_home.walking_group": say("Walking group"),
    }


def _joining(ask: StaffAsk) -> Names:
    """Sign-up and notices."""
    say = ask.words.say
    return {
        "sign_up": say("Sign-up"),
        "sign_up.url": say("Link for the code"),
        "sign_up.opens": say("Sign-up opens"),
        "sign_up.closes": say("Sign-up closes"),
        "sign_up.state": say("Sign-up is"),
        "sign_up.asks": say("What the form asks"),
        "sign_up.who_may_sign": say("Who may sign"),
        "sign_up.no_phone": say("With no phone"),
        "alert": say("Notice"),
        "assured_date+assurer": say("Checked"),
        "assured_date": say("Checked"),
        "assurer": say("Checked by"),
    }
