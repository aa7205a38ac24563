"""The Center: one school's services together, as wiring builds them and every page asks them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

from kiosk.domain.calendar import CalendarNow, SchoolCalendar
from kiosk.domain.settings import Settings
from kiosk.services.later import Later

if TYPE_CHECKING:
    from kiosk.domain.kept import Snapshot
    from kiosk.services.directory import Directory
    from kiosk.services.help_calls import HelpCalls
    from kiosk.services.here import Here
    from kiosk.services.noted import Noted
    from kiosk.services.people import People
    from kiosk.services.search import Search
    from kiosk.services.shelf import Shelf
    from kiosk.words import Words
    from kiosk.words.content import Content


class SettingsNow(Protocol):
    """The settings of a school, read again when their file changed."""

    def __call__(self) -> Settings:
        """As they are now: the same value while they did not change."""

    def changed(self) -> bool:
        """Whether there is something new to read."""


class Center:
    """Everything a page may ask. A service is made when it is first asked: the first screen needs none."""

    def __init__(
        self,
        *,
        settings: Settings,
        calendar: CalendarNow,
        zone: ZoneInfo,
        content: Content,
        words_for: Callable[[str], Words],
        load: Callable[[], Snapshot],
        noted: Callable[[str], Noted] | None = None,
        follow: SettingsNow | None = None,
        compact: Callable[[], None] = lambda: None,
    ) -> None:
        """`words_for`: a language code -> its words. `load`: the listings as they are now.

        `noted`: a folder -> what staff say there by one key; without it nothing is ever said.
        `follow`: the settings as they are now; without it they stay as they are.
        `compact`: what was read lies in less memory from then on.
        """
        self.settings = settings
        self._follow = follow
        self.year = calendar
        """The school's calendar as it is now."""
        self.zone = zone
        self.content = content
        self.words_for = words_for
        self._load = load
        self._compact = compact
        self._directory = Later(self._make_directory)
        self._search = Later(self._make_search)
        self._people = Later(self._make_people)
        self._noted = noted
        self._shelf = Later(self._make_shelf)
        self._here = Later(self._make_here)
        self._help_calls = Later(self._make_help_calls)

    @property
    def first_language(self) -> str:
        """The first of the school's languages that ships, else English."""
        return next((code for code in self.settings.languages if self.content.language(code)), "en")

    def keep_up(self) -> None:
        """Take the settings as they are now: one `stat` while they did not change."""
        if self._follow is None or (settings := self._follow()) is self.settings:
            return
        self.settings = settings
        self._people = Later(self._make_people)
        self._shelf = Later(self._make_shelf)
        self._here = Later(self._make_here)
        self._help_calls = Later(self._make_help_calls)

    @property
    def calendar(self) -> SchoolCalendar | None:
        """The school's calendar as it is now."""
        return self.year()

    @property
    def directory(self) -> Directory:
        """Every question about listings."""
        return self._directory()

    @property
    def search(self) -> Search:
        """What a family types, to the listings that answer it."""
        return self._search()

    @property
    def people(self) -> People:
        """Who can help now."""
        return self._people()

    @property
    def shelf(self) -> Shelf:
        """Of which things there is some today."""
        return self._shelf()

    @property
    def here(self) -> Here:
        """Who was said to be in today."""
        return self._here()

    @property
    def help_calls(self) -> HelpCalls:
        """When somebody last called the help-now lines, and what was heard."""
        return self._help_calls()

    def noted(self, folder: str) -> Noted:
        """What staff say by one key, in a folder of notes."""
        from kiosk.services.noted import unsaid

        return (self._noted or unsaid)(folder)

    def has_news(self) -> bool:
        """Whether staff said something new by one key, or set something, since it was last looked at."""
        if self._follow is not None and self._follow.changed():
            return True
        return (self._shelf.is_made and self.shelf.changed()) or (self._here.is_made and self.here.changed())

    def take_news(self) -> None:
        """Read the settings, the calendar, the listings, and what staff said by one key; not every page asks."""
        self.keep_up()
        self.year()
        if self._directory.is_made:
            self.directory.take_news()
        if self._shelf.is_made:
            self.shelf.refresh()
        if self._here.is_made:
            self.here.refresh()

    @property
    def is_read(self) -> bool:
        """Whether every listing was read once: before that, screens leave out what would take long to know."""
        return self._directory.is_made and self.directory.is_read

    def warm(self, now: datetime) -> None:
        """Read ahead all that a touch would wait for in a very large directory; made for a thread in the background.

        Worth calling again now and then: openings change as the day goes on.
        """
        self.keep_up()
        for code in self.settings.languages:
            if self.content.language(code) is not None:
                self.words_for(code).warm()
        self.shelf.refresh()
        self.here.refresh()
        self.directory.warm(now)
        self.search.warm()
        self._compact()

    def _make_directory(self) -> Directory:
        from kiosk.services.directory import Directory

        return Directory(self._load, self.year, self.zone, self.content.needs)

    def _make_search(self) -> Search:
        from kiosk.services.search import Search

        return Search(self.directory, self.content)

    def _make_people(self) -> People:
        from kiosk.services.people import People

        return People(self.settings, self.year, self.zone, self.here)

    def _make_shelf(self) -> Shelf:
        from kiosk.services.shelf import Shelf

        return Shelf(self.settings.shelf, self.noted("shelf"))

    def _make_here(self) -> Here:
        from kiosk.services.here import Here

        return Here(self.settings.staff, self.noted("here"), self.year, self.zone)

    def _make_help_calls(self) -> HelpCalls:
        from kiosk.services.help_calls import HelpCalls

        return HelpCalls(lambda: self.content.region(self.settings.region), self.noted("help-lines"))
