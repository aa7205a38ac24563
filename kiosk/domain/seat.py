"""A seat: one screen that is open now, at the desk or in the lobby, whose it is and what it has open."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from kiosk.domain.values import dataclass

SeatKind = Literal["desk", "lobby"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One screen. A lobby's never says what is looked at there."""

    kind: SeatKind = "desk"
    by: str = ""
    listing: str = ""
    """The id of the listing that is open to be written; empty for none."""
    since: datetime | None = None
    """Since when that listing is open (aware)."""
    answers: bool = True
    """It gave a sign of life lately: a lobby that does not may hang."""
