"""The shelf: of a few things families come for, whether there are any today, as staff last said by one key.

What nobody has said for a day is not known, and families are not told it.
"""

from __future__ import annotations

from datetime import UTC, datetime

from kiosk.domain.errors import NoSuch, Refused
from kiosk.domain.kept import Kept
from kiosk.domain.listing import LocalText
from kiosk.domain.settings import SHELF_LONGEST, ShelfThing
from kiosk.domain.text import clean_text
from kiosk.services.noted import Noted, Said
from kiosk.services.shelf_note import (
    MOST,
    STATES,
    OnShelf,
    ShelfState,
    Word,
    added,
    as_list,
    key_in,
    key_of,
    thing_in,
    words_in,
    words_of,
)

__all__ = ["STATES", "OnShelf", "Shelf", "ShelfState"]


class Shelf:
    """The things of the settings, then those that the desk added."""

    def __init__(self, things: tuple[ShelfThing, ...], noted: Noted) -> None:
        self._things = things[:MOST]
        self._noted = noted
        self._read: tuple[Said, tuple[Word, ...], dict[str, tuple[Word, ...]]] | None = None

    def now(self, now: datetime) -> tuple[OnShelf, ...]:
        """Everything on the shelf, for the desk."""
        return tuple(word.at_moment(now) for word in self._words()[0])

    def of(self, kept: Kept, now: datetime) -> tuple[OnShelf, ...]:
        """What families are told of the things a listing gives out; nothing when nothing is known."""
        by_listing = self._words()[1]
        words = (*by_listing.get(kept.id, ()), *by_listing.get(str(kept.number or ""), ()))
        return tuple(each for each in (word.at_moment(now) for word in words) if each.is_known)

    def changed(self) -> bool:
        """Whether somebody said something new: one `stat`."""
        return self._noted.changed()

    def refresh(self) -> None:
        """Read what was said since."""
        self._words()

    def note(self, key: str, state: ShelfState, by: str, now: datetime) -> None:
        """Somebody says it: families see it at once."""
        self._find(key)
        word = {"state": state, "at": now.astimezone(UTC).isoformat(timespec="seconds"), "by": by}
        self._noted.change(by, lambda said: {**said, "said": {**words_of(said), key: word}})

    def turn(self, key: str, by: str, now: datetime) -> ShelfState:
        """The next state, by one key: in, low, out, in again. After a day it begins with in."""
        found = self._find(key).at_moment(now)
        known = found.state if found.is_known else None
        state = STATES[(STATES.index(known) + 1) % len(STATES)] if known is not None else STATES[0]
        self.note(key, state, by, now)
        return state

    def last_by(self) -> str:
        """Whose the last word is; empty when nobody knows."""
        return self._noted.last_by()

    def undo(self, by: str) -> None:
        """What was said before the last key; once more brings it back."""
        self._noted.undo(by)

    def add(self, listing: str, name: LocalText, by: str) -> str:
        """Put a thing on the shelf, given out by a listing (its id or number). Its key."""
        clean = {code: " ".join(clean_text(text).split()) for code, text in name.items()}
        thing = ShelfThing(listing=listing, name={code: text for code, text in clean.items() if text})
        key = key_of(thing)
        if not thing.name or any(len(text) > SHELF_LONGEST for text in thing.name.values()):
            said = f"A thing needs a name of at most {SHELF_LONGEST} letters. Nothing was changed."
            raise Refused(said).coded("name-length", n=SHELF_LONGEST)
        if any(word.key == key for word in self._words()[0]):
            raise Refused("This is on the shelf already. Nothing was changed.").coded("here-already")
        if len(self._words()[0]) >= MOST:
            said = f"The shelf has room for {MOST} things. Nothing was changed. Take one off first."
            raise Refused(said).coded("no-room", n=MOST)
        thing_added = {"listing": thing.listing, "name": dict(thing.name)}
        self._noted.change(by, lambda said: {**said, "things": [*as_list(said.get("things")), thing_added]})
        return key

    def drop(self, key: str, by: str) -> None:
        """Take a thing off that the desk put on the shelf; what the settings name is taken off there."""
        if all(key != key_of(thing) for thing in added(self._noted.now())):
            self._find(key)
            said = "The settings put this on the shelf. Nothing was changed. Take it off in settings.toml."
            raise Refused(said).coded("in-settings")

        def make(said: Said) -> Said:
            things = [each for each in as_list(said.get("things")) if thing_in(each) is None or key != key_in(each)]
            words = {other: word for other, word in words_of(said).items() if other != key}
            return {**said, "things": things, "said": words}

        self._noted.change(by, make)

    def _find(self, key: str) -> Word:
        for word in self._words()[0]:
            if word.key == key:
                return word
        raise NoSuch(f"There is no “{key}” on the shelf. Nothing was changed.").coded("gone-here", name=key)

    def _words(self) -> tuple[tuple[Word, ...], dict[str, tuple[Word, ...]]]:
        """All of it as it was last said, and the same by listing; worked out again only when it changed."""
        said = self._noted.now()
        if self._read is None or self._read[0] is not said:
            words = tuple(words_in(said, self._things))
            by_listing: dict[str, tuple[Word, ...]] = {}
            for word in words:
                by_listing[word.thing.listing] = (*by_listing.get(word.thing.listing, ()), word)
            self._read = said, words, by_listing
        return self._read[1], self._read[2]
