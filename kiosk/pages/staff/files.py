"""Take it home: the sticks that are in, what lies on them, and what one key does with each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from kiosk.domain.errors import KioskError
from kiosk.domain.values import dataclass
from kiosk.pages.staff.change_words import moment_words
from kiosk.pages.staff.parts import GAP, Key, StaffAsk, StaffPage, staff_frame
from kiosk.pages.staff.problem_words import refusal_words
from kiosk.services.luggage import Luggage, Use
from kiosk.services.sticks import Carried, Stick

Doing = Literal["write", "back-up", "read", "take", "go-back", "undo"]
MIB, GIB = 1024 * 1024, 1024 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLine:
    """A stick, or one file on it: where it is, what it is, when it was written, how large; and what Enter does."""

    path: Path
    stick: Path
    use: Use
    name: str
    what: str
    when: str
    size: str
    is_stick: bool


@dataclass(frozen=True, slots=True)
class Busy:
    """Something that takes long: what, and how much of how much is done (0 of 0 where nobody can tell)."""

    words: str
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesPage(StaffPage):
    """Sticks and their files, or that none is in."""

    lines: tuple[FileLine, ...]
    none: tuple[str, ...]
    """What is said where no stick is in."""
    note: str
    place: str
    """What a typed place is called."""


def files_page(ask: StaffAsk, found: Sequence[Stick] | None, busy: Busy | None) -> FilesPage:
    """What is there; `found` is None before anybody looked."""
    say = ask.words.say
    lines = tuple(line for stick in found or () for line in _stick(ask, stick))
    none = (
        say("No stick is in. Put one in: it shows here."),
        say("P types another place, such as ~/Documents."),
        say("R goes back to a moment before, without a stick."),
    )
    return FilesPage(
        frame=staff_frame(ask),
        title=say("Take it home"),
        subtitle=say("Carry the listings on a stick, and bring them back."),
        lines=lines,
        none=() if lines or found is None else none,
        note=busy_words(ask, busy) if busy else "",
        place=say("Place"),
        keys=_busy_keys(ask) if busy else _keys(ask),
    )


def busy_words(ask: StaffAsk, busy: Busy) -> str:
    """`Writing to SANDISK: 40 of 100.`, in steps of ten."""
    if not busy.total:
        return ask.words.say("{what} …", what=busy.words)
    tenth = busy.done * 10 // busy.total * 10
    return ask.words.say("{what}: {n} of 100.", what=busy.words, n=tenth)


def doing_words(ask: StaffAsk, doing: Doing, what: str = "") -> str:
    """What is under way."""
    say = ask.words.say
    return {
        "write": say("Writing to {place}", place=what),
        "back-up": say("Backing up to {place}", place=what),
        "read": say("Reading {file}", file=what),
        "take": say("Taking it in"),
        "go-back": say("Going back"),
        "undo": say("Undoing"),
    }[doing]


def stopped_words(ask: StaffAsk) -> str:
    """After somebody stopped what was under way."""
    return ask.words.say("Stopped. Nothing was changed.")


def typed_words(ask: StaffAsk, luggage: Luggage, typed: str) -> str:
    """What Enter would do at a place that somebody types, or why nothing."""
    say = ask.words.say
    if not typed.strip():
        return say(
            "A folder or a file. Listings end in .kiosk, .xlsx or .csv. A backup ends in .json. ~ is your folder."
        )
    try:
        path, use = luggage.place(typed)
    except KioskError as error:
        return refusal_words(ask, error)
    return {
        "write": say("Enter writes all listings to {file}.", file=luggage.shown(path)),
        "back-up": say("Enter writes a backup to {file}.", file=luggage.shown(path)),
        "take-in": say("Enter shows what {file} brings.", file=luggage.shown(path)),
        "go-back": say("Enter shows what going back to {file} changes.", file=luggage.shown(path)),
    }[use]


def wrote_words(ask: StaffAsk, path: Path, count: int) -> str:
    """After a bundle was written."""
    listings = ask.words.count("{n} listing", "{n} listings", count)
    return ask.words.say(
        "{file} is written, with {listings}. You can take the stick out.", file=path.name, listings=listings
    )


def backed_up_words(ask: StaffAsk, path: Path) -> str:
    """After a backup was written."""
    return ask.words.say("{file} is written. It brings everything back as it is now.", file=path.name)


def _keys(ask: StaffAsk) -> tuple[Key, ...]:
    say, off = ask.words.say, not ask.desk.who.may_change
    return (
        Key(key="W", label=say("Write to stick"), short=say("Write"), action="write", off=off),
        Key(key="I", label=say("Take in"), action="take_in", off=off),
        Key(key="B", label=say("Back up"), action="back_up", off=off),
        Key(key="R", label=say("Go back"), action="open('moments')"),
        Key(key="P", label=say("Type a place"), short=say("Place"), action="type", off=off),
        Key(key="Esc", label=say("Back"), action="leave"),
    )


def _busy_keys(ask: StaffAsk) -> tuple[Key, ...]:
    return (GAP, GAP, GAP, GAP, GAP, Key(key="Esc", label=ask.words.say("Stop"), action="leave"))


def _stick(ask: StaffAsk, stick: Stick) -> list[FileLine]:
    say = ask.words.say
    room = say("{size} free", size=size_words(ask, stick.free))
    what = room if stick.may_write else say("You may only read this one.")
    head = FileLine(
        path=stick.path, stick=stick.path, use="write", name=stick.name, what=what, when="", size="", is_stick=True
    )
    return [head, *(_file(ask, stick, each) for each in stick.files)]


def _file(ask: StaffAsk, stick: Stick, each: Carried) -> FileLine:
    say = ask.words.say
    whats = {"bundle": say("listings"), "backup": say("backup"), "sheet": say("sheet")}
    at = datetime.fromtimestamp(min(max(each.at, 0), 2**33), UTC).isoformat()
    return FileLine(
        path=each.path, stick=stick.path, use="go-back" if each.kind == "backup" else "take-in", name=each.path.name,
        what=whats[each.kind], when=moment_words(ask, at),
        size=size_words(ask, each.size), is_stick=False,
    )  # fmt: skip


def size_words(ask: StaffAsk, size: int) -> str:
    """`12 GB`, `1.2 MB`, `3 kB`, as the shop that sold the stick counts."""
    number = ask.words.number
    if size >= GIB:
        return f"{number(size // 10**9)} GB"
    if size >= MIB:
        return f"{number(round(size / 10**6, 1))} MB"
    return f"{number(-(-size // 1000))} kB"
