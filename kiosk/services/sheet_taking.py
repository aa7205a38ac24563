"""What the rows of a sheet would change, listing by listing, and taking them in as one change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kiosk.domain.kept import Edit, Kept
from kiosk.domain.listing import Listing
from kiosk.domain.tree import same
from kiosk.services.editing import Editing
from kiosk.services.keeper import Keeper


def pairs(keeper: Keeper, editing: Editing, edits: Iterable[Edit]) -> Iterator[tuple[Kept | None, Listing | None]]:
    """Each listing that a row changes: as it stands, and as it would be."""
    for edit in edits:
        if edit.content is None or isinstance(edit.content, Listing):
            continue  # a sheet deletes nothing, and brings JSON objects
        standing = keeper.get(edit.id) if edit.rev else None
        if standing is None or not same(keeper.document(standing), edit.content):
            yield standing, editing.draft(edit.content)
