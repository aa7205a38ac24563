"""What editing asks of the store: reading one listing, changing some, and going back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Literal, Protocol

from kiosk.domain.kept import Document, Edit, Kept, Moment, Question, Saved
from kiosk.domain.listing import Listing

Take = Literal["mine", "theirs"]
"""How a question is decided: what came later, or what stands."""


class Keeper(Protocol):
    """The listings of one school. Each change of them is kept whole or not at all."""

    def get(self, id: str) -> Kept:
        """The listing that stands with this id or number, or `NoSuch`."""

    def id_of(self, ref: str) -> str:
        """The id of the listing that stands or stood with this id or number, or `NoSuch`."""

    def origin(self, id: str, rev: str) -> dict[str, object]:
        """A listing as it was at one of its revisions, or `NoSuch`."""

    def document(self, kept: Kept) -> dict[str, object]:
        """A listing as a JSON object."""

    def draft(self, content: Listing | Document) -> Listing:
        """The listing as it would be kept; `BadListing` says what is wrong with it."""

    def documents(self, text: bytes) -> list[Document]:
        """The JSON objects in a file's bytes."""

    def batch(self, edits: Iterable[Edit], by: str, why: str = "set") -> list[Saved]:
        """All of the edits or none."""

    def revise(self, ref: str, wish: Callable[[Document], Document], by: str) -> Saved:
        """What `wish` makes of a listing as it stands, with nobody else's change between."""

    def undo(self, id: str, by: str) -> Saved:
        """A listing as it was before its last change."""

    def questions(self) -> list[Question]:
        """What two people changed differently."""

    def answer(self, question: Question, take: Take, by: str) -> Saved:
        """One of them decided."""

    def moments(self) -> Iterator[Moment]:
        """The changes that everything can be restored to, newest first."""

    def restore(self, when: int | datetime | Path, by: str) -> list[Saved]:
        """Every listing as it was then."""
