"""One change of many listings: shown for each of them first, made whole or not at all, and undone whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from kiosk.domain.errors import NoSuch, Refused
from kiosk.domain.kept import Kept, Saved
from kiosk.domain.listing import LocalText
from kiosk.domain.paths import value_at, with_value
from kiosk.domain.problems import BadListing, Problem
from kiosk.domain.text import fold
from kiosk.domain.tree import same
from kiosk.domain.values import dataclass
from kiosk.services.bulk_fields import BulkField, becomes, field_of
from kiosk.services.desk import Desk

FOLDER = "bulk"
MOST = 500
"""Listings that are changed at once."""
_UNSAFE = re.compile(r"[^a-z0-9_.@-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkLine:
    """What becomes of one listing: the value before and after, and what would be wrong with it."""

    id: str
    number: int | None
    name: LocalText
    rev: str
    before: object
    after: object
    problems: tuple[Problem, ...] = ()

    @property
    def is_same(self) -> bool:
        """It is so already, or has no such thing: nothing changes."""
        return same(self.before, self.after)

    @property
    def is_ready(self) -> bool:
        """It will be changed."""
        return not self.is_same and not self.problems


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole change, not made yet."""

    field: BulkField
    lines: tuple[BulkLine, ...]

    @property
    def ready(self) -> tuple[BulkLine, ...]:
        """The listings that it changes."""
        return tuple(line for line in self.lines if line.is_ready)

    @property
    def left_out(self) -> tuple[BulkLine, ...]:
        """Those that it would make wrong, and so leaves as they are."""
        return tuple(line for line in self.lines if not line.is_same and line.problems)


@dataclass(frozen=True, slots=True)
class LastBulk:
    """The last change of many listings by one person."""

    field: BulkField
    at: datetime
    lines: tuple[tuple[str, object, object], ...]
    """Each listing's id, and the value before and after."""
    is_undone: bool = False


@dataclass(frozen=True, slots=True)
class Undone:
    """What taking it back came to: the listings that were, and those whose value somebody changed since."""

    saved: tuple[Saved, ...]
    changed_since: tuple[str, ...]
    is_undone: bool
    """False when it was made once more."""


def plan(desk: Desk, ids: Iterable[str], field: BulkField, value: object) -> Plan:
    """What the change would do to each listing. Nothing is changed. `Refused` for too many at once."""
    snapshot = desk.records.load()
    kepts = [snapshot.listings[id] for id in dict.fromkeys(ids) if id in snapshot.listings]
    if len(kepts) > MOST:
        said = f"These are {len(kepts)} listings. Nothing was changed. Select {MOST} at most."
        raise Refused(said).coded("too-many", n=MOST)
    return Plan(field, tuple(_line(desk, kept, field, value) for kept in kepts))


def save(desk: Desk, change: Plan) -> list[Saved]:
    """Make the change: all that are ready or none, as one change. What somebody changed meanwhile is kept too."""
    lines = change.ready
    if not lines:
        raise NoSuch("Nothing would change. Nothing was changed.").coded("same")
    edits = [(_document(desk, line.id, change.field.path, line.after), line.rev) for line in lines]
    saved = desk.editing.set_many(edits, desk.who.name)
    _note(desk, change.field, [(line.id, line.before, line.after) for line in lines], is_undone=False)
    return saved


def last(desk: Desk) -> LastBulk | None:
    """This person's last change of many; None when there was none."""
    note = desk.notes.read(FOLDER, _name(desk))
    field = field_of(str(note.get("field"))) if note is not None else None
    if note is None or field is None or not isinstance(note.get("lines"), list):
        return None
    try:
        at = datetime.fromisoformat(str(note.get("at"))).astimezone(desk.center.zone)
    except ValueError:
        return None
    lines = (each for each in _list(note.get("lines")) if isinstance(each, Mapping))
    rows = tuple((str(each.get("id", "")), each.get("before"), each.get("after")) for each in lines)
    return LastBulk(field, at, rows, note.get("is_undone") is True)


def undo(desk: Desk) -> Undone:
    """Take this person's last change of many back, as one change; once more makes it again. `NoSuch` without one.

    Only that one value is put back, and only where it still is what the change made of it.
    """
    before = last(desk)
    if before is None:
        raise NoSuch("There is no change of many listings to undo. Nothing was changed.").coded("nothing-to-undo")
    snapshot, path = desk.records.load(), before.field.path
    edits: list[tuple[dict[str, object], str]] = []
    since: list[str] = []
    for id, was, now in before.lines:
        kept = snapshot.listings.get(id)
        if kept is None or not same(value_at(desk.records.document(kept), path), now):
            since.append(id)
        else:
            edits.append((_document(desk, id, path, was), kept.rev))
    saved = desk.editing.set_many(edits, desk.who.name) if edits else []
    turned = [(id, now, was) for id, was, now in before.lines if id not in since]
    if turned:
        _note(desk, before.field, turned, is_undone=not before.is_undone)
    return Undone(tuple(saved), tuple(since), not before.is_undone)


def _line(desk: Desk, kept: Kept, field: BulkField, value: object) -> BulkLine:
    doc = desk.records.document(kept)
    before = value_at(doc, field.path)
    has_it = not field.needs or value_at(doc, field.needs) is not None
    after = becomes(field, before, value) if has_it else before
    problems: Sequence[Problem] = ()
    if not same(before, after):
        try:
            problems = desk.editing.problems(with_value(doc, field.path, after))
        except BadListing as error:
            problems = error.problems
    return BulkLine(
        id=kept.id, number=kept.number, name=kept.head.name, rev=kept.rev, before=before, after=after,
        problems=tuple(problems),
    )  # fmt: skip


def _document(desk: Desk, id: str, path: str, value: object) -> dict[str, object]:
    """The listing as it stands, with another value at a place."""
    doc = with_value(desk.records.document(desk.records.get(id)), path, value)
    return {"id": id, **{key: each for key, each in doc.items() if key != "id"}}


def _note(desk: Desk, field: BulkField, lines: Iterable[tuple[str, object, object]], *, is_undone: bool) -> None:
    rows = [{"id": id, "before": before, "after": after} for id, before, after in lines]
    at = desk.clock().astimezone(UTC).isoformat(timespec="seconds")
    desk.notes.write(FOLDER, _name(desk), {"field": field.id, "at": at, "lines": rows, "is_undone": is_undone})


def _name(desk: Desk) -> str:
    return (_UNSAFE.sub("-", fold(desk.who.name)).lstrip("-_.@") or "somebody")[:100]


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else []
