"""Who does something, and what they may: the value that every change at the desk and the command line carries."""

from __future__ import annotations

from typing import Literal

from kiosk.domain.errors import NotSaved
from kiosk.domain.values import dataclass

Role = Literal["reader", "liaison", "admin"]
"""Who may look, who may change listings, who may change settings and people."""
ROLES: tuple[Role, ...] = ("reader", "liaison", "admin")


@dataclass(frozen=True, slots=True)
class Who:
    """The person at the desk: the Unix account over SSH, or who gave a PIN at the lobby."""

    name: str
    role: Role = "liaison"

    @property
    def may_change(self) -> bool:
        """Whether listings, the calendar and the shelf may be changed."""
        return self.role != "reader"

    @property
    def may_manage(self) -> bool:
        """Whether settings and people may be changed."""
        return self.role == "admin"

    def must_change(self) -> None:
        """`NotSaved`, with a sentence, for somebody who may only look."""
        if not self.may_change:
            said = f"“{self.name}” may look, and not change anything. Nothing was changed. Ask an admin."
            raise NotSaved(said).coded("may-look", who=self.name)

    def must_manage(self) -> None:
        """`NotSaved`, with a sentence, for somebody who may not change settings and people."""
        if not self.may_manage:
            said = f"“{self.name}” may not change the settings. Nothing was changed. Ask an admin."
            raise NotSaved(said).coded("may-not-manage", who=self.name)
