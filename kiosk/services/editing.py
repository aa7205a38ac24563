"""Changing listings: add from JSON documents, save, delete. Everything is cleaned and checked on the way in."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from kiosk.domain.kept import Document, Saved
from kiosk.domain.listing import Listing


class Editing:
    """What staff do to listings; the desk and the command line share it."""

    def add(self, docs: Iterable[Document], by: str) -> list[Saved]:
        """Keep new listings: all of them or none. `Refused` names the first listing and field that is wrong."""
        raise NotImplementedError

    def add_json(self, text: bytes, by: str) -> list[Saved]:
        """As `add`, from a file's bytes: one JSON object or an array of them."""
        raise NotImplementedError

    def save(self, listing: Listing, rev: str, by: str) -> Saved:
        """Keep a changed listing in place of the revision it started from."""
        raise NotImplementedError

    def delete(self, id: str, rev: str, by: str) -> Saved:
        """Take a listing away."""
        raise NotImplementedError
