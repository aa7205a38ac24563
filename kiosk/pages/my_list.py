"""My list: up to ten listings, one code that holds them, and their numbers in a line."""

from __future__ import annotations

from kiosk.domain.kept import Kept
from kiosk.domain.values import dataclass
from kiosk.pages.frame import frame
from kiosk.pages.list_text import list_codes
from kiosk.pages.paging import turned
from kiosk.pages.parts import Choice, Code, Page, Paged, silent
from kiosk.pages.reader import Ask
from kiosk.pages.route import Act, Route
from kiosk.pages.rows import neutral_row

WIDE_ROWS, SMALL_ROWS = 3, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class MyListPage(Page):
    """`takes[i]` takes `rows[i]` off. `codes` hold all of it as plain text, in order."""

    rows: tuple[Choice, ...]
    takes: tuple[Choice, ...]
    numbers: str
    say: str
    goes_away: tuple[str, ...]
    codes: tuple[Code, ...]
    """The codes for this screen's size, in order; one is usual."""
    next_code: Choice | None
    dates: Choice
    photo: Choice
    clear: Choice
    nothing: str
    turning: Paged
    code_index: int = silent(0)


def listed(ask: Ask) -> tuple[Kept, ...]:
    """The listings on the list that are still there, in the order they were added."""
    found = (ask.center.directory.get(id) for id in ask.session.my_list)
    return tuple(kept for kept in found if kept is not None)


def my_list_page(ask: Ask) -> MyListPage:
    """What the visitor put aside; `route.detail` is which of several codes to show."""
    say, kepts = ask.words.say, listed(ask)
    shown, turning = turned(ask, kepts, _rows(ask))
    codes = list_codes(ask, kepts, ask.size.code_alone if ask.size.wide else ask.size.code_beside)
    at = int(ask.route.detail) % len(codes) if codes and ask.route.detail.isdecimal() else 0
    return MyListPage(
        route=ask.route,
        frame=frame(ask),
        title=say("My list"),
        subtitle=_subtitle(ask, len(kepts), len(codes)),
        rows=tuple(neutral_row(ask, kept) for kept in shown),
        takes=tuple(_take(ask, kept) for kept in shown),
        numbers=" · ".join(str(kept.number) for kept in kepts),
        say=say("Say these at any desk, or type them in Search.") if kepts else "",
        goes_away=_goes_away(ask) if kepts else (),
        codes=codes,
        next_code=_next_code(ask, at, len(codes)),
        dates=Choice(
            go=Route("my-list-code", "dates"),
            label=say("Send dates to my calendar"),
            short=say("To my calendar"),
            off=not kepts,
        ),
        photo=Choice(go=Route("photo"), label=say("To photograph"), short=say("To photo"), off=not kepts),
        clear=Choice(go=Act("list-empty"), label=say("Empty the list"), off=not kepts),
        nothing="" if kepts else say("Your list is empty. Touch “+ My list” on any page to keep it here."),
        turning=turning,
        code_index=at,
    )


def _rows(ask: Ask) -> int:
    if ask.size.plain:
        return ask.size.list_rows
    return WIDE_ROWS if ask.size.wide else SMALL_ROWS


def _subtitle(ask: Ask, things: int, codes: int) -> str:
    words = ask.words
    if not things:
        return ""
    counted = words.count("{n} thing.", "{n} things.", things)
    taking = words.count("One code takes them all.", "{n} codes take them all.", codes) if codes else ""
    return f"{counted} {taking}".strip()


def _goes_away(ask: Ask) -> tuple[str, ...]:
    say = ask.words.say
    return (
        say("This list goes away when you leave. Take it with you:"),
        say("scan the code, take a photo, or write down the numbers."),
    )


def _take(ask: Ask, kept: Kept) -> Choice:
    name = neutral_row(ask, kept).label if ask.size.plain else ""
    return Choice(go=Act("list-remove", kept.id), label=ask.words.say("Take off"), note=name)


def _next_code(ask: Ask, at: int, codes: int) -> Choice | None:
    if codes < 2:
        return None
    go = Route("my-list", ask.route.about, str((at + 1) % codes), ask.route.part)
    return Choice(go=go, label=ask.words.say("Code {n} of {all}: next", n=at + 1, all=codes))
