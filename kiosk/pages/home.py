"""Home: six pictures, and the day's notice when there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.needs import Need
from kiosk.domain.values import dataclass
from kiosk.pages.frame import frame
from kiosk.pages.no_school_days import notice
from kiosk.pages.parts import Choice, Page
from kiosk.pages.reader import Ask
from kiosk.pages.route import Route
from kiosk.pages.tiles import need_tile

if TYPE_CHECKING:
    from kiosk.words.content import Content

SUPPORTS, WALK = "supports", "walk"
"""The tiles of Home that are no need."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage(Page):
    """Six tiles with pictures, then Search, Today and My list."""

    notice: Choice | None
    """Only when true, such as a day without school ahead: its state label and a question."""
    tiles: tuple[Choice, ...]
    actions: tuple[Choice, ...]


def home_page(ask: Ask) -> HomePage:
    """What would help today? The tiles of the needs tree, then the school's supports and the guided walk."""
    say = ask.words.say
    return HomePage(
        route=ask.route,
        frame=frame(ask),
        title=say("What would help today?"),
        subtitle=say("Touch one."),
        notice=notice(ask),
        tiles=_tiles(ask),
        actions=(
            Choice(go=Route("search"), label=say("Search"), pictogram="search"),
            Choice(go=Route("today"), label=say("Today"), pictogram="calendar"),
            Choice(go=Route("my-list"), label=_my_list(ask), pictogram="list"),
        ),
    )


def tile_ids(content: Content) -> tuple[str, ...]:
    """The tiles there are, as they ship."""
    return (*(need.id for need in content.needs_under("")), SUPPORTS, WALK)


def tile_order(ask: Ask) -> tuple[str, ...]:
    """The tiles by id, in the school's order; those it does not name follow as they ship."""
    shipped = tile_ids(ask.center.content)
    named = tuple(id for id in dict.fromkeys(ask.center.settings.tiles) if id in shipped)
    return (*named, *(id for id in shipped if id not in named))


def _tiles(ask: Ask) -> tuple[Choice, ...]:
    needs = {need.id: need for need in ask.center.content.needs_under("")}
    own = {SUPPORTS: _supports, WALK: _walk}
    return tuple(own[id](ask) if id in own else _tile(ask, needs[id]) for id in tile_order(ask))


def _tile(ask: Ask, need: Need) -> Choice:
    return need_tile(ask, need, go=Route("needs", need.id))


def _my_list(ask: Ask) -> str:
    held = len(ask.session.my_list)
    return ask.words.say("My list ({n})", n=held) if held else ask.words.say("My list")


def _supports(ask: Ask) -> Choice:
    kinds = len(ask.center.content.supports)
    return Choice(
        go=Route("supports"),
        label=ask.words.say("How school can help"),
        big=ask.words.context("big", "School"),
        note=ask.words.count("{n} kind of help", "{n} kinds of help", kinds),
        pictogram="school",
    )


def _walk(ask: Ask) -> Choice:
    from kiosk.pages.walking import walk_of

    asked = walk_of(ask).asked(ask.session.answers)
    return Choice(
        go=Route("walk"),
        label=ask.words.say("Help me choose"),
        big=ask.words.context("big", "Choose"),
        note=ask.words.count("{n} short question", "{n} short questions", len(asked)),
        pictogram="signpost",
    )
