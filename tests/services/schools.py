"""Schools for the tests of services: a small one made by hand, and the sample school as of one Tuesday."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec

from kiosk.domain.calendar import SchoolCalendar, SpecialDay
from kiosk.domain.kept import Kept, Snapshot
from kiosk.domain.listing import Address, Listing, Location, Schedule
from kiosk.domain.needs import CenterPart, Language, Need, RightsCard, Support
from kiosk.services.directory import Directory
from kiosk.services.sample import sample
from kiosk.store.codec import to_listing
from kiosk.words.content import Content, load_content

ROOT = Path(__file__).parents[2]
ZONE = ZoneInfo("America/New_York")
TUESDAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 15, 5, tzinfo=ZONE)
"""A school day, after the last bell; no school on Thursday and Friday."""
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR")
CALENDAR = SchoolCalendar(
    first_day=date(2026, 8, 31),
    last_day=date(2027, 6, 11),
    days=(
        SpecialDay(from_=date(2026, 11, 26), to=date(2026, 11, 27), kind="no-school", reason={"en": "Thanksgiving"}),
        SpecialDay(
            from_=date(2026, 11, 25),
            to=date(2026, 11, 25),
            kind="early-dismissal",
            at="12:30",
            reason={"en": "Family meetings"},
        ),
    ),
)
NEEDS = tuple(
    Need(id=id, parent=parent, name={"en": id})
    for id, parent in (
        ("basic", ""),
        ("after-school", ""),
        ("food", "basic"),
        ("pantry", "food"),
        ("free-meals", "food"),
        ("coats", "basic"),
        ("care", "after-school"),
        ("clubs", "after-school"),
        ("sports", "after-school"),
        ("camps", "after-school"),
        ("summer-camp", "camps"),
        ("vacation-camp", "camps"),
        ("home-visits", "after-school"),
    )
)
HERE = Location(at_school=True, room="104")
ELSEWHERE = Location(name="Hall", address=Address(address_1="5 Elm Street"))


def at(hour: int, minute: int = 0, day: int = 24) -> datetime:
    """A moment of November 2026."""
    return datetime(2026, 11, day, hour, minute, tzinfo=ZONE)


def hours(opens: str, closes: str, *days: str, on: str = "any-day", short: str = "as-usual") -> tuple[Schedule, ...]:
    """One row of hours, on weekdays unless told."""
    row = {"byday": days or WEEKDAYS, "opens_at": opens, "closes_at": closes, "on": on, "short_days": short}
    return (msgspec.convert(row, Schedule),)


ALL_DAY = hours("08:00", "16:00")


def kepts(*listings: Listing) -> dict[str, Kept]:
    """Listings as the store keeps them."""
    return {listing.id: Kept(listing, f"1-{listing.id}") for listing in listings}


def directory(*listings: Listing, calendar: SchoolCalendar | None = CALENDAR) -> Directory:
    """A directory of these listings."""
    snapshot = Snapshot(1, kepts(*listings))
    return Directory(lambda: snapshot, lambda: calendar, ZONE, NEEDS)


def ids(found: Iterable[Kept]) -> list[str]:
    """The ids, in order."""
    return [kept.id for kept in found]


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who a list is for."""

    language: str = "en"
    grade: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FewWords:
    """A content of a few words, for tests that say all that matters themselves."""

    languages: Sequence[Language] = (
        Language(code="en", name="English", locale="en_US", reviewed=True),
        Language(code="es", name="Español", locale="es_US", reviewed=False),
    )
    needs: Sequence[Need] = NEEDS
    supports: Sequence[Support] = ()
    rights: Sequence[RightsCard] = ()
    parts: Sequence[CenterPart] = ()
    synonyms: Mapping[str, Sequence[str]] = field(default_factory=dict)
    small_words: frozenset[str] = frozenset({"the", "de", "para", "i", "need", "la"})


@cache
def content() -> Content:
    """Every word that ships."""
    return load_content(ROOT / "content")


@cache
def sample_listings(today: date = TUESDAY) -> tuple[Listing, ...]:
    """The listings of the sample school."""
    return tuple(to_listing(each) for each in sample(ROOT / "data" / "demo", today).listings)


@cache
def sample_calendar(today: date = TUESDAY) -> SchoolCalendar:
    """The calendar of the sample school."""
    tree = tomllib.loads(sample(ROOT / "data" / "demo", today).calendar)
    for day in tree["days"]:
        day["from_"] = day.pop("from")
    return msgspec.convert(tree, SchoolCalendar, strict=False)


def sample_directory() -> Directory:
    """The sample school, as of the Tuesday."""
    snapshot = Snapshot(1, kepts(*sample_listings()))
    return Directory(lambda: snapshot, sample_calendar, ZONE, content().needs)
