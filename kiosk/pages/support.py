"""One school-based support: what it is, for whom, what it costs, how to ask here."""

from __future__ import annotations

from kiosk.domain.needs import Support
from kiosk.domain.values import dataclass
from kiosk.pages.frame import frame
from kiosk.pages.missing import missing_page
from kiosk.pages.parts import Choice, Fact, Page, State, silent
from kiosk.pages.reader import Ask
from kiosk.pages.route import Route
from kiosk.pages.shown_in import shown_in
from kiosk.pages.supports import support_state
from kiosk.services.rooms import room


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportPage(Page):
    """In at most three touches from Home."""

    state: State
    what: str
    facts: tuple[Fact, ...]
    say: str
    """A sentence to say, in quotation marks."""
    listings: Choice
    """The listings that offer it; the main choice."""
    person: Choice
    code: Choice | None
    """A code that opens the public page."""
    notes: tuple[str, ...] = ()
    pictogram: str = silent("school")


def support_page(ask: Ask) -> Page:
    """The support `route.about`, as this school has it."""
    support = ask.center.content.support(ask.route.about)
    if support is None:
        return missing_page(ask)
    say, words = ask.words.say, ask.words
    return SupportPage(
        route=ask.route,
        frame=frame(ask),
        title=words.pick(support.name),
        state=_state(ask, support),
        what=words.pick(support.what),
        facts=_facts(ask, support),
        say=say("You can say: “{sentence}”", sentence=words.pick(support.say)),
        listings=_listings(ask, support),
        person=Choice(go=Route("person-now"), label=say("Talk to a person")),
        code=_code(ask, support),
        notes=shown_in(ask, support.name, support.what, support.who, support.how_to_ask),
        pictogram=support.pictogram,
    )


def is_here(ask: Ask, support: Support) -> bool:
    """Whether what is said of the support's region holds for this school."""
    return support.region in ("", ask.center.settings.region)


def _state(ask: Ask, support: Support) -> State:
    say = ask.words.say
    at = ask.center.settings.support_rooms.get(support.id, "")
    match support_state(ask, support):
        case "here":
            return State(label=say("HERE"), tone="open", words=room(ask.words, at) if at else say("at this school"))
        case "another-school":
            return State(label=say("ELSEWHERE"), tone="shut", words=say("at another school; we help you get there"))
        case "partner":
            return State(label=say("ELSEWHERE"), tone="shut", words=say("with a partner; we help you get there"))
    return State(label=say("ASK US"), tone="care", words=say("we find out with you"))


def _facts(ask: Ask, support: Support) -> tuple[Fact, ...]:
    say, pick = ask.words.say, ask.words.pick
    how = [pick(support.how_to_ask)]
    if is_here(ask, support) and support.regional:
        how.append(pick(support.regional))
    facts = (
        (say("Who"), (pick(support.who),)),
        (say("Cost"), (pick(support.cost),)),
        (say("First"), (pick(support.first),)),
        (say("Helps with"), (pick(support.helps_with),)),
        (say("How to ask"), tuple(how)),
    )
    return tuple(Fact(name=name, text=text) for name, text in facts if text[0])


def _listings(ask: Ask, support: Support) -> Choice:
    say = ask.words.say
    kepts = ask.center.directory.by_support(support.id)
    if not kepts:
        return Choice(go=Route("person-now"), label=say("Ask a person"), main=True)
    if len(kepts) == 1:
        return Choice(go=Route("listing", kepts[0].id), label=say("See hours and how to start"), main=True)
    label = ask.words.count("See {n} place for this", "See {n} places for this", len(kepts))
    return Choice(go=Route("results", support.id, "support"), label=label, main=True)


def _code(ask: Ask, support: Support) -> Choice | None:
    if not support.url or not is_here(ask, support):
        return None
    return Choice(go=Route("code", support.id, "page"), label=ask.words.say("Web page"))
