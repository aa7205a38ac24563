"""The form: one listing while somebody writes it. What is typed is kept as a draft from the first letter on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from kiosk.domain.errors import Refused
from kiosk.domain.kept import Document, Kept, Saved
from kiosk.domain.listing import Listing
from kiosk.domain.paths import value_at, with_value
from kiosk.domain.problems import BadListing, Problem
from kiosk.domain.text import clean_text, fold
from kiosk.domain.values import dataclass
from kiosk.services.desk import Desk

Kind = Literal["text", "number", "day", "list", "names", "choice", "flag"]
SectionId = Literal["words", "needs", "who", "where", "hours", "places", "sign-up", "answers", "notice"]
SECTIONS: tuple[SectionId, ...] = (
    "words", "needs", "who", "where", "hours", "places", "sign-up", "answers", "notice",
)  # fmt: skip
DRAFTS = "drafts"
MOST_UNDONE = 200
_UNSAFE = re.compile(r"[^a-z0-9_.@-]+")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the form: where its value stands in the document, of what kind it is, what may be chosen."""

    path: str
    kind: Kind = "text"
    choices: tuple[str, ...] = ()


def fields(section: SectionId, doc: Document, languages: Sequence[str]) -> tuple[Field, ...]:
    """The fields of a section. Lists have one more row than the listing has, to begin a new one."""
    return tuple(_FIELDS[section](doc, languages))


class Form:
    """One listing being written by one person. `doc` is what it would be; `base` what it was when it was opened."""

    def __init__(self, desk: Desk, id: str, *, copy: bool = False) -> None:
        self._desk = desk
        self.id = "" if copy else id
        self.rev = ""
        self.base: dict[str, object] = {}
        if id:
            kept = desk.records.get(id)
            self.base = desk.records.document(kept)
            self.id, self.rev = (kept.id, kept.rev) if not copy else ("", "")
        self.doc: dict[str, object] = dict(self.base)
        if copy:
            for key in ("id", "number", "assured_date", "assurer"):
                self.doc.pop(key, None)
            self.base = {}
        self.typed: dict[str, str] = {}
        """What was typed into a field and cannot be its value: kept as it is, and shown with what is wrong."""
        self._before: list[tuple[dict[str, object], dict[str, str]]] = []
        self.is_resumed = not copy and self._resume()
        """Whether a draft was found and goes on."""

    @property
    def is_changed(self) -> bool:
        """Whether there is anything to save."""
        return self.doc != self.base or bool(self.typed)

    @property
    def changed(self) -> frozenset[str]:
        """The top-level fields that differ from what was opened."""
        keys = {*self.base, *self.doc}
        return frozenset(key for key in keys if self.base.get(key) != self.doc.get(key))

    def value(self, field: Field) -> object:
        """What stands in a field."""
        return value_at(self.doc, field.path)

    def set(self, field: Field, text: str, names: Mapping[str, str]) -> None:
        """Take what is typed into a field. `names` are the ids that the words of a `names` field mean, folded."""
        self._before = [*self._before[-MOST_UNDONE:], (self.doc, dict(self.typed))]
        try:
            self.doc = with_value(self.doc, field.path, _read(field, text, names))
            self.typed.pop(field.path, None)
        except (ValueError, Refused):
            self.typed[field.path] = text
        self.keep()

    def turn(self, field: Field) -> None:
        """The next of a field's choices."""
        choices = ("", *field.choices) if field.kind == "choice" else ("", "true")
        now = self.value(field)
        here = "true" if now is True else str(now or "")
        after = choices[(choices.index(here) + 1) % len(choices)] if here in choices else choices[0]
        self.set(field, after, {})

    def undo(self) -> bool:
        """Take the last thing typed back; False when there is nothing."""
        if not self._before:
            return False
        self.doc, self.typed = self._before.pop()
        self.keep()
        return True

    def problems(self) -> list[Problem]:
        """Everything that is wrong with it as it stands, what cannot be read first."""
        found = [Problem(path, "not-read", text) for path, text in self.typed.items()]
        return [*found, *self._desk.editing.problems(self.doc)]

    def listing(self) -> Listing | None:
        """The listing as it would be kept, None while something in it cannot be."""
        try:
            return self._desk.editing.draft(self.doc)
        except Refused:
            return None

    def as_kept(self) -> Kept | None:
        """The same as a family would be shown it."""
        listing = self.listing()
        return Kept(listing, self.rev) if listing is not None else None

    def discard(self) -> None:
        """Give up what was typed. `undo` brings it back."""
        self._before = [*self._before[-MOST_UNDONE:], (self.doc, dict(self.typed))]
        self.doc, self.typed = dict(self.base), {}
        self.forget()

    def save(self) -> Saved:
        """Keep it. `Refused` names what is wrong, and everything stays as it was typed."""
        if self.typed:
            path, text = next(iter(self.typed.items()))
            message = f"{path}: “{text}” cannot be read. Nothing was changed. Write it another way."
            raise BadListing(message, [Problem(path, "not-read", text)])
        by = self._desk.who.name
        if self.id:
            saved = self._desk.editing.set(self.id, self.doc, self.rev, by)
        else:
            (saved,) = self._desk.editing.add([self.doc], by)
        self.forget()
        return saved

    def check(self, today: date) -> None:
        """Note that a person checked it today, which saving alone never says."""
        self._before = [*self._before[-MOST_UNDONE:], (self.doc, dict(self.typed))]
        self.doc = {**self.doc, "assured_date": today.isoformat(), "assurer": self._desk.who.name}
        self.keep()

    def keep(self) -> None:
        """Keep what was typed as a draft, whatever happens next."""
        if self.is_changed:
            note = {
                "id": self.id,
                "by": self._desk.who.name,
                "started_from": self.rev,
                "base": self.base,
                "doc": self.doc,
            }
            self._desk.notes.write(DRAFTS, self._name, {**note, "typed": self.typed})
        else:
            self.forget()

    def forget(self) -> None:
        """Let the draft go: it was saved, or given up on purpose."""
        self._desk.notes.remove(DRAFTS, self._name)

    @property
    def _name(self) -> str:
        return f"{self.id or 'new'}.{_UNSAFE.sub('-', fold(self._desk.who.name)) or 'somebody'}"[:100]

    def _resume(self) -> bool:
        note = self._desk.notes.read(DRAFTS, self._name)
        if note is None or not isinstance(note.get("doc"), dict):
            return False
        base, typed = note.get("base"), note.get("typed")
        self.doc = _tree(note.get("doc"))
        self.base = _tree(base)
        self.rev = str(note.get("started_from", ""))
        self.typed = {key: str(text) for key, text in _tree(typed).items()}
        return True


def _tree(value: object) -> dict[str, object]:
    return {str(key): each for key, each in value.items()} if isinstance(value, dict) else {}


def _read(field: Field, text: str, names: Mapping[str, str]) -> object:
    """The value that a text means in a field; None for none. `ValueError` when it means none that can be kept."""
    words = clean_text(text).strip()
    if not words:
        return None
    if field.kind == "number":
        number = float(words.replace("$", "").replace(",", ""))
        return int(number) if number == int(number) else number
    if field.kind == "day":
        return date.fromisoformat(words).isoformat()
    if field.kind == "list":
        return [word.strip() for word in words.split(",") if word.strip()]
    if field.kind == "names":
        return _ids(words, names)
    if field.kind == "flag":
        return words == "true"
    return words


def _ids(words: str, names: Mapping[str, str]) -> list[str]:
    found = []
    for word in words.split(","):
        if fold(word.strip()) not in names:
            raise ValueError(word)
        found.append(names[fold(word.strip())])
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
    yield Field("eligibility.grades", "list")
    yield Field("cost_options[0].amount", "number")
    yield Field("papers.asks", "list")
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
        yield Field(f"schedules[{row}].byday", "list")
        yield Field(f"schedules[{row}].opens_at")
        yield Field(f"schedules[{row}].closes_at")
        if value_at(doc, f"schedules[{row}]") is not None:
            yield Field(f"schedules[{row}].on", "choice", ("school-days", "no-school-days", "any-day"))
            shorter = ("shortened", "moved", "cancelled", "as-usual")
            yield Field(f"schedules[{row}].short_days", "choice", shorter)
            yield Field(f"schedules[{row}].valid_to", "day")
    yield Field("by_appointment", "flag")


def _places(_: Document, __: Sequence[str]) -> Iterator[Field]:
    yield Field("places.state", "choice", ("open", "few", "full", "waitlist"))
    yield Field("places.left", "number")
    yield Field("places.said", "day")
    yield Field("way_home.late_bus")
    yield Field("way_home.pick_up_until")


def _sign_up(_: Document, languages: Sequence[str]) -> Iterator[Field]:
    yield Field("sign_up.url")
    yield Field("sign_up.opens", "day")
    yield Field("sign_up.closes", "day")
    yield Field("sign_up.state", "choice", ("open", "full", "waitlist"))
    yield from _texts("sign_up.no_phone", languages)


def _answers(doc: Document, _: Sequence[str]) -> Iterator[Field]:
    for row in _rows(doc, "phones"):
        yield Field(f"phones[{row}].number")
        if value_at(doc, f"phones[{row}]") is not None:
            yield Field(f"phones[{row}].extension")
    yield Field("email")
    yield Field("url")
    yield Field("languages", "list")


def _notice(doc: Document, languages: Sequence[str]) -> Iterator[Field]:
    yield Field("status", "choice", ("active", "inactive", "temporarily closed"))
    yield from _texts("alert", languages)
    for row in _rows(doc, "schedule_exceptions"):
        yield Field(f"schedule_exceptions[{row}].from", "day")
        yield Field(f"schedule_exceptions[{row}].to", "day")
        if value_at(doc, f"schedule_exceptions[{row}]") is not None:
            yield from _texts(f"schedule_exceptions[{row}].reason", languages)


_FIELDS: Mapping[SectionId, Callable[[Document, Sequence[str]], Iterator[Field]]] = {
    "words": _words, "needs": _needs, "who": _who, "where": _where, "hours": _hours, "places": _places,
    "sign-up": _sign_up, "answers": _answers, "notice": _notice,
}  # fmt: skip
