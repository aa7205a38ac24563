"""The shelf's note: what was last said of each thing, and when; and what that is worth at a moment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Literal

from kiosk.domain.settings import SHELF_MOST, ShelfThing
from kiosk.domain.text import clean_text, fold
from kiosk.domain.values import dataclass
from kiosk.services.noted import Said

ShelfState = Literal["in", "low", "out"]
STATES: tuple[ShelfState, ...] = ("in", "low", "out")
"""One key goes through them, round and round."""
GOOD_FOR = 24 * 60 * 60
"""Seconds that a word holds."""
AHEAD = 5 * 60
"""Seconds that another machine's clock may be ahead."""
MOST = SHELF_MOST


@dataclass(frozen=True, slots=True)
class OnShelf:
    """One thing, and what was last said of it. `state` is None when nobody ever said."""

    key: str
    thing: ShelfThing
    state: ShelfState | None = None
    at: datetime | None = None
    """When it was said, at school."""
    by: str = ""
    is_known: bool = False
    """It was said less than a day ago: families are told it."""


@dataclass(frozen=True, slots=True)
class Word:
    """A thing and the last word on it, whenever that was."""

    key: str
    thing: ShelfThing
    state: ShelfState | None = None
    at: datetime | None = None
    by: str = ""

    def at_moment(self, now: datetime) -> OnShelf:
        """What that is worth now."""
        if self.at is None:
            return OnShelf(self.key, self.thing)
        age = now.timestamp() - self.at.timestamp()
        at = min(self.at, now).astimezone(now.tzinfo)
        return OnShelf(self.key, self.thing, self.state, at, self.by, is_known=-AHEAD <= age < GOOD_FOR)


def key_of(thing: ShelfThing) -> str:
    """What a thing is noted under: its listing and its name."""
    return f"{thing.listing}/{fold(thing.name.get('en') or next(iter(thing.name.values()), ''))}"


def words_in(said: Said, things: tuple[ShelfThing, ...]) -> Iterator[Word]:
    """Each thing of the settings and of the note, with the last word on it."""
    words = words_of(said)
    every = {key_of(thing): thing for thing in (*things, *added(said))}
    for key, thing in list(every.items())[:MOST]:
        word = words.get(key)
        state = next((each for each in STATES if isinstance(word, Mapping) and word.get("state") == each), None)
        at = _moment(word.get("at")) if isinstance(word, Mapping) else None
        if state is None or at is None or not isinstance(word, Mapping):
            yield Word(key, thing)
        else:
            yield Word(key, thing, state, at, str(word.get("by", "")))


def added(said: Said) -> Iterator[ShelfThing]:
    """The things that the desk put on the shelf."""
    for each in as_list(said.get("things")):
        thing = thing_in(each)
        if thing is not None:
            yield thing


def thing_in(document: object) -> ShelfThing | None:
    """A thing as it is noted; None when it is none."""
    if not isinstance(document, Mapping) or not isinstance(document.get("name"), Mapping):
        return None
    name = {str(code): clean_text(str(text)) for code, text in document["name"].items()}
    return ShelfThing(listing=str(document.get("listing", "")), name=name)


def key_in(document: object) -> str:
    """The key of a thing as it is noted; empty when it is none."""
    thing = thing_in(document)
    return key_of(thing) if thing is not None else ""


def words_of(said: Said) -> dict[str, object]:
    """The words of a note by the key of their thing."""
    words = said.get("said")
    return dict(words) if isinstance(words, Mapping) else {}


def as_list(value: object) -> list[object]:
    """A list, empty for what is none."""
    return list(value) if isinstance(value, list) else []


def _moment(written: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(written))
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
