"""The last change of the school year, as it is noted so that it can be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from kiosk.domain.calendar import SchoolCalendar
from kiosk.domain.day_documents import day_document, day_of
from kiosk.domain.school_days import Difference
from kiosk.domain.school_days import taken_back as days_taken_back
from kiosk.domain.values import dataclass

FOLDER, NAME = "calendar", "last"
"""The note it is kept in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LastChange:
    """Who changed the school year last, when, why, and what."""

    at: datetime
    by: str
    why: str
    """`put`, `take`, `change`, `bounds`, `begin`, `import`, `snow-day`, `short-today`, `undo`."""
    before: str
    """The file's text before it; empty when there was none that could be read."""
    after: str
    """The digest of the file's text after it."""
    difference: Difference
    bounds: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """First day, last day and bells before and after."""

    def is_newest(self, digest: str) -> bool:
        """Whether nothing was changed since (by the digest of what stands there): `before` can stand there again."""
        return bool(self.before) and digest == self.after


def note_of(last: LastChange) -> dict[str, object]:
    """The change as a note."""
    return {
        "at": last.at.isoformat(),
        "by": last.by,
        "why": last.why,
        "before": last.before,
        "after": last.after,
        "removed": [day_document(day) for day in last.difference.removed],
        "added": [day_document(day) for day in last.difference.added],
        "bounds_before": list(last.bounds[0]),
        "bounds_after": list(last.bounds[1]),
    }


def read_note(note: Mapping[str, object] | None) -> LastChange | None:
    """The change in a note; None when there is none, or it cannot be read."""
    if note is None:
        return None
    try:
        removed, added = (tuple(map(day_of, _list(note.get(key)))) for key in ("removed", "added"))
        before, after = (tuple(map(str, _list(note.get(key)))) for key in ("bounds_before", "bounds_after"))
        return LastChange(
            at=datetime.fromisoformat(str(note.get("at"))),
            by=str(note.get("by", "")),
            why=str(note.get("why", "")),
            before=str(note.get("before", "")),
            after=str(note.get("after", "")),
            difference=Difference(removed, added, before != after),
            bounds=(before, after),
        )
    except ValueError:
        return None


def taken_back(calendar: SchoolCalendar, last: LastChange) -> SchoolCalendar:
    """A calendar that was changed since, without the last change; everything else in it stays."""
    back = days_taken_back(calendar, last.difference)
    before, after = last.bounds
    now = (calendar.first_day.isoformat(), calendar.last_day.isoformat(), calendar.starts_at, calendar.dismisses_at)
    if before == after or now != after or len(before) != len(now):
        return back
    first, end, starts_at, dismisses_at = before
    return replace(
        back,
        first_day=date.fromisoformat(first),
        last_day=date.fromisoformat(end),
        starts_at=starts_at,
        dismisses_at=dismisses_at,
    )


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, (list, tuple)) else []
