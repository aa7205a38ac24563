"""What types cannot say about a school's two files: the rules of each key, each with its sentence for staff."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import field, fields
from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kiosk.domain.calendar import SchoolCalendar
from kiosk.domain.listing import WEEK
from kiosk.domain.problems import told
from kiosk.domain.settings import MOST_MIB, SHELF_LONGEST, SHELF_MOST, Settings, StaffHours
from kiosk.domain.text import clean_text, fold
from kiosk.domain.values import dataclass

SENTENCES: Mapping[str, str] = {
    "zone": told("{value} is not a time zone. Write one as America/New_York."),
    "region": told("{value} is not a region. Write a country or state as US or US-CT."),
    "no-language": told("No language is named. Write at least one, as en."),
    "no-name": told("The school has no name. Write it."),
    "too-little": told("{value} is under {least}. Write {least} to {most}, in seconds."),
    "too-much": told("{value} is over {most}. Write {least} to {most}, in seconds."),
    "time": told("{value} is no time. Write it as 08:00."),
    "one-time": told("One of the two times is missing. Write both {first} and {second}."),
    "same-time": told("The two times are the same. Write another one, or take both away."),
    "weekday": told("{value} is no weekday. Write MO, TU, WE, TH, FR, SA or SU."),
    "day": told("{value} is no day. Write a date as 2026-12-04, or a weekday as FR."),
    "twice": told("{value} is named twice. Take one away."),
    "too-many": told("These are too many. Write at most {most}."),
    "no-words": told("There are no words here. Write some, or take this away."),
    "too-long": told("These words are too long. Write at most {most} letters."),
    "mib-little": told("{value} MiB is too little. Write 1 to {most}."),
    "mib-much": told("{value} MiB is too much. Write 1 to {most}."),
    "last-day": told("The last day is before the first."),
    "day-ends": told("This day ends before it begins."),
    "no-listing": told("No listing is named. Write its id or number, as 214."),
    "unknown-listing": told("There is no listing {value}. Write the id or number of one that is there."),
    "unknown-language": told("There is no language {value} here. Write one that the kiosk has."),
    "unknown-tile": told("There is no tile {value} on Home. Write one that is there."),
    "unknown-support": told("There is no support {value}. Write one that the kiosk has."),
    "one-number": told("Write one number of seconds."),
    "two-numbers": told("Write two numbers of seconds, as 90, 30."),
    "look": told("Write day or night, or day 18:00-06:30 with the hours of the night look."),
    "size": told("Write normal or large."),
    "span": told("Write two times, as 18:00-06:30, or nothing."),
    "hours": told("Write days and two times, as Mon to Fri 8 to 4, or nothing."),
    "short-day-time": told("A short day needs its own time. Write it as 12:45."),
    "file-gone": told("The file is gone or empty. Put it back."),
    "file-not-read": told("The file cannot be read. Save it anew, as UTF-8 text."),
    "line-not-read": told("This line cannot be read. Write it as key = value, with each text in quotes."),
    "unknown-key": told("This key is not known. Take it out."),
    "unknown-key-like": told("This key is not known. Did you mean {value}?"),
    "other-kind": told("This cannot stand here. Write it as in the example above it."),
}
"""What each rule says when it is broken; the desk says it in the staff's language."""
BOUNDS: Mapping[str, tuple[int, int]] = {
    "idle": (30, 600),
    "idle_warning": (20, 120),  # at least 20 before a screen is wiped (WCAG 2.2, 2.2.1)
    "idle_long": (60, 1800),
    "idle_staff": (60, 3600),
}
"""Seconds, least and most."""
NAME_MOST, ATTRACT_MOST, ATTRACT_LONGEST = 80, 8, 60
"""Letters of the school's name; messages of the first screen, and letters of each."""
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d|24:00")
_REGION = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")


def _none() -> dict[str, object]:
    return {}


@dataclass(frozen=True, slots=True)
class Wrong:
    """A broken rule: the key, which rule, and the values that its sentence names."""

    key: str
    code: str
    values: Mapping[str, object] = field(default_factory=_none)

    def __str__(self) -> str:
        """Its sentence."""
        return SENTENCES[self.code].format(**self.values)


def wrong_settings(settings: Settings) -> Iterator[Wrong]:
    """Every rule of the settings that is broken."""
    yield from _wrong_place(settings)
    for key, (least, most) in BOUNDS.items():
        seconds = getattr(settings, key)
        if not least <= seconds <= most:
            code = "too-little" if seconds < least else "too-much"
            yield Wrong(key, code, {"value": seconds, "least": least, "most": most})
    for key in ("night", "quiet"):
        yield from _wrong_span(settings, key)
    yield from _wrong_attract(settings)
    for key in ("languages", "tiles"):
        names = getattr(settings, key)
        for name in dict.fromkeys(names):
            if names.count(name) > 1:
                yield Wrong(key, "twice", {"value": name})
    for index, staff in enumerate(settings.staff):
        yield from _wrong_hours(f"staff[{index}]", staff)
    if settings.office is not None:
        yield from _wrong_hours("office", settings.office)
    yield from _wrong_shelf(settings)
    for each in fields(settings.store):
        yield from _wrong_mib(f"store.{each.name}", getattr(settings.store, each.name))
    for index, line in enumerate(settings.board):
        if line.on not in WEEK and not _is_day(line.on):
            yield Wrong(f"board[{index}].on", "day", {"value": line.on})


def unknown_names(
    settings: Settings, languages: Container[str], tiles: Container[str], supports: Container[str]
) -> Iterator[Wrong]:
    """Names in the settings that the content does not have. They cost nothing else: what is known is shown."""
    for code in settings.languages:
        if code not in languages:
            yield Wrong("languages", "unknown-language", {"value": code})
    for tile in settings.tiles:
        if tile not in tiles:
            yield Wrong("tiles", "unknown-tile", {"value": tile})
    for table, named in (("supports", settings.supports), ("support_rooms", settings.support_rooms)):
        for support in named:
            if support not in supports:
                yield Wrong(f"{table}.{support}", "unknown-support", {"value": support})


def unknown_listings(settings: Settings, refs: Container[str]) -> Iterator[Wrong]:
    """Things of the shelf that no listing gives out: families are never told of them. `refs`: ids and numbers."""
    for index, thing in enumerate(settings.shelf):
        if thing.listing not in refs:
            yield Wrong(f"shelf[{index}].listing", "unknown-listing", {"value": thing.listing})


def wrong_calendar(calendar: SchoolCalendar) -> Iterator[Wrong]:
    """Every rule of the calendar that is broken."""
    if calendar.last_day < calendar.first_day:
        yield Wrong("last_day", "last-day")
    for key, at in (("starts_at", calendar.starts_at), ("dismisses_at", calendar.dismisses_at)):
        if not _TIME.fullmatch(at):
            yield Wrong(key, "time", {"value": at})
    for index, day in enumerate(calendar.days):
        if day.to < day.from_:
            yield Wrong(f"days[{index}].to", "day-ends")
        if day.kind in ("early-dismissal", "delayed-opening") and not _TIME.fullmatch(day.at):
            yield Wrong(f"days[{index}].at", "short-day-time")


def is_region(text: str) -> bool:
    """Whether this is written as a country or a state (ISO 3166-1, ISO 3166-2)."""
    return _REGION.fullmatch(text) is not None


def _wrong_place(settings: Settings) -> Iterator[Wrong]:
    """Name, zone, region, languages."""
    try:
        ZoneInfo(settings.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield Wrong("zone", "zone", {"value": settings.zone})
    if not is_region(settings.region):
        yield Wrong("region", "region", {"value": settings.region})
    if not settings.languages:
        yield Wrong("languages", "no-language")
    if not settings.school.strip():
        yield Wrong("school", "no-name")
    if len(settings.school) > NAME_MOST:
        yield Wrong("school", "too-long", {"most": NAME_MOST})


def _wrong_span(settings: Settings, key: str) -> Iterator[Wrong]:
    first, second = f"{key}_from", f"{key}_to"
    begins, ends = getattr(settings, first), getattr(settings, second)
    for name, at in ((first, begins), (second, ends)):
        if at and not _TIME.fullmatch(at):
            yield Wrong(name, "time", {"value": at})
    if bool(begins) != bool(ends):
        yield Wrong(first if begins else second, "one-time", {"first": first, "second": second})
    if begins and begins == ends:
        yield Wrong(second, "same-time")


def _wrong_attract(settings: Settings) -> Iterator[Wrong]:
    if len(settings.attract) > ATTRACT_MOST:
        yield Wrong("attract", "too-many", {"most": ATTRACT_MOST})
    for index, message in enumerate(settings.attract):
        if not any(words.strip() for words in message.values()):
            yield Wrong(f"attract[{index}]", "no-words")
        if any(len(words) > ATTRACT_LONGEST for words in message.values()):
            yield Wrong(f"attract[{index}]", "too-long", {"most": ATTRACT_LONGEST})


def _wrong_shelf(settings: Settings) -> Iterator[Wrong]:
    """Each thing has a name and a listing, and stands there once."""
    seen = set()
    for index, thing in enumerate(settings.shelf):
        where = f"shelf[{index}]"
        if index >= SHELF_MOST:
            yield Wrong(where, "too-many", {"most": SHELF_MOST})
        if not thing.listing.strip():
            yield Wrong(f"{where}.listing", "no-listing")
        if not any(clean_text(words).strip() for words in thing.name.values()):
            yield Wrong(f"{where}.name", "no-words")
        if any(len(words) > SHELF_LONGEST for words in thing.name.values()):
            yield Wrong(f"{where}.name", "too-long", {"most": SHELF_LONGEST})
        name = thing.name.get("en") or next(iter(thing.name.values()), "")
        if (thing.listing, fold(name)) in seen:
            yield Wrong(f"{where}.name", "twice", {"value": name})
        seen.add((thing.listing, fold(name)))


def _wrong_mib(key: str, size: int) -> Iterator[Wrong]:
    if not 1 <= size <= MOST_MIB:
        yield Wrong(key, "mib-little" if size < 1 else "mib-much", {"value": size, "most": MOST_MIB})


def _wrong_hours(where: str, staff: StaffHours) -> Iterator[Wrong]:
    for key, at in (("opens_at", staff.opens_at), ("closes_at", staff.closes_at)):
        if at and not _TIME.fullmatch(at):
            yield Wrong(f"{where}.{key}", "time", {"value": at})
    if bool(staff.opens_at) != bool(staff.closes_at):
        yield Wrong(f"{where}.opens_at", "one-time", {"first": "opens_at", "second": "closes_at"})
    for day in staff.days:
        if day not in WEEK:
            yield Wrong(f"{where}.days", "weekday", {"value": day})


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
