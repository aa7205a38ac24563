"""The tile of one need: its sign, its name, and one note that is true now."""

from __future__ import annotations

from kiosk.domain.needs import Need
from kiosk.pages.parts import Choice
from kiosk.pages.reader import Ask
from kiosk.pages.route import Route

CLINIC = "clinic"
"""The tile that says until when: a parent comes for it before it closes."""
PRIVATE = "talk"
"""The tile that says what matters more than hours there: that it is private."""


def need_tile(ask: Ask, need: Need, go: Route) -> Choice:
    """A tile. Its note says what is open now; else what content says of it; else how much there is."""
    note, is_open = _note(ask, need)
    name = ask.words.pick(need.name)
    return Choice(
        go=go,
        label=name,
        short=ask.words.pick(need.narrow),
        big=ask.words.pick(need.short) or name,
        note=note,
        pictogram=need.pictogram,
        is_open=is_open,
    )


def _note(ask: Ask, need: Need) -> tuple[str, bool]:
    """The note and whether it is good news."""
    words, own = ask.words, ask.words.pick(need.note)
    count = ask.center.directory.count(need.id, ask.now)
    if count is None or need.id == PRIVATE:
        return own, False
    if _is_program(need):
        return words.count("{n} program", "{n} programs", count.listings), False
    if count.open and need.id == CLINIC and count.until is not None and count.until.date() == ask.today:
        return words.say("Open until {hour}", hour=words.hour(count.until, period=True)), True
    if count.open:
        return words.count("{n} open now", "{n} open now", count.open), True
    if count.listings:
        return words.count("{n} place", "{n} places", count.listings), False
    return own or words.say("Ask a person"), False


def _is_program(need: Need) -> bool:
    """After school one joins a program; elsewhere one goes to a place."""
    return "after-school" in (need.id, need.parent)
