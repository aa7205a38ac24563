"""My list as a screen that is good to photograph."""

from __future__ import annotations

from kiosk.domain.kept import Kept
from kiosk.domain.values import dataclass
from kiosk.pages.frame import frame
from kiosk.pages.my_list import listed
from kiosk.pages.parts import Fact, Page
from kiosk.pages.person import number_to_use
from kiosk.pages.place import short_place
from kiosk.pages.reader import Ask
from kiosk.pages.rows import neutral_name
from kiosk.pages.state import state_of

TWO_LINES = 8
"""With more things than this, each has one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoPage(Page):
    """Large plain lines: number, name, when, where, phone."""

    lines: tuple[Fact, ...]
    foot: str


def photo_page(ask: Ask) -> PhotoPage:
    """Everything on the list at once, whatever its length: a photo has no second page."""
    say, kepts = ask.words.say, listed(ask)
    brief = len(kepts) > TWO_LINES or not ask.size.wide
    return PhotoPage(
        route=ask.route,
        frame=frame(ask),
        title=say("My list"),
        subtitle=ask.words.full_date(ask.today),
        lines=tuple(_line(ask, kept, brief) for kept in kepts),
        foot=say("Take a photo of this screen. Say a number at any desk.") if kepts else say("Your list is empty."),
    )


def _line(ask: Ask, kept: Kept, brief: bool) -> Fact:
    state = state_of(ask, kept)
    shown = number_to_use(ask, kept.listing)
    name, where = neutral_name(ask, kept.listing), short_place(ask, kept.listing)
    if brief:
        return Fact(name=str(kept.number), text=(" · ".join(part for part in (name, where, shown) if part),))
    about = (f"{state.label} {state.words}".strip(), where, shown)
    return Fact(name=str(kept.number), text=(name, " · ".join(part for part in about if part)))
