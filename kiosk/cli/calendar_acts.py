"""What `kiosk calendar` does, each thing with its answer."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.agreed import agreed
from kiosk.cli.calendar_lines import change_lines, preview_lines, unread_lines, year_lines
from kiosk.cli.context import answer, answer_json, tell, words
from kiosk.domain.calendar import DayKind, SchoolCalendar, SpecialDay
from kiosk.domain.day_documents import day_document, year_document
from kiosk.domain.errors import NoSuch, NotSaved, Refused
from kiosk.domain.school_days import Difference, difference

if TYPE_CHECKING:
    from kiosk.services.school_import import Preview
    from kiosk.wiring import Kiosk


class Acts:
    """One school year, and who changes it how."""

    def __init__(self, kiosk: Kiosk, by: str, yes: bool, as_json: bool) -> None:
        self._kiosk = kiosk
        self._years = kiosk.school_year()
        self._words = words(kiosk)
        self._by = by
        self._yes = yes
        self._as_json = as_json

    def show(self) -> None:
        """The year and its special days."""
        calendar = self._years.calendar()
        if self._as_json:
            answer_json(year_document(calendar) if calendar is not None else None)
        elif calendar is None:
            tell("There is no school year yet. Begin one: kiosk calendar --new-year")
        else:
            answer(year_lines(calendar, self._words))

    def put(self, kind: DayKind, days: tuple[date, date], at: str, reason: dict[str, str]) -> None:
        """Special days of one kind."""
        named = {code or self._kiosk.language: text for code, text in reason.items() if text}
        if kind == "snow-day" and not named:
            from kiosk.services.all_languages import in_all_languages

            named = dict(in_all_languages(self._kiosk.speeches(), lambda speech: speech.say("Snow day")))
        day = SpecialDay(from_=days[0], to=days[1], kind=kind, at=at, reason=named)
        self._tell(self._years.put([day], self._by).difference)

    def remove(self, days: tuple[date, date]) -> None:
        """Ordinary days again."""
        self._tell(self._years.take(*days, self._by).difference)

    def undo(self) -> None:
        """The last change taken back."""
        self._tell(self._years.undo(self._by).difference)

    def bounds(self, first: date | None, last: date | None) -> None:
        """Another first or last day."""
        stands = self._begun()
        self._tell(self._years.set_bounds(first or stands.first_day, last or stands.last_day, self._by).difference)

    def begin(self, first: date | None, last: date | None) -> None:
        """A new year, shown first."""
        from kiosk.services.public_holidays import new_year, next_bounds

        stands = self._years.calendar()
        usual = next_bounds(stands, self._kiosk.clock().date())
        region = self._kiosk.center.settings.region
        year = new_year(region, first or usual[0], last or usual[1], self._kiosk.speeches(), stands)
        if not self._as_json:
            for line in year_lines(year, self._words):
                tell(line)
        if agreed("Begin this school year?", self._yes):
            self._tell(self._years.begin(year, self._by).difference)
        elif self._as_json:
            answer_json(self._document(difference(stands, year), changed=False))

    def take_in(self, file: str, early_time: str, late_time: str) -> None:
        """A calendar file, shown first and taken as it was shown."""
        from kiosk.services.school_import import Usual, preview

        stands = self._begun()
        feed = self._kiosk.read_feed(_bytes(file), stands)
        found = preview(feed, stands, Usual(early_time, late_time), self._kiosk.speeches())
        if not self._as_json:
            for line in (*preview_lines(found, self._words), *unread_lines(found)):
                tell(line)
        taken = bool(found.days) and agreed("Take it in?", self._yes)
        if taken:
            self._years.take_in(found, self._by)
            tell("Done. To undo it: kiosk calendar --undo")
        elif not found.days:
            tell("Nothing was changed: there is nothing new in it.")
        if self._as_json:
            answer_json(_preview_document(found, taken))

    def export(self, target: Path) -> None:
        """The special days as a calendar file."""
        content = self._kiosk.write_feed(self._begun())
        try:
            target.write_bytes(content)
        except OSError as error:
            raise NotSaved(f"{target} could not be written ({error.strerror}). Look at its folder.") from error
        if self._as_json:
            answer_json({"file": str(target.absolute())})
        tell(f"{target} is written.")

    def _begun(self) -> SchoolCalendar:
        calendar = self._years.calendar()
        if calendar is None:
            raise Refused("There is no school year yet. Nothing was changed. Begin one: kiosk calendar --new-year")
        return calendar

    def _tell(self, change: Difference) -> None:
        """What a change came to."""
        if self._as_json:
            answer_json(self._document(change, changed=bool(change)))
            return
        for line in change_lines(change, self._words):
            tell(line)
        tell("Done. To undo it: kiosk calendar --undo" if change else "Nothing was changed: it is so already.")

    def _document(self, change: Difference, *, changed: bool) -> dict[str, object]:
        return {
            "changed": changed,
            "removed": [day_document(day) for day in change.removed],
            "added": [day_document(day) for day in change.added],
        }


def _preview_document(found: Preview, taken: bool) -> dict[str, object]:
    return {
        "taken": taken,
        "added": [day_document(day) for day in found.added],
        "changed": [
            {"new": day_document(each.new), "old": [day_document(old) for old in each.old]} for each in found.changed
        ],
        "same": found.same,
        "outside": found.outside,
        "unread": [
            {
                "title": each.title,
                "day": each.day.isoformat() if each.day else None,
                "why": each.why,
                "near": each.is_near,
            }
            for each in found.unread
        ],
    }


def _bytes(file: str) -> bytes:
    """A file's bytes; of one that is far too large only so many that it is seen to be."""
    from kiosk.exchange.ical import LARGEST

    try:
        with click.open_file(file, "rb") as stream:
            content: bytes = stream.read(LARGEST + 1)
            return content
    except OSError as error:
        raise NoSuch(f"{file} cannot be read ({error.strerror}). Nothing was changed. Look at its name.") from error
