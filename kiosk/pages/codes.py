"""The codes of one listing in words: what scanning does, what it opens, what to do without internet or a phone."""

from __future__ import annotations

from datetime import date, datetime

from kiosk.domain.first_step import FirstStep
from kiosk.domain.kept import Kept
from kiosk.domain.opening import Opening
from kiosk.domain.qr import fits
from kiosk.pages.fit import capital, cells, sentence
from kiosk.pages.parts import Choice, Code
from kiosk.pages.person import office_phone
from kiosk.pages.place import address, short_place
from kiosk.pages.reader import Ask
from kiosk.pages.route import Route
from kiosk.pages.rows import neutral_name, number
from kiosk.services.codes import CodeSpec, codes_for

MOST = 4
"""Kinds beside a listing's facts; the others are on the page with all its facts."""
SMALL_VERSION = 3
"""What an 80 x 24 screen holds beside facts: a small payload has to fit it."""
OPENS_CELLS = 35
SHORT_CELLS = 37
"""The line below a code at 80 columns."""


def codes(ask: Ask, kept: Kept, opening: Opening, step: FirstStep) -> tuple[Code, ...]:
    """Every code that works now: the one most people should scan first, then in the order of use."""
    specs = codes_for(kept.listing, ask.center.settings, ask.now, opening, ask.words)
    first = _first(step, {spec.kind for spec in specs})
    ordered = sorted(specs, key=lambda spec: (spec.kind != first, _ORDER.index(spec.kind)))
    with_call = any(spec.kind == "call" for spec in specs)
    return tuple(_code(ask, kept, spec, step, with_call) for spec in ordered)


_ORDER = ("sign-up", "call", "date", "directions", "contact", "text-message", "text")


def _first(step: FirstStep, kinds: set[str]) -> str:
    """The kind that does the first step: joining if that works now, keeping the day before it does, else calling."""
    wanted = {
        "save-day": ("date", "call"),
        "call": ("call", "text-message"),
        "set-a-time": ("call", "text-message", "sign-up") if step.phone is not None else ("sign-up",),
        "ask-room": ("directions",),
    }.get(step.kind, ("sign-up", "call"))
    return next((kind for kind in (*wanted, *_ORDER) if kind in kinds), "text")


def beside_facts(all_codes: tuple[Code, ...]) -> tuple[Code, ...]:
    """The kinds beside a listing's facts: at most four, and one among them that needs no internet."""
    shown = all_codes[:MOST]
    if shown and all(code.needs_internet for code in shown):
        free = next((code for code in all_codes if not code.needs_internet), None)
        shown = (*shown[: MOST - 1], free) if free is not None else shown
    return shown


def choice(ask: Ask, kept: Kept, code: Code, step: FirstStep, shown: str, page: Route | None = None) -> Choice:
    """The button that shows one kind of code."""
    label, short = label_of(ask, kept, code, step)
    go = page or Route("listing", kept.id, code.kind)
    return Choice(go=go, label=label, short=short, selected=code.kind == shown)


def label_of(ask: Ask, kept: Kept, code: Code, step: FirstStep) -> tuple[str, str]:
    """What a kind of code is called on its button, and in at most nine cells."""
    say = ask.words.say
    match code.kind:
        case "sign-up" if step.kind == "waitlist":
            return say("Waitlist"), say("Waitlist")
        case "sign-up":
            return (
                (say("The form"), say("Form"))
                if is_form(kept, step)
                else (say("Sign up"), ask.words.context("short", "Sign up"))
            )
        case "date":
            return (say("Save day") if step.kind == "save-day" else say("Save date")), say("Save")
        case "directions":
            return (say("Map"), say("Map")) if code.needs_internet else (say("The way"), say("The way"))
        case "text-message":
            return say("Text them"), say("Text")
    call = ask.words.context("button", "Call")
    named = {"call": call, "contact": say("Contact")}.get(code.kind, say("As text"))
    return named, named


def is_form(kept: Kept, step: FirstStep) -> bool:
    """Its sign-up is a form that somebody has to sign, not a place to book."""
    return step.kind != "sign-up" and kept.listing.sign_up is not None and bool(kept.listing.sign_up.who_may_sign)


def _code(ask: Ask, kept: Kept, spec: CodeSpec, step: FirstStep, with_call: bool) -> Code:
    say = ask.words.say
    does, does_short = _does(ask, kept, spec, step)
    offline = say("Works with no internet")
    opens = say("Opens {page}", page=_page(spec)) if spec.needs_internet else offline
    small, small_does = _small(ask, kept, spec)
    return Code(
        kind=spec.kind,
        payload=spec.payload,
        does=does,
        opens=opens,
        instead=_instead(ask, kept, spec, with_call),
        needs_internet=spec.needs_internet,
        does_short=does_short if does_short and cells(does_short) <= SHORT_CELLS else opens,
        small_payload=small,
        small_does=small_does,
        keeps=_keeps(ask, kept, spec),
    )


def _does(ask: Ask, kept: Kept, spec: CodeSpec, step: FirstStep) -> tuple[str, str]:
    """What scanning does, and the one line for 80 columns (empty: what it opens)."""
    say, words, listing = ask.words.say, ask.words, kept.listing
    match spec.kind:
        case "sign-up" if step.kind == "waitlist":
            return say("Scan to join the waitlist"), ""
        case "sign-up" if is_form(kept, step):
            return say("Scan for the form"), ""
        case "sign-up" if step.kind == "walk-in":
            return say("Scan to book a later time"), ""
        case "sign-up" if step.kind == "sign-up" and listing.minutes_needed:
            minutes = words.count("It takes {n} minute.", "It takes {n} minutes.", listing.minutes_needed)
            return f"{say('Scan to sign up.')} {minutes}", ""
        case "sign-up":
            return (say("Scan to sign up.") if step.kind == "sign-up" else say("Scan for the form")), ""
        case "call":
            does = say("Scan to call {number}", number=spec.target)
            return does, does
        case "text-message":
            does = say("Scan to text {number}", number=spec.target)
            return does, does
        case "date":
            does = say("Scan to save the day") if step.kind == "save-day" else say("Scan to save the date")
            return does, say("Scan to save. Needs no internet.")
        case "contact":
            return say("Scan to keep this contact"), say("Scan to keep. Needs no internet.")
        case "directions":
            return (say("Scan for a map") if spec.needs_internet else say("Scan to keep the way")), ""
    return say("Scan to keep this as text"), say("Scan to keep. Needs no internet.")


def _page(spec: CodeSpec) -> str:
    """The address as a person reads it when it is short, else its host."""
    whole = spec.payload.removeprefix("https://")
    return whole if spec.kind == "sign-up" and len(whole) <= OPENS_CELLS - 6 else spec.target


def _instead(ask: Ask, kept: Kept, spec: CodeSpec, with_call: bool) -> str:
    """What to do without internet, or without a phone."""
    say = ask.words.say
    if spec.needs_internet:
        if with_call:
            return say("No internet? Touch “Call”.")
        return say("No internet? Say or show {number} at the desk.", number=kept.number)
    if spec.kind == "text-message":
        return say("No phone? Ask at the office.")
    if spec.kind == "call":
        return (
            say("No phone? The office will call for you.") if office_phone(ask) else say("No phone? Ask at the office.")
        )
    return say("No phone? Say or show {number} at the desk.", number=kept.number)


def _small(ask: Ask, kept: Kept, spec: CodeSpec) -> tuple[str, str]:
    """A shorter payload as plain text for a small screen, the longest that fits, and what scanning it does."""
    say, listing = ask.words.say, kept.listing
    if spec.kind == "sign-up" or fits(spec.payload, SMALL_VERSION):
        return "", ""
    name, no = neutral_name(ask, listing), number(ask, listing)
    about = {
        "date": _day_words(ask, spec.target) if spec.kind == "date" else "",
        "directions": address(listing) if spec.needs_internet else spec.target,
        "contact": next((phone.number for phone in listing.phones if phone.type == "voice"), listing.email),
    }.get(spec.kind, "")
    options = (f"{name}: {about}", f"{no}: {about}", about, f"{name} {no}".strip(), no)
    text = next((option for option in options if option.strip(": ") and fits(option, SMALL_VERSION)), "")
    does = say("Keeps the day as text. No internet.") if spec.kind == "date" else say("Keeps it as text. No internet.")
    return (text, does) if text else ("", "")


def _keeps(ask: Ask, kept: Kept, spec: CodeSpec) -> str:
    """A date in words, for a phone that does not offer to save it: when, and where it is."""
    if spec.kind != "date":
        return ""
    where = short_place(ask, kept.listing) if "T" in spec.target else ""
    return " ".join(sentence(part) for part in (capital(_day_words(ask, spec.target)), where) if part)


def _day_words(ask: Ask, target: str) -> str:
    """The moment or the day of a date code, in words."""
    if "T" not in target:
        return ask.words.weekday_date(date.fromisoformat(target))
    at = datetime.fromisoformat(target)
    return ask.words.say("{day}, {hour}", day=ask.words.weekday_date(at), hour=ask.words.time(at))
