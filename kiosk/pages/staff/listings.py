"""The list of all listings: found as one types, sorted by any column, opened, selected, copied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kiosk.domain.kept import Kept
from kiosk.domain.places import places_now
from kiosk.domain.values import dataclass
from kiosk.pages.parts import State
from kiosk.pages.route import Route
from kiosk.pages.staff.parts import Key, StaffAsk, StaffPage, staff_frame
from kiosk.pages.state import state_of
from kiosk.services.jobs import ids_of
from kiosk.services.roster import COLUMNS, Entry, Roster, Sorting

_MOST_NAMED = 3
"""Selected listings that are named; of more only how many."""


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
    lacks: bool
    """It has no Spanish, or none of another language of the school."""
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
        keys=_keys(ask, chosen),
        find=say("Find"),
        order=" ".join(filter(None, (_order(ask, listed.sorting), picked))),
        columns=_columns(ask),
        notes=(say("Type to find. Alt and a number sorts. A selects all that are shown."), _selected(ask, listed)),
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
        places=_places(ask, kept) if kept.head.places else "",
        checked=ask.words.date_near(checked, ask.today) if checked else say("never"),
        due=say("due") if kept.id in page.due else "",
        spanish=ask.words.context("translation", "none") if entry.lacks else "✓",
        lacks=bool(entry.lacks),
        selected=kept.id in page.listed.selected,
    )


def _now(ask: StaffAsk, kept: Kept) -> State:
    if kept.head.status != "active":
        return State(label=ask.words.say("HIDDEN"), tone="care", words="")
    state = state_of(ask.family(Route("listing", kept.id)), kept)
    if state.label == ask.words.say("CALL FIRST"):  # its long words may not fit, and half of them say nothing
        unknown = state.words == ask.words.say("hours not known")
        return replace(state, words_short=ask.words.say("no hours") if unknown else ask.words.say("old check"))
    return state


def _places(ask: StaffAsk, kept: Kept) -> str:
    """Room left in a word or two: `8 left`, `few`, `full`; `ask` when what was said went stale."""
    say, places = ask.words.say, kept.head.places
    now = places_now(kept.listing, ask.today)
    if places is None or now is None:
        return ""
    if places.left is not None and now in ("open", "few"):
        return ask.words.count("{n} left", "{n} left", places.left)
    words = {"few": say("few"), "full": say("full"), "waitlist": say("full"), "ask": ask.words.context("places", "ask")}
    return words.get(now, "")


def _selected(ask: StaffAsk, listed: Listed) -> str:
    """Which listings are selected, by number and name; that nothing changes here when none is."""
    say, words = ask.words.say, ask.words
    if not listed.selected:
        return say("Nothing here changes a listing.")
    snapshot = ask.desk.records.load()
    kepts = [kept for id in sorted(listed.selected) if (kept := snapshot.listings.get(id)) is not None]
    if len(kepts) > _MOST_NAMED:
        return words.count("{n} listing is selected.", "{n} listings are selected.", len(kepts))
    names = words.names(f"{kept.number or ''} {words.pick(kept.head.name)}".strip() for kept in kepts)
    return words.count("{names} is selected.", "{names} are selected.", len(kepts), names=names)


def _keys(ask: StaffAsk, chosen: int) -> tuple[Key, ...]:
    say, off = ask.words.say, not ask.desk.who.may_change
    change = ask.words.count("Change {n}", "Change all {n}", chosen) if chosen else say("Change it")
    return (
        Key(key="Enter", label=say("Open"), action="choose"),
        Key(key="Space", label=say("Select"), action="select"),
        Key(key="D", label=say("Make one like it"), short=say("Copy"), action="copy", off=off),
        Key(key="B", label=change, short=say("Change"), action="bulk", off=off),
        Key(key="N", label=say("New listing"), short=say("New"), action="open('form')", off=off),
        Key(key="Esc", label=say("Back"), action="leave"),
    )


def _columns(ask: StaffAsk) -> tuple[str, ...]:
    say = ask.words.say
    places = ask.words.context("column", "Places")
    return (say("No."), say("Name"), say("Need"), say("Now"), places, say("Checked"), say("Es"))


def _order(ask: StaffAsk, sorting: Sorting) -> str:
    say = ask.words.say
    if sorting == Sorting("checked"):
        return say("Oldest check first.")
    name = _columns(ask)[COLUMNS.index(sorting.column)]
    return say("By {column}, from the end.", column=name) if sorting.backwards else say("By {column}.", column=name)
