"""What somebody else saved while a listing was being written: beside mine, and settled before mine is saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from kiosk.domain.differences import Difference, differences
from kiosk.domain.kept import Document, Kept
from kiosk.domain.merge import Conflict, Merged, merge
from kiosk.domain.paths import with_value
from kiosk.domain.values import dataclass
from kiosk.services.desk import Desk
from kiosk.services.form import Form

Side = Literal["mine", "theirs"]


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """The listing that stands now, and how it differs from what the form began with.

    `clashes` are the places that both changed, differently; `theirs` those that only they changed.
    """

    kept: Kept
    clashes: tuple[Conflict, ...]
    theirs: tuple[Difference, ...]


def meanwhile(desk: Desk, form: Form) -> Meanwhile | None:
    """What came between; None when nothing did, or when the listing was deleted: then saving asks."""
    kept = desk.records.load().get(form.id) if form.id else None
    if kept is None or kept.rev == form.rev:
        return None
    stands = desk.records.document(kept)
    clashes = _merged(form, stands).conflicts
    theirs = [each for each in differences(form.base, stands) if not any(_about(each.path, one) for one in clashes)]
    return Meanwhile(kept, clashes, tuple(theirs))


def settle(desk: Desk, form: Form, between: Meanwhile, takes: Mapping[str, Side]) -> None:
    """Go on writing from what stands now, with mine put into it: each clash as it was decided, by its field.

    The form's draft is what both come to. Nothing is saved; `undo` in the form takes it back.
    """
    stands = desk.records.document(between.kept)
    doc: Document = _merged(form, stands).doc or {}
    for clash in between.clashes:
        if takes.get(clash.field, "mine") == "mine":
            doc = with_value(doc, clash.field, clash.mine)
    form.base, form.rev = stands, between.kept.rev
    gone = dict.fromkeys(form.doc)
    form.put({**gone, **doc})


def _merged(form: Form, stands: Document) -> Merged:
    return merge(form.base, form.doc, stands)


def _about(path: str, clash: Conflict) -> bool:
    return path == clash.field or path.startswith((f"{clash.field}.", f"{clash.field}["))
