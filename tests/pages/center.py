"""The sample school as it stands on Monday 2026-11-23, for tests of what pages say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from kiosk.pages.parts import Choice, Page
from kiosk.pages.reader import Ask, Size
from kiosk.pages.route import Go, Route
from kiosk.pages.visit import Visit
from kiosk.services.center import Center
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
