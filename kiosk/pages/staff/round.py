"""The Friday round: one listing that is due, its number large, what to ask, and what families see of it."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.first_step import phone_for
from kiosk.domain.kept import Kept
from kiosk.domain.listing import Listing
from kiosk.domain.values import dataclass
from kiosk.pages.cost import is_free, paper_names, papers_known, short_cost, short_papers
from kiosk.pages.hours_words import regular
from kiosk.pages.parts import State
from kiosk.pages.person import shown_phone
from kiosk.pages.reader import Ask
from kiosk.pages.route import Route
from kiosk.pages.staff.parts import GAP, Key, StaffAsk, StaffPage, staff_frame
from kiosk.pages.state import state_of
from kiosk.services.round import Round
from kiosk.services.round_note import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """Whom to call: the name, the number, what to ask, and what families see now."""

    name: str
    number: str
    """`No. 233`."""
    checked: str
    checked_short: str
    dial: str
    """`860-555-0188`, empty when there is none."""
    dial_note: str
    """The extension; or what to do where there is no number."""
    asks: tuple[str, ...]
    state: State | None
    sees: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundPage(StaffPage):
    """One listing of the round; at its end what was done."""

    called: Called | None
    at: int
    """How many are done."""
    of: int
    ask: str
    see: str
    answers: tuple[Key, ...]
    lines: tuple[tuple[str, str], ...]
    """At the end: names, and what was heard of each."""
    note: str


def round_page(ask: StaffAsk, round_: Round) -> RoundPage:
    """The round as it stands."""
    say, words = ask.words.say, ask.words
    done, left = round_.done(), round_.left()
    kept, total = round_.kept(), len(done) + len(left)
    place = say("{n} of {all}", n=words.number(min(len(done) + 1, total)), all=words.number(total))
    stop = say("Stop anywhere; it goes on later.")
    return RoundPage(
        frame=staff_frame(ask),
        title=say("Friday round"),
        subtitle=f"{place}. {stop}" if ask.size.wide and kept is not None else place,
        keys=round_keys(ask, is_listing=True, is_over=kept is None),
        called=_called(ask, kept, round_) if kept is not None else None,
        at=len(done),
        of=total,
        ask=say("Ask"),
        see=say("Families see") if ask.size.wide else say("See"),
        answers=_answers(ask) if kept is not None else (),
        lines=tuple(_line(ask, answer) for answer in done) if kept is None else (),
        note=_note(ask, round_, done, left),
    )


def heard_words(ask: StaffAsk, heard: str, about: str) -> str:
    """What was done just now, in a sentence. `about`: a listing or a help-now line."""
    say = ask.words.say
    line = ask.desk.center.help_calls.line(about)
    kept = ask.desk.records.load().get(about)
    name = ask.words.pick(kept.head.name) if kept is not None else ask.words.pick(line.title) if line else about
    return {
        "true": say("{name}: checked today.", name=name),
        "changed": say("{name}: changed, and checked today.", name=name),
        "not-reached": say("{name}: not reached. It comes again.", name=name),
        "missed": say("{name}: not reached. It comes another day.", name=name),
        "wrong": say("{name}: noted as wrong. Families still see it.", name=name),
        "undone": say("Taken back. {name} is here again.", name=name),
        "nothing": say("There is nothing of yours to take back."),
    }.get(heard, "")


def left_words(ask: StaffAsk, page: RoundPage) -> str:
    """What is said on the screen before, when the round stops."""
    if page.called is None or not page.of:
        return ""
    left = ask.words.number(page.of - page.at)
    return ask.words.say(
        "{n} of {all} done. {left} to go.", n=ask.words.number(page.at), all=ask.words.number(page.of), left=left
    )


def round_keys(ask: StaffAsk, *, is_listing: bool, is_over: bool) -> tuple[Key, ...]:
    """The six keys below."""
    say, off = ask.words.say, not ask.desk.who.may_change
    form = Key(key="O", label=say("Open the form"), short=say("The form"), action="form", off=is_over)
    return (
        Key(key="Esc", label=say("Stop here"), short=say("Stop"), action="leave"),
        GAP,
        Key(key="→", label=say("Skip"), action="skip", off=off or is_over),
        form if is_listing else GAP,
        GAP,
        Key(key="U", label=say("Undo last"), short=say("Undo"), action="undo", off=off),
    )


def _answers(ask: StaffAsk) -> tuple[Key, ...]:
    say, off = ask.words.say, not ask.desk.who.may_change
    return (
        Key(key="T", label=say("Still true"), action="hear('true')", off=off),
        Key(key="C", label=ask.words.context("heard", "Changed"), action="change", off=off),
        Key(key="N", label=say("Could not reach"), short=say("Not reached"), action="hear('not-reached')", off=off),
    )


def _called(ask: StaffAsk, kept: Kept, round_: Round) -> Called:
    say, words, listing = ask.words.say, ask.words, kept.listing
    family = ask.family(Route("listing", kept.id))
    phone = phone_for(listing)
    dial = shown_phone(family, phone.number) if phone is not None else ""
    checked, short = _checked(ask, listing)
    tried = round_.unreached().get(kept.id)
    if tried is not None:
        checked = short = say("Nobody answered {day}", day=words.said(tried.at.date(), ask.today))
    state = state_of(family, kept) if listing.status == "active" else None
    return Called(
        name=words.pick(listing.name),
        number=say("No. {number}", number=kept.number),
        checked=checked,
        checked_short=short,
        dial=dial,
        dial_note=_dial_note(ask, listing),
        asks=tuple(_questions(family, listing)),
        state=state,
        sees=f"{_sentence(short_cost(family, listing))} {_sentence(_capital(short_papers(family, listing)))}",
    )


def _checked(ask: StaffAsk, listing: Listing) -> tuple[str, str]:
    """When it was last checked and by whom, and the same without whom."""
    say = ask.words.say
    if listing.assured_date is None:
        return say("Never checked"), say("Never checked")
    day = ask.words.date_near(listing.assured_date, ask.today)
    short = say("Last checked {day}", day=day)
    return say("Last checked {day}, by {who}", day=day, who=listing.assurer) if listing.assurer else short, short


def _dial_note(ask: StaffAsk, listing: Listing) -> str:
    """What stands beside the number, or what there is in place of one."""
    say, phone = ask.words.say, phone_for(listing)
    if phone is None:
        other = listing.email or listing.url or (listing.location.room if listing.location else "")
        return say("No phone number. Ask here: {where}", where=other) if other else say("No phone number.")
    parts = [ask.words.pick(phone.description)]
    if phone.type == "text":
        parts.append(say("A number for text messages."))
    if phone.extension:
        parts.append(say("Extension {number}.", number=phone.extension))
    return " ".join(filter(None, parts))


def _questions(family: Ask, listing: Listing) -> Iterator[str]:
    """What to ask on the phone, the hours first."""
    say, words = family.words.say, family.words
    if listing.schedules:
        yield say("Are these your hours? {hours}", hours=_sentence("; ".join(regular(family, listing))))
    else:
        yield say("Still by appointment?") if listing.by_appointment else say("When are you open?")
    sign_up = listing.sign_up
    if sign_up is not None and sign_up.closes is not None and sign_up.closes >= family.today:
        yield say("Sign-up until {day}?", day=words.date(sign_up.closes))
    if listing.places is not None:
        yield say("How many places are left?")
    if is_free(listing):
        yield say("Is it still free?")
    elif any(option.amount for option in listing.cost_options):
        yield say("Does it still cost this? {price}", price=short_cost(family, listing))
    else:
        yield say("What does it cost?")
    yield _papers(family, listing)
    for code in family.center.settings.languages:
        if code != "en" and code not in listing.languages:
            yield say("Does anybody speak {language}?", language=words.language_name(code, own=False))
            return


def _papers(family: Ask, listing: Listing) -> str:
    say, papers = family.words.say, listing.papers
    if papers is None or not papers_known(listing):
        return say("Do you ask for papers?")
    if not papers.asks:
        return say("Still no papers?")
    return say("Do you still ask for {papers}?", papers=family.words.names(paper_names(family.words, papers.asks)))


def _note(ask: StaffAsk, round_: Round, done: tuple[Answer, ...], left: list[str]) -> str:
    """Who else is at it; at the end, what it came to."""
    say, count = ask.words.say, ask.words.count
    others = round_.others()
    if round_.kept() is not None:
        return say("Also at the round: {names}", names=ask.words.names(others)) if others else ""
    if left:
        return say("The last ones are on the screen of {names}.", names=ask.words.names(others))
    if not done:
        return say("Nothing is due for checking. The round is done.")
    checked = sum(1 for answer in done if answer.is_settled)
    words = count("{n} listing is checked.", "{n} listings are checked.", checked)
    if len(done) > checked:
        missed = count("{n} comes another day.", "{n} come another day.", len(done) - checked)
        words = f"{words} {missed}"
    return f"{say('The round is done.')} {words}"


def _line(ask: StaffAsk, answer: Answer) -> tuple[str, str]:
    say = ask.words.say
    kept = ask.desk.records.load().get(answer.id)
    heard = {
        "true": say("still true"),
        "changed": say("changed and checked"),
        "not-reached": say("could not be reached; it comes another day"),
    }
    when = ask.words.said(answer.at.date(), ask.today)
    return (
        ask.words.pick(kept.head.name) if kept is not None else answer.id,
        say("{what}, {day}, by {who}", what=heard.get(answer.heard, ""), day=when, who=answer.by),
    )


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
