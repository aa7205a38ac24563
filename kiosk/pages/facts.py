"""All facts of one listing, turned like a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kiosk.domain.values import dataclass
from kiosk.pages.codes import choice, codes
from kiosk.pages.fit import wrapped
from kiosk.pages.frame import frame
from kiosk.pages.listing import checked, opening_and_step
from kiosk.pages.listing_facts import all_facts
from kiosk.pages.missing import missing_page
from kiosk.pages.paging import turning_between
from kiosk.pages.parts import Choice, Fact, Page, Paged, State, silent
from kiosk.pages.reader import Ask
from kiosk.pages.route import Route
from kiosk.pages.rows import neutral_name, number
from kiosk.pages.state import state

WIDE_CELLS, SHORT_CELLS = 74, 42
"""The width of a fact's text on a page of its own."""
MOST_CODES = 6
"""Kinds of code that stand in one row."""
WIDE_LINES, SHORT_LINES = 17, 12
"""Lines of a screenful; in the lobby each fact has a line of air below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsPage(Page):
    """Every fact, the exceptions ahead and the week, where the listing's own page has no room for them."""

    number: str
    state: State
    facts: tuple[Fact, ...]
    turning: Paged
    week: Choice | None
    checked: str = ""
    codes: tuple[Choice, ...] = ()
    """Every kind of code, each on its own screen."""
    band_title: str = silent("")


def facts_page(ask: Ask) -> Page:
    """All that is known about the listing `route.about`."""
    kept = ask.center.directory.get(ask.route.about)
    if kept is None:
        return missing_page(ask)
    opening, step = opening_and_step(ask, kept)
    screens = screenfuls(ask, [replace(fact, short="") for fact in all_facts(ask, kept)])
    part = min(max(0, ask.route.part), len(screens) - 1)
    say = ask.words.say
    week = None
    if kept.listing.schedules:
        week = Choice(go=Route("week", kept.id, ask.today.isoformat()), label=say("The week"))
    every = codes(ask, kept, opening, step)[:MOST_CODES]
    return FactsPage(
        route=replace(ask.route, part=part),
        frame=frame(ask),
        title=ask.words.pick(kept.listing.name),
        number=number(ask, kept.listing),
        state=state(ask, kept.listing, opening, step),
        facts=screens[part],
        turning=turning_between(ask, part, len(screens)),
        week=week,
        checked=checked(ask, kept.listing),
        codes=tuple(choice(ask, kept, each, step, "", Route("code", kept.id, each.kind)) for each in every),
        band_title=neutral_name(ask, kept.listing),
    )


def screenfuls(ask: Ask, facts: Sequence[Fact]) -> list[tuple[Fact, ...]]:
    """The facts in screenfuls, none of them broken in the middle of a fact."""
    if ask.size.plain:
        return [tuple(facts)]
    most, air = (WIDE_LINES, 1) if ask.size.wide else (SHORT_LINES, 0)
    screens: list[tuple[Fact, ...]] = [()]
    used = 0
    for fact in facts:
        needed = sum(wrapped(paragraph, WIDE_CELLS if ask.size.wide else SHORT_CELLS) for paragraph in fact.text) + air
        if used and used + needed > most:
            screens.append(())
            used = 0
        screens[-1] = (*screens[-1], fact)
        used += needed
    return screens
