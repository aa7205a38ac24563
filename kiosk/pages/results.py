"""The listings that answer a need, a support, a walk or a search: usable now first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from kiosk.domain.kept import Kept
from kiosk.domain.values import dataclass
from kiosk.pages.frame import frame
from kiosk.pages.paging import turned
from kiosk.pages.parts import Choice, Page, Paged, silent
from kiosk.pages.person import ask_person
from kiosk.pages.reader import Ask
from kiosk.pages.route import Route
from kiosk.pages.rows import row
from kiosk.pages.shown_in import shown_in
from kiosk.pages.toggles import lifted_words, toggle_choices, without_words
from kiosk.services.toggles import TOGGLES, Toggled


@dataclass(frozen=True, slots=True, kw_only=True)
class Empty:
    """Nothing matches: why, which toggle to lift, and a person to ask. Never a dead end."""

    why: str
    turn: str
    lift: tuple[Choice, ...]
    ask: str
    ask_words: str
    person: Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultsPage(Page):
    """Toggles above, one screenful of rows, and where the rest is."""

    toggles: tuple[Choice, ...]
    """Six; `note` is how many are left, `go` an `Act("toggle", id)`."""
    rows: tuple[Choice, ...]
    empty: Empty | None
    turning: Paged
    notes: tuple[str, ...] = ()
    choices: Choice | None = silent(None)
    """In big text the toggles are a page of their own."""
    subtitle_short: str = silent("")
    pictogram: str = silent("")


@dataclass(frozen=True, slots=True)
class Source:
    """What a list is about: its title and all its listings, before any toggle."""

    title: str
    kepts: tuple[Kept, ...]
    because: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    pictogram: str = ""
    in_order: bool = False
    """They have an order of their own, such as how well they answer a search."""


def results_page(ask: Ask) -> ResultsPage:
    """One list: what can be used now first, narrowed by the toggles."""
    words, source = ask.words, source_of(ask)
    toggled = narrowed(ask, source)
    kepts, turning = turned(ask, toggled.kepts)
    open_now = sum(ask.center.directory.opening(kept, ask.now).state == "open" for kept in toggled.kepts)
    shown = tuple(row(ask, kept, source.because.get(kept.id, "")) for kept in kepts)
    return ResultsPage(
        route=ask.route,
        frame=frame(ask),
        title=source.title,
        subtitle=_subtitle(ask, len(toggled.kepts), open_now),
        subtitle_short=words.count("{n} open now", "{n} open now", open_now),
        toggles=toggle_choices(ask, toggled.left),
        rows=shown,
        empty=None if toggled.kepts else _empty(ask, toggled),
        turning=turning,
        notes=(*source.notes, *shown_in(ask, *(text for kept in kepts for text in _texts(kept)))),
        choices=Choice(
            go=Route("choices", ask.route.about, ask.route.detail),
            label=words.say("Choices"),
            note=words.count("({n} is on)", "({n} are on)", len(ask.session.toggles)),
        ),
        pictogram=source.pictogram,
    )


def narrowed(ask: Ask, source: Source) -> Toggled:
    """The list after the visitor's toggles."""
    on = {toggle for toggle in ask.session.toggles if toggle in TOGGLES}
    return ask.center.directory.toggled(source.kepts, on, ask.session, ask.now, as_they_come=source.in_order)


def source_of(ask: Ask) -> Source:
    """What the address asks for: `detail` names where the listings come from, `about` which."""
    match ask.route.detail:
        case "support":
            return _of_support(ask)
        case "walk":
            return _of_walk(ask)
        case "search":
            return _of_search(ask)
        case "right":
            return _of_right(ask)
        case "part":
            return _of_part(ask)
    need = ask.center.content.need(ask.route.about)
    return Source(
        title=ask.words.pick(need.name) if need is not None else ask.words.say("All places"),
        kepts=ask.center.directory.by_need(ask.route.about) if need is not None else ask.center.directory.all(),
        pictogram=need.pictogram if need is not None else "",
    )


def _of_support(ask: Ask) -> Source:
    support = ask.center.content.support(ask.route.about)
    return Source(
        title=ask.words.pick(support.name) if support is not None else "",
        kepts=ask.center.directory.by_support(ask.route.about),
        pictogram=support.pictogram if support is not None else "",
    )


def _of_right(ask: Ask) -> Source:
    card = ask.center.content.right(ask.route.about)
    needs = card.needs if card is not None else ()
    kepts = {kept.id: kept for need in needs for kept in ask.center.directory.by_need(need)}
    return Source(
        title=ask.words.pick(card.short) if card is not None else "",
        kepts=tuple(kepts.values()),
        pictogram=card.pictogram if card is not None else "",
    )


def _of_part(ask: Ask) -> Source:
    part = ask.center.content.part(ask.route.about)
    return Source(
        title=ask.words.pick(part.name) if part is not None else "",
        kepts=ask.center.directory.by_own_needs(part.needs if part is not None else ()),
        pictogram="school",
    )


def _of_walk(ask: Ask) -> Source:
    from kiosk.pages.walking import found_by_walk, reasons_by_id, relaxed_notes, walk_kepts

    found = found_by_walk(ask)
    return Source(
        title=ask.words.say("What fits you"),
        kepts=walk_kepts(ask, found),
        because=reasons_by_id(ask, found),
        notes=relaxed_notes(ask, found),
        pictogram="signpost",
        in_order=True,
    )


def _of_search(ask: Ask) -> Source:
    found = ask.center.search.find(ask.session.typed, ask.session.language, ask.now)
    return Source(
        title=ask.words.say("Search: {typed}", typed=found.corrected or ask.session.typed.strip()),
        kepts=tuple(hit.kept for hit in found.hits),
        pictogram="search",
        in_order=True,
    )


def _subtitle(ask: Ask, places: int, open_now: int) -> str:
    words = ask.words
    if not places:
        return words.say("0 places match.")
    listed = words.count("{n} place.", "{n} places.", places)
    now = words.count("{n} is open now.", "{n} are open now.", open_now) if open_now else words.say("None is open now.")
    return f"{listed} {now}"


def _empty(ask: Ask, toggled: Toggled) -> Empty:
    say, on = ask.words.say, ask.session.toggles
    why = (
        say("Nothing here is {choices}.", choices=without_words(ask, on)) if on else say("We know of nothing here yet.")
    )
    lift = tuple(lifted_words(ask, each) for each in toggled.lifts[:2])
    if not lift and on:
        from kiosk.pages.route import Act

        lift = (Choice(go=Act("toggles-off"), label=say("Turn all choices off")),)
    return Empty(
        why=why,
        turn=say("Turn one choice off to see more:") if lift else "",
        lift=lift,
        ask=say("Or ask a person."),
        ask_words=ask_person(ask),
        person=Choice(go=Route("person-now"), label=say("A person now")),
    )


def _texts(kept: Kept) -> tuple[Mapping[str, str], ...]:
    return kept.listing.name, kept.listing.description
