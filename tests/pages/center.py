"""The sample school as it stands on Monday 2026-11-23, for tests of what pages say."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from kiosk.domain.calendar import SchoolCalendar
from kiosk.domain.kept import Kept, Snapshot
from kiosk.domain.listing import Listing, Location, Phone, Schedule
from kiosk.domain.settings import Settings
from kiosk.pages.listing import ListingPage, listing_page
from kiosk.pages.parts import Choice, Page
from kiosk.pages.reader import Ask, Size
from kiosk.pages.route import Go, Route
from kiosk.pages.visit import Visit
from kiosk.services.center import Center
from kiosk.services.later import Later
from kiosk.services.session import Session

ZONE = ZoneInfo("America/New_York")
MADE = date(2026, 11, 23)
"""The day the sample was made: its dates are told from here."""

LOBBY, SMALL, PLAIN = Size(120, 33), Size(80, 24), Size(plain=True)
MONDAY_MORNING = datetime(2026, 11, 23, 10, 5, tzinfo=ZONE)
TUESDAY = datetime(2026, 11, 24, 15, 5, tzinfo=ZONE)
WEDNESDAY_SHORT = datetime(2026, 11, 25, 10, 5, tzinfo=ZONE)
EVENING = datetime(2026, 11, 24, 20, 30, tzinfo=ZONE)
WEEKEND = datetime(2026, 11, 28, 11, 0, tzinfo=ZONE)
NO_SCHOOL = datetime(2026, 11, 27, 9, 30, tzinfo=ZONE)


@cache
def center() -> Center:
    """The sample school, made once."""
    from kiosk.wiring import make_kiosk

    # The store's file is read into memory; the directory is only needed while that happens.
    with TemporaryDirectory() as there:
        data = Path(there)
        _lay_down(data)
        kiosk = make_kiosk(data, MONDAY_MORNING)
        kiosk.center.directory.all()
        snapshot = kiosk.store.load()
        kiosk.center.directory._indexes._load = lambda: snapshot
        kiosk.center.directory.warm(MONDAY_MORNING)
        return kiosk.center


def _lay_down(data: Path) -> None:
    from kiosk.config import CALENDAR, SETTINGS, write_text
    from kiosk.domain.kept import Edit
    from kiosk.services.sample import sample
    from kiosk.store import open_store

    school = sample(Path(__file__).parents[2] / "data" / "demo", MADE)
    open_store(data).batch([Edit(str(doc["id"]), "", doc) for doc in school.listings], "sample", "add")
    write_text(data / CALENDAR, school.calendar)
    write_text(data / SETTINGS, school.settings)


def asking(
    route: Route,
    now: datetime = TUESDAY,
    size: Size = LOBBY,
    language: str = "en",
    session: Session | None = None,
    school: Center | None = None,
) -> Ask:
    """A question to a page builder."""
    school = school or center()
    session = session or Session(first_language=language)
    return Ask(school, school.words_for(language), session, now, route, size)


def visiting(now: datetime = TUESDAY, size: Size = LOBBY, language: str = "en") -> Visit:
    """A visit that has just been started from the first screen."""
    return Visit(center(), lambda: now, size, language)


def choices(page: Page) -> list[Choice]:
    """Everything on a page that can be touched."""
    return [part for part in page.spoken() if isinstance(part, Choice) and not part.off]


def sentences(page: Page) -> list[str]:
    """Every sentence of a page that is no choice."""
    return [part for part in page.spoken() if isinstance(part, str)]


def touch(visit: Visit, wanted: str | Callable[[Choice], bool]) -> Choice:
    """Touches the choice with these words on it."""
    found = [
        choice
        for choice in choices(visit.page())
        if (wanted(choice) if callable(wanted) else wanted.casefold() in choice.label.casefold())
    ]
    assert found, f"{wanted!r} is not among {[choice.label for choice in choices(visit.page())]}"
    visit.follow(found[0].go)
    return found[0]


def go(visit: Visit, *steps: Go) -> Page:
    """Follows addresses, and shows the last page."""
    for step in steps:
        visit.follow(step)
    return visit.page()


def school_of(*listings: Listing, calendar: SchoolCalendar | None = None, **changes: object) -> Center:
    """A school with these listings only, numbered from 101; everything else as in the sample."""
    kepts = {each.id: Kept(replace(each, number=each.number or at), "1-0") for at, each in enumerate(listings, 101)}
    snapshot = Snapshot(1, kepts)
    sample = center()
    calendar = calendar if calendar is not None else sample.calendar
    school = Center(
        settings=replace(sample.settings, **changes),  # type: ignore[arg-type]  # whichever fields a test names
        calendar=lambda: calendar,
        zone=sample.zone,
        content=sample.content,
        words_for=sample.words_for,
        load=lambda: snapshot,
    )
    school.directory.warm(TUESDAY)
    return school


def under(settings: Settings, school: Center | None = None) -> Center:
    """A school with the same listings under other settings; the sample, unless another is named."""
    other = copy(school or center())
    other.settings, other._follow = settings, None
    other._people = Later(other._make_people)
    other._here = Later(other._make_here)
    other._shelf = Later(other._make_shelf)
    return other


def listing(id: str = "one", **fields: object) -> Listing:
    """A listing at this school, open school days from 8 to 4, checked lately; `fields` change it."""
    usual: dict[str, object] = {
        "name": {"en": "Book room", "es": "Sala de libros"},
        "description": {"en": "Books to take home."},
        "needs": ("pantry",),
        "location": Location(at_school=True, room="104"),
        "schedules": (DAILY,),
        "phones": (Phone(number="+18605550104"),),
        "languages": ("en", "es"),
        "assured_date": date(2026, 11, 3),
    }
    return Listing(id=id, **(usual | fields))  # type: ignore[arg-type]  # whichever fields a test names


DAILY = Schedule(byday=("MO", "TU", "WE", "TH", "FR"), opens_at="08:00", closes_at="16:00", on="school-days")


def page_of(
    one: Listing, *others: Listing, now: datetime = TUESDAY, size: Size = LOBBY, language: str = "en", kind: str = ""
) -> ListingPage:
    """The page of one listing, at a school that has only it and the others."""
    school = school_of(one, *others)
    page = listing_page(asking(Route("listing", one.id, kind), now, size, language, school=school))
    assert isinstance(page, ListingPage)
    return page
