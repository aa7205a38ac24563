"""What something costs and which papers it asks for, as one line of a row, a fact, or a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.listing import Listing
from kiosk.pages.reader import Ask
from kiosk.services.traits import asks_no_papers

if TYPE_CHECKING:
    from kiosk.words import Words


def is_free(listing: Listing) -> bool:
    """Known to cost nothing, for everybody."""
    return bool(listing.cost_options) and all(option.amount == 0 for option in listing.cost_options)


def short_cost(ask: Ask, listing: Listing) -> str:
    """`Free`, `$20`, or `Cost: ask` when it is not known."""
    words, options = ask.words, listing.cost_options
    if is_free(listing):
        return words.say("Free")
    known = [option for option in options if option.amount is not None]
    if not known:
        return words.say("Cost: ask")
    dearest = max(known, key=lambda option: option.amount or 0)
    price = words.money(dearest.amount or 0, dearest.currency)
    return price if len(known) == 1 else words.say("Up to {price}", price=price)


def cost_text(ask: Ask, listing: Listing) -> str:
    """Every price in the listing's own words, with its amount where the words do not say it."""
    words = ask.words
    said = []
    for option in listing.cost_options:
        text = words.pick(option.option)
        if text:
            said.append(text)
        elif option.amount is not None:
            said.append(words.say("Free.") if option.amount == 0 else words.money(option.amount, option.currency))
    return " ".join(said) or words.say("Not known: ask.")


def paper_names(words: Words, asks: tuple[str, ...]) -> tuple[str, ...]:
    """The papers a listing asks for by their plain names; one with no name of ours is shown as it is kept."""
    say = words.say
    names = {
        "id": say("an ID"),
        "address": say("proof of address"),
        "income": say("proof of income"),
        "birth": say("a birth certificate"),
        "shots": say("a shot record"),
        "insurance": say("an insurance card"),
    }
    return tuple(names.get(asked, asked.replace("-", " ")) for asked in asks)


def papers_known(listing: Listing) -> bool:
    """Somebody checked which papers they ask for."""
    return listing.papers is not None and listing.papers.checked is not None


def short_papers(ask: Ask, listing: Listing) -> str:
    """`no papers`, `bring an ID`, or `papers: ask` when it is not known."""
    if asks_no_papers(listing):
        return ask.words.say("no papers")
    if not papers_known(listing) or listing.papers is None or not listing.papers.asks:
        return ask.words.say("papers: ask")
    names = paper_names(ask.words, listing.papers.asks)
    if len(names) > 1:
        return ask.words.count("bring {n} paper", "bring {n} papers", len(names))
    return ask.words.say("bring {papers}", papers=names[0])


def papers_text(ask: Ask, listing: Listing) -> str:
    """`No papers. They do not ask about immigration.`, or what to bring, or that it is not known."""
    say, papers = ask.words.say, listing.papers
    if not papers_known(listing) or papers is None:
        return say("Not known: ask.")
    asks = paper_names(ask.words, papers.asks)
    need = say("Bring {papers}.", papers=ask.words.names(asks)) if asks else say("No papers.")
    if papers.immigration == "not-asked":
        return f"{need} {say('They do not ask about immigration.')}"
    if papers.immigration == "asked":
        return f"{need} {say('They ask about immigration.')}"
    return need


def short_papers_text(ask: Ask, listing: Listing) -> str:
    """The same in a line or two of 27 cells."""
    say, papers = ask.words.say, listing.papers
    if not papers_known(listing) or papers is None:
        return say("Not known: ask.")
    need = say("Bring {papers}.", papers=ask.words.names(paper_names(ask.words, papers.asks))) if papers.asks else ""
    if papers.immigration == "not-asked":
        asked = say("They do not ask about immigration.")
        return f"{need} {asked}" if need else say("None. They do not ask about immigration.")
    return need or say("None.")
