"""Every command by its name: what the screen below can do, every screen of the desk, and each listing."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Literal

from kiosk.domain.values import dataclass
from kiosk.pages.staff.listings import roster_of
from kiosk.pages.staff.parts import Key, StaffAsk, StaffPage, StaffRoute, staff_frame
from kiosk.services.palette import Palette, alike
from kiosk.services.roster import Entry, Roster, Sorting

Needs = Literal["look", "change"]
MOST_LISTINGS = 40
"""Listings shown at once: who sees more types more."""
_OPENS = re.compile(r"open\('[a-z-]+'\)$")
"""A key that opens a screen: the screen stands among the commands itself."""
_LONG_ENOUGH = 4
"""Letters from which on a name that nothing has may be a slip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command: its words, the key that does the same, and where it leads or what it runs below."""

    words: str
    key: str = ""
    go: StaffRoute | None = None
    act: str = ""
    """An action of the screen below, or `app.` and one of the program's."""
    needs: Needs = "look"


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandsPage(StaffPage):
    """What was found for the words typed."""

    find: str
    found: tuple[Command, ...]
    note: str


class Finder:
    """The commands of one moment, found as one types. Listings are read when the first letter asks for them."""

    def __init__(self, ask: StaffAsk, below: Sequence[Key], offered: Collection[str]) -> None:
        """`below`: the six keys of the screen below. `offered`: the screens there are, and `night` where it can be."""
        self._ask = ask
        self._commands = commands(ask, below, offered)
        english = commands(replace(ask, words=ask.desk.center.words_for("en")), below, offered)
        pairs = zip(self._commands, english, strict=True)
        self._palette = Palette([(mine.words, other.words) for mine, other in pairs])
        self._roster: Roster | None = None

    def find(self, typed: str) -> tuple[Command, ...]:
        """Commands first, then listings by their number or name; all commands when nothing is typed."""
        found = [self._commands[place] for place in self._palette.find(typed)]
        return (*found, *(self._listing(entry) for entry in self._listings(typed)))

    def _listings(self, typed: str) -> Sequence[Entry]:
        if not typed.strip():
            return ()
        ask = self._ask
        if self._roster is None:
            self._roster = roster_of(ask)
        order = ask.desk.center.directory.order
        found = self._roster.rows(typed, Sorting("name"), ask.now, order)
        if found or len(typed.strip()) < _LONG_ENOUGH:
            return found[:MOST_LISTINGS]
        entries = {entry.kept.id: entry for entry in self._roster.rows("", Sorting("name"), ask.now, order)}
        names = {id: entry.folded for id, entry in entries.items()}
        return [entries[id] for id in alike(typed, names, MOST_LISTINGS)]

    def _listing(self, entry: Entry) -> Command:
        number = self._ask.words.say("No. {number}", number=entry.kept.number)
        return Command(words=entry.name, key=number, go=StaffRoute("form", entry.kept.id))


def commands_page(ask: StaffAsk, found: tuple[Command, ...]) -> CommandsPage:
    """What was found."""
    say = ask.words.say
    return CommandsPage(
        frame=staff_frame(ask),
        title=say("Any command"),
        subtitle=ask.words.count("{n} found", "{n} found", len(found)),
        keys=(
            Key(key="Enter", label=say("Do it"), action="choose"),
            Key(key="?", label=say("All keys"), short=say("Keys"), action="open('keys')"),
            Key(key="F1", label=say("Help"), action="open('help')"),
            Key(key="F3", label=say("Language"), action="app.language"),
            Key(key="F12", label=say("Guide"), action="open('guide')"),
            Key(key="Esc", label=say("Back"), action="leave"),
        ),
        find=say("Find"),
        found=found,
        note=say("Type some of its name. A listing: its name or number.") if found else say("Nothing has that name."),
    )


def commands(ask: StaffAsk, below: Sequence[Key], offered: Collection[str]) -> tuple[Command, ...]:
    """Every command that this person may use now, those of the screen below first."""
    own = (key for key in below if not key.off and key.action != "leave" and not _OPENS.match(key.action))
    here = (Command(words=key.label, key=key.key, act=key.action) for key in own)
    every = [
        each
        for each in (*_screens(ask), *_program(ask))
        if (each.needs == "look" or ask.desk.who.may_change) and _is_offered(each, offered)
    ]
    letters_work = any(key.action == "open('list')" for key in below)
    return (*here, *(each if letters_work or len(each.key) != 1 else replace(each, key="") for each in every))


def _is_offered(command: Command, offered: Collection[str]) -> bool:
    if command.go is not None:
        return command.go.screen in offered
    return command.act != "app.night" or "night" in offered


def _screens(ask: StaffAsk) -> tuple[Command, ...]:
    say = ask.words.say
    return (
        Command(words=say("What needs you today"), go=StaffRoute("desk")),
        Command(words=say("Find a listing"), key="F", go=StaffRoute("list")),
        Command(words=say("New listing"), key="N", go=StaffRoute("form"), needs="change"),
        Command(words=say("Listings due for checking"), go=StaffRoute("list", detail="due")),
        Command(words=say("Listings with no Spanish"), go=StaffRoute("list", detail="no-spanish")),
        Command(words=say("Friday round: check what is due"), key="R", go=StaffRoute("round"), needs="change"),
        Command(words=say("Shelf and here today"), key="H", go=StaffRoute("shelf")),
        Command(words=say("Snow day: close the school today"), key="S", go=StaffRoute("snow-day"), needs="change"),
        Command(words=say("Calendar: the school year"), key="C", go=StaffRoute("calendar")),
        Command(words=say("See the lobby"), key="L", go=StaffRoute("lobby")),
        Command(words=say("Files in and out: stick, sheet"), key="I", go=StaffRoute("files")),
        Command(words=say("Make a backup"), go=StaffRoute("files", detail="backup"), needs="change"),
        Command(words=say("Settings of the school"), key="G", go=StaffRoute("settings")),
    )


def _program(ask: StaffAsk) -> tuple[Command, ...]:
    say = ask.words.say
    return (
        Command(words=say("Language: English, Español"), key="F3", act="app.language"),
        Command(words=say("Dark or light colors"), act="app.night"),
        Command(words=say("Help: what this means"), key="F1", go=StaffRoute("help")),
        Command(words=say("The guide, two pages"), key="F12", go=StaffRoute("guide")),
        Command(words=say("All keys"), key="?", go=StaffRoute("keys")),
        Command(words=say("Leave the desk"), key="Q", act="app.end"),
    )
