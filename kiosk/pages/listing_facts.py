"""The facts of one listing in words: each only when it is known, and the most important first where room is short."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.domain.kept import Kept
from kiosk.domain.listing import Listing
from kiosk.pages.cost import cost_text, is_free, papers_text, short_cost, short_papers_text
from kiosk.pages.fit import wrapped
from kiosk.pages.hours_words import changes, regular, short_days
from kiosk.pages.no_school_words import no_school_text
from kiosk.pages.parts import Fact
from kiosk.pages.person import shown_phone, spoken_languages
from kiosk.pages.place import address, room, short_place
from kiosk.pages.places_words import places_text
from kiosk.pages.reader import Ask

WIDE_CELLS, SHORT_CELLS = 53, 25
"""The width of a fact's text, in the lobby and at 80 columns."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A fact and how much it matters where room is short: the lowest rank first."""

    rank: int
    fact: Fact


Writer = Callable[[Ask, Kept], Fact | None]


def all_facts(ask: Ask, kept: Kept) -> tuple[Fact, ...]:
    """Everything that is known, in reading order."""
    return tuple(ranked.fact for ranked in _ranked(ask, kept))


def fitting_facts(ask: Ask, kept: Kept, lines: int) -> tuple[Fact, ...]:
    """The most important facts that fit in `lines` lines of this size, in reading order."""
    ranked = _ranked(ask, kept)
    chosen: set[int] = set()
    left = lines
    for at in sorted(range(len(ranked)), key=lambda at: (ranked[at].rank, at)):
        needed = lines_of(ask, ranked[at].fact)
        if needed <= left:
            chosen.add(at)
            left -= needed
    return tuple(each.fact for at, each in enumerate(ranked) if at in chosen)


def lines_of(ask: Ask, fact: Fact) -> int:
    """How many lines a fact takes at this size."""
    if ask.size.wide:
        return sum(wrapped(paragraph, WIDE_CELLS) for paragraph in fact.text)
    return wrapped(fact.short or fact.text[0], SHORT_CELLS)


def is_program(ask: Ask, listing: Listing) -> bool:
    """Something a child joins after school: its grades, price and way home come first."""
    parents = ask.center.content.parents
    return any("after-school" in (need, parents.get(need, "")) for need in listing.needs)


def _ranked(ask: Ask, kept: Kept) -> tuple[Ranked, ...]:
    program = is_program(ask, kept.listing)
    order = _PROGRAM if program else _SERVICE
    written = ((rank, write(ask, kept)) for rank, write in order)
    return tuple(Ranked(rank, fact) for rank, fact in written if fact is not None)


# -- who and what for


def _who(ask: Ask, kept: Kept) -> Fact | None:
    say, listing = ask.words.say, kept.listing
    about = listing.eligibility
    if about is None:
        return None
    text = _sentence(ask.words.pick(about.description)) or _ages(ask, listing)
    if not text:
        return None
    if is_free(listing) and not _priced(ask, listing):
        text = f"{text} {say('Free.')}"
    return Fact(name=say("Who"), text=(text,))


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


def _grades(ask: Ask, kept: Kept) -> Fact | None:
    say, listing = ask.words.say, kept.listing
    grades, places = grades_text(ask, listing), places_text(ask, listing)
    if grades:
        text = f"{grades}. {places}" if places else grades
        return Fact(name=say("Grades"), text=(text,), short=grades)
    who = _who(ask, kept)
    if who is None or not places:
        return who
    return Fact(name=who.name, text=(f"{who.text[0]} {places}",), short=who.text[0])


def _priced(ask: Ask, listing: Listing) -> bool:
    """Its prices have words of their own, so that *Free* alone would not say it all."""
    return any(ask.words.pick(option.option) for option in listing.cost_options)


def _cost(ask: Ask, kept: Kept) -> Fact | None:
    say, listing = ask.words.say, kept.listing
    who = listing.eligibility
    told = who is not None and (ask.words.pick(who.description) or _ages(ask, listing))
    if told and is_free(listing) and not _priced(ask, listing):
        return None
    return Fact(name=say("Cost"), text=(_sentence(cost_text(ask, listing)),), short=_short_cost(ask, listing))


def _price(ask: Ask, kept: Kept) -> Fact | None:
    text = _sentence(cost_text(ask, kept.listing))
    return Fact(name=ask.words.say("Price"), text=(text,), short=_short_cost(ask, kept.listing))


def _short_cost(ask: Ask, listing: Listing) -> str:
    whole = cost_text(ask, listing)
    return whole if wrapped(whole, SHORT_CELLS) <= 1 else short_cost(ask, listing)


def _papers(ask: Ask, kept: Kept) -> Fact | None:
    text = papers_text(ask, kept.listing)
    return Fact(name=ask.words.say("Papers"), text=(text,), short=short_papers_text(ask, kept.listing))


def _bring(ask: Ask, kept: Kept) -> Fact | None:
    say, words, listing = ask.words.say, ask.words, kept.listing
    things = [_sentence(words.pick(each.document)) for each in listing.required_documents]
    if listing.minutes_needed:
        things.append(words.count("It takes {n} minute.", "It takes {n} minutes.", listing.minutes_needed))
    things = [thing for thing in things if thing]
    if not things:
        return None
    name = say("Bring") if listing.required_documents else say("Time")
    return Fact(name=name, text=(" ".join(things),))


def _form_asks(ask: Ask, kept: Kept) -> Fact | None:
    sign_up = kept.listing.sign_up
    text = ask.words.pick(sign_up.asks) if sign_up is not None else ""
    return Fact(name=ask.words.say("Form asks"), text=(_sentence(text),)) if text else None


def _who_signs(ask: Ask, kept: Kept) -> Fact | None:
    sign_up = kept.listing.sign_up
    text = ask.words.pick(sign_up.who_may_sign) if sign_up is not None else ""
    return Fact(name=ask.words.say("Who signs"), text=(_sentence(text),)) if text else None


def _how(ask: Ask, kept: Kept) -> Fact | None:
    text = ask.words.pick(kept.listing.application_process)
    return Fact(name=ask.words.say("How"), text=(_sentence(text),)) if text else None


# -- where and when


def _where(ask: Ask, kept: Kept) -> Fact | None:
    say, words, listing = ask.words.say, ask.words, kept.listing
    here = listing.location
    if here is None:
        return Fact(name=say("Where"), text=(say("By phone, from anywhere."),)) if listing.phones else None
    name = room(words, here.room) if here.at_school and here.room else address(listing) or here.name
    way = words.pick(here.directions)
    text = " ".join(part for part in (_sentence(name), _sentence(way)) if part)
    return Fact(name=say("Where"), text=(text,), short=short_place(ask, listing)) if text else None


def _when(ask: Ask, kept: Kept) -> Fact:
    listing = kept.listing
    text = (*regular(ask, listing), *changes(ask, listing))
    short = (*regular(ask, listing, short=True), *changes(ask, listing, short=True))
    return Fact(name=ask.words.say("When"), text=text, short="\n".join(short))


def _program_when(ask: Ask, kept: Kept) -> Fact:
    """With the room in the same line: a program's place is part of its time."""
    listing, say = kept.listing, ask.words.say
    lines = list(regular(ask, listing))
    where = short_place(ask, listing)
    if where and listing.schedules:
        with_place = say("{hours}, {place}", hours=lines[0], place=where)
        lines[0] = with_place if wrapped(with_place, WIDE_CELLS) == 1 else lines[0]
    ahead = changes(ask, listing, short_days=not short_days(ask, listing)[0])
    short = (*regular(ask, listing, short=True), *changes(ask, listing, short=True, short_days=False)[:1])
    return Fact(name=say("When"), text=(*lines, *ahead), short="\n".join(short))


def _short_days(ask: Ask, kept: Kept) -> Fact | None:
    text, short = short_days(ask, kept.listing)
    if not text:
        return None
    return Fact(name=ask.words.say("Short days"), text=(text,), name_short=ask.words.say("Short day"), short=short)


def _no_school(ask: Ask, kept: Kept) -> Fact | None:
    text, short = no_school_text(ask, kept)
    return Fact(name=ask.words.say("No school"), text=(text,), short=short) if text else None


def _way_home(ask: Ask, kept: Kept) -> Fact | None:
    say, words, home = ask.words.say, ask.words, kept.listing.way_home
    if home is None:
        return None
    times = []
    if home.late_bus is not None:
        times.append(say("Late bus {hour}.", hour=words.hour(home.late_bus)))
    if home.pick_up_until is not None:
        times.append(say("Pick up until {hour}.", hour=words.hour(home.pick_up_until)))
    if home.walking_group:
        times.append(say("A group walks home."))
    who = _sentence(words.pick(home.who_may_collect))
    text = tuple(part for part in (" ".join(times), who) if part)
    if not text:
        return None
    return Fact(name=say("Way home"), text=text, short=" ".join(text))


def _access(ask: Ask, kept: Kept) -> Fact | None:
    here = kept.listing.location
    text = ask.words.pick(here.accessibility) if here is not None else ""
    return Fact(name=ask.words.say("Access"), text=(_sentence(text),)) if text else None


def _getting_there(ask: Ask, kept: Kept) -> Fact | None:
    here = kept.listing.location
    text = ask.words.pick(here.transportation) if here is not None else ""
    return Fact(name=ask.words.say("Bus"), text=(_sentence(text),)) if text else None


# -- who answers


def _answers(ask: Ask, kept: Kept) -> Fact | None:
    say, words, listing = ask.words.say, ask.words, kept.listing
    spoken = listing.languages or tuple(dict.fromkeys(code for phone in listing.phones for code in phone.languages))
    who = next((_sentence(text) for phone in listing.phones if (text := words.pick(phone.description))), "")
    if not spoken:
        unknown = say("Languages not known: ask.")
        return Fact(name=say("Answers"), text=(f"{who} {unknown}".strip(),), short=unknown)
    names = spoken_languages(ask, spoken)
    text = f"{who} {names}.".strip()
    own = words.language.code
    if own not in spoken and not words.pick(listing.interpretation_services):
        text = f"{text} {say('{language} not known: ask.', language=words.language_name(own))}"
    return Fact(name=say("Answers"), text=(text,), short=names)


def _call(ask: Ask, kept: Kept) -> Fact | None:
    say = ask.words.say
    numbers = [
        say("Text {number}", number=shown_phone(ask, phone.number))
        if phone.type == "text"
        else shown_phone(ask, phone.number, phone.extension)
        for phone in kept.listing.phones
        if phone.type in ("voice", "text")
    ]
    if not numbers:
        return None
    return Fact(name=say("Call"), text=(" · ".join(numbers),), short=numbers[0])


def _interpreter(ask: Ask, kept: Kept) -> Fact | None:
    text = ask.words.pick(kept.listing.interpretation_services)
    return (
        Fact(name=ask.words.say("Interpreter"), text=(_sentence(text),), name_short=ask.words.say("Other"))
        if text
        else None
    )


def _no_phone(ask: Ask, kept: Kept) -> Fact | None:
    sign_up = kept.listing.sign_up
    text = ask.words.pick(sign_up.no_phone) if sign_up is not None else ""
    return Fact(name=ask.words.say("On paper"), text=(_sentence(text),)) if text else None


def _email(ask: Ask, kept: Kept) -> Fact | None:
    return Fact(name=ask.words.say("Email"), text=(kept.listing.email,)) if kept.listing.email else None


def _web(ask: Ask, kept: Kept) -> Fact | None:
    url = kept.listing.url.removeprefix("https://").removesuffix("/")
    return Fact(name=ask.words.say("Web page"), text=(url,)) if url else None


def _run_by(ask: Ask, kept: Kept) -> Fact | None:
    run_by = kept.listing.organization
    return Fact(name=ask.words.say("Run by"), text=(run_by.name,)) if run_by is not None and run_by.name else None


def _about(ask: Ask, kept: Kept) -> Fact | None:
    text = ask.words.pick(kept.listing.description)
    return Fact(name=ask.words.say("What"), text=(text,)) if text else None


def _places(ask: Ask, kept: Kept) -> Fact | None:
    text = places_text(ask, kept.listing)
    return Fact(name=ask.words.say("Places"), text=(text,)) if text else None


def _sentence(text: str) -> str:
    """A text that ends like a sentence, so that another may follow it."""
    text = text.strip()
    return f"{text}." if text and text[-1].isalnum() else text


_SERVICE: Sequence[tuple[int, Writer]] = (
    (2, _who),
    (3, _cost),
    (4, _papers),
    (3, _form_asks),
    (3, _who_signs),
    (9, _bring),
    (5, _where),
    (1, _when),
    (8, _answers),
    (6, _call),
    (10, _places),
    (11, _way_home),
    (12, _no_phone),
    (13, _how),
    (14, _interpreter),
    (15, _short_days),
    (16, _no_school),
    (17, _access),
    (18, _getting_there),
    (19, _web),
    (20, _email),
    (21, _run_by),
)
"""A service: rank and writer, in reading order."""

_PROGRAM: Sequence[tuple[int, Writer]] = (
    (2, _grades),
    (3, _price),
    (1, _program_when),
    (4, _way_home),
    (6, _short_days),
    (5, _no_school),
    (7, _papers),
    (8, _answers),
    (9, _call),
    (20, _about),
    (10, _form_asks),
    (11, _who_signs),
    (12, _bring),
    (13, _where),
    (14, _no_phone),
    (15, _how),
    (16, _interpreter),
    (17, _access),
    (18, _getting_there),
    (21, _web),
    (22, _email),
    (23, _run_by),
)
"""Something a child joins: grades, price and the way home come first."""
