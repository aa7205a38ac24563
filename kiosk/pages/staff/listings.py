"""The list of all listings: found as one types, sorted by any column, opened, selected, copied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kiosk.domain.kept import Kept
from kiosk.domain.values import dataclass
from kiosk.pages.parts import State
from kiosk.pages.places_words import room_left
from kiosk.pages.route import Route
from kiosk.pages.staff.parts import Key, StaffAsk, StaffPage, staff_frame
from kiosk.pages.state import state_of
from kiosk.services.jobs import ids_of
from kiosk.services.roster import COLUMNS, Column, Entry, Roster, Sorting


@dataclass(frozen=True, slots=True)
class Listed:
    """What the list shows now: the words typed, the order, what is selected, which jobs it is narrowed to."""

    words: str = ""
    sorting: Sorting = Sorting()
    selected: frozenset[str] = frozenset()
    only: str = ""
    """A kind of job, such as `due` or `no-spanish`: only the listings that have it are listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingLine:
    """One listing on one line."""

    id: str
    number: str
    name: str
    need: str
    now: State
    places: str
    checked: str
    due: str
    """`due` when it is to be checked."""
    spanish: str
    """A tick, or the word for none."""
    selected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage(StaffPage):
    """Columns, and the words around them. Lines are made for the rows that are seen (`line_of`)."""

    find: str
    order: str
    columns: tuple[str, ...]
    notes: tuple[str, ...]
    entries: tuple[Entry, ...]
    due: frozenset[str]
    listed: Listed


def roster_of(ask: StaffAsk) -> Roster:
    """The listings as they stand, in the reader's words."""
    content, words = ask.desk.center.content, ask.words
    names = {need.id: words.pick(need.name) for need in content.needs}
    others = tuple(code for code in ask.desk.center.settings.languages if code != "en")

    def need_of(needs: Sequence[str]) -> str:
        return names.get(needs[0], "") if needs else ""

    def name_of(name: Mapping[str, str]) -> str:
        return words.pick(name)

    return Roster(ask.desk.records.load(), name_of, need_of, others)


def list_page(ask: StaffAsk, roster: Roster, listed: Listed) -> ListPage:
    """The list as it is now."""
    say, count = ask.words.say, ask.words.count
    rows = roster.rows(listed.words, listed.sorting, ask.now, ask.desk.center.directory.order)
    to_check = frozenset(ids_of(ask.desk, "due"))
    if listed.only:
        wanted = frozenset(ids_of(ask.desk, listed.only))
        rows = [entry for entry in rows if entry.kept.id in wanted]
    chosen = len(listed.selected)
    found = say("{n} of {all} have “{words}”", n=len(rows), all=len(roster), words=listed.words)
    whole = count("{n} listing", "{n} listings", len(rows))
    picked = count("{n} selected.", "{n} selected.", chosen) if chosen else ""
    return ListPage(
        frame=staff_frame(ask),
        title=say("Listings"),
        subtitle=found if listed.words else whole,
        keys=_keys(ask),
        find=say("Find"),
        order=" ".join(filter(None, (_order(ask, listed.sorting), picked))),
        columns=_columns(ask),
        notes=(say("Type to find. Alt and a number sorts."), say("Nothing here changes a listing.")),
        entries=tuple(rows),
        due=to_check,
        listed=listed,
    )


def line_of(ask: StaffAsk, page: ListPage, entry: Entry) -> ListingLine:
    """The line of one listing."""
    say, kept = ask.words.say, entry.kept
    checked = kept.head.assured_date
    return ListingLine(
        id=kept.id,
        number=str(kept.number or ""),
        name=entry.name,
        need=entry.need,
        now=_now(ask, kept),
        places=room_left(ask.family(Route("listing", kept.id)), kept.listing) if kept.head.places else "",
        checked=ask.words.date_near(checked, ask.today) if checked else say("never"),
        due=say("due") if kept.id in page.due else "",
        spanish=say("none") if entry.lacks else "✓",
        selected=kept.id in page.listed.selected,
    )


def _now(ask: StaffAsk, kept: Kept) -> State:
    if kept.head.status != "active":
        return State(label=ask.words.say("HIDDEN"), tone="care", words="")
    return state_of(ask.family(Route("listing", kept.id)), kept)


def _keys(ask: StaffAsk) -> tuple[Key, ...]:
    say, off = ask.words.say, not ask.desk.who.may_change
    return (
        Key(key="Enter", label=say("Open"), action="choose"),
        Key(key="Space", label=say("Select"), action="select"),
        Key(key="D", label=say("Make one like it"), short=say("Copy"), action="copy", off=off),
        Key(key="V", label=say("What changed"), short=say("Changes"), action="history"),
        Key(key="N", label=say("New listing"), short=say("New"), action="open('form')", off=off),
        Key(key="Esc", label=say("Back"), action="leave"),
    )


def _columns(ask: StaffAsk) -> tuple[str, ...]:
    say = ask.words.say
    return (say("No."), say("Name"), say("Need"), say("Now"), say("Places"), say("Checked"), say("Es"))


def _order(ask: StaffAsk, sorting: Sorting) -> str:
    say = ask.words.say
    if sorting == Sorting("checked"):
        return say("Oldest check first.")
    name = _columns(ask)[COLUMNS.index(sorting.column)]
    return say("By {column}, from the end.", column=name) if sorting.backwards else say("By {column}.", column=name)


def column_at(number: int) -> Column:
    """The column of a number from 1."""
    return COLUMNS[number - 1]
