"""A snow day: today there is no school, or less of it. What that does is shown first; undone, all is as it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from kiosk.domain.calendar import DayKind, SchoolCalendar, SpecialDay, school_day
from kiosk.domain.errors import NoSuch, Refused
from kiosk.domain.kept import Kept
from kiosk.domain.school_days import SNOW, put, take, touching
from kiosk.domain.values import dataclass
from kiosk.services.all_languages import Speeches, in_all_languages
from kiosk.services.effects import Effects, effects
from kiosk.services.last_change import LastChange
from kiosk.services.school_year import SchoolYear, YearChange

_SHORT = "short-today"
"""Why the year was changed, where today was made short."""


@dataclass(frozen=True, slots=True)
class SnowDayView:
    """What a snow day today does, or did: each listing that is or would be open from now on."""

    day: date
    is_snow_day: bool
    """It is one already: the effects are those it had."""
    has_school: bool
    """Whether there would be school without it."""
    effects: Effects
    short: SpecialDay | None = None
    """What makes today a short day, if anything does."""
    can_lengthen: bool = False
    """Somebody made today short today, as the last change of the year: it can be taken back."""

    @property
    def closes(self) -> int:
        """How many listings close by it."""
        return self.effects.count("off")


class SnowDay:
    """Today becomes a snow day by one call, and what it was by another."""

    def __init__(
        self,
        year: SchoolYear,
        listings: Callable[[], tuple[Kept, ...]],
        zone: ZoneInfo,
        clock: Callable[[], datetime],
        speeches: Speeches,
    ) -> None:
        """`listings`: those that families may see. `speeches`: the languages the reason is written in."""
        self._year = year
        self._listings = listings
        self._zone = zone
        self._clock = clock
        self._speeches = speeches

    def look(self) -> SnowDayView:
        """What it does: nothing is changed. `Refused` without a school year, for then nothing follows the school."""
        now, calendar = self._clock(), self._begun()
        today = now.date()
        without = take(calendar, today, today, SNOW)
        found = school_day(without, today)
        return SnowDayView(
            day=today,
            is_snow_day=bool(touching(calendar, today, today, SNOW)),
            has_school=found.has_school is True,
            effects=effects(self._listings(), today, without, put(without, self._day(today)), self._zone, now),
            short=found.early or found.late,
            can_lengthen=self._shortened(today) is not None,
        )

    def look_short(self, kind: DayKind, at: str) -> Effects:
        """What it would do if school ended early or started late today: nothing is changed."""
        now, calendar = self._clock(), self._begun()
        short = SpecialDay(from_=now.date(), to=now.date(), kind=kind, at=at)
        return effects(self._listings(), now.date(), calendar, put(calendar, short), self._zone, now)

    def shorten(self, kind: DayKind, at: str, by: str) -> YearChange:
        """School ends early today, or starts late."""
        today = self._clock().date()
        return self._year.put([SpecialDay(from_=today, to=today, kind=kind, at=at)], by, _SHORT)

    def lengthen(self, by: str) -> YearChange:
        """Take back that today was made short. `NoSuch` when that was not the last change of the year."""
        last = self._shortened(self._clock().date())
        if last is None:
            raise NoSuch("Nobody made today short just now. Nothing was changed.").coded("nothing-to-undo")
        return self._year.undo(by, last)

    def close(self, by: str) -> YearChange:
        """Today is a snow day now."""
        return self._year.put([self._day(self._clock().date())], by, "snow-day")

    def undo(self, by: str) -> YearChange:
        """Today is what it was before."""
        today = self._clock().date()
        return self._year.take(today, today, by, SNOW, "snow-day")

    def _begun(self) -> SchoolCalendar:
        calendar = self._year.calendar()
        if calendar is None:
            said = "There is no school year yet, so nothing closes with the school. Begin one first."
            raise Refused(said).coded("no-year")
        return calendar

    def _shortened(self, today: date) -> LastChange | None:
        last = self._year.last()
        return last if last is not None and last.why == _SHORT and last.at.date() == today else None

    def _day(self, day: date) -> SpecialDay:
        reason = in_all_languages(self._speeches, lambda speech: speech.say("Snow day"))
        return SpecialDay(from_=day, to=day, kind="snow-day", reason=reason)
