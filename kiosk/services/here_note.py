"""The roles that the desk added to those of the settings, as they stand in the note of who is in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kiosk.domain.clock_time import minutes
from kiosk.domain.errors import Refused
from kiosk.domain.listing import WEEK
from kiosk.domain.settings import StaffHours
from kiosk.domain.text import clean_text, fold
from kiosk.services.noted import Said

MOST = 24
"""Roles, those of the settings with those that the desk added: a letter each."""
LONGEST = 40
"""Signs of a role's name and of a room's."""


def key_of(staff: StaffHours) -> str:
    """What a role is noted under: what it is called, and its room."""
    return f"{fold(staff.role.get('en') or next(iter(staff.role.values()), ''))}/{staff.room}"


def staff_in(said: Said) -> Iterator[StaffHours]:
    """The roles of a note; what is none is left out."""
    rows = said.get("staff")
    for row in rows if isinstance(rows, list) else ():
        staff = _read(row)
        if staff is not None:
            yield staff


def noted_staff(staff: StaffHours) -> dict[str, object]:
    """A role as it is noted."""
    return {
        "role": dict(staff.role),
        "room": staff.room,
        "days": list(staff.days),
        "opens_at": staff.opens_at,
        "closes_at": staff.closes_at,
        "languages": list(staff.languages),
    }


def cleaned(staff: StaffHours) -> StaffHours:
    """A role as it may be kept. `Refused` for one without a name, with too long a one, or with times that are none."""
    role = {code: " ".join(clean_text(text).split()) for code, text in staff.role.items()}
    role = {code: text for code, text in role.items() if text}
    room = " ".join(clean_text(staff.room).split())
    if not role or any(len(text) > LONGEST for text in (*role.values(), room)):
        said = f"A role needs a name of at most {LONGEST} letters, and so does its room. Nothing was changed."
        raise Refused(said).coded("role-length", n=LONGEST)
    times = (staff.opens_at, staff.closes_at)
    if any(times) and not all(minutes(each) is not None for each in times):
        raise Refused("These are no hours. Nothing was changed. Write them as Mon to Fri 8 to 4.").coded("no-hours")
    return StaffHours(
        role=role, room=room, days=staff.days, opens_at=staff.opens_at, closes_at=staff.closes_at,
        languages=staff.languages,
    )  # fmt: skip


def _read(row: object) -> StaffHours | None:
    if not isinstance(row, Mapping) or not isinstance(row.get("role"), Mapping):
        return None
    role = {str(code): clean_text(str(text)) for code, text in row["role"].items()}
    days = _list(row.get("days"))
    staff = StaffHours(
        role=role,
        room=clean_text(str(row.get("room", ""))),
        days=tuple(day for day in WEEK if day in days),
        opens_at=str(row.get("opens_at", "")),
        closes_at=str(row.get("closes_at", "")),
        languages=tuple(map(str, _list(row.get("languages")))),
    )
    try:
        return cleaned(staff)
    except Refused:
        return None


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else []
