"""What stands where a listing was that is gone: never an empty screen, always a person."""

from __future__ import annotations

from kiosk.domain.values import dataclass
from kiosk.pages.frame import frame
from kiosk.pages.parts import Choice, Page
from kiosk.pages.person import ask_person
from kiosk.pages.reader import Ask
from kiosk.pages.route import Act, Route


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPage(Page):
    """One sentence, a person to ask, and the way home."""

    lines: tuple[str, ...]
    person: Choice
    search: Choice
    again: Choice


def missing_page(ask: Ask) -> MissingPage:
    """This is not here any more."""
    say = ask.words.say
    return sorry_page(ask, say("This is not here any more."), say("It may have ended or moved."))


def sorry_page(ask: Ask, title: str, line: str) -> MissingPage:
    """What there is not, in one sentence, and where to go from here."""
    say = ask.words.say
    return MissingPage(
        route=ask.route,
        frame=frame(ask),
        title=title,
        lines=(line, ask_person(ask)),
        person=Choice(go=Route("person-now"), label=say("A person now"), main=True),
        search=Choice(go=Route("search"), label=say("Search")),
        again=Choice(go=Act("home"), label=say("Home")),
    )
