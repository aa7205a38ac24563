"""Which languages somebody who is in speaks, and until when: by language, never by name."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from kiosk.pages.fit import wrapped
from kiosk.pages.reader import Ask
from kiosk.services.people import PersonHere

if TYPE_CHECKING:
    from kiosk.words import Words


MOST = 2
"""Languages that are named in words; the cards of those who are in have all of theirs."""


def someone_speaks(words: Words, code: str, until: datetime) -> str:
    """`Someone here speaks Kreyòl until 2 PM.`"""
    own = code != words.language.code
    name = words.language_name(code, own=own)
    return words.say("Someone here speaks {language} until {hour}.", language=name, hour=words.hour(until, period=True))


def languages_here(ask: Ask) -> dict[str, datetime]:
    """Each language but the school's first that is spoken here now, and until when; the reader's own comes first.

    Only by those of whom somebody said today that they are in: usual hours are no promise that somebody speaks Kreyòl.
    """
    center = ask.center
    first = next(iter(center.settings.languages), "en")
    found: dict[str, datetime] = {}
    for person in center.people.now(ask.now).here:
        if _is_said(ask, person):
            for code in person.staff.languages:
                if code != first and (code not in found or found[code].timestamp() < person.until.timestamp()):
                    found[code] = person.until
    own = ask.words.language.code
    return dict(sorted(found.items(), key=lambda each: each[0] != own))


def your_language(ask: Ask, width: int, lines: int) -> str:
    """Who speaks the reader's language and the other ones of this school, and the interpreter, in so many lines.

    Somebody who is here comes before a telephone; a telephone before languages that are not the reader's.
    """
    here = languages_here(ask)
    interpreter = ask.words.say("Any language by phone interpreter. Free. Just ask.")
    spoken = [someone_speaks(ask.words, code, until) for code, until in here.items()]
    own = spoken[:1] if ask.words.language.code in here else []
    others = spoken[len(own) : MOST]
    ways = [" ".join((*own, *others[:number], interpreter)) for number in range(len(others), -1, -1)]
    fitting = (way for way in ways if ask.size.plain or wrapped(way, width) <= lines)
    return next(fitting, " ".join(own) or interpreter)


def _is_said(ask: Ask, person: PersonHere) -> bool:
    return ask.center.here.presence(person.staff, ask.now) is not None
