"""Whether what a bundle brings is what a kiosk would have kept, for a bundle may come from anybody's hands.

Every part of it goes into this store's files or on its screens: documents, revisions, tombstones, questions, moments.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import pairwise

import msgspec

from kiosk.domain.errors import Refused
from kiosk.domain.ids import is_id
from kiosk.domain.paths import with_value
from kiosk.domain.text import clean, clean_text
from kiosk.store.bounds import ANCESTORS, LARGEST_LISTING, QUESTIONS
from kiosk.store.canonical import canonical, encode
from kiosk.store.drafts import check_draft, draft
from kiosk.store.revision import generation, is_rev, next_rev
from kiosk.store.row import Line, Open, Row
from kiosk.store.snapshot import Whole, number_of

FIRST_NUMBER, LAST_NUMBER = 101, 999_999
MOST_QUESTIONS = 20 * QUESTIONS
"""Questions of one listing: each directory that was met may have left its own."""
_LONGEST_NAME = 80
"""Signs of who made a change."""


_AT_ONCE = 50
"""Listings after which `step` is told."""
Step = Callable[[int, int], None]
"""Told how much of how much is done; what it raises stops the work."""


class Unsound(Exception):
    """A part of the bundle is not such as a kiosk writes."""


def check_whole(whole: Whole, step: Step | None = None) -> None:
    """`Refused` names the first listing that is not as a kiosk keeps it. `step` is told how many of how many are."""
    seen: set[str] = set()
    rows = (*whole.listings, *whole.tombstones)
    for place, line in enumerate(rows):
        if step and place % _AT_ONCE == 0:
            step(place, len(rows))
        row = line.row() if isinstance(line, Line) else line
        try:
            if not is_id(row.id) or row.id in seen:
                raise Unsound
            _check_revisions(row)
            _check_notes(row)
            _check_document(line, row)
            for question in row.questions:
                _check_question(row.id, question)
        except (Unsound, Refused, RecursionError, ValueError, msgspec.MsgspecError) as error:
            name = clean_text(row.id)[:64]
            said = f"“{name}” is not as a kiosk writes it. Nothing was changed. Export it again."
            raise Refused(said).coded("no-bundle") from error
        seen.add(row.id)


def is_sound(content: bytes | None) -> bool:
    """Whether an older document, as the bundle's own log tells it, may be compared with and shown."""
    if content is None:
        return True
    try:
        tree = msgspec.json.decode(content, type=dict[str, object])
        return len(content) <= LARGEST_LISTING and encode(canonical(clean(tree))) == content
    except (Refused, RecursionError, ValueError, msgspec.MsgspecError):
        return False


def _check_document(line: Line | Row, row: Row) -> None:
    """A listing is whole, clean and canonical, with its own number; a tombstone has a number or none."""
    content = bytes(row.doc) or None
    if next_rev(row.revs[0] if row.revs else "", content) != row.rev:
        raise Unsound
    number = number_of(line)
    if content is None:
        if number and not FIRST_NUMBER <= number <= LAST_NUMBER:
            raise Unsound
        return
    doc = draft(row.document())
    listing = check_draft(doc)
    if listing.id != row.id or listing.number != number or encode(doc) != content:
        raise Unsound


def _check_revisions(row: Row) -> None:
    """Ancestors come newest first, each an older one; none of them is a text that only looks like a revision."""
    if len(row.revs) > ANCESTORS or len(row.also) > ANCESTORS:
        raise Unsound
    if not all(map(is_rev, (row.rev, *row.revs, *row.also))):
        raise Unsound
    if any(generation(newer) <= generation(older) for newer, older in pairwise((row.rev, *row.revs))):
        raise Unsound


def _check_notes(row: Row) -> None:
    """Who and when can be read and shown, and a tombstone knows its day."""
    _check_moments((row.at, row.made))
    _check_who((row.by, row.why))
    if len(row.questions) > MOST_QUESTIONS or row.seq < 0 or (row.is_tombstone and not row.at):
        raise Unsound


def _check_question(id: str, question: Open) -> None:
    """A question's field is a place in a listing, and each of its values may stand there or be shown."""
    _check_moments((question.at,))
    _check_who((question.by,))
    for value in (question.base, question.mine):
        if question.field:
            _check_value(id, question.field, value)
        elif value is not None:
            _check_listing(id, value)


def _check_value(id: str, field: str, value: object) -> None:
    held = canonical(with_value({}, field, value))
    if encode(canonical(clean(held))) != encode(held) or field != clean_text(field):
        raise Unsound
    if value is not None and encode(canonical({"value": value})) != encode({"value": value}):
        raise Unsound
    if len(encode(held)) > LARGEST_LISTING:
        raise Unsound
    check_draft({"name": {"en": "?"}, **held, "id": id})


def _check_listing(id: str, value: object) -> None:
    if not isinstance(value, dict):
        raise Unsound
    doc = draft(value)
    if check_draft(doc).id != id or encode(doc) != encode(value):
        raise Unsound


def _check_moments(moments: Iterable[str]) -> None:
    """Moments are ISO 8601 with an offset, empty where nobody noted one."""
    for moment in moments:
        if moment and (len(moment) > 40 or datetime.fromisoformat(moment).tzinfo is None):
            raise Unsound


def _check_who(texts: Iterable[str]) -> None:
    for text in texts:
        if len(text) > _LONGEST_NAME or text != " ".join(clean_text(text).split()):
            raise Unsound
