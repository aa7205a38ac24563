"""The shelf and who is here: what staff say by one key each, and what families read of it at once."""

from __future__ import annotations

from datetime import time

from kiosk.domain.clock_time import MIDNIGHT, minutes
from kiosk.domain.values import dataclass
from kiosk.pages.fit import cells
from kiosk.pages.parts import Tone
from kiosk.pages.route import Route
from kiosk.pages.shelf_words import of_thing, scarceness
from kiosk.pages.spoken import MOST, languages_here, someone_speaks
from kiosk.pages.staff.language_names import own_name
from kiosk.pages.staff.parts import Key, Label, StaffAsk, StaffPage, staff_frame
from kiosk.services.here import HereRow
from kiosk.services.rooms import room
from kiosk.services.shelf import STATES, OnShelf, ShelfState

LETTERS = "abcdefghijkmnopqrstvwxyz"
"""The key of each role, in their order: L and U do something else here."""
NUMBERS = "123456789"
_WIDE, _SMALL = 94, 61
"""Cells that a line of what families see has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingLine:
    """One thing of the shelf: its key, its name, and which of the three words was said of it when."""

    id: str
    key: str
    name: str
    listing: str
    """The listing that gives it out: an id or a number."""
    words: tuple[str, ...]
    """`in`, `low`, `out`."""
    state: int | None
    """Which of them holds now."""
    label: Label | None
    said: str
    """`said 8:50 AM`; `Monday: hidden` when that is too long ago."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLine:
    """One role: its key, where it is, which languages, and what was said of it today."""

    id: str
    key: str
    role: str
    room: str
    languages: str
    label: Label | None
    words: str
    short: str
    """The same for a narrow column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfPage(StaffPage):
    """Both cards, and what families see."""

    shelf_title: str
    shelf: tuple[ThingLine, ...]
    shelf_empty: str
    here_title: str
    here: tuple[RoleLine, ...]
    here_empty: str
    here_notes: tuple[str, ...]
    families_see: str
    families: str
    shelf_note: str
    here_note: str
    """What is to be known of the card that has the focus."""
    only_look: str
    """Said to a reader who presses a key."""


def shelf_page(ask: StaffAsk) -> ShelfPage:
    """The shelf and who is here, as it was last said."""
    say, center = ask.words.say, ask.desk.center
    wide = ask.size.wide
    things, rows = center.shelf.now(ask.now), center.here.rows(ask.now)
    return ShelfPage(
        frame=staff_frame(ask),
        title=say("Shelf and here today") if wide else say("Shelf and here"),
        subtitle=say("One key each. Families see it at once.") if wide else say("One key each"),
        keys=_keys(ask, len(things), len(rows)),
        shelf_title=say("Shelf"),
        shelf=tuple(_thing(ask, each, number) for number, each in enumerate(things)),
        shelf_empty=say("Nothing is on the shelf yet. + adds a thing."),
        here_title=say("Here today"),
        here=tuple(_role(ask, row, number) for number, row in enumerate(rows)),
        here_empty=say("No one is named yet. + adds a role."),
        here_notes=(say("By role and room, never by name."), say("It all goes away tonight.")) if wide else (),
        families_see=say("Families will see") if wide else say("Families see:"),
        families=families_see(ask, _WIDE if wide else _SMALL),
        shelf_note=say("After a day without a word a shelf is not shown. + adds a thing."),
        here_note=say("Enter: until when. + adds a role. It all goes away tonight."),
        only_look=say("You may look here, and not change it."),
    )


def families_see(ask: StaffAsk, room_for: int) -> str:
    """Who speaks which language until when, then what is scarce, as much as one line holds."""
    family = ask.family(Route("home"))
    spoken = list(languages_here(family).items())[:MOST]
    things = sorted(ask.desk.center.shelf.now(ask.now), key=scarceness, reverse=True)
    found = [of_thing(family, each) for each in things if each.is_known]
    for at, (code, until) in enumerate(spoken):
        found.insert(2 * at, someone_speaks(ask.words, code, until))
    line = ""
    for sentence in found:
        longer = f"{line} {sentence}".strip()
        if line and cells(longer) > room_for:
            break
        line = longer
    return line or ask.words.say("The usual hours. Nothing about the shelf.")


def not_yours(ask: StaffAsk, who: str) -> str:
    """Asked before somebody else's word is taken back."""
    return ask.words.say("The last word is {who}'s. U again takes it back.", who=who)


def shelf_words(ask: StaffAsk) -> tuple[str, str, str]:
    """The three words, as the desk has them."""
    words = ask.words
    return (
        words.context("on the shelf", "in"),
        words.context("on the shelf", "low"),
        words.context("on the shelf", "out"),
    )


def _thing(ask: StaffAsk, each: OnShelf, number: int) -> ThingLine:
    words = shelf_words(ask)
    state = STATES.index(each.state) if each.state is not None and each.is_known else None
    label = Label(words[state].upper(), _tone(each.state)) if state is not None else None
    return ThingLine(
        id=each.key,
        key=NUMBERS[number] if number < len(NUMBERS) else "",
        name=ask.words.pick(each.thing.name),
        listing=each.thing.listing,
        words=words,
        state=state,
        label=label,
        said=_said(ask, each),
    )


def _tone(state: ShelfState | None) -> Tone:
    return "open" if state == "in" else "care" if state == "low" else "shut"


def _said(ask: StaffAsk, each: OnShelf) -> str:
    say, words = ask.words.say, ask.words
    if each.at is None:
        return say("never said")
    if not each.is_known:
        return say("{day}: hidden", day=words.weekday(each.at) if (ask.now - each.at).days < 7 else words.date(each.at))
    if each.at.date() != ask.today:
        return say("said {day}", day=words.said(each.at.date(), ask.today))
    return say("said {hour}", hour=words.time(each.at))


def _role(ask: StaffAsk, row: HereRow, number: int) -> RoleLine:
    spoken = row.presence.languages if row.presence is not None and row.presence.languages else row.staff.languages
    label, words, short = _presence(ask, row)
    return RoleLine(
        id=row.key,
        key=LETTERS[number].upper() if number < len(LETTERS) else "",
        role=ask.words.pick(row.staff.role),
        room=room(ask.words, row.staff.room) if row.staff.room else "",
        languages=", ".join(own_name(ask, code) for code in spoken),
        label=label,
        words=words,
        short=short,
    )


def _presence(ask: StaffAsk, row: HereRow) -> tuple[Label | None, str, str]:
    """What was said of a role today, in words and in fewer; of its usual hours only those that are to come."""
    say, presence = ask.words.say, row.presence
    away, later = Label(say("AWAY"), "shut"), Label(say("LATER"), "shut")
    if presence is None:
        coming = [span.start for span in row.usual if span.start.timestamp() > ask.now.timestamp()]
        return (later, *_from(ask, coming[0].time())) if coming else (None, say("not said today"), say("not said"))
    if presence.state == "away":
        return away, say("not here today"), say("not here")
    now = ask.now.hour * 60 + ask.now.minute
    starts, until = minutes(presence.starts) or 0, minutes(presence.until) or MIDNIGHT
    if until <= now:
        hour = _clock(until)
        left = say("left {hour}", hour=ask.words.time(hour))
        return away, left, say("left {hour}", hour=ask.words.short_time(hour))
    return (later, *_from(ask, _clock(starts))) if starts > now else (Label(say("HERE"), "open"), *_until(ask, until))


def _from(ask: StaffAsk, at: time) -> tuple[str, str]:
    say, words = ask.words.say, ask.words
    return say("from {hour}", hour=words.time(at)), say("from {hour}", hour=words.short_time(at))


def _until(ask: StaffAsk, until: int) -> tuple[str, str]:
    say, words, at = ask.words.say, ask.words, _clock(until)
    return say("until {hour}", hour=words.time(at)), say("until {hour}", hour=words.short_time(at))


def _clock(minute: int) -> time:
    return time(minute // 60 % 24, minute % 60)


def _keys(ask: StaffAsk, things: int, roles: int) -> tuple[Key, ...]:
    say, off = ask.words.say, not ask.desk.who.may_change
    numbers = f"1-{NUMBERS[min(things, len(NUMBERS)) - 1]}" if things > 1 else "1"
    letters = f"A-{LETTERS[min(roles, len(LETTERS)) - 1].upper()}" if roles > 1 else "A"
    return (
        Key(key=numbers, label=say("Shelf: next"), short=say("Shelf"), action="next('.things')", off=off or not things),
        Key(key=letters, label=say("Here or not"), short=say("Here"), action="next('.roles')", off=off or not roles),
        Key(key="+", label=say("Add"), action="add", off=off),
        Key(key="U", label=say("Undo"), action="undo", off=off),
        Key(key="L", label=say("See the lobby"), short=say("See lobby"), action="open('lobby')"),
        Key(key="Esc", label=say("Back"), action="leave"),
    )
