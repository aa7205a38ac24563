"""The Desk: what staff can ask and do, as wiring builds it and every staff screen is given it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kiosk.domain.kept import Altered, Damage, Kept, Moment, Question, Snapshot, Version
from kiosk.domain.values import dataclass
from kiosk.services.center import Center
from kiosk.services.editing import Editing
from kiosk.services.opened import OpenedListings
from kiosk.services.presence import Presence
from kiosk.services.who import Role as Role
from kiosk.services.who import Who as Who

if TYPE_CHECKING:
    from kiosk.domain.calendar import SchoolCalendar
    from kiosk.domain.feed import Feed
    from kiosk.school_file import SchoolProblem
    from kiosk.services.all_languages import Speeches
    from kiosk.services.luggage import Luggage
    from kiosk.services.school_settings import SchoolSettings
    from kiosk.services.school_year import SchoolYear
    from kiosk.services.snow_day import SnowDay


class Records(Protocol):
    """What the desk asks of the store, beside changing listings."""

    def load(self) -> Snapshot:
        """All listings now."""

    def changed(self) -> bool:
        """Whether there is something new to load: one `stat`."""

    def told(self) -> Sequence[str]:
        """Sentences for staff: damage and what was kept, a network drive, a disk that is nearly full."""

    def get(self, id: str) -> Kept:
        """One listing by id or number; `NoSuch` when there is none."""

    def document(self, kept: Kept) -> dict[str, object]:
        """A listing as a JSON object."""

    def history(self, id: str) -> Iterator[Version]:
        """The revisions of a listing, newest first."""

    def altered(self, id: str) -> Iterator[Altered]:
        """The same, each with the listing before and after it."""

    def questions(self) -> list[Question]:
        """What two people changed differently."""

    def moments(self) -> Iterator[Moment]:
        """The changes that everything can be restored to, newest first."""

    def backup(self, file: Path) -> None:
        """Write one file that restores everything."""

    def check(self) -> Iterator[Damage]:
        """Everything that is wrong in the files."""


class Notebook(Protocol):
    """Small notes beside the listings: drafts, the shelf, who is in, who is at the desk."""

    def read(self, folder: str, name: str) -> dict[str, object] | None:
        """A note, None when there is none."""

    def names(self, folder: str) -> list[str]:
        """The names of a folder's notes."""

    def all(self, folder: str) -> Iterator[tuple[str, dict[str, object]]]:
        """Every note of a folder."""

    def write(self, folder: str, name: str, note: Mapping[str, object]) -> None:
        """Keep a note, durably."""

    def remove(self, folder: str, name: str) -> None:
        """Let a note go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Everything a staff screen may ask or do."""

    center: Center
    editing: Editing
    records: Records
    notes: Notebook
    who: Who
    school_year: Callable[[], SchoolYear]
    """The school's calendar, as staff change it."""
    snow_day: Callable[[], SnowDay]
    """Today as a snow day."""
    speeches: Callable[[], Speeches]
    """The words of each language the school offers, for what is written down for families."""
    read_feed: Callable[[str, SchoolCalendar], Feed]
    """The events of a school's calendar file, by its path, in a school year."""
    wrong: Callable[[], Sequence[SchoolProblem]]
    """What is wrong in the school's own files."""
    opened: OpenedListings
    """How often each listing was opened in the lobby, a count a day."""
    presence: Presence
    """Who else is at the desk."""
    changed: Callable[[], bool]
    """Whether there is anything new to show: listings, the school's calendar, what staff say by one key."""
    luggage: Callable[[], Luggage]
    """The listings as they travel: sticks, bundles, backups."""
    settings: Callable[[], SchoolSettings]
    """The school's settings, as staff change them."""
    clock: Callable[[], datetime]
    """What time it is at school."""
