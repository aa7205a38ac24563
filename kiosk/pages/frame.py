"""The frame round every page: whose kiosk it is, the clock, and the buttons that never move."""

from __future__ import annotations

from kiosk.domain.needs import Language
from kiosk.pages.help_lines import lines
from kiosk.pages.parts import Frame
from kiosk.pages.reader import Ask
from kiosk.pages.route import Act, Go, Route
from kiosk.services.rooms import room


def frame(ask: Ask) -> Frame:
    """Band and bar in the reader's language."""
    say, settings = ask.words.say, ask.center.settings
    others = other_languages(ask)
    return Frame(
        school=settings.school,
        center=say("Sample, not real") if settings.sample else say("Family Resource Center"),
        clock="" if ask.hurried else ask.words.clock(ask.now),
        time="" if ask.hurried else ask.words.time(ask.now),
        languages=" · ".join(other.name for other in others),
        languages_short=_short(others),
        text_size=say("Smaller text") if ask.session.large else say("Bigger text"),
        back=say("Back"),
        home=say("Home"),
        help_now=say("Help now"),
        help_numbers=" · ".join(help_numbers(ask)),
        hide=say("Hide this"),
        done=say("I'm done"),
        person=say("A person now"),
        person_room="" if ask.hurried else person_room(ask),
        not_reviewed=""
        if ask.words.language.reviewed
        else ask.words.language.not_reviewed or say("No person has checked these words yet."),
        sample=say("Sample") if settings.sample else "",
        language_go=_language_go(others),
    )


def offered_languages(ask: Ask) -> tuple[Language, ...]:
    """The languages this school offers, in its own order."""
    known = {language.code: language for language in ask.center.content.languages}
    return tuple(known[code] for code in ask.center.settings.languages if code in known)


def other_languages(ask: Ask) -> tuple[Language, ...]:
    """Those that are not in use now."""
    return tuple(language for language in offered_languages(ask) if language.code != ask.words.language.code)


def _language_go(others: tuple[Language, ...]) -> Go:
    """With one other language a touch switches in place; with more it asks which."""
    return Act("language", others[0].code) if len(others) == 1 else Route("language")


def _short(others: tuple[Language, ...]) -> str:
    if not others:
        return ""
    return others[0].name if len(others) == 1 else f"{others[0].name} +{len(others) - 1}"


def help_numbers(ask: Ask) -> tuple[str, ...]:
    """The large help-now numbers, each once."""
    return tuple(dict.fromkeys(line.shown for line in lines(ask) if line.big))


def person_room(ask: Ask) -> str:
    """Where the first person is who can help now; the office when nobody else is in."""
    now = ask.center.people.now(ask.now)
    if now.here:
        return room(ask.words, now.here[0].staff.room)
    return office_room(ask)


def office_room(ask: Ask) -> str:
    """The office by its room, or in words."""
    settings = ask.center.settings
    return room(ask.words, settings.office.room if settings.office and settings.office.room else settings.office_room)
