"""The days off that schools have in common, by name in each language: public holidays and the breaks of the year."""

from __future__ import annotations

import re

from kiosk.domain.listing import LocalText
from kiosk.domain.text import fold
from kiosk.services.all_languages import Speeches, in_all_languages
from kiosk.services.protocols import Speech

_BREAK = re.compile(r"(recess|vacation|holidays?)( week)?$")


def known_name(text: str, speeches: Speeches) -> LocalText | None:
    """The name of a day off in all of the school's languages, from its name in one of them; None for any other."""
    wanted = _BREAK.sub("break", fold(text))
    names = ((key, fold(name)) for words in speeches.values() for key, name in day_names(words).items())
    found = next((key for key, name in names if wanted in (name, fold(key))), None)
    return in_all_languages(speeches, lambda speech: day_names(speech)[found]) if found is not None else None


def day_names(words: Speech) -> dict[str, str]:
    """The holidays of the United States, by their names in the library of holidays, and the breaks."""
    say = words.say
    return {
        "New Year's Day": say("New Year's Day"),
        "Martin Luther King Jr. Day": say("Martin Luther King Jr. Day"),
        "Lincoln's Birthday": say("Lincoln's Birthday"),
        "Washington's Birthday": say("Presidents' Day"),
        "Presidents' Day": say("Presidents' Day"),
        "Good Friday": say("Good Friday"),
        "Memorial Day": say("Memorial Day"),
        "Juneteenth National Independence Day": say("Juneteenth"),
        "Juneteenth": say("Juneteenth"),
        "Independence Day": say("Independence Day"),
        "Labor Day": say("Labor Day"),
        "Columbus Day": say("Columbus Day"),
        "Indigenous Peoples' Day": say("Indigenous Peoples' Day"),
        "Election Day": say("Election Day"),
        "Veterans Day": say("Veterans Day"),
        "Thanksgiving Day": say("Thanksgiving"),
        "Thanksgiving": say("Thanksgiving"),
        "Day After Thanksgiving": say("The day after Thanksgiving"),
        "Christmas Eve": say("Christmas Eve"),
        "Christmas Day": say("Christmas"),
        "Christmas": say("Christmas"),
        "New Year's Eve": say("New Year's Eve"),
        "Thanksgiving break": say("Thanksgiving break"),
        "Winter break": say("Winter break"),
        "February break": say("February break"),
        "Spring break": say("Spring break"),
        "April break": say("April break"),
        "Fall break": say("Fall break"),
    }
