"""A value of a listing in words: a time, a day, a choice, hours, a phone; never the JSON that it is kept as."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from kiosk.domain.errors import KioskError
from kiosk.domain.steps import steps_of
from kiosk.domain.text import clean_text
from kiosk.pages.cost import paper_names
from kiosk.pages.hours_words import clock
from kiosk.pages.route import Route
from kiosk.pages.staff.parts import StaffAsk
from kiosk.pages.staff.path_words import path_words, plain_path
from kiosk.services.phones import shown as phone_shown

if TYPE_CHECKING:
    from kiosk.domain.listing import Listing

LARGEST = 2**53
"""The largest number that a listing may hold."""
DEEPEST = 3
"""Levels of a value that are put in words; what lies deeper is shown as it is kept."""
_CLOCKS = frozenset({"opens_at", "closes_at", "late_bus", "pick_up_until"})
_DAYS = frozenset({"assured_date", "opens", "closes", "checked", "said", "from", "to"})


def value_words(ask: StaffAsk, path: str, value: object, depth: int = 0) -> str:
    """What stands at a path, or would."""
    say = ask.words.say
    if value is None or value == "" or value == [] or value == {}:
        return say("nothing")
    plain = _plain(path)
    last = plain.rpartition(".")[2]
    special = _special(ask, plain, path, value)
    if special:
        return special
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    if isinstance(value, str):
        return _text(ask, plain, last, value)
    if isinstance(value, (int, float)):
        return ask.words.number(value) if abs(value) <= LARGEST else _as_kept(value)
    if depth >= DEEPEST:
        return _as_kept(value)
    if isinstance(value, Mapping):
        return _map(ask, path, value, depth)
    if isinstance(value, (list, tuple)):
        return ", ".join(value_words(ask, f"{path}[{place}]", each, depth + 1) for place, each in enumerate(value))
    return _as_kept(value)


def listing_of(ask: StaffAsk, **members: object) -> Listing | None:
    """A listing that has only these members, to have them said; None when they cannot be read."""
    try:
        return ask.desk.editing.draft({"id": "x", "name": {"en": "x"}, **members})
    except KioskError:
        return None


def _special(ask: StaffAsk, plain: str, path: str, value: object) -> str:
    """Values that are said whole; empty for all others."""
    if plain == "schedules" and isinstance(value, list):
        return _hours(ask, value)
    if plain == "schedule_exceptions" and isinstance(value, Mapping):
        return _exception(ask, value)
    if plain == "phones" and isinstance(value, Mapping):
        return _phone(ask, value)
    if plain == "cost_options" and isinstance(value, Mapping):
        return _cost(ask, value)
    if plain in ("assured_date+assurer", "location.latitude+longitude") and isinstance(value, Mapping):
        parts = [value_words(ask, f"{path.partition('+')[0]}", each) for each in value.values()]
        return ", ".join(parts)
    if plain == "location.address" and isinstance(value, Mapping):
        return ", ".join(str(part) for part in value.values() if isinstance(part, str))
    if isinstance(value, (list, tuple)) and all(isinstance(each, str) for each in value):
        return _names(ask, plain, [str(each) for each in value])
    return ""


def _hours(ask: StaffAsk, rows: list[object]) -> str:
    from kiosk.pages.hours_words import regular

    listing = listing_of(ask, schedules=rows)
    return "; ".join(regular(ask.family(Route("listing", "x")), listing)) if listing is not None else _as_kept(rows)


def _exception(ask: StaffAsk, value: Mapping[str, object]) -> str:
    """`Closed Nov 26 to 27: Thanksgiving`, `Dec 16: 8:00 AM to 2:00 PM`."""
    listing = listing_of(ask, schedule_exceptions=[value])
    if listing is None:
        return _as_kept(value)
    (day,) = listing.schedule_exceptions
    say, words = ask.words.say, ask.words
    days, reason = words.days(day.from_, day.to), words.pick(day.reason)
    opens, closes = clock(day.opens_at), clock(day.closes_at)
    if day.closed or opens is None or closes is None:
        told = say("closed {days}", days=days) if day.closed else say("{days}: hours not known", days=days)
    else:
        told = say("{day}: {hours}", day=days, hours=words.span(opens, closes))
    return say("{what}, {reason}", what=told, reason=reason) if reason else told


def _phone(ask: StaffAsk, value: Mapping[str, object]) -> str:
    number, extension = str(value.get("number", "")), str(value.get("extension", ""))
    ext = ask.words.say("ext.")
    return phone_shown(number, extension, ask.desk.center.settings.region, ext)


def _cost(ask: StaffAsk, value: Mapping[str, object]) -> str:
    amount, option = value.get("amount"), value.get("option")
    told = ask.words.pick({str(k): str(v) for k, v in option.items()}) if isinstance(option, Mapping) else ""
    if isinstance(amount, (int, float)) and not isinstance(amount, bool) and abs(amount) <= LARGEST:
        price = (
            ask.words.say("free") if amount == 0 else ask.words.money(float(amount), str(value.get("currency", "USD")))
        )
        return f"{price}: {told}" if told else price
    return told


def _names(ask: StaffAsk, plain: str, ids: list[str]) -> str:
    """Needs, supports, languages, grades, papers by their names."""
    content, words = ask.desk.center.content, ask.words
    if plain == "needs":
        known = {need.id: need.name for need in content.needs}
        return ", ".join(words.pick(known[id]) if id in known else id for id in ids)
    if plain == "supports":
        supports = {each.id: each.name for each in content.supports}
        return ", ".join(words.pick(supports[id]) if id in supports else id for id in ids)
    if plain in ("languages", "phones.languages"):
        return ", ".join(words.language_name(id, own=False) if content.language(id) else id for id in ids)
    if plain == "eligibility.grades":
        return ", ".join(words.grade(id) for id in ids)
    if plain == "papers.asks":
        return ", ".join(paper_names(words, tuple(ids)))
    return ", ".join(ids)


def _text(ask: StaffAsk, plain: str, last: str, value: str) -> str:
    if plain == "phones.number":
        return phone_shown(value, "", ask.desk.center.settings.region)
    if last in _CLOCKS and (at := clock(value[:5])) is not None:
        return ask.words.time(at)
    if last in _DAYS and plain.partition(".")[0] != "x_":
        try:
            return ask.words.date_near(date.fromisoformat(value), ask.today)
        except ValueError:
            return value
    return _choices(ask).get(value, value) if last in ("status", "state", "immigration", "type") else value


def _choices(ask: StaffAsk) -> dict[str, str]:
    say = ask.words.say
    return {
        "active": say("yes, shown"),
        "inactive": say("no, hidden"),
        "defunct": say("no, it has ended"),
        "temporarily closed": say("closed for now"),
        "open": say("open"),
        "few": say("few left"),
        "full": say("full"),
        "waitlist": say("waitlist"),
        "asked": say("they ask"),
        "not-asked": say("they do not ask"),
        "voice": say("calls"),
        "text": say("text messages"),
        "tty": say("TTY"),
        "fax": say("fax"),
    }


def _map(ask: StaffAsk, path: str, value: Mapping[str, object], depth: int) -> str:
    """Texts by language, or members by their names."""
    content = ask.desk.center.content
    if all(isinstance(each, str) for each in value.values()) and all(content.language(str(key)) for key in value):
        texts = {str(key): str(each) for key, each in value.items()}
        if len(texts) == 1:
            return next(iter(texts.values()))
        return "; ".join(f"{ask.words.language_name(code, own=False)}: {text}" for code, text in texts.items())
    told = []
    for key, each in value.items():
        here = f"{path}.{key}" if path else str(key)
        told.append(f"{path_words(ask, here)}: {value_words(ask, here, each, depth + 1)}")
    return "; ".join(told)


def _plain(path: str) -> str:
    try:
        return plain_path(steps_of(path)) if path else ""
    except KioskError:
        return path


def _as_kept(value: object) -> str:
    return clean_text(json.dumps(value, ensure_ascii=False))[:200]
