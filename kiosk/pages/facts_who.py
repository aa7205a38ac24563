"""Facts about who may use a listing, what it costs, which papers and what form: each only when it is known."""

from __future__ import annotations

from kiosk.domain.kept import Kept
from kiosk.domain.listing import Listing
from kiosk.pages.cost import cost_text, is_free, papers_text, short_cost, short_papers_text
from kiosk.pages.fit import sentence, wrapped
from kiosk.pages.parts import Fact
from kiosk.pages.places_words import places_text
from kiosk.pages.reader import Ask

SHORT_CELLS = 26
"""The width of a fact's text at 80 columns."""


def who(ask: Ask, kept: Kept) -> Fact | None:
    """The person or child it is for, by description, grades or ages; `Free.` stands beside it when that is all."""
    say, listing = ask.words.say, kept.listing
    text = _who(ask, listing)
    if not text:
        return None
    if is_free(listing) and not _priced(ask, listing):
        text = f"{text} {say('Free.')}"
    return Fact(name=say("Who"), text=(text,))


def _who(ask: Ask, listing: Listing) -> str:
    """The sentence alone."""
    about = listing.eligibility
    return "" if about is None else sentence(ask.words.pick(about.description)) or _ages(ask, listing)


def _ages(ask: Ask, listing: Listing) -> str:
    say, about = ask.words.say, listing.eligibility
    if about is None:
        return ""
    grades = grades_text(ask, listing)
    if grades:
        return say("Grades {grades}.", grades=grades)
    low, high = about.minimum_age, about.maximum_age
    if low is not None and high is not None:
        return say("Ages {low} to {high}.", low=low, high=high)
    if low is not None:
        return say("Age {low} and up.", low=low)
    return say("To age {high}.", high=high) if high is not None else ""


def grades_text(ask: Ask, listing: Listing) -> str:
    """`3 to 5`, `Pre-K to 5`, `K`; empty when no grades are named."""
    from kiosk.services.grades import GRADES

    grades = listing.eligibility.grades if listing.eligibility is not None else ()
    known = sorted({grade for grade in grades if grade in GRADES}, key=GRADES.index)
    if not known:
        return ""
    names = [ask.words.grade(grade) for grade in known]
    run = GRADES.index(known[-1]) - GRADES.index(known[0]) == len(known) - 1
    if len(known) > 1 and run:
        return ask.words.say("{first} to {last}", first=names[0], last=names[-1])
    return ask.words.names(names)


def grades(ask: Ask, kept: Kept) -> Fact | None:
    """A program's grades, or who it is for, with the room it has left. What it costs is its price."""
    say, listing = ask.words.say, kept.listing
    grades, places = grades_text(ask, listing), places_text(ask, listing)
    if grades:
        text = f"{grades}. {places}" if places else grades
        return Fact(name=say("Grades"), text=(text,), short=grades)
    text = _who(ask, listing)
    return Fact(name=say("Who"), text=(f"{text} {places}".strip(),), short=text) if text else None


def _priced(ask: Ask, listing: Listing) -> bool:
    """Its prices have words of their own, so that *Free* alone would not say it all."""
    return any(ask.words.pick(option.option) for option in listing.cost_options)


def cost(ask: Ask, kept: Kept) -> Fact | None:
    """What it costs, where `who` does not say it already."""
    say, listing = ask.words.say, kept.listing
    if _who(ask, listing) and is_free(listing) and not _priced(ask, listing):
        return None
    return Fact(name=say("Cost"), text=(sentence(cost_text(ask, listing)),), short=_short_cost(ask, listing))


def price(ask: Ask, kept: Kept) -> Fact | None:
    """What a program costs."""
    text = sentence(cost_text(ask, kept.listing))
    return Fact(name=ask.words.say("Price"), text=(text,), short=_short_cost(ask, kept.listing))


def _short_cost(ask: Ask, listing: Listing) -> str:
    """All of it if it fits one line, else the first price in its own words, else only the amount."""
    first = next((text for option in listing.cost_options if (text := ask.words.pick(option.option))), "")
    for text in (cost_text(ask, listing), first):
        if text and wrapped(text, SHORT_CELLS) <= 1:
            return text
    return short_cost(ask, listing)


def papers(ask: Ask, kept: Kept) -> Fact | None:
    """Which papers they ask for, or that it is not known."""
    text = papers_text(ask, kept.listing)
    return Fact(name=ask.words.say("Papers"), text=(text,), short=short_papers_text(ask, kept.listing))


def bring(ask: Ask, kept: Kept) -> Fact | None:
    """What to bring, and how long it takes."""
    say, words, listing = ask.words.say, ask.words, kept.listing
    things = [sentence(words.pick(each.document)) for each in listing.required_documents]
    if listing.minutes_needed:
        things.append(words.count("It takes {n} minute.", "It takes {n} minutes.", listing.minutes_needed))
    things = [thing for thing in things if thing]
    if not things:
        return None
    name = say("Bring") if listing.required_documents else say("Time")
    return Fact(name=name, text=(" ".join(things),))


def form_asks(ask: Ask, kept: Kept) -> Fact | None:
    """What the form will ask, said before one scans it."""
    sign_up = kept.listing.sign_up
    text = ask.words.pick(sign_up.asks) if sign_up is not None else ""
    return Fact(name=ask.words.say("Form asks"), text=(sentence(text),)) if text else None


def who_signs(ask: Ask, kept: Kept) -> Fact | None:
    """Who may sign the form."""
    sign_up = kept.listing.sign_up
    text = ask.words.pick(sign_up.who_may_sign) if sign_up is not None else ""
    return Fact(name=ask.words.say("Who signs"), text=(sentence(text),)) if text else None


def how(ask: Ask, kept: Kept) -> Fact | None:
    """How one starts."""
    text = ask.words.pick(kept.listing.application_process)
    return Fact(name=ask.words.say("How"), text=(sentence(text),)) if text else None
