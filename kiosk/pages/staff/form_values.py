"""What stands in the form's fields in people's words, and what they mean when they are typed: never a code."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from kiosk.domain.paths import value_at
from kiosk.domain.problems import GRADES, PAPERS
from kiosk.domain.text import fold
from kiosk.pages.cost import paper_names
from kiosk.pages.staff.language_names import language_codes
from kiosk.pages.staff.parts import StaffAsk
from kiosk.pages.staff.said_hours import said_closing, said_text
from kiosk.pages.staff.value_words import listing_of, value_words
from kiosk.services.form import Form
from kiosk.services.form_fields import Field, value_of
from kiosk.services.phones import read as read_phone

_IN_WORDS = frozenset({"choice", "day", "flag", "money", "names", "phone", "time"})
"""Kinds whose values are kept as codes."""
_HALF_A_YEAR = timedelta(days=183)
"""A day without its year is the one within half a year: as such days are shown, whether they are past or to come."""
PAPERS_ASKED = "papers.asks"
"""Once it was checked, an empty list says that no papers are asked for."""
HOURS = "schedules"
"""Where the form keeps a line of hours that is typed and not taken."""


def shown_value(ask: StaffAsk, form: Form, field: Field) -> str:
    """What stands in a field as it is typed."""
    if field.path in form.typed:
        return form.typed[field.path]
    value = form.value(field)
    if field.kind == "hours":
        return _hours(ask, form, field, value)
    if value is None or value == [] or value == "":
        no_papers = field.path == PAPERS_ASKED and value_at(form.doc, "papers.checked") is not None
        return ask.words.say("none") if no_papers else ""
    if field.path == "languages" and isinstance(value, list):
        return ", ".join(ask.words.language_name(str(code), own=False) for code in value)
    if field.kind in _IN_WORDS:
        return value_words(ask, field.path, value) if field.kind != "money" else _money(ask, value)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return f"{value:g}" if isinstance(value, float) else str(value)


def typed_value(ask: StaffAsk, field: Field, text: str) -> object:
    """The value that a text means in a field; `ValueError` when it means none."""
    if field.path == PAPERS_ASKED and fold(text.strip()) in ("none", fold(ask.words.say("none"))):
        return None
    if field.path == "languages":
        codes, unknown = language_codes(ask, text)
        if unknown:
            raise ValueError(unknown)
        return list(codes)
    if field.kind == "phone":
        dialled = read_phone(text, ask.desk.center.settings.region) if text.strip() else None
        if dialled is not None and dialled.extension:
            raise ValueError(dialled.extension)  # it has a field of its own
        return dialled.number if dialled is not None else None
    return value_of(field, text, _names(ask, field), ask.today - _HALF_A_YEAR)


def not_read(ask: StaffAsk, path: str) -> str:
    """What is said beside a field whose text means nothing that can be kept."""
    say = ask.words.say
    if path == HOURS:
        return say("Typed, and not taken yet.")
    ways = {
        "day": say("No day was read. Type it like Nov 24."),
        "time": say("No time was read. Type it like 5:10 PM."),
        "number": say("No number was read."),
        "money": say("No price was read. Type it like 25, or free."),
        "phone": say("No phone number was read. Type it like 860-555-0112."),
        "names": say("One of these names is not known."),
    }
    return ways.get(_kind_of(path), say("This cannot be read. It is kept as you typed it."))


def _kind_of(path: str) -> str:
    """The kind of a field, from its path alone: where it stands in the form does not matter here."""
    last = path.rpartition(".")[2]
    kinds = {
        "checked": "day", "said": "day", "opens": "day", "closes": "day", "late_bus": "time", "pick_up_until": "time",
        "amount": "money", "minimum_age": "number", "maximum_age": "number", "minutes_needed": "number",
        "left": "number", "needs": "names", "supports": "names", "languages": "names", "asks": "names",
        "grades": "names", "number": "phone",
    }  # fmt: skip
    return kinds.get(last, "")


def _names(ask: StaffAsk, field: Field) -> Mapping[str, str]:
    """What may be typed into a field of names, folded -> the id it means: in every language, and the id itself."""
    content, words = ask.desk.center.content, ask.words
    if field.path in ("needs", "supports"):
        known = content.needs if field.path == "needs" else content.supports
        return {fold(text): each.id for each in known for text in (each.id, *each.name.values())}
    if field.path == PAPERS_ASKED:
        return {fold(name): id for id in PAPERS for name in (id, *paper_names(words, (id,)))}
    if field.path == "eligibility.grades":
        return {fold(name): grade for grade in GRADES for name in (grade, words.grade(grade))}
    if field.kind == "money":
        return {fold(word): "0" for word in ("free", words.say("free"))}
    return {}


def _money(ask: StaffAsk, value: object) -> str:
    """A price as it is typed: `free`, `25`, `12.50`."""
    if value == 0:
        return ask.words.say("free")
    if isinstance(value, float):
        return f"{value:.2f}".removesuffix(".00")
    return str(value)


def _hours(ask: StaffAsk, form: Form, field: Field, value: object) -> str:
    """A row of hours or a day that differs, in words; behind the last row what is typed and not taken yet."""
    name = field.path.partition("[")[0]
    if value is None:
        return form.typed.get(HOURS, "") if name == HOURS else ""
    listing = listing_of(ask, **{name: [value]})
    if listing is None:
        return value_words(ask, name, value)
    if listing.schedules:
        return said_text(ask.words, listing.schedules, ask.today) or ask.words.say("over")
    if listing.schedule_exceptions:
        (closing,) = listing.schedule_exceptions
        reason = ask.words.pick(closing.reason)
        said = said_closing(ask.words, closing, ask.today)
        return ask.words.say("{what}, {reason}", what=said, reason=reason) if reason else said
    return ""
