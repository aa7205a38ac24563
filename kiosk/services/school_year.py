"""The school year as staff change it: days put in and taken away, a new year begun, and the last change taken back.

Each change is made on what stands in the file at that moment, by one editor at a time, so that nobody loses another
one's day. Who saw something else on the days that are changed is told, and nothing is changed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, datetime
from hashlib import blake2b
from typing import Protocol

from kiosk.domain.calendar import DayKind, SchoolCalendar, SpecialDay
from kiosk.domain.errors import ChangedElsewhere, NoSuch, Refused
from kiosk.domain.school_days import KINDS, Difference, Written, check_room, check_year, difference, put, take, touching
from kiosk.domain.values import dataclass
from kiosk.services.desk import Notebook
from kiosk.services.last_change import FOLDER, NAME, LastChange, note_of, read_note, taken_back
from kiosk.services.school_import import Preview

NO_YEAR = "# No school year is set.\n"
Seen = Sequence[SpecialDay] | None
"""The special days that an editor saw on the days it changes; None for one that read nothing before."""


class YearFile(Protocol):
    """The file that the school year lies in."""

    def held(self, by: str) -> AbstractContextManager[object]:
        """Held while it is changed."""

    def read(self) -> Written:
        """What stands in it now."""

    def meaning(self, text: str) -> SchoolCalendar | None:
        """The calendar in a text."""

    def draft(self, stands: Written, calendar: SchoolCalendar) -> str:
        """The text with another calendar in it."""

    def write(self, stands: Written, text: str) -> None:
        """Put a text in its place."""


@dataclass(frozen=True, slots=True)
class YearChange:
    """What a change came to: the year as it is now, and what made it so (nothing, when it was so already)."""

    calendar: SchoolCalendar | None
    difference: Difference
    last: LastChange | None = None
    """The change as `undo` takes it back; None when there was none."""

    @property
    def is_change(self) -> bool:
        """Whether anything was changed."""
        return bool(self.difference)


class SchoolYear:
    """One school's year in its file."""

    def __init__(self, file: YearFile, notes: Notebook, clock: Callable[[], datetime]) -> None:
        self._file = file
        self._notes = notes
        self._clock = clock

    def calendar(self) -> SchoolCalendar | None:
        """The year as it stands in the file now, None before the first one is begun."""
        return self._file.read().calendar

    def put(self, days: Iterable[SpecialDay], by: str, why: str = "put", seen: Seen = None) -> YearChange:
        """Put special days in, each in place of what was there. All of them or none."""
        wanted = tuple(days)

        def make(calendar: SchoolCalendar) -> SchoolCalendar:
            for day in wanted:
                calendar = put(calendar, day)
            check_room(calendar)
            return calendar

        return self._edit(make, by, why, seen, [(day.from_, day.to) for day in wanted])

    def take_in(self, preview: Preview, by: str) -> YearChange:
        """Take what a calendar file would change, as it was shown."""
        return self.put(preview.days, by, "import", preview.seen)

    def exchange(self, old: SpecialDay, new: SpecialDay, by: str) -> YearChange:
        """Change one entry: its days, its kind, its time or its reason."""

        def make(calendar: SchoolCalendar) -> SchoolCalendar:
            if old not in calendar.days:
                raise _elsewhere(touching(calendar, old.from_, old.to))
            at = calendar.days.index(old)
            return put(replace(calendar, days=(*calendar.days[:at], *calendar.days[at + 1 :])), new)

        return self._edit(make, by, "change")

    def take(
        self,
        first: date,
        last: date,
        by: str,
        kinds: Collection[DayKind] = KINDS,
        why: str = "take",
        seen: Seen = None,
    ) -> YearChange:
        """Take special days of these kinds away from `first` to `last`: ordinary days are left."""
        return self._edit(lambda calendar: take(calendar, first, last, kinds), by, why, seen, [(first, last)])

    def set_bounds(
        self, first_day: date, last_day: date, by: str, starts_at: str = "", dismisses_at: str = ""
    ) -> YearChange:
        """Change the first and the last day, and the bells where they are given."""

        def make(calendar: SchoolCalendar) -> SchoolCalendar:
            changed = replace(
                calendar,
                first_day=first_day,
                last_day=last_day,
                starts_at=starts_at or calendar.starts_at,
                dismisses_at=dismisses_at or calendar.dismisses_at,
            )
            check_year(replace(changed, days=()))
            return changed

        return self._edit(make, by, "bounds")

    def begin(self, year: SchoolCalendar, by: str) -> YearChange:
        """Begin a school year in place of the one before, which has to be over: its days would be lost."""
        check_year(year)
        today = self._clock().date()

        def make(calendar: SchoolCalendar | None) -> SchoolCalendar:
            if calendar and calendar.first_day <= today <= calendar.last_day < year.last_day and today < year.first_day:
                raise Refused(
                    f"This school year goes on until {calendar.last_day}. Nothing was changed. "
                    "Begin the next one after that day."
                ).coded("year-goes-on")
            return year

        return self._change(make, by, "begin")

    def last(self) -> LastChange | None:
        """The last change, which `undo` takes back; None when none is known."""
        return read_note(self._notes.read(FOLDER, NAME))

    def undo(self, by: str, change: LastChange | None = None) -> YearChange:
        """Take back the last change, or the one named, whatever else was changed since. Once more brings it back."""
        last = change or self.last()
        if last is None:
            raise NoSuch("There is no change of the calendar to undo. Nothing was changed.").coded("nothing-to-undo")
        with self._file.held(by):
            stands = self._file.read()
            if last.is_newest(digest(stands.text)):
                return self._write(stands, last.before, self._file.meaning(last.before), by, "undo")
            if stands.calendar is None:
                said = "There is no school year any more. Nothing was changed. Begin one first."
                raise Refused(said).coded("no-year")
            return self._keep(stands, taken_back(stands.calendar, last), by, "undo")

    def _edit(
        self,
        make: Callable[[SchoolCalendar], SchoolCalendar],
        by: str,
        why: str,
        seen: Seen = None,
        where: Sequence[tuple[date, date]] = (),
    ) -> YearChange:
        def made(calendar: SchoolCalendar | None) -> SchoolCalendar:
            if calendar is None:
                raise Refused("There is no school year yet. Nothing was changed. Begin one first.").coded("no-year")
            changed = make(calendar)
            if changed != calendar and seen is not None:
                _expect(calendar, seen, where)
            return changed

        return self._change(made, by, why)

    def _change(self, make: Callable[[SchoolCalendar | None], SchoolCalendar], by: str, why: str) -> YearChange:
        with self._file.held(by):
            stands = self._file.read()
            return self._keep(stands, make(stands.calendar), by, why)

    def _keep(self, stands: Written, calendar: SchoolCalendar, by: str, why: str) -> YearChange:
        if not difference(stands.calendar, calendar):
            return YearChange(stands.calendar, Difference())
        last = self.last()
        if last and last.is_newest(digest(stands.text)) and self._file.meaning(last.before) == calendar:
            text = last.before  # back to what it was: to the letter
        else:
            text = self._file.draft(stands, calendar)
        return self._write(stands, text, calendar, by, why)

    def _write(self, stands: Written, text: str, calendar: SchoolCalendar | None, by: str, why: str) -> YearChange:
        """The note goes first: stopped in between, undoing finds nothing to undo."""
        changed = difference(stands.calendar, calendar)
        last = LastChange(
            at=self._clock(),
            by=by,
            why=why,
            before=(stands.text or NO_YEAR) if stands.is_whole else "",
            after=digest(text),
            difference=changed,
            bounds=(bounds(stands.calendar), bounds(calendar)),
        )
        self._notes.write(FOLDER, NAME, note_of(last))
        self._file.write(stands, text)
        return YearChange(calendar, changed, last)


def digest(text: str) -> str:
    """Tells one text of the file from another."""
    return blake2b(text.strip().encode(), digest_size=16).hexdigest()


def bounds(calendar: SchoolCalendar | None) -> tuple[str, ...]:
    """First day, last day and bells, as they are noted."""
    if calendar is None:
        return ()
    return calendar.first_day.isoformat(), calendar.last_day.isoformat(), calendar.starts_at, calendar.dismisses_at


def _expect(calendar: SchoolCalendar, seen: Sequence[SpecialDay], where: Sequence[tuple[date, date]]) -> None:
    """`ChangedElsewhere` when the days there are not the ones that were seen."""
    stands = [day for day in calendar.days if any(day.from_ <= last and day.to >= first for first, last in where)]
    if sorted(map(repr, stands)) != sorted(map(repr, seen)):
        raise _elsewhere(stands)


def _elsewhere(stands: Iterable[SpecialDay]) -> ChangedElsewhere:
    there = "; ".join(f"{day.from_} to {day.to}: {day.kind} {day.at}".strip() for day in stands) or "an ordinary day"
    said = f"Somebody else changed these days meanwhile ({there}). Nothing was changed. Look again."
    return ChangedElsewhere(said).coded("days-changed")
