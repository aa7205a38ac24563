"""Special days as JSON objects and back: in notes, and as the command line answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kiosk.domain.calendar import SchoolCalendar, SpecialDay
from kiosk.domain.school_days import KINDS, school_days


def day_document(day: SpecialDay) -> dict[str, object]:
    """`{"from": "2026-11-25", "to": "2026-11-25", "kind": "early-dismissal", "at": "12:30", "reason": {...}}`."""
    return {
        "from": day.from_.isoformat(),
        "to": day.to.isoformat(),
        "kind": day.kind,
        "at": day.at or None,
        "reason": dict(day.reason),
    }


def day_of(document: object) -> SpecialDay:
    """The special day in such an object. `ValueError` when it is none."""
    if not isinstance(document, Mapping):
        raise ValueError("no object")
    kind = next((each for each in KINDS if each == document.get("kind")), None)
    reason = document.get("reason") or {}
    if kind is None or not isinstance(reason, Mapping):
        raise ValueError("no kind or no reason")
    return SpecialDay(
        from_=date.fromisoformat(str(document.get("from"))),
        to=date.fromisoformat(str(document.get("to"))),
        kind=kind,
        at=str(document.get("at") or ""),
        reason={str(code): str(text) for code, text in reason.items()},
    )


def year_document(calendar: SchoolCalendar) -> dict[str, object]:
    """The whole year: its bounds, its bells, how many school days it has, and its special days."""
    return {
        "first_day": calendar.first_day.isoformat(),
        "last_day": calendar.last_day.isoformat(),
        "starts_at": calendar.starts_at,
        "dismisses_at": calendar.dismisses_at,
        "school_days": school_days(calendar),
        "days": [day_document(day) for day in calendar.days],
    }
