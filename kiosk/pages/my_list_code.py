"""The dates of my list, one code after the other, each for the phone's calendar."""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.kept import Kept
from kiosk.pages.code import CodePage, code_title, date_facts, scan_steps, too_big
from kiosk.pages.codes import codes
from kiosk.pages.frame import frame
from kiosk.pages.listing import opening_and_step
from kiosk.pages.missing import sorry_page
from kiosk.pages.my_list import listed
from kiosk.pages.paging import turning_between
from kiosk.pages.parts import Choice, Code, Fact, Page
from kiosk.pages.reader import Ask
from kiosk.pages.route import Act
from kiosk.pages.rows import neutral_name


def my_list_code_page(ask: Ask) -> Page:
    """The date of one thing on the list; `route.part` says which."""
    say = ask.words.say
    dated = [(kept, code) for kept in listed(ask) if (code := _date(ask, kept)) is not None]
    if not dated:
        return sorry_page(ask, say("Dates for my calendar"), say("Nothing on your list has a date to save."))
    part = min(max(0, ask.route.part), len(dated) - 1)
    kept, code = dated[part]
    return CodePage(
        route=replace(ask.route, part=part),
        frame=frame(ask),
        band_title=neutral_name(ask, kept.listing),
        title=code_title(ask, kept, code, opening_and_step(ask, kept)[1]),
        steps=scan_steps(ask, code),
        code=code,
        facts=(
            *date_facts(ask, code),
            Fact(name=say("No phone?"), text=(say("Say or show {number} at the desk.", number=kept.number),)),
        ),
        smaller=Choice(go=Act("back"), label=say("My list")),
        add=None,
        too_big=too_big(ask, code),
        turning=turning_between(ask, part, len(dated)),
    )


def _date(ask: Ask, kept: Kept) -> Code | None:
    opening, step = opening_and_step(ask, kept)
    return next((code for code in codes(ask, kept, opening, step) if code.kind == "date"), None)
