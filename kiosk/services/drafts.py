"""Where one window of the desk keeps what is typed into one listing: two windows of one person keep two drafts.

A draft names the window that writes it. While that window is open no other one writes over it or goes on with it;
once it is gone, its draft is offered to whoever of the same name opens the listing next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kiosk.domain.text import fold
from kiosk.services.desk import Desk

DRAFTS = "drafts"
MOST = 20
"""Drafts of one listing by one person; of more windows the last ones share one."""
_UNSAFE = re.compile(r"[^a-z0-9_.@-]+")
Note = Mapping[str, object]


class Draft:
    """One window's draft of one listing; of a new one where `id` is empty."""

    def __init__(self, desk: Desk, id: str) -> None:
        self._notes = desk.notes
        self._presence = desk.presence
        self._first = f"{id or 'new'}.{_UNSAFE.sub('-', fold(desk.who.name)) or 'somebody'}"[:95]
        self._name = ""
        """The note that this window found or wrote."""

    def find(self) -> Note | None:
        """The draft to go on with: this window's own, else one whose window is gone. None when there is none."""
        found = [(name, note) for name, note in self._all() if self._may_take(note)]
        own = [each for each in found if each[1].get("seat") == self._presence.token]
        self._name, note = next(iter(own or found), ("", None))
        return note

    def keep(self, note: Note) -> None:
        """Keep what is typed, over no other window's draft. `NotSaved` when the disk does not take it."""
        if not self._name or not self._may_take(self._notes.read(DRAFTS, self._name)):
            taken = {name for name, other in self._all() if not self._is_own(other)}
            self._name = next((name for name in self._names() if name not in taken), self._name or self._first)
        self._notes.write(DRAFTS, self._name, {**note, "seat": self._presence.token})

    def forget(self) -> None:
        """Let it go: it was saved, or given up on purpose. Another window's stays."""
        if self._name and self._may_take(self._notes.read(DRAFTS, self._name)):
            self._notes.remove(DRAFTS, self._name)
        self._name = ""

    def _all(self) -> Iterator[tuple[str, Note]]:
        """The drafts that there are of this listing by this person."""
        there = set(self._notes.names(DRAFTS))
        for name in self._names():
            note = self._notes.read(DRAFTS, name) if name in there else None
            if note is not None:
                yield name, note

    def _names(self) -> Iterator[str]:
        yield self._first
        yield from (f"{self._first}.{number}" for number in range(2, MOST + 1))

    def _may_take(self, note: Note | None) -> bool:
        """Whether a draft is this window's, or that of one that is gone."""
        return note is None or self._is_own(note) or not self._presence.is_open(str(note.get("seat", "")))

    def _is_own(self, note: Note) -> bool:
        return note.get("seat") == self._presence.token
