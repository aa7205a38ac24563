"""A code on a screen of its own, with how to scan it."""

from __future__ import annotations

from kiosk.domain.first_step import FirstStep
from kiosk.domain.kept import Kept
from kiosk.domain.qr import fits, host, https
from kiosk.domain.values import dataclass
from kiosk.pages.codes import codes, label_of
from kiosk.pages.facts_who import form_asks, who_signs
from kiosk.pages.frame import frame
from kiosk.pages.listing import add, opening_and_step
from kiosk.pages.missing import missing_page
from kiosk.pages.parts import Choice, Code, Fact, Page, Paged, silent
from kiosk.pages.person import ask_person
from kiosk.pages.reader import Ask
from kiosk.pages.route import Act
from kiosk.pages.rows import neutral_name

ONE = Paged()
"""Nothing to turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodePage(Page):
    """`title` says what the code is for (neutral for a sensitive listing)."""

    steps: tuple[str, ...]
    code: Code
    facts: tuple[Fact, ...]
    """Opens; No phone?; No internet?"""
    smaller: Choice
    add: Choice | None
    too_big: str
    """What to do when even this screen cannot hold it."""
    turning: Paged = ONE
    """When there are several, one after the other."""
    pictogram: str = silent("phone")
    band_title: str = silent("")


def code_page(ask: Ask) -> Page:
    """The code of kind `route.detail` of the listing `route.about`; of kind `page` a support's public page."""
    if ask.route.detail == "page":
        return _public_page(ask)
    kept = ask.center.directory.get(ask.route.about)
    if kept is None:
        return missing_page(ask)
    opening, step = opening_and_step(ask, kept)
    every = codes(ask, kept, opening, step)
    code = next((each for each in every if each.kind == ask.route.detail), every[0])
    say = ask.words.say
    return CodePage(
        route=ask.route,
        frame=frame(ask),
        title=code_title(ask, kept, code, step),
        band_title=neutral_name(ask, kept.listing),
        steps=scan_steps(ask, code),
        code=code,
        facts=_facts(ask, kept, code, any(each.kind == "call" for each in every)),
        smaller=Choice(go=Act("back"), label=say("Smaller, with the facts")),
        add=add(ask, kept.listing),
        too_big=too_big(ask, code),
    )


def code_title(ask: Ask, kept: Kept, code: Code, step: FirstStep) -> str:
    """`School clinic: The form`, with the neutral name of a sensitive listing."""
    label, _ = label_of(ask, kept, code, step)
    return ask.words.say("{name}: {what}", name=neutral_name(ask, kept.listing), what=label)


def _public_page(ask: Ask) -> Page:
    """The public web page of a support, with the day it was seen."""
    support = ask.center.content.support(ask.route.about)
    if support is None or not support.url:
        return missing_page(ask)
    say, address = ask.words.say, support.url.removeprefix("https://")
    code = Code(
        kind="page",
        payload=https(support.url),
        does=say("Scan to open the page"),
        opens=say("Opens {page}", page=host(support.url)),
        instead="",
        needs_internet=True,
    )
    facts = [Fact(name=say("Opens"), text=(address,))]
    if support.checked is not None:
        facts.append(Fact(name=say("Seen"), text=(ask.words.full_date(support.checked),)))
    facts.append(Fact(name=say("No phone?"), text=(ask_person(ask),)))
    return CodePage(
        route=ask.route,
        frame=frame(ask),
        title=ask.words.pick(support.name),
        band_title=ask.words.pick(support.name),
        steps=scan_steps(ask, code),
        code=code,
        facts=tuple(facts),
        smaller=Choice(go=Act("back"), label=say("Back to the facts")),
        add=None,
        too_big=too_big(ask, code),
    )


def scan_steps(ask: Ask, code: Code) -> tuple[str, ...]:
    """How to scan, for somebody who never did."""
    say = ask.words.say
    last = {
        "sign-up": say("Touch the link that shows up."),
        "page": say("Touch the link that shows up."),
        "call": say("Touch the number that shows up."),
        "date": say("Touch “Add to calendar”."),
    }.get(code.kind, say("Touch what shows up."))
    return say("Open the camera on your phone."), say("Point it at the black squares."), last


def too_big(ask: Ask, code: Code) -> str:
    """What to do where this screen cannot hold the code: what it would have said, in words; empty where it can."""
    say = ask.words.say
    if ask.size.plain or any(
        fits(payload, ask.size.code_alone) for payload in (code.payload, code.small_payload) if payload
    ):
        return ""
    if code.payload.startswith("https://"):
        return say(
            "This screen is too small for the code. Type this: {page}", page=code.payload.removeprefix("https://")
        )
    return say("This screen is too small for the code. Take a photo of the words.")


def date_facts(ask: Ask, code: Code) -> tuple[Fact, ...]:
    """The date of a date code in words, and what to do with a phone that does not offer to save it."""
    say = ask.words.say
    if not code.keeps:
        return ()
    photo = say("Take a photo of this screen.")
    return Fact(name=say("The date"), text=(code.keeps,)), Fact(name=say("Not saved?"), text=(photo,))


def _facts(ask: Ask, kept: Kept, code: Code, with_call: bool) -> tuple[Fact, ...]:
    say, words, sign_up = ask.words.say, ask.words, kept.listing.sign_up
    facts = []
    if code.needs_internet:
        facts.append(Fact(name=say("Opens"), text=(code.payload.removeprefix("https://"),)))
    facts += date_facts(ask, code)
    on_paper = words.pick(sign_up.no_phone) if sign_up is not None and code.kind == "sign-up" else ""
    desk = say("Say or show {number} at the desk.", number=kept.number)
    facts.append(Fact(name=say("No phone?"), text=(on_paper or desk,)))
    if code.kind == "sign-up":
        facts += [fact for fact in (form_asks(ask, kept), who_signs(ask, kept)) if fact is not None]
    if code.needs_internet:
        without = say("Go back and touch “Call”.") if with_call else desk
        facts.append(Fact(name=say("No internet?"), text=(without,)))
    else:
        facts.append(Fact(name=say("Internet?"), text=(say("Not needed."),)))
    return tuple(facts)
