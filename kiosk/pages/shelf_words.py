"""Of which things there is some today, as staff last said, with the day it was said; nothing when nobody knows."""

from __future__ import annotations

from kiosk.domain.kept import Kept
from kiosk.pages.fit import capital, sentence
from kiosk.pages.parts import Fact
from kiosk.pages.reader import Ask
from kiosk.services.shelf import STATES, OnShelf


def on_shelf(ask: Ask, kept: Kept) -> Fact | None:
    """A line for each thing that the listing gives out: `Diapers: few left, said today.`"""
    things = ask.center.shelf.of(kept, ask.now)
    if not things:
        return None
    text = tuple(of_thing(ask, each) for each in things)
    short = sentence(capital(_left(ask, things[0]))) if len(things) == 1 else "\n".join(text)
    return Fact(name=ask.words.say("Shelf"), text=text, short=short)


def of_thing(ask: Ask, each: OnShelf) -> str:
    """`Diapers: few left, said today.`"""
    return sentence(capital(_named(ask, each)))


def shelf_left(ask: Ask, kept: Kept) -> str:
    """For a row of a list: `few left, said today`; of several things the one that is scarcest, with its name."""
    things = ask.center.shelf.of(kept, ask.now)
    if not things:
        return ""
    scarcest = max(things, key=scarceness)
    return _named(ask, scarcest) if len(things) > 1 else _left(ask, scarcest)


def scarceness(each: OnShelf) -> int:
    """How much it matters to who comes for it: out above low above in."""
    return STATES.index(each.state) if each.state is not None else -1


def _named(ask: Ask, each: OnShelf) -> str:
    return f"{ask.words.pick(each.thing.name)}: {_left(ask, each)}"


def _left(ask: Ask, each: OnShelf) -> str:
    say = ask.words.say
    day = ask.words.said(each.at.date(), ask.today) if each.at is not None else ""
    if each.state == "out":
        return say("none left, said {day}", day=day)
    return say("few left, said {day}", day=day) if each.state == "low" else say("some here, said {day}", day=day)
