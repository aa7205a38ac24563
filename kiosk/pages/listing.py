"""One listing: its first step, its facts, and the code to leave with."""

from __future__ import annotations

from kiosk.domain.first_step import FirstStep, first_step
from kiosk.domain.kept import Kept
from kiosk.domain.listing import Listing
from kiosk.domain.opening import Opening
from kiosk.domain.places import freshness
from kiosk.domain.qr import fits
from kiosk.domain.values import dataclass
from kiosk.pages.codes import beside_facts, choice, codes
from kiosk.pages.cost import papers_text, short_cost
from kiosk.pages.fit import wrapped
from kiosk.pages.frame import frame
from kiosk.pages.hours_words import regular
from kiosk.pages.listing_facts import all_facts, fitting_facts, is_program
from kiosk.pages.missing import missing_page
from kiosk.pages.parts import Choice, Code, Fact, Page, State, Step, silent
from kiosk.pages.places_words import room_left
from kiosk.pages.reader import Ask
from kiosk.pages.route import Act, Route
from kiosk.pages.rows import neutral_name, number
from kiosk.pages.shown_in import shown_in
from kiosk.pages.state import state
from kiosk.pages.step_words import step_of
from kiosk.services.session import MY_LIST_MOST

WIDE_LINES, SHORT_LINES = 10, 7
"""Lines between the first step and *No phone?*, in the lobby and at 80 columns."""
LEAD_CELLS = 66
NEAREST_LINES = 5
"""What the card of the nearest equal takes of them, with the row of air below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingPage(Page):
    """Everything a family needs to use one listing today."""

    number: str
    """`No. 214`."""
    state: State
    checked: str
    step: Step
    lead: str
    alert: str
    nearest: Choice | None
    """When it is full: its nearest equal with room."""
    facts: tuple[Fact, ...]
    no_phone: Fact
    notes: tuple[str, ...]
    """Such as `Shown in English.`"""
    code_for: str
    """`Show the code for`."""
    code: Code | None
    codes: tuple[Choice, ...]
    """The kinds of code, the one shown is `selected`; at most four."""
    add: Choice
    more: Choice
    """All the facts on a page of their own."""
    quiet: Choice | None
    """For a sensitive listing: ask without saying it."""
    bigger: Choice | None
    """The same code on its own screen."""
    pictogram: str = silent("")
    band_title: str = silent("")
    """The neutral title for a sensitive listing."""
    big: str = silent("")
    number_short: str = silent("")
    papers_line: str = silent("")
    """One sentence for big text."""
    no_phone_line: str = silent("")


def listing_page(ask: Ask) -> Page:
    """The listing named by `route.about`; `route.detail` is the kind of code to show."""
    kept = ask.center.directory.get(ask.route.about)
    if kept is None:
        return missing_page(ask)
    return shown(ask, kept)


def shown(ask: Ask, kept: Kept) -> ListingPage:
    """One listing as a family reads it now."""
    say, words, listing = ask.words.say, ask.words, kept.listing
    opening = ask.center.directory.opening(kept, ask.now)
    step = first_step(listing, opening, ask.now)
    every = codes(ask, kept, opening, step)
    code = next((each for each in every if each.kind == ask.route.detail), every[0] if every else None)
    kinds = beside_facts(every)
    nearest = _nearest(ask, listing, step)
    lead = "" if is_program(ask, listing) else words.pick(listing.description)
    return ListingPage(
        route=ask.route,
        frame=frame(ask),
        title=words.pick(listing.name),
        number=number(ask, listing),
        state=state(ask, listing, opening, step),
        checked=checked(ask, listing),
        step=step_of(ask, listing, opening, step),
        lead="" if nearest is not None and not ask.size.plain else lead,
        alert=words.pick(listing.alert),
        nearest=nearest,
        facts=_facts(ask, kept, lead, nearest),
        no_phone=no_phone(ask, listing),
        notes=_notes(ask, listing),
        code_for=say("Show the code for"),
        code=code,
        codes=tuple(choice(ask, kept, each, step, code.kind if code is not None else "") for each in kinds),
        add=add(ask, listing),
        more=Choice(go=Route("facts", kept.id), label=say("More facts")),
        quiet=_quiet(ask, listing),
        bigger=_bigger(ask, kept, code),
        pictogram=pictogram(ask, listing),
        band_title=neutral_name(ask, listing),
        big=words.pick(listing.alternate_name) or words.pick(listing.name),
        number_short=number(ask, listing),
        papers_line=papers_text(ask, listing),
        no_phone_line=say("No phone? Say or show {number} at the desk.", number=listing.number or ""),
    )


def _facts(ask: Ask, kept: Kept, lead: str, nearest: Choice | None) -> tuple[Fact, ...]:
    """All facts where there is room without end, else the most important that fit."""
    if ask.size.plain:
        return all_facts(ask, kept)
    if not ask.size.wide:
        return fitting_facts(ask, kept, SHORT_LINES)
    if nearest is not None:
        return fitting_facts(ask, kept, WIDE_LINES - NEAREST_LINES)
    above = ask.words.pick(kept.listing.alert) or lead
    used = wrapped(above, LEAD_CELLS) + 1 if above else 0
    return fitting_facts(ask, kept, WIDE_LINES - used)


def checked(ask: Ask, listing: Listing) -> str:
    """`Checked Nov 3`, or that nobody has checked it."""
    if listing.assured_date is None:
        return ask.words.say("Not checked yet")
    return ask.words.say("Checked {day}", day=ask.words.date_near(listing.assured_date, ask.today))


def no_phone(ask: Ask, listing: Listing) -> Fact:
    """`No phone?  Say or show 214 at the desk.`"""
    say, at = ask.words.say, listing.number or ""
    return Fact(
        name=say("No phone?"),
        text=(say("Say or show {number} at the desk.", number=at),),
        short=say("Say or show {number}.", number=at),
    )


def _notes(ask: Ask, listing: Listing) -> tuple[str, ...]:
    """What fell back to another language, and a record so old that its date has to be said."""
    notes = list(shown_in(ask, *texts(listing)))
    if freshness(listing, ask.today) == "old" and listing.assured_date is not None:
        day = ask.words.date_near(listing.assured_date, ask.today)
        notes.append(ask.words.say("Nobody has checked this since {day}. Call first.", day=day))
    return tuple(notes)


def texts(listing: Listing) -> tuple[dict[str, str], ...]:
    """Every text of a listing that families read."""
    here, about, joining = listing.location, listing.eligibility, listing.sign_up
    found = [
        listing.name,
        listing.description,
        listing.alert,
        listing.application_process,
        listing.interpretation_services,
    ]
    found += [here.directions, here.transportation, here.accessibility] if here is not None else []
    found += [about.description] if about is not None else []
    found += [joining.asks, joining.who_may_sign, joining.no_phone] if joining is not None else []
    found += [listing.way_home.who_may_collect] if listing.way_home is not None else []
    found += [option.option for option in listing.cost_options]
    found += [each.document for each in listing.required_documents]
    found += [phone.description for phone in listing.phones]
    return tuple(dict(text) for text in found)


def add(ask: Ask, listing: Listing) -> Choice:
    """Put it on my list; or take it off when it is there; off, with its reason, when the list is full."""
    say = ask.words.say
    if listing.id in ask.session.my_list:
        return Choice(go=Act("list-remove", listing.id), label=say("On my list"), short=say("My list"), selected=True)
    if len(ask.session.my_list) >= MY_LIST_MOST:
        return Choice(
            go=Route("my-list"), label=say("List is full"), short=say("My list"), note=say("Your list is full.")
        )
    short = ask.words.context("short", "+ My list")
    return Choice(go=Act("list-add", listing.id), label=say("+ My list"), short=short)


def _quiet(ask: Ask, listing: Listing) -> Choice | None:
    if not listing.sensitive:
        return None
    return Choice(
        go=Route("quiet", listing.id), label=ask.words.say("Ask without words"), short=ask.words.say("Ask quietly")
    )


def _bigger(ask: Ask, kept: Kept, code: Code | None) -> Choice | None:
    """The code on its own screen: always offered in words, needed where it does not fit beside the facts."""
    if code is None:
        return None
    needed = not fits(code.payload, ask.size.code_beside)
    return Choice(go=Route("code", kept.id, code.kind), label=ask.words.say("Bigger code"), main=needed)


def _nearest(ask: Ask, listing: Listing, step: FirstStep) -> Choice | None:
    """When there is no place: what is nearest to it and has room."""
    if step.kind not in ("waitlist", "full", "sign-up-over"):
        return None
    near = ask.center.directory.nearest_equal(listing, ask.now)
    if near is None:
        return None
    words = ask.words
    left = room_left(ask, near.listing)
    parts = (left, short_cost(ask, near.listing), regular(ask, near.listing, short=True)[0])
    return Choice(
        go=Route("listing", near.id),
        label=words.say("Nearest with room: {name}", name=words.pick(near.listing.name)),
        number=number(ask, near.listing),
        note=" · ".join(part[:1].upper() + part[1:] for part in parts if part),
    )


def pictogram(ask: Ask, listing: Listing) -> str:
    """The sign of its first need, or of the tile that stands above it."""
    content = ask.center.content
    for id in listing.needs:
        need = content.need(id)
        while need is not None:
            if need.pictogram:
                return need.pictogram
            need = content.need(need.parent)
    return "paper"


def opening_and_step(ask: Ask, kept: Kept) -> tuple[Opening, FirstStep]:
    """What a page needs to know before it can word a listing's codes."""
    opening = ask.center.directory.opening(kept, ask.now)
    return opening, first_step(kept.listing, opening, ask.now)
