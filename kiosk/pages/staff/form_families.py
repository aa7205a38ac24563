"""What families will see of a listing that is being written, as its row in a list and its first step say it."""

from __future__ import annotations

from kiosk.domain.first_step import first_step
from kiosk.domain.opening import opening_at
from kiosk.domain.values import dataclass
from kiosk.pages.parts import State
from kiosk.pages.route import Route
from kiosk.pages.rows import detail
from kiosk.pages.staff.parts import StaffAsk
from kiosk.pages.state import state
from kiosk.pages.step_words import step_of
from kiosk.services.form import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilySide:
    """Two lines: the name, what it is now, what it costs; and the first step."""

    title: str
    name: str = ""
    state: State | None = None
    detail: str = ""
    step: str


def family_side(ask: StaffAsk, form: Form) -> FamilySide:
    """As it would be with what is typed so far; while something is wrong with that, a sentence that says so."""
    say, listing = ask.words.say, form.listing()
    title = say("Families will see")
    if listing is None:
        return FamilySide(title=title, step=say("Families see it when what is wrong is mended."))
    center, family = ask.desk.center, ask.family(Route("listing", listing.id))
    opening = opening_at(listing, ask.now, center.calendar, center.zone)
    step = first_step(listing, opening, ask.now)
    return FamilySide(
        title=title,
        name=ask.words.pick(listing.name),
        state=state(family, listing, opening, step),
        detail=detail(family, listing),
        step=step_of(family, listing, opening, step).text,
    )
