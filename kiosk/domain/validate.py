"""Whether a listing may be shown to families: each problem has a field, a code and a sentence for staff."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from kiosk.domain.ids import is_id
from kiosk.domain.links import link_problem
from kiosk.domain.listing import Eligibility, Listing, Location, Papers, Phone, Places, SignUp
from kiosk.domain.problems import GRADES, PAPERS, Problem, sentence
from kiosk.domain.validate_hours import exception_problems, row_problems

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

__all__ = ["Problem", "problems", "sentence"]

FIRST_NUMBER, LAST_NUMBER = 101, 999_999
_LONGEST = {"name": 160, "alternate_name": 60, "description": 4000, "url": 2000}
"""Signs in one text; 60 is what a card's band can show."""
_LONGEST_WORDS, _LONGEST_PLAIN = 2000, 300
_ONE_LINE = frozenset({"name", "alternate_name"})
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")
_PHONE = re.compile(r"\+[1-9]\d{6,14}|\d{3,6}")
"""E.164, or a short code such as 911, 988 or a five-digit text number."""
_EXTENSION = re.compile(r"\d{1,11}")
_EMAIL = re.compile(r"[^\s@<>\"(),;:\\]{1,64}@[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)+")
_CURRENCY, _COUNTRY = re.compile(r"[A-Z]{3}"), re.compile(r"[A-Z]{2}")


def problems(listing: Listing, known_needs: Collection[str], known_supports: Collection[str]) -> list[Problem]:
    """Everything that is wrong with the listing; an empty list when all is well."""
    return [
        *_own(listing),
        *_texts(listing, ""),
        *_listed("needs", listing.needs, known_needs, "unknown-need"),
        *_listed("supports", listing.supports, known_supports, "unknown-support"),
        *_languages("languages", listing.languages),
        *_links(listing),
        *_contacts(listing),
        *(_location(listing.location) if listing.location else ()),
        *(_eligibility(listing.eligibility) if listing.eligibility else ()),
        *_costs(listing),
        *(_papers(listing.papers) if listing.papers else ()),
        *(_sign_up(listing.sign_up) if listing.sign_up else ()),
        *(_places(listing.places) if listing.places else ()),
        *(found for place, row in enumerate(listing.schedules) for found in row_problems(row, f"schedules[{place}]")),
        *(
            found
            for place, each in enumerate(listing.schedule_exceptions)
            for found in exception_problems(each, f"schedule_exceptions[{place}]")
        ),
    ]


def _own(listing: Listing) -> Iterator[Problem]:
    if not is_id(listing.id) and listing.id:  # a new listing has none yet: it gets one from its name
        yield Problem("id", "bad-id", listing.id)
    if listing.number is not None and not FIRST_NUMBER <= listing.number <= LAST_NUMBER:
        yield Problem("number", "bad-number", str(listing.number))
    if not any(text.strip() for text in listing.name.values()):
        yield Problem("name", "no-name")
    if listing.minutes_needed is not None and listing.minutes_needed < 0:
        yield Problem("minutes_needed", "negative", str(listing.minutes_needed))


def _texts(part: DataclassInstance, path: str) -> Iterator[Problem]:
    """Every text of the part and of the parts below it: its language, and that it is neither blank nor over-long."""
    for name, value in _members(part):
        here = f"{path}.{name}" if path else name
        if isinstance(value, Mapping):
            yield from _words(value, name, here)
        elif isinstance(value, str):
            yield from _length(value, here, _LONGEST.get(name, _LONGEST_PLAIN))
            if "\n" in value:
                yield Problem(here, "one-line")
        elif is_dataclass(value) and not isinstance(value, type):
            yield from _texts(value, here)
        elif isinstance(value, tuple):
            for place, item in enumerate(value):
                if is_dataclass(item) and not isinstance(item, type):
                    yield from _texts(item, f"{here}[{place}]")
                elif isinstance(item, str):
                    yield from _length(item, f"{here}[{place}]", _LONGEST_PLAIN)


def _members(part: DataclassInstance) -> Iterator[tuple[str, object]]:
    return ((each.name.rstrip("_"), getattr(part, each.name)) for each in fields(part) if each.name != "extra")


def _words(words: Mapping[str, str], name: str, path: str) -> Iterator[Problem]:
    for language, text in words.items():
        here = f"{path}.{language}"
        if not _LANGUAGE.fullmatch(language):
            yield Problem(here, "bad-language", language)
        if not text.strip():
            yield Problem(here, "blank")
        if name in _ONE_LINE and "\n" in text:
            yield Problem(here, "one-line")
        yield from _length(text, here, _LONGEST.get(name, _LONGEST_WORDS))


def _length(text: str, path: str, longest: int) -> Iterator[Problem]:
    if len(text) > longest:
        yield Problem(path, "too-long", str(len(text)), str(longest))


def _listed(path: str, values: Iterable[str], known: Collection[str], code: str) -> Iterator[Problem]:
    """Each value is known, and stands there once."""
    seen: set[str] = set()
    for place, value in enumerate(values):
        if value not in known:
            yield Problem(f"{path}[{place}]", code, value)
        if value in seen:
            yield Problem(f"{path}[{place}]", "twice", value)
        seen.add(value)


def _languages(path: str, codes: Iterable[str]) -> Iterator[Problem]:
    for place, code in enumerate(codes):
        if not _LANGUAGE.fullmatch(code):
            yield Problem(f"{path}[{place}]", "bad-language", code)


def _links(listing: Listing) -> Iterator[Problem]:
    links = [("url", listing.url, False)]
    if listing.organization:
        links.append(("organization.url", listing.organization.url, False))
    if listing.sign_up:
        links.append(("sign_up.url", listing.sign_up.url, True))  # it becomes a code: https only
    for path, url, is_code in links:
        code = link_problem(url, https_only=is_code) if url else ""
        if code:
            yield Problem(path, code, url)


def _contacts(listing: Listing) -> Iterator[Problem]:
    for place, phone in enumerate(listing.phones):
        yield from _phone(phone, f"phones[{place}]")
    if listing.email and not _EMAIL.fullmatch(listing.email):
        yield Problem("email", "bad-email", listing.email)


def _phone(phone: Phone, path: str) -> Iterator[Problem]:
    if not _PHONE.fullmatch(phone.number):
        yield Problem(f"{path}.number", "bad-phone", phone.number)
    if phone.extension and not _EXTENSION.fullmatch(phone.extension):
        yield Problem(f"{path}.extension", "bad-extension", phone.extension)
    yield from _languages(f"{path}.languages", phone.languages)


def _location(location: Location) -> Iterator[Problem]:
    latitude, longitude = location.latitude, location.longitude
    if latitude is not None and not -90 <= latitude <= 90:
        yield Problem("location.latitude", "bad-latitude", f"{latitude:g}")
    if longitude is not None and not -180 <= longitude <= 180:
        yield Problem("location.longitude", "bad-longitude", f"{longitude:g}")
    if (latitude is None) != (longitude is None):
        yield Problem("location.longitude" if longitude is None else "location.latitude", "half-a-place")
    country = location.address.country if location.address else ""
    if country and not _COUNTRY.fullmatch(country):
        yield Problem("location.address.country", "bad-country", country)


def _eligibility(who: Eligibility) -> Iterator[Problem]:
    for name, age in (("minimum_age", who.minimum_age), ("maximum_age", who.maximum_age)):
        if age is not None and not 0 <= age <= 120:
            yield Problem(f"eligibility.{name}", "bad-age", str(age))
    if who.minimum_age is not None and who.maximum_age is not None and who.minimum_age > who.maximum_age:
        yield Problem("eligibility.maximum_age", "ages-reversed", str(who.minimum_age), str(who.maximum_age))
    yield from _listed("eligibility.grades", who.grades, GRADES, "bad-grade")


def _costs(listing: Listing) -> Iterator[Problem]:
    for place, cost in enumerate(listing.cost_options):
        if cost.amount is not None and cost.amount < 0:
            yield Problem(f"cost_options[{place}].amount", "negative", f"{cost.amount:g}")
        if not _CURRENCY.fullmatch(cost.currency):
            yield Problem(f"cost_options[{place}].currency", "bad-currency", cost.currency)


def _papers(papers: Papers) -> Iterator[Problem]:
    yield from _listed("papers.asks", papers.asks, PAPERS, "bad-paper")


def _sign_up(sign_up: SignUp) -> Iterator[Problem]:
    if sign_up.opens and sign_up.closes and sign_up.closes < sign_up.opens:
        yield Problem("sign_up.closes", "upside-down", str(sign_up.opens), str(sign_up.closes))


def _places(places: Places) -> Iterator[Problem]:
    for name, count in (("left", places.left), ("waiting", places.waiting)):
        if count is not None and count < 0:
            yield Problem(f"places.{name}", "negative", str(count))
    if not 1 <= places.good_for_days <= 365:
        yield Problem("places.good_for_days", "too-many-days", str(places.good_for_days))
