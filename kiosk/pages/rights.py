"""Cards families do not know to ask for, each one idea."""

from __future__ import annotations

from kiosk.domain.values import dataclass
from kiosk.pages.frame import frame
from kiosk.pages.missing import missing_page
from kiosk.pages.parts import Choice, Fact, Page, silent
from kiosk.pages.person import ask_person
from kiosk.pages.reader import Ask
from kiosk.pages.route import Route


@dataclass(frozen=True, slots=True, kw_only=True)
class RightsPage(Page):
    """A plain page: what is true, what to say, whom to ask, and the listings behind it."""

    lead: str
    facts: tuple[Fact, ...]
    say: str
    listings: Choice
    person: Choice
    pictogram: str = silent("heart")


def rights_page(ask: Ask) -> Page:
    """The card `route.about`. Its title is the neutral one, since others can read it."""
    card = ask.center.content.right(ask.route.about)
    if card is None:
        return missing_page(ask)
    say, pick = ask.words.say, ask.words.pick
    facts = tuple(Fact(name=pick(fact.name), text=(pick(fact.text),)) for fact in card.facts)
    return RightsPage(
        route=ask.route,
        frame=frame(ask),
        title=pick(card.short),
        lead=pick(card.lead),
        facts=(*facts, Fact(name=say("Ask"), text=(pick(card.ask), ask_person(ask)))),
        say=say("You can say: “{sentence}”", sentence=pick(card.say)),
        listings=Choice(go=Route("results", card.id, "right"), label=say("Places that help"), main=True),
        person=Choice(go=Route("person-now"), label=say("Talk to a person")),
        pictogram=card.pictogram,
    )
