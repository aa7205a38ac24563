"""What a family resource center does: its seven parts, each with the listings that belong to it."""

from __future__ import annotations

from kiosk.domain.needs import CenterPart
from kiosk.domain.values import dataclass
from kiosk.pages.frame import frame
from kiosk.pages.parts import Choice, Page
from kiosk.pages.reader import Ask
from kiosk.pages.route import Route


@dataclass(frozen=True, slots=True, kw_only=True)
class CenterPage(Page):
    """One choice for each part: its name, what it is, and how many places it has here."""

    parts: tuple[Choice, ...]
    person: Choice


def center_page(ask: Ask) -> CenterPage:
    """All parts on one screen. A part that has nothing here leads to a person."""
    say = ask.words.say
    return CenterPage(
        route=ask.route,
        frame=frame(ask),
        title=say("What our center does"),
        subtitle=say("It is for every family."),
        parts=tuple(_choice(ask, part) for part in ask.center.content.parts),
        person=Choice(
            go=Route("person-now"), label=say("A person now"), short=say("A person now"), note=say("Not sure? Ask.")
        ),
    )


def _choice(ask: Ask, part: CenterPart) -> Choice:
    words = ask.words
    many = len(ask.center.directory.by_own_needs(part.needs))
    return Choice(
        go=Route("results", part.id, "part") if many else Route("person-now"),
        label=words.pick(part.name),
        note=words.pick(part.what),
        detail=words.count("{n} place", "{n} places", many) if many else words.say("Ask a person"),
    )
