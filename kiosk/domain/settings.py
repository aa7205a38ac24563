"""What a school sets once: its name, zone, region, languages, people and times."""

from __future__ import annotations

from dataclasses import field
from datetime import datetime
from typing import Literal

from kiosk.domain.clock_time import span
from kiosk.domain.listing import LocalText
from kiosk.domain.values import dataclass

SupportState = Literal["here", "another-school", "partner", "ask"]
Theme = Literal["day", "night"]
TextSize = Literal["normal", "large"]
SHELF_MOST, SHELF_LONGEST = 40, 60
"""Things on the shelf, and signs of the name of one."""
MOST_MIB = 1024 * 1024
"""The largest size that may be set: more than any disk here has."""


def _none() -> dict[str, str]:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffHours:
    """When a role is at its room: a person by what they do, never by name."""

    role: LocalText
    room: str = ""
    days: tuple[str, ...] = ("MO", "TU", "WE", "TH", "FR")
    opens_at: str = ""
    closes_at: str = ""
    languages: tuple[str, ...] = ()
    phone: str = ""
    directions: LocalText = field(default_factory=_none)
    """Steps in words from the kiosk, one sentence each."""
    accessibility: LocalText = field(default_factory=_none)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfThing:
    """A thing of which there is some or none today, such as diapers: what it is, and the listing that gives it out."""

    listing: str
    """An id or a number."""
    name: LocalText


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardLine:
    """A plain line for the neutral board: lunch, an event. `on` is a date (ISO 8601) or a weekday (`MO`)."""

    on: str
    label: LocalText
    text: LocalText


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """How much is kept beside the listings themselves, in MiB."""

    journal_mib: int = 4
    """The newest changes, before they are folded into the listings' file."""
    history_mib: int = 64
    """Older changes: how far `history`, `undo` and `restore` reach."""
    quarantine_mib: int = 32
    """Bytes that could not be read."""
    disk_mib: int = 100
    """Staff are told when less room than this is left on the disk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One school. Times of rest are seconds."""

    school: str
    zone: str = "America/New_York"
    region: str = "US"
    """ISO 3166-2 (`US-CT`) or ISO 3166-1 (`US`)."""
    languages: tuple[str, ...] = ("en", "es")
    sample: bool = False
    theme: Theme = "day"
    night_from: str = ""
    """From this time on (`18:00`) the night look is shown, until `night_to`."""
    night_to: str = ""
    text_size: TextSize = "normal"
    """The size that each visit starts in."""
    tiles: tuple[str, ...] = ()
    """The order of the tiles on Home, by id; those it does not name follow as they ship."""
    attract: tuple[LocalText, ...] = ()
    """What the first screen asks, each for a minute; its own words when empty."""
    quiet_from: str = ""
    """From this time on an unused screen is dark, until `quiet_to`."""
    quiet_to: str = ""
    office_room: str = ""
    """The room named where nobody else is in; `Office` in words when empty."""
    office: StaffHours | None = None
    staff: tuple[StaffHours, ...] = ()
    supports: dict[str, SupportState] = field(default_factory=dict)
    support_rooms: dict[str, str] = field(default_factory=dict)
    board: tuple[BoardLine, ...] = ()
    shelf: tuple[ShelfThing, ...] = ()
    """What staff say is in, low or out, by one key each."""
    store: Keeping = field(default_factory=Keeping)
    idle: int = 90
    idle_warning: int = 30
    idle_long: int = 180
    """Help-now and code pages, and every page after one extension."""
    idle_staff: int = 300
    """The desk at the lobby, before it goes back to the public side."""

    def look_at(self, now: datetime) -> Theme:
        """Day or night, as it is to be at this moment."""
        return "night" if _is_between(self.night_from, self.night_to, now) else self.theme

    def is_quiet_at(self, now: datetime) -> bool:
        """Whether an unused screen is to be dark at this moment."""
        return _is_between(self.quiet_from, self.quiet_to, now)


def _is_between(begins: str, ends: str, now: datetime) -> bool:
    """Whether the clock on the wall is in a span of each day, over midnight or not."""
    hours = span(begins, ends)
    if hours is None:
        return False
    at = now.hour * 60 + now.minute
    return hours.start <= at < hours.end or hours.start <= at + 24 * 60 < hours.end
