"""Who reads a page and on what: the question that every page builder answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from kiosk.domain.values import dataclass

if TYPE_CHECKING:
    from kiosk.pages.route import Route
    from kiosk.services.center import Center
    from kiosk.services.session import Session
    from kiosk.words import Words


@dataclass(frozen=True, slots=True)
class Size:
    """The room a front end has. The numbers are those of the two grids every screen is drawn on."""

    columns: int = 120
    rows: int = 33
    large: bool = False
    plain: bool = False
    """Read line by line: nothing is cut for want of room."""

    @property
    def wide(self) -> bool:
        """The lobby's grid (120 x 33); else the form for 80 x 24."""
        return self.plain or (self.columns >= 120 and self.rows >= 33)

    @property
    def list_rows(self) -> int:
        """How many rows of a list fit on one screen."""
        if self.plain:
            return 9
        if not self.wide:
            return 2 if self.large else 4
        return 3 if self.large else 5

    @property
    def code_beside(self) -> int:
        """The largest QR version that fits beside the facts of a listing."""
        return 5 if self.wide else 3

    @property
    def code_alone(self) -> int:
        """The largest QR version on a page that is nearly all code."""
        return 6 if self.wide else 4


@dataclass(frozen=True, slots=True)
class Ask:
    """One question to a page builder: this center, in these words, for this visitor, at this moment, this page."""

    center: Center
    words: Words
    session: Session
    now: datetime
    """Aware, in the school's zone."""
    route: Route
    size: Size
    hurried: bool = False
    """A screen waits for its first page: it leaves out what takes long to know, and is asked for again at once."""

    @property
    def today(self) -> date:
        """The school's own date."""
        return self.now.date()

    def at(self, route: Route) -> Ask:
        """The same visitor asking for another page."""
        return replace(self, route=route)
