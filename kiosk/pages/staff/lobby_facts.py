"""What the lobby shows now, beside the jobs: how many listings, who is here, the shelf, tomorrow, and counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from kiosk.domain.calendar import school_day
from kiosk.domain.kept import Kept
from kiosk.domain.values import dataclass
from kiosk.pages.fit import cells, fit
from kiosk.pages.hours_words import clock
from kiosk.pages.shelf_words import scarceness
from kiosk.pages.staff.parts import StaffAsk
from kiosk.pages.staff.shelf import shelf_words
from kiosk.services.shelf import STATES

BARS, LONGEST, NAME = 5, 9, 15
"""Listings with a bar, the cells of the longest one, and those of a name."""
_LINE = 76
"""Cells of the one line there is for it at 80 columns."""


@dataclass(frozen=True, slots=True)
class Bar:
    """How often one listing was opened today: its number, name, cells of its bar, and the count in words."""

    number: str
    name: str
    cells: int
    times: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LobbySide:
    """Both cards."""

    title: str
    facts: tuple[tuple[str, str], ...]
    """Name and words: `Open now`, `11`."""
    line: str
    """The most telling of them in one line."""
    opened_title: str
    opened: tuple[Bar, ...]
    opened_note: str


def lobby_side(ask: StaffAsk) -> LobbySide:
    """What the lobby shows now, and what was opened there today."""
    say = ask.words.say
    facts = tuple(_facts(ask))
    line = " ".join(say("{name}: {words}.", name=name, words=words) for name, words in _by_weight(ask, facts))
    bars = tuple(_bars(ask))
    none = say("Nothing yet today. It comes every quarter of an hour.")
    return LobbySide(
        title=say("In the lobby now"),
        facts=facts,
        line=fit(line, _LINE),
        opened_title=say("Opened today, by listing"),
        opened=bars,
        opened_note=say("A count a listing a day, no more.") if bars else none,
    )


def _facts(ask: StaffAsk) -> Iterator[tuple[str, str]]:
    say, number, directory = ask.words.say, ask.words.number, ask.desk.center.directory
    lobby = ask.desk.presence.lobby()
    if lobby is not None:
        yield say("Screen"), say("working") if lobby.answers else say("does not answer")
    snapshot, shown = directory.snapshot(), directory.all()
    hidden = number(len(snapshot) - len(shown))
    yield say("Listings"), say("{n} shown, {hidden} hidden", n=number(len(shown)), hidden=hidden)
    if directory.at_hand():  # of very many, working out which are open would keep the page waiting
        is_open = sum(1 for kept in shown if directory.opening(kept, ask.now).state == "open")
        yield say("Open now"), number(is_open)
    rows = ask.desk.center.here.rows(ask.now)
    if rows:
        said = sum(1 for row in rows if row.presence is not None)
        yield say("Here today"), say("{n} of {all} said so", n=number(said), all=number(len(rows)))
    shelf = _shelf(ask)
    if shelf:
        yield say("Shelf"), shelf
    tomorrow = _tomorrow(ask)
    if tomorrow:
        yield say("Tomorrow"), tomorrow


def _by_weight(ask: StaffAsk, facts: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    """What changes from day to day first: the rest is left out where there is no room."""
    first = [ask.words.say("Tomorrow"), ask.words.say("Shelf"), ask.words.say("Open now")]
    return sorted(facts, key=lambda fact: first.index(fact[0]) if fact[0] in first else len(first))


def _shelf(ask: StaffAsk) -> str:
    """`Diapers low`, and how many more are scarce; empty when the shelf has nothing."""
    say, things = ask.words.say, ask.desk.center.shelf.now(ask.now)
    known = [each for each in things if each.is_known and each.state is not None]
    if not known:
        return say("not said today") if things else ""
    scarce = [each for each in known if each.state != "in"]
    if not scarce:
        return say("all in") if len(known) == len(things) else say("{n} in", n=ask.words.number(len(known)))
    worst = max(scarce, key=scarceness)
    word = shelf_words(ask)[STATES.index(worst.state)] if worst.state is not None else ""
    one = f"{ask.words.pick(worst.thing.name)} {word}"
    return f"{one}, +{len(scarce) - 1}" if len(scarce) > 1 else one


def _tomorrow(ask: StaffAsk) -> str:
    """What the school's calendar says of tomorrow; empty when it says nothing."""
    say, calendar = ask.words.say, ask.desk.center.calendar
    if calendar is None:
        return ""
    day = school_day(calendar, ask.today + timedelta(days=1))
    if day.has_school is None:
        return ""
    if not day.has_school:
        return say("no school")
    ends, starts = (clock(each.at) if each is not None else None for each in (day.early, day.late))
    if ends is not None:
        return say("ends {hour}", hour=ask.words.time(ends))
    return say("starts {hour}", hour=ask.words.time(starts)) if starts is not None else say("as usual")


def _bars(ask: StaffAsk) -> Iterator[Bar]:
    """The listings that were opened most today, of those that are still there."""
    found = [(each, ask.desk.center.directory.get(each.listing)) for each in ask.desk.opened.on(ask.today)]
    seen = [(each.times, kept) for each, kept in found if kept is not None][:BARS]
    for times, kept in seen:
        cells_of_bar = max(1, round(times * LONGEST / max(seen[0][0], LONGEST)))
        yield Bar(str(kept.number or ""), _short_name(ask, kept), cells_of_bar, ask.words.number(times))


def _short_name(ask: StaffAsk, kept: Kept) -> str:
    """Its name, or the shorter one it has for where there is little room."""
    names = [ask.words.pick(name) for name in (kept.head.name, kept.listing.alternate_name) if name]
    return next((name for name in names if cells(name) <= NAME), names[0])
