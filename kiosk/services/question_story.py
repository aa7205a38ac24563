"""How a question came about: who wrote what when, since when it had been otherwise, and what was put together."""

from __future__ import annotations

from itertools import islice
from typing import Literal

from kiosk.domain.differences import Difference, differences
from kiosk.domain.errors import Refused
from kiosk.domain.kept import Altered, Document, Question
from kiosk.domain.paths import value_at
from kiosk.domain.tree import same
from kiosk.domain.values import dataclass
from kiosk.services.desk import Records

Side = Literal["mine", "theirs"]
MOST = 200
"""Versions that are looked through: what is older is not said."""


@dataclass(frozen=True, slots=True)
class Story:
    """What is known about a question beyond its three values; moments are ISO 8601 in UTC, empty where not known."""

    theirs_by: str = ""
    theirs_at: str = ""
    before_at: str = ""
    """Since when the value before had stood."""
    joined: tuple[tuple[Difference, Side], ...] = ()
    """What was put together without a question, and whose it is."""


def story_of(records: Records, question: Question) -> Story:
    """The story of a question, as far as the listing's history is kept."""
    versions = list(islice(records.altered(question.id), MOST))
    theirs = _set_to(versions, question.field, question.theirs)
    older = versions[versions.index(theirs) + 1 :] if theirs is not None else versions
    before = _set_to(older, question.field, question.base)
    return Story(
        theirs_by=theirs.version.by if theirs is not None else "",
        theirs_at=theirs.version.at if theirs is not None else "",
        before_at=before.version.at if before is not None else "",
        joined=tuple(_joined(versions, theirs, question)),
    )


def _set_to(versions: list[Altered], field: str, value: object) -> Altered | None:
    """The newest version that gave a field this value."""
    for each in versions:
        if same(_value(each.after, field), value) and not same(_value(each.before, field), value):
            return each
    return None


def _joined(versions: list[Altered], theirs: Altered | None, question: Question) -> list[tuple[Difference, Side]]:
    """What mine brought beside the question, then what theirs had changed since both began."""
    place = next((n for n, each in enumerate(versions) if _asks(each, question)), None)
    if place is None or not question.field:
        return []
    met = versions[place]
    mine = [each for each in differences(met.before, met.after) if not _is_about(each.path, question.field)]
    found: list[tuple[Difference, Side]] = [(each, "mine") for each in mine]
    if theirs is not None and theirs in versions[place + 1 :]:
        begun = theirs.before
        other = [each for each in differences(begun, met.before) if not _is_about(each.path, question.field)]
        found += [(each, "theirs") for each in other]
    return found


def _asks(each: Altered, question: Question) -> bool:
    """Whether this change is the one that left the question: mine was written in it, or came with it."""
    return each.version.at == question.at or (each.version.why == "merge" and each.version.at >= question.at)


def _is_about(path: str, field: str) -> bool:
    return path == field or path.startswith((f"{field}.", f"{field}[")) or field.startswith((f"{path}.", f"{path}["))


def _value(doc: Document | None, field: str) -> object:
    if doc is None or not field:
        return doc
    try:
        return value_at(doc, field)
    except Refused:
        return None
