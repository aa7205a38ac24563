"""Builds the kiosk once: the one place that knows every part. It reads nothing that a first screen can do without."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from kiosk.config import CALENDAR, SETTINGS, Places, School, find_places, load_school, write_text
from kiosk.live import LiveSettings, LiveYear, Mistakes
from kiosk.services.center import Center
from kiosk.services.later import Later
from kiosk.words import Content, load_content
from kiosk.words.offer import words_for

if TYPE_CHECKING:
    from kiosk.domain.calendar import SchoolCalendar
    from kiosk.domain.feed import Feed
    from kiosk.services.accounts import Accounts, Whoever
    from kiosk.services.desk import Desk, Who
    from kiosk.services.editing import Editing
    from kiosk.services.lobby import Lobby
    from kiosk.services.luggage import Luggage, Sheets
    from kiosk.services.noted import Noted
    from kiosk.services.school_settings import SchoolSettings
    from kiosk.services.school_year import SchoolYear
    from kiosk.services.sign_in import SignIn
    from kiosk.services.snow_day import SnowDay
    from kiosk.store import Store
    from kiosk.store.tallies import Tallies
    from kiosk.words import Words

STICKS = (Path("/media"), Path("/run/media"), Path("/Volumes"))
"""Where systems put what is plugged in: Debian and its kin, Fedora and Arch, macOS."""


class Kiosk:
    """A kiosk that is ready to work: what every front end is given."""

    def __init__(
        self, *, center: Center, store: Later[Store], clock: Callable[[], datetime], language: str,
        chosen_language: str, places: Places,
        school: School, is_new: bool, year: LiveYear, whoever: Later[Whoever], is_set: bool,
    ) -> None:  # fmt: skip
        self.center = center
        self.clock = clock
        """What time it is at school (aware, in its zone)."""
        self.language = language
        """The language to start in."""
        self.chosen_language = chosen_language
        """The language that was asked for; empty for the school's first, whichever that is when a visit begins."""
        self.places = places
        self.school = school
        self.is_new = is_new
        """This start made the sample school."""
        self._store = store
        self._year = year
        self._whoever = whoever
        self._is_set = is_set
        """Somebody set the clock: for a test, a picture or training."""

    @property
    def store(self) -> Store:
        """Where the listings lie."""
        return self._store()

    @property
    def whoever(self) -> Whoever:
        """The person that this program works for."""
        return self._whoever()

    def sign_in(self) -> SignIn:
        """The door from the lobby to the desk."""
        from kiosk.services.sign_in import SignIn
        from kiosk.store.notes import Notes

        data = self.places.data
        return SignIn(lambda: _accounts(data), Notes(data), partial(_held, data / "sign-in.lock", "The sign-in is"))

    def changed(self) -> bool:
        """Whether there is anything new to show: listings, the school's calendar, what staff say by one key."""
        return self.store.changed() or self._year.changed() or self.center.has_news()

    @property
    def content(self) -> Content:
        """Every word that ships."""
        return self.center.content

    def editing(self) -> Editing:
        """What changes listings, checked against the needs and supports that ship."""
        from kiosk.services.editing import Editing

        needs = {need.id for need in self.content.needs}
        return Editing(self.store, needs, {support.id for support in self.content.supports})

    def desk(self, who: Who) -> Desk:
        """The staff's desk for one person."""
        from kiosk.services.desk import Desk
        from kiosk.services.opened import OpenedListings
        from kiosk.services.presence import Presence
        from kiosk.store.notes import Notes
        from kiosk.store.seats import Seats

        return Desk(
            center=self.center, editing=self.editing(), records=self.store, notes=Notes(self.places.data), who=who,
            school_year=self.school_year, snow_day=self.snow_day, speeches=self.speeches,
            read_feed=self.read_feed_file, wrong=Mistakes(self.places.data), changed=self.changed,
            luggage=self.luggage, settings=Later(self.school_settings), clock=self.clock,
            presence=Presence(Seats(self.places.data), who, self.clock), opened=OpenedListings(self.tallies()),
        )  # fmt: skip

    def luggage(self) -> Luggage:
        """The listings as they travel: sticks, bundles, backups."""
        from kiosk.services.luggage import Luggage
        from kiosk.services.sticks import sticks
        from kiosk.store.bundle_file import read_bundle, write_bundle
        from kiosk.store.carried import kind_of

        store, data = self.store, self.places.data
        return Luggage(
            carrier=store,
            editing=self.editing(),
            write=lambda file, step: len(write_bundle(store, data, file, step=step).book.listings),
            read=lambda file, step: read_bundle(file, step=step),
            back_up=store.backup,
            restored=store.would_restore,
            sheets=self.sheets(),
            kind_of=kind_of,
            sticks=partial(sticks, STICKS, kind_of),
            school=self.center.settings.school,
            home=Path.home(),
        )

    def sheets(self) -> Sheets:
        """All listings as a sheet, and back."""
        from kiosk.services.luggage import Sheets
        from kiosk.sheet_files import read_sheet_file, write_sheet_file

        store, settings = self.store, self.center.settings
        return Sheets(
            store,
            lambda file: read_sheet_file(file, store, self.editing(), settings.region, self.clock().date()),
            lambda file: write_sheet_file(file, store, self.places.data, settings.school),
        )

    def tallies(self) -> Tallies:
        """How often each listing was opened."""
        from kiosk.store.tallies import Tallies

        return Tallies(self.places.data, partial(_held, self.places.data / "counts.lock", "The counts are"))

    def lobby(self) -> Lobby:
        """The lobby's screen: seen at the desk, and adding up what is opened, but on days that never were."""
        from kiosk.services.lobby import Lobby
        from kiosk.services.opened import Counter
        from kiosk.store.seats import Seats

        return Lobby(Seats(self.places.data), None if self._is_set else Counter(self.tallies(), self.clock))

    def school_year(self) -> SchoolYear:
        """The school's calendar, as staff change it."""
        from kiosk.calendar_file import CalendarFile
        from kiosk.services.school_year import SchoolYear
        from kiosk.store.notes import Notes

        data = self.places.data
        file = CalendarFile(data, partial(_changing, self._whoever, data / "calendar.lock", "The calendar is"))
        return SchoolYear(file, Notes(data), self.clock)

    def school_settings(self) -> SchoolSettings:
        """The school's settings, as staff change them."""
        from kiosk.services.school_settings import SchoolSettings
        from kiosk.settings_file import SettingsFile
        from kiosk.store.notes import Notes

        data = self.places.data
        file = SettingsFile(data, partial(_managing, self._whoever, data / "desk.lock", "The settings are"))
        return SchoolSettings(file, Notes(data), self.clock)

    def snow_day(self) -> SnowDay:
        """Today as a snow day."""
        from kiosk.services.snow_day import SnowDay

        center = self.center
        return SnowDay(self.school_year(), lambda: center.directory.all(), center.zone, self.clock, self.speeches())

    def speeches(self) -> dict[str, Words]:
        """The words of each language the school offers, and of English, by its code."""
        codes = ("en", *self.center.settings.languages)
        return {code: self.center.words_for(code) for code in codes if self.content.language(code)}

    def read_feed(self, content: bytes, year: SchoolCalendar) -> Feed:
        """The events of a school's calendar file (iCalendar) in its year. `Refused` for what is no such file."""
        from kiosk.exchange.ical import read_feed

        return read_feed(content, self.center.zone, year.first_day, year.last_day)

    def read_feed_file(self, path: str, year: SchoolCalendar) -> Feed:
        """The events of a calendar file by its path, as a person types it. `NoSuch` when it cannot be read."""
        from kiosk.exchange.ical import LARGEST
        from kiosk.exchange.typed_path import typed_bytes

        return self.read_feed(typed_bytes(path, LARGEST + 1), year)

    def write_feed(self, year: SchoolCalendar) -> bytes:
        """The special days of a school year as a calendar file (iCalendar)."""
        from kiosk.exchange.ical_out import write_feed

        return write_feed(year, self.center.settings.school, self.clock())

    def desk_words(self) -> Callable[[str], Words]:
        """A language code -> its words, those of the desk among them."""
        return words_for(self.content, self.school.settings.region, desk=True)


def _held(lock: Path, what: str, by: str) -> AbstractContextManager[object]:
    """One at a time changes what the desk keeps beside the listings."""
    from kiosk.store.lock import Lock

    return Lock(lock, what=what).held(by, datetime.now(UTC).isoformat(timespec="seconds"))


def _managing(whoever: Later[Whoever], lock: Path, what: str, by: str) -> AbstractContextManager[object]:
    """As `_held`, for those who may change settings and people."""
    whoever().now().must_manage()
    return _held(lock, what, by)


def _changing(whoever: Later[Whoever], lock: Path, what: str, by: str) -> AbstractContextManager[object]:
    """As `_held`, for those who may change it."""
    whoever().must_change()
    return _held(lock, what, by)


def _accounts(data: Path) -> Accounts:
    """The people of a data directory, their roles and their PINs."""
    from kiosk.services.accounts import Accounts
    from kiosk.store.people_file import PeopleFile

    return Accounts(PeopleFile(data))


def _person(data: Path) -> Whoever:
    """The person of this process: its Unix account, and what they may do."""
    from kiosk.services.accounts import Whoever
    from kiosk.store.people_file import account

    return Whoever(_accounts(data), account)


def _noted(whoever: Later[Whoever], data: Path, folder: str) -> Noted:
    """What staff say by one key, in a note of its own."""
    from kiosk.services.noted import Noted
    from kiosk.store.notes import Notes

    return Noted(Notes(data), folder, partial(_changing, whoever, data / "desk.lock", "What the desk says is"))


def _open(data: Path, school: School | None = None, may: Callable[[], None] = lambda: None) -> Store:
    from kiosk.store import bounds_of, open_store

    return open_store(data, bounds_of(school.keeping), may) if school is not None else open_store(data)


def make_kiosk(
    data: Path | None = None, at: datetime | None = None, language: str | None = None, ticking: bool = False
) -> Kiosk:
    """Build a kiosk on `data`, or on the default place, which starts from the sample school when it is empty.

    `at` sets the clock, at school when it has no zone of its own; the clock then stands, unless it is `ticking`.
    `NoSuch` when `language` does not ship.
    """
    places = find_places(data)
    is_new = places.is_default and not (places.data / SETTINGS).exists()
    if is_new:
        _start_sample(places, at)
    school = load_school(places.data)
    settings = school.settings
    zone = ZoneInfo(settings.zone)
    person = Later(lambda: _person(places.data))
    store = Later(lambda: _open(places.data, school, lambda: person().must_change()))
    year = LiveYear(places.data, school.year)
    content = load_content(places.content)
    words = words_for(content, settings.region)
    return Kiosk(
        center=Center(
            settings=settings,
            calendar=year,
            zone=zone,
            content=content,
            words_for=words,
            load=lambda: store().shown(),
            follow=LiveSettings(places.data, school.setup),
            noted=partial(_noted, person, places.data),
            compact=lambda: store().compact(),
        ),
        store=store,
        clock=_clock(zone, at, ticking),
        language=words(language).language.code if language else _first_language(content, settings.languages),
        chosen_language=language or "",
        places=places,
        school=school,
        is_new=is_new,
        year=year,
        whoever=person,
        is_set=at is not None,
    )


def _start_sample(places: Places, at: datetime | None) -> None:
    """Lay down the sample school. Its settings come last: without them the next start does the rest."""
    from kiosk.domain.kept import Edit
    from kiosk.services.sample import sample

    today = (at or datetime.now().astimezone()).date()
    school = sample(places.demo, today)
    store = _open(places.data)
    there = store.load().listings
    edits = [Edit(str(doc["id"]), "", doc) for doc in school.listings if doc["id"] not in there]
    if edits:
        store.batch(edits, "sample", "add")
    write_text(places.data / CALENDAR, school.calendar)
    write_text(places.data / SETTINGS, school.settings)


def _clock(zone: ZoneInfo, at: datetime | None, ticking: bool) -> Callable[[], datetime]:
    if at is None:
        return lambda: datetime.now(zone)
    start = at.replace(tzinfo=zone) if at.tzinfo is None else at.astimezone(zone)
    if not ticking:
        return lambda: start
    begun = time.monotonic()
    return lambda: (start + timedelta(seconds=time.monotonic() - begun)).astimezone(zone)


def _first_language(content: Content, wanted: tuple[str, ...]) -> str:
    """The first of the school's languages that ships, else English."""
    return next((code for code in wanted if content.language(code)), "en")
