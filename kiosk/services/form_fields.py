"""The form's fields: where each value stands in a listing's document, of what kind it is, and what is typed into it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Literal, TypeVar

from kiosk.domain.kept import Document
from kiosk.domain.paths import value_at
from kiosk.domain.text import clean_text, fold
from kiosk.domain.typed.one_day import read_day
from kiosk.domain.typed.one_time import read_time
from kiosk.domain.values import dataclass

Read = TypeVar("Read")

Kind = Literal["text", "number", "money", "day", "time", "list", "names", "phone", "choice", "flag", "hours"]
"""`names` are ids that are typed by their names; `hours` are a row or a closing, which have a screen of their own."""
SectionId = Literal["words", "needs", "who", "where", "hours", "places", "sign-up", "answers", "notice"]
SECTIONS: tuple[SectionId, ...] = (
    "words", "needs", "who", "where", "hours", "places", "sign-up", "answers", "notice",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the form: where its value stands in the document, of what kind it is, what may be chosen."""

    path: str
    kind: Kind = "text"
    choices: tuple[str, ...] = ()


def fields(section: SectionId, doc: Document, languages: Sequence[str]) -> tuple[Field, ...]:
    """The fields of a section. Lists have one more row than the listing has, to begin a new one."""
    return tuple(_FIELDS[section](doc, languages))


def value_of(field: Field, text: str, names: Mapping[str, str], not_before: date) -> object:
    """The value that a text means in a field, None for none. `ValueError` when it means none that can be kept.

    `names` are what may be typed for an id, folded; for `money` the words that mean nothing is to be paid. A day
    without its year is the next one from `not_before` on.
    """
    words = clean_text(text).strip()
    if not words:
        return None
    if field.kind == "money" and fold(words) in names:
        return 0
    if field.kind in ("number", "money"):
        number = float(words.replace("$", "").replace(",", ""))
        return int(number) if number == int(number) else number
    if field.kind == "day":
        return _sure(read_day(words, not_before)).isoformat()
    if field.kind == "time":
        return _sure(read_time(words))
    if field.kind == "list":
        return [word.strip() for word in words.split(",") if word.strip()]
    if field.kind == "names":
        return _ids(words, names)
    return words


def _sure(value: Read | None) -> Read:
    if value is None:
        raise ValueError
    return value


def _ids(words: str, names: Mapping[str, str]) -> list[str]:
    """The ids of names with commas between them; a name may have a comma of its own."""
    parts = [fold(part.strip()) for part in words.split(",")]
    found: list[str] = []
    while parts:
        ends = (end for end in range(len(parts), 0, -1) if ", ".join(parts[:end]) in names)
        end = next(ends, 0)
        if not end:
            raise ValueError(parts[0])
        found.append(names[", ".join(parts[:end])])
        parts = parts[end:]
    return found


def _texts(name: str, languages: Iterable[str]) -> Iterator[Field]:
    return (Field(f"{name}.{code}") for code in languages)


def _rows(doc: Document, name: str) -> range:
    rows = doc.get(name)
    return range(len(rows) + 1 if isinstance(rows, list) else 1)


def _words(_: Document, languages: Sequence[str]) -> Iterator[Field]:
    for name in ("name", "alternate_name", "description"):
        yield from _texts(name, languages)


def _needs(_: Document, __: Sequence[str]) -> Iterator[Field]:
    yield Field("needs", "names")
    yield Field("supports", "names")
    yield Field("sensitive", "flag")


def _who(_: Document, languages: Sequence[str]) -> Iterator[Field]:
    yield from _texts("eligibility.description", languages)
    yield Field("eligibility.minimum_age", "number")
    yield Field("eligibility.maximum_age", "number")
    yield Field("eligibility.grades", "names")
    yield Field("cost_options[0].amount", "money")
    yield Field("papers.asks", "names")
    yield Field("papers.immigration", "choice", ("asked", "not-asked"))
    yield Field("papers.checked", "day")
    yield from _texts("application_process", languages)
    yield Field("minutes_needed", "number")


def _where(_: Document, languages: Sequence[str]) -> Iterator[Field]:
    yield Field("location.room")
    yield Field("location.at_school", "flag")
    yield Field("location.name")
    yield Field("location.address.address_1")
    yield Field("location.address.city")
    yield from _texts("location.directions", languages)


def _hours(doc: Document, _: Sequence[str]) -> Iterator[Field]:
    for row in _rows(doc, "schedules"):
        yield Field(f"schedules[{row}]", "hours")
    yield Field("by_appointment", "flag")


def _places(_: Document, __: Sequence[str]) -> Iterator[Field]:
    yield Field("places.state", "choice", ("open", "few", "full", "waitlist"))
    yield Field("places.left", "number")
    yield Field("places.said", "day")
    yield Field("way_home.late_bus", "time")
    yield Field("way_home.pick_up_until", "time")


def _sign_up(_: Document, languages: Sequence[str]) -> Iterator[Field]:
    yield Field("sign_up.url")
    yield Field("sign_up.opens", "day")
    yield Field("sign_up.closes", "day")
    yield Field("sign_up.state", "choice", ("open", "full", "waitlist"))
    yield from _texts("sign_up.no_phone", languages)


def _answers(doc: Document, _: Sequence[str]) -> Iterator[Field]:
    for row in _rows(doc, "phones"):
        yield Field(f"phones[{row}].number", "phone")
        if value_at(doc, f"phones[{row}]") is not None:
            yield Field(f"phones[{row}].extension")
    yield Field("email")
    yield Field("url")
    yield Field("languages", "names")


def _notice(doc: Document, languages: Sequence[str]) -> Iterator[Field]:
    yield Field("status", "choice", ("active", "inactive", "temporarily closed"))
    yield from _texts("alert", languages)
    for row in _rows(doc, "schedule_exceptions"):
        yield Field(f"schedule_exceptions[{row}]", "hours")


_FIELDS: Mapping[SectionId, Callable[[Document, Sequence[str]], Iterator[Field]]] = {
    "words": _words, "needs": _needs, "who": _who, "where": _where, "hours": _hours, "places": _places,
    "sign-up": _sign_up, "answers": _answers, "notice": _notice,
}  # fmt: skip
