"""The first screen: it says whose it is, what it is for, and starts in any language."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from kiosk.domain.values import dataclass
from kiosk.pages.fit import cells
from kiosk.pages.frame import frame, offered_languages
from kiosk.pages.parts import Choice, Page, silent
from kiosk.pages.place import short_place
from kiosk.pages.reader import Ask
from kiosk.pages.route import Act
from kiosk.pages.spoken import languages_here, someone_speaks

if TYPE_CHECKING:
    from kiosk.services.directory import OnDay


@dataclass(frozen=True, slots=True, kw_only=True)
class AttractPage(Page):
    """`title` is the big question; `subtitle` what there is; one start choice for each language."""

    starts: tuple[Choice, ...]
    """Label `Touch to start`, note the language's own name; `go` is `Act("start", code)`."""
    today_title: str
    today: tuple[str, ...]
    """What is on at this school now, a line each, at most two."""
    pictograms: tuple[str, ...] = silent(())


LINE_CELLS, SMALL_LINE_CELLS = 54, 74
"""One line of today: half of the lobby's width, all of it at 80 columns."""
SIGNS = ("food", "shirt", "house", "bus", "ball", "cross", "talk", "heart")


def attract_page(ask: Ask) -> AttractPage:
    """Need a hand today? One touch starts, in any language that is offered."""
    say = ask.words.say
    return AttractPage(
        route=ask.route,
        frame=frame(ask),
        title=_question(ask),
        subtitle=say("Food, clothes, after school, a clinic, someone to talk to. Free to use. Nothing is saved."),
        starts=tuple(
            Choice(
                go=Act("start", language.code), label=language.touch_to_start, note=language.full_name or language.name
            )
            for language in offered_languages(ask)
        ),
        today_title=say("Today at school"),
        today=_today(ask),
        pictograms=SIGNS,
    )


def _question(ask: Ask) -> str:
    """The school's own messages, each for a minute; else the words that ship."""
    own = ask.center.settings.attract
    return ask.words.pick(own[ask.now.minute % len(own)]) if own else ask.words.say("Need a hand today?")


def _today(ask: Ask) -> tuple[str, ...]:
    """What is open here now, else what comes next; each minute the next two take their turn.

    Nothing while the listings are still being read: the first screen does not wait for them. Where it is read aloud
    it does, when they are few: it is said once.
    """
    center = ask.center
    if not (center.is_read or (ask.size.plain and center.directory.at_hand())):
        return ()
    items = [
        partial(_line, ask, item)
        for item in center.directory.today(ask.today, ask.now)
        if not item.off and item.start is not None and not item.outline.sensitive
    ]
    items += [partial(_spoken, ask, code, until) for code, until in languages_here(ask).items()]
    turn = ask.now.minute * 2 % len(items) if len(items) > 2 else 0
    return tuple(line() for line in (items * 2 if turn else items)[turn : turn + 2])


def _spoken(ask: Ask, code: str, until: datetime) -> str:
    """In its own language where the school offers it: it is for who reads no other."""
    is_offered = any(language.code == code for language in offered_languages(ask))
    return someone_speaks(ask.center.words_for(code) if is_offered else ask.words, code, until)


def _line(ask: Ask, item: OnDay) -> str:
    """With the whole name where there is room for it, else with the short one."""
    listing = item.kept.listing
    names = [ask.words.pick(name) for name in (listing.name, listing.alternate_name)]
    lines = [_named(ask, item, name) for name in names if name]
    room = LINE_CELLS if ask.size.wide and not ask.size.plain else SMALL_LINE_CELLS
    return next((line for line in lines if ask.size.plain or cells(line) <= room), lines[-1])


def _named(ask: Ask, item: OnDay, name: str) -> str:
    where = short_place(ask, item.kept.listing)
    if item.start is not None and item.start > ask.now:
        return ask.words.say("{name}, {place} · at {hour}", name=name, place=where, hour=ask.words.time(item.start))
    if item.end is not None:
        until = ask.words.time(item.end)
        return ask.words.say("{name}, {place} · open until {hour}", name=name, place=where, hour=until)
    return ask.words.say("{name}, {place} · open now", name=name, place=where)
