"""What can be changed of many listings in words: the fields, the choices of one, and how to write its value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kiosk.domain.errors import Refused
from kiosk.domain.text import clean_text, fold
from kiosk.domain.typed.one_day import read_day
from kiosk.domain.values import dataclass
from kiosk.pages.staff.language_names import language_codes
from kiosk.pages.staff.parts import StaffAsk
from kiosk.pages.staff.value_words import value_words
from kiosk.services.bulk_fields import BulkField, BulkId
from kiosk.services.phones import read as read_phone


@dataclass(frozen=True, slots=True)
class Typed:
    """What was read from a typed value: None to take it away; with a sentence when it cannot be taken."""

    value: object = None
    problem: str = ""


def bulk_titles(ask: StaffAsk) -> dict[BulkId, str]:
    """Each field's name."""
    say = ask.words.say
    language = ask.words.language_name
    return {
        "checked": say("Checked today"),
        "status": say("Shown to families"),
        "hours-until": say("Hours known until"),
        "phone": say("Phone"),
        "email": say("E-mail"),
        "url": say("Web page"),
        "runs-it": say("Who runs it"),
        "place": say("Name of the place"),
        "room": say("Room"),
        "street": say("Street"),
        "town": say("Town"),
        "add-need": say("Add a need"),
        "drop-need": say("Take a need away"),
        "add-support": say("Add a school support"),
        "drop-support": say("Take a school support away"),
        "languages": say("Languages spoken"),
        "sign-up": say("Sign-up is"),
        "notice-en": say("Notice ({language})", language=language("en", own=False)),
        "notice-es": say("Notice ({language})", language=language("es", own=False)),
    }


def choice_lines(ask: StaffAsk, field: BulkField, ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Values to choose from, each with its words; empty where one is typed."""
    if field.kind == "choice":
        return tuple((choice, value_words(ask, field.path, choice)) for choice in field.choices)
    if field.kind not in ("need", "support"):
        return ()
    content = ask.desk.center.content
    known = content.needs if field.kind == "need" else content.supports
    lines = [(each.id, ask.words.pick(each.name)) for each in known]
    if field.how == "drop":
        there = frozenset(_there(ask, field, ids))
        lines = [line for line in lines if line[0] in there]
    return tuple(sorted(lines, key=lambda line: fold(line[1])))


def hint(ask: StaffAsk, field: BulkField) -> str:
    """How to write a value."""
    say = ask.words.say
    hints = {
        "phone": say("As 860-555-0112. Leave it empty to take the first number away."),
        "day": say("As Jun 11, or 2027-06-11. Leave it empty for no end."),
        "languages": say("By name, such as English, Spanish."),
    }
    return hints.get(field.kind) or say("Leave it empty to take it away.")


def typed(ask: StaffAsk, field: BulkField, text: str) -> Typed:
    """The value that was typed."""
    say, words = ask.words.say, " ".join(clean_text(text).split())
    if not words:
        return Typed()
    if field.kind == "day":
        day = read_day(words, ask.today)
        return (
            Typed(day.isoformat()) if day else Typed(problem=say("This is no day. Write it as Jun 11, or 2027-06-11."))
        )
    if field.kind == "phone":
        try:
            return Typed(read_phone(words, ask.desk.center.settings.region).number)
        except Refused:
            return Typed(problem=say("This is no phone number. Write it with its area code."))
    if field.kind == "languages":
        codes, unknown = language_codes(ask, words)
        if unknown:
            return Typed(problem=say("“{name}” is no language that is known here.", name=unknown))
        return Typed(list(codes))
    return Typed(words)


def _there(ask: StaffAsk, field: BulkField, ids: Iterable[str]) -> Iterator[str]:
    """The needs or supports that one of the listings has."""
    snapshot = ask.desk.records.load()
    for id in ids:
        kept = snapshot.listings.get(id)
        if kept is not None:
            yield from kept.head.needs if field.kind == "need" else kept.head.supports
