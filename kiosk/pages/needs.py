"""The tiles under one home tile."""

from __future__ import annotations

from kiosk.domain.values import dataclass
from kiosk.pages.frame import frame
from kiosk.pages.parts import Choice, Page, silent
from kiosk.pages.reader import Ask
from kiosk.pages.route import Route
from kiosk.pages.tiles import need_tile


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsPage(Page):
    """At most nine tiles; when there are fewer, the rest stays paper."""

    tiles: tuple[Choice, ...]
    cards: tuple[Choice, ...] = ()
    """Things families do not know to ask for, in plain words (see `rights`): at most two."""
    pictogram: str = silent("")


def needs_page(ask: Ask) -> NeedsPage:
    """What do you need? A tile for each need below this one, and the cards that belong here."""
    need = ask.center.content.need(ask.route.about)
    below = ask.center.content.needs_under(ask.route.about)
    return NeedsPage(
        route=ask.route,
        frame=frame(ask),
        title=ask.words.pick(need.name) if need else ask.words.say("What would help today?"),
        subtitle=ask.words.say("What do you need?"),
        tiles=tuple(need_tile(ask, each, go=Route("results", each.id, "need")) for each in below[:9]),
        cards=_cards(ask),
        pictogram=need.pictogram if need else "",
    )


def _cards(ask: Ask) -> tuple[Choice, ...]:
    return tuple(
        Choice(go=Route("rights", card.id), label=ask.words.pick(card.name), pictogram=card.pictogram)
        for card in ask.center.content.rights
        if ask.route.about in card.under
    )[:2]
