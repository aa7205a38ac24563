"""Hard cases of hours as a table to read: what the listing says, what the school says, when, and the answer.

An answer is `open until T`, `open always`, `closed, next T`, `appointment`, `unknown`; `over` when it will not open
again; then its reason in brackets. Times in New York have no offset, others have.
"""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from kiosk.domain.calendar import SchoolCalendar
from kiosk.domain.listing import Listing
from kiosk.domain.opening import Opening, opening_at
from tests.domain.hours import NEW_YORK, at


@dataclass(frozen=True)
class Case:
    """A listing and its school, and the answers it must give: moment -> answer."""

    name: str
    of: Listing
    answers: dict[str, str]
    calendar: SchoolCalendar | None = None
    zone: ZoneInfo = NEW_YORK


def answer(opening: Opening) -> str:
    """An opening in one line."""
    parts: list[str] = [opening.state]
    if opening.state == "open":
        parts = [f"open until {opening.until:%Y-%m-%dT%H:%M%z}" if opening.until else "open always"]
    elif opening.next:
        parts += [f"next {opening.next:%Y-%m-%dT%H:%M%z}"]
    elif opening.next_day:
        parts += [f"next {opening.next_day}"]
    parts += ["over"] if opening.ended else []
    return ", ".join(parts).replace("-0500", "").replace("-0400", "") + (
        f" ({opening.reason['en']})" if opening.reason else ""
    )


def check(case: Case) -> None:
    """Ask for every moment of the case, and compare all answers at once."""
    got = {when: answer(opening_at(case.of, at(when, case.zone), case.calendar, case.zone)) for when in case.answers}
    assert got == case.answers
