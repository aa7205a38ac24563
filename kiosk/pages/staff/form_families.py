"""What families will read of a listing that is being written, for the card beside the form."""

from __future__ import annotations

from kiosk.domain.values import dataclass
from kiosk.pages.staff.lines import TextLine, preview_page
from kiosk.pages.staff.parts import StaffAsk
from kiosk.services.form import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilySide:
    """The card: its title, the preview's own lines, and which key shows those that it has no room for."""

    title: str
    lines: tuple[TextLine, ...]
    all_by: str
    """`^F shows all`."""


def family_side(ask: StaffAsk, form: Form) -> FamilySide:
    """The same lines as the preview has."""
    say = ask.words.say
    return FamilySide(title=say("Families will see"), lines=preview_page(ask, form).lines, all_by=say("^F shows all"))
