"""The Center: one school's services together, as wiring builds them and every page asks them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from kiosk.domain.calendar import SchoolCalendar
from kiosk.domain.settings import Settings
from kiosk.domain.values import dataclass
from kiosk.services.directory import Directory
from kiosk.services.people import People
from kiosk.services.search import Search

if TYPE_CHECKING:
    from kiosk.words import Words
    from kiosk.words.content import Content


@dataclass(frozen=True, slots=True, kw_only=True)
class Center:
    """Everything a page may ask."""

    settings: Settings
    calendar: SchoolCalendar | None
    zone: ZoneInfo
    directory: Directory
    search: Search
    people: People
    content: Content
    words_for: Callable[[str], Words]
    """A language code -> its words."""

    def warm(self, now: datetime) -> None:
        """Read ahead all that a touch would wait for in a very large directory; made for a thread in the background.

        Worth calling again now and then: openings change as the day goes on.
        """
        self.directory.warm(now)
        self.search.warm()
