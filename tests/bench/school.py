"""Schools of any size for the bench: listings of about 3 kB with hours of all kinds, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from kiosk.config import CALENDAR, SETTINGS, write_text
from kiosk.domain.kept import Edit
from kiosk.services.sample import sample
from kiosk.store import open_store
from kiosk.words import load_content
from tests.house.reading import ROOT

TODAY = date(2026, 11, 23)
"""The Monday that the schools' dates are told from."""
AT = "2026-11-24T15:05"
"""When the kiosk is looked at: a school day, after the last bell."""
SEED = 20261124
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR")
GRADES = ("PK", "K", *map(str, range(1, 13)))
WORDS = (
    ("food", "comida"), ("shelf", "despensa"), ("club", "club"), ("chess", "ajedrez"), ("art", "arte"),
    ("music", "música"), ("doctor", "médico"), ("teeth", "dientes"), ("winter", "invierno"), ("coats", "abrigos"),
    ("reading", "lectura"), ("English", "inglés"), ("family", "familia"), ("rent", "renta"), ("lights", "luz"),
    ("homework", "tarea"), ("soccer", "fútbol"), ("baby", "bebé"), ("care", "cuidado"), ("summer", "verano"),
    ("jobs", "trabajo"), ("letters", "cartas"), ("bus", "autobús"), ("garden", "jardín"), ("dance", "baile"),
    ("grief", "duelo"), ("talk", "plática"), ("legal", "legal"), ("taxes", "impuestos"), ("laundry", "lavandería"),
)  # fmt: skip
"""Words of names and descriptions, English and Spanish."""
PLACES = (
    "Maple",
    "Cedar",
    "River",
    "Hill",
    "Lake",
    "Station",
    "Bridge",
    "Mill",
    "Meadow",
    "Harbor",
    "Summit",
    "Orchard",
)
Row = dict[str, object]


def lay_down(directory: Path, size: int) -> Path:
    """A school with that many listings in a directory; the settings and the calendar are the sample's."""
    school = sample(ROOT / "data" / "demo", TODAY)
    directory.mkdir(parents=True, exist_ok=True)
    write_text(directory / CALENDAR, school.calendar)
    write_text(directory / SETTINGS, school.settings)
    open_store(directory).batch([Edit(str(doc["id"]), "", doc) for doc in listings(size)], "bench", "add")
    return directory


def listings(size: int, seed: int = SEED) -> Iterator[dict[str, object]]:
    """So many listings, in the shape that `kiosk add` takes."""
    chance = random.Random(seed)
    for number in range(size):
        yield _listing(chance, number)


@cache
def _needs_and_supports() -> tuple[Sequence[str], Sequence[str]]:
    content = load_content(ROOT / "content")
    above = {need.parent for need in content.needs}
    return [need.id for need in content.needs if need.id not in above], [each.id for each in content.supports]


def _listing(chance: random.Random, number: int) -> dict[str, object]:
    needs, supports = _needs_and_supports()
    town = f"{chance.choice(PLACES)} {chance.choice(('Street', 'Road', 'Square'))}"
    (one, uno), (other, otro) = chance.sample(WORDS, 2)
    name = {"en": f"{town} {one} and {other}", "es": f"{uno.capitalize()} y {otro} de {town}"}
    doc: dict[str, object] = {
        "id": f"place-{number:05}",
        "name": name,
        "description": _text(chance, 18),
        "needs": sorted(chance.sample(needs, chance.choice((1, 1, 2)))),
        "supports": sorted(chance.sample(supports, chance.choice((0, 0, 0, 1, 2)))),
        "sensitive": chance.random() < 0.08,
        "organization": {"id": f"who-{number % 400}", "name": f"{town} Partners {number % 400}", "url": _url(number)},
        "location": _location(chance, town, number),
        "phones": [{"number": f"+1860555{100 + number % 100:04}", "type": "voice", "languages": ["en", "es"]}],
        "email": f"desk{number}@example.org",
        "languages": ["en", "es"] if chance.random() < 0.7 else ["en"],
        "interpretation_services": _text(chance, 8),
        "eligibility": _eligibility(chance),
        "cost_options": [{"amount": chance.choice((0, 0, 0, 5, 20)), "option": _text(chance, 6)}],
        "required_documents": [{"document": _text(chance, 6)} for _ in range(chance.choice((0, 1, 2)))],
        "papers": {"asks": chance.choice(([], ["id"], ["id", "address"])), "checked": "2026-11-02"},
        "application_process": _text(chance, 20),
        "minutes_needed": chance.choice((5, 10, 20)),
        "sign_up": _sign_up(chance, number),
        "places": {"state": chance.choice(("open", "few", "full")), "said": _days_ago(chance.randrange(12))},
        "alert": _text(chance, 7) if chance.random() < 0.15 else {},
        "assured_date": _days_ago(chance.choice((10, 40, 90, 150, 200, 400))),
        "assurer": "liaison",
    }  # fmt: skip
    return {**doc, **hours(chance)}


def hours(chance: random.Random) -> dict[str, object]:
    """Hours of one of the kinds that schools have, with its exceptions."""
    kind = chance.choice(("daily", "daily", "club", "club", "lunch-gap", "monthly", "care", "night", "call", "unknown"))
    day = {"dtstart": "2026-08-31", "until": "2027-06-11", "on": "school-days", "short_days": "shortened"}
    rows: dict[str, list[Row]] = {
        "daily": [_row(WEEKDAYS, chance.choice(("08:00", "08:30", "09:00")), chance.choice(("15:30", "17:00")))],
        "club": [day | _row(chance.sample(WEEKDAYS, 2), "15:15", "16:45") | {"short_days": "moved"}],
        "lunch-gap": [day | _row(WEEKDAYS, "08:00", "12:00"), day | _row(WEEKDAYS, "12:30", "16:00")],
        "monthly": [_row([f"{chance.choice((1, 2, 3, -1))}{chance.choice(WEEKDAYS)}"], "09:00", "12:00", "MONTHLY")],
        "care": [day | _row(WEEKDAYS, "15:15", "18:00"), _row(WEEKDAYS, "08:00", "17:00") | {"on": "no-school-days"}],
        "night": [_row((*WEEKDAYS, "SA", "SU"), "19:00", "07:00")],
        "call": [],
        "unknown": [],
    }
    found: dict[str, object] = {"schedules": rows[kind]}
    if kind == "call":
        found["by_appointment"] = True
    if rows[kind] and chance.random() < 0.3:
        closed = str(TODAY + timedelta(chance.randrange(60)))
        found["schedule_exceptions"] = [{"from": closed, "to": closed, "closed": True, "reason": _text(chance, 3)}]
    return found


def _row(byday: Sequence[str], opens_at: str, closes_at: str, freq: str = "WEEKLY") -> Row:
    return {"freq": freq, "byday": sorted(byday), "opens_at": opens_at, "closes_at": closes_at}


def _location(chance: random.Random, town: str, number: int) -> dict[str, object]:
    house = {"address_1": f"{number % 90 + 1} {town}", "city": "Sampleton", "state_province": "CT", "country": "US"}
    here = chance.random() < 0.3
    there: dict[str, object] = {"name": "Maple Street School", "at_school": True, "room": str(100 + number % 40)}
    return {
        **(there if here else {"name": f"{town} Hall"}),
        "address": house,
        "latitude": 41.7 + number % 90 / 1000,
        "longitude": -72.7 + number % 70 / 1000,
        "directions": _text(chance, 10),
        "transportation": _text(chance, 8),
        "accessibility": _text(chance, 6),
    }


def _eligibility(chance: random.Random) -> dict[str, object]:
    first = chance.randrange(len(GRADES) - 1)
    span = GRADES[first : first + chance.randrange(2, 9)] if chance.random() < 0.5 else ()
    return {"description": _text(chance, 9), "grades": list(span)}


def _sign_up(chance: random.Random, number: int) -> dict[str, object]:
    return {
        "url": f"https://example.org/join/{number}",
        "opens": str(TODAY + timedelta(chance.randrange(-60, 10))),
        "closes": str(TODAY + timedelta(chance.randrange(5, 200))),
        "state": chance.choice(("open", "open", "open", "waitlist", "full")),
        "asks": _text(chance, 8),
        "no_phone": _text(chance, 8),
    }


def _days_ago(days: int) -> str:
    return str(TODAY - timedelta(days))


def _url(number: int) -> str:
    return f"https://example.org/{number}"


def _text(chance: random.Random, words: int) -> dict[str, str]:
    """A sentence in English and in Spanish."""
    said = chance.choices(WORDS, k=words)
    return {
        "en": " ".join(en for en, _ in said).capitalize() + ".",
        "es": " ".join(es for _, es in said).capitalize() + ".",
    }
