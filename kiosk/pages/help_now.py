"""Help now: numbers first, any adult last."""

from __future__ import annotations

from kiosk.domain.needs import HelpLine
from kiosk.domain.values import dataclass
from kiosk.pages.frame import frame, person_room
from kiosk.pages.help_lines import lines
from kiosk.pages.parts import Choice, Page, silent
from kiosk.pages.reader import Ask
from kiosk.pages.route import Route

ROWS = 2
"""Further numbers that stand below the large ones on one screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLineCard:
    """One large number. `go` opens the code that calls."""

    title: str
    number: str
    note: str
    go: Choice
    short: str = silent("")
    note_short: str = silent("")
    number_short: str = silent("")
    large: str = silent("")
    """For big letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLineRow:
    """A further number in one line."""

    title: str
    number: str
    note: str
    note_short: str = silent("")
    short: str = silent("")


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpNowPage(Page):
    """Three large numbers, the others, and any adult at this school."""

    cards: tuple[HelpLineCard, ...]
    rows: tuple[HelpLineRow, ...]
    adult: str
    adult_where: str
    adult_say: str
    quiet: Choice
    person: Choice
    checked: str
    no_phone: str
    more: Choice | None = None
    """Further lines of the region, when there are more than fit."""


def help_now_page(ask: Ask) -> HelpNowPage:
    """The region's numbers; `route.part` turns the further ones, and comes round to the first again."""
    say, words = ask.words.say, ask.words
    every = lines(ask)
    further = tuple(line for line in every if not line.big)
    shown, more = _shown(ask, further)
    checked = ask.center.help_calls.all_checked(ask.now.date())
    return HelpNowPage(
        route=ask.route,
        frame=frame(ask),
        title=say("Help now"),
        subtitle=say("Call from any phone."),
        cards=tuple(_card(ask, line) for line in every if line.big),
        rows=tuple(_row(ask, line) for line in shown),
        adult=say("Any adult at this school"),
        adult_where=say("Go to: {room}.", room=person_room(ask)),
        adult_say=say("Say: “{please}”", please=words.language.please_help_me),
        quiet=Choice(go=Route("quiet"), label=say("Ask without words")),
        person=Choice(go=Route("person-now"), label=say("A person now")),
        checked=say("Checked {day}", day=words.full_date(checked)),
        no_phone=say("No phone? Any adult at this school will call for you."),
        more=more,
    )


def _shown(ask: Ask, further: tuple[HelpLine, ...]) -> tuple[tuple[HelpLine, ...], Choice | None]:
    if ask.size.plain or len(further) <= ROWS:
        return further, None
    parts = -(-len(further) // ROWS)
    part = ask.route.part % parts
    go = Route("help-now", part=(part + 1) % parts)
    return further[part * ROWS : (part + 1) * ROWS], Choice(go=go, label=ask.words.say("More numbers"))


def _card(ask: Ask, line: HelpLine) -> HelpLineCard:
    pick = ask.words.pick
    return HelpLineCard(
        title=pick(line.title),
        number=line.shown,
        note=(pick(line.note_large) if ask.size.large else "") or pick(line.note),
        go=Choice(go=Route("call-code", line.id), label=_leads(ask, line)),
        short=pick(line.short),
        note_short=pick(line.note_short) or pick(line.note),
        number_short=line.shown.replace("-", ""),
        large=pick(line.large) or pick(line.short),
    )


def _leads(ask: Ask, line: HelpLine) -> str:
    """Below its number `A code that calls` is enough; read aloud it says which."""
    say = ask.words.say
    return say("A code that calls {room}", room=line.shown) if ask.size.plain else say("A code that calls")


def _row(ask: Ask, line: HelpLine) -> HelpLineRow:
    pick = ask.words.pick
    return HelpLineRow(
        title=pick(line.title),
        number=line.shown,
        note=pick(line.note),
        note_short=pick(line.note_short) or pick(line.note),
        short=pick(line.short),
    )
