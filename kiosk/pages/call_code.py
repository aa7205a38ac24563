"""A code that calls one of the help-now lines or a room."""

from __future__ import annotations

from kiosk.domain import qr
from kiosk.domain.needs import HelpLine
from kiosk.domain.values import dataclass
from kiosk.pages.frame import frame, person_room
from kiosk.pages.help_lines import line, lines
from kiosk.pages.parts import Choice, Code, Page
from kiosk.pages.person import shown_phone, somebody
from kiosk.pages.reader import Ask
from kiosk.pages.route import Route
from kiosk.services.rooms import room

TEXT = "text"
"""The detail of an address whose code writes a message instead of calling."""
MOST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class CallCodePage(Page):
    """`number` in block digits; the others a touch away."""

    number: str
    name: str
    note: str
    keeps: tuple[str, ...]
    """What the phone keeps, and what to do without one."""
    code: Code
    code_for: str
    others: tuple[Choice, ...]


def call_code_page(ask: Ask) -> CallCodePage:
    """The line `route.about`, or `room:104`; without either, the first line."""
    if ask.route.about.startswith("room:"):
        name = ask.route.about.removeprefix("room:")
        staff = somebody(ask, name)
        if staff is not None and staff.phone:
            shown = shown_phone(ask, staff.phone)
            return _page(ask, shown, room(ask.words, name), ask.words.pick(staff.role), qr.tel(staff.phone))
    found = line(ask, ask.route.about) or lines(ask)[0]
    payload = qr.sms(found.text_to) if _texts(ask, found) else qr.tel(found.dial)
    return _page(ask, found.shown, ask.words.pick(found.title), ask.words.pick(found.note), payload)


def _texts(ask: Ask, found: HelpLine) -> bool:
    return ask.route.detail == TEXT and bool(found.text_to)


def _page(ask: Ask, shown: str, name: str, note: str, payload: str) -> CallCodePage:
    say = ask.words.say
    texting = payload.startswith("sms:")
    does = say("Scan to text {number}", number=shown) if texting else say("Scan to call {number}", number=shown)
    asks = say("Your phone asks before it sends.") if texting else say("Your phone asks before it calls.")
    return CallCodePage(
        route=ask.route,
        frame=frame(ask),
        title=say("A code that texts") if texting else say("A code that calls"),
        number=shown,
        name=name,
        note=note,
        keeps=(
            say("Your phone keeps the number in its messages.")
            if texting
            else say("Your phone keeps the number in its list of calls."),
            say("No phone? Any adult at this school will call for you."),
        ),
        code=Code(
            kind="text-message" if texting else "call",
            payload=payload,
            does=does,
            opens=say("Works with no internet"),
            instead=asks,
            needs_internet=False,
            does_short=does,
        ),
        code_for=say("Show the code for"),
        others=_others(ask),
    )


def _others(ask: Ask) -> tuple[Choice, ...]:
    """The large numbers, the one that takes messages, and who is in."""
    say, here = ask.words.say, (ask.route.about, ask.route.detail)
    choices = [
        Choice(
            go=Route("call-code", each.id),
            label=each.shown,
            note=ask.words.pick(each.title) if ask.size.plain else "",
            selected=here == (each.id, ""),
        )
        for each in lines(ask)
        if each.big or ask.size.plain
    ]
    choices += [
        Choice(
            go=Route("call-code", each.id, TEXT),
            label=say("Text {number}", number=each.shown),
            selected=here == (each.id, TEXT),
        )
        for each in lines(ask)
        if each.text_to
    ]
    return (*choices, *_person(ask))[: len(choices) + 1 if ask.size.plain else MOST]


def _person(ask: Ask) -> tuple[Choice, ...]:
    now, settings = ask.center.people.now(ask.now), ask.center.settings
    staff = now.here[0].staff if now.here else settings.office
    if staff is None or not staff.phone:
        return ()
    about = f"room:{staff.room}"
    return (Choice(go=Route("call-code", about), label=person_room(ask), selected=ask.route.about == about),)
