"""The hours in a form: rows, days that differ, whether a time has to be set first. They are read from its draft and put
back into it, so that nothing is lost and `undo` takes each change back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kiosk.domain.errors import KioskError
from kiosk.domain.kept import Document, Kept
from kiosk.domain.listing import Listing, Schedule, ScheduleException
from kiosk.services.desk import Desk
from kiosk.services.form import Form

_MEMBERS = ("schedules", "schedule_exceptions", "by_appointment", "status")


class FormHours:
    """The hours of the listing that a form is about."""

    def __init__(self, desk: Desk, form: Form) -> None:
        self._desk = desk
        self.form = form

    def listing(self) -> Listing:
        """A listing that has only these hours. Rows that cannot be read at all are left out: the form names them."""
        members = {name: self.form.doc[name] for name in _MEMBERS if name in self.form.doc}
        try:
            return self._desk.editing.draft({"name": {"en": "-"}, **members})
        except KioskError:
            return Listing(id="", name={"en": "-"})

    @property
    def is_readable(self) -> bool:
        """Whether the rows that stand in the form can be read; else they may only be replaced as a whole."""
        found = self.listing()
        rows, closings = (self.form.doc.get(name) for name in _MEMBERS[:2])
        return bool(rows) == bool(found.schedules) and bool(closings) == bool(found.schedule_exceptions)

    def put(
        self,
        rows: Sequence[Schedule],
        closings: Sequence[ScheduleException],
        by_appointment: bool | None = None,
    ) -> None:
        """Take these in place of what stands; None leaves it as it is whether a time has to be set first.

        What is the same stays as it is written, so that nobody else's change meets one that was none.
        """
        before = self.listing()
        needs = before.by_appointment if by_appointment is None else by_appointment
        listing = Listing(id="", name={"en": "-"}, schedules=tuple(rows), schedule_exceptions=tuple(closings))
        doc = self._desk.records.document(Kept(listing, ""))
        members: dict[str, object] = {}
        if tuple(rows) != before.schedules or not self.is_readable:
            members["schedules"] = self._as_written("schedules", doc, rows, before.schedules)
        if tuple(closings) != before.schedule_exceptions or not self.is_readable:
            members["schedule_exceptions"] = self._as_written(
                "schedule_exceptions", doc, closings, before.schedule_exceptions
            )
        if needs != before.by_appointment:
            members["by_appointment"] = needs
        self.form.put(members)

    def _as_written(self, name: str, doc: Document, values: Sequence[object], before: Sequence[object]) -> list[object]:
        """The items of a list as JSON; those that stood there before as they were written."""
        standing, made = self.form.doc.get(name), doc.get(name)
        old = standing if isinstance(standing, list) else []
        known = list(zip(before, old, strict=False))
        new = made if isinstance(made, list) else []
        return [
            next((written for value, written in known if value == each), item)
            for each, item in zip(values, new, strict=True)
        ]

    def put_reason(self, place: int, language: str, text: str) -> None:
        """Say in one language why a day differs; empty takes it away."""
        listing = self.listing()
        closings = list(listing.schedule_exceptions)
        reason = {**closings[place].reason, language: text.strip()}
        closings[place] = replace(closings[place], reason={code: words for code, words in reason.items() if words})
        self.put(listing.schedules, closings)


def with_closings(
    before: Sequence[ScheduleException], read: Sequence[ScheduleException], instead: int | None = None
) -> tuple[ScheduleException, ...]:
    """The days that differ with those that were read behind them: the last one that holds a day governs it.

    Of the same days the newer one takes the place of the older, and its reason where it says none. `instead` is the
    place of the one that was changed.
    """
    left = list(before)
    for each in read:
        same = next((place for place, old in enumerate(left) if (old.from_, old.to) == (each.from_, each.to)), None)
        place = instead if instead is not None else same
        if place is None:
            left.append(each)
        else:
            left[place] = replace(each, reason=each.reason or left[place].reason, extra=left[place].extra)
            instead = None
    return tuple(left)
